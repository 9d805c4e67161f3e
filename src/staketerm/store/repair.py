"""Mending a damaged journal: the newest good backup, and every row that can still be read (2.2).

The damaged file is kept. What is rebuilt is a new file, checked before it takes the name.
"""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from staketerm.locale import _
from staketerm.store import search, tables
from staketerm.store.backup import copy
from staketerm.store.cipher import begin_like, empty_database
from staketerm.store.clock import Clock
from staketerm.store.damaged import Damaged
from staketerm.store.engine import connect
from staketerm.store.errors import (
    JournalDamaged,
    JournalMissing,
    JournalNewer,
    NotAJournal,
    StoreError,
    told_of_files,
)
from staketerm.store.files import beside
from staketerm.store.leftovers import DAMAGED, REPAIRED, discard
from staketerm.store.opening import open_store
from staketerm.store.presence import quick_check
from staketerm.store.probe import is_database, probe
from staketerm.store.restore import alone, exchange, still_mode
from staketerm.store.rotation import Backup, backups_of
from staketerm.store.salvage import keys_of, readable, rows_of
from staketerm.store.schema import SCHEMA
from staketerm.store.shapes import BY_TABLE
from staketerm.store.stamps import tick_of

_TRUTHS = (*BY_TABLE, "batch", "change")
"""The tables that hold what nothing else tells; the others are made anew from them."""


@dataclass(frozen=True, slots=True)
class Repaired:
    """What a repair did: where the damaged file is kept, the backup it began from, rows by table.

    `kept` counts the rows of the rebuilt journal, `salvaged` those among them that are newer than
    the backup, `lost` those that were there and are not: what held them cannot be read, or what
    they point to is gone. Where indexes are damaged as well, there may have been more.
    """

    damaged: Path
    backup: Path | None
    kept: dict[str, int]
    salvaged: dict[str, int]
    lost: dict[str, int]


def repair(
    journal: Path, clock: Clock, finish: Callable[[Path], None] = lambda _fresh: None
) -> Repaired:
    """Rebuild the journal at `journal` from its newest good backup and its own readable rows.

    Positions and plan are left empty for `finish`, which is given the rebuilt journal's path before
    that takes the place of the damaged one. Raises JournalMissing where there is no file,
    JournalNewer or NotAJournal where it is sound and not of this program, JournalLocked where it is
    open, JournalDamaged where neither a backup nor a row could be read; it is left as it was then.
    """
    if not journal.is_file():
        raise JournalMissing(_("There is no journal at {path}.").format(path=journal))
    _refuse_sound_others(journal)
    with told_of_files(journal), alone(journal, "repair"):
        backup = newest_good(journal)
        fresh = beside(journal, REPAIRED)
        try:
            found = _rebuilt(journal, fresh, backup, clock)
            finish(fresh)
            aside = exchange(fresh, journal, clock.now(), DAMAGED)
        finally:
            discard(fresh)
    return replace(found, damaged=aside or journal)


def _refuse_sound_others(journal: Path) -> None:
    """Raise where a newer staketerm or another program wrote the file: there is nothing to mend."""
    try:
        probe(journal)
    except JournalNewer:
        raise
    except NotAJournal:
        if is_database(journal):
            raise
    except StoreError:
        return


def newest_good(journal: Path) -> Backup | None:
    """The newest backup that is sound and of this program's schema.

    The journal's own clock tells which is newest: that of the machine may have been set back since.
    """
    told = [(_tick_in(each.path), each) for each in backups_of(journal) if each.schema == SCHEMA]
    newest_first = sorted(told, key=lambda one: one[0] or "", reverse=True)
    return next((each for tick, each in newest_first if tick and _sound(each.path)), None)


def _tick_in(backup: Path) -> str | None:
    """The latest tick that a backup knows of; None where it cannot be read."""
    try:
        if probe(backup) is None:
            return None
        with closing(connect(backup, still_mode(backup))) as connection:
            found = connection.execute("SELECT value FROM meta WHERE name = 'clock'").fetchone()
    except (StoreError, sqlite3.Error, OSError):
        return None
    return str(found[0]) if found else None


def _sound(backup: Path) -> bool:
    try:
        with closing(connect(backup, still_mode(backup))) as connection:
            return not quick_check(connection)
    except (StoreError, sqlite3.Error, OSError):
        return False


