"""A list in which some lines only tell more about the line above: the cursor steps over them."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from staketerm.tui.drawing.lines import Line
from staketerm.tui.widgets.rows import RowList, RowState

R = TypeVar("R")


class SteppingList(RowList[R]):
    """`stops` says on which rows the cursor may stand; a row that is none belongs to the stop above
    it, or below where there is none above."""

    def __init__(
        self,
        draw: Callable[[R, int, RowState], Line],
        *,
        key: Callable[[R], str],
        stops: Callable[[R], bool],
        empty: Callable[[int], Sequence[Line]] | None = None,
        id: str | None = None,
    ) -> None:
        super().__init__(draw, key=key, empty=empty, id=id)
        self._stops = stops

    @property
    def stop(self) -> R | None:
        """The row the cursor stands on; None where there is none to stand on."""
        row = self.selected
        return row if row is not None and self._stops(row) else None

    def shows_cursor(self, place: int) -> bool:
        """Only a row it may stand on."""
        return super().shows_cursor(place) and self._stops(self.rows[place])

    def show(self, rows: Sequence[R]) -> None:
        """Show other rows; the cursor stays on its row, or goes to the stop nearest to it."""
        super().show(rows)
        if self.stop is None:
            self.move_to(self.cursor)

    def move(self, by: int) -> None:
        """The cursor `by` stops down, or up where it is negative; it stays at the ends."""
        places = [place for place, row in enumerate(self.rows) if self._stops(row)]
        if places:
            at = sum(place <= self.cursor for place in places) - 1
            self.move_to(places[min(max(at + by, 0), len(places) - 1)])

    def move_to(self, row: int) -> None:
        """The cursor to the stop that row `row` belongs to; -1 is the last one."""
        if not self.rows:
            return
        row = len(self.rows) - 1 if row < 0 else min(row, len(self.rows) - 1)
        above = next((at for at in range(row, -1, -1) if self._stops(self.rows[at])), None)
        below = next((at for at in range(row, len(self.rows)) if self._stops(self.rows[at])), None)
        stop = above if above is not None else below
        if stop is not None:
            super().move_to(stop)
