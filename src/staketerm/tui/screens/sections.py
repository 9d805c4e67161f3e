"""Pages in sections: two columns where there is room, else one section at a time (screens S3)."""

from collections.abc import Mapping

from textual.widget import Widget

from staketerm.locale import _
from staketerm.tui.drawing.lines import EMPTY, Ink, Line, Piece, apart
from staketerm.tui.program import program
from staketerm.tui.screens.frame import ROOMY, Frame
from staketerm.tui.widgets.drawn import OneLine
from staketerm.tui.widgets.rows import RowList
from staketerm.tui.widgets.section import Section

NARROW = {
    "who": ("who",),
    "why": ("why", "months", "heat"),
    "timeline": ("timeline",),
    "asks": ("asks",),
    "actions": ("actions",),
    "notes": ("notes",),
}
"""What stands under each heading where one section is shown at a time."""

LEFT = frozenset({"who", "why", "months", "asks"})
"""The sections of the left column; the others are in the right one."""

BEGINS_WITH = "timeline"


class Headings(OneLine):
    """The sections there are, the one shown in brackets; only where one is shown at a time."""

    def line(self, cells: int) -> Line:
        """The headings of the page it is on."""
        page = self.screen
        return page.headings(cells) if isinstance(page, InSections) else EMPTY


class InSections(Frame):
    """A page of sections in `#left` and `#right`; Tab goes from one to the next."""

    heading = BEGINS_WITH
    """The heading shown where there is room for one."""

    def sections(self) -> Mapping[str, int | None]:
        """The sections that have something, with how much is in each; None: no number."""
        raise NotImplementedError

    @property
    def side_by_side(self) -> bool:
        """Whether there is room for two columns."""
        return program(self).size.width >= ROOMY

    def arrange_sections(self) -> None:
        """Show what there is room for; a section that has nothing is left out."""
        there = set(self.sections())
        if self.heading not in there:
            self.heading = BEGINS_WITH
        seen = there if self.side_by_side else there.intersection(NARROW[self.heading])
        for section in self.query(Section):
            section.display = section.id in seen
        self.query_one("#left").display = bool(seen & LEFT)
        self.query_one("#right").display = bool(seen - LEFT)
        stacked = not self.side_by_side and bool(seen & LEFT) and bool(seen - LEFT)
        self.query_one("#left").styles.height = "auto" if stacked else "1fr"
        self.query_one(Headings).display = not self.side_by_side

    def headings_there(self) -> list[str]:
        """The headings under which there is something."""
        there = self.sections()
        return [id for id in NARROW if id in there]

    def focus_next(self, selector: str | type = "*") -> Widget | None:
        """The next section; where all stand side by side, the next list."""
        return super().focus_next(RowList) if self.side_by_side else self._step(1)

    def focus_previous(self, selector: str | type = "*") -> Widget | None:
        """The section before, or the list before."""
        return super().focus_previous(RowList) if self.side_by_side else self._step(-1)

    def _step(self, by: int) -> Widget | None:
        there = self.headings_there()
        at = there.index(self.heading) if self.heading in there else 0
        self.go_to_section(there[(at + by) % len(there)])
        return self.focused

    def action_section(self, id: str) -> None:
        """A heading was clicked."""
        self.go_to_section(id)

    def go_to_section(self, id: str) -> None:
        """Show a section and put the focus in its list."""
        self.heading = id
        self.arrange_sections()
        inside = [rows for rows in self.query(RowList) if rows.parent and rows.parent.id == id]
        self.set_focus(inside[0] if inside else None)
        self.redraw()

    def headings(self, cells: int) -> Line:
        """`who  why  [timeline 17]  asks 4  notes 2`."""
        words = {
            "who": _("who"),
            "why": _("why"),
            "timeline": _("timeline"),
            "asks": _("asks"),
            "actions": _("actions"),
            "notes": _("notes"),
        }
        counts = self.sections()
        pieces: list[Piece] = [Piece(" ")]
        for id in self.headings_there():
            many = counts[id]
            said = words[id] if many is None else f"{words[id]} {many}"
            here = id == self.heading
            text = f"[{said}]" if here else f" {said} "
            action = f"screen.section('{id}')"
            pieces.append(Piece(text, Ink.FOCUS if here else Ink.PLAIN, action))
        return apart(tuple(pieces), (Piece("Tab > ", Ink.MUTED),), cells)
