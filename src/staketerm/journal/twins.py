"""Meetings that two colleagues logged both, so that what people did there counts once.

Pairs are proposed and never joined by themselves. That two are one is written on the signals that
say the same, and so reaches everybody: each names the one that stays. That they are two is kept at
home: whoever was there knows, and a colleague who says otherwise is told of here.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations, product

from sqlalchemy import select

from staketerm.domain.errors import NotFound
from staketerm.domain.ids import derived_id
from staketerm.domain.signals import Kind
from staketerm.domain.twins import BESIDE, Occasion, Same, likely_same
from staketerm.journal.authors import Authors
from staketerm.journal.opening import Journal
from staketerm.journal.positions.model import model_on
from staketerm.journal.receipt import Receipt
from staketerm.journal.told_by import Logged, logged_since
from staketerm.locale import _
from staketerm.store import tables
from staketerm.store.portions import portions
from staketerm.store.reader import Reader
from staketerm.store.records import Setting, Signal

LOOK_BACK = timedelta(days=366)
"""How long ago a meeting may be to be proposed: what is older hardly moves a position."""

TWO = "two meetings:"
"""Begins the name of the setting that keeps that two meetings are two."""


@dataclass(frozen=True, slots=True)
class TwinSide:
    """What one of two logged: the meeting's id (None: signals without one), who logged it and
    whether that is oneself, on which day, how many people and deeds it holds.
    """

    entry: str | None
    author: str
    own: bool
    day: date
    people: int
    deeds: int


@dataclass(frozen=True, slots=True)
class TwinPair:
    """Two signals that say the same of a stakeholder: ids and labels of the one that stays and of
    the one that is left out when they are one.
    """

    stakeholder: str
    name: str
    stays: str
    doubles: str
    kind: str
    other_kind: str


@dataclass(frozen=True, slots=True)
class TwinMeeting:
    """Two meetings that are likely one. `key` names the two; `contested` says that a colleague
    holds them for one though they are two here.
    """

    key: str
    day: date
    title: str
    one: TwinSide
    other: TwinSide
    pairs: tuple[TwinPair, ...]
    contested: bool = False


def likely_twins(journal: Journal) -> tuple[TwinMeeting, ...]:
    """What was likely logged twice in the last year, newest first, and is not decided here."""
    with journal.read() as reader:
        authors = Authors.of(reader)
        if authors.alone:
            return ()
        found = _twins(reader, authors, journal.today)
        return tuple(sorted(found, key=lambda twin: (twin.day, twin.key), reverse=True))


def are_one(journal: Journal, twin: TwinMeeting) -> Receipt:
    """Count once what both logged: the doubled signals stay in the timeline and name the one that
    counts. Undone as one step. Raises NotFound where none of them is there any more.
    """
    with journal.write("one meeting") as writing:
        writing.delete(Setting, _setting(twin))
        pairs = [(pair, writing.work.get(Signal, pair.doubles)) for pair in twin.pairs]
        if not any(row for _pair, row in pairs):
            raise NotFound(_("This meeting is not in the journal any more."))
        for pair, row in pairs:
            stays = _root(writing.work, pair.stays)
            if row is not None and stays != row.id:
                writing.patch(Signal, row.id, doubles=stays)
    return writing.receipt


def are_two(journal: Journal, twin: TwinMeeting) -> Receipt:
    """Let both count, and propose the two no more. Undone as one step."""
    with journal.write("two meetings") as writing:
        for pair in twin.pairs:
            row = writing.work.get(Signal, pair.doubles)
            if row is not None and row.doubles is not None:
                writing.patch(Signal, row.id, doubles=None)
        name = TWO + twin.key
        writing.put(Setting(id=_setting(twin), name=name, day=writing.today, value=True))
    return writing.receipt


def _setting(twin: TwinMeeting) -> str:
    return derived_id(None, "setting", TWO + twin.key)


def _root(reader: Reader, signal: str) -> str:
    """The signal that counts for one that may double another itself."""
    seen = {signal}
    while (row := reader.get(Signal, signal)) and row.doubles and row.doubles not in seen:
        signal = row.doubles
        seen.add(signal)
    return signal


def _twins(reader: Reader, authors: Authors, today: date) -> Iterator[TwinMeeting]:
    """Every pair of occasions that are likely one, and undecided or contested."""
    catalogue = model_on(reader, today).catalogue
    logged, doubles = logged_since(reader, authors, _shared(reader), today - LOOK_BACK)
    two, names = _held_for_two(reader), _names(reader, logged)
    for one, other in _beside_each_other(logged):
        same = likely_same(one.occasion, other.occasion, catalogue)
        key = derived_id(None, "twins", one.key, other.key)
        contested = key in two
        wanted = [pair for pair in same if (pair.doubles.id in doubles) == contested]
        if wanted:
            yield TwinMeeting(
                key=key,
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
    return TwinPair(who, names.get(who, ""), stays.id, doubles.id, *labels)


def _shared(reader: Reader) -> list[str]:
    project = tables.project.c
    query = select(project.id).where(project.sharing != "none", project.deleted.is_(None))
    return [id for (id,) in reader.select(query)]


def _held_for_two(reader: Reader) -> set[str]:
    setting = tables.setting.c
    query = select(setting.name).where(
        setting.name.startswith(TWO, autoescape=True), setting.deleted.is_(None)
    )
    return {name.removeprefix(TWO) for (name,) in reader.select(query)}


def _names(reader: Reader, logged: Iterable[Logged]) -> dict[str, str]:
    person = tables.stakeholder.c
    ids = sorted({who for each in logged for who in each.occasion.people})
    return {
        id: name
        for some in portions(ids)
        for id, name in reader.select(select(person.id, person.name).where(person.id.in_(some)))
    }
