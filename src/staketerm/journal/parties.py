"""Who is in which project, and where they stand today: the parties that the planner looks at."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Select, and_, select

from staketerm.domain.nurture.facts import Party
from staketerm.domain.text import fold
from staketerm.journal.evidence import CHUNK, Pair
from staketerm.journal.standing import assess_pairs, state_of
from staketerm.store import tables
from staketerm.store.records import State
from staketerm.store.work import Reader


def each_of(
    reader: Reader, query: Select[Any], column: Any, who: Collection[str] | None
) -> Iterator[Any]:
    """The rows of a query, of those stakeholders alone where some are named."""
    if who is None:
        yield from reader.select(query)
        return
    ids = sorted(set(who))
    for start in range(0, len(ids), CHUNK):
        yield from reader.select(query.where(column.in_(ids[start : start + CHUNK])))


def party_rows(reader: Reader, who: Collection[str] | None) -> Iterator[Any]:
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
            project.name.label("project_name"),
            project.kind.label("project_kind"),
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
    return each_of(reader, query, involved.stakeholder, who)


def folded_anew(reader: Reader, today: date, rows: Iterable[Any]) -> dict[Pair, State]:
    """Where those stand today whose kept position is of another day, or has lapsed by now."""
    lapsed = [
        (row.stakeholder, row.project)
        for row in rows
        if row.computed_on is not None
        and (row.computed_on > today or (row.lapses_on is not None and row.lapses_on <= today))
    ]
    found = assess_pairs(reader, today, lapsed) if lapsed else {}
    return {pair: state_of(pair, assessment) for pair, assessment in found.items()}


def party_of(row: Any, state: Any, tags: Mapping[str, frozenset[str]]) -> Party:
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
