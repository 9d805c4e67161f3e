"""Meetings, asks and agreements that two colleagues logged both, so that each counts once.

Pairs are proposed and never joined by themselves. That two are one is written on the rows that say
the same, and so reaches everybody: each names the one that stays. That they are two is kept at
home: whoever was there knows, and a colleague who says otherwise is told of here.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations, product
from typing import Any

from sqlalchemy import select

from staketerm.domain.errors import NotFound
from staketerm.domain.ids import derived_id
from staketerm.domain.signals import Kind
from staketerm.domain.twin_dealings import Dealing, asked_or_agreed_twice
from staketerm.domain.twins import BESIDE, Occasion, Same, likely_same
from staketerm.domain.vocabulary import word
from staketerm.journal.authors import Authors
from staketerm.journal.dealt_by import BEGAN, ENDED, dealings_since
from staketerm.journal.opening import Journal
from staketerm.journal.positions.model import model_on
from staketerm.journal.receipt import Receipt
from staketerm.journal.told_by import Logged, logged_since
from staketerm.journal.writing import Writing
from staketerm.locale import _
from staketerm.store import tables
from staketerm.store.portions import portions
from staketerm.store.reader import Reader
from staketerm.store.records import Setting, Signal
from staketerm.store.shapes import BY_TABLE

LOOK_BACK = timedelta(days=366)
"""How long ago a meeting may be to be proposed: what is older hardly moves a position."""

TWO = "two meetings:"
"""Begins the name of the setting that keeps that two meetings are two."""


@dataclass(frozen=True, slots=True)
class TwinSide:
    """What one of two logged: the meeting's id (None: anything else), who logged it and whether
    that is oneself, on which day, how many people and deeds it holds; of an ask or agreement its
    words, and what came of it (None: it is open).
    """

    entry: str | None
    author: str
    own: bool
    day: date
    people: int
    deeds: int
    words: str = ""
    outcome: str | None = None


@dataclass(frozen=True, slots=True)
class TwinPair:
    """Two rows of a table that say the same of a stakeholder: ids and labels of the one that stays
    and of the one that is left out when they are one.
    """

    table: str
    stakeholder: str
    name: str
    stays: str
    doubles: str
    kind: str
    other_kind: str


@dataclass(frozen=True, slots=True)
class LoggedTwice:
    """Two meetings, asks or agreements (`what`) that are likely one. `key` names the two;
    `contested` says that a colleague holds them for one though they are two here.
    """

    key: str
    what: str
    day: date
    title: str
    one: TwinSide
    other: TwinSide
    pairs: tuple[TwinPair, ...]
    contested: bool = False


def likely_twins(journal: Journal) -> tuple[LoggedTwice, ...]:
    """What was likely logged twice in the last year, newest first, and is not decided here."""
    with journal.read() as reader:
        authors, since = Authors.of(reader, journal.store.author), journal.today - LOOK_BACK
        if authors.alone:
            return ()
        if authors.several:
            authors = authors.knowing_since(reader, since)
        here = _projects(reader, every=authors.several)
        found = [
            *_meetings(reader, logged_since(reader, authors, here, since), journal.today),
            *_dealings(reader, dealings_since(reader, authors, here, since)),
        ]
        return tuple(sorted(found, key=lambda twin: (twin.day, twin.key), reverse=True))


def are_one(journal: Journal, twin: LoggedTwice) -> Receipt:
    """Count once what both logged: the doubled rows stay in the timeline and name the one that
    counts, which takes over what came of an ask or agreement where it is open itself. Undone as one
    step. Raises NotFound where none of them is there any more.
    """
    with journal.write("one meeting") as writing:
        writing.delete(Setting, _setting(twin))
        both = [(_stays(writing, pair), _row(writing, pair, pair.doubles)) for pair in twin.pairs]
        there = [(stays, row) for stays, row in both if stays and row]
        if not there:
            raise NotFound(_("This is not in the journal any more."))
        for stays, row in there:
            if stays.id != row.id:
                writing.patch(type(row), row.id, doubles=stays.id)
                _take_over(writing, stays, row)
    return writing.receipt


def are_two(journal: Journal, twin: LoggedTwice) -> Receipt:
    """Let both count, and propose the two no more. Undone as one step."""
    with journal.write("two meetings") as writing:
        for pair in twin.pairs:
            stays, row = _row(writing, pair, pair.stays), _row(writing, pair, pair.doubles)
            if row is not None and row.doubles is not None:
                writing.patch(type(row), row.id, doubles=None)
            if stays is not None and stays.doubles == pair.doubles:
                writing.patch(type(stays), stays.id, doubles=None)
        name = TWO + twin.key
        writing.put(Setting(id=_setting(twin), name=name, day=writing.today, value=True))
    return writing.receipt


def _setting(twin: LoggedTwice) -> str:
    return derived_id(None, "setting", TWO + twin.key)


def _row(writing: Writing, pair: TwinPair, id: str) -> Any:
    return writing.work.get(BY_TABLE[pair.table], id)


def _joined(stays: str, doubles: str, doubled: Mapping[str, str]) -> bool:
    """Whether two rows are one already, whichever of them names the other: which one stays is
    another when it was private, and is no more.
    """
    return doubles in doubled or doubled.get(stays) == doubles


def _stays(writing: Writing, pair: TwinPair) -> Any:
    """The row that counts: the one that stays may double another itself; None where it is gone."""
    kind, seen = BY_TABLE[pair.table], {pair.stays}
    row: Any = writing.work.get(kind, pair.stays)
    while row and row.doubles and row.doubles not in seen:
        seen.add(row.doubles)
        row = writing.work.get(kind, row.doubles) or row
    return row


def _take_over(writing: Writing, stays: Any, row: Any) -> None:
    """Let the ask or agreement that counts have the end of the one that doubles it, where it has
    none: no earlier than it began.
    """
    if row.table not in ENDED or stays.outcome is not None or row.outcome is None:
        return
    began, ended = BEGAN[row.table], ENDED[row.table]
    day = max(getattr(row, ended) or date.min, getattr(stays, began))
    end = {ended: day, "outcome": row.outcome, "intensity": row.intensity}
    writing.patch(type(stays), stays.id, **end)


def _dealings(reader: Reader, told: tuple[list[Dealing], dict[str, str]]) -> Iterator[LoggedTwice]:
    """Every pair of asks and agreements that are likely one, and undecided or contested."""
    found, doubled = told
    two, names = _held_for_two(reader), _names(reader, {each.stakeholder for each in found})
    for stays, doubles in asked_or_agreed_twice(found):
        one, other = sorted((stays, doubles), key=lambda each: each.id)
        key = derived_id(None, "twins", one.id, other.id)
        contested = key in two
        if _joined(stays.id, doubles.id, doubled) == contested:
            who, kind = stays.stakeholder, word(stays.kind)
            pair = TwinPair(stays.table, who, names.get(who, ""), stays.id, doubles.id, kind, kind)
            yield LoggedTwice(
                key=key,
                what=stays.table,
                day=min(one.day, other.day),
                title=one.words or other.words,
                one=_side_of(one),
                other=_side_of(other),
                pairs=(pair,),
                contested=contested,
            )


def _side_of(each: Dealing) -> TwinSide:
    return TwinSide(
        entry=None,
        author=each.author or _("you"),
        own=not each.author,
        day=each.day,
        people=1,
        deeds=1,
        words=each.words,
        outcome=each.outcome,
    )


def _meetings(
    reader: Reader, told: tuple[list[Logged], dict[str, str]], today: date
) -> Iterator[LoggedTwice]:
    """Every pair of occasions that are likely one, and undecided or contested."""
    catalogue = model_on(reader, today).catalogue
    logged, doubles = told
    two = _held_for_two(reader)
    names = _names(reader, {who for each in logged for who in each.occasion.people})
    for one, other in _beside_each_other(logged):
        same = likely_same(one.occasion, other.occasion, catalogue)
        key = derived_id(None, "twins", one.key, other.key)
        contested = key in two
        wanted = [
            pair for pair in same if _joined(pair.stays.id, pair.doubles.id, doubles) == contested
        ]
        if wanted:
            yield LoggedTwice(
                key=key,
                what="meeting",
                day=min(one.occasion.day, other.occasion.day),
                title=one.title or other.title,
                one=_side(one.occasion, catalogue),
                other=_side(other.occasion, catalogue),
                pairs=tuple(_pair(pair, names, catalogue) for pair in wanted),
                contested=contested,
            )


def _beside_each_other(logged: Iterable[Logged]) -> Iterator[tuple[Logged, Logged]]:
    """All pairs of a project and a day, or of a day and the next; the smaller key first."""
    by_day: defaultdict[tuple[str, date], list[Logged]] = defaultdict(list)
    for each in logged:
        by_day[each.occasion.project, each.occasion.day].append(each)
    for (project, day), here in list(by_day.items()):
        next_day = by_day.get((project, day + BESIDE), [])
        for one, other in (*combinations(here, 2), *product(here, next_day)):
            yield (one, other) if one.key < other.key else (other, one)


def _side(occasion: Occasion, catalogue: Mapping[str, Kind]) -> TwinSide:
    return TwinSide(
        entry=occasion.entry,
        author=occasion.author or _("you"),
        own=not occasion.author,
        day=occasion.day,
        people=len(occasion.people),
        deeds=sum(1 for act in occasion.acts if catalogue[act.kind].points),
    )


def _pair(pair: Same, names: Mapping[str, str], catalogue: Mapping[str, Kind]) -> TwinPair:
    stays, doubles = pair.stays, pair.doubles
    labels = catalogue[stays.kind].label, catalogue[doubles.kind].label
    who = stays.stakeholder
    return TwinPair(Signal.table, who, names.get(who, ""), stays.id, doubles.id, *labels)


def _projects(reader: Reader, *, every: bool) -> list[str]:
    """The projects in which colleagues write: those that are shared, or `every` one."""
    project = tables.project.c
    query = select(project.id).where(project.deleted.is_(None))
    shared = query if every else query.where(project.sharing != "none")
    return [id for (id,) in reader.select(shared)]


def _held_for_two(reader: Reader) -> set[str]:
    setting = tables.setting.c
    query = select(setting.name).where(
        setting.name.startswith(TWO, autoescape=True), setting.deleted.is_(None)
    )
    return {name.removeprefix(TWO) for (name,) in reader.select(query)}


def _names(reader: Reader, people: Iterable[str]) -> dict[str, str]:
    person = tables.stakeholder.c
    ids = sorted(people)
    return {
        id: name
        for some in portions(ids)
        for id, name in reader.select(select(person.id, person.name).where(person.id.in_(some)))
    }
