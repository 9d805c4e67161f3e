"""Opening a journal's database."""

from contextlib import ExitStack, suppress
from pathlib import Path

from staketerm.store import schema
from staketerm.store.addresses import is_server
from staketerm.store.cipher import empty_database
from staketerm.store.clock import Clock
from staketerm.store.engine import READER, WRITER, driver, journal_mode, sqlite_engine
from staketerm.store.errors import (
    DiskFull,
    JournalLocked,
    JournalMissing,
    open_elsewhere,
    sentence,
    told,
    told_of_files,
)
from staketerm.store.files import beside
from staketerm.store.leftovers import settle
from staketerm.store.link import FileLink, Link, ReadingLink, SharedLink
from staketerm.store.lock import WAIT_SECONDS, FileLock
from staketerm.store.network import on_network
from staketerm.store.presence import Check, Presence
from staketerm.store.probe import probe, refuse_old, refuse_unwritable, unfinished, writable
from staketerm.store.store import Store

MEMORY = ":memory:"

ME = "me"
"""The author of what is written in a journal of one's own."""


def open_store(
    location: str | Path,
    *,
    clock: Clock,
    create: bool = True,
    read_only: bool = False,
    author: str | None = None,
    wait: float = WAIT_SECONDS,
) -> Store:
    """Open the journal at a path, in ":memory:", or at a postgresql URL.

    One that is not there is made where `create` says so. One of an older schema is backed up and
    brought up to date. Raises the StoreError family, and leaves alone what it cannot use. It is
    JournalLocked where it is not only to be read and somebody else writes for `wait` seconds.
    `author` is whose work is written; without it "me", on a server whoever that lets in.
    """
    if str(location) == MEMORY:
        return Store(_memory(clock), clock=clock, author=author or ME)
    if is_server(location):
        from staketerm.store.server import open_server

        server = open_server(str(location), clock, create=create, read_only=read_only)
        closed = read_only or not server.writes
        return Store(server, clock=clock, author=author or server.role, read_only=closed)
    path = Path(location).expanduser()
    version = probe(path, take_back=True)
    if version is None and (read_only or not create):
        raise JournalMissing(sentence(JournalMissing, str(path)))
    if version is not None and version < schema.SCHEMA:
        refuse_old(str(path), read_only=read_only)
    if read_only:
        link = _reading(path)
        return Store(link, clock=clock, author=author or ME, path=path, read_only=True)
    with told_of_files(path):
        return _file(path, version, clock, author or ME, wait)


def _memory(clock: Clock) -> Link:
    link = SharedLink(sqlite_engine(None, "rwc", WRITER, alone=True), MEMORY)
    with link.writing("create") as connection:
        schema.create(connection, clock)
    return link


def _reading(path: Path) -> Link:
    """Readers of a journal that may lie where nothing can be written.

    In such a folder, and on a full disk, SQLite opens a journal in WAL only as one that never
    changes (storage-sync 2.2), which holds only while nothing of it lies in a -wal beside it.
    """
    if unfinished(path):
        return _readers(path, "ro")
    try:
        return _readers(path, "ro" if writable(path) else "immutable")
    except DiskFull:
        return _readers(path, "immutable")


def _readers(path: Path, mode: str) -> Link:
    link = ReadingLink(sqlite_engine(path, mode, READER), str(path))
    with link.reading() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM meta")
    return link


def _file(path: Path, version: int | None, clock: Clock, author: str, wait: float) -> Store:
    refuse_unwritable(path)
    remote = on_network(path)
    presence = Presence(path, remote=remote, wait=wait)
    try:
        if presence.unclean:
            settle(path)
        if version is None:
            with suppress(FileExistsError):
                empty_database(path)
        elif version < schema.SCHEMA:
            if not presence.alone:  # whoever has it open would write rows of the old schema
                raise JournalLocked(open_elsewhere(path))
            from staketerm.store.migrating import migrate_file

            migrate_file(path, clock)
        presence.let_in()
        link = _writing(path, remote=remote, wait=wait)
        if version is None:
            _create(link, clock)
        check = Check(path) if presence.unclean else None
        return Store(link, clock=clock, author=author, path=path, presence=presence, check=check)
    except BaseException:
        presence.end(clean=not presence.unclean)
        raise


def _writing(path: Path, *, remote: bool, wait: float) -> Link:
    """The way to a file: WAL with a pool of readers, or one connection for all where WAL fails."""
    with told(str(path)), ExitStack() as undo:
        lock = FileLock(beside(path, ".lock"))
        undo.callback(lock.close)
        writers = sqlite_engine(path, "rw", WRITER, alone=True)
        undo.callback(writers.dispose)
        with lock.held("open", wait):
            mode = journal_mode(writers, "DELETE" if remote else "WAL")
        undo.pop_all()
        if mode == "wal":
            return FileLink(writers, sqlite_engine(path, "ro", READER), str(path), lock)
        return SharedLink(writers, str(path), lock)


def _create(link: Link, clock: Clock) -> None:
    """Make the schema, unless somebody who came at the same moment has made it."""
    with link.writing("create") as connection:
        found = driver(connection).execute("PRAGMA application_id").fetchone()[0]
        if found != schema.APPLICATION_ID:
            schema.create(connection, clock)
