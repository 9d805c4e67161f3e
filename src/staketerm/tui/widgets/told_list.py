"""The list of what was told: read window by window, without a limit (screens 8)."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from staketerm.tui.drawing.lines import Line
from staketerm.tui.drawing.told import ToldLine, lines_of
from staketerm.tui.widgets.rows import RowState
from staketerm.tui.widgets.stepping import SteppingList

if TYPE_CHECKING:
    from staketerm.journal.timeline import Told

AHEAD = 40
"""Lines before the end at which the next window is asked for."""


class ToldList(SteppingList[ToldLine]):
    """Items with what was written under them; the cursor stands on items alone.

    `more` is called when the end comes near and says where to read on from: after the last item.
    The last row (`G`) is the oldest item of all: windows are read until it is there.
    """

    def __init__(
        self,
        draw: Callable[[ToldLine, int, RowState], Line],
        more: "Callable[[Told], None]",
        *,
        days: bool = False,
        indent: int = 12,
        empty: Callable[[int], Sequence[Line]] | None = None,
        id: str | None = None,
    ) -> None:
        super().__init__(
            draw,
            key=lambda line: line.key,
            stops=lambda line: line.part == 0,
            empty=empty,
            id=id,
        )
        self._more = more
        self._days = days
        self._indent = indent
        self._items: tuple[Told, ...] = ()
        self._ended = True
        self._asked = False
        self._to_the_end = False

    @property
    def items(self) -> "tuple[Told, ...]":
        """What has been read so far."""
        return self._items

    @property
    def item(self) -> "Told | None":
        """The selected item."""
        return self.stop.item if self.stop is not None else None

    def begin(self, items: "Sequence[Told]", *, ended: bool) -> None:
        """Show the first window; `ended` says that there is no more."""
        self._items, self._ended, self._asked = tuple(items), ended, False
        self._lay_out()

    def go_on(self, items: "Sequence[Told]", *, ended: bool) -> None:
        """Show the next window below."""
        self._items, self._ended, self._asked = (*self._items, *items), ended, False
        self._lay_out()
        if self._to_the_end:
            self.move_to(-1)

    def move(self, by: int) -> None:
        """The cursor by items, over the lines under them."""
        self._to_the_end = False
        super().move(by)

    def move_to(self, row: int) -> None:
        """The cursor to the item of a row; -1 is the oldest of all, read if need be."""
        if row < 0:
            self._to_the_end = not self._ended
        super().move_to(row)
        if self.cursor + AHEAD >= len(self.rows):
            self._ask()

    def on_resize(self) -> None:
        """Another width breaks the texts elsewhere."""
        self._lay_out()

    def _ask(self) -> None:
        if not self._ended and not self._asked and self._items:
            self._asked = True
            self._more(self._items[-1])

    def _lay_out(self) -> None:
        if not self.size.width:
            return
        cells = self.size.width - self._indent
        self.show(tuple(lines_of(self._items, cells, days=self._days)))
        if len(self.rows) < self.size.height + AHEAD:
            self._ask()
