"""Screens follow what others write: the same journal may be open elsewhere, or on a server."""

from typing import TYPE_CHECKING

from textual import work

from staketerm.domain.errors import StaketermError
from staketerm.locale import _
from staketerm.tui import questions
from staketerm.tui.notices import Notice, Private
from staketerm.tui.program import program
from staketerm.tui.typing_ahead import TypingAhead

if TYPE_CHECKING:
    from staketerm.journal.others import News

EVERY = 2.0
"""Seconds between two looks at the one row that tells whether somebody has written."""


class Listening(TypingAhead):
    """A program that asks now and then whether others have written, and shows it.

    Nothing is read where nobody has, and nothing asked while something else is on its way.
    """

    def __init__(self) -> None:
        super().__init__()
        self._hearing = False

    def on_mount(self) -> None:
        """Listen from now on; the journal is opened by whoever shows it first."""
        self.set_interval(EVERY, self.listen)

    def listen(self) -> None:
        """Ask once, unless an answer is being waited for."""
        app = program(self)
        if app.is_open and not app.waiting and not self._hearing:
            self._hearing = True  # never twice at once: what one has heard the other does not
            self._hear()

    @work(group="news")
    async def _hear(self) -> None:
        try:
            heard = await program(self).desk.ask(questions.news())
        except StaketermError:  # whoever asks for more is told what is the matter
            return
        finally:
            self._hearing = False
        if heard is not None:
            self._show(heard)

    def _show(self, heard: "News") -> None:
        app = program(self)
        if heard.authors:
            names = ", ".join(heard.authors)
            app.tell(Notice((Private(_("{names} wrote something").format(names=names)),)))
        if heard.receipt is not None:
            app.written(heard.receipt)
            return
        for frame in app.frames():
            if frame.ready:
                frame.read()
