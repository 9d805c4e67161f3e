"""The keys of a screen, made from its commands: what is told here is what the keys do."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from staketerm.locale import _
from staketerm.tui.drawing.lines import EMPTY, Ink, Line, Piece, fit, left, rule, width, wrap
from staketerm.tui.program import program
from staketerm.tui.screens.frame import EVERYWHERE, Frame
from staketerm.tui.widgets.drawn import Lines
from staketerm.tui.widgets.footer import Hints


class KeysPage(Frame):
    """Every key of the screen below, first its own, then those that work everywhere."""

    BINDINGS: ClassVar[list[BindingType]] = []
    HINTS = Hints(left=(("down", "up"),), right=("quit",))
    HINTS_ROOMY = HINTS

    def __init__(self, about: Frame) -> None:
        super().__init__()
        self._about = about

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
        offered = list(self._about.commands())
        groups = (
            (_("keys of this screen"), [c for c in offered if c not in EVERYWHERE]),
            (_("keys that work everywhere"), [c for c in offered if c in EVERYWHERE]),
        )
        wide = max(width(app.keymap.all_shown(command.id)) for command in offered) + 2
        lines: list[Line] = []
        for title, commands in groups:
            if not commands:
                continue
            lines.append(rule(title, "", cells, stroke=app.look.rule))
            for command in commands:
                keys = app.keymap.all_shown(command.id) or app.keymap.shown("commands")
                told = _(command.help) if command.help else ""
                line = (
                    Piece(f" {left(keys, wide)}", Ink.BOLD),
                    Piece(_(command.label)),
                    Piece(f"   {told}", Ink.MUTED),
                )
                lines.append(fit(line, cells, app.look.ellipsis))
            lines.append(EMPTY)
        where = _("Any key can be set in config.toml under [keys], by these names:")
        names = ", ".join(command.id for command in offered)
        lines.append((Piece(f" {where}", Ink.MUTED),))
        lines.extend((Piece(f" {part}", Ink.MUTED),) for part in wrap(names, cells - 2))
        return lines
