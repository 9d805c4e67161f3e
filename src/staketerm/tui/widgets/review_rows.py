"""The rows of one section of Review: some take several lines, the cursor stands on the first."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from staketerm.locale import _
from staketerm.tui.drawing.lines import Ink, Line, Piece
from staketerm.tui.drawing.values import count
from staketerm.tui.program import program
from staketerm.tui.review.section import SHOWN, Pencil, ReviewSection
from staketerm.tui.widgets.rows import RowState
from staketerm.tui.widgets.stepping import SteppingList


class ReviewLine(NamedTuple):
    """One line of a row; part 0 is the first of it."""

    key: str
    part: int
    row: Any
    line: Line


class ReviewRows(SteppingList[ReviewLine]):
    """The rows as lines, laid out for the width there is; the cursor steps from row to row."""

    def __init__(self, nothing: Callable[[int], Sequence[Line]], *, id: str) -> None:
        super().__init__(
            self._draw_line,
            key=lambda line: line.key,
            stops=lambda line: line.part == 0,
            empty=nothing,
            id=id,
        )
        self._section: ReviewSection | None = None
        self._found: Sequence[Any] = ()
        self._order: dict[str, int] = {}

    @property
    def chosen(self) -> Any:
        """The row the cursor stands on; None where there is none."""
        return self.stop.row if self.stop is not None else None

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
        self._lay_out()

    def on_resize(self) -> None:
        """Another width asks for other lines."""
        self._lay_out()

    def redraw(self) -> None:
        """Names were hidden, days passed."""
        self._lay_out()

    def move_to(self, row: int) -> None:
        """The cursor to a row, and every line of it in sight, where there is room."""
        super().move_to(row)
        self.refresh()  # a row has several lines
        last, height = self.cursor, self.size.height
        while last + 1 < len(self.rows) and self.rows[last + 1].part:
            last += 1
        top = min(self.cursor, last - height + 1)
        if height and self.scroll_offset.y < top:
            self.scroll_to(y=top, animate=False, force=True, immediate=True)

    def step_to(self, wanted: Callable[[Any], bool], *, begins: bool) -> bool:
        """The cursor to the next row that is wanted, from the top again after the last, or from the
        top at once where one `begins`; False if none is."""
        first = 0 if begins else self.cursor + 1
        for place in (*range(first, len(self.rows)), *range(first)):
            if self.rows[place].part == 0 and wanted(self.rows[place].row):
                self.move_to(place)
                return True
        return False

    def _lay_out(self) -> None:
        width, height = self.size
        if self._section is None or width < 2:
            return
        lines = self._lines(self._section, width - 1)
        if len(lines) > height:  # a scroll bar takes one cell of each line
            lines = self._lines(self._section, width - 2)
        self.show(lines)

    def _lines(self, section: ReviewSection, cells: int) -> list[ReviewLine]:
        app = program(self)
        outlook = app.outlook
        pencil = Pencil(app.look, outlook.veil, outlook.day, outlook.project is None)
        lines = [
            ReviewLine(f"{section.id} {section.key(row)} {part}", part, row, line)
            for row in self._found[:SHOWN]
            for part, line in enumerate(section.lines(row, pencil, cells))
        ]
        if (more := len(self._found) - SHOWN) > 0:
            said = _("{n} more").format(n=count(more))
            lines.append(ReviewLine("more", 1, None, (Piece(f"   {said}", Ink.MUTED),)))
        return lines

    def _draw_line(self, line: ReviewLine, cells: int, state: RowState) -> Line:
        look, stop = program(self).look, self.stop
        here = stop is not None and line.row is stop.row and line.row is not None
        return (Piece(look.selected if here and line.line else " "), *line.line)
