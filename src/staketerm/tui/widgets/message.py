"""The message line: what the last act changed, what is being waited for, what went wrong."""

from staketerm.locale import _
from staketerm.tui.drawing.lines import Ink, Line, Piece, apart, width
from staketerm.tui.program import program
from staketerm.tui.widgets.drawn import OneLine


class MessageLine(OneLine):
    """The second last row; the last notice stays until the next one."""

    def on_mount(self) -> None:
        """Follow what the program has to say."""
        self.watch(self.app, "notice", self.redraw, init=False)
        self.watch(self.app, "waiting", self.redraw, init=False)

    def line(self, cells: int) -> Line:
        """The notice, cut to the width; the way back stays in sight."""
        app = program(self)
        if app.waiting:
            return (Piece(" " + _("reading ..."), Ink.MUTED),)
        notice = app.notice
        if notice is None:
            return ()
        look, veil = app.look, app.outlook.veil
        if not notice.undo:
            return apart(notice.line(look, veil, cells), (Piece(" "),), cells, look.ellipsis)
        undoes = _("{key} undoes").format(key=app.keymap.shown("undo"))
        back = (Piece(undoes, Ink.MUTED, "screen.command('undo')"),)
        line = notice.line(look, veil, cells - width(undoes) - 1)
        if cells < 100:
            return apart(line, back, cells, app.look.ellipsis)
        return apart((*line, Piece("   "), *back), (), cells, app.look.ellipsis)
