"""The order of attention as a query, for lists too long to be built before they show (P25)."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import case, cast, func, select

from staketerm.journal.person_row import LISTED
from staketerm.journal.seen import ALARM
from staketerm.store import tables
from staketerm.store.types import Words
from staketerm.store.work import Reader

IMPACT_RANK: Mapping[str, int] = {"high": 0, "medium": 1, "low": 2, "none": 4}
UNRANKED = 3
"""The place of an impact in the order, and of one that is not set."""


def first_by_attention(
    reader: Reader, today: date, most: int, project: str | None = None
) -> tuple[list[str], int]:
    """The stakeholders that come first by attention, and how many rows there are in all.

    The order of `triage` put as a query, for a list too long to be built whole before its first
    rows show. A plan that is not today's, and words that have lapsed, are taken as they are stored.
    """
    person, involved, state, action, acts = (
        tables.stakeholder,
        tables.involvement,
        tables.state,
        tables.action,
        tables.plan,
    )
    same = (state.c.stakeholder == involved.c.stakeholder) & (state.c.project == involved.c.project)
    seen = (
        select(func.max(action.c.occasion))
        .where(
            action.c.stakeholder == involved.c.stakeholder,
            action.c.project == involved.c.project,
            action.c.kind == ALARM,
            action.c.deleted.is_(None),
        )
        .scalar_subquery()
    )
    latest = (
        select(acts.c.latest)
        .where(
            acts.c.stakeholder == involved.c.stakeholder,
            acts.c.project == involved.c.project,
            acts.c.day == today,
            acts.c.brake.is_(None),
        )
        .order_by(acts.c.priority.desc(), acts.c.latest, acts.c.id)
        .limit(1)
        .scalar_subquery()
    )
    calm = case(
        (state.c.alarm_kind.is_(None), 1),
        (cast(state.c.alarm_since, Words) <= seen, 1),
        else_=0,
    )
    rank = case(IMPACT_RANK, value=involved.c.impact, else_=UNRANKED)
    query = (
        select(involved.c.stakeholder)
        .select_from(involved)
        .join(person, person.c.id == involved.c.stakeholder)
        .join(tables.project, tables.project.c.id == involved.c.project)
        .outerjoin(state, same)
        .where(*LISTED)
    )
    if project is not None:
        query = query.where(involved.c.project == project)
    total = reader.select(select(func.count()).select_from(query.subquery()))[0][0]
    ordered = query.order_by(
        calm,
        case((calm == 0, rank), else_=0),
        latest.nulls_last(),
        rank,
        state.c.last_contact.nulls_last(),
        person.c.folded,
    )
    return [who for (who,) in reader.select(ordered.limit(most))], total
