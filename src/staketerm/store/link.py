"""Where a store's reading and writing connections come from, by kind of database."""

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, Engine

from staketerm.locale import _
from staketerm.store.engine import driver
from staketerm.store.errors import JournalLocked, JournalMoved, StoreError, sentence, told
from staketerm.store.lock import WAIT_SECONDS, FileLock

IDLE_SECONDS = 5.0
"""After so long without a write the -wal goes into the journal, for those who copy the file."""


class Link(Protocol):
    """A way to one database; safe from several threads."""

    place: str

    def reading(self) -> AbstractContextManager[Connection]:
        """A connection that sees one moment of the journal and writes nothing."""

    def writing(
        self, purpose: str, wait: float = WAIT_SECONDS
    ) -> AbstractContextManager[Connection]:
        """The one connection that writes, in a transaction: kept on leaving, lost on an error.

        Raises JournalLocked where others still write after `wait` seconds.
        """

    def compact(self) -> None:
        """Write the database anew without what was deleted from it, where it is a file."""

    def whereabouts(self) -> str | None:
        """What tells this database from its copies; None where it is a file, or in memory."""

    def close(self) -> None:
        """End all connections."""


class ReadingLink:
    """Readers only, for a journal that cannot or shall not be written."""

    def __init__(self, readers: Engine, place: str) -> None:
        self.place = place
        self._readers = readers

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        with told(self.place), self._readers.connect() as connection:
            yield connection

    def writing(
        self,
        purpose: str,
        wait: float = WAIT_SECONDS,  # noqa: ARG002
    ) -> AbstractContextManager[Connection]:
        message = f"{self.place} was opened for reading alone, not for {purpose}"
        raise RuntimeError(message)

    def compact(self) -> None:
        """Nothing: what is only read has nothing deleted from it, and a server sees to its own."""

    def whereabouts(self) -> str | None:
        """None: a file is known by its path."""

    def close(self) -> None:
        self._readers.dispose()


class SharedLink:
    """One connection for all, one after the other: in memory, and where WAL does not work."""

    def __init__(self, engine: Engine, place: str, lock: FileLock | None = None) -> None:
        self.place = place
        self._engine = engine
        self._connection = engine.connect()
        self._turn = threading.RLock()
        self._lock = lock

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        with told(self.place), self._turn:
            if self._connection.in_transaction():
                yield self._connection
                return
            try:
                yield self._connection
            finally:
                self._connection.rollback()

    @contextmanager
    def writing(self, purpose: str, wait: float = WAIT_SECONDS) -> Iterator[Connection]:
        with told(self.place), self._turn:
            refuse_nested(self._connection)
            held = self._lock.held(purpose, wait) if self._lock else nullcontext()
            with held, self._connection.begin():
                yield self._connection

    def compact(self) -> None:
        with told(self.place), self._turn:
            held = self._lock.held("compact", WAIT_SECONDS) if self._lock else nullcontext()
            with held:
                driver(self._connection).execute("VACUUM")

    def whereabouts(self) -> str | None:
        """None: memory has no copies, and a file is known by its path."""

    def close(self) -> None:
        with self._turn:
            self._connection.close()
            self._engine.dispose()
            if self._lock:
                self._lock.close()


class FileLink(ReadingLink):
    """One writing connection of this process, under the lock, and a pool of readers: WAL."""

    def __init__(self, writers: Engine, readers: Engine, place: str, lock: FileLock) -> None:
        super().__init__(readers, place)
        self._path = Path(place).absolute()
        self._file = _identity(self._path)
        self._writers = writers
        self._writer = writers.connect()
        self._turn = threading.RLock()
        self._lock = lock
        self._idle: threading.Timer | None = None
        self._waiting = threading.Lock()
        self._written = 0.0

    @contextmanager
    def writing(self, purpose: str, wait: float = WAIT_SECONDS) -> Iterator[Connection]:
        with told(self.place), in_turn(self._turn):
            refuse_nested(self._writer)
            with self._lock.held(purpose, wait):
                self._refuse_moved()
                with self._writer.begin():
                    yield self._writer
            self._await_idleness()

    def close(self) -> None:
        with in_turn(self._turn):
            wait = WAIT_SECONDS if self._written else 0.0  # who wrote nothing leaves it to others
            self._forget_idleness()
            super().close()
            with suppress(JournalLocked), self._lock.held("close", wait):
                _bring_in_order(driver(self._writer))
            self._writer.close()
            self._writers.dispose()
            self._lock.close()

    def compact(self) -> None:
        with told(self.place), in_turn(self._turn), self._lock.held("compact", WAIT_SECONDS):
            driver(self._writer).execute("VACUUM")
            _checkpoint(driver(self._writer))

    def checkpoint(self) -> None:
        """Bring the -wal into the journal, unless somebody is writing."""
        if not self._turn.acquire(blocking=False):
            return
        try:
            if not self._writer.closed and not self._writer.in_transaction():
                with suppress(StoreError), self._lock.held("checkpoint", wait=0):
                    _checkpoint(driver(self._writer))
        finally:
            self._turn.release()

    def _refuse_moved(self) -> None:
        """A file that has lost its name to another would take writes that nobody finds again."""
        if _identity(self._path) != self._file:
            raise JournalMoved(sentence(JournalMoved, self.place))

    def _await_idleness(self) -> None:
        """Have the -wal brought in once nothing was written for a while: one thread waits for that,
        however often something is written meanwhile.
        """
        with self._waiting:
            self._written = time.monotonic()
            if self._idle is None:
                self._wait(IDLE_SECONDS)

    def _wait(self, seconds: float) -> None:
        self._idle = threading.Timer(seconds, self._look_whether_idle)
        self._idle.daemon = True
        self._idle.start()

    def _look_whether_idle(self) -> None:
        with self._waiting:
            left = self._written + IDLE_SECONDS - time.monotonic()
            if left > 0 and not self._writer.closed:
                self._wait(left)
                return
            self._idle = None
        self.checkpoint()

    def _forget_idleness(self) -> None:
        if self._idle is not None:
            self._idle.cancel()


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file has the name `path`; None where none has."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _bring_in_order(connection: sqlite3.Connection) -> None:
    with suppress(sqlite3.DatabaseError):  # damage is told to whoever reads the page, not here
        connection.execute("PRAGMA analysis_limit = 400")  # a look, not a census
        connection.execute("PRAGMA optimize")
    _checkpoint(connection)


def _checkpoint(connection: sqlite3.Connection) -> None:
    with suppress(sqlite3.OperationalError):  # a reader is still at it, or the disk is full
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def refuse_nested(connection: Connection | None) -> None:
    """A write inside a write is a fault of the program: there is one transaction at a time."""
    if connection is not None and connection.in_transaction():
        message = "a unit of work is open already in this thread"
        raise RuntimeError(message)


@contextmanager
def in_turn(turn: threading.RLock) -> Iterator[None]:
    """Wait for the other threads of this program; raises JournalLocked after five seconds."""
    if not turn.acquire(timeout=WAIT_SECONDS):
        raise JournalLocked(
            _(
                "Another task of this program is still writing to the journal. Nothing was "
                "changed; try again when it is done."
            )
        )
    try:
        yield
    finally:
        turn.release()
