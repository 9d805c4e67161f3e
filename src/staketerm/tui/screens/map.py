"""Map: the whole field at a glance, on any day (screens S4)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import DescendantFocus
from textual.widget import Widget

from staketerm.domain.maps.grid import Grid
from staketerm.domain.maps.maps import MapKind, sections_of
from staketerm.locale import N_, _
from staketerm.tui.commands.base import Commands, bindings
from staketerm.tui.commands.maps import MAP
from staketerm.tui.drawing.lines import EMPTY, Line
from staketerm.tui.drawing.map_rows import MapRow, SectionRows
from staketerm.tui.notices import say
from staketerm.tui.program import program
from staketerm.tui.screens.frame import Mover, Subject
from staketerm.tui.screens.map_drawing import DrawsMaps
from staketerm.tui.widgets.drawn import Fixed, OneLine
from staketerm.tui.widgets.footer import Hints, KeyFooter
from staketerm.tui.widgets.grid_view import GridView
from staketerm.tui.widgets.map_pane import MapPane
from staketerm.tui.widgets.panes import Divider, Floor, Panes
from staketerm.tui.widgets.rows import RowList

if TYPE_CHECKING:
    pass

TWO_FROM = 120
"""From this width on two maps stand beside each other."""

NOTED_FROM = 38
"""From this height on there is room for a note below the maps."""


CALLED = {"next_pane": N_("map")}
"""What the keys do here, where that is not what they do elsewhere."""


class MapTabs(OneLine):
    """`[power x interest] [stance x energy]  interest x trust      Tue 24 Nov   [ ] a week`."""

    def line(self, cells: int) -> Line:
        """The tabs of the place it is on."""
        place = self.screen
        return place.tabs(cells) if isinstance(place, MapPlace) else EMPTY


class MapPlace(DrawsMaps):
    """Two maps beside each other, or one; the selected person is the same on both.

    Rows come from the state cache; then everybody's course is read, in parts, so that any day can
    be shown at once.
    """

    VERBS: ClassVar[Commands] = MAP
    BINDINGS: ClassVar[list[BindingType]] = bindings(MAP)
    HINTS = Hints(
        left=("next_pane", "open", "why", "log", "zoom", ("week_earlier", "week_later"), "export"),
        right=("keys",),
        words=CALLED,
    )
    HINTS_ROOMY = Hints(
        left=(
            ("down", "up"),
            "next_pane",
            "open",
            "why",
            "log",
            ("week_earlier", "week_later"),
            "all_paths",
            "other_names",
            "export",
        ),
        right=("find", "keys"),
        words=CALLED,
    )
    DEFAULT_CSS = """
    MapPlace Panes { layout: horizontal; }
    MapPlace PaneRule { display: none; }
    MapPlace.-two PaneRule, MapPlace.-tall PaneRule { display: block; }
    MapPlace #second { display: none; }
    MapPlace.-two #second { display: block; }
    MapPlace.-zoom #second { display: none; }
    """

    def __init__(self) -> None:
        super().__init__("map")
        self._at = 0
        self._first = 0

    def body(self) -> ComposeResult:
        """The tabs, the maps, the strip about the selected one."""
        yield MapTabs()
        with Panes():
            for id in ("first", "second"):
                yield MapPane(self.squares, self.rows_drawing, self.nothing, id=id)
                if id == "first":
                    yield Divider()
        yield Floor()
        yield Fixed(self.strip)

    def on_mount(self) -> None:
        """The first map has the focus."""
        self.lay_out()
        self.first.view.focus()

    def on_resize(self) -> None:
        """There is room for two maps, or for one."""
        self.lay_out()

    @property
    def first(self) -> MapPane:
        """The map at the left, or the only one."""
        return self.query_one("#first", MapPane)

    @property
    def second(self) -> MapPane:
        """The map at the right."""
        return self.query_one("#second", MapPane)

    @property
    def pane(self) -> MapPane:
        """The map the keys go to."""
        return self.second if self._at != self._first and self.double else self.first

    @property
    def double(self) -> bool:
        """Whether two maps are in sight."""
        return self.has_class("-two") and not self.zoomed

    @property
    def in_sight(self) -> tuple[MapKind, ...]:
        """The maps in sight."""
        return (self.first.kind, self.second.kind) if self.double else (self.first.kind,)

    @property
    def kind(self) -> MapKind:
        """The map the keys go to."""
        kinds = self.state.kinds
        return kinds[min(self._at, len(kinds) - 1)]

    @property
    def main(self) -> Mover:
        """The moving keys move the cursor of the map."""
        return self.mover

    @property
    def mover(self) -> Mover:
        """Squares or rows."""
        return cast(Mover, self.pane.view)

    @property
    def subject(self) -> Subject | None:
        """Who is selected."""
        point = self.state.point(self.selected)
        if point is None or not program(self).outlook.scored:
            return None
        who = point.who
        return Subject(who.id, who.name, who.kind, who.project)

    @property
    def listed(self) -> Sequence[Subject]:
        """Everybody on the map, in the order of its list."""
        return [
            Subject(point.who.id, point.who.name, point.who.kind, point.who.project)
            for section in sections_of(self.state.drawn(self.kind))
            for point in section.points
        ]

    # looking

    def turn(self, by: int) -> None:
        """The next map, or the one before; round the ends."""
        kinds = self.state.kinds
        self._at = (min(self._at, len(kinds) - 1) + by) % len(kinds)
        self.lay_out()
        self.focus_map()
        self.query_one(KeyFooter).redraw()

    def action_map(self, kind: str) -> None:
        """A tab was clicked."""
        self.turn(self.state.kinds.index(MapKind(kind)) - self._at)

    def focus_next(self, selector: str | type = "*") -> Widget | None:
        """Tab: the next map."""
        self.turn(1)
        return self.focused

    def focus_previous(self, selector: str | type = "*") -> Widget | None:
        """The map before."""
        self.turn(-1)
        return self.focused

    def sideways(self, by: int) -> None:
        """Over squares; in rows, to the map beside."""
        view = self.pane.view
        if isinstance(view, GridView):
            view.walk(by)
        else:
            self.turn(by)

    def other_names(self) -> None:
        """The corners as another tradition names them."""
        drawn = self.state.drawn(self.kind) if self.state.points else None
        if not isinstance(drawn, Grid) or len(drawn.quarters) < 2:
            program(self).tell(say(_("this map has one set of names")))
            return
        self.tradition = (self.tradition + 1) % len(drawn.quarters)
        names = drawn.quarters[self.tradition].names
        program(self).tell(say(_("names after {whom}").format(whom=names)))
        self.show_all()

    def all_paths(self) -> None:
        """The trails of everybody, or of the selected one alone."""
        self.every_trail = not self.every_trail
        said = _("trails of everybody") if self.every_trail else _("the trail of the selected one")
        program(self).tell(say(said))
        self.show_all()

    def zoom(self) -> None:
        """The map alone, all its rows as a list; or the maps again."""
        self.zoomed = not self.zoomed
        self.set_class(self.zoomed, "-zoom")
        self.lay_out()
        self.focus_map()

    def leave_zoom(self) -> bool:
        """The maps again; False if they are shown."""
        if not self.zoomed:
            return False
        self.zoom()
        return True

    def export(self) -> None:
        """Write the map in sight to a file."""
        from staketerm.tui.dialogs.export_map import ExportMapDialog

        if self.state.points and self.state.knows(self.kind):
            self.app.push_screen(ExportMapDialog(self))
        else:
            super().export()

    def copied(self) -> str:
        """What `y` takes: the selected one, as told below the maps."""
        return " ".join("".join(piece.text for piece in self.strip(self.size.width)[0]).split())

    # the selected one

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """The keys go to the map that was clicked."""
        if self.double:
            self._at = self._first + (self.second in event.widget.ancestors)
            self.tell_reading()

    def on_grid_view_walked(self, event: GridView.Walked) -> None:
        """The cursor of a grid leads to somebody."""
        self._select(event.key)

    def on_row_list_selected(self, event: "RowList.Selected[MapRow]") -> None:
        """The cursor of the rows does, where one moved it."""
        row = event.rows.selected
        if row is not None and row.point is not None and event.rows.has_focus:
            self._select(row.key)

    def on_grid_view_opened(self) -> None:
        """A click on the selected one opens the person."""
        self.call_next(self.action_command, "open")

    def on_row_list_opened(self) -> None:
        """In rows too."""
        self.call_next(self.action_command, "open")

    def _select(self, key: str) -> None:
        if key == self.selected:
            return
        self.selected = key
        for pane in (self.first, self.second):
            pane.grid.redraw()
            pane.rows.select(key)
            pane.rows.refresh()
        self.show_strip()
        self._ask_why()

    # drawing

    def lay_out(self) -> None:
        """Which maps are in sight, and all of them anew."""
        kinds = self.state.kinds
        self._at = min(self._at, len(kinds) - 1)
        self.set_class(program(self).size.width >= TWO_FROM and len(kinds) > 1, "-two")
        self.query_one(Divider).display = self.double
        if not self.double:
            self._first = self._at
        elif not self._first <= self._at <= self._first + 1 or self._first + 1 >= len(kinds):
            self._first = min(self._at, len(kinds) - 2)
        self.first.kind = kinds[self._first]
        self.second.kind = kinds[min(self._first + 1, len(kinds) - 1)]
        self.show_all()

    def show_all(self) -> None:
        """Draw the day."""
        panes = (self.first, self.second) if self.double else (self.first,)
        self.state.look_at(program(self).outlook.day)
        for pane in panes:
            self._show_map(pane)
        self.tell_reading()
        self.show_strip()

    def _show_map(self, pane: MapPane) -> None:
        if not self.state.points or not self.state.knows(pane.kind):
            pane.show_rows(SectionRows())
            return
        drawn = self.state.drawn(pane.kind)
        if isinstance(drawn, Grid) and not self.zoomed:
            pane.show_grid()
        else:
            pane.show_rows(SectionRows(sections_of(drawn)))
            pane.rows.select(self.selected)

    def show_strip(self) -> None:
        """Draw what is told of the selected one."""
        self.query_one(Fixed).redraw()

    def tell_reading(self) -> None:
        """Draw the tabs, which say how far the reading is."""
        self.query_one(MapTabs).redraw()

    def focus_map(self) -> None:
        """The keys go to the map."""
        self.pane.view.focus()
