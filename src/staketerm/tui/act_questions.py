"""What the screens with acts ask the journal, as in `questions`: its rooms load in its thread."""

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from staketerm.journal.nurture.act_facts import ActFacts
    from staketerm.journal.nurture.decisions import DueAct
    from staketerm.journal.opening import Journal
    from staketerm.tui.questions import Question


def act_facts(act: "DueAct", on: date | None) -> "Question[ActFacts]":
    """What stands behind an act, as of a day."""

    def answer(journal: "Journal") -> "ActFacts":
        from staketerm.journal.nurture.act_facts import act_facts as found
        from staketerm.journal.nurture.templates import own_templates

        return found(journal, act, on, own=own_templates())

    return answer
