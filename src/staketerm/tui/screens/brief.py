"""Meeting prep: what to know before talking to somebody, on one page (screens 2, `b`; F64)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from staketerm.locale import _
from staketerm.tui.commands.base import Commands, bindings
from staketerm.tui.commands.people import WhyInFull
from staketerm.tui.drawing.brief import BriefDrawing
from staketerm.tui.drawing.lines import EMPTY, Line
from staketerm.tui.program import program
from staketerm.tui.screens import questions
from staketerm.tui.screens.frame import TALL, Frame, Subject
from staketerm.tui.widgets.drawn import Lines, OneLine
from staketerm.tui.widgets.footer import Hints

if TYPE_CHECKING:
    from staketerm.journal.nurture.prep import Prep
    from staketerm.journal.receipt import Receipt

VERBS: Commands = (WhyInFull,)

CONCERNING = frozenset({"note", "meeting", "progress", "progress closed", "thank", "edit", "undo"})
"""Verbs whose receipts may not name everybody they concern."""

AROUND = 3
"""Lines of the window that are not the sheet's: title, message line, footer."""


class Title(OneLine):
    """Whom one is about to talk to."""

    ground = "panel"

    def line(self, cells: int) -> Line:
        """The title of the page it is on."""
        page = self.screen
        drawing = page.drawing() if isinstance(page, BriefPage) else None
        if drawing is None:
            return EMPTY
        hint = _("{copy} copies   esc back").format(copy=program(self).keymap.shown("copy"))
        return drawing.title(cells, hint)


class BriefPage(Frame):
    """One sheet about one person; it scrolls where it is longer than the window."""

    VERBS: ClassVar[Commands] = VERBS
    BINDINGS: ClassVar[list[BindingType]] = bindings(VERBS)
    LASTS = True
    HINTS = Hints(
        left=(("down", "up"), "log", "ask", "draft", "why", "edit", "copy"),
        right=("brief", "keys"),
    )
    HINTS_ROOMY = HINTS

    def __init__(self, subject: Subject) -> None:
        super().__init__()
        self._subject = subject
        self._prep: Prep | None = None

    def top(self) -> ComposeResult:
        """A title in the place of the bar."""
        yield Title()

    def body(self) -> ComposeResult:
        """One page of lines."""
        yield Lines(self._draw)

    def once_more(self) -> "BriefPage":
        """The same person's, as it is by then."""
        return BriefPage(self._subject)

    @property
    def subject(self) -> Subject:
        """Whom the sheet is about."""
        return self._subject

    @property
    def main(self) -> Lines:
        """The page."""
        return self.query_one(Lines)

    def read(self) -> None:
        """Gather the sheet, as of the day looked at."""
        who = self._subject
        question = questions.prep(who.id, who.project, program(self).outlook.as_of)
        self.ask(question, self._show, group="prep")

    def reread(self, receipt: "Receipt") -> None:
        """Gather it again if it may concern this person."""
        if self._subject.id in receipt.concerned or receipt.verb in CONCERNING:
            self.read()

    def _show(self, prep: "Prep") -> None:
        self._prep = prep
        self.redraw()
        self.query_one(Lines).focus()
        self.arrived()

    def copied(self) -> str:
        """The whole sheet, as it may be shown."""
        drawing = self.drawing()
        return drawing.text() if drawing else ""

    def drawing(self) -> BriefDrawing | None:
        """What draws the sheet; None before it is there."""
        app = program(self)
        if self._prep is None:
            return None
        return BriefDrawing(self._prep, app.look, app.outlook.veil)

    def _draw(self, cells: int) -> Sequence[Line]:
        drawing, height = self.drawing(), self.app.size.height
        if drawing is None:
            return ()
        airy = drawing.lines(cells, airy=True) if height >= TALL else ()
        return airy if 0 < len(airy) <= height - AROUND else drawing.lines(cells)
