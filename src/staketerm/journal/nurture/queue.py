"""The acts of one stakeholder: what is to do, and what was decided about it before (S3; F56)."""

from dataclasses import dataclass, replace
from datetime import date

from staketerm.domain.cadence import window_after
from staketerm.domain.day_words import say_day
from staketerm.domain.nurture.acts import Act, Proposal
from staketerm.domain.nurture.telling import update_rhythm
from staketerm.journal.nurture import decisions
from staketerm.journal.nurture.decisions import Due, due_with
from staketerm.journal.nurture.nurturing import cases
from staketerm.journal.nurture.plan import plan
from staketerm.journal.opening import Journal
from staketerm.journal.receipt import Receipt
from staketerm.locale import _, language
from staketerm.store import tables
from staketerm.store.records import Action

DECIDED_SHOWN = 12
"""How many decisions the queue holds, newest first; the history has all of them."""

AHEAD_DAYS = 90
"""How far ahead the next act of a kind is looked for."""


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided about an act: done, skipped or snoozed, on which day, and what came of it
    or why not; `until` is the day up to which it rests.
    """

    id: str
    kind: str
    state: str
    on: date
    until: date | None
    why: str | None
    outcome: str | None


@dataclass(frozen=True, slots=True)
class Queue:
    """What is to do for one stakeholder in one project, and the last decisions, newest first."""

    due: Due
    decided: tuple[Decided, ...]


def queue(journal: Journal, stakeholder: str, project: str, on: date | None = None) -> Queue:
    """The acts of a stakeholder in a project on a day."""
    day = on or journal.today
    table = tables.action.c
    with journal.read() as reader:
        rows = reader.rows(
            Action,
            table.stakeholder == stakeholder,
            table.project == project,
            table.on <= day,
            order_by=(table.on.desc(), table.rev.desc()),
            limit=DECIDED_SHOWN,
        )
    decided = tuple(
        Decided(row.id, row.kind, row.state, row.on, row.until, row.why, row.outcome)
        for row in rows
    )
    return Queue(due_with(journal, stakeholder, on, project), decided)


def done(journal: Journal, act: Proposal, outcome: str | None = None) -> Receipt:
    """`decisions.done` as of today; the receipt tells when the next act of that kind is."""
    receipt = decisions.done(journal, act, outcome=outcome)
    day = next_latest(journal, act) if receipt.changed else None
    if day is None:
        return receipt
    said = _("Next {day} at the latest.").format(day=say_day(day, journal.today, language()))
    return replace(receipt, notes=(*receipt.notes, said))


def next_latest(journal: Journal, act: Proposal) -> date | None:
    """The latest day of the next act of that kind for that person, as the planner has it.

    What comes by a rhythm has its day before there is anything to tell.
    """
    today = journal.today
    with journal.read() as reader:
        ahead = [
            each.proposal.latest
            for each in plan(reader, today, [act.stakeholder], horizon=AHEAD_DAYS)
            if (each.proposal.kind, each.proposal.project) == (act.kind, act.project)
            and each.id != act.id
        ]
        if ahead:
            return min(ahead)
        if act.kind not in (Act.CHECK_IN, Act.STATUS_UPDATE):
            return None
        case = cases(reader, today, [act.stakeholder]).of(act.project)
    if case is None:
        return None
    updates = act.kind == Act.STATUS_UPDATE
    window = window_after(today, update_rhythm(case) if updates else case.rhythm)
    return window.latest if window else None
