"""Whether the last one to use a journal ended well, and a look at its pages if not (2.4)."""

import os
import sqlite3
import threading
from contextlib import closing, suppress
from pathlib import Path

from staketerm.locale import _
from staketerm.store.engine import connect
from staketerm.store.errors import JournalLocked
from staketerm.store.files import beside
from staketerm.store.lock import WAIT_SECONDS, FileLock, Holder, within

_LEFT = "left"  # what the mark says once its writer has gone and others are still there


class Presence:
    """The mark `<journal>.open`: all who have the journal open share it, and it holds text then.

    `alone` says that nobody else has the journal open, nor can open it before `let_in`; `unclean`
    that whoever had it open last was cut off. Raises JournalLocked where somebody holds the mark
    alone for `wait` seconds, to restore, repair or migrate, or where the journal is on a network
    drive (`remote`) and open on another machine.
    """

    def __init__(self, path: Path, *, remote: bool, wait: float = WAIT_SECONDS) -> None:
        self._mark = FileLock(beside(path, ".open"))
        try:
            before = refuse_elsewhere(path, self._mark, remote=remote)
            self.alone = False
            if not within(wait, self._enter):
                raise JournalLocked(_not_now(path, self._mark.holder()))
        except BaseException:
            self._mark.close()
            raise
        self.unclean = self.alone and before is not None

    def let_in(self) -> None:
        """Let others open the journal as well from now on."""
        if self.alone:
            self.alone = False
            self._mark.share()

    def end(self, *, clean: bool) -> None:
        """Be gone; the last one out takes the text away, unless somebody was cut off meanwhile.

        After an end that is not clean the text stays, for the next to see.
        """
        if clean:
            holder = self._mark.holder()
            mine = holder is not None and holder.pid == os.getpid()
            if self._mark.take_back():
                if mine or (holder and holder.purpose == _LEFT):
                    self._mark.clear()
            elif mine:
                self._mark.tell(_LEFT)
        self._mark.close()

    def _enter(self) -> bool:
        self.alone = self._mark.take("open")
        return self.alone or self._mark.share()


class Check:
    """A quick check of all pages in a thread of its own; nobody waits for it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None
        self._finding: str | None = None
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._run, name="quick-check", daemon=True)
        self._thread.start()

    @property
    def done(self) -> bool:
        """Whether the check has come to its end."""
        return self._done.is_set()

    @property
    def finding(self) -> str | None:
        """What is wrong with the journal, in a sentence; None while running and if all is well."""
        return self._finding

    @property
    def sound(self) -> bool:
        """Whether the check has come to its end and found nothing."""
        return self.done and self._finding is None

    def wait(self, seconds: float) -> bool:
        """Wait for the end at most so long; whether it has come."""
        return self._done.wait(seconds)

    def stop(self) -> None:
        """End the check, finished or not."""
        if self._connection is not None:
            with suppress(sqlite3.ProgrammingError):  # closed by now
                self._connection.interrupt()
        self._thread.join()

    def _run(self) -> None:
        try:
            with closing(connect(self._path, "ro")) as self._connection:
                found = quick_check(self._connection)
        except sqlite3.OperationalError:
            return  # interrupted, or not to be opened: nothing is known
        except sqlite3.DatabaseError as fault:
            found = [str(fault)]
        if found:
            self._finding = _(
                "{path} is damaged ({finding}). Run `staketerm doctor --repair`: it keeps this "
                "file and rescues what can be read, on top of the newest backup if there is one."
            ).format(path=self._path, finding=found[0])
        self._done.set()


def quick_check(connection: sqlite3.Connection) -> list[str]:
    """What SQLite's quick_check finds, at most ten lines; empty where all is well."""
    found = [str(row[0]) for row in connection.execute("PRAGMA quick_check(10)")]
    return [] if found == ["ok"] else found


def refuse_elsewhere(path: Path, mark: FileLock, *, remote: bool) -> Holder | None:
    """Whoever wrote the mark of a journal; raises JournalLocked where that was another machine and
    the journal is on a network drive, whose locks cannot be trusted.
    """
    holder = mark.holder()
    if remote and holder and holder.host != Holder.this("").host:
        raise JournalLocked(_elsewhere(path, holder))
    return holder


def _not_now(path: Path, holder: Holder | None) -> str:
    purpose = holder.purpose if holder else "?"
    return _(
        "{path} cannot be opened now: another staketerm is busy with it ({purpose}). Nothing was "
        "changed; try again when it is done."
    ).format(path=path, purpose=purpose)


def _elsewhere(path: Path, holder: Holder) -> str:
    return _(
        "{path} lies on a network drive and is open on {host} since {since}. Close staketerm there "
        "first; if it is not running there any more, delete {mark}."
    ).format(path=path, host=holder.host, since=holder.since, mark=beside(path, ".open"))
