"""How one logs, and the correction that may be taken for it: who would move stands there first."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult

from staketerm.locale import _
from staketerm.tui import kind_questions
from staketerm.tui.dialogs.dialog import Dialog, Hints
from staketerm.tui.drawing import habit as drawing
from staketerm.tui.drawing import what_if
from staketerm.tui.drawing.lines import EMPTY, Ink, Line, Piece
from staketerm.tui.program import program
from staketerm.tui.trying import try_out
from staketerm.tui.widgets.drawn import Fixed

if TYPE_CHECKING:
    from staketerm.journal.positions.habits import Habit
    from staketerm.journal.positions.what_if import WhatIf
    from staketerm.journal.receipt import Receipt

MOVES_SHOWN = 8


class HabitSheet(Dialog):
    """The share of signals against, and what Enter would change: take the offer, or end it."""

    WHOLE = False

    def __init__(self) -> None:
        super().__init__()
        self.habit: Habit | None = None
        self.found: WhatIf | None = None

    def caption(self) -> Line:
        """What it is about."""
        return (Piece(_("How you log"), Ink.BOLD),)

    def fields(self) -> ComposeResult:
        """The sentences, and who would move."""
        yield Fixed(self._told)

    def begin(self) -> None:
        """Ask how the year was logged."""
        super().begin()
        self.ask(kind_questions.habit(None), self._have, group="habit")

    @property
    def corrected(self) -> bool:
        """Whether a correction is in force."""
        return self.habit is not None and self.habit.correction is not None

    @property
    def can_change(self) -> bool:
        """Whether there is something to take or to end."""
        return self.corrected or (self.habit is not None and self.habit.offer is not None)

    def hints(self) -> Hints:
        """What Enter does, if anything."""
        leave = ("escape", _("leave"))
        if not self.can_change:
            return (leave,)
        said = _("count in full again") if self.corrected else _("correct it from today on")
        return (("enter", said), leave)

    def press(self, key: str, character: str) -> bool:
        """Enter takes the offer, or ends the correction."""
        if key != "enter" or not self.can_change:
            return False
        self.write(kind_questions.correct_habit(not self.corrected), self._saved)
        return True

    def redraw(self) -> None:
        """The sentences too."""
        super().redraw()
        for lines in self.query(Fixed):
            lines.redraw()

    def _have(self, habit: "Habit") -> None:
        self.habit = habit
        if self.can_change:
            tried = None if self.corrected else habit.offer
            try_out(self, kind_questions.try_correction(tried), self._have_moves)
        self.redraw()

    def _have_moves(self, found: "WhatIf") -> None:
        self.found = found
        self.redraw()

    def _saved(self, receipt: "Receipt") -> None:
        said = _("every point counts in full again") if self.corrected else _("logging corrected")
        self.done(receipt, f"{said}.")

    def _told(self, cells: int) -> Sequence[Line]:
        if self.habit is None:
            return (EMPTY,)
        app = program(self)
        told = drawing.lines(self.habit, cells - 2, app.outlook.today)
        lines: list[Line] = [(Piece(" "), *line) for line in told]
        if self.found is not None:
            moves = what_if.lines(self.found, app.look, app.outlook.veil, cells, MOVES_SHOWN)
            lines += [EMPTY, *moves]
        return lines
