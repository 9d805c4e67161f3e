"""Backups beside the journal, and the way back to one (storage-sync 2.5).

A backup is one whole file made by VACUUM INTO: made aside, checked, brought to the disk, and only
then given its name. Rotation keeps the newest three, the newest of each of 7 days, 4 weeks and 6
months, and the last one of each of the two schemas before the newest.
"""

import re
import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import func, select

from staketerm.locale import _
from staketerm.store import tables
from staketerm.store.aside import made_aside
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
from staketerm.store.leftovers import BACKUPS
from staketerm.store.presence import quick_check
from staketerm.store.probe import probe
from staketerm.store.store import Store
from staketerm.store.version import SCHEMA

DAILY = timedelta(hours=24)
"""How old the newest backup may be at the start of a day's work."""

BEFORE_MUCH = timedelta(minutes=10)
"""How old it may be before an import or another change of many rows."""

LATEST, DAYS, WEEKS, MONTHS, SCHEMAS = 3, 7, 4, 6, 2
"""How many of each are kept."""

LONGEST_KEPT_DAYS = 31 * (MONTHS + 1)
"""No backup of the newest schema is older than this where one is made each day."""

_MOMENT = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(r"(?P<stem>.+)-(?P<moment>\d{8}T\d{6}Z)-s(?P<schema>\d+)\.db")


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup of a journal: where it is, when it was made, the schema it has."""

    path: Path
    made_at: datetime
    schema: int


def folder_of(journal: Path) -> Path:
    """Where the backups of a journal lie."""
    return journal.parent / BACKUPS


def backups_of(journal: Path) -> list[Backup]:
    """The backups of a journal, newest first."""
    found = []
    for each in folder_of(journal).glob("*.db"):
        name = _NAME.fullmatch(each.name)
        if name and name["stem"] == journal.stem:
            made_at = datetime.strptime(name["moment"], _MOMENT).replace(tzinfo=UTC)
            found.append(Backup(each, made_at, int(name["schema"])))
    return sorted(found, key=lambda each: (each.made_at, each.schema), reverse=True)


def newest_by(journal: Path, now: datetime) -> Backup | None:
    """The newest backup made until `now`: one from a time when the clock was ahead tells nothing
    of how old the backups are.
    """
    return next((each for each in backups_of(journal) if each.made_at <= now), None)


def back_up(store: Store, target: Path | None = None) -> Path:
    """Back up an open journal, and its path; `target` is a folder, or a file not there yet.

    Without `target` it goes beside the journal and rotates. Raises StoreError for a journal without
    a file and a target that is there, DiskFull where less than twice its size is free.
    """
    return back_up_file(_file_of(store), store.clock.now(), target)


def back_up_if_older(store: Store, age: timedelta) -> str | None:
    """Back up if the newest backup is older than `age` and something has changed since.

    Gives a sentence if that was due and could not be done: work goes on without it.
    """
    if store.path is None or store.read_only:
        return None
    now = store.clock.now()
    newest = newest_by(store.path, now)
    if newest and (now - newest.made_at < age or not _changed_since(store, newest.made_at)):
        return None
    try:
        back_up(store)
    except (StoreError, OSError) as fault:
        return _("No backup was made: {reason}").format(reason=fault)
    return None


def back_up_file(journal: Path, now: datetime, target: Path | None = None) -> Path:
    """Back up the journal at `journal`, opened or not; see `back_up`."""
    version = probe(journal)
    if version is None:
        raise NotAJournal(_("There is no journal at {path}.").format(path=journal))
    name = name_for(journal, now, version)
    with told_of_files(target or folder_of(journal)):
        wanted = target or private_folder(folder_of(journal))
        if wanted.is_dir():
            wanted /= name
        elif wanted.exists():
            raise StoreError(
                _("{path} is there already. Give another path, or a folder.").format(path=wanted)
            )
        _refuse_full(journal, wanted.parent)
        copy(journal, wanted)
        if target is None:
            rotate(journal, now)
    return wanted


def name_for(journal: Path, now: datetime, version: int = SCHEMA) -> str:
    """The name of a backup of a journal that is made now."""
    return f"{journal.stem}-{now.astimezone(UTC).strftime(_MOMENT)}-s{version}.db"


def rotate(journal: Path, now: datetime) -> None:
    """Delete the backups of a journal that rotation does not keep."""
    every = backups_of(journal)
    kept = kept_of(every, now)
    for each in every:
        if each not in kept:
            each.path.unlink(missing_ok=True)


def kept_of(backups: Iterable[Backup], now: datetime) -> set[Backup]:
    """The backups that rotation keeps on `now`; those from the future among them."""
    newest_first = sorted(backups, key=lambda each: each.made_at, reverse=True)
    kept = set(newest_first[:LATEST]) | {each for each in newest_first if each.made_at > now}
    past = [each for each in newest_first if each.made_at <= now]
    for count, form in ((DAYS, "%Y-%m-%d"), (WEEKS, "%G-%V"), (MONTHS, "%Y-%m")):
        first: dict[str, Backup] = {}
        for each in past:
            first.setdefault(each.made_at.strftime(form), each)
        kept |= set(list(first.values())[:count])
    last: dict[int, Backup] = {}
    for each in newest_first:
        last.setdefault(each.schema, each)
    return kept | {last[schema] for schema in sorted(last, reverse=True)[: SCHEMAS + 1]}


def kept_until(backup: Backup, every: Iterable[Backup], now: datetime) -> datetime:
    """The day on which rotation deletes a backup, where one is made each day from now on."""
    known = list(every)
    day = now
    for _day in range(LONGEST_KEPT_DAYS):
        day += timedelta(days=1)
        known.append(Backup(backup.path.with_name(f"{day:{_MOMENT}}"), day, backup.schema))
        kept = kept_of(known, day)
        if backup not in kept:
            break
        known = [each for each in known if each in kept]
    return day


def copy(source: Path, target: Path, mode: str = "ro") -> None:
    """Write a whole, checked copy of a journal to `target`, for its owner alone; all or nothing.

    `mode` "immutable" is for a source that nobody writes and that may lie on a read-only disk.
    """
    with made_aside(target) as aside:
        with told(str(source)), closing(connect(source, mode)) as connection:
            rows = _rows(connection)
            _write_out(connection, aside, source, target)
        with told(str(target)):
            _verify(aside, rows)


def _write_out(connection: sqlite3.Connection, aside: Path, source: Path, target: Path) -> None:
    try:
        connection.execute("VACUUM INTO ?", (str(aside),))
    except sqlite3.DatabaseError as fault:  # which of the two it was, SQLite does not tell
        damaged = getattr(fault, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_CORRUPT
        with told(str(source if damaged else target)):
            raise


def _verify(path: Path, rows: dict[str, int]) -> None:
    with closing(connect(path, "immutable")) as connection:
        if quick_check(connection) or any(
            found < rows[name] for name, found in _rows(connection).items()
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
