"""The plan of one day: what may be worth doing, as the planner has it, kept for status bars.

The `plan` table holds the answer of one day (design section 2). Whoever writes replaces the part of
the stakeholders concerned; a plan of another day is left alone until `due` makes a new one. What
was told of a whole project concerns everybody in it: then the plan is made anew where that is
quick, and else when it is next asked for.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import delete, func, insert, select

from staketerm.domain.nurture import planner
from staketerm.domain.nurture.acts import Proposal, Weight, key_hash, order
from staketerm.journal.memory import uncollected
from staketerm.journal.nurture.nurturing import cases
from staketerm.journal.nurture.scenes import scenes
from staketerm.journal.stakeholders.listing import plan_mark
from staketerm.locale import language
from staketerm.store import tables
from staketerm.store.portions import portions
from staketerm.store.reader import Reader
from staketerm.store.work import Work

PLAN_DAY = "plan_day"
"""Name in `meta` of the day that the plan table answers for, and the language it speaks."""

HORIZON_DAYS = 14
"""How far ahead the plan looks where nothing else is asked."""

QUICKLY_PLANNED = 400
"""Up to so many involvements the whole plan is made anew in a moment."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A proposal with its id and the words to show it by."""

    id: str
    proposal: Proposal
    handle: str
    name: str
    project_name: str


def plan(
    reader: Reader,
    today: date,
    who: Collection[str] | None = None,
    horizon: int = HORIZON_DAYS,
) -> list[Planned]:
    """What may be worth doing on a day and in the days after it, most pressing first.

    Of the stakeholders given by id, or of all. What rests by a decision is left out; what a brake
    holds back carries its reason.
    """
    with uncollected():
        found = cases(reader, today, who)
        proposals = planner.plan(
            found.cases, scenes(reader, today, found.cases), found.settings, today, horizon
        )
    return [
        Planned(
            proposal.id,
            proposal,
            (known := found.known[proposal.stakeholder, proposal.project]).handle,
            known.party.name,
            known.project_name,
        )
        for proposal in proposals
    ]


def refresh_plan(work: Work, today: date, who: Collection[str] | None = None) -> None:
    """Store the plan of a day anew: of everybody, or of some where the stored plan is of that
    day and language; one of another answers for nothing from now on.
    """
    if who is not None and work.meta(PLAN_DAY) != plan_mark(today, language()):
        work.set_meta(PLAN_DAY, "")
        return
    table = tables.plan
    if who is None:
        work.connection.execute(delete(table))
        work.set_meta(PLAN_DAY, plan_mark(today, language()))
    else:
        ids = sorted(who)
        for some in portions(ids):
            work.connection.execute(delete(table).where(table.c.stakeholder.in_(some)))
    rows = [_row(planned, today) for planned in plan(work, today, who)]
    if rows:
        work.connection.execute(insert(table), rows)


def stored_plan(
    reader: Reader, today: date, who: Collection[str] | None = None
) -> list[Planned] | None:
    """The plan as it is stored, of some or of all; None where it is missing, of another day or in
    another language.
    """
    if reader.meta(PLAN_DAY) != plan_mark(today, language()):
        return None
    table = tables.plan
    query = select(table)
    if who is not None:
        query = query.where(table.c.stakeholder.in_(sorted(who)))
    until = _snoozed(reader, today)
    return sorted(
        (_planned(row, until.get(row.id)) for row in reader.select(query)),
        key=lambda planned: order(planned.proposal, today),
    )


def _snoozed(reader: Reader, today: date) -> dict[str, date]:
    """The day that each snoozed act comes back, by its id."""
    table = tables.action.c
    query = select(table.kind, table.stakeholder, table.project, table.occasion, table.until).where(
        table.state == "snoozed", table.until > today, table.deleted.is_(None)
    )
    return {key_hash(*key): until for *key, until in reader.select(query)}


def planned_ids(reader: Reader) -> list[str]:
    """The ids of all acts of the stored plan."""
    return [id for (id,) in reader.select(select(tables.plan.c.id))]


def forget_plan(work: Work, today: date) -> None:
    """Make a stored plan of this day anew where that is quick; else it answers for nothing from now
    on.
    """
    table = tables.involvement
    many = work.select(select(func.count()).select_from(table))[0][0]
    if many <= QUICKLY_PLANNED and work.meta(PLAN_DAY) == plan_mark(today, language()):
        refresh_plan(work, today)
    else:
        work.set_meta(PLAN_DAY, "")


def _row(planned: Planned, today: date) -> dict[str, Any]:
    proposal = planned.proposal
    return {
        "id": planned.id,
        "day": today,
        "stakeholder": proposal.stakeholder,
        "project": proposal.project,
        "handle": planned.handle,
        "name": planned.name,
        "project_name": planned.project_name,
        "kind": proposal.kind,
        "occasion": proposal.occasion,
        "ideal": proposal.ideal,
        "latest": proposal.latest,
        "tier": proposal.tier(today),
        "impact": proposal.weight.impact,
        "reach": proposal.weight.reach,
        "urgency": proposal.weight.urgency,
        "priority": proposal.priority,
        "reason": proposal.reason,
        "rests": list(proposal.rests),
        "brake": proposal.brake,
    }


def _planned(row: Any, until: date | None) -> Planned:
    proposal = Proposal(
        kind=row.kind,
        stakeholder=row.stakeholder,
        project=row.project,
        occasion=row.occasion,
        ideal=row.ideal,
        latest=row.latest,
        reason=row.reason,
        weight=Weight(row.impact, row.reach, row.urgency),
        rests=tuple(row.rests),
        brake=row.brake,
        until=until,
    )
    return Planned(row.id, proposal, row.handle, row.name, row.project_name)
