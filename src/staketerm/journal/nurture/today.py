"""Everything that Today shows, gathered in one go (screens S1)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from staketerm.domain.grounds import Reason
from staketerm.domain.nurture.acts import FALLING_DUE
from staketerm.journal.ledger import OpenItem, items
from staketerm.journal.nurture.decisions import Due, due
from staketerm.journal.opening import Journal
from staketerm.journal.positions.evidence import Pair
from staketerm.journal.positions.movement import LATELY_DAYS, moved, on_this_day
from staketerm.journal.positions.standing import assess_pairs
from staketerm.journal.stakeholders.person_row import PersonRow
from staketerm.journal.stakeholders.triage import first_people, people
from staketerm.journal.timeline import Told

MOVING_DAYS = 45
"""How long before a position moves its deeds lie."""

DEEDS_TOLD = 6
"""Of so many moves the deed behind them is looked up: of those that are shown at first."""

PEOPLE_TOLD = 200
"""Of so many acts of each sort it is looked up at first where the person stands; of the others by
`people_of`, when all acts are shown.
"""


@dataclass(frozen=True, slots=True)
class Today:
    """What asks for attention, what moved since a day, and who and what stands behind it.

    `since` is the day one last looked, where that is known (`looked`). `people` holds those whom
    the first acts concern, `items` the asks and agreements behind acts, by id; `deeds` the deed
    that weighs most in the first positions that moved. `years_ago` is filled in a project without
    scoring alone. `nobody` says that nobody is here yet.
    """

    due: Due
    moved: tuple[PersonRow, ...]
    since: date
    looked: bool
    deeds: Mapping[Pair, Reason]
    people: Mapping[Pair, PersonRow]
    items: Mapping[str, OpenItem]
    years_ago: tuple[Told, ...]
    nobody: bool = False


def today(
    journal: Journal,
    project: str | None = None,
    as_of: date | None = None,
    *,
    personal: bool = False,
    looked: date | None = None,
) -> Today:
    """What Today shows of a project, or of all; as of a day. `looked` is the day it was last looked
    at before today; what moved is told since then, as of another day of the week before that.
    """
    answer = due(journal, as_of, project)
    who = {
        act.proposal.stakeholder
        for sort in (answer.today, answer.to_do, answer.falls_due, answer.coming, answer.held_back)
        for act in sort[:PEOPLE_TOLD]
    }
    rows = people(journal, project=project, as_of=as_of, only=who).rows if who else ()
    looked = None if as_of else looked
    since = looked or answer.on - timedelta(days=LATELY_DAYS)
    moving = () if personal else moved(journal, project, as_of, since)
    return Today(
        due=answer,
        moved=moving,
        since=since,
        looked=looked is not None,
        deeds=_deeds(journal, moving[:DEEDS_TOLD], answer.on),
        people={(row.id, row.project): row for row in rows},
        items=_items(journal, answer, project),
        years_ago=on_this_day(journal, project) if personal else (),
        nobody=not rows and not first_people(journal, most=1, project=project).total,
    )


def people_of(
    journal: Journal, due: Due, project: str | None, as_of: date | None
) -> dict[Pair, PersonRow]:
    """Those whom all the acts concern, however many there are."""
    who = {act.proposal.stakeholder for act in due.every}
    rows = people(journal, project=project, as_of=as_of, only=who).rows
    return {(row.id, row.project): row for row in rows}


def _items(journal: Journal, due: Due, project: str | None) -> dict[str, OpenItem]:
    """The asks and agreements behind the acts."""
    behind = {act.proposal.occasion for act in due.every if act.proposal.kind in FALLING_DUE}
    if not behind:
        return {}
    with journal.read() as reader:
        waiting = items(reader, journal.today, project=project, counted=False)
    return {item.id: item for item in waiting if item.id in behind}


def _deeds(journal: Journal, rows: Iterable[PersonRow], day: date) -> dict[Pair, Reason]:
    """The deed that weighs most in each move, where one goes its way."""
    standing = {(row.id, row.project): row for row in rows}
    with journal.read() as reader:
        assessed = assess_pairs(reader, day, standing) if standing else {}
    found = {
        pair: _strongest(standing[pair], assessment.reasons)
        for pair, assessment in assessed.items()
    }
    return {pair: deed for pair, deed in found.items() if deed is not None}


def _strongest(row: PersonRow, reasons: Iterable[Reason]) -> Reason | None:
    """Of the deeds before the move those that go its way; the one of most points, then newest."""
    until = row.alarm_since if row.alarm else row.since
    if until is None:
        return None
    side = -1 if row.alarm or row.trend == "cooling" else 1 if row.trend == "warming" else 0
    near = [
        reason
        for reason in reasons
        if 0 <= (until - reason.on).days <= MOVING_DAYS and reason.points * side >= 0
    ]
    return max(near, key=lambda reason: (abs(reason.points), reason.on), default=None)
