"""What the sections of Review ask the journal."""

from datetime import date
from typing import TYPE_CHECKING

from staketerm.tui.review.section import SHOWN, Scope

if TYPE_CHECKING:
    from staketerm.journal.opening import Journal
    from staketerm.journal.positions.news import Changed
    from staketerm.tui.questions import Question


def first_day(as_of: date | None) -> "Question[date]":
    """From which day on Review looks back: the day one last looked, or seven days."""

    def answer(journal: "Journal") -> date:
        from staketerm.journal.positions.changed import first_day as first

        return first(journal, as_of)

    return answer


def changed(scope: Scope) -> "Question[Changed]":
    """What changed in the days looked back on."""

    def answer(journal: "Journal") -> "Changed":
        from staketerm.journal.positions.changed import changed as found

        return found(journal, scope.since, scope.project, scope.as_of, courses=SHOWN)

    return answer
