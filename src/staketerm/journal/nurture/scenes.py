"""What all cases of a project share: its news, its plans, whom to win, who reaches whom."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from sqlalchemy import and_, case, false, func, or_, select

from staketerm.domain.network import Line, routes
from staketerm.domain.nurture.asking import CARRYING, SUCCESS_FADES_DAYS
from staketerm.domain.nurture.facts import TOLD_KINDS, Case, Party, Progress, Reached, Scene
from staketerm.domain.nurture.telling import NEWS_DAYS
from staketerm.journal.nurture.dealings import progress_columns, progress_of
from staketerm.store import tables
from staketerm.store.reader import Reader

AUDIENCE = 50
"""How many of those who may be won are looked at, those who matter most first."""

WAITING = ("fence_sitter", "quiet_opponent", "unknown")
"""Whom a small success may win (P20, P26)."""

MET_DAYS = 365
"""Meetings of this long ago still tie people."""

STRENGTH_OF_MEETINGS = (0.34, 0.67, 1.0)
"""How strong a tie is by one, two, three and more meetings."""

SAME_ORGANISATION = 0.67
"""How strong the tie is between people of one organisation."""


def scenes(reader: Reader, today: date, cases: Collection[Case]) -> dict[str, Scene]:
    """The scene of each project that the cases are of, by id."""
    projects = sorted({each.party.project for each in cases if not each.party.personal})
    return {
        project: ReadScene(
            reader,
            today,
            project,
            {each.party.stakeholder for each in cases if each.party.project == project},
        )
        for project in projects
    }


class ReadScene(Scene):
    """A scene whose parts are read when the planner first asks for them: one log asks for few."""

    def __init__(self, reader: Reader, today: date, project: str, near: Collection[str]) -> None:
        self.__dict__.update(_reader=reader, _today=today, _project=project, _near=near)

    if not TYPE_CHECKING:  # they are the fields of a Scene, filled late

        @cached_property
        def told(self):
            return _told(self._reader, self._today, self._project)

        @cached_property
        def plans(self):
            return _plans(self._reader, self._today, self._project)

        @cached_property
        def open_to_all(self):
            return _open_to_all(self._reader, self.plans)

        @cached_property
        def audience(self):
            return _audience(self._reader, self._project)

        @cached_property
        def carried_by(self):
            return _carried_by(self._reader, self._today, self._project, self._near)

        @cached_property
        def starts(self):
            return _starts(self._reader, self._project)


def _told(reader: Reader, today: date, project: str) -> tuple[Progress, ...]:
    """The shareable progress entries of the last weeks, oldest first."""
    entry = tables.entry.c
    query = (
        select(*progress_columns())
        .where(
            entry.project == project,
            entry.kind.in_(TOLD_KINDS),
            entry.day > today - timedelta(days=NEWS_DAYS),
            entry.day <= today,
            entry.deleted.is_(None),
            entry.private.is_(false()),
        )
        .order_by(entry.day, entry.id)
    )
    return tuple(progress_of(row[1:]) for row in reader.select(query))


def _plans(reader: Reader, today: date, project: str) -> tuple[Progress, ...]:
    """The shareable plans that are open and not long past."""
    entry = tables.entry.c
    query = select(*progress_columns()).where(
        entry.project == project,
        entry.kind == "plan",
        or_(entry.day > today - timedelta(days=SUCCESS_FADES_DAYS), entry.due >= today),
        entry.day <= today,
        entry.closed_on.is_(None),
        entry.deleted.is_(None),
        entry.private.is_(false()),
    )
    return tuple(progress_of(row[1:]) for row in reader.select(query))


def _open_to_all(reader: Reader, plans: tuple[Progress, ...]) -> frozenset[str]:
    """The ids of the plans that name nobody."""
    about = tables.about.c
    ids = {plan.id for plan in plans}
    query = select(about.entry).where(about.entry.in_(sorted(ids)), about.deleted.is_(None))
    return frozenset(ids - {entry for (entry,) in reader.select(query)}) if ids else frozenset()


def _starts(reader: Reader, project: str) -> date | None:
    """The project's first day: as it is said, else that of its first progress entry."""
    starts = tables.project.c.starts
    said = [day for (day,) in reader.select(select(starts).where(tables.project.c.id == project))]
    if said and said[0] is not None:
        first: date = said[0]
        return first
    entry = tables.entry.c
    days: list[date | None] = [
        day
        for kind in TOLD_KINDS
        for (day,) in reader.select(
            select(func.min(entry.day)).where(
                entry.project == project, entry.kind == kind, entry.deleted.is_(None)
            )
        )
    ]
    return min((day for day in days if day is not None), default=None)


