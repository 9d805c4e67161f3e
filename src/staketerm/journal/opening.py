"""Opening a journal: the only door to the store."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

from staketerm.domain.errors import NotFound
from staketerm.journal.authorship import own_name
from staketerm.journal.location import own_location
from staketerm.journal.passphrase import unlock
from staketerm.journal.writing import Writing
from staketerm.locale import _
from staketerm.store import tables
from staketerm.store.addresses import is_server
from staketerm.store.cipher import is_encrypted
from staketerm.store.clock import Clock
from staketerm.store.errors import (
    DiskFull,
    JournalLocked,
    JournalMissing,
    JournalReadOnly,
    StoreError,
)
from staketerm.store.files import private_folder
from staketerm.store.lock import WAIT_SECONDS
from staketerm.store.opening import open_store
from staketerm.store.reader import Reader
from staketerm.store.records import Project
from staketerm.store.store import Store

DEFAULT_PROJECT = "default_project"
"""Name in `meta` of the id of the project that is taken where none is said."""


class Journal:
    """One open journal: its store and the clock that whoever opened it reads time from.

    `closed_by` is what kept it from being written when it was opened for reading instead.
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        self.store = store
        self.clock = clock
        self.closed_by: StoreError | None = None

    @property
    def encrypted(self) -> bool:
        """Whether the journal's file is encrypted; what is written besides it never is."""
        return self.store.path is not None and is_encrypted(self.store.path)

    @property
    def why_closed(self) -> str:
        """Why it was opened for reading, where that may be otherwise the next time; else empty."""
        match self.closed_by:
            case DiskFull():
                return _("the disk was full; free some space, then open it anew")
            case JournalLocked():
                return _("another program was writing; open it anew")
            case _:
                return ""

    @property
    def today(self) -> date:
        """The day it is, in the journal's time zone."""
        return self.clock.today()

    def read(self) -> AbstractContextManager[Reader]:
        """A reader of the journal as it is at the first question asked of it."""
        return self.store.read()

    @contextmanager
    def write(
        self, verb: str, *, undoes: str | None = None, author: str | None = None
    ) -> Iterator[Writing]:
        """One unit of work: all of it is kept, or none.

        On leaving, the positions concerned are folded anew, search and plan follow, and `receipt`
        says what changed. `verb` names the kind of act and nobody (it stays in the change log);
        `author` is whose work it is, where that is a colleague's.
        """
        with self.store.write(verb, undoes=undoes, author=author) as work:
            writing = Writing(work, self.today)
            yield writing
            writing.settle()

    def default_project(self) -> Project:
        """The project that is taken where none is said; raises NotFound in a journal without
        one.
        """
        with self.read() as reader:
            return default_project(reader)

    def close(self) -> None:
        """Leave the journal in good order for whoever opens it next."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def open_journal(
    location: str | Path | None,
    *,
    clock: Clock,
    create: bool = True,
    read_only: bool = False,
    wait: float = WAIT_SECONDS,
    asks: bool = True,
) -> Journal:
    """Open the journal at a path or URL, or the person's own in the platform's data folder.

    One that is not there is made where `create` says so, with one project to begin in. Raises the
    StoreError family: newer than the program, locked (for more than `wait` seconds), read-only,
    damaged, not a journal, missing, encrypted. `asks` is whether somebody at the terminal may be
    asked for a passphrase.
    """
    place = location if location is not None else own_location()
    unlock(place, asks=asks)
    if location is None and isinstance(place, Path):
        _ready_own_folder(place, create=create)
    author = own_name() if is_server(place) else None
    store = open_store(
        place, clock=clock, create=create, read_only=read_only, author=author, wait=wait
    )
    journal = Journal(store, store.clock)
    try:
        with journal.read() as reader:
            fresh = reader.meta(DEFAULT_PROJECT) is None
        if fresh and not read_only:
            _begin(journal)
    except BaseException:
        journal.close()
        raise
    return journal


def open_as_allowed(location: str | Path | None, *, clock: Clock) -> Journal:
    """`open_journal` while a screen is drawn, where nobody can be asked for a passphrase.

    One that cannot be written now, because it is read-only, its disk is full or somebody else does
    not finish writing, is opened for reading. Raises the rest of the StoreError family.
    """
    try:
        return open_journal(location, clock=clock, asks=False)
    except (JournalReadOnly, JournalLocked, DiskFull) as error:
        journal = open_journal(location, clock=clock, create=False, read_only=True, asks=False)
        journal.closed_by = error
        return journal


def _ready_own_folder(place: Path, *, create: bool) -> None:
    """Make the platform's data folder, or say that nothing was begun in it yet."""
    if create:
        private_folder(place.parent)
    elif not place.parent.is_dir():
        raise JournalMissing(
            _("There is no journal yet. `staketerm add` or `staketerm import` begins one.")
        )


def default_project(reader: Reader) -> Project:
    """The project that is taken where none is said; raises NotFound in a journal without one."""
    chosen = reader.meta(DEFAULT_PROJECT)
    project = reader.get(Project, chosen) if chosen else None
    if project is None:  # deleted, or brought by an import that was undone: the oldest serves
        project = next(iter(reader.rows(Project, order_by=tables.project.c.id, limit=1)), None)
    if project is None:
        raise NotFound(_("This journal has no project; name one with --project."))
    return project


def _begin(journal: Journal) -> None:
    with journal.write("begin") as writing:
        project = Project(id=writing.new_id(), name=_("My project"))
        writing.put(project)
        writing.work.set_meta(DEFAULT_PROJECT, project.id)
