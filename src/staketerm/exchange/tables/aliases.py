"""The names that columns go by, in English and Dutch (import-headers, "Header aliases").

Names are written as `staketerm.exchange.tables.headers.key` makes them: lower case, without signs,
`#` for a number. A name that can mean two things lists them; the values decide which it is.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from staketerm.exchange.tables.fields import Field

CURRENT_OR_JOB = (Field.CURRENT, Field.JOB)
CURRENT_OR_TOLD = (Field.CURRENT, Field.TOLD)
CURRENT_OR_TAGS = (Field.CURRENT, Field.TAGS)
POWER_OR_TOLD = (Field.POWER, Field.TOLD)
INTEREST_OR_TOLD = (Field.INTEREST, Field.TOLD)
IMPACT_OR_TOLD = (Field.IMPACT, Field.TOLD)
DESIRED_OR_TOLD = (Field.DESIRED, Field.TOLD)
CADENCE_OR_TOLD = (Field.CADENCE, Field.TOLD)
KIND_OR_TAGS = (Field.KIND, Field.TAGS)


@dataclass(frozen=True, slots=True)
class Alias:
    """What a column name means: its fields, likeliest first, and the label of a contact way."""

    fields: tuple[Field, ...]
    label: str | None = None
    language: str = ""  # en or nl where the name belongs to one of the two


_ENGLISH: Mapping[tuple[Field, ...], str] = {
    (Field.NAME,): "name, full name, stakeholder, stakeholder name, display name, contact name, "
    "user, person, stakeholder/group, group name, name of stakeholder",
    (Field.GIVEN,): "first name, given name, forename",
    (Field.MIDDLE,): "middle name, additional name, additional names",
    (Field.FAMILY,): "last name, family name, surname",
    (Field.NICKNAME,): "nickname, nick name, file as",
    KIND_OR_TAGS: "entity type, type, stakeholder type, kind",
    (Field.ORGANISATION,): "organisation, organization, company, organisation or group, "
    "organization or group, organization #name, organization name, organisation name, employer, "
    "company name, firm",
    (Field.UNIT,): "department, unit, organization unit, organisation unit, functional area, team, "
    "division, organization #department, organization department, business unit",
    (Field.JOB,): "job, job title, role or job title, designation, title, organization #title, "
    "organization title, profession, occupation, function",
    (Field.ROLES,): "role, roles, stakeholder role, project role, role in project",
    CURRENT_OR_JOB: "position",
    (Field.EMAIL,): "email, e mail, mail, email address, e mail address, e mail #address, "
    "e mail #value, email #value, email #, e mail #, primary email, secondary email, emails, "
    "email addresses, e mails, additional email",
    (
        Field.URL,
    ): "url, web page, web page #, website, website #value, personal web page, linkedin, "
    "linkedin url, homepage, site",
    (Field.ADDRESS,): "address, address #formatted, location, office location",
    (Field.LANGUAGE,): "language, preferred language",
    (Field.PRIVATE,): "private",
    POWER_OR_TOLD: "power, influence, influence level, level of influence, power level, "
    "power/influence, influence/power, authority",
    INTEREST_OR_TOLD: "interest, interest level, level of interest, stake, interest in project",
    IMPACT_OR_TOLD: "impact, impact level, level of impact",
    CURRENT_OR_TOLD: "current, attitude, current attitude, support, support level, "
    "level of support, stance, sentiment, engagement, engagement level, current engagement, "
    "current engagement level, current level, current position, current state, current status, "
    "commitment, disposition",
    CURRENT_OR_TAGS: "classification, stakeholder classification",
    DESIRED_OR_TOLD: "target, desired, target attitude, desired engagement, desired level, "
    "desired engagement level, target level, target engagement, desired position, desired state, "
    "target position, desired attitude, desired support, target engagement level",
    (Field.MATRIX,): "unaware, resistant, neutral, supportive, leading",
    CADENCE_OR_TOLD: "frequency, cadence, communication cadence, communication frequency, "
    "contact frequency, meeting frequency, frequency of communication",
    (Field.DAY,): "date, assessed on, assessment date, date assessed, last updated, updated on, "
    "last updated on, last reviewed, review date, date updated, as of",
    (Field.LAST_CONTACT,): "last interaction, last contact, last contacted, last contact date, "
    "last meeting, date of last contact, last contacted on",
    (Field.TAGS,): "tags, tag, categories, category, labels, group membership, keywords, "
    "stakeholder analysis group, stakeholder category",
    (Field.GROUP,): "group, stakeholder group, target group",
    (Field.NOTE,): "notes, note, comments, comment, remarks, comments & notes, other notes, "
    "description, notes/comments, additional notes",
    (Field.TOLD,): "needs, expectation, expectations, concerns, concern, interests, requirements, "
    "needs and expectations, key concerns, key interests, strategy, approach, "
    "engagement strategy, engagement approach, interaction strategy, communication strategy, "
    "communication style, communication preference, communication preferences, communication, "
    "preferred channel, channel, method, communication method, preferred communication, owner, "
    "relationship owner, next action, next step, next steps, actions, action, "
    "contribution opportunities, "
    "notes on interest, notes on influence, relationship with project, relationship, "
    "contact person, manager name, manager email, manager, managers name, priority, risk level, "
    "confidence level, risk, confidence, comms sent to date, portfolio, what matters to them, "
    "how they can contribute, how they can block, responsibilities, hobby, spouse, children, "
    "birthday, referred by, assistants name, location in organisation",
}

_DUTCH: Mapping[tuple[Field, ...], str] = {
    (Field.NAME,): "naam, volledige naam, belanghebbende, naam belanghebbende, naam stakeholder, "
    "stakeholder/groep, contactnaam, persoon, weergavenaam",
    (Field.GIVEN,): "voornaam",
    (Field.MIDDLE,): "tussenvoegsel, tussenvoegsels, tweede voornaam",
    (Field.FAMILY,): "achternaam, familienaam",
    (Field.NICKNAME,): "roepnaam, bijnaam",
    KIND_OR_TAGS: "soort, type belanghebbende, type stakeholder, soort stakeholder",
    (Field.ORGANISATION,): "organisatie, bedrijf, organisatie of groep, werkgever, instantie, "
    "bedrijfsnaam, organisatienaam",
    (Field.UNIT,): "afdeling, team/afdeling, organisatieonderdeel",
    (Field.JOB,): "functie, functietitel, beroep, functienaam",
    (Field.ROLES,): "rol, rollen, rol in project, rol in het project, projectrol",
    CURRENT_OR_JOB: "positie",
    (Field.EMAIL,): "e mailadres, emailadres, mailadres, e mail adres, email adres",
    (Field.ADDRESS,): "adres, bezoekadres, postadres, locatie",
    (Field.LANGUAGE,): "taal, voorkeurstaal",
    (Field.PRIVATE,): "prive, privacygevoelig",
    POWER_OR_TOLD: "macht, invloed, mate van invloed, invloedniveau, macht/invloed",
    INTEREST_OR_TOLD: "belang, interesse, mate van belang, belangniveau, betrokkenheid, "
    "mate van interesse, mate van betrokkenheid",
    CURRENT_OR_TOLD: "houding, draagvlak, huidige houding, huidig, huidige positie, steun, "
    "huidige betrokkenheid, huidig niveau, standpunt, opstelling",
    CURRENT_OR_TAGS: "classificatie",
    DESIRED_OR_TOLD: "gewenst, gewenste houding, gewenste positie, gewenste betrokkenheid, "
    "gewenst niveau, streefhouding, doelhouding",
    (Field.MATRIX,): "niet op de hoogte, weerstand, neutraal, ondersteunend, leidend, onbewust, "
    "onwetend, steunend",
    CADENCE_OR_TOLD: "frequentie, contactfrequentie, communicatiefrequentie, overlegfrequentie",
    (Field.DAY,): "datum, bijgewerkt, bijgewerkt op, peildatum, beoordeeld op, datum beoordeling, "
    "laatst bijgewerkt",
    (Field.LAST_CONTACT,): "laatste contact, laatste interactie, laatst gesproken, "
    "datum laatste contact, laatste contactmoment",
    (Field.TAGS,): "categorie, categorieen, trefwoorden, trefwoord",
    (Field.GROUP,): "groep, stakeholdergroep, doelgroep",
    (Field.NOTE,): "opmerking, opmerkingen, notitie, notities, toelichting, omschrijving, "
    "bijzonderheden, aantekeningen",
    (Field.TOLD,): "belangen, behoeften, belangen/behoeften, verwachting, verwachtingen, zorgen, "
    "zorg, behoefte, aanpak, strategie, benadering, communicatie, communicatiestijl, kanaal, "
    "communicatiekanaal, voorkeurskanaal, eigenaar, beheerder, accounthouder, volgende actie, "
    "acties, actie, vervolgactie, contactpersoon, manager naam, leidinggevende, prioriteit, "
    "risico, relatie met project, relatie, verantwoordelijkheden",
}

_PHONES: Mapping[str, str] = {
    "": "phone, phone #, phone #value, phones, telephone, phone number, tel, primary phone, "
    "contact number",
    "mobile": "mobile, mobile phone, mobile number, cell, cell phone",
    "work": "work phone, business phone, business phone #, company main phone",
    "home": "home phone, home phone #",
    "other": "other phone, car phone",
}
_DUTCH_PHONES: Mapping[str, str] = {
    "": "telefoon, telefoonnummer, telnr",
    "mobile": "mobiel, mobielnummer, mobiel nummer, mobiele telefoon, gsm",
    "work": "telefoon werk",
    "home": "telefoon thuis",
}
"""Phone columns by the label they give; fax, telex and pagers are left out."""

_STREETS: Mapping[str, str] = {
    "business": "street, street #, city, state, postal code, country/region, address po box",
    "home": "street, street #, city, state, postal code, country/region, address po box, address, "
    "address #, county, zipcode, post code, country",
    "other": "street, street #, city, state, postal code, country/region, address po box",
    "work": "address, address #, city, state, county, zipcode, post code, country",
}
"""Parts of addresses by the word before them; they are joined in the order of the columns."""

_LABELS = (
    "e mail #label, e mail #type, phone #label, phone #type, website #label, website #type, "
    "address #label, address #type, email #label, email #type"
)


def entries() -> Iterator[tuple[str, Alias]]:
    """Every known name of a column with what it means."""
    for language, table in (("en", _ENGLISH), ("nl", _DUTCH)):
        for fields, names in table.items():
            for name in names.split(", "):
                yield name, Alias(fields, language=language)
    for language, phones in (("en", _PHONES), ("nl", _DUTCH_PHONES)):
        for label, names in phones.items():
            for name in names.split(", "):
                yield name, Alias((Field.PHONE,), label or None, language)
    for place, parts in _STREETS.items():
        label = "work" if place == "business" else place
        for part in parts.split(", "):
            yield f"{place} {part}", Alias((Field.ADDRESS_PART,), label, "en")
    for name in _LABELS.split(", "):
        yield name, Alias((Field.LABEL,))


ALIASES: Mapping[str, Alias] = dict(entries())
"""What a known name of a column means."""

LEVELLED = frozenset(
    ["support", "support level", "level of support", "desired support", "draagvlak", "steun"]
)
"""Columns of a stance in which high and low are for and against."""

GROUP_NAMES = frozenset({"stakeholder/group", "stakeholder/groep", "group name"})
"""Name columns whose rows are groups unless something in the row says it is a person."""
