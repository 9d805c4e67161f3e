"""An open journal as the layer above sees it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from staketerm.locale import _
from staketerm.store.clock import Clock
from staketerm.store.errors import JournalReadOnly
from staketerm.store.files import whereabouts_of
from staketerm.store.ids import Ids
from staketerm.store.link import Link
from staketerm.store.lock import WAIT_SECONDS
from staketerm.store.presence import Check, Presence
from staketerm.store.reader import Reader
from staketerm.store.stamps import FIRST_TICK, next_tick, stamp
from staketerm.store.work import Tick, Work


class Store:
    """An open journal: readings of one moment, one unit of work at a time. Safe from threads.

    `clock` counts days in the journal's own zone; `path` is None in memory and on a server; `check`
    is the quick check that runs after an unclean end, None after a clean one.
    """

    def __init__(
        self,
        link: Link,
        *,
        clock: Clock,
        author: str,
        path: Path | None = None,
        read_only: bool = False,
        presence: Presence | None = None,
        check: Check | None = None,
    ) -> None:
        self.path = path
        self.author = author
        self.read_only = read_only
        self.check = check
        self._link = link
        self._presence = presence
        self._closed = False
        with self.read() as reader:
            self.replica = reader.meta("replica") or ""
            zone = reader.meta("zone")
            self._known = reader.meta("clock") or FIRST_TICK
        self._missed: str | None = None
        self.clock = clock.in_zone(zone) if zone else clock
        self._ids = Ids(self.clock)

    @property
    def place(self) -> str:
        """Where the journal is, for messages: its path, ":memory:", or the server's address."""
        return self._link.place

    def new_id(self) -> str:
        """A new id, greater than all before it."""
        return self._ids.new()

    def whereabouts(self) -> str | None:
        """What tells the journal's database from its copies; None in memory, where it has none."""
        return whereabouts_of(self.path) if self.path else self._link.whereabouts()

    def news(self) -> str | None:
        """The tick after which others have written since this was asked last, or since the journal
        was opened; None where nobody has. One look at one row.
        """
        with self.read() as reader:
            now = reader.meta("clock") or FIRST_TICK
        before, missed = self._known, self._missed
        self._known, self._missed = now, None
        return missed or (before if now != before else None)

    @contextmanager
    def read(self) -> Iterator[Reader]:
        """A look at the journal as it is at the first question asked."""
        with self._link.reading() as connection:
            yield Reader(connection)

    @contextmanager
    def write(
        self,
        verb: str,
        *,
        undoes: str | None = None,
        author: str | None = None,
        wait: float = WAIT_SECONDS,
    ) -> Iterator[Work]:
        """One unit of work: one transaction, one batch, one tick of the clock.

        Kept on leaving; an error inside means that nothing happened, nothing put means no batch.
        `verb` goes into the change log and to others who wait: it holds no names. `author` is
        whose work it is, where that is not whoever writes here. Raises
        JournalReadOnly, JournalLocked (where others still write after `wait` seconds), DiskFull.
        """
        if self.read_only:
            raise JournalReadOnly(
                _("{place} was opened for reading alone. Nothing was changed.").format(
                    place=self.place
                )
            )
        with self._link.writing(verb, wait) as connection:
            reader = Reader(connection)
            last = reader.lock_clock()
            work = self._begin(reader, last, verb, undoes, author or self.author)
            yield work
            work.finish()
        self._keep_count(last, work.left)

    def compact(self) -> None:
        """Write the journal's file anew, so that nothing deleted can be read out of it.

        Raises JournalLocked and DiskFull; the journal is as it was then.
        """
        self._link.compact()

    def close(self) -> None:
        """End all connections and leave one whole file behind. Closing twice is closing once."""
        if self._closed:
            return
        self._closed = True
        if self.check is not None:
            self.check.stop()
        self._link.close()
        if self._presence is not None:
            self._presence.end(clean=self.check is None or self.check.sound)

    def _keep_count(self, last: str, left: str) -> None:
        """Remember the clock as this work left it, and from where on others wrote before it."""
        if last != self._known:
            self._missed = self._missed or self._known
        self._known = left

    def _begin(self, reader: Reader, last: str, verb: str, undoes: str | None, author: str) -> Work:
        now = self.clock.now()
        tick = next_tick(now, last)
        return Work(
            reader.connection,
            Tick(
                batch=self._ids.new(),
                rev=stamp(tick, self.replica),
                tick=tick,
                verb=verb,
                at=now,
                author=author,
                undoes=undoes,
            ),
            self._ids,
        )
