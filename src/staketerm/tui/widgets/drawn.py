"""Widgets that are nothing but lines of ink: one line, or a scrolling page of them."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from staketerm.tui.drawing.lines import EMPTY, Line
from staketerm.tui.program import program


class OneLine(Widget):
    """A line as wide as the screen, drawn anew for the width it has."""

    DEFAULT_CSS = "OneLine { height: 1; width: 1fr; }"
    ground: ClassVar[str] = "background"

    def line(self, cells: int) -> Line:
        """What stands on the line, in at most `cells` cells."""
        raise NotImplementedError

    def redraw(self) -> None:
        """Draw it anew: what it tells has changed."""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The line as Textual paints it."""
        cells = self.size.width
        paint = program(self).paint(self.ground)
        return paint.strip(self.line(cells) if y == 0 else EMPTY, cells)


class Lines(ScrollView, inherit_bindings=False):
    """A page of lines; only those in sight are painted.

    `draw` gives all lines for a width. It is asked again when the width or the data change.
    """

    DEFAULT_CSS = """
    Lines { width: 1fr; height: 1fr; overflow-x: hidden; scrollbar-size-vertical: 1; }
    """
    can_focus = True

    def __init__(self, draw: Callable[[int], Sequence[Line]], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._draw = draw
        self._lines: Sequence[Line] | None = None

    def redraw(self) -> None:
        """Ask for the lines again: what they tell has changed."""
        width, height = self.size
        lines = self._draw(width) if width else ()
        if len(lines) > height and width:  # a scroll bar takes one cell of each line
            lines = self._draw(width - 1)
        self._lines = lines
        self.virtual_size = Size(width, len(lines))
        self.refresh()

    def on_resize(self) -> None:
        """Another width asks for other lines."""
        self.redraw()

    def move(self, by: int) -> None:
        """Scroll `by` lines down, or up where it is negative."""
        self.scroll_to(y=self.scroll_offset.y + by, animate=False, force=True)

    def move_to(self, row: int) -> None:
        """Scroll so that line `row` is the first in sight; -1 is the last one."""
        last = len(self._lines or ())
        self.scroll_to(y=last if row < 0 else row, animate=False, force=True)

    @property
    def half_page(self) -> int:
        """Half the lines in sight, at least one."""
        return max(1, self.size.height // 2)

    def render_line(self, y: int) -> Strip:
        """The line in row `y` of the window."""
        if self._lines is None:  # the first frame is drawn before any widget hears of its size
            self._lines = self._draw(self.size.width)
        row = self.scroll_offset.y + y
        line = self._lines[row] if row < len(self._lines) else EMPTY
        return program(self).paint("background").strip(line, self.size.width)


class Fixed(Widget):
    """A few lines that all stand in sight: as high as they are many."""

    DEFAULT_CSS = "Fixed { height: auto; width: 1fr; }"

    def __init__(self, draw: Callable[[int], Sequence[Line]]) -> None:
        super().__init__()
        self._draw = draw
        self._drawn: tuple[int, Sequence[Line]] | None = None

    def redraw(self) -> None:
        """Ask for the lines again: what they tell has changed."""
        self._drawn = None
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many as the lines are."""
        return len(self._lines(width))

    def render_line(self, y: int) -> Strip:
        """One of the lines."""
        cells = self.size.width
        lines = self._lines(cells)
        line = lines[y] if y < len(lines) else EMPTY
        return program(self).paint("background").strip(line, cells)

    def _lines(self, cells: int) -> Sequence[Line]:
        if self._drawn is None or self._drawn[0] != cells:
            self._drawn = (cells, self._draw(cells))
        return self._drawn[1]
