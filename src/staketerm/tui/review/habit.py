"""The section of Review that tells how one logs: a warning, never a correction unasked."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from staketerm.domain.phrases import percentage
from staketerm.locale import N_, _
from staketerm.tui import kind_questions
from staketerm.tui.drawing import habit as drawing
from staketerm.tui.drawing.lines import EMPTY, Ink, Line, Piece
from staketerm.tui.review.section import Pencil, ReviewSection, Scope, Source

if TYPE_CHECKING:
    from staketerm.journal.positions.habits import Habit
    from staketerm.tui.questions import Question
    from staketerm.tui.screens.review import ReviewPlace


def habit(scope: Scope) -> "Question[Habit]":
    """How the year up to the day looked at was logged, in all projects with positions."""
    return kind_questions.habit(scope.as_of)


class LoggingHabit(ReviewSection):
    """Whether bad or good news is written down more readily."""

    id = "habit"
    heading = N_("how you log")
    title = N_("how you log")
    nothing = N_("Nothing is logged yet.")

    @property
    def source(self) -> Source:
        """The habit."""
        return habit

    def rows(self, found: "Habit") -> "Sequence[Habit]":
        """One, where anything is logged."""
        return (found,) if found.logged.share_against is not None else ()

    def key(self, row: "Habit") -> str:
        """There is but one."""
        return self.id

    def subject(self, row: "Habit") -> None:
        """It is about nobody but oneself."""
        return

    def lines(self, row: "Habit", pencil: Pencil, cells: int) -> Sequence[Line]:
        """What was counted and what follows from it."""
        told = list(drawing.lines(row, cells, pencil.day))
        if row.correction is not None or row.offer is not None:
            said = _("Enter shows who would move.")
            told += [EMPTY, (Piece(said, Ink.MUTED),)]
        return told

    def brief(self, row: "Habit", pencil: Pencil) -> str:
        """The share of signals against."""
        share = row.logged.share_against or 0.0
        said = _("{share} against").format(share=percentage(share))
        return f"{said}, {_('corrected')}" if row.correction is not None else said

    def speaks(self, row: "Habit") -> bool:
        """Where a correction could be taken and is not."""
        return row.offer is not None

    def open(self, place: "ReviewPlace", row: "Habit") -> None:
        """The sheet with who would move."""
        from staketerm.tui.dialogs.habit import HabitSheet

        place.app.push_screen(HabitSheet())
