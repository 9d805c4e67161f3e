"""The pieces that dialogs are put together from: a drawn line, a list to pick from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Key
from textual.strip import Strip
from textual.widgets import Input, Static

from staketerm.tui.drawing.lines import EMPTY, Ink, Line, Piece, cut, left, width
from staketerm.tui.program import program
from staketerm.tui.widgets.drawn import OneLine
from staketerm.tui.widgets.rows import RowList, RowState

LABEL_CELLS = 9
"""Cells of the captions at the left edge of a dialog, the blank after them included."""


class DrawnLine(OneLine):
    """One line of a dialog that knows nothing but how to draw itself, on a ground of its own."""

    def __init__(
        self, draw: Callable[[int], Line], *, ground: str = "background", id: str | None = None
    ) -> None:
        super().__init__(id=id)
        self._draw = draw
        self._ground = ground

    def line(self, cells: int) -> Line:
        """What stands on the line now."""
        return self._draw(cells)

    def render_line(self, y: int) -> Strip:
        """The line as Textual paints it."""
        cells = self.size.width
        line = self.line(cells) if y == 0 else EMPTY
        return program(self).paint(self._ground).strip(line, cells)


class Caption(Static):
    """The word before a field."""

    DEFAULT_CSS = "Caption { width: auto; height: 1; color: $text-muted; }"

    def __init__(self, text: str, cells: int = LABEL_CELLS) -> None:
        super().__init__(Content(" " + left(text, max(cells, width(text) + 1))))


class Field(Horizontal):
    """A caption and what is filled in beside it, on one line."""

    DEFAULT_CSS = "Field { height: 1; width: 1fr; }"


class TextLine(Input):
    """A line to type in, without a box; while names are hidden it shows dots."""

    DEFAULT_CSS = """
    TextLine, TextLine:focus {
        width: 1fr; height: 1; border: none; padding: 0; background: $background;
    }
    TextLine:focus { background: $panel; }
    """

    def __init__(self, value: str = "", *, placeholder: str = "", id: str | None = None) -> None:
        super().__init__(value, placeholder=placeholder, compact=True, select_on_focus=False, id=id)

    def on_mount(self) -> None:
        """Hide what is typed while names are hidden."""
        self.watch(self.app, "outlook", self._veil)

    def _veil(self) -> None:
        self.password = program(self).outlook.veil.down


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to pick: what stands in the list, and a word more beside it."""

    id: str
    text: str
    more: str = ""


class Picker(Vertical):
    """A line to type in and what it finds, best first; Enter takes the selected one.

    `search` gives the choices for what is typed. `done` gets the choice, or None and the text where
    nothing fits; `left` is told of esc.
    """

    DEFAULT_CSS = """
    Picker { height: 1fr; width: 1fr; }
    """

    def __init__(
        self,
        label: str,
        search: Callable[[str], Sequence[Choice]],
        done: Callable[[Choice | None, str], None],
        left: Callable[[], None],
        *,
        hint: str = "",
    ) -> None:
        super().__init__()
        self._label = label
        self._search = search
        self._done = done
        self._left = left
        self._hint = hint

    def compose(self) -> ComposeResult:
        """The line, then the list."""
        with Field():
            yield Caption(self._label)
            yield TextLine(placeholder=self._hint)
        rows: RowList[Choice] = RowList(self._draw, key=lambda choice: choice.id)
        rows.can_focus = False
        yield rows

    def on_mount(self) -> None:
        """Show what there is."""
        self.search_again()

    @property
    def rows(self) -> RowList[Choice]:
        """The list."""
        return self.query_one(RowList)

    def search_again(self) -> None:
        """What can be found has changed, or what is typed."""
        self.rows.show(self._search(self.query_one(TextLine).value))
        self.rows.move_to(0)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Every letter narrows the list."""
        event.stop()
        self.search_again()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter: the selected one."""
        event.stop()
        self._done(self.rows.selected, event.value.strip())

    def on_row_list_opened(self, event: "RowList.Opened") -> None:
        """A click on the selected one."""
        event.stop()
        self._done(self.rows.selected, self.query_one(TextLine).value.strip())

    def on_key(self, event: Key) -> None:
        """The arrows move in the list while the letters go to the line."""
        if event.key in ("down", "up"):
            event.stop()
            self.rows.move(1 if event.key == "down" else -1)
        elif event.key == "escape":
            event.stop()
            self._left()

    def _draw(self, choice: Choice, cells: int, state: RowState) -> Line:
        look = program(self).look
        lead = f" {look.selected if state.selected else ' '} "
        text = cut(choice.text, cells - 3, look.ellipsis)
        return (
            Piece(lead),
            Piece(text, Ink.BOLD if state.selected else Ink.PLAIN),
            Piece(f"  {choice.more}" if choice.more else "", Ink.MUTED),
        )
