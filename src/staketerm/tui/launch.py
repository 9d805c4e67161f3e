"""Opening the program on a terminal, and what is left to say when it ends."""

import gc
import os
import sys
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from staketerm.domain.errors import StaketermError, UsageError
from staketerm.journal.location import own_config
from staketerm.locale import _, choose, language

if TYPE_CHECKING:
    from staketerm.journal.opening import Journal
    from staketerm.journal.stakeholders.glimpse import Glimpse


class Clock(Protocol):
    """The only source of time (the store's clock has this form)."""

    @property
    def zone(self) -> str | None:
        """The zone in which days are counted."""

    def now(self) -> datetime:
        """This moment."""

    def today(self) -> date:
        """This day."""

    def in_zone(self, zone: str) -> "Clock":
        """The same clock with its days counted in `zone`."""


def run(
    location: str | Path | None,
    *,
    clock: Clock,
    language: str,
    language_said: bool = True,
    config: Path | None = None,
    remembers: bool = True,
) -> int:
    """Open the program on the journal at `location`; the exit code.

    `config` is the path of config.toml, by default the person's own, which need not be there. Where
    nobody said which language (`language_said` false), that of the first run goes before
    `language`. `remembers` keeps the days on which one looks.

    Raises `UsageError` (exit code 2) where there is no terminal to draw on: Textual would draw to
    nobody and never end.
    """
    refuse_without_terminal()
    gc.disable()  # nothing that is made on the way to the first frame is thrown away again
    choose(language if language_said else _kept_language() or language)
    _unlock(location)
    while (code := _show(location, clock, config, remembers=remembers)) is None:
        _show_demo(clock, config)
    return code


def _show(
    location: str | Path | None,
    clock: Clock,
    config: Path | None,
    greeting: str = "",
    *,
    remembers: bool = False,
) -> int | None:
    """Run the program once; the exit code, None where a made-up journal is wanted first.

    `greeting` is what the message line says at first.
    """
    from staketerm.tui.app import OpensOnToday, Staketerm
    from staketerm.tui.config import read_config
    from staketerm.tui.notices import say

    def opening() -> "Journal":
        from staketerm.journal.opening import open_as_allowed

        return open_as_allowed(location, clock=clock)

    def glimpse(most: int) -> "Glimpse | None":
        from staketerm.journal.stakeholders.glimpse import glimpse as first_rows

        return first_rows(location, clock, language(), most)

    settings = read_config(config or own_config())
    opens = OpensOnToday if settings.place == "today" else Staketerm
    app = opens(
        opening,
        glimpse=glimpse,
        today=clock.today,
        now=clock.now,
        config=settings,
        remembers=remembers,
    )
    if greeting:
        app.set_reactive(Staketerm.notice, say(greeting))
    app.run()
    words = (app.farewell,) if app.farewell else _parting_words(location, clock)
    for line in words:
        sys.stderr.write(line + "\n")
    return None if app.wants_demo else app.return_code or 0


def _parting_words(location: str | Path | None, clock: Clock) -> tuple[str, ...]:
    """Back the journal up, once a day; what there is to say of it to whoever leaves."""
    from staketerm.journal.opening import open_journal
    from staketerm.journal.safety import before_leaving

    with suppress(StaketermError), open_journal(location, clock=clock, create=False) as journal:
        return before_leaving(journal)
    return ()


def _unlock(location: str | Path | None) -> None:
    """Ask for the passphrase of an encrypted journal while the terminal is still as it was."""
    from staketerm.journal.passphrase import unlock

    unlock(location)


def _show_demo(clock: Clock, config: Path | None) -> None:
    """Run the program on a made-up journal, which is thrown away when it is left."""
    from tempfile import TemporaryDirectory

    from staketerm.exchange.demo.build import build
    from staketerm.journal.opening import open_journal

    with TemporaryDirectory(prefix="staketerm-demo-", ignore_cleanup_errors=True) as folder:
        place = Path(folder, "demo.db")
        with open_journal(place, clock=clock) as journal:
            build(journal, journal.today)
        _show(place, clock, config, _("all of this is made up; q twice goes back to your journal"))


def _kept_language() -> str | None:
    from staketerm.tui.state import load_state

    return load_state().language


def refuse_without_terminal() -> None:
    """Raise `UsageError` where there is no terminal to draw on."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()) or os.environ.get("TERM") == "dumb":
        raise UsageError(
            _("staketerm opens on a terminal. Here, use its commands: staketerm --help")
        )
