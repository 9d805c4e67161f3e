"""Everything the message line has said since the program was opened, the latest first."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from staketerm.locale import _
from staketerm.tui.drawing.lines import Ink, Line, Piece, fit, rule
from staketerm.tui.program import program
from staketerm.tui.screens.frame import Frame
from staketerm.tui.widgets.drawn import Lines
from staketerm.tui.widgets.footer import Hints


class MessagesPage(Frame):
    """One line a message."""

    BINDINGS: ClassVar[list[BindingType]] = []
    HINTS = Hints(left=(("down", "up"),), right=("quit",))
    HINTS_ROOMY = HINTS

    def body(self) -> ComposeResult:
        """One page of lines."""
        yield Lines(self._draw)

    def read(self) -> None:
        """Nothing is asked of the journal."""
        self.query_one(Lines).focus()
        self.arrived()

    @property
    def main(self) -> Lines:
        """The page."""
        return self.query_one(Lines)

    def _draw(self, cells: int) -> Sequence[Line]:
        app = program(self)
        said = [
            fit(notice.line(app.look, app.outlook.veil), cells, app.look.ellipsis)
            for notice in reversed(app.notices)
        ]
        nothing: Line = (Piece(f"   {_('nothing said yet')}", Ink.MUTED),)
        return (rule(_("messages so far"), "", cells, stroke=app.look.rule), *(said or (nothing,)))
