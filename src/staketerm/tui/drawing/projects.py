"""The list of projects in lines (S6)."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from staketerm.domain.phrases import short_day
from staketerm.locale import _
from staketerm.tui.drawing.lines import Ink, Line, Piece, apart, right, width
from staketerm.tui.drawing.look import Look
from staketerm.tui.veil import Veil

if TYPE_CHECKING:
    from staketerm.journal.projects import ProjectRow

COLUMNS = 9
NARROW_COLUMNS = 8
"""Cells of a column of numbers, where there is room for all of them and where there is not."""

FULL_FROM = 60
"""Cells from which there is room for every column."""


@dataclass(frozen=True, slots=True)
class ProjectsDrawing:
    """Draws projects as of a day, for one look and one veil."""

    look: Look
    veil: Veil
    today: date

    def head(self, cells: int) -> Line:
        """The captions."""
        captions = (_("people"), _("entries"), _("risks"), _("last"))
        return self._columns(Piece(" " + _("project"), Ink.MUTED), captions, cells, Ink.MUTED)

    def row(self, project: "ProjectRow", cells: int, *, selected: bool) -> Line:
        """A project: its name, how many people, entries and open risks, the newest entry."""
        lead = self.look.selected if selected else " "
        name = self.veil.text(project.name)
        unscored = f"{name}, {_('no scoring')}"
        if project.kind == "personal" and width(unscored) < cells - self._numbers(cells):
            name = unscored
        told = (
            str(project.people),
            str(project.entries or self.look.dash),
            str(project.open_risks or self.look.dash),
            short_day(project.last, self.today) if project.last else self.look.dash,
        )
        ink = Ink.BOLD if project.default else Ink.PLAIN
        return self._columns(Piece(f"{lead}{name}", ink), told, cells, Ink.MUTED)

    def _numbers(self, cells: int) -> int:
        """Cells that the columns take, and a blank on either side of them."""
        return 2 + (4 * COLUMNS if cells >= FULL_FROM else 2 * NARROW_COLUMNS)

    def _columns(self, first: Piece, told: tuple[str, ...], cells: int, ink: Ink) -> Line:
        """The name, then numbers under each other: all of them, or the first two."""
        shown, each_cells = (told, COLUMNS) if cells >= FULL_FROM else (told[:2], NARROW_COLUMNS)
        end = tuple(Piece(right(each, each_cells), ink) for each in shown)
        return apart((first,), (*end, Piece(" ")), cells, self.look.ellipsis)
