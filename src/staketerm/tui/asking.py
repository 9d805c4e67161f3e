"""Asking the journal from a screen or a dialog: the answer comes back as a message."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, TypeVar

from textual.events import Key, Paste, ScreenResume
from textual.message import Message
from textual.screen import Screen
from textual.worker import Worker

from staketerm.domain.errors import StaketermError
from staketerm.tui.desk import CannotOpen
from staketerm.tui.notices import fault
from staketerm.tui.program import program

if TYPE_CHECKING:
    from staketerm.journal.opening import Journal
    from staketerm.journal.stakeholders.glimpse import Glimpse

Answer = TypeVar("Answer")
Result = TypeVar("Result")

WRITE = "write"
"""What the groups of all that is written begin with."""

READING_AFTER = 0.3
"""Seconds of waiting after which the message line says so (screens 8)."""


class Answered(Message, bubble=False):
    """The journal's answer to a question, or the fault it found in it."""

    def __init__(
        self, group: str, turn: int, deliver: Callable[[], None], *, refused: bool = False
    ) -> None:
        super().__init__()
        self.group = group
        self.turn = turn
        self.deliver = deliver
        self.refused = refused


class Asking(Screen[Result]):
    """A screen that asks the journal, or has it write.

    Only the last question of a group is answered: an older one is dropped, also when its answer is
    already on its way. What is to be written is never dropped.
    """

    def __init__(
        self, name: str | None = None, id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(name, id, classes)
        self._turns: dict[str, int] = {}
        self._awaited: set[str] = set()
        self._puts = 0
        self._was_on_top = False
        self.refused = False
        """Whether the journal has refused something so far; what was asked may never be there."""

    @property
    def writing(self) -> bool:
        """Whether something is being written."""
        return any(group.startswith(WRITE) for group in self._awaited)

    @property
    def waiting(self) -> bool:
        """Whether an answer is on its way that the next key should act on."""
        return bool(self._awaited)

    def keeps(self, event: Key | Paste) -> bool:
        """Whether what was typed waits: until what is being written is written."""
        return self.writing

    def ask(
        self,
        question: "Callable[[Journal], Answer]",
        then: Callable[[Answer], None],
        *,
        group: str,
        otherwise: Callable[[StaketermError], None] | None = None,
        after: float = 0.0,
        aside: bool = False,
    ) -> None:
        """Put `question` to the journal, `after` seconds from now; `then` gets the answer, on this
        screen's own time.

        A mistake a person can mend goes to `otherwise`, or to the message line. What is asked
        `aside` is only looked at: no key waits for it.
        """
        desk = program(self).desk
        if not aside:
            self._awaited.add(group)
        self._await(lambda: desk.ask(question), then, group, otherwise or self.fault, after)

    def put(
        self,
        question: "Callable[[Journal], Answer]",
        then: Callable[[Answer], None],
        *,
        otherwise: Callable[[StaketermError], None] | None = None,
    ) -> None:
        """Have the journal write what `question` says, after what it was told to write before;
        `then` and `otherwise` as in `ask`."""
        self._puts += 1
        self.ask(question, then, group=f"{WRITE} {self._puts}", otherwise=otherwise)

    def look(
        self, most: int, then: "Callable[[Glimpse | None], None]", *, group: str, after: float
    ) -> None:
        """Ask what the journal will show first, before it is opened, as `ask` does."""
        desk = program(self).desk
        self._await(lambda: desk.look(most), then, group, self.fault, after)

    def _await(
        self,
        asked: Callable[[], Awaitable[Answer]],
        then: Callable[[Answer], None],
        group: str,
        otherwise: Callable[[StaketermError], None],
        after: float,
    ) -> None:
        turn = self._turns[group] = self._turns.get(group, 0) + 1

        async def fetch() -> None:
            await asyncio.sleep(after)
            await self._fetch(asked(), then, otherwise, group, turn)

        # a function, not a coroutine: one that is superseded before it starts is simply dropped
        _worker: Worker[None] = self.run_worker(fetch, group=group, exclusive=True)

    def fault(self, error: StaketermError) -> None:
        """Show what went wrong on the message line."""
        program(self).tell(fault(error))

    async def _fetch(
        self,
        answering: Awaitable[Any],
        then: Callable[[Any], None],
        otherwise: Callable[[StaketermError], None],
        group: str,
        turn: int,
    ) -> None:
        app = program(self)
        # not a timer of Textual: one that is stopped on a busy machine may still ring
        late = asyncio.get_running_loop().call_later(READING_AFTER, app.wait_for, self, group)
        try:
            answer = await answering
        except CannotOpen as error:
            app.leave(str(error))
        except StaketermError as error:
            mended = error
            refused = Answered(group, turn, lambda: otherwise(mended), refused=True)
            self.post_message(refused)
        else:
            self.post_message(Answered(group, turn, lambda: then(answer)))
        finally:
            late.cancel()
            app.no_longer_wait_for(self, group)

    def on_answered(self, event: Answered) -> None:
        """Deliver an answer that is still wanted."""
        if self._turns.get(event.group) != event.turn:
            return
        self.refused = self.refused or event.refused
        event.deliver()
        if self._turns[event.group] == event.turn:  # else the answer led to another question
            self._awaited.discard(event.group)
        program(self).press_on()

    def on_screen_resume(self, event: ScreenResume) -> None:
        """On top again: what was typed for the screen above falls to this one.

        What is on top for the first time has its styles already, from where each part was put in.
        """
        event.refresh_styles = event.refresh_styles and self._was_on_top
        self._was_on_top = True
        program(self).press_on()
