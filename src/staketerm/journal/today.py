"""Everything that Today shows, gathered in one go (screens S1)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from staketerm.journal.decisions import Due, due
from staketerm.journal.evidence import Pair
from staketerm.journal.ledger import OpenItem, open_items
from staketerm.journal.movement import moved, on_this_day
from staketerm.journal.opening import Journal
from staketerm.journal.person_row import PersonRow
from staketerm.journal.timeline import Told
from staketerm.journal.triage import people


@dataclass(frozen=True, slots=True)
class Today:
    """What asks for attention, what moved, and who and what stands behind it.

    `people` holds everybody whom an act concerns, `items` the asks and agreements behind acts, by
    id. `years_ago` is filled in a project without scoring alone.
    """

    due: Due
    moved: tuple[PersonRow, ...]
    people: Mapping[Pair, PersonRow]
    items: Mapping[str, OpenItem]
    years_ago: tuple[Told, ...]


def today(
    journal: Journal,
    project: str | None = None,
    as_of: date | None = None,
    *,
    personal: bool = False,
) -> Today:
    """What Today shows of a project, or of all; as of a day."""
    answer = due(journal, as_of, project)
    acts = (*answer.acts, *answer.coming, *answer.held_back)
    who = {act.proposal.stakeholder for act in acts}
    rows = people(journal, project=project, as_of=as_of, only=who).rows if who else ()
    return Today(
        due=answer,
        moved=() if personal else moved(journal, project, as_of),
        people={(row.id, row.project): row for row in rows},
        items={item.id: item for item in open_items(journal, None, project)} if acts else {},
        years_ago=on_this_day(journal, project) if personal else (),
    )
