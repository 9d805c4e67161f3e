"""A grid of squares with a cursor that walks from one person to the next."""

from collections.abc import Callable

from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from staketerm.tui.drawing.lines import EMPTY, Line
from staketerm.tui.drawing.map_grid import GridDrawing, Hit
from staketerm.tui.drawing.map_walk import Walk
from staketerm.tui.outlook import Outlook
from staketerm.tui.program import program


class GridView(Widget):
    """`drawing` gives the grid as it is to be drawn now; None draws nothing.

    The cursor is that of the drawing: what moves it is told by `Walked`.
    """

    DEFAULT_CSS = "GridView { width: 1fr; height: 1fr; }"
    can_focus = True

    class Walked(Message):
        """The cursor leads to somebody."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    class Opened(Message):
        """The selected one was clicked once more."""

    def __init__(self, drawing: Callable[[], GridDrawing | None], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._drawing = drawing
        self._drawn: tuple[tuple[Size, Outlook], list[Line], list[Hit]] | None = None
        self._walk: Walk | None = None

    def redraw(self) -> None:
        """Draw it anew: what it tells has changed."""
        self._drawn = self._walk = None
        self.refresh()

    def walk(self, across: int) -> None:
        """One step to the right (1) or to the left (-1)."""
        drawing = self._drawing()
        if drawing is not None:
            key = self._way(drawing).step(drawing.selected, across, 0)
            self.post_message(self.Walked(key))

    def move(self, by: int) -> None:
        """The cursor down, or up where `by` is negative."""
        drawing = self._drawing()
        if drawing is None:
            return
        way, key = self._way(drawing), drawing.selected
        for _step in range(abs(by)):
            key = way.step(key, 0, 1 if by > 0 else -1)
        self.post_message(self.Walked(key))

    def move_to(self, row: int) -> None:
        """The cursor to the first one (0) or the last one (-1)."""
        drawing = self._drawing()
        order = self._way(drawing).order if drawing else ()
        if order:
            self.post_message(self.Walked(order[0 if row >= 0 else -1]))

    def hits(self) -> list[Hit]:
        """Where everybody in sight is drawn."""
        return self._lines()[1]

    @property
    def half_page(self) -> int:
        """A handful."""
        return 5

    def render_line(self, y: int) -> Strip:
        """A line of the grid."""
        lines = self._lines()[0]
        line = lines[y] if y < len(lines) else EMPTY
        return program(self).paint("background").strip(line, self.size.width)

    def on_click(self, event: Click) -> None:
        """A click selects; a click on the selected one opens it."""
        drawing = self._drawing()
        key = next(
            (
                hit.key
                for hit in self.hits()
                if hit.line == event.y and hit.first <= event.x < hit.end
            ),
            None,
        )
        if drawing is None or key is None:
            return
        if key == drawing.selected:
            self.post_message(self.Opened())
        else:
            self.post_message(self.Walked(key))

    def on_focus(self) -> None:
        """The cursor is the stronger one."""
        self.redraw()

    def on_blur(self) -> None:
        """It rests."""
        self.redraw()

    def _way(self, drawing: GridDrawing) -> Walk:
        if self._walk is None:
            self._walk = Walk(drawing.grid)
        return self._walk

    def _lines(self) -> tuple[list[Line], list[Hit]]:
        looked = (self.size, program(self).outlook)
        if self._drawn is None or self._drawn[0] != looked:
            drawing = self._drawing()
            drawn = drawing.lines(*self.size) if drawing else ([], [])
            self._drawn = (looked, *drawn)
        return self._drawn[1], self._drawn[2]
