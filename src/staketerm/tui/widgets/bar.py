"""The bar on top: the places, what is shown of which project, and the day."""

from typing import ClassVar

from staketerm.locale import _
from staketerm.tui.drawing.lines import Ink, Line, Piece, apart, fit, line_width, width
from staketerm.tui.drawing.values import full_day, week_day
from staketerm.tui.program import program
from staketerm.tui.screens.places import PLACES
from staketerm.tui.widgets.drawn import OneLine

ROOMY = 100
"""From this width on the bar says "project" and the year."""


class Bar(OneLine):
    """` 1 Today [2 People] 5 Journal`, the project, the day; an as-of day is shown reversed."""

    ground: ClassVar[str] = "panel"

    def __init__(self, current: str) -> None:
        super().__init__()
        self._current = current

    def on_mount(self) -> None:
        """Follow the outlook."""
        self.watch(self.app, "outlook", self.redraw, init=False)

    def line(self, cells: int) -> Line:
        """The bar in the width there is."""
        start: list[Piece] = []
        scored = program(self).outlook.scored
        for place in PLACES:
            if place.scored and not scored:
                continue
            here = place.id == self._current
            text = f"{place.digit} {_(place.name)}"
            action = f"app.go('{place.id}')"
            start.append(
                Piece(f"[{text}]", Ink.BOLD, action)
                if here
                else Piece(f" {text} ", Ink.PLAIN, action)
            )
        if cells < ROOMY:
            start[-1] = start[-1]._replace(text=start[-1].text.rstrip())
        day = self._day(cells)
        room = cells - line_width(start) - line_width(day) - 2
        project = self._project(cells, room)
        if cells < ROOMY:
            return apart(tuple(start), (*project, Piece(" "), *day), cells)
        middle = (Piece(" " * max(1, cells * 54 // 100 - line_width(start))), *project)
        return apart((*start, *middle), day, cells)

    def _project(self, cells: int, room: int) -> Line:
        """The project, in the room that the places leave."""
        app = program(self)
        outlook = app.outlook
        if outlook.veil.down:
            return (Piece(_("hidden"), Ink.MUTED),)
        name = outlook.project_name
        if cells >= ROOMY and name:
            name = _("project {name} (P)").format(name=name)
        if app.read_only:
            named = _("{name}, read only").format(name=name)
            name = named if width(named) <= room else _("read only")
        return fit((Piece(name, Ink.MUTED),), max(0, room), app.look.ellipsis)

    def _day(self, cells: int) -> Line:
        outlook = program(self).outlook
        if outlook.as_of is not None:
            from staketerm.domain.phrases import short_day

            return (Piece(f"@ {short_day(outlook.as_of, outlook.today)}", Ink.REVERSE),)
        day = full_day(outlook.today) if cells >= ROOMY else week_day(outlook.today, outlook.today)
        return (Piece(day, Ink.MUTED),)
