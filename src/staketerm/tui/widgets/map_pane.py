"""One map on the screen: its caption, and the squares or the rows below it."""

from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.containers import Container
from textual.widget import Widget

from staketerm.domain.maps.maps import MapKind, title_of
from staketerm.locale import _
from staketerm.tui.drawing.lines import EMPTY, Line, rule
from staketerm.tui.drawing.map_grid import GridDrawing
from staketerm.tui.drawing.map_rows import MapRow, RowsDrawing, SectionRows
from staketerm.tui.program import program
from staketerm.tui.widgets.drawn import OneLine
from staketerm.tui.widgets.grid_view import GridView
from staketerm.tui.widgets.rows import RowState
from staketerm.tui.widgets.stepping import SteppingList


class PaneRule(OneLine):
    """The caption; bold while its map has the focus."""

    def line(self, cells: int) -> Line:
        """The title at the left, the key that zooms at the right."""
        pane, app = self.parent, program(self)
        if not isinstance(pane, MapPane):
            return EMPTY
        hint = _("{key} zoom").format(key=app.keymap.shown("zoom"))
        title = title_of(pane.kind)
        if pane.kind is MapKind.STANCE_ENERGY:
            title = _("stance x energy, 80 % interval")
        focused = pane.has_focus_within
        return rule(title, hint, cells, stroke=app.look.rule, focused=focused)


class PaneHead(OneLine):
    """The captions over the columns of rows."""

    def line(self, cells: int) -> Line:
        """Those of the map shown."""
        pane = self.parent
        rows = pane.rows.cells if isinstance(pane, MapPane) else cells
        return pane.row_drawing.head(rows or cells) if isinstance(pane, MapPane) else EMPTY


class MapRows(SteppingList[MapRow]):
    """The rows of a map. They know where somebody stands without a look at each of them."""

    def _place(self, id: str) -> int | None:
        rows = self.rows
        return rows.place_of(id) if isinstance(rows, SectionRows) else super()._place(id)


class MapPane(Container):
    """Shows one kind of map. `grid` gives the squares to draw, `rows` draws rows; which of the two
    is in sight is told by `show_grid` and `show_rows`.
    """

    DEFAULT_CSS = """
    MapPane { layout: vertical; width: 1fr; height: 1fr; }
    MapPane.-rows GridView, MapPane.-grid MapRows, MapPane.-grid PaneHead { display: none; }
    """

    def __init__(
        self,
        grid: Callable[["MapPane"], GridDrawing | None],
        rows: Callable[["MapPane"], RowsDrawing],
        empty: Callable[[], Sequence[Line]],
        *,
        id: str,
    ) -> None:
        super().__init__(id=id, classes="-grid")
        self.kind = MapKind.POWER_INTEREST
        self._grid_of = grid
        self._rows_of = rows
        self._empty = empty

    def compose(self) -> ComposeResult:
        """Caption, squares, rows."""
        yield PaneRule()
        yield PaneHead()
        yield GridView(lambda: self._grid_of(self))
        yield MapRows(
            self._draw,
            key=lambda row: row.key,
            stops=lambda row: row.stops,
            empty=lambda _cells: self._empty(),
        )

    @property
    def grid(self) -> GridView:
        """The squares."""
        return self.query_one(GridView)

    @property
    def rows(self) -> MapRows:
        """The rows."""
        return self.query_one(MapRows)

    @property
    def row_drawing(self) -> RowsDrawing:
        """What draws the rows now."""
        return self._rows_of(self)

    @property
    def view(self) -> Widget:
        """What is in sight: squares or rows."""
        return self.rows if self.has_class("-rows") else self.grid

    def show_grid(self) -> None:
        """Squares."""
        self._turn("-grid", "-rows")
        self.grid.redraw()

    def show_rows(self, rows: SectionRows) -> None:
        """Rows."""
        self._turn("-rows", "-grid")
        self.rows.show(rows)
        self.query_one(PaneHead).redraw()

    def _turn(self, shown: str, hidden: str) -> None:
        focused = self.view.has_focus
        self.add_class(shown)
        self.remove_class(hidden)
        if focused and not self.view.has_focus:
            self.view.focus()
        self.query_one(PaneRule).redraw()

    def _draw(self, row: MapRow, cells: int, state: RowState) -> Line:
        return self.row_drawing.row(row, cells, selected=state.selected)

    def on_descendant_focus(self) -> None:
        """The caption shows where one is."""
        self.query_one(PaneRule).refresh()

    def on_descendant_blur(self) -> None:
        """And that one has left."""
        self.query_one(PaneRule).refresh()
