"""What a stakeholder is, in the words of other people's tables."""

from collections.abc import Mapping

from staketerm.domain.text import fold

_WORDS: Mapping[str, str] = {
    "person": "person, individual, persoon, individu, contact, people, human, mens, individueel, "
    "natuurlijk persoon, natural person",
    "organisation": "organisation, organization, company, business, organisatie, bedrijf, firm, "
    "firma, agency, instantie, instelling, institution, ngo, government, overheid, gemeente, "
    "rechtspersoon, legal entity, supplier, leverancier, vendor, association, vereniging, "
    "stichting, foundation, authority, bestuursorgaan, corporate",
    "group": "group, team, department, groep, afdeling, community, gemeenschap, committee, "
    "commissie, comite, network, netwerk, population, doelgroep, unit, coalition",
    "role": "role, rol, function, functie",
}
_KINDS = {word: kind for kind, words in _WORDS.items() for word in words.split(", ")}


def kind_of(text: str) -> str:
    """person, organisation, group or role; raises ValueError for another word."""
    kind = _KINDS.get(" ".join(fold(text).split()))
    if kind is None:
        raise ValueError(text)
    return kind
