"""What the draft page asks the journal, as in `questions`: its rooms are imported in its thread."""

from collections.abc import Collection
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from staketerm.journal.ledger import OpenItem
    from staketerm.journal.nurture.decisions import DueAct
    from staketerm.journal.nurture.drafting import Drafted
    from staketerm.journal.opening import Journal
    from staketerm.tui.questions import Question


class DraftFound(NamedTuple):
    """A draft, and the open ask or agreement behind its act, if there is one."""

    drafted: "Drafted"
    item: "OpenItem | None"


def draft(
    stakeholder: str,
    project: str | None,
    act: "DueAct | None",
    item: "OpenItem | None",
    into: str | None,
    turned: Collection[str],
) -> "Question[DraftFound]":
    """The draft of an act, of the act on an open ask or agreement, or of the first one for a
    stakeholder where neither is given."""

    def answer(journal: "Journal") -> DraftFound:
        from staketerm.journal.ledger import open_items
        from staketerm.journal.nurture.drafting import act_on, draft_of, first_act
        from staketerm.journal.nurture.templates import own_templates

        meant = act or (act_on(journal, item) if item else first_act(journal, stakeholder, project))
        drafted = draft_of(journal, meant, into=into, turned=turned, own=own_templates())
        open_now = open_items(journal, stakeholder, meant.proposal.project)
        behind = next((one for one in open_now if one.id == meant.proposal.occasion), None)
        return DraftFound(drafted, behind)

    return answer
