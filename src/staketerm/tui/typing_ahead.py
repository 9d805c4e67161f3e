"""Keys that are typed faster than the journal answers (screens 8: "keys typed meanwhile are kept").

Each key acts on what the one before has led to. A key that would come too early waits here, with
all that follow it; once its screen has its answer they are pressed in the order they were typed,
each on the screen that is on top by then.
"""

from collections import deque

from textual.app import App
from textual.events import Event, Key, Paste
from textual.screen import Screen

from staketerm.tui.asking import Asking


class TypingAhead(App[None]):
    """An app that keeps what is typed until the screen on top can take it."""

    def __init__(self) -> None:
        super().__init__()
        self._typed: deque[Key | Paste] = deque()

    async def on_event(self, event: Event) -> None:
        """Press a key in its turn; everything else happens at once."""
        if isinstance(event, Key | Paste) and not event.is_forwarded:
            self._typed.append(event)
            await self._press_typed()
        else:
            await super().on_event(event)

    def press_on(self) -> None:
        """A screen has its answer, or is on top again: press what has waited for that."""
        if self._typed:
            self.call_later(self._press_typed)

    async def _press_typed(self) -> None:
        while self._typed and not self._too_early(self._typed[0]):
            await super().on_event(self._typed.popleft())

    def _too_early(self, event: Key | Paste) -> bool:
        screen: Screen[object] | None = self.screen_stack[-1] if self.screen_stack else None
        return isinstance(screen, Asking) and screen.keeps(event)
