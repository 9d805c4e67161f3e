"""The pane that says why about whoever is selected: beside the list, below it, or in one line."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from staketerm.domain.errors import StaketermError
from staketerm.locale import _
from staketerm.tui.drawing.lines import Ink, Line, Piece, fit, rule
from staketerm.tui.program import program
from staketerm.tui.widgets.drawn import Lines

if TYPE_CHECKING:
    from staketerm.journal.positions.review import Why


class WhyPane(Lines):
    """Name in its rule, then the position and what it rests on."""

    def __init__(self) -> None:
        super().__init__(self._draw_lines)
        self._who: tuple[str, str, str] | None = None
        self._why: Why | None = None
        self._fault: str | None = None

    def on_mount(self) -> None:
        """The rule shows where the focus is."""
        self.watch(self, "has_focus", self.redraw, init=False)

    def show_nobody(self) -> None:
        """Nobody is selected."""
        self._who = self._why = self._fault = None
        self.redraw()

    def show_name(self, id: str, name: str, kind: str) -> None:
        """Somebody is selected; why comes later, and until then the last answer stays if it is
        theirs."""
        self._who = (id, name, kind)
        if self._why is not None and self._why.stakeholder != id:
            self._why = None
        self._fault = None
        self.move_to(0)
        self.redraw()

    def show(self, why: "Why") -> None:
        """Why they stand where they stand."""
        self._why = why
        self.redraw()

    def show_fault(self, error: StaketermError) -> None:
        """A fault of this pane is written in it; the rest works."""
        self._fault = str(error)
        self.redraw()

    def _draw_lines(self, cells: int) -> Sequence[Line]:
        app = program(self)
        if self._who is None:
            return (rule("", "", cells, stroke=app.look.rule, focused=self.has_focus),)
        veil = app.outlook.veil
        title = _("why: {name}").format(name=veil.name(*self._who))
        hint = _("{key} all").format(key=app.keymap.shown("why"))
        head = rule(title, hint, cells, stroke=app.look.rule, focused=self.has_focus)
        if self._fault is not None:
            return (head, (Piece(f" {veil.text(self._fault)}", Ink.FAULT),))
        if self._why is None:
            return (head,)
        from staketerm.tui.drawing.why import WhyDrawing

        drawing = WhyDrawing(self._why, app.look, veil, app.outlook.day)
        if self.size.height <= 2:
            body: Sequence[Line] = (drawing.one_line(),)
        elif self.size.height <= 5:
            body = drawing.strip(cells)
        else:
            body = drawing.pane(cells)
        return (head, *(fit(line, cells, app.look.ellipsis) for line in body))
