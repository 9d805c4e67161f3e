"""Dialogs that ask one thing: a letter answers it, or some words do (screens 5)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.widgets import Input

from staketerm.tui.dialogs.dialog import Dialog, Hints
from staketerm.tui.dialogs.parts import Caption, DrawnLine, Field, TextLine
from staketerm.tui.drawing.lines import Ink, Line, Piece
from staketerm.tui.notices import Part

if TYPE_CHECKING:
    from staketerm.journal.receipt import Receipt
    from staketerm.tui.writes import Writes


@dataclass(frozen=True, slots=True)
class Option:
    """One answer: its key, the words beside it, and what it means."""

    key: str
    words: str
    value: str


class OneThing(Dialog):
    """A question with a few answers. A key answers it and closes the dialog.

    `writing` makes of an answer what is written, and `lead` says it on the message line. With
    `in_words` the answer can be typed as well; Enter without words is the first option, unless
    nothing is to be said by mistake (`enter` False).
    """

    WHOLE = False

    def __init__(
        self,
        title: Callable[[], Line],
        options: Sequence[Option],
        writing: "Callable[[str], Writes]",
        lead: Callable[[str], Sequence[Part]],
        *,
        in_words: str = "",
        enter: bool = True,
    ) -> None:
        super().__init__()
        self._enter = enter
        self._title = title
        self._options = tuple(options)
        self._writing = writing
        self._lead = lead
        self._in_words = in_words

    def caption(self) -> Line:
        """The question."""
        return self._title()

    def fields(self) -> ComposeResult:
        """The answers, one a line; then the line for words."""
        for option in self._options:
            yield DrawnLine(partial(option_line, option))
        if self._in_words:
            with Field():
                yield Caption(self._in_words)
                yield TextLine(id="words")

    def hints(self) -> Hints:
        """Enter is the first answer."""
        hints = [("enter", self._options[0].words)] if self._enter else []
        if self._in_words:
            hints.append(("tab", self._in_words.lower()))
        return hints

    def press(self, key: str, character: str) -> bool:
        """A key is an answer."""
        if key == "enter" and self._enter:
            self.answer(self._options[0].value)
            return True
        for option in self._options:
            if option.key == character:
                self.answer(option.value)
                return True
        return False

    def cycle(self, by: int) -> None:
        """Tab: to the line for words and back."""
        if self._in_words:
            words = self.query_one("#words")
            self.set_focus(None if self.focused is words else words)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Words are the answer; no words are the first option."""
        event.stop()
        said = event.value.strip()
        if said or self._enter:
            self.answer(said or self._options[0].value)

    def answer(self, value: str) -> None:
        """Write it, and leave."""

        def wrote(receipt: "Receipt") -> None:
            self.done(receipt, *self._lead(value))

        self.write(self._writing(value), wrote)


def option_line(option: Option, _cells: int) -> Line:
    """An answer as a line: its key, and the words beside it."""
    action = f"screen.press('{option.key.lower() if option.key == 'Enter' else option.key}')"
    return (
        Piece(f"  {option.key:<6} ", Ink.BOLD, action),
        Piece(option.words, Ink.PLAIN, action),
    )
