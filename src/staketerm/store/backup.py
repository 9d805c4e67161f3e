"""Backups beside the journal, and the way back to one (storage-sync 2.5).

A backup is one whole file made by VACUUM INTO: made aside, checked, brought to the disk, and only
then given its name, which is nobody else's. Those beside a journal rotate.
"""

import shutil
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import func, select

from staketerm.locale import _
from staketerm.store import tables
from staketerm.store.aside import hold, made_aside
from staketerm.store.engine import connect
from staketerm.store.errors import (
    DiskFull,
    JournalDamaged,
    NotAJournal,
    StoreError,
    told,
    told_of_files,
)
from staketerm.store.files import beside, private_folder
from staketerm.store.leftovers import sweep_backups
from staketerm.store.presence import quick_check
from staketerm.store.probe import probe
from staketerm.store.rotation import folder_of, names_for, newest_by, rotate
from staketerm.store.store import Store

DAILY = timedelta(hours=24)
"""How old the newest backup may be at the start of a day's work."""

BEFORE_MUCH = timedelta(minutes=10)
"""How old it may be before an import or another change of many rows."""


def back_up(store: Store, target: Path | None = None) -> Path:
    """Back up an open journal, and its path; `target` is a folder, or a file not there yet.

    Without `target` it goes beside the journal and rotates. Raises StoreError for a journal without
    a file and a target that is there, DiskFull where less than twice its size is free.
    """
    return back_up_file(_file_of(store), store.clock.now(), target)


def is_due(store: Store, journal: Path, age: timedelta) -> bool:
    """Whether an open journal, whose backups go by the name of the file `journal`, has none that
    was made after its last change or is newer than `age`.
    """
    now = store.clock.now()
    newest = newest_by(journal, now)
    if newest is None:
        return True
    return now - newest.made_at >= age and _changed_since(store, newest.made_at)


def back_up_file(journal: Path, now: datetime, target: Path | None = None) -> Path:
    """Back up the journal at `journal`, opened or not; see `back_up`."""
    version = probe(journal)
    if version is None:
        raise NotAJournal(_("There is no journal at {path}.").format(path=journal))

    def make(aside: Path, wanted: Path) -> None:
        _refuse_full(journal, wanted.parent)
        _copy_into(aside, journal, wanted, "ro")

    return keep(make, journal, now, version, target)


def keep(
    make: Callable[[Path, Path], None],
    journal: Path,
    now: datetime,
    version: int,
    target: Path | None = None,
) -> Path:
    """Keep what `make` writes as a backup of `journal`, and its path; see `back_up` for `target`.

    `make` is given an empty file to write it into, and the name that it will have. A backup never
    takes the place of another, also where several are made within a second.
    """
    with told_of_files(target or folder_of(journal)):
        wanted = target or private_folder(folder_of(journal))
        held = wanted.is_dir()
        if held:
            sweep_backups(wanted, journal, now - DAILY)
            wanted = hold(wanted / name for name in names_for(journal, now, version))
        elif wanted.exists():
            raise StoreError(
                _("{path} is there already. Give another path, or a folder.").format(path=wanted)
            )
        with made_aside(wanted, held=held) as aside:
            make(aside, wanted)
        if target is None:
            rotate(journal, now)
    return wanted


def copy(source: Path, target: Path, mode: str = "ro") -> None:
    """Write a whole, checked copy of a journal to `target`, for its owner alone; all or nothing.

    `mode` "immutable" is for a source that nobody writes and that may lie on a read-only disk.
    """
    with made_aside(target) as aside:
        _copy_into(aside, source, target, mode)


def _copy_into(aside: Path, source: Path, target: Path, mode: str) -> None:
    """Copy a journal into the empty file `aside`, which is to be `target`; checked."""
    with told(str(source)), closing(connect(source, mode)) as connection:
        rows = _rows(connection)
        _write_out(connection, aside, source, target)
    verify(aside, target, rows)


def _write_out(connection: sqlite3.Connection, aside: Path, source: Path, target: Path) -> None:
    try:
        connection.execute("VACUUM INTO ?", (str(aside),))
    except sqlite3.DatabaseError as fault:  # which of the two it was, SQLite does not tell
        damaged = getattr(fault, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_CORRUPT
        with told(str(source if damaged else target)):
            raise


def verify(path: Path, target: Path, rows: Mapping[str, int]) -> None:
    """Open a copy that is to be `target` and look whether its pages are sound and these many rows
    of each table there; raises JournalDamaged.
    """
    with told(str(target)), closing(connect(path, "immutable")) as connection:
        if quick_check(connection) or any(
            there < rows.get(name, 0) for name, there in _rows(connection).items()
        ):
            raise JournalDamaged(
                _("The copy of the journal is not whole; the journal itself may be damaged. ")
                + _("Run `staketerm doctor`.")
            )


def _rows(connection: sqlite3.Connection) -> dict[str, int]:
    """How many rows each table of the journal has; the search index is no part of it."""
    names = [
        row[0]
        for row in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search%' "
            "AND name NOT LIKE 'sqlite%' ORDER BY name"
        )
    ]
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608
        for name in names
    }


def _changed_since(store: Store, moment: datetime) -> bool:
    with store.read() as reader:
        newest = reader.connection.scalar(select(func.max(tables.batch.c.at)))
    return newest is not None and newest >= moment


def _file_of(store: Store) -> Path:
    if store.path is None:
        raise StoreError(
            _("{place} has no file of its own to copy; back up the server instead.").format(
                place=store.place
            )
        )
    return store.path


def _refuse_full(journal: Path, folder: Path) -> None:
    needed = 2 * sum(
        each.stat().st_size for each in (journal, beside(journal, "-wal")) if each.exists()
    )
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise DiskFull(
            _(
                "{folder} has {free} MB free and a backup needs {needed} MB to be safe. Free some "
                "space."
            ).format(folder=folder, free=free >> 20, needed=(needed >> 20) + 1)
        )
