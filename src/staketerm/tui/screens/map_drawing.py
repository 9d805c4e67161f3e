"""What stands around the maps and what they are drawn with: tabs, strip, trails, empty places."""

from collections.abc import Mapping, Sequence

from staketerm.domain.maps.grid import Cell, Grid
from staketerm.domain.maps.maps import MapKind, draw, title_of
from staketerm.domain.maps.point import Point
from staketerm.locale import _
from staketerm.tui.drawing.lines import EMPTY, Ink, Line, Piece, apart
from staketerm.tui.drawing.map_grid import GridDrawing
from staketerm.tui.drawing.map_rows import RowsDrawing
from staketerm.tui.drawing.map_strip import StripDrawing
from staketerm.tui.drawing.values import count, week_day
from staketerm.tui.program import program
from staketerm.tui.screens.frame import ROOMY, TALL
from staketerm.tui.screens.map_reading import ReadsField
from staketerm.tui.widgets.map_pane import MapPane

SQUARES = (MapKind.POWER_INTEREST, MapKind.INTEREST_TRUST)
"""The maps of squares, which zoomed become lists."""


class DrawsMaps(ReadsField):
    """A screen that draws the field on one or two maps."""

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.zoomed = False
        self.every_trail = False
        self.tradition = 0

    @property
    def in_sight(self) -> tuple[MapKind, ...]:
        """The maps in sight."""
        raise NotImplementedError

    def _trail(self, key: str) -> Sequence[Point]:
        """Where somebody was in the weeks passed: everybody, or the selected one once it moved."""
        if self.every_trail or (key == self.selected and self.state.passed):
            return self.state.trail(key)
        return ()

    def squares(self, pane: MapPane) -> GridDrawing | None:
        """What a pane of squares draws; None where there is nothing to draw."""
        app = program(self)
        if not self.state.points or not self.state.knows(pane.kind):
            return None
        drawn = self.state.drawn(pane.kind)
        if not isinstance(drawn, Grid):
            return None
        return GridDrawing(
            drawn,
            app.look,
            app.outlook.veil,
            selected=self.selected,
            focused=pane.grid.has_focus,
            tradition=min(self.tradition, len(drawn.quarters) - 1),
            trail=self._trail,
            ghosts=self._ghosts(pane.kind, drawn),
        )

    def _ghosts(self, kind: MapKind, now: Grid) -> Mapping[Cell, Sequence[str]]:
        """The squares that the selected one has left in the weeks passed, with their signs."""
        ghosts: dict[Cell, list[str]] = {}
        for point in self._trail(self.selected):
            before = draw(kind, [point])
            for cell in before.cells if isinstance(before, Grid) else ():
                if all(other.who.key != self.selected for other in now.cells.get(cell, ())):
                    ghosts.setdefault(cell, []).append(point.now.label)
        return ghosts

    def rows_drawing(self, pane: MapPane) -> RowsDrawing:
        """What draws the rows of a pane."""
        app = program(self)
        listed = self.zoomed and pane.kind in SQUARES
        return RowsDrawing(pane.kind, app.look, app.outlook.veil, listed=listed, trail=self._trail)

    def tabs(self, cells: int) -> Line:
        """The maps there are, those in sight in brackets; the day, or what is being read."""
        app = program(self)
        start: list[Piece] = []
        for kind in self.state.kinds if app.outlook.scored else ():
            title = f"[{title_of(kind)}]" if kind in self.in_sight else f" {title_of(kind)} "
            ink = Ink.BOLD if kind is self.kind else Ink.PLAIN
            start.append(Piece(title, ink, f"screen.map('{kind}')"))
        return apart(tuple(start), (*self._aside(cells), Piece(" ")), cells, app.look.ellipsis)

    def _aside(self, cells: int) -> Line:
        """At the right of the tabs."""
        app, state = program(self), self.state
        progress = state.progress
        if progress is not None and progress[0] and progress[1] > progress[0]:
            said = _("reading {n} of {total}, esc stops").format(
                n=count(progress[0]), total=count(progress[1])
            )
            return (Piece(said, Ink.MUTED),)
        if self.filter:
            said = app.outlook.veil.text(self.filter)
            total = state.field.total if state.field else 0
            many = _("{n} of {total}").format(n=count(len(state.points)), total=count(total))
            return (Piece(f"{app.keymap.shown('filter')} ", Ink.BOLD), Piece(f"{said}  {many}"))
        if cells < ROOMY or not app.outlook.scored:
            return ()
        day = week_day(app.outlook.day, app.outlook.today)
        keys = app.keymap
        week = _("{earlier} {later} a week").format(
            earlier=keys.shown("week_earlier"), later=keys.shown("week_later")
        )
        return (Piece(f"{day}   {week}", Ink.MUTED),)

    def strip(self, cells: int) -> Sequence[Line]:
        """About the selected one: one line, two, or with a note below."""
        app = program(self)
        tall = app.size.height >= TALL
        point = self.state.point(self.selected)
        if point is None or not app.outlook.scored:
            return (EMPTY,) * (3 if tall else 1)
        why = self.why if self.why and self.why.stakeholder == point.who.id else None
        week = app.keymap.shown("week_earlier")
        drawing = StripDrawing(app.look, app.outlook.veil, self.state.day, week)
        path = self.state.path(point.who)
        if not tall:
            return [drawing.line(point, why, path, cells)]
        month = self.state.month_ago(point.who)
        return [*drawing.lines(point, why, path, month, cells), self._note()]

    def _note(self) -> Line:
        return (
            Piece(
                "   "
                + _(
                    "The selected one is the same on both; who shares a square is listed below each"
                    " other, +2 opens with {key}."
                ).format(key=program(self).keymap.shown("zoom")),
                Ink.MUTED,
            ),
        )

    def nothing(self) -> Sequence[Line]:
        """What stands where there is no map."""
        app = program(self)
        if not app.outlook.scored:
            said = _("There is no map in a project without scoring.")
        elif not self.ready:
            return ()
        elif self.filter and not self.state.points:
            said = _("No one fits this filter. esc clears it.")
        elif not self.state.points:
            said = _("Nobody here yet. {add} adds somebody, {file} takes in a file.").format(
                add=app.keymap.shown("new"), file=app.keymap.shown("import")
            )
        elif self.state.stopped:
            said = _("Reading was stopped; {key} begins again.").format(
                key=app.keymap.shown("place_map")
            )
        else:
            said = _("reading ...")
        return (EMPTY, (Piece(f"   {said}", Ink.MUTED),))
