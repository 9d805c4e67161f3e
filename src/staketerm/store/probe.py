"""What lies at a path, told by one cheap read before anything is written (storage-sync 2.4).

A journal that cannot be used is left as it was, to the byte. Only of one that can be, and only
where that is asked for, a write that was cut off half-way is taken back.
"""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from staketerm.locale import _
from staketerm.store import schema
from staketerm.store.cipher import MAGIC, head_of, is_encrypted
from staketerm.store.engine import connect
from staketerm.store.errors import (
    FolderMissing,
    JournalDamaged,
    JournalNewer,
    JournalReadOnly,
    NotAJournal,
    StoreError,
    told,
)

_OLDEST_SQLITE = (3, 37)  # the first with STRICT tables


def probe(path: Path, *, take_back: bool = False) -> int | None:
    """The schema version of the journal at `path`; None where a new one may be made.

    With `take_back` a write that was cut off half-way, of which a -journal is left, is taken back.
    Raises FolderMissing, NotAJournal, JournalNewer, JournalReadOnly, JournalLocked
    or JournalDamaged.
    """
    if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
        raise StoreError(
            _(
                "This Python brings SQLite {version}; staketerm needs 3.37 or newer. "
                "Use a newer Python."
            ).format(version=sqlite3.sqlite_version)
        )
    if not _holds_something(path):
        return None
    application, version, tables = _marks(path, take_back=take_back and writable(path))
    if application == 0 and tables == 0:
        return None
    if application != schema.APPLICATION_ID:
        raise NotAJournal(
            _(
                "{path} is a database of another program, not a staketerm journal. It was left "
                "untouched; give another path."
            ).format(path=path)
        )
    if version > schema.SCHEMA:
        raise JournalNewer(
            _(
                "{path} was written by a newer staketerm (schema {version}; this one knows up to "
                "{known}). It was left untouched; update staketerm to open it."
            ).format(path=path, version=version, known=schema.SCHEMA)
        )
    return version


def is_database(path: Path) -> bool:
    """Whether a file begins as an SQLite database does, of whatever program, or is encrypted."""
    return head_of(path) == MAGIC or is_encrypted(path)


def refuse_old(place: str, *, read_only: bool) -> None:
    """Raise JournalReadOnly where a journal of an older schema was to be opened for reading."""
    if read_only:
        raise JournalReadOnly(
            _(
                "{place} was written by an older staketerm and must be brought up to date before "
                "it can be read. Open it once where it can be written."
            ).format(place=place)
        )


def _holds_something(path: Path) -> bool:
    """Whether there is a file with the head of a database; False where there is none or nothing."""
    if path.is_dir():
        raise NotAJournal(_("{path} is a folder. Give the path of a file in it.").format(path=path))
    if not path.parent.is_dir():
        raise FolderMissing(
            _(
                "The folder {folder} does not exist. Make it first, or connect the disk it is on."
            ).format(folder=path.parent)
        )
    try:
        head = head_of(path)
    except FileNotFoundError:
        return False
    except OSError as fault:
        raise JournalReadOnly(
            _("{path} cannot be read ({reason}). Check who owns the file.").format(
                path=path, reason=fault.strerror
            )
        ) from fault
    if head and head != MAGIC and not is_encrypted(path):
        raise NotAJournal(
            _(
                "{path} is not a staketerm journal. It was left untouched; give another path."
            ).format(path=path)
        )
    return bool(head)


def _marks(path: Path, *, take_back: bool) -> tuple[int, int, int]:
    """Application id, schema version and number of tables, read without leaving a trace, but where
    a half write of this program or an older one is taken back: SQLite does so when let write.
    """
    if not cut_off(path):
        return _marks_by(path, "ro" if unfinished(path) else "immutable")
    try:
        seen = _marks_by(path, "immutable")
    except JournalDamaged:  # torn: somebody is writing at this moment
        if not take_back:
            raise
        return _marks_by(path, "rw")
    usable = seen[0] == schema.APPLICATION_ID and seen[1] <= schema.SCHEMA
    return _marks_by(path, "rw") if take_back and usable else seen


def _marks_by(path: Path, mode: str) -> tuple[int, int, int]:
    with told(str(path)), closing(connect(path, mode)) as connection:
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    return application, version, tables


def cut_off(path: Path) -> bool:
    """Whether somebody who writes without a write-ahead log is at it, or was cut off half-way."""
    return _holds(path.with_name(path.name + "-journal"))


def unfinished(path: Path) -> bool:
    """Whether part of the journal may still lie beside it, in its -wal or -journal."""
    return cut_off(path) or _holds(path.with_name(path.name + "-wal"))


def _holds(path: Path) -> bool:
    """Whether a file is there and not empty."""
    return path.exists() and path.stat().st_size > 0


def writable(path: Path) -> bool:
    """Whether the file, if there, and its folder may be written: SQLite needs both."""
    return _may_write(path.parent) and (not path.exists() or _may_write(path))


def refuse_unwritable(path: Path) -> None:
    """Raise JournalReadOnly where the journal at `path` could not be written or made."""
    if writable(path):
        return
    what = path if path.exists() else path.parent
    raise JournalReadOnly(
        _(
            "{path} cannot be written: {what} is read-only for you. Nothing was changed; check who "
            "owns it."
        ).format(path=path, what=what)
    )


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)