def _audience(reader: Reader, project: str) -> tuple[Party, ...]:
    involved, person, state, tag = (
        tables.involvement.c,
        tables.stakeholder.c,
        tables.state.c,
        tables.tag.c,
    )
    query = (
        select(involved.stakeholder, person.name, involved.impact, state.label, person.organisation)
        .join(tables.stakeholder, person.id == involved.stakeholder)
        .join(
            tables.state,
            and_(state.stakeholder == involved.stakeholder, state.project == project),
        )
        .where(
            involved.project == project,
            involved.deleted.is_(None),
            involved.impact.in_(("high", "medium")),
            or_(involved.reach.is_(None), involved.reach != "remote"),
            state.label.in_(WAITING),
            person.deleted.is_(None),
            person.merged_into.is_(None),
            person.do_not_contact.is_(false()),
        )
        .order_by(case((involved.impact == "high", 0), else_=1), involved.stakeholder)
        .limit(AUDIENCE)
    )
    rows = reader.select(query)
    words: dict[str, set[str]] = {}
    for who, word in reader.select(
        select(tag.stakeholder, tag.tag).where(
            tag.deleted.is_(None), tag.stakeholder.in_([row[0] for row in rows])
        )
    ):
        words.setdefault(who, set()).add(word)
    return tuple(
        Party(
            stakeholder=who,
            project=project,
            name=name,
            impact=impact,
            label=label,
            organisation=organisation,
            tags=frozenset(words.get(who, ())),
        )
        for who, name, impact, label, organisation in rows
    )


def _carried_by(
    reader: Reader, today: date, project: str, asked: Collection[str]
) -> dict[str, tuple[Reached, ...]]:
    """Whom each could reach who is out of reach and matters; each by the one best placed."""
    remote = _remote(reader, project)
    if not remote:
        return {}
    near = _near(reader, project)
    if near.isdisjoint(asked):
        return {}
    lines = [*_met(reader, today, project), *_colleagues(reader, project, remote)]
    found: dict[str, list[Reached]] = {}
    for party in remote:
        for route in routes(lines, near, party.stakeholder)[:1]:
            reached = Reached(party, len(route.steps) - 1, route.strength)
            found.setdefault(route.steps[0], []).append(reached)
    return {who: tuple(theirs) for who, theirs in found.items()}


def _remote(reader: Reader, project: str) -> list[Party]:
    involved, person = tables.involvement.c, tables.stakeholder.c
    query = (
        select(involved.stakeholder, person.name, involved.impact, person.organisation)
        .join(tables.stakeholder, person.id == involved.stakeholder)
        .where(
            involved.project == project,
            involved.reach == "remote",
            involved.impact.in_(("high", "medium")),
            involved.deleted.is_(None),
            person.deleted.is_(None),
            person.merged_into.is_(None),
            person.do_not_contact.is_(false()),
        )
        .order_by(involved.stakeholder)
    )
    return [
        Party(
            stakeholder=who,
            project=project,
            name=name,
            impact=impact,
            reach="remote",
            organisation=organisation,
        )
        for who, name, impact, organisation in reader.select(query)
    ]


def _near(reader: Reader, project: str) -> frozenset[str]:
    """Those who work along and can be spoken to."""
    involved, state = tables.involvement.c, tables.state.c
    query = (
        select(involved.stakeholder)
        .join(
            tables.state,
            and_(state.stakeholder == involved.stakeholder, state.project == project),
        )
        .where(
            involved.project == project,
            involved.deleted.is_(None),
            or_(involved.reach.is_(None), involved.reach != "remote"),
            state.label.in_(sorted(CARRYING)),
        )
    )
    return frozenset(who for (who,) in reader.select(query))


def _met(reader: Reader, today: date, project: str) -> list[Line]:
    """The ties between those who came to the same meetings."""
    about, entry = tables.about.c, tables.entry.c
    query = (
        select(about.entry, about.stakeholder)
        .join(tables.entry, entry.id == about.entry)
        .where(
            about.role == "attendee",
            about.deleted.is_(None),
            entry.deleted.is_(None),
            entry.project == project,
            entry.day > today - timedelta(days=MET_DAYS),
        )
    )
    came: dict[str, list[str]] = {}
    for meeting, who in reader.select(query):
        came.setdefault(meeting, []).append(who)
    met: dict[tuple[str, str], int] = {}
    for people in came.values():
        for place, one in enumerate(sorted(people)):
            for other in sorted(people)[place + 1 :]:
                met[one, other] = met.get((one, other), 0) + 1
    return [
        Line(one, other, STRENGTH_OF_MEETINGS[min(times, 3) - 1])
        for (one, other), times in met.items()
    ]


def _colleagues(reader: Reader, project: str, remote: Iterable[Party]) -> Iterable[Line]:
    """A tie of everybody out of reach to those of the same organisation."""
    at = {party.stakeholder: party.organisation for party in remote if party.organisation}
    if not at:
        return []
    involved, person = tables.involvement.c, tables.stakeholder.c
    query = (
        select(person.id, person.organisation)
        .join(tables.involvement, involved.stakeholder == person.id)
        .where(
            involved.project == project,
            involved.deleted.is_(None),
            person.deleted.is_(None),
            person.organisation.in_(sorted(set(at.values()))),
        )
    )
    rows = reader.select(query)
    return [
        Line(who, other, SAME_ORGANISATION)
        for who, organisation in at.items()
        for other, theirs in rows
        if theirs == organisation and other != who
    ]
