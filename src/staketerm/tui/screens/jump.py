"""Jumping: a letter on every row and pane in sight; pressing it goes there (screens 2)."""

from collections.abc import Callable
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import Key
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widget import Widget

from staketerm.tui.drawing.lines import Ink, Piece
from staketerm.tui.program import program
from staketerm.tui.screens.frame import Frame
from staketerm.tui.widgets.drawn import Lines
from staketerm.tui.widgets.grid_view import GridView
from staketerm.tui.widgets.rows import RowList

LETTERS = "asdfghjklqwertyuiopzxcvbnmASDFGHJKLQWERTYUIOPZXCVBNM"
"""Those under the fingers first."""


class Target(NamedTuple):
    """Somewhere to go: where its letter stands, and what going there is."""

    x: int
    y: int
    go: Callable[[], None]


class Letter(Widget):
    """One letter above what is on screen."""

    DEFAULT_CSS = "Letter { position: absolute; width: 1; height: 1; }"

    def __init__(self, letter: str, target: Target) -> None:
        super().__init__()
        self._letter = letter
        self.styles.offset = (target.x, target.y)

    def render_line(self, y: int) -> Strip:
        """The letter, reversed."""
        return program(self).paint("background").strip((Piece(self._letter, Ink.REVERSE),), 1)


class Jump(ModalScreen[Target | None]):
    """Waits for one letter; any other key leaves everything as it is."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", show=False)]
    DEFAULT_CSS = "Jump { background: transparent; }"

    def __init__(self, here: Frame) -> None:
        super().__init__()
        self._targets = dict(zip(LETTERS, targets(here), strict=False))

    def compose(self) -> ComposeResult:
        """A letter for each target."""
        for letter, target in self._targets.items():
            yield Letter(letter, target)

    def on_key(self, event: Key) -> None:
        """Go where the letter stands."""
        event.stop()
        self.dismiss(self._targets.get(event.character or ""))


def targets(here: Frame) -> list[Target]:
    """Every row and pane in sight, from top to bottom, the left ones first."""
    found = [
        Target(
            rows.region.x, rows.region.y + line, _to_row(here, rows, rows.scroll_offset.y + line)
        )
        for rows in here.query(RowList).results(RowList)
        for line in range(_in_sight(rows))
    ]
    found += [
        Target(page.region.x, page.region.y, _to_page(here, page))
        for page in here.query(Lines).results(Lines)
        if page.display and page.region.height
    ]
    found += [
        Target(
            grid.region.x + hit.first, grid.region.y + hit.line, _to_somebody(here, grid, hit.key)
        )
        for grid in here.query(GridView).results(GridView)
        if grid.display and grid.region.height
        for hit in grid.hits()
    ]
    return sorted(found, key=lambda target: (target.x, target.y))


def _in_sight(rows: "RowList[object]") -> int:
    return max(0, min(rows.region.height, len(rows.rows) - rows.scroll_offset.y))


def _to_page(here: Frame, page: Lines) -> Callable[[], None]:
    def go() -> None:
        here.set_focus(page)

    return go


def _to_somebody(here: Frame, grid: GridView, key: str) -> Callable[[], None]:
    def go() -> None:
        here.set_focus(grid)
        grid.post_message(GridView.Walked(key))

    return go


def _to_row(here: Frame, rows: "RowList[object]", row: int) -> Callable[[], None]:
    def go() -> None:
        here.set_focus(rows)
        rows.move_to(row)

    return go
