"""Colleagues at work: each with a journal, a clock that may be off, and a copy of the folder of
their own, which a synchroniser brings up to date when it likes: late, twice, in another order,
half.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

from staketerm.exchange.sync.sharing import share
from staketerm.exchange.sync.team import Synced, sync
from staketerm.journal.backups import back_up
from staketerm.journal.opening import Journal, open_journal
from staketerm.journal.safety import restore
from staketerm.store import tables
from staketerm.store.engine import driver
from staketerm.store.store import Store
from tests.store.conftest import Hand

BEGIN = datetime(2026, 1, 5, 9, tzinfo=UTC)
NAMES = ("anna", "bram", "chen", "dora", "emil")

Files = dict[str, bytes]
"""What lies in the folder of one writer, by name."""


@dataclass(slots=True)
class Colleague:
    """Somebody with a journal, a clock, and a copy of the folder.

    `sent` holds all that they ever gave, for a synchroniser that is late; `kept` a backup.
    """

    name: str
    journal: Journal
    clock: Hand
    folder: Path
    sent: list[Files] = field(default_factory=list)
    kept: Any = None

    @property
    def replica(self) -> str:
        """The name that the journal writes under."""
        return self.journal.store.replica

    @property
    def own(self) -> Path:
        """The folder that they alone write in."""
        found = sorted((self.folder / "from").glob(f"{self.replica}*"))
        return found[0] if found else self.folder / "from" / f"{self.replica}-{self.name}"

    def sync(self) -> Synced:
        """Everybody's news in, their own out; all that waits for a word of theirs gets it."""
        done = sync(self.journal, self.folder, self.name, accept=NAMES, origin="moved")
        files = files_in(self.own)
        if not self.sent or files != self.sent[-1]:
            self.sent.append(files)
        return done

    def keep(self) -> None:
        """Make a backup."""
        with self.journal.read() as reader:
            self.kept = driver(reader.connection).serialize()

    def put_back(self) -> None:
        """Go on with the backup: what was written since is forgotten here."""
        if self.kept is not None:
            self.journal.close()
            self.journal = in_memory(self.clock, self.kept)

    def reopen(self) -> None:
        """Close the journal, and open it again."""
        image = next(self.bytes_kept())
        self.journal.close()
        self.journal = in_memory(self.clock, image)

    def bytes_kept(self) -> Iterator[bytes]:
        """All that the journal holds, as it lies on the disk."""
        with self.journal.read() as reader:
            yield driver(reader.connection).serialize()


class ColleagueOnDisk(Colleague):
    """The same with a journal in a file, backups and restores as the program makes them."""

    __slots__ = ()

    def keep(self) -> None:
        self.kept = back_up(self.journal)

    def put_back(self) -> None:
        path = self.journal.store.path
        if self.kept is None or path is None:
            return
        self.journal.close()
        aside = restore(path, self.kept, self.clock)
        if aside is not None:
            aside.unlink()
        self.journal = open_journal(path, clock=self.clock)

    def reopen(self) -> None:
        path = self.journal.store.path
        self.journal.close()
        self.journal = open_journal(path, clock=self.clock)

    def bytes_kept(self) -> Iterator[bytes]:
        path = self.journal.store.path
        if path is not None:
            yield from (each.read_bytes() for each in path.parent.glob(f"{path.name}*"))


class Team:
    """Some colleagues who share one project through copies of a folder."""

    def __init__(self, colleagues: Iterable[Colleague]) -> None:
        self.colleagues = list(colleagues)
        self.project = self.colleagues[0].journal.default_project().id

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        with ExitStack() as stack:
            for each in self.colleagues:
                stack.callback(each.journal.close)

    def begin(self) -> None:
        """The first shares the project, the others join."""
        first = self.colleagues[0]
        share(first.journal, first.folder, self.project, "notes")
        first.sync()
        for other in self.colleagues[1:]:
            for path in (each for each in first.folder.rglob("*") if each.is_file()):
                target = other.folder / path.relative_to(first.folder)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(path.read_bytes())
            other.sync()

    def bring(self, who: Colleague, to: Colleague, files: Files | None = None) -> None:
        """What somebody gave, the newest unless `files` says else, replaces what another had."""
        if who is not to and who.sent:
            lay(to.folder / "from" / who.own.name, who.sent[-1] if files is None else files)

    def settle(self, gave: Callable[[Colleague], None] = lambda _who: None) -> bool:
        """Everything arrives, and everybody syncs until nothing is new: whether that ever is, and
        nobody waits for anybody. `gave` is told of each who did.
        """
        for _round in range(len(self.colleagues) + 2):
            quiet = True
            for each in self.colleagues:
                for other in self.colleagues:
                    self.bring(other, each)
                done = each.sync()
                gave(each)
                given = done.given.changed if done.given else 0
                quiet = quiet and not (done.taken or done.waiting or given)
            if quiet:
                return True
        return False

    def given(self) -> list[Files]:
        """What each gave as data, by file."""
        return [
            {name: data for name, data in files_in(each.own).items() if name.endswith(".csv")}
            for each in self.colleagues
        ]

    def found(self, word: str) -> list[str]:
        """Who has a word, in the journal or in a copy of the folder."""
        sought = word.encode()
        told = [
            f"journal of {each.name}"
            for each in self.colleagues
            if any(sought in data for data in each.bytes_kept())
        ]
        told += [
            str(path.relative_to(each.folder.parent))
            for each in self.colleagues
            for path in each.folder.rglob("*")
            if path.is_file() and sought in path.read_bytes()
        ]
        return told


def in_memory(clock: Hand, image: bytes | None = None, replica: str | None = None) -> Journal:
    """A journal in memory: a new one, or the one that `image` holds; `replica` names it."""
    journal = open_journal(":memory:", clock=clock)
    if image is not None:
        with journal.read() as reader:
            driver(reader.connection).deserialize(image)
    if replica is not None:
        with journal.store.write("begin") as work:
            work.set_meta("replica", replica)
    store = Store(journal.store._link, clock=clock, author="me")
    return Journal(store, store.clock)


def files_in(place: Path) -> Files:
    """The files of a folder, by name."""
    return {each.name: each.read_bytes() for each in sorted(place.glob("*")) if each.is_file()}


def lay(place: Path, files: Files) -> None:
    """Make a folder hold these files and no others."""
    place.mkdir(parents=True, exist_ok=True)
    for name in files_in(place).keys() - files.keys():
        (place / name).unlink()
    for name, data in files.items():
        path = place / name
        if not path.exists() or path.read_bytes() != data:
            path.write_bytes(data)


def dump(journal: Journal) -> dict[str, list[Any]]:
    """All rows of all tables of a journal, as they are kept."""
    with journal.read() as reader:
        return {
            name: sorted(map(tuple, reader.select(table.select())), key=repr)
            for name, table in tables.metadata.tables.items()
        }
