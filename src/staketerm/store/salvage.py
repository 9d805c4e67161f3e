"""Reading what can still be read of a damaged SQLite file (storage-sync 2.2, finding 10)."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from staketerm.store.damaged import Damaged
from staketerm.store.files import beside, copy_private
from staketerm.store.leftovers import SALVAGE, discard
from staketerm.store.lending import make_readable

_BLIND_REACH = 1 << 20  # row numbers looked through where the highest cannot be read
_PATIENCE = 2_000  # failed reads in a row after which a table is given up
_KEYS = {"change": ("n", ("batch", "n"))}  # its n is the row number: an index on batch holds it
_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_PARTS = ("", "-wal", "-journal")  # a -journal takes a write back that was cut off half-way


@contextmanager
def readable(damaged: Path, sound: Path) -> Iterator[Damaged]:
    """The way to a copy of `damaged`; where it cannot be opened, with what `sound` lends.

    `sound` must be a database of the same schema. The damaged file itself is not opened.
    """
    trial = beside(damaged, SALVAGE)
    try:
        for ending in _PARTS:
            if beside(damaged, ending).exists():
                copy_private(beside(damaged, ending), beside(trial, ending))
        make_readable(trial, sound)
        with closing(Damaged(trial)) as old:
            yield old
    finally:
        discard(trial)


def rows_of(old: Damaged, table: str, columns: list[str]) -> Iterator[dict[str, Any]]:
    """The rows of a table that can be read, by halving each range of rows that cannot."""
    names = ", ".join(f'"{name}"' for name in columns)
    query = f'SELECT {names} FROM "{table}" WHERE rowid BETWEEN ? AND ?'  # noqa: S608
    ranges = [(1, _highest(old, table))]
    failures = 0
    while ranges and failures < _PATIENCE:
        first, last = ranges.pop()
        try:
            found = list(old.ask(query, (first, last)))
        except sqlite3.DatabaseError:
            failures += 1
            middle = (first + last) // 2
            if first < last:
                ranges += [(middle + 1, last), (first, middle)]
            continue
        failures = 0 if found else failures
        for row in found:
            yield dict(zip(columns, row, strict=True))


def keys_of(old: Damaged, table: str) -> set[Any]:
    """The keys of a table as its indexes tell them, which often outlast the rows themselves.

    Read from both ends, each until a page that cannot be read: at least so many rows there were.
    """
    key, order = _KEYS.get(table, ("id", ("id",)))
    found: set[Any] = set()
    for direction in ("", " DESC"):
        by = ", ".join(f'"{name}"{direction}' for name in order)
        try:
            for (value,) in old.ask(f'SELECT "{key}" FROM "{table}" ORDER BY {by}'):  # noqa: S608
                found.add(value)
        except sqlite3.DatabaseError:
            continue
        break
    return {each for each in found if key == "n" or _ID.fullmatch(str(each))}


def _highest(old: Damaged, table: str) -> int:
    try:
        query = f'SELECT max(rowid) FROM "{table}"'  # noqa: S608
        return next(old.ask(query))[0] or 0
    except sqlite3.DatabaseError:
        return _BLIND_REACH
