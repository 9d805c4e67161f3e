"""Who was merged into whom: read wherever somebody may still be known as who they were."""

from collections.abc import Iterable, Mapping

from sqlalchemy import select

from staketerm.domain.names import Person
from staketerm.store import tables
from staketerm.store.reader import Reader


def roots(reader: Reader) -> dict[str, str]:
    """Whom everybody who was merged into somebody turned out to be in the end, by id."""
    person = tables.stakeholder.c
    query = select(person.id, person.merged_into).where(person.merged_into.is_not(None))
    into = {who: other for who, other in reader.select(query) if other < who}
    return {who: _end(who, into) for who in into}


def _end(who: str, into: Mapping[str, str]) -> str:
    while who in into:  # each is smaller than the one before: it ends
        who = into[who]
    return who


def turned_out(reader: Reader, people: Iterable[str]) -> dict[str, str]:
    """Whom those of some people who were merged turned out to be, by id: `roots` of a few."""
    person, into = tables.stakeholder.c, dict[str, str]()
    fresh = set(people)
    while fresh:
        query = select(person.id, person.merged_into).where(
            person.id.in_(sorted(fresh)), person.merged_into.is_not(None)
        )
        found = {who: other for who, other in reader.select(query) if other < who}
        into |= found
        fresh = set(found.values()) - into.keys()
    return {who: _end(who, into) for who in into}


def former_names(reader: Reader) -> list[Person]:
    """Handles and names of those who were merged, with the key of whom they turned out to be; none
    where that one is not here any more.
    """
    person, known = tables.stakeholder.c, roots(reader)
    ids = sorted({*known, *known.values()})
    query = select(person.id, person.handle, person.name).where(
        person.id.in_(ids), person.deleted.is_(None)
    )
    here = {who: Person(known.get(who, who), *said) for who, *said in reader.select(query)}
    return [here[who] for who in known if who in here and known[who] in here]
