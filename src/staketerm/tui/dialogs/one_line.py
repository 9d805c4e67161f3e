"""One line of capture: who, what, when; the line below is what Enter saves (screens 6)."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.widgets import Input

from staketerm.domain.capture.captured import Captured, What
from staketerm.domain.capture.echo import echo
from staketerm.locale import _
from staketerm.tui import writes
from staketerm.tui.dialogs import questions
from staketerm.tui.dialogs.dialog import Dialog, Hints
from staketerm.tui.dialogs.parts import DrawnLine, TextLine
from staketerm.tui.drawing.lines import EMPTY, Ink, Line, Piece, wrap
from staketerm.tui.drawing.values import week_day
from staketerm.tui.drawing.words import word
from staketerm.tui.notices import Named, Part, Private
from staketerm.tui.program import program

if TYPE_CHECKING:
    from staketerm.domain.names import Person
    from staketerm.journal.receipt import Receipt

EXAMPLES = (
    "ada kept agreement yesterday: budget review",
    "anneke, bram + marek d: street 2",
    "mail bram > planning?",
    "!risk survey may slip",
)
"""Lines that show what can be written; the names are made up."""


class OneLineCapture(Dialog):
    """Type a line; every letter redraws what is understood of it.

    A question is answered by its digit. Tab is the other choice: by me for an agreement, a note for
    a name that isn't here.
    """

    WHOLE = False
    DEFAULT_CSS = "OneLineCapture #line { padding: 0 1; }"

    def __init__(self) -> None:
        super().__init__()
        self.captured: Captured | None = None
        self.answers: dict[str, str] = {}
        self._by_me = False

    def caption(self) -> Line:
        """What can be written."""
        return (Piece(_("One line: who, what, when: note"), Ink.BOLD),)

    def fields(self) -> ComposeResult:
        """The line, then what is understood of it."""
        yield TextLine(placeholder=f" {EXAMPLES[0]}", id="line")
        for row in range(len(EXAMPLES)):
            yield DrawnLine(partial(self._understood, row))

    def begin(self) -> None:
        """Type at once."""
        super().begin()
        self.set_focus(self.query_one("#line"))

    def hints(self) -> Hints:
        """Save, and the other choice where there is one."""
        told = self.captured
        if told is not None and told.unknown:
            return (
                ("enter", _("adds {name}").format(name=self._hidden(told.unknown[0]))),
                ("tab", _("keeps it as a note")),
                ("escape", _("leave")),
            )
        if told is not None and told.what is What.AGREEMENT:
            other = _("by them") if told.by == "me" else _("by me")
            return (("enter", _("save")), ("tab", other), ("escape", _("leave")))
        return (("enter", _("save")), ("escape", _("leave")))

    # reading

    def on_input_changed(self, event: Input.Changed) -> None:
        """Read the line anew; answers to questions that are gone are forgotten."""
        event.stop()
        self.read()

    def read(self) -> None:
        """Ask what the line says."""
        text = self.query_one("#line", TextLine).value
        if not text.strip():
            self.captured = None
            self.answers.clear()
            self.redraw()
            return
        self.ask(questions.line(text, self.answers), self._have, group="line")

    def _have(self, told: Captured) -> None:
        if self._by_me and told.what is What.AGREEMENT:
            told = replace(told, by="me")
        self.captured = told
        self.echo = EMPTY
        self.redraw()

    # keys

    def cycle(self, by: int) -> None:
        """Tab: the other choice."""
        told = self.captured
        if told is None:
            return
        if told.unknown:
            self._save(replace(told, unknown=(), kind=None, what=What.ENTRY, note=told.line))
        elif told.what is What.AGREEMENT:
            self._by_me = not self._by_me
            self.captured = replace(told, by="me" if self._by_me else "them")
            self.redraw()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter saves what is understood, or says what is missing."""
        event.stop()
        told = self.captured
        if told is None:
            self.leave()
        elif told.questions:
            self._ask_first()
        elif told.problems:
            self.say(Piece(told.problems[0], Ink.FAULT))
        elif told.unknown:
            self._add(told.unknown[0])
        else:
            self._save(told)

    def _ask_first(self) -> None:
        """The first question, answered by a digit in a line of its own."""
        question = self.captured.questions[0] if self.captured else None
        if question is None:
            return
        named = "  ".join(
            f"{n} {self._hidden(choice.label)}" for n, choice in enumerate(question.choices, 1)
        )

        def answered(text: str) -> None:
            if text.isdecimal() and 0 < int(text) <= len(question.choices):
                self.answers[question.key] = question.choices[int(text) - 1].id
                self.read()
            self.set_focus(self.query_one("#line"))

        self.prompt(f"{self._hidden(question.text)} {named}", answered)

    def _prompt_left(self) -> None:
        self.set_focus(self.query_one("#line"))

    def _add(self, name: str) -> None:
        from staketerm.tui.dialogs.person import PersonForm

        def added(receipt: "Receipt | None") -> None:
            if receipt is not None:
                self.read()

        self.app.push_screen(PersonForm(name=name), added)

    # saving

    def _save(self, told: Captured) -> None:
        self.write(writes.captured(told), lambda receipt: self.done(receipt, *self._lead(told)))

    def _lead(self, told: Captured) -> tuple[Part, ...]:
        today = program(self).outlook.today
        said = Private(f'"{told.kind.label if told.kind else told.note}"')
        if told.progress:
            said = Private(f'{word(told.progress)} "{told.note}"')
        day = " " + _("logged for {day}").format(day=week_day(told.day, today)) + "."
        if not told.people:
            return (said, day)
        who, more = told.people[0], len(told.people) - 1
        others = _(" and {n} more").format(n=more) if more else ""
        return (Named(who.key, who.name), f"{others}: ", said, day)

    # drawing

    def _understood(self, row: int, cells: int) -> Line:
        told = self.captured
        if told is None:
            example = EXAMPLES[row] if row < len(EXAMPLES) else ""
            return (Piece(f"  {example}", Ink.MUTED),)
        said = echo(told, program(self).outlook.today, show=self._shown)
        rows = wrap(self._hidden(said) if told.note else said, cells - 4)
        lead = f" {program(self).look.arrow} " if row == 0 else "   "
        ink = Ink.PLAIN if told.ready else Ink.LATEST
        return (Piece(lead, Ink.MUTED), Piece(rows[row], ink)) if row < len(rows) else EMPTY

    def _shown(self, person: "Person") -> str:
        return program(self).outlook.veil.name(person.key, person.name)

    def _hidden(self, text: str) -> str:
        return program(self).outlook.veil.text(text)
