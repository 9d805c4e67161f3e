"""One line to type in: a filter, a day, a reason. Imported when something is first asked."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from staketerm.tui.outlook import Outlook


class Prompt(Horizontal):
    """A question and the line for its answer.

    `live` is told every letter, `done` the answer at Enter, `left` that esc was pressed. The prompt
    takes itself away and gives the widget it covers its place back.
    """

    DEFAULT_CSS = """
    Prompt { height: 1; width: 1fr; }
    Prompt > Static { width: auto; color: $text-muted; }
    Prompt > Input { width: 1fr; border: none; height: 1; padding: 0; background: $background; }
    Prompt > Input:focus { border: none; background: $background; }
    """

    def __init__(
        self,
        question: str,
        *,
        value: str = "",
        live: Callable[[str], None] | None = None,
        done: Callable[[str], None],
        left: Callable[[], None] | None = None,
        covered: Widget,
    ) -> None:
        super().__init__()
        self._question = question
        self._value = value
        self._live = live
        self._done = done
        self._left = left
        self._covered = covered
        self._before: Widget | None = None

    def compose(self) -> ComposeResult:
        """The question, then the line."""
        yield Static(Content(f" {self._question} "))
        yield Input(self._value, select_on_focus=False, compact=True)

    def on_mount(self) -> None:
        """While names are hidden, so is what is typed."""
        self.watch(self.app, "outlook", self._hide)

    def begin(self) -> None:
        """The next key falls into the line."""
        self._before = self.screen.focused
        self.screen.set_focus(self.query_one(Input))

    def _hide(self, outlook: Outlook) -> None:
        self.query_one(Input).password = outlook.veil.down

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell every letter."""
        event.stop()
        if self._live is not None and event.value != self._value:
            self._value = event.value
            self._live(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter: the answer stands."""
        event.stop()
        self._away()
        self._done(event.value)

    def leave(self) -> None:
        """esc: no answer."""
        self._away()
        if self._left is not None:
            self._left()

    def _away(self) -> None:
        """Go, and leave the cursor where it was before."""
        self._covered.display = True
        if self._before is not None and self._before.is_attached:
            self.screen.set_focus(self._before)
        self.remove()
