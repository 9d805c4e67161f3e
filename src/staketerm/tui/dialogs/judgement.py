"""My own judgement of a position: set, change, take back (screens 2, `v`)."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.widgets import Input

from staketerm.domain.phrases import narrow_day, short_day
from staketerm.locale import _
from staketerm.tui import writes
from staketerm.tui.dialogs import questions
from staketerm.tui.dialogs.dialog import Dialog, Hints
from staketerm.tui.dialogs.parts import Caption, DrawnLine, Field, TextLine
from staketerm.tui.drawing import marks
from staketerm.tui.drawing.lines import EMPTY, Ink, Line, Piece, fit, left, right, wrap
from staketerm.tui.notices import At, Named
from staketerm.tui.program import program
from staketerm.tui.screens.frame import Subject
from staketerm.tui.widgets.drawn import Fixed

if TYPE_CHECKING:
    from staketerm.journal.positions.judging import Claim
    from staketerm.journal.positions.review import Why
    from staketerm.journal.receipt import Receipt

LETTERS = {
    "p": "partner",
    "s": "supporter",
    "q": "quiet_supporter",
    "c": "critic",
    "f": "fence_sitter",
    "z": "quiet_opponent",
    "o": "opponent",
    "u": "unknown",
}
"""A position by its own letter; `u` is not sure."""

HISTORY_SHOWN = 5
"""Of so many judgements each is told."""

DAY_CELLS = 6

WORD_CELLS = 17
"""Cells of a position beside its letter."""


class JudgementSheet(Dialog):
    """A letter takes the position, then the reason is typed; Enter saves, Backspace takes back."""

    WHOLE = False

    def __init__(self, subject: Subject) -> None:
        super().__init__()
        self.subject = subject
        self.why: Why | None = None
        self.judged: Sequence[Claim] = ()
        self.label: str | None = None

    def caption(self) -> Line:
        """Whom it concerns."""
        who = self.subject
        name = program(self).outlook.veil.name(who.id, who.name, who.kind)
        return (Piece(_("My judgement of") + " "), Piece(name, Ink.BOLD))

    def fields(self) -> ComposeResult:
        """Where they stand, the letters, the reason."""
        yield DrawnLine(self._standing)
        yield DrawnLine(partial(self._letters, "psqc"))
        yield DrawnLine(partial(self._letters, "fzou"))
        with Field():
            yield Caption(_("Why"))
            yield TextLine(placeholder=_("your reason; may stay empty"), id="note")
        yield Fixed(self._history)

    def begin(self) -> None:
        """Ask where they stand, and what was judged before."""
        super().begin()
        question = questions.judgement(self.subject.id, self.subject.project)
        self.ask(question, self._have, group="why")

    def hints(self) -> Hints:
        """Save; take back what there is."""
        hints = [("enter", _("save")), ("tab", _("reason"))]
        if self.why is not None and self.why.judgement is not None:
            hints.append(("backspace", _("withdraw")))
        return hints

    def press(self, key: str, character: str) -> bool:
        """A letter is a position; the reason can be typed at once."""
        if key == "enter":
            self.save()
        elif key == "backspace":
            self.take_back()
        elif character in LETTERS:
            self.label = LETTERS[character]
            self.set_focus(self.query_one("#note"))
            self.redraw()
        else:
            return False
        return True

    def cycle(self, by: int) -> None:
        """Tab: between the letters and the reason."""
        note = self.query_one("#note")
        self.set_focus(None if self.focused is note else note)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter saves."""
        event.stop()
        self.save()

    def save(self) -> None:
        """Write the judgement down, as of today."""
        if self.label is None:
            self.say(Piece(_("a letter says the position"), Ink.FAULT))
            return
        who, label = self.subject, self.label
        values = {
            "stakeholder": who.id,
            "project": who.project,
            "label": label,
            "day": program(self).outlook.today,
            "note": self.query_one("#note", TextLine).value.strip() or None,
        }
        self.write(writes.judge(values), lambda receipt: self._wrote(receipt, label))

    def take_back(self) -> None:
        """The judgement in force goes; the one before it stands again."""
        judgement = self.why.judgement if self.why else None
        if judgement is not None:
            self.write(
                writes.delete("judgement", judgement.id),
                lambda receipt: self.done(
                    receipt, *self._whose(), ": " + _("judgement withdrawn") + "."
                ),
            )

    def _wrote(self, receipt: "Receipt", label: str) -> None:
        kept = _("Behaviour still shows beside it.")
        self.done(receipt, *self._whose(), ": " + _("judged") + " ", At(label), f". {kept}")

    def _whose(self) -> tuple[Named]:
        who = self.subject
        return (Named(who.id, who.name, who.kind),)

    def _have(self, judged: questions.Judged) -> None:
        self.why, self.judged = judged
        self.redraw()

    def redraw(self) -> None:
        """The reason of before stands in the empty line, hidden with the names."""
        super().redraw()
        self.query_one(Fixed).redraw()
        judgement = self.why.judgement if self.why else None
        if judgement is not None and judgement.note:
            note = program(self).outlook.veil.text(judgement.note)
            self.query_one("#note", TextLine).placeholder = note

    def _standing(self, cells: int) -> Line:
        if self.why is None:
            return EMPTY
        look, today = program(self).look, program(self).outlook.today
        behaviour = marks.position(self.why.assessment.label, look)
        pieces: list[Piece] = [Piece(" " + _("behaviour says") + " ", Ink.MUTED), *behaviour]
        judgement = self.why.judgement
        if judgement is not None:
            said = _("yours of {day}:").format(day=short_day(judgement.day, today))
            pieces += [Piece(f"   {said} ", Ink.MUTED), *marks.position(judgement.label, look)]
        return tuple(pieces)

    def _history(self, cells: int) -> Sequence[Line]:
        """What was judged before, the newest first, and where behaviour is on another side."""
        app = program(self)
        look, today = app.look, app.outlook.today
        lines: list[Line] = []
        if self.why is not None and self.why.contradiction:
            lines += [
                (Piece(f" {line}", Ink.BOLD),) for line in wrap(self.why.contradiction, cells - 2)
            ]
        for each in self.judged[:HISTORY_SHOWN]:
            day = right(narrow_day(each.day, today), DAY_CELLS)
            note = f'  "{app.outlook.veil.text(each.note)}"' if each.note else ""
            line = (
                Piece(f" {day}  ", Ink.MUTED),
                *marks.position(each.label, look),
                Piece(note, Ink.MUTED),
            )
            lines.append(fit(line, cells, look.ellipsis))
        if (more := len(self.judged) - HISTORY_SHOWN) > 0:
            lines.append((Piece(" " * 9 + _("{n} more").format(n=more), Ink.MUTED),))
        return lines

    def _letters(self, letters: str, cells: int) -> Line:
        look = program(self).look
        pieces: list[Piece] = []
        for letter in letters:
            label = LETTERS[letter]
            action = f"screen.press('{letter}')"
            chosen = label == self.label
            pieces.append(Piece(f"{look.selected if chosen else ' '}{letter} ", Ink.BOLD, action))
            word = marks.position(label, look)[0]
            shown = _("{glyph} not sure").format(glyph=look.position(label))
            text = left(
                shown if letter == "u" else word.text, min(WORD_CELLS, cells // 4), look.ellipsis
            )
            pieces.append(Piece(text, Ink.FOCUS if chosen else word.ink, action))
        return tuple(pieces)
