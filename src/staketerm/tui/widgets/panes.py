"""How a list and a pane share a screen: beside each other where there is room, else below."""

from textual.containers import Container
from textual.strip import Strip
from textual.widget import Widget

from staketerm.tui.drawing.lines import Ink, Line, Piece
from staketerm.tui.program import program
from staketerm.tui.widgets.drawn import OneLine


class Panes(Container):
    """A list, a divider, a pane."""


class Pane(Container):
    """One side of it."""


class Divider(Widget):
    """The one vertical rule of a screen; only where panes stand beside each other."""

    def render_line(self, y: int) -> Strip:
        """One stroke."""
        app = program(self)
        return app.paint("background").strip((Piece(app.look.divider, Ink.MUTED),), 1)


class Floor(OneLine):
    """A rule above the message line, on tall and roomy screens."""

    def line(self, cells: int) -> Line:
        """A rule with a foot for the divider."""
        look = program(self).look
        strokes = [look.rule] * cells
        divider = self.screen.query_one(Divider)
        if divider.display and divider.region.x < cells:
            strokes[divider.region.x] = "┴" if look.rule == "─" else look.rule
        return (Piece("".join(strokes), Ink.MUTED),)
