"""A form with a path in it: what lies there is listed under the fields, Tab completes."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.events import Key
from textual.widgets import Input

from staketerm.locale import _
from staketerm.tui.dialogs.dialog import Hints
from staketerm.tui.dialogs.form import CAPTION_CELLS, Choices, Form
from staketerm.tui.dialogs.parts import TextLine
from staketerm.tui.drawing.lines import Ink, Line, Piece, cut, fit, left
from staketerm.tui.intake import questions
from staketerm.tui.intake.paths import Completion, path_of
from staketerm.tui.outlook import Outlook
from staketerm.tui.program import program
from staketerm.tui.widgets.rows import RowList, RowState

PATH = "path"
"""The name of the field that holds the path."""


class OneOf(Choices):
    """A choice of more words than fit on a line: only the one taken is shown."""

    def line(self, cells: int) -> Line:
        """The caption and the word; arrows go on."""
        word = next((word for value, word in self.spec.options if value == self.value), "")
        ink = Ink.FOCUS if self.has_focus else Ink.MUTED
        pieces = (
            Piece(" " + left(self.spec.caption, CAPTION_CELLS), ink),
            Piece(f"[{self.shown(word)}]", Ink.BOLD),
            Piece("  " + _("arrows: another"), Ink.MUTED) if self.has_focus else Piece(""),
        )
        return fit(pieces, cells, program(self).look.ellipsis)

    def shown(self, word: str) -> str:
        """The word as it may be shown now."""
        return word


class PathForm(Form):
    """A form whose first field is a path."""

    DEFAULT_CSS = """
    PathForm #fields { height: auto; }
    PathForm #there { height: 1fr; margin-top: 1; }
    """

    MUST_BE_THERE: ClassVar[bool] = True
    """Whether the path leads to something that is there already."""

    def __init__(self) -> None:
        super().__init__()
        self._moved = False
        """Whether the arrows have moved among what lies there."""

    def fields(self) -> ComposeResult:
        """The fields, then what lies there."""
        yield from super().fields()
        there: RowList[Completion] = RowList(
            self._draw_there, key=lambda one: one.line, empty=self._nothing_there, id="there"
        )
        there.can_focus = False
        yield there

    def begin(self) -> None:
        """Begin with what lies here."""
        super().begin()
        self._complete("")

    def say_plain(self) -> None:
        """Say of an encrypted journal that what is written from it is not."""
        if program(self).encrypted:
            self.say(Piece(_("What is written is not encrypted, as the journal is."), Ink.MUTED))

    @property
    def path_line(self) -> TextLine:
        """The line of the path."""
        return self.query_one(f"#field-{PATH}", TextLine)

    @property
    def there(self) -> RowList[Completion]:
        """What lies there."""
        return self.query_one("#there", RowList)

    def _outlook_changed(self, old: Outlook, new: Outlook) -> None:
        """What was said of a path may name somebody: it goes when names are hidden."""
        super()._outlook_changed(old, new)
        if new.veil.down:
            self.say()

    def path_typed(self, text: str) -> None:
        """Another path is in the line."""

    def on_input_changed(self, event: Input.Changed) -> None:
        """Follow the path as it is typed."""
        if event.input is self.path_line:
            event.stop()
            self._moved = False
            self._complete(event.value)
            self.path_typed(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter after the arrows takes what they are on first."""
        if event.input is self.path_line and self._moved and (chosen := self.there.selected):
            event.prevent_default()
            event.stop()
            self._take(chosen)
            if not chosen.folder:
                self.submit(self.values())

    def on_key(self, event: Key) -> None:
        """The arrows move among what lies there while the letters go to the line."""
        if event.key in ("down", "up") and self.focused is self.path_line:
            event.stop()
            event.prevent_default()
            if self._moved or event.key == "up":
                self.there.move(1 if event.key == "down" else -1)
            self._moved = bool(self.there.rows)
            self.there.refresh()

    def on_row_list_opened(self) -> None:
        """A click on what is selected takes it."""
        if self.there.selected is not None:
            self._take(self.there.selected)

    def cycle(self, by: int) -> None:
        """Tab completes the path where there is something to complete, else goes on."""
        chosen = self.there.selected
        if (
            by > 0
            and self.focused is self.path_line
            and self.path_line.value
            and chosen is not None
            and chosen.line != self.path_line.value
        ):
            self._take(chosen)
        else:
            super().cycle(by)

    def _take(self, chosen: Completion) -> None:
        line = self.path_line
        line.value = chosen.line
        line.cursor_position = len(chosen.line)
        line.focus()

    def _complete(self, typed: str) -> None:
        self.ask(questions.completions(typed), self._show_there, group="there")

    def _show_there(self, found: tuple[Completion, ...]) -> None:
        self.there.show(found)
        self.there.move_to(0)

    def _draw_there(self, one: Completion, cells: int, state: RowState) -> Line:
        look = program(self).look
        first = state.selected and (self._moved or bool(self.path_line.value))
        name = program(self).outlook.veil.text(one.name)
        lead = " " * (CAPTION_CELLS - 1) + (look.selected if first else " ") + " "
        text = cut(name, cells - CAPTION_CELLS - 3, look.ellipsis)
        return (
            Piece(lead),
            Piece(text + ("/" if one.folder else ""), Ink.BOLD if first else Ink.MUTED),
        )

    def _nothing_there(self, cells: int) -> Sequence[Line]:
        if not self.MUST_BE_THERE or not self.path_line.value:
            return ()
        return ((Piece(" " * (CAPTION_CELLS + 1) + _("nothing here begins so"), Ink.MUTED),),)


class WayOutForm(PathForm):
    """A form that writes to a path, new or there already."""

    MUST_BE_THERE: ClassVar[bool] = False

    def begin(self) -> None:
        """Begin with what lies here."""
        super().begin()
        self.say_plain()

    def hints(self) -> Hints:
        """Enter writes."""
        return (("enter", _("export")), ("tab", _("complete, next")), ("escape", _("leave")))

    def submit(self, values: Mapping[str, str]) -> None:
        """Write, once it is said where."""
        path = path_of(values[PATH])
        if path is None:
            self.say(Piece(_("Where to?"), Ink.FAULT))
            self.focus_on(PATH)
            return
        self.write_to(path, values)

    def write_to(self, path: Path, values: Mapping[str, str]) -> None:
        """Write to that path what the fields say."""
        raise NotImplementedError
