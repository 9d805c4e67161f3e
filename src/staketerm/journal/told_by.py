"""What each colleague logged of which occasion, as it is needed to find what two logged (twins)."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy import false, select

from staketerm.domain.twins import BESIDE, Act, Occasion
from staketerm.journal.authors import Authors, first_stamps
from staketerm.store import tables
from staketerm.store.portions import portions
from staketerm.store.reader import Reader

MEETINGS = frozenset({"meeting", "call"})
"""The kinds of entry that people sit in together."""


@dataclass(frozen=True, slots=True)
class Logged:
    """An occasion with its title and a key that stays; one's own has an empty author."""

    key: str
    title: str
    occasion: Occasion


class _Row(NamedTuple):
    id: str
    rev: str
    stakeholder: str
    project: str
    entry: str | None
    day: date
    kind: str
    private: bool
    doubles: str | None

    @property
    def act(self) -> Act:
        return Act(self.id, self.stakeholder, self.kind, self.private)


class _Meeting(NamedTuple):
    id: str
    rev: str
    project: str
    day: date
    title: str | None


def logged_since(
    reader: Reader, authors: Authors, projects: Collection[str], since: date
) -> tuple[list[Logged], dict[str, str]]:
    """The occasions in some projects from a day on, and what each of their signals doubles, by id.

    Signals without a meeting are told where somebody else logged of the same person within a day.
    """
    signals = _signals(reader, projects, since)
    meetings = _meetings(reader, projects, since)
    known = {meeting.id for meeting in meetings}
    alone = [row for row in signals if row.entry not in known]
    found = [
        *_of_meetings(reader, authors, meetings, signals),
        *_without_meeting(reader, authors, _beside_others(authors, alone, signals)),
    ]
    return found, {row.id: row.doubles for row in signals if row.doubles}


def _of_meetings(
    reader: Reader, authors: Authors, meetings: Iterable[_Meeting], signals: Iterable[_Row]
) -> Iterator[Logged]:
    acts: defaultdict[str | None, list[Act]] = defaultdict(list)
    for row in signals:
        if row.entry is not None:
            acts[row.entry].append(row.act)
    there = _attendees(reader, [meeting.id for meeting in meetings])
    for id, rev, project, day, title in meetings:
        people = there[id] | {act.stakeholder for act in acts[id]}
        author = authors.of_stamp(rev) or ""
        occasion = Occasion(id, author, project, day, frozenset(people), tuple(acts[id]))
        yield Logged(id, title or "", occasion)


def _without_meeting(reader: Reader, authors: Authors, rows: list[_Row]) -> Iterator[Logged]:
    """What each logged on a day without a meeting, as one occasion."""
    stamps = first_stamps(reader, "signal", {row.id: row.rev for row in rows})
    found: defaultdict[tuple[str, str, date], list[Act]] = defaultdict(list)
    for row in rows:
        found[authors.of_stamp(stamps[row.id]) or "", row.project, row.day].append(row.act)
    for (author, project, day), acts in found.items():
        people = frozenset(act.stakeholder for act in acts)
        occasion = Occasion(None, author, project, day, people, tuple(acts))
        yield Logged(" ".join((day.isoformat(), project, author)), "", occasion)


def _beside_others(authors: Authors, alone: Iterable[_Row], signals: Iterable[_Row]) -> list[_Row]:
    """Those of the rows for whose person somebody else wrote another one within a day."""
    written: defaultdict[tuple[str, str, date], set[str | None]] = defaultdict(set)
    for row in signals:
        for day in (row.day - BESIDE, row.day, row.day + BESIDE):
            written[row.stakeholder, row.project, day].add(authors.of_stamp(row.rev))
    return [row for row in alone if len(written[row.stakeholder, row.project, row.day]) > 1]


def _signals(reader: Reader, projects: Collection[str], since: date) -> list[_Row]:
    signal = tables.signal.c
    query = select(*(signal[name] for name in _Row._fields)).where(
        signal.deleted.is_(None),
        signal.ignored.is_(false()),
        signal.project.in_(sorted(projects)),
        signal.day >= since,
    )
    return [_Row(*row) for row in reader.select(query)]


def _meetings(reader: Reader, projects: Collection[str], since: date) -> list[_Meeting]:
    entry = tables.entry.c
    query = select(*(entry[name] for name in _Meeting._fields)).where(
        entry.deleted.is_(None),
        entry.kind.in_(sorted(MEETINGS)),
        entry.project.in_(sorted(projects)),
        entry.day >= since,
    )
    return [_Meeting(*row) for row in reader.select(query)]


def _attendees(reader: Reader, meetings: list[str]) -> Mapping[str, set[str]]:
    about, found = tables.about.c, defaultdict[str, set[str]](set)
    for some in portions(meetings):
        query = select(about.entry, about.stakeholder).where(
            about.deleted.is_(None), about.entry.in_(some)
        )
        for entry, who in reader.select(query):
            found[entry].add(who)
    return found
