"""Who is in which project, and where they stand today: the parties that the planner looks at."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Select, and_, select

from staketerm.domain.nurture.facts import Party
from staketerm.domain.text import fold
from staketerm.journal.positions.evidence import Pair
from staketerm.journal.positions.standing import assess_pairs, state_of
from staketerm.store import tables
from staketerm.store.portions import portions
from staketerm.store.reader import Reader
from staketerm.store.records import State


def each_of(
    reader: Reader, query: Select[Any], column: Any, who: Collection[str] | None
) -> Iterator[Any]:
    """The rows of a query, of those stakeholders alone where some are named."""
    if who is None:
        yield from reader.select(query)
        return
    ids = sorted(set(who))
    for some in portions(ids):
        yield from reader.select(query.where(column.in_(some)))


class PartyRow(NamedTuple):
    """An involvement with what is kept of where its stakeholder stands; None where nothing is."""

    stakeholder: str
    project: str
    name: str
    handle: str
    organisation: str | None
    do_not_contact: bool
    project_name: str
    project_kind: str
    impact: str | None
    reach: str | None
    interest: int | None
    desired: str | None
    valued_critic: bool
    style: str | None
    ideal_days: int | None
    latest_days: int | None
    recurrence: str | None
    label: str | None
    since: date | None
    alarm_kind: str | None
    alarm_since: date | None
    last_contact: date | None
    computed_on: date | None
    lapses_on: date | None


def party_rows(reader: Reader, who: Collection[str] | None) -> list[PartyRow]:
    """The involvements of the stakeholders given by id, or of all, with what is kept of where each
    stands.
    """
    involved, person, project, state = (
        tables.involvement.c,
        tables.stakeholder.c,
        tables.project.c,
        tables.state.c,
    )
    query = (
        select(
            involved.stakeholder,
            involved.project,
            person.name,
            person.handle,
            person.organisation,
            person.do_not_contact,
            project.name,
            project.kind,
            involved.impact,
            involved.reach,
            involved.interest,
            involved.desired,
            involved.valued_critic,
            involved.style,
            involved.ideal_days,
            involved.latest_days,
            involved.recurrence,
            state.label,
            state.since,
            state.alarm_kind,
            state.alarm_since,
            state.last_contact,
            state.computed_on,
            state.lapses_on,
        )
        .join(tables.stakeholder, person.id == involved.stakeholder)
        .join(tables.project, project.id == involved.project)
        .outerjoin(
            tables.state,
            and_(state.stakeholder == involved.stakeholder, state.project == involved.project),
        )
        .where(
            involved.deleted.is_(None),
            person.deleted.is_(None),
            person.merged_into.is_(None),
            project.deleted.is_(None),
        )
    )
    return [PartyRow._make(row) for row in each_of(reader, query, involved.stakeholder, who)]


def folded_anew(reader: Reader, today: date, rows: Iterable[PartyRow]) -> dict[Pair, State]:
    """Where those stand today whose kept position is of another day, or has lapsed by now."""
    lapsed = [
        (row.stakeholder, row.project)
        for row in rows
        if row.computed_on is not None
        and (row.computed_on > today or (row.lapses_on is not None and row.lapses_on <= today))
    ]
    found = assess_pairs(reader, today, lapsed) if lapsed else {}
    return {pair: state_of(pair, assessment) for pair, assessment in found.items()}


def party_of(row: PartyRow, state: PartyRow | State, tags: Mapping[str, frozenset[str]]) -> Party:
    """The party of such a row, standing as `state` says."""
    return Party(
        stakeholder=row.stakeholder,
        project=row.project,
        name=row.name,
        personal=row.project_kind == "personal",
        impact=row.impact,
        reach=row.reach,
        interest=row.interest,
        desired=row.desired,
        valued_critic=row.valued_critic,
        do_not_contact=row.do_not_contact,
        label=state.label or "unknown",
        since=state.since,
        alarm=state.alarm_kind,
        alarm_since=state.alarm_since,
        last_contact=state.last_contact,
        tags=tags.get(row.stakeholder, frozenset()),
        organisation=row.organisation,
    )


def tags_of(reader: Reader, who: Collection[str] | None) -> dict[str, frozenset[str]]:
    """The folded tags of each stakeholder who has any."""
    columns = tables.tag.c
    query = select(columns.stakeholder, columns.tag).where(columns.deleted.is_(None))
    found: dict[str, set[str]] = {}
    for stakeholder, tag in each_of(reader, query, columns.stakeholder, who):
        found.setdefault(stakeholder, set()).add(fold(tag))
    return {stakeholder: frozenset(words) for stakeholder, words in found.items()}
