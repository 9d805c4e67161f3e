"""What holds for the whole program: which journal, which day, which language, colours or none."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from staketerm.domain.errors import UnfitValue, UsageError
from staketerm.locale import _, language

if TYPE_CHECKING:
    from staketerm.journal.opening import Journal
    from staketerm.store.clock import Clock

LANGUAGES = ("en", "nl")


class Settings:
    """The options of the whole program, as far as they were given."""

    def __init__(self) -> None:
        self.journal: str | None = None
        """Path or URL; None: STAKETERM_JOURNAL or the person's own."""
        self.today: str | None = None
        """The day to take for today, as typed."""
        self.lang: str | None = None
        """The language of `--lang`."""

    @property
    def language(self) -> str:
        """The language spoken now."""
        return language()

    @property
    def language_said(self) -> bool:
        """Whether the person said which language; else the system did."""
        return bool(self.lang or os.environ.get("STAKETERM_LANG"))

    def day(self) -> date | None:
        """The day to take for today; None for the day it is. Raises UsageError for no day."""
        if self.today is None:
            return None
        try:
            return date.fromisoformat(self.today)
        except ValueError:
            from staketerm.domain.days import parse_day

            return parse_day(self.today, self._system_clock().today())

    def clock(self) -> "Clock":
        """The clock to open a journal with. With `--today` only the day is another: what is
        written is stamped with the moment it was written."""
        from staketerm.store.clock import FixedClock

        clock = self._system_clock()
        day = self.day()
        return clock if day is None else FixedClock(clock.now(), day)

    @contextmanager
    def open(self, *, create: bool = False) -> "Iterator[Journal]":
        """The journal, to write in; one that is not there is made only where `create` says so.

        Once a day it is backed up when the work is done.
        """
        from staketerm.cli.output import tell
        from staketerm.journal.opening import open_journal
        from staketerm.journal.safety import before_leaving

        with open_journal(self.journal, clock=self.clock(), create=create) as journal:
            yield journal
            for notice in before_leaving(journal):
                tell(notice)

    @contextmanager
    def read(self) -> "Iterator[Journal]":
        """The journal, to read in: also one that cannot be written now, which is not waited for.
        Raises the StoreError family."""
        from staketerm.journal.opening import open_journal
        from staketerm.store.errors import DiskFull, JournalLocked, JournalReadOnly

        clock = self.clock()
        try:
            journal = open_journal(self.journal, clock=clock, create=False, wait=0)
        except (JournalReadOnly, JournalLocked, DiskFull):
            journal = open_journal(self.journal, clock=clock, create=False, read_only=True)
        with journal:
            yield journal

    def _system_clock(self) -> "Clock":
        from staketerm.store.clock import SystemClock

        return SystemClock()


class Command(click.Command):
    """A command that takes the options of the whole program after its name as well."""

    def __init__(self, *args: Any, **values: Any) -> None:
        super().__init__(*args, **values)
        self.params += shared_options(hidden=True)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a value that does not fit is named by the option it was given with."""
        try:
            return super().invoke(ctx)
        except UnfitValue as error:
            raise UsageError(f"{self.typed(error.field)} {error.told}") from None

    def typed(self, field: str) -> str:
        """A field of a request as it is typed: "--cap" for `pressure_cap`, else in words."""
        for param in self.params:
            if param.name == field:
                return param.opts[0] if isinstance(param, click.Option) else field.upper()
        return field.replace("_", " ")


def command(name: str, help: str) -> Callable[[Callable[..., Any]], Command]:
    """Make a function the command of that name."""
    return click.command(name, cls=Command, help=help)


def shared_options(*, hidden: bool = False) -> list[click.Parameter]:
    """The options of the whole program; `hidden` ones work and stay out of the help."""

    def option(*names: str, **values: Any) -> click.Option:
        return click.Option(names, expose_value=False, hidden=hidden, **values)

    return [
        option(
            "--journal",
            metavar="PATH|URL",
            callback=_keep,
            help=_("The journal to use (or STAKETERM_JOURNAL)."),
        ),
        option(
            "--lang",
            type=click.Choice(LANGUAGES),
            callback=_keep,
            help=_("The language to speak (or STAKETERM_LANG)."),
        ),
        option("--no-color", is_flag=True, callback=_without_colour, help=_("Without colours.")),
        option(
            "--key-fd",
            type=int,
            metavar="N",
            callback=_take_key,
            help=_("Read the passphrase of an encrypted journal from this file descriptor."),
        ),
        option(
            "--today",
            metavar="DAY",
            callback=_keep,
            help=_("Take this day for today, in scripts."),
        ),
    ]


def _keep(ctx: click.Context, param: click.Parameter, value: str | None) -> None:
    """Remember an option in the settings that all commands share."""
    settings = ctx.find_root().ensure_object(Settings)
    if value is not None and param.name is not None:
        setattr(settings, param.name, value)


def _take_key(_ctx: click.Context, _param: click.Parameter, descriptor: int | None) -> None:
    """Let the passphrase come from an open file, where one is named."""
    if descriptor is not None:
        from staketerm.journal.passphrase import take_from

        take_from(descriptor)


def _without_colour(ctx: click.Context, _param: click.Parameter, asked: bool) -> None:
    """No colours where the person or NO_COLOR says so; the program on the terminal obeys too."""
    if asked:
        os.environ["NO_COLOR"] = "1"
    if os.environ.get("NO_COLOR"):
        ctx.color = False


def on_terminal() -> bool:
    """Whether somebody is there to answer a question."""
    return sys.stdin.isatty() and sys.stderr.isatty()
