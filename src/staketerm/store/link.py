"""Where a store's reading and writing connections come from, by kind of database."""

import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Protocol

from sqlalchemy import Connection, Engine

from staketerm.locale import _
from staketerm.store.errors import JournalLocked, told
from staketerm.store.lock import WAIT_SECONDS, FileLock


class Link(Protocol):
    """A way to one database; safe from several threads."""

    place: str

    def reading(self) -> AbstractContextManager[Connection]:
        """A connection that sees one moment of the journal and writes nothing."""

    def writing(self, purpose: str) -> AbstractContextManager[Connection]:
        """The one connection that writes, in a transaction: kept on leaving, lost on an error."""

    def close(self) -> None:
        """End all connections."""


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
    def writing(self, purpose: str) -> Iterator[Connection]:
        with told(self.place), self._turn:
            refuse_nested(self._connection)
            held = self._lock.held(purpose) if self._lock else nullcontext()
            with held, self._connection.begin():
                yield self._connection

    def close(self) -> None:
        with self._turn:
            self._connection.close()
            self._engine.dispose()
            if self._lock:
                self._lock.close()


class FileLink:
    """One writing connection of this process, under the lock, and a pool of readers: WAL."""

    def __init__(self, writers: Engine, readers: Engine, place: str, lock: FileLock) -> None:
        self.place = place
        self._writers = writers
        self._readers = readers
        self._writer = writers.connect()
        self._turn = threading.RLock()
        self._lock = lock

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        with told(self.place), self._readers.connect() as connection:
            yield connection

    @contextmanager
    def writing(self, purpose: str) -> Iterator[Connection]:
        with told(self.place), _in_turn(self._turn):
            refuse_nested(self._writer)
            with self._lock.held(purpose), self._writer.begin():
                yield self._writer

    def close(self) -> None:
        with _in_turn(self._turn):
            self._readers.dispose()
            with self._lock.held("close"):
                self._writer.close()
                self._writers.dispose()
            self._lock.close()


def refuse_nested(connection: Connection) -> None:
    """A write inside a write is a fault of the program: there is one transaction at a time."""
    if connection.in_transaction():
        message = "a unit of work is open already in this thread"
        raise RuntimeError(message)


@contextmanager
def _in_turn(turn: threading.RLock) -> Iterator[None]:
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
