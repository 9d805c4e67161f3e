"""Choosing one of many by a few letters: the form of the palette and of every finder."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.events import Key
from textual.screen import ModalScreen
from textual.widgets import Input

from staketerm.locale import _
from staketerm.tui.asking import Asking
from staketerm.tui.drawing.lines import Ink, Line, Piece, apart
from staketerm.tui.program import program
from staketerm.tui.screens.frame import ROOMY
from staketerm.tui.widgets.drawn import Fixed
from staketerm.tui.widgets.rows import RowList, RowState

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Choice(Generic[Value]):
    """One thing to choose: `line` as it is shown, `hint` at the right edge, `value` as it comes
    back."""

    key: str
    line: Line
    value: Value
    hint: str = ""


class Picker(ModalScreen[Value | None], Asking[Value | None]):
    """Type, move with the arrows, Enter takes; esc takes nothing. F9 is the privacy screen.

    A subclass says what fits a query. `offer` shows that anew, as when more has been read.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("pagedown", "move(10)", show=False),
        Binding("pageup", "move(-10)", show=False),
        Binding("escape", "leave", show=False),
        Binding("f9", "veil", show=False),
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-middle"), (ROOMY, "-roomy")]
    VERTICAL_BREAKPOINTS = [(0, "-usual"), (30, "-tall")]
    DEFAULT_CSS = """
    Picker { align: center middle; background: $background 60%; }
    Picker > #sheet { width: 100%; height: 100%; background: $background; }
    Picker.-roomy.-tall > #sheet { width: 84; height: 26; border: round $primary; }
    Picker.-roomy.-tall.-ascii > #sheet { border: ascii $primary; }
    Picker > #sheet > Input {
        border: none; height: 1; padding: 0 2; background: $panel;
    }
    """

    def choices(self, query: str) -> Sequence[Choice[Value]]:
        """What fits `query`, best first; all for an empty one."""
        raise NotImplementedError

    def caption(self) -> str:
        """What is being chosen."""
        raise NotImplementedError

    def highlighted(self, choice: Choice[Value]) -> None:
        """A choice is under the cursor: it may be shown beforehand."""

    def compose(self) -> ComposeResult:
        """The line to type in, the choices."""
        with Vertical(id="sheet"):
            yield Fixed(self._caption)
            yield Input(compact=True, select_on_focus=False)
            yield RowList["Choice[Value]"](
                self._draw, key=lambda choice: choice.key, empty=self._empty, leads=True
            )

    def on_mount(self) -> None:
        """Type at once; borders follow the glyphs."""
        self.set_class(program(self).look.rule == "-", "-ascii")
        self.query_one(Input).focus()
        self.offer()

    @property
    def rows(self) -> "RowList[Choice[Value]]":
        """The choices."""
        return self.query_one(RowList)

    def offer(self) -> None:
        """Show what fits what has been typed."""
        self.rows.show(self.choices(self.query_one(Input).value.strip()))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Each letter narrows; the best one is under the cursor."""
        self.offer()
        self.rows.move_to(0)

    def on_input_submitted(self) -> None:
        """Enter takes what is under the cursor."""
        self._take()

    def on_key(self, event: Key) -> None:
        """Letters typed before the line was there fall into it."""
        if event.is_printable and event.character:
            event.stop()
            self.query_one(Input).insert_text_at_cursor(event.character)

    def on_row_list_opened(self) -> None:
        """So does a click on it."""
        self._take()

    def on_row_list_selected(self) -> None:
        """Show beforehand what would be taken."""
        if choice := self.rows.selected:
            self.highlighted(choice)

    def action_move(self, by: int) -> None:
        """The cursor up or down while typing goes on."""
        self.rows.move(by)

    def action_leave(self) -> None:
        """esc: nothing is taken."""
        self.dismiss(None)

    def action_veil(self) -> None:
        """F9: hide who is meant, or show it."""
        program(self).toggle_veil()
        self.offer()
        self.rows.refresh()

    def _take(self) -> None:
        if choice := self.rows.selected:
            self.dismiss(choice.value)

    def _caption(self, cells: int) -> Sequence[Line]:
        hint = _("Enter takes   esc leaves, nothing is kept")
        start = (Piece(f" {self.caption()}", Ink.BOLD),)
        return (apart(start, (Piece(f"{hint} ", Ink.MUTED),), cells),)

    def _draw(self, choice: Choice[Value], cells: int, state: RowState) -> Line:
        look = program(self).look
        start = (Piece(f"{look.selected if state.selected else ' '} "), *choice.line)
        return apart(start, (Piece(f"{choice.hint} ", Ink.MUTED),), cells, look.ellipsis)

    def _empty(self, cells: int) -> Sequence[Line]:
        return ((Piece(f"  {_('nothing fits')}", Ink.MUTED),),)
