"""A list whose rows take several lines, laid out for the width there is; the cursor stands on the
first line of a row."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from staketerm.tui.drawing.lines import Line
from staketerm.tui.widgets.rows import RowState
from staketerm.tui.widgets.stepping import SteppingList


class TallLine(NamedTuple):
    """One line; the first of a row has part 0, what belongs to none has no row."""

    key: str
    part: int
    row: Any
    line: Line


class TallRows(SteppingList[TallLine]):
    """The rows as lines; the cursor steps from row to row, and brings all of one in sight."""

    def __init__(self, empty: Callable[[int], Sequence[Line]], *, id: str) -> None:
        super().__init__(
            self._draw_line,
            key=lambda line: line.key,
            stops=lambda line: line.row is not None and line.part == 0,
            empty=empty,
            id=id,
        )

    @property
    def chosen(self) -> Any:
        """The row the cursor stands on; None where there is none."""
        return self.stop.row if self.stop is not None else None

    def on_resize(self) -> None:
        """Another width asks for other lines."""
        self.lay_out()

    def lay_out(self) -> None:
        """Draw everything for the width there is."""
        width, height = self.size
        if width < 2:
            return
        lines = self._lines(width - 1)
        if len(lines) > height:  # a scroll bar takes one cell of each line
            lines = self._lines(width - 2)
        self.show(lines)

    def move_to(self, row: int) -> None:
        """The cursor to a row, and every line of it in sight, where there is room."""
        super().move_to(row)
        self.refresh()  # a row has several lines
        last, height = self.cursor, self.size.height
        while last + 1 < len(self.rows) and self.rows[last + 1].part:
            last += 1
        if height:
            self._bring_in_sight(min(self.cursor, last - height + 1))

    def _bring_in_sight(self, top: int) -> None:
        """Scroll down to where the line `top` is the first in sight, if it is above that."""
        if self.scroll_offset.y < top:
            self.scroll_to(y=top, animate=False, force=True, immediate=True)

    @abstractmethod
    def _lines(self, cells: int) -> list[TallLine]:
        """All lines for a width."""

    @abstractmethod
    def _draw_line(self, line: TallLine, cells: int, state: RowState) -> Line:
        """One line as it stands in the list."""