def _rebuilt(journal: Path, fresh: Path, backup: Backup | None, clock: Clock) -> Repaired:
    if backup is None:
        empty_database(fresh)
        begin_like(fresh, journal)
        open_store(fresh, clock=clock).close()
    else:
        copy(backup.path, fresh, still_mode(backup.path))
    with readable(journal, fresh) as old, closing(connect(fresh, "rw")) as new:
        new.execute("BEGIN IMMEDIATE")
        salvaged = {name: _take_over(old, new, name) for name in _TRUTHS}
        _take_over_meta(old, new, alone=backup is None)
        known = {name: keys_of(old, name) | _keys(new, name) for name in _TRUTHS}
        _drop_loose(new)
        kept = {name: _keys(new, name) for name in _TRUTHS}
        for cache in ("state", "plan"):
            new.execute(f"DELETE FROM {cache}")  # noqa: S608
        _advance_clock(new)
        new.execute("COMMIT")
    if backup is None and not any(salvaged.values()):
        raise JournalDamaged(
            _(
                "{path}: nothing in it can be read and there is no backup beside it. Bring one"
                " from elsewhere with `staketerm restore PATH`, or move the file away and begin"
                " anew."
            ).format(path=journal)
        )
    store = open_store(fresh, clock=clock)
    with store.write("repair") as work:
        search.rebuild(work)
    store.close()
    return Repaired(
        journal,
        backup.path if backup else None,
        {name: len(keys) for name, keys in kept.items() if keys},
        {name: count for name, count in salvaged.items() if count},
        {name: len(lost) for name, keys in known.items() if (lost := keys - kept[name])},
    )


def _take_over(old: Damaged, new: sqlite3.Connection, table: str) -> int:
    """Copy the readable rows that the new journal has not, or has in an older state; how many."""
    columns = [column.name for column in tables.metadata.tables[table].columns]
    key = _key(table)
    names = ", ".join(f'"{name}"' for name in columns)
    marks = ", ".join(f":{name}" for name in columns)
    write = f'INSERT OR REPLACE INTO "{table}" ({names}) VALUES ({marks})'  # noqa: S608
    look = f'SELECT {names} FROM "{table}" WHERE "{key}" = ?'  # noqa: S608
    taken = 0
    for row in rows_of(old, table, columns):
        known = new.execute(look, (row[key],)).fetchone()
        if known is not None and (
            table not in BY_TABLE or _newest(row) <= _newest(dict(zip(columns, known, strict=True)))
        ):
            continue
        with suppress(sqlite3.IntegrityError):  # a value that damage has made impossible
            new.execute(write, row)
            taken += 1
    return taken


def _newest(row: dict[str, Any]) -> str:
    """The newest stamp of a row as it lies in its table; of one that cannot be read, none."""
    try:
        revs: dict[str, str] = json.loads(row.get("revs") or "{}")
    except ValueError:
        return ""
    return max(row["rev"] or "", row["deleted"] or "", *revs.values())


def _take_over_meta(old: Damaged, new: sqlite3.Connection, *, alone: bool) -> None:
    """Without a backup the new journal takes over who the old one was."""
    if not alone:
        return
    for row in rows_of(old, "meta", ["name", "value"]):
        new.execute("INSERT OR REPLACE INTO meta (name, value) VALUES (:name, :value)", row)


def _keys(connection: sqlite3.Connection, table: str) -> set[Any]:
    query = f'SELECT "{_key(table)}" FROM "{table}"'  # noqa: S608
    return {row[0] for row in connection.execute(query)}


def _key(table: str) -> str:
    return "n" if table == "change" else "id"


def _drop_loose(new: sqlite3.Connection) -> None:
    """Cut every link to a row that is gone, and drop rows that cannot be without it."""
    while broken := new.execute("PRAGMA foreign_key_check").fetchall():
        for table, rowid, _parent, number in broken:
            if rowid is None:
                continue
            column = _column(new, table, number)
            if tables.metadata.tables[table].c[column].nullable:
                query = f'UPDATE "{table}" SET "{column}" = NULL WHERE rowid = ?'  # noqa: S608
            else:
                query = f'DELETE FROM "{table}" WHERE rowid = ?'  # noqa: S608
            new.execute(query, (rowid,))


def _column(connection: sqlite3.Connection, table: str, number: int) -> str:
    keys = connection.execute(f'PRAGMA foreign_key_list("{table}")').fetchall()
    return next(str(key[3]) for key in keys if key[0] == number)


def _advance_clock(new: sqlite3.Connection) -> None:
    """No stamp may be given twice: the clock goes on from the newest one that is there."""
    stamp = ""
    for name in (*BY_TABLE, "batch"):
        query = f'SELECT max(rev) FROM "{name}"'  # noqa: S608
        stamp = max(stamp, new.execute(query).fetchone()[0] or "")
    if stamp:
        new.execute(
            "UPDATE meta SET value = max(coalesce(value, ''), ?) WHERE name = 'clock'",
            (tick_of(stamp),),
        )
