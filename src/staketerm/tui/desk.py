"""The one thread that talks to the journal, so that no screen ever waits for it.

The journal is opened in that thread when the first question comes, which is also when the database
layer is imported: by then the first frame stands (textual 5, "first paint").
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

from staketerm.domain.errors import StaketermError

if TYPE_CHECKING:
    from staketerm.journal.opening import Journal
    from staketerm.journal.stakeholders.glimpse import Glimpse

Answer = TypeVar("Answer")


class CannotOpen(StaketermError):
    """The journal could not be opened; the message is the journal's own."""


class Desk:
    """Answers questions about one journal, one after the other."""

    def __init__(
        self,
        opening: "Callable[[], Journal]",
        glimpse: "Callable[[int], Glimpse | None]" = lambda _most: None,
    ) -> None:
        self._opening = opening
        self._glimpse = glimpse
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="journal")
        self._journal: Journal | None = None

    async def ask(self, question: "Callable[[Journal], Answer]") -> Answer:
        """What `question` answers, asked in the journal's thread.

        Raises what the question raises, and `CannotOpen` where there is no journal to ask. A
        question that is cancelled before its turn is never asked.
        """
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._put, question)

    async def look(self, most: int) -> "Glimpse | None":
        """What the journal will show first, `most` rows of it, without opening it; None where that
        cannot be told.
        """
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._glimpse, most)

    def close(self) -> None:
        """Close the journal after the question that is being answered; the others are dropped."""
        self._thread.shutdown(wait=True, cancel_futures=True)
        if self._journal is not None:
            self._journal.close()
            self._journal = None

    def _put(self, question: "Callable[[Journal], Answer]") -> Answer:
        if self._journal is None:
            try:
                self._journal = self._opening()
            except StaketermError as error:
                raise CannotOpen(str(error)) from error
        return question(self._journal)
