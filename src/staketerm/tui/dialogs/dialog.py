"""What all dialogs share: a sheet above the screen, a line that answers, keys that are values.

A dialog only collects input; it tells what was written on the message line and leaves. esc leaves
it and changes nothing (screens 1). The log dialogs fill a small window and float in a larger one.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import Key, Paste, Resize
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input

from staketerm.domain.errors import StaketermError
from staketerm.locale import _
from staketerm.tui.asking import Asking
from staketerm.tui.dialogs.parts import Choice, DrawnLine, Picker
from staketerm.tui.drawing.lines import EMPTY, Ink, Line, Piece, apart
from staketerm.tui.notices import Part, receipt_notice
from staketerm.tui.outlook import Outlook
from staketerm.tui.program import program
from staketerm.tui.widgets.drawn import Fixed, Lines, OneLine
from staketerm.tui.widgets.rows import RowList

if TYPE_CHECKING:
    from staketerm.journal.receipt import Receipt
    from staketerm.tui.questions import Question

Hints = Sequence[tuple[str, str]]
"""Keys as they are pressed, each with the word beside it."""

KEY_NAMES = {
    "enter": "Enter",
    "tab": "Tab",
    "escape": "esc",
    "space": "Space",
    "f4": "F4",
    "backspace": "Backspace",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}

FLOATS_FROM = (84, 28)
"""From this width and height on a whole dialog has a border and the screen behind it in sight."""


class Dialog(Asking["Receipt | None"], ModalScreen["Receipt | None"]):
    """Something to fill in above the screen one is on; ends with the receipt of what was written.

    A subclass gives its caption, its fields, its keys, and what the keys do.
    """

    AUTO_FOCUS = ""
    WHOLE: ClassVar[bool] = True
    """Whether it fills a window of 80x24."""
    DEFAULT_CSS = """
    Dialog { background: $background 60%; align: center middle; }
    Dialog > #sheet {
        width: 82; max-width: 100%; height: 26; max-height: 100%;
        border: round $primary; background: $background;
    }
    Dialog > #sheet.longer { height: 27; }
    Dialog > #sheet.whole { width: 100%; height: 100%; border: none; }
    Dialog > #sheet.low { height: auto; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.echo: Line = EMPTY
        """What the dialog answers to what is filled in so far."""
        self._picker: Picker | None = None
        self._ahead: str | None = None
        self._covered: tuple[Widget, ...] = ()
        self._stands = False

    # what a subclass fills in

    def caption(self) -> Line:
        """What the dialog is for, at the left of its first line."""
        raise NotImplementedError

    def fields(self) -> ComposeResult:
        """The widgets between the first line and the answer."""
        raise NotImplementedError

    def begin(self) -> None:
        """The sheet stands: put the cursor where it belongs, ask what must be known."""

    def hints(self) -> Hints:
        """The keys of the last line."""
        return (("enter", _("save")), ("escape", _("leave")))

    def way_out(self) -> str:
        """What leaving means, at the right of the first line."""
        return _("esc leaves, nothing is kept")

    def press(self, key: str, character: str) -> bool:
        """A key outside every line of text; whether it meant something."""
        return False

    def cycle(self, by: int) -> None:
        """Tab: the next field, or the one before."""
        if by > 0:
            self.focus_next()
        else:
            self.focus_previous()

    # what stays the same

    def compose(self) -> ComposeResult:
        """The sheet: caption, fields, answer, keys. It has its room from the start: else all of it
        would be laid out and drawn twice."""
        room = "whole" if self._fills(self.app.size) else "" if self.WHOLE else "low"
        with Vertical(id="sheet", classes=room):
            yield DrawnLine(self._head, id="head")
            yield from self.fields()
            yield DrawnLine(self._echo_line, id="echo")
            yield DrawnLine(self._keys, ground="panel", id="keys")

    def on_mount(self) -> None:
        """Follow the privacy screen."""
        self.watch(self.app, "outlook", self._outlook_changed, init=False)
        self.begin()
        self.redraw()
        self._stands = True
        program(self).press_on()

    def keeps(self, event: Key | Paste) -> bool:
        """What is typed before the sheet stands is for its first field."""
        return super().keeps(event) or not self._stands

    def on_resize(self, event: Resize) -> None:
        """Float where there is room."""
        self.query_one("#sheet").set_class(self._fills(event.size), "whole")

    def _fills(self, window: Size) -> bool:
        """Whether the sheet fills the window."""
        width, height = FLOATS_FROM
        return self.WHOLE and (window.width < width or window.height < height)

    def redraw(self) -> None:
        """Draw every line anew."""
        for line in self.query(OneLine):
            line.refresh()
        for page in (*self.query(Lines), *self.query(Fixed)):
            page.redraw()
        for rows in self.query(RowList):
            rows.refresh()

    def _outlook_changed(self, _old: Outlook, _new: Outlook) -> None:
        self.redraw()

    def on_key(self, event: Key) -> None:
        """What is typed while a line of text is on its way is kept for it."""
        if self._ahead is not None:
            event.stop()
            if event.is_printable:
                self._ahead += event.character or ""
        else:
            self.key_pressed(event)

    def key_pressed(self, event: Key) -> None:
        """Keys are values: outside a line of text every one goes to `press`."""
        if event.key == "escape":
            event.stop()
            if not self._leave_prompt():
                self.leave()
        elif event.key == "f9":
            event.stop()
            program(self).toggle_veil()
        elif event.key in ("tab", "shift+tab"):
            event.stop()
            self.cycle(1 if event.key == "tab" else -1)
        elif not isinstance(self.focused, Input) and self.press(event.key, event.character or ""):
            event.stop()

    def action_press(self, key: str) -> None:
        """A key on the screen was clicked."""
        if key == "escape":
            self.leave()
        elif key == "tab":
            self.cycle(1)
        else:
            self.press(key, key if len(key) == 1 else "")

    def leave(self) -> None:
        """esc: close the dialog, nothing is kept."""
        self.dismiss(None)

    # asking for one thing in between

    def pick(
        self,
        label: str,
        search: Callable[[str], Sequence[Choice]],
        done: Callable[[Choice | None, str], None],
        *,
        instead_of: Iterable[Widget],
        left: Callable[[], None] | None = None,
        hint: str = "",
    ) -> None:
        """Have something picked from a list, which stands in the place of other widgets."""
        self.close_picker()
        self._covered = tuple(instead_of)
        for widget in self._covered:
            widget.display = False
        self._picker = Picker(label, search, done, left or self.close_picker, hint=hint)
        self._open(self._picker, before=self._covered[0])

    @property
    def picker(self) -> Picker | None:
        """The list that is being picked from."""
        return self._picker

    def close_picker(self) -> None:
        """Put back what the list stood in the place of."""
        if self._picker is not None:
            self._picker.remove()
            self._picker = None
            self.set_focus(None)
        for widget in self._covered:
            widget.display = True
        self._covered = ()

    def prompt(
        self,
        question: str,
        done: Callable[[str], None],
        *,
        live: Callable[[str], None] | None = None,
    ) -> None:
        """Ask for one line in the place of the answer."""
        from staketerm.tui.widgets.prompt import Prompt

        covered = self.query_one("#echo")
        covered.display = False
        prompt = Prompt(question, live=live, done=done, left=self._prompt_left, covered=covered)
        self._open(prompt, after=covered)

    def _open(
        self, asks: Widget, *, before: Widget | None = None, after: Widget | None = None
    ) -> None:
        """Put in what asks for something; what is typed until it stands is kept for it."""
        self._ahead = ""

        async def stand() -> None:
            await self.mount(asks, before=before, after=after)
            line, ahead = asks.query_one(Input), self._ahead or ""
            self._ahead = None
            self.set_focus(line)
            if ahead:
                line.insert_text_at_cursor(ahead)

        self.call_later(stand)

    def _leave_prompt(self) -> bool:
        from staketerm.tui.widgets.prompt import Prompt

        for prompt in self.query(Prompt):
            prompt.leave()
            return True
        return False

    def _prompt_left(self) -> None:
        self.set_focus(None)

    # ending

    def say(self, *pieces: Piece) -> None:
        """Answer on the line above the keys."""
        self.echo = (Piece(" "), *pieces)
        self.query_one("#echo").refresh()

    def fault(self, error: StaketermError) -> None:
        """What was filled in can't be taken: say why, and keep it."""
        veil = program(self).outlook.veil
        self.say(Piece(veil.text(str(error).replace("\n", "  ")), Ink.FAULT))

    def write(self, question: "Question[Receipt]", then: "Callable[[Receipt], None]") -> None:
        """Have the journal write, one thing at a time; what it refuses is said and stays filled
        in."""
        if not self.writing:
            self.put(question, then, otherwise=self.fault)

    def told(self, receipt: "Receipt", *lead: Part) -> None:
        """Say on the message line what was written, and show it on every screen."""
        app = program(self)
        app.tell(receipt_notice(receipt, *lead))
        app.written(receipt)

    def done(self, receipt: "Receipt", *lead: Part) -> None:
        """Everything is written: say so and leave."""
        self.told(receipt, *lead)
        self.dismiss(receipt)

    # drawing

    def _head(self, cells: int) -> Line:
        said = self.way_out()
        leaves = (Piece(f"{said} ", Ink.MUTED, "screen.press('escape')"),) if said else ()
        return apart((Piece(" "), *self.caption()), leaves, cells)

    def _echo_line(self, cells: int) -> Line:
        return apart(self.echo, (), cells)

    def _keys(self, cells: int) -> Line:
        pieces: list[Piece] = []
        for key, word in self.hints():
            action = f"screen.press('{key}')"
            pieces += [
                Piece("   " if pieces else " "),
                Piece(KEY_NAMES.get(key, key), Ink.BOLD, action),
                Piece(f" {word}", Ink.PLAIN, action),
            ]
        return apart(tuple(pieces), (), cells)
