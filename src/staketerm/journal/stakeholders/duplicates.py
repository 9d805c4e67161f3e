"""Stakeholders who may be one (storage-sync 1.3): proposed, never merged by themselves.

An equal e-mail address says most; then an equal name, where not two organisations are known.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Literal, NamedTuple

from sqlalchemy import select

from staketerm.domain.ids import derived_id
from staketerm.domain.names import Person
from staketerm.journal.opening import Journal
from staketerm.journal.receipt import Receipt
from staketerm.locale import N_
from staketerm.store import tables
from staketerm.store.reader import Reader
from staketerm.store.records import Setting

Sign = Literal["email", "name"]

SIGNS: dict[Sign, str] = {"email": N_("the same e-mail address"), "name": N_("the same name")}
"""What tells that two may be one."""

TWO = "two people:"
"""Begins the name of the setting that keeps that two are two; it stays at home."""


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Two who may be one, the one who would stay first; `sign` says why, `told` is what both have:
    the address or the name.
    """

    one: Person
    other: Person
    sign: Sign
    told: str


class _Known(NamedTuple):
    person: Person
    folded: str
    organisation: str | None
    private: bool
    is_organisation: bool


def duplicates(journal: Journal) -> tuple[Duplicate, ...]:
    """Those who may be one, equal addresses first, then by name; not those who were said to be
    two.
    """
    with journal.read() as reader:
        known = _everybody(reader)
        two = _held_for_two(reader)
        found: dict[tuple[str, str], Duplicate] = {}
        for each in (*_by_address(reader, known), *_by_name(known.values())):
            found.setdefault((each.one.key, each.other.key), each)
    return tuple(
        sorted(
            (each for each in found.values() if _key(each.one.key, each.other.key) not in two),
            key=lambda each: (each.sign, each.told, each.one.key, each.other.key),
        )
    )


def are_two_people(journal: Journal, one: str, other: str) -> Receipt:
    """Propose two no more. Undone as one step; merging them by hand stays possible."""
    name = TWO + _key(one, other)
    with journal.write("two people") as writing:
        row = derived_id(None, "setting", name)
        writing.put(Setting(id=row, name=name, day=writing.today, value=True))
    return writing.receipt


def _key(one: str, other: str) -> str:
    return derived_id(None, "two people", *sorted((one, other)))


def _everybody(reader: Reader) -> dict[str, _Known]:
    person = tables.stakeholder.c
    query = select(
        person.id,
        person.handle,
        person.name,
        person.folded,
        person.organisation,
        person.private,
        person.kind,
    ).where(person.deleted.is_(None), person.merged_into.is_(None))
    return {
        id: _Known(Person(id, handle, name), folded, organisation, private, kind == "organisation")
        for id, handle, name, folded, organisation, private, kind in reader.select(query)
    }


def _by_address(reader: Reader, known: dict[str, _Known]) -> Iterator[Duplicate]:
    contact = tables.contact.c
    query = select(contact.folded, contact.value, contact.stakeholder).where(
        contact.way == "email", contact.deleted.is_(None)
    )
    having: defaultdict[str, list[str]] = defaultdict(list)
    said: dict[str, str] = {}
    for folded, value, who in reader.select(query):
        if who in known:
            having[folded].append(who)
            said.setdefault(folded, value)
    for folded, people in having.items():
        yield from _pairs((known[who] for who in sorted(set(people))), "email", said[folded])


def _by_name(known: Iterable[_Known]) -> Iterator[Duplicate]:
    named: defaultdict[str, list[_Known]] = defaultdict(list)
    for each in known:
        named[each.folded].append(each)
    for people in named.values():
        for one, other in combinations(sorted(people, key=lambda each: each.person.key), 2):
            if None in (one.organisation, other.organisation) or (
                one.organisation == other.organisation
            ):
                yield from _pairs((one, other), "name", one.person.name)


def _pairs(people: Iterable[_Known], sign: Sign, told: str) -> Iterator[Duplicate]:
    """Each two of them who can be merged."""
    for one, other in combinations(people, 2):
        if (one.private, one.is_organisation) == (other.private, other.is_organisation):
            yield Duplicate(one.person, other.person, sign, told)


def _held_for_two(reader: Reader) -> set[str]:
    setting = tables.setting.c
    query = select(setting.name).where(
        setting.name.startswith(TWO, autoescape=True), setting.deleted.is_(None)
    )
    return {name.removeprefix(TWO) for (name,) in reader.select(query)}
