"""Erasing somebody for good: what would go is said first, and the name is typed (design 4)."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.widgets import Input

from staketerm.domain.text import fold
from staketerm.locale import _
from staketerm.tui import erase_questions as questions
from staketerm.tui.dialogs.dialog import Dialog, Hints
from staketerm.tui.dialogs.parts import Caption, Field, TextLine
from staketerm.tui.dialogs.sure import Sure, sentences_in
from staketerm.tui.drawing.lines import Ink, Line, Piece
from staketerm.tui.erase_questions import Gone
from staketerm.tui.notices import Named, say
from staketerm.tui.program import program
from staketerm.tui.screens.subject import Subject
from staketerm.tui.widgets.drawn import Fixed

if TYPE_CHECKING:
    from staketerm.tui.screens.frame import Frame


def ask_to_erase(here: "Frame", subject: Subject) -> None:
    """Open the sheet, once it is known what would go."""

    def say_it(rows: int) -> None:
        program(here).push_screen(EraseDialog(here, subject, rows))

    here.ask(questions.what_goes(subject.id), say_it, group="erase")


class EraseDialog(Dialog):
    """What would go, and a line for the name: only the name itself erases."""

    WHOLE = False

    def __init__(self, here: "Frame", subject: Subject, rows: int) -> None:
        super().__init__()
        self._here = here
        self._subject = subject
        self._rows = rows

    def caption(self) -> Line:
        """What it is about."""
        return (Piece(_("Erase somebody for good"), Ink.BOLD),)

    def fields(self) -> ComposeResult:
        """What would go; the line."""
        yield Fixed(self._said)
        with Field():
            yield Caption(_("type the name to erase it"))
            yield TextLine(id="typed")

    def begin(self) -> None:
        """Type at once."""
        self.query_one("#typed").focus()

    def hints(self) -> Hints:
        """Enter erases."""
        return (("enter", _("erase for good")), ("escape", _("leave, nothing happens")))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Erase, where the name was typed."""
        event.stop()
        if fold(event.value.strip()) != fold(self._subject.name):
            said = _("this is not the name as it stands; nothing was erased")
            self.say(Piece(said, Ink.FAULT))
        elif not self.writing:
            self.say(Piece(_("erasing ..."), Ink.MUTED))
            self.put(questions.erase(self._subject.id), self._erased, otherwise=self.fault)

    def _erased(self, gone: Gone) -> None:
        """Leave the page of whoever is gone; say what is left to do."""
        from staketerm.journal.receipt import Receipt

        app, who = program(self), self._subject
        app.notices[:] = [
            notice
            for notice in app.notices
            if not any(isinstance(part, Named) and part.id == who.id for part in notice.parts)
        ]
        self.dismiss(None)
        if self._here in app.screen_stack:
            self._here.close()
        app.tell(say(gone.sentences[0]))
        app.written(Receipt(None, "erase", concerned=(who.id,)))
        veil = partial(_veiled, gone.sentences)
        app.push_screen(Sure(_("Erased"), lambda: veil(hidden=app.outlook.veil.down)))

    def _said(self, cells: int) -> Sequence[Line]:
        from staketerm.journal.erasing_told import beforehand

        who = self._subject
        name = program(self).outlook.veil.name(who.id, who.name, who.kind)
        return sentences_in(beforehand(name, self._rows), cells)


def _veiled(sentences: Sequence[str], *, hidden: bool) -> Sequence[str]:
    """What was said; where names are hidden only what holds none, the first and the last."""
    return (sentences[0], sentences[-1]) if hidden else sentences
