"""The parts of a journal that are exchanged one by one: a table, and of signals a month.

For each part the journal keeps the stamp of the unit of work that wrote to it last, so that whoever
gives it to others looks at what is new alone.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from sqlalchemy import select

from staketerm.store import tables

if TYPE_CHECKING:
    from staketerm.store.reader import Reader

BY_MONTH = "signal"
"""The table that is parted by the UTC month of the ids in it: old months never change."""

EVERYTHING = ""
"""The name of all parts together, where rows were written as a set."""

_WRITTEN = "written:"  # in meta: begins the name of a part; its value is the stamp
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LAST = datetime(9999, 12, 31, tzinfo=UTC)  # ids can name later moments than dates can say
_SLICE = 1 << 16  # milliseconds that the first eight digits of an id name


def part_of(table: str, row: str) -> str:
    """The part that a row belongs to, by table and id: such as stakeholder or signal-2026-11."""
    return f"{BY_MONTH}-{_month(row)}" if table == BY_MONTH else table


def ids_of(part: str) -> tuple[str, str]:
    """The lowest id of a month of signals, and the lowest one after it."""
    year, month = map(int, part.removeprefix(f"{BY_MONTH}-").split("-"))
    return _lowest_id(year, month), _lowest_id(year + month // 12, month % 12 + 1)


def marks(parts: Iterable[str], rev: str) -> dict[str, str]:
    """What is kept in `meta` of a unit of work stamped `rev` that wrote to these parts."""
    return {_WRITTEN + part: rev for part in sorted(parts)}


def written(reader: "Reader") -> dict[str, str]:
    """The stamp of the last unit of work that wrote to each part that was ever written to."""
    table = tables.meta.c
    query = select(table.name, table.value).where(table.name.startswith(_WRITTEN, autoescape=True))
    return {name.removeprefix(_WRITTEN): rev for name, rev in reader.select(query)}


def _month(row: str) -> str:
    """The UTC month of an id: both sorts of id begin with 48 bits of milliseconds since 1970."""
    return _month_of_slice(row[:8]) or _month_at(int(row[:8] + row[9:13], 16))


@lru_cache(maxsize=4_096)
def _month_of_slice(digits: str) -> str:
    """The month of all ids that begin so; empty where a new one begins among them."""
    first = int(digits, 16) * _SLICE
    month = _month_at(first)
    return month if month == _month_at(first + _SLICE - 1) else ""


def _month_at(milliseconds: int) -> str:
    moment = _EPOCH + min(timedelta(milliseconds=milliseconds), _LAST - _EPOCH)
    return f"{moment.year:04}-{moment.month:02}"


def _lowest_id(year: int, month: int) -> str:
    if year > _LAST.year:
        return "ffffffff-ffff-ffff-ffff-ffffffffffff"
    milliseconds = (datetime(year, month, 1, tzinfo=UTC) - _EPOCH) // timedelta(milliseconds=1)
    digits = f"{max(milliseconds, 0):012x}"
    return f"{digits[:8]}-{digits[8:]}-0000-0000-000000000000"
