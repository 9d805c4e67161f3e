"""The rows of one section of Review: some take several lines, the cursor stands on the first."""

from collections.abc import Callable, Sequence
from typing import Any

from staketerm.locale import _
from staketerm.tui.drawing.lines import Ink, Line, Piece
from staketerm.tui.drawing.values import count
from staketerm.tui.program import program
from staketerm.tui.review.section import SHOWN, Pencil, ReviewSection
from staketerm.tui.widgets.rows import RowState
from staketerm.tui.widgets.tall_rows import TallLine, TallRows


class ReviewRows(TallRows):
    """The rows of a section, laid out for the width there is."""

    def __init__(self, nothing: Callable[[int], Sequence[Line]], *, id: str) -> None:
        super().__init__(nothing, id=id)
        self._section: ReviewSection | None = None
        self._found: Sequence[Any] = ()
        self._order: dict[str, int] = {}

    def forget(self) -> None:
        """The place is opened anew: rows stand in their own order."""
        self._order = {}

    def begin(self, section: ReviewSection, found: Sequence[Any]) -> None:
        """Show these rows of a section.

        Those shown before keep their places until `forget`: what is written moves nothing.
        """
        keys = [f"{section.id} {section.key(row)}" for row in found]
        for key in keys:
            self._order.setdefault(key, len(self._order))
        order = sorted(range(len(found)), key=lambda at: self._order[keys[at]])
        self._section, self._found = section, [found[at] for at in order]
        self.lay_out()

    def lay_out(self) -> None:
        """Draw everything for the width there is, once a section is there."""
        if self._section is not None:
            super().lay_out()

    def redraw(self) -> None:
        """Names were hidden, days passed."""
        self.lay_out()

    def step_to(self, wanted: Callable[[Any], bool], *, begins: bool) -> bool:
        """The cursor to the next row that is wanted, from the top again after the last, or from the
        top at once where one `begins`; False if none is."""
        first = 0 if begins else self.cursor + 1
        for place in (*range(first, len(self.rows)), *range(first)):
            if self.rows[place].part == 0 and wanted(self.rows[place].row):
                self.move_to(place)
                return True
        return False

    def _lines(self, cells: int) -> list[TallLine]:
        section, app = self._section, program(self)
        if section is None:
            return []
        outlook = app.outlook
        pencil = Pencil(app.look, outlook.veil, outlook.day, outlook.project is None)
        lines = [
            TallLine(f"{section.id} {section.key(row)} {part}", part, row, line)
            for row in self._found[:SHOWN]
            for part, line in enumerate(section.lines(row, pencil, cells))
        ]
        if (more := len(self._found) - SHOWN) > 0:
            said = _("{n} more").format(n=count(more))
            lines.append(TallLine("more", 1, None, (Piece(f"   {said}", Ink.MUTED),)))
        return lines

    def _draw_line(self, line: TallLine, cells: int, state: RowState) -> Line:
        look, stop = program(self).look, self.stop
        here = stop is not None and line.row is stop.row and line.row is not None
        return (Piece(look.selected if here and line.line else " "), *line.line)
