"""Whether the last one to use a journal ended well, and a look at its pages if not (2.4)."""

import sqlite3
import threading
from contextlib import closing, suppress
from pathlib import Path

from staketerm.locale import _
from staketerm.store.engine import connect
from staketerm.store.errors import JournalLocked
from staketerm.store.files import beside
from staketerm.store.lock import FileLock, Holder


class Presence:
    """The mark `<journal>.open`: there is text in it while somebody has the journal open.

    Only the first of several who have it open at once keeps the mark.
    """

    def __init__(self, path: Path, *, remote: bool) -> None:
        self._mark = FileLock(beside(path, ".open"))
        before = self._mark.holder()
        if remote and before and before.host != Holder.this("").host:
            self._mark.close()
            raise JournalLocked(_elsewhere(path, before))
        self._kept = self._mark.take("open")
        self.unclean = self._kept and before is not None

    def end(self, *, clean: bool) -> None:
        """Take the mark away; after an end that is not clean it stays, for the next to see."""
        if self._kept and clean:
            self._mark.leave()
        self._mark.close()


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
                "file and rebuilds the journal from the newest backup."
            ).format(path=self._path, finding=found[0])
        self._done.set()


def quick_check(connection: sqlite3.Connection) -> list[str]:
    """What SQLite's quick_check finds, at most ten lines; empty where all is well."""
    found = [str(row[0]) for row in connection.execute("PRAGMA quick_check(10)")]
    return [] if found == ["ok"] else found


def _elsewhere(path: Path, holder: Holder) -> str:
    return _(
        "{path} lies on a network drive and is open on {host} since {since}. Close staketerm there "
        "first; if it is not running there any more, delete {mark}."
    ).format(path=path, host=holder.host, since=holder.since, mark=beside(path, ".open"))
