"""The list of rows: only those in sight are drawn, so 100 cost what 100,000 do (textual 3.1)."""

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from staketerm.tui.drawing.lines import EMPTY, Line
from staketerm.tui.program import program

R = TypeVar("R")
S = TypeVar("S")


class RowState(NamedTuple):
    """How a row stands in the list at the moment of drawing."""

    selected: bool
    marked: bool


class RowList(ScrollView, Generic[R], inherit_bindings=False):
    """Rows under each other, one of them selected, some perhaps marked.

    `draw` turns one row into a line for a width; `tail` gives lines to stand below the last row
    where there is room for all of them, `empty` those to stand where there is no row. Selection and
    marks go by `key`: they stay with their row through every change of the rows. A list that
    `leads` shows its cursor in full while the keys go to a line beside it.
    """

    DEFAULT_CSS = """
    RowList { width: 1fr; height: 1fr; overflow-x: hidden; scrollbar-size-vertical: 1; }
    """
    can_focus = True

    class Selected(Message, Generic[S]):
        """Another row is selected now, or none."""

        def __init__(self, rows: "RowList[S]") -> None:
            super().__init__()
            self.rows = rows

    class Opened(Message):
        """The selected row was clicked once more."""

    def __init__(
        self,
        draw: Callable[[R, int, RowState], Line],
        *,
        key: Callable[[R], str],
        tail: Callable[[int], Sequence[Line]] | None = None,
        empty: Callable[[int], Sequence[Line]] | None = None,
        leads: bool = False,
        id: str | None = None,
    ) -> None:
        super().__init__(id=id)
        self._leads = leads
        self._draw = draw
        self._key = key
        self._tail = tail
        self._empty = empty
        self._rows: Sequence[R] = ()
        self._places: dict[str, int] | None = None
        self._cursor = 0
        self.marked: frozenset[str] = frozenset()
        self.drawn = 0
        """Rows drawn so far; what tests count instead of seconds."""

    @property
    def rows(self) -> Sequence[R]:
        """All rows, in the order shown."""
        return self._rows

    @property
    def selected(self) -> R | None:
        """The row under the cursor; None in an empty list."""
        return self._rows[self._cursor] if self._cursor < len(self._rows) else None

    @property
    def cursor(self) -> int:
        """The place of the selected row, counted from 0."""
        return self._cursor

    @property
    def cells(self) -> int:
        """The cells of a row: those of the list, but for a scroll bar."""
        width, height = self.size
        return width - 1 if len(self._rows) > height else width

    def show(self, rows: Sequence[R]) -> None:
        """Show other rows; the cursor stays on its row, or where it was if that one is gone."""
        before = self.selected
        self._rows = rows
        self._places = None
        place = self._place(self._key(before)) if before is not None else None
        self._cursor = min(self._cursor, max(0, len(rows) - 1)) if place is None else place
        if self.marked:
            self.marked = frozenset(id for id in self.marked if self._place(id) is not None)
        self.virtual_size = Size(self.size.width, len(rows))
        self._keep_in_sight()
        self.refresh()
        self.post_message(self.Selected(self))

    def update(self, changed: Iterable[R]) -> None:
        """Put rows in the place of those with the same key; nothing moves, no other is drawn."""
        rows: list[R] | None = None
        for row in changed:
            place = self._place(self._key(row))
            if place is None:
                continue
            if rows is None:
                rows = list(self._rows)
            rows[place] = row
            self.refresh_line(place)
        if rows is not None:
            self._rows = rows

    def move(self, by: int) -> None:
        """The cursor `by` rows down, or up where it is negative; it stops at the ends."""
        self.move_to(max(0, self._cursor + by))

    def move_to(self, row: int) -> None:
        """The cursor to row `row`, counted from 0; -1 is the last one."""
        last = max(0, len(self._rows) - 1)
        row = last if row < 0 else min(row, last)
        if row == self._cursor or not self._rows:
            return
        self.refresh_line(self._cursor)
        self._cursor = row
        self.refresh_line(row)
        self._keep_in_sight()
        self.post_message(self.Selected(self))

    def select(self, id: str) -> bool:
        """The cursor to the row with that id; False if it is not here."""
        place = self._place(id)
        if place is None:
            return False
        self.move_to(place)
        return True

    def mark(self, ids: Iterable[str]) -> None:
        """Mark these rows and no others."""
        self.marked = frozenset(ids)
        self.refresh()

    def selected_text(self) -> str:
        """The selected row as it is drawn, each run of blanks as one; empty in an empty list."""
        row = self.selected
        if row is None:
            return ""
        line = self._draw(row, self.size.width, RowState(selected=False, marked=False))
        return " ".join("".join(piece.text for piece in line).split())

    @property
    def half_page(self) -> int:
        """Half the rows in sight, at least one."""
        return max(1, self.size.height // 2)

    def shows_cursor(self, place: int) -> bool:
        """Whether the row at a place is shown as the selected one."""
        return place == self._cursor

    def render_line(self, y: int) -> Strip:
        """The row in line `y` of the window."""
        place = self.scroll_offset.y + y
        cells = self.cells
        paint = program(self).paint("background")
        if place >= len(self._rows):
            return paint.strip(self._below(place, cells), cells)
        row = self._rows[place]
        selected = self.shows_cursor(place)
        self.drawn += 1
        line = self._draw(row, cells, RowState(selected, self._key(row) in self.marked))
        strong = self.has_focus or self._leads
        cursor = (paint.selected if strong else paint.resting) if selected else None
        return paint.strip(line, cells, cursor)

    def on_resize(self) -> None:
        """The selected row stays in sight."""
        self.virtual_size = Size(self.size.width, len(self._rows))
        self._keep_in_sight()

    def on_click(self, event: Click) -> None:
        """A click selects; a click on the selected row opens it."""
        place = self.scroll_offset.y + event.y
        if place >= len(self._rows):
            return
        if place == self._cursor:
            self.post_message(self.Opened())
        else:
            self.move_to(place)

    def on_focus(self) -> None:
        """The cursor of a list with the focus is the stronger one."""
        self.refresh_line(self._cursor)

    def on_blur(self) -> None:
        """The cursor rests."""
        self.refresh_line(self._cursor)

    def _below(self, place: int, cells: int) -> Line:
        """What stands in a line under the last row: the tail, where all of it fits."""
        if not self._rows:
            lines = self._empty(cells) if self._empty else ()
            return lines[place] if place < len(lines) else EMPTY
        lines = self._tail(cells) if self._tail else ()
        at = place - len(self._rows) - 1
        fits = len(self._rows) + 1 + len(lines) <= self.size.height
        return lines[at] if fits and 0 <= at < len(lines) else EMPTY

    def _place(self, id: str) -> int | None:
        if self._places is None:
            self._places = {self._key(row): n for n, row in enumerate(self._rows)}
        return self._places.get(id)

    def _keep_in_sight(self) -> None:
        top, height = self.scroll_offset.y, self.size.height
        if height <= 0:
            return
        if self._cursor < top:
            self.scroll_to(y=self._cursor, animate=False, force=True, immediate=True)
        elif self._cursor >= top + height:
            self.scroll_to(y=self._cursor - height + 1, animate=False, force=True, immediate=True)
