"""Opening a journal's database, and the store that comes back."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from staketerm.store.clock import Clock
from staketerm.store.engine import READER, WRITER, journal_mode, sqlite_engine
from staketerm.store.ids import Ids
from staketerm.store.link import FileLink, Link, SharedLink
from staketerm.store.lock import FileLock
from staketerm.store.schema import create
from staketerm.store.stamps import next_tick, stamp
from staketerm.store.work import Reader, Tick, Work

MEMORY = ":memory:"


class Store:
    """An open journal: readings of one moment, one unit of work at a time. Safe from threads."""

    def __init__(self, link: Link, *, clock: Clock, author: str, path: Path | None = None) -> None:
        self.path = path
        self.author = author
        self.read_only = False
        self._link = link
        with self.read() as reader:
            self.replica = reader.meta("replica") or ""
            zone = reader.meta("zone")
        self.clock = clock.in_zone(zone) if zone else clock
        self._ids = Ids(self.clock)

    def new_id(self) -> str:
        """A new id, greater than all before it."""
        return self._ids.new()

    @contextmanager
    def read(self) -> Iterator[Reader]:
        """A look at the journal as it is at the first question asked."""
        with self._link.reading() as connection:
            yield Reader(connection)

    @contextmanager
    def write(self, verb: str, *, undoes: str | None = None) -> Iterator[Work]:
        """One unit of work: one transaction, one batch, one tick of the clock.

        Kept on leaving; an error inside means that nothing happened, nothing written means no
        batch. `verb` goes into the change log and to others who wait: it holds no names.
        """
        with self._link.writing(verb) as connection:
            now = self.clock.now()
            reader = Reader(connection)
            tick = next_tick(now, reader.meta("clock") or "")
            work = Work(
                connection,
                Tick(
                    batch=self._ids.new(),
                    rev=stamp(tick, self.replica),
                    verb=verb,
                    at=now,
                    author=self.author,
                    undoes=undoes,
                ),
                self._ids,
            )
            yield work
            work.finish()
            if work.changed:
                work.set_meta("clock", tick)

    def close(self) -> None:
        """End all connections and leave one whole file behind."""
        self._link.close()


def open_store(
    location: str | Path,
    *,
    clock: Clock,
    create: bool = True,
    read_only: bool = False,
    author: str = "me",
) -> Store:
    """Open the journal at a path, or ":memory:"."""
    if str(location) == MEMORY:
        return Store(_memory(clock), clock=clock, author=author)
    path = Path(location)
    return Store(_file(path, clock), clock=clock, author=author, path=path)


def _memory(clock: Clock) -> Link:
    link = SharedLink(sqlite_engine(None, "rwc", WRITER, alone=True), MEMORY)
    with link.writing("create") as connection:
        create(connection, clock)
    return link


def _file(path: Path, clock: Clock) -> Link:
    fresh = not path.exists()
    writers = sqlite_engine(path, "rwc", WRITER, alone=True)
    journal_mode(writers, "wal")
    lock = FileLock(path.with_name(path.name + ".lock"))
    link = FileLink(writers, sqlite_engine(path, "ro", READER), str(path), lock)
    if fresh:
        with link.writing("create") as connection:
            create(connection, clock)
    return link
