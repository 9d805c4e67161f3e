"""What the sections of Review ask the journal."""

from typing import TYPE_CHECKING

from staketerm.tui.review.section import Scope

if TYPE_CHECKING:
    from staketerm.journal.opening import Journal
    from staketerm.journal.person_row import PersonRow
    from staketerm.tui.questions import Question


def moved(scope: Scope) -> "Question[tuple[PersonRow, ...]]":
    """Whoever moved, and whoever has an alarm."""

    def answer(journal: "Journal") -> "tuple[PersonRow, ...]":
        from staketerm.journal.movement import moved as found

        return found(journal, scope.project, scope.as_of)

    return answer
