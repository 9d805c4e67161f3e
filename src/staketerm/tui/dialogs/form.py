"""Forms: fields under each other, Tab between them, Enter saves (screens 2).

What is in a form is data: each field says its name, its caption and what it may hold. An edit hands
back only what was changed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.events import Click, Key
from textual.reactive import reactive
from textual.widgets import Input

from staketerm.locale import _
from staketerm.tui.dialogs.dialog import Dialog, Hints
from staketerm.tui.dialogs.parts import Caption, Field, TextLine
from staketerm.tui.drawing.lines import Ink, Line, Piece, fit, left, width
from staketerm.tui.program import program
from staketerm.tui.widgets.drawn import OneLine

CAPTION_CELLS = 14


@dataclass(frozen=True, slots=True)
class Spec:
    """One field of a form.

    Without `options` it holds text. With them (value, word) it holds one, or with `many` several,
    joined by blanks. An empty value is nothing chosen, nothing written.
    """

    name: str
    caption: str
    value: str = ""
    hint: str = ""
    options: tuple[tuple[str, str], ...] = ()
    many: bool = False


class Choices(OneLine):
    """A field of a few fixed values: arrows go through them, a first letter or digit takes one."""

    can_focus = True
    value: reactive[str] = reactive("")

    def __init__(self, spec: Spec) -> None:
        super().__init__(id=f"field-{spec.name}")
        self.spec = spec
        self._at = 0
        self.set_reactive(Choices.value, spec.value)

    @property
    def chosen(self) -> list[str]:
        """The values that are chosen."""
        return self.value.split()

    def on_key(self, event: Key) -> None:
        """Choose; Backspace chooses nothing."""
        values = [value for value, _word in self.spec.options]
        if event.key in ("left", "right"):
            self._step(1 if event.key == "right" else -1, values)
        elif event.key == "space" and self.spec.many:
            self._take(values[self._at])
        elif event.key == "backspace":
            self.value = ""
        elif not self._by_letter(event.character or ""):
            return
        event.stop()

    def on_click(self, event: Click) -> None:
        """A click chooses what it is on."""
        self.focus()
        at = CAPTION_CELLS + 1
        for place, (value, word) in enumerate(self.spec.options):
            if at <= event.x < at + width(word) + 2:
                self._at = place
                self._take(value)
                return
            at += width(word) + 3

    def line(self, cells: int) -> Line:
        """The caption and the words, the chosen in brackets."""
        focused = self.has_focus
        caption = " " + left(self.spec.caption, CAPTION_CELLS)
        pieces = [Piece(caption, Ink.FOCUS if focused else Ink.MUTED)]
        for place, (value, word) in enumerate(self.spec.options):
            here = focused and self.spec.many and place == self._at
            if value in self.chosen:
                pieces.append(Piece(f"[{word}]", Ink.FOCUS if here else Ink.BOLD))
            else:
                pieces.append(Piece(f" {word} ", Ink.FOCUS if here else Ink.MUTED))
            pieces.append(Piece(" "))
        return fit(tuple(pieces), cells, program(self).look.ellipsis)

    def on_focus(self) -> None:
        """The caption shows where one is."""
        self.refresh()

    def on_blur(self) -> None:
        """And that one has left."""
        self.refresh()

    def _step(self, by: int, values: Sequence[str]) -> None:
        if self.spec.many:
            self._at = (self._at + by) % len(values)
            self.refresh()
            return
        at = values.index(self.value) + by if self.value in values else (0 if by > 0 else -1)
        self.value = values[at % len(values)]

    def _take(self, value: str) -> None:
        if self.spec.many:
            there = self.chosen
            kept = [one for one in there if one != value]
            self.value = " ".join(kept if value in there else [*there, value])
        else:
            self.value = value

    def _by_letter(self, letter: str) -> bool:
        options = [
            place
            for place, (value, word) in enumerate(self.spec.options)
            if letter and (word.lower().startswith(letter.lower()) or value == letter)
        ]
        if not options:
            return False
        # the same letter again goes to the next word that begins with it
        later = [place for place in options if place > self._current()]
        self._at = later[0] if later else options[0]
        self._take(self.spec.options[self._at][0])
        return True

    def _current(self) -> int:
        values = [value for value, _word in self.spec.options]
        return values.index(self.value) if self.value in values else -1


class Form(Dialog):
    """A dialog of fields. A subclass gives them in `specs` and takes what was filled in."""

    DEFAULT_CSS = """
    Form #fields { height: 1fr; }
    Form #sheet.low > #fields { height: auto; max-height: 100%; }
    """

    def specs(self) -> Sequence[Spec]:
        """The fields, in order."""
        raise NotImplementedError

    def submit(self, values: Mapping[str, str]) -> None:
        """Enter: what every field holds, by name."""
        raise NotImplementedError

    def choices(self, spec: Spec) -> Choices:
        """The field of a few fixed values; a form can show one in another way."""
        return Choices(spec)

    def fields(self) -> ComposeResult:
        """One line each; more than fit can be scrolled to."""
        self.before = {spec.name: spec.value for spec in self.specs()}
        with VerticalScroll(id="fields", can_focus=False):
            for spec in self.specs():
                if spec.options:
                    yield self.choices(spec)
                else:
                    with Field():
                        yield Caption(spec.caption, CAPTION_CELLS)
                        yield TextLine(spec.value, placeholder=spec.hint, id=f"field-{spec.name}")

    def begin(self) -> None:
        """Begin in the first field."""
        super().begin()
        self.focus_on(self.specs()[0].name)

    def focus_on(self, name: str) -> None:
        """Go to the field of that name."""
        self.set_focus(self.query_one(f"#field-{name}"))

    def hints(self) -> Hints:
        """Save, fields."""
        return (("enter", _("save")), ("tab", _("next field")), ("escape", _("leave")))

    def press(self, key: str, character: str) -> bool:
        """Enter saves from every field."""
        if key == "enter":
            self.submit(self.values())
            return True
        return False

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter saves from every field."""
        event.stop()
        self.submit(self.values())

    def values(self) -> dict[str, str]:
        """What every field holds."""
        found: dict[str, str] = {}
        for spec in self.specs():
            at = f"#field-{spec.name}"
            held = self.query_one(at, Choices) if spec.options else self.query_one(at, TextLine)
            found[spec.name] = held.value.strip()
        return found

    def changed(self, values: Mapping[str, str]) -> dict[str, str]:
        """The fields that hold something else than at first."""
        return {name: value for name, value in values.items() if value != self.before[name]}
