"""What a damaged file lacks to be opened, lent by a sound one: its header, its list of tables.

Both lie at the same places in every journal that was made, and not copied, by one program; whether
they fit is tried before anything is read by them.
"""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Column

from staketerm.store import tables
from staketerm.store.cipher import PAGE, is_encrypted
from staketerm.store.clock import SystemClock
from staketerm.store.damaged import Damaged
from staketerm.store.engine import driver
from staketerm.store.errors import JournalEncrypted
from staketerm.store.opening import MEMORY, open_store
from staketerm.store.shapes import BY_TABLE
from staketerm.store.types import Count, Day, Flag, Key

_HEADER = 100
_INTERIOR, _LEAF = 5, 13  # the first byte of a page of a table
_FORMS: dict[type[Any], re.Pattern[str]] = {
    Key: re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
    Day: re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"),
    Flag: re.compile(r"[01]"),
    Count: re.compile(r"-?[0-9]+"),
}
"""How values of some types lie in the file."""


def make_readable(trial: Path, sound: Path) -> None:
    """Lend the file `trial` what it needs for its tables to be found; `sound` is a journal of the
    same schema. Where that does not help, it is left as unreadable as it was.
    """
    if _opens(trial):
        return
    as_it_was = trial.read_bytes()
    if is_encrypted(sound):  # its list of tables lies within, at no place that could be seen
        _lend_first_page(trial, sound)
        if not (_opens(trial) and _fits(trial)):
            trial.write_bytes(as_it_was)
        return
    _lend_header(trial, sound)
    if _opens(trial):
        return
    for lender in (as_it_was, trial.read_bytes()):
        trial.write_bytes(lender)
        _lend_tables(trial, _blank())
        if _opens(trial) and _fits(trial):
            return
    trial.write_bytes(as_it_was)


def _lend_header(trial: Path, sound: Path) -> None:
    """Put the header of `sound` on `trial`, with the number of pages that `trial` really has."""
    with sound.open("rb") as model:
        header = bytearray(model.read(_HEADER))
    header[28:32] = (trial.stat().st_size // _page_size(header)).to_bytes(4, "big")
    with trial.open("r+b") as file:
        file.write(header)


def _lend_first_page(trial: Path, sound: Path) -> None:
    """Put the first page of `sound`, the smallest part that can be read, on `trial`."""
    with sound.open("rb") as model, trial.open("r+b") as file:
        file.write(model.read(PAGE))


def _lend_tables(trial: Path, blank: bytes) -> None:
    """Put the pages on which `blank` lists its tables on `trial`; the header stays."""
    size = _page_size(blank)
    with trial.open("r+b") as file:
        for number in _tree(blank, 1):
            start = _HEADER if number == 1 else 0
            file.seek((number - 1) * size + start)
            file.write(blank[(number - 1) * size + start : number * size])


def _tree(database: bytes, number: int) -> Iterator[int]:
    """The numbers of all pages of the table whose root is page `number`."""
    yield number
    size = _page_size(database)
    page = database[(number - 1) * size : number * size]
    start = _HEADER if number == 1 else 0
    if page[start] != _INTERIOR:
        return
    cells = int.from_bytes(page[start + 3 : start + 5], "big")
    yield from _tree(database, int.from_bytes(page[start + 8 : start + 12], "big"))
    for cell in range(cells):
        at = start + 12 + 2 * cell
        place = int.from_bytes(page[at : at + 2], "big")
        yield from _tree(database, int.from_bytes(page[place : place + 4], "big"))


def _page_size(database: bytes | bytearray) -> int:
    size = int.from_bytes(database[16:18], "big")
    return 65536 if size == 1 else size


def _blank() -> bytes:
    """An empty journal of this program, as the bytes of its file."""
    store = open_store(MEMORY, clock=SystemClock())
    with store.read() as reader:
        made = driver(reader.connection).serialize()
    store.close()
    return made


def _opens(path: Path) -> bool:
    try:
        with closing(Damaged(path)) as trial:
            list(trial.ask("SELECT count(*) FROM sqlite_master"))
    except (sqlite3.DatabaseError, JournalEncrypted):
        return False
    return True


def _fits(path: Path) -> bool:
    """Whether rows are where the list of tables says: what an index tells, its table has too, and
    what a column holds is what can stand there.
    """
    agreed = 0
    with closing(Damaged(path)) as trial:
        for name in BY_TABLE:
            columns = tables.metadata.tables[name].columns
            every = ", ".join(f'"{each.name}"' for each in columns)
            try:
                first = next(trial.ask(f'SELECT id FROM "{name}" ORDER BY id'), None)  # noqa: S608
                query = f'SELECT {every} FROM "{name}" NOT INDEXED WHERE +id = ?'  # noqa: S608
                found = next(trial.ask(query, first), None) if first else None
            except sqlite3.DatabaseError:
                continue
            if first and not (found and all(map(_can_hold, columns, found))):
                return False
            agreed += bool(first)
    return agreed > 0


def _can_hold(column: Column[Any], value: Any) -> bool:
    """Whether a value, as it lies in the file, can stand in a column."""
    if value is None:
        return bool(column.nullable)
    form = _FORMS.get(type(column.type))
    return form is None or form.fullmatch(str(value)) is not None
