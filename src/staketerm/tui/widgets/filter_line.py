"""The line under the bar: the filter, how many fit, the order."""

from textual.reactive import reactive

from staketerm.locale import _
from staketerm.tui.drawing.lines import Ink, Line, Piece, apart
from staketerm.tui.drawing.values import count
from staketerm.tui.drawing.words import word
from staketerm.tui.program import program
from staketerm.tui.widgets.drawn import OneLine


class FilterLine(OneLine):
    """` / impact:high          14 of 24   order: attention (o)`."""

    filter: reactive[str] = reactive("")
    order: reactive[str] = reactive("")
    counts: reactive[tuple[int, int] | None] = reactive[tuple[int, int] | None](None)
    marked: reactive[int] = reactive(0)
    judged: reactive[bool] = reactive(False)

    def line(self, cells: int) -> Line:
        """The filter on the left; the rest at the right edge."""
        app = program(self)
        shown = app.outlook.veil.text(self.filter) or _("all")
        keys = app.keymap
        start = (
            Piece(f" {keys.shown('filter')} ", Ink.BOLD, "screen.command('filter')"),
            Piece(shown, Ink.PLAIN if self.filter else Ink.MUTED),
        )
        end: list[Piece] = []
        if self.marked:
            end.append(Piece(_("{n} marked").format(n=count(self.marked)) + "   ", Ink.BOLD))
        if self.counts is not None:
            fitting, total = self.counts
            end.append(
                Piece(_("{n} of {total}").format(n=count(fitting), total=count(total)), Ink.MUTED)
            )
        if cells >= 60:
            order = _("order: {order} ({key})").format(
                order=word(self.order), key=keys.shown("order")
            )
            if self.judged:
                end.append(Piece("   " + _("as you judge"), Ink.BOLD))
            end.append(Piece(f"   {order}", Ink.MUTED, "screen.command('order')"))
        if app.outlook.veil.down:
            end.append(
                Piece("   " + _("HIDDEN ({key})").format(key=keys.shown("privacy")), Ink.BOLD)
            )
        return apart(start, (*end, Piece(" ")), cells, app.look.ellipsis)
