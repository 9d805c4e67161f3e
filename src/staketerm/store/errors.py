"""What can go wrong with a journal's file or server, each with one sentence and the remedy."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from staketerm.domain.errors import StaketermError
from staketerm.locale import _


class StoreError(StaketermError):
    """The journal cannot be used as asked; the journal itself was left as it was."""


class JournalMissing(StoreError):
    """There is no journal at that place and none was to be made."""


class FolderMissing(StoreError):
    """The folder that should hold the journal does not exist."""


class NotAJournal(StoreError):
    """What lies there is something else, and stays untouched."""


class JournalNewer(StoreError):
    """A newer staketerm has written this journal."""


class JournalLocked(StoreError):
    """Somebody else is writing and did not finish in time."""


class JournalReadOnly(StoreError):
    """The journal may be read, not written."""


class JournalDamaged(StoreError):
    """The file is not sound; the sentence names the way back."""


class DiskFull(StoreError):
    """No room to write; everything saved before is safe."""


class DiskFails(StoreError):
    """The disk or share does not give or take what was asked of it."""


class JournalMoved(StoreError):
    """The file was moved, deleted or replaced while it was open."""


class OtherLayout(StoreError):
    """The journal is of this schema, but from before it was released, when its tables differed."""


class JournalEncrypted(StoreError):
    """The journal is encrypted, and what would open it was not given, or does not."""


class EncryptionMissing(StoreError):
    """The journal is encrypted, and what reads such a one is not installed."""


class ServerUnreachable(StoreError):
    """The PostgreSQL server does not answer or lets nobody in."""


class ServerRefuses(StoreError):
    """The role, or the database, does not allow what was asked."""


class ServerLost(StoreError):
    """The connection to the server broke off in the middle of something."""


_KINDS: dict[int, type[StoreError]] = {
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_CORRUPT: JournalDamaged,
    sqlite3.SQLITE_NOTADB: JournalDamaged,
    sqlite3.SQLITE_BUSY: JournalLocked,
    sqlite3.SQLITE_LOCKED: JournalLocked,
    sqlite3.SQLITE_READONLY: JournalReadOnly,
    sqlite3.SQLITE_PERM: JournalReadOnly,
    sqlite3.SQLITE_CANTOPEN: JournalReadOnly,
    sqlite3.SQLITE_IOERR: DiskFails,
}

_EXACT_KINDS: dict[int, type[StoreError]] = {
    sqlite3.SQLITE_IOERR_WRITE: DiskFull,
    sqlite3.SQLITE_IOERR_SHMSIZE: DiskFull,
    sqlite3.SQLITE_READONLY_DBMOVED: JournalMoved,
}

_SYSTEM_KINDS: dict[int | None, type[StoreError]] = {
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EFBIG: DiskFull,
    errno.EACCES: JournalReadOnly,
    errno.EPERM: JournalReadOnly,
    errno.EROFS: JournalReadOnly,
    errno.ENOENT: FolderMissing,
    errno.ENOTDIR: FolderMissing,
}

_SERVER_KINDS: dict[str, type[StoreError]] = {
    "55P03": JournalLocked,  # lock_not_available
    "40001": JournalLocked,  # serialization_failure
    "40P01": JournalLocked,  # deadlock_detected
    "53100": DiskFull,
    "25006": ServerRefuses,  # read_only_sql_transaction
    "3F000": ServerRefuses,  # invalid_schema_name
    "42501": ServerRefuses,  # insufficient_privilege
}
"""By SQLSTATE of PostgreSQL."""


@contextmanager
def told(place: str) -> Iterator[None]:
    """Turn a fault of SQLite or of the server into the sentence that a person can act upon.

    Faults of the program (a wrong statement, a broken constraint) pass through unchanged.
    """
    try:
        yield
    except Exception as fault:
        told_fault = as_store_error(fault, place)
        if told_fault is None:
            raise
        raise told_fault from fault


@contextmanager
def told_of_files(place: Path) -> Iterator[None]:
    """Turn a fault of the system at a file of the journal at `place` into such a sentence."""
    try:
        yield
    except OSError as fault:
        kind = _SYSTEM_KINDS.get(fault.errno, DiskFails)
        raise kind(sentence(kind, str(fault.filename or place))) from fault


def as_store_error(fault: Exception, place: str) -> StoreError | None:
    """The error to raise for `fault` at `place`; None where it is none that a person can mend."""
    cause = getattr(fault, "orig", None) or fault
    if isinstance(cause, sqlite3.Error):
        code = getattr(cause, "sqlite_errorcode", 0)
        kind = _EXACT_KINDS.get(code) or _KINDS.get(code & 0xFF)
        if code == sqlite3.SQLITE_ERROR:
            return _of_other_layout(place)
        return kind(sentence(kind, place)) if kind else None
    if type(cause).__module__.startswith("psycopg"):
        if getattr(fault, "connection_invalidated", False):
            return ServerLost(sentence(ServerLost, place))
        return _as_server_error(cause, place)
    return None


def _of_other_layout(place: str) -> StoreError | None:
    """What is said where the tables are not those of the file's schema; None where they are: then
    the statement is at fault.
    """
    from staketerm.store.layout import lacks

    try:
        lacking = lacks(Path(place))
    except (sqlite3.Error, StoreError):
        return None
    if lacking is None:
        return None
    return OtherLayout(
        _(
            "{path} was written by a version of staketerm that was never released: it lacks "
            "{column}. Nothing was changed. Open it with that version and export it as JSON; this "
            "one imports that into a new journal."
        ).format(path=place, column=lacking)
    )


def _as_server_error(cause: Exception, place: str) -> StoreError | None:
    kind = _SERVER_KINDS.get(getattr(cause, "sqlstate", None) or "")
    if kind is ServerRefuses:
        return kind(f"{sentence(kind, place)} ({_first_line(cause)})")
    if kind is not None:
        return kind(sentence(kind, place))
    if any(each.__name__ == "OperationalError" for each in type(cause).__mro__):
        return ServerUnreachable(f"{sentence(ServerUnreachable, place)} ({_first_line(cause)})")
    return None


def sentence(kind: type[StoreError], place: str) -> str:
    """What is said of `kind` at `place` where nothing more exact is known."""
    texts = {
        DiskFull: _(
            "{place}: no room left on the disk; nothing was changed and everything saved before is "
            "safe. Free some space and try again."
        ),
        JournalDamaged: _(
            "{place} is damaged. Nothing was changed; run `staketerm doctor --repair`, which keeps "
            "this file and rescues what can be read, on top of the newest backup if there is one."
        ),
        JournalLocked: _(
            "{place} is in use by another program. Nothing was changed; try again when it is done."
        ),
        JournalMissing: _(
            "There is no journal at {place}. `staketerm add` or `staketerm import` begins one; "
            "`staketerm demo` shows a made-up one."
        ),
        JournalReadOnly: _(
            "{place} cannot be written. Nothing was changed; check who owns the file and its "
            "folder."
        ),
        DiskFails: _(
            "{place}: the disk or share it lies on did not answer as it should. What was saved "
            "before is safe; see that it is connected, and run `staketerm doctor`."
        ),
        JournalMoved: _(
            "{place} was moved, deleted or replaced while it was open. Nothing was written; put "
            "the file back or close staketerm, and open it again."
        ),
        FolderMissing: _(
            "{place} is not there. Make the folder first, or connect the disk it is on."
        ),
        ServerRefuses: _(
            "{place} does not allow this. Nothing was changed; ask whoever looks after the server."
        ),
        ServerLost: _(
            "The connection to {place} was lost. Nothing is kept by halves: the last change is "
            "there whole, or not at all. Look, and do it again if it is missing."
        ),
        ServerUnreachable: _(
            "The server of {place} cannot be used. Check that it runs and that name and password "
            "are right."
        ),
    }
    return texts[kind].format(place=place)


def open_elsewhere(place: Path) -> str:
    """What is said where a journal must not be open in another program, and is."""
    return _("{path} is open in another staketerm. Close that one first.").format(path=place)


def _first_line(fault: BaseException) -> str:
    return str(fault).strip().splitlines()[0] if str(fault).strip() else type(fault).__name__
