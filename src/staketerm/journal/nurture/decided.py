"""Acts that were decided in a span of days: done, or left out with a reason (design section 6)."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from staketerm.journal.stakeholders.attention import ALARM
from staketerm.store import tables
from staketerm.store.reader import Reader


@dataclass(frozen=True, slots=True)
class Decided:
    """One act: whom it was for, whether it was done or skipped, on which day, why, and what came of
    it."""

    stakeholder: str
    handle: str
    name: str
    stakeholder_kind: str
    project: str
    project_name: str
    kind: str
    occasion: str
    state: str
    on: date
    why: str | None
    outcome: str | None


def decided(
    reader: Reader, first: date, last: date, project: str | None = None
) -> tuple[Decided, ...]:
    """The acts decided from the day `first` to `last`, both included, newest first; of a project,
    or of all. Alarms that were seen are no acts."""
    act, who, where = tables.action.c, tables.stakeholder.c, tables.project.c
    query = (
        select(
            who.id,
            who.handle,
            who.name,
            who.kind,
            where.id,
            where.name,
            act.kind,
            act.occasion,
            act.state,
            act.on,
            act.why,
            act.outcome,
        )
        .join(tables.stakeholder, who.id == act.stakeholder)
        .join(tables.project, where.id == act.project)
        .where(
            act.deleted.is_(None),
            who.deleted.is_(None),
            where.deleted.is_(None),
            act.state.in_(("done", "skipped")),
            act.kind != ALARM,
            act.on >= first,
            act.on <= last,
        )
        .order_by(act.on.desc(), who.folded, act.kind)
    )
    if project is not None:
        query = query.where(act.project == project)
    return tuple(Decided(*row) for row in reader.select(query))
