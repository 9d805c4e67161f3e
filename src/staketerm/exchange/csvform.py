"""The CSV form of a table: the same rows always give the same bytes (storage-sync 1.2).

UTF-8 without a byte-order mark, LF, comma, quotes where needed, always a header, rows by id. The
columns of the table in their order, then columns unknown to this program, then `_rev` and, for
tables whose fields are stamped, `_revs`. Days are ISO, numbers as Python writes them, yes or empty,
empty for nothing; text is guarded. What follows from other columns (folded text) and what is local
(handles) is no part of it.
"""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, groupby
from operator import attrgetter
from types import SimpleNamespace
from typing import Any

from staketerm.exchange.cells import guard
from staketerm.store.parts import part_of
from staketerm.store.portions import portions
from staketerm.store.records import FieldRow, Row, Signal
from staketerm.store.shapes import BY_TABLE, LOCAL, shape_of
from staketerm.store.types import Data, Flag, Number, Words, data_text

DERIVED = frozenset({"folded"})
"""Columns that follow from others."""

REV, REVS = "_rev", "_revs"

AT_ONCE = 1_000
"""Rows whose cells are worked out together."""


@dataclass(frozen=True, slots=True)
class Form:
    """How rows of one kind stand in a file: the columns in their order, and each one's type."""

    kind: type[Row]
    columns: tuple[str, ...]
    types: tuple[type, ...]
    stamps: tuple[str, ...]

    def header(self, extras: Sequence[str] = ()) -> tuple[str, ...]:
        """The header row, with the unknown columns that some row has."""
        return (*self.columns, *map(guard, extras), *self.stamps)


def form_of(kind: type[Row]) -> Form:
    """The form of a kind of record."""
    return _form(kind.table)


@cache
def _form(table: str) -> Form:
    kind = BY_TABLE[table]
    shape = shape_of(kind)
    cells = (name for name in shape.cells if name not in DERIVED | LOCAL | {"extra"})
    columns = ("id", *cells)
    stamps = (REV, REVS) if issubclass(kind, FieldRow) else (REV,)
    return Form(
        kind=kind,
        columns=columns,
        types=tuple(type(shape.table.c[name].type) for name in columns),
        stamps=stamps,
    )


def extra_columns(records: Iterable[Row]) -> tuple[str, ...]:
    """The unknown columns that any of the rows has, by name."""
    return tuple(sorted({name for record in records for name in record.extra}))


def csv_text(kind: type[Row], records: Iterable[Row], extras: Sequence[str] = ()) -> Iterator[str]:
    """The lines of a file, header first; the records come sorted by id."""
    form, lines = form_of(kind), list[str]()
    writer = csv.writer(SimpleNamespace(write=lines.append), lineterminator="\n")
    rows = (_cells(form, batch, extras) for batch in portions(records, AT_ONCE))
    for some in chain([[form.header(extras)]], rows):
        writer.writerows(some)
        yield from lines
        lines.clear()


def _cells(form: Form, batch: Sequence[Row], extras: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    """The cells of some rows, worked out column by column, which takes half the time."""
    columns: list[Iterable[Any]] = list(zip(*map(attrgetter(*form.columns), batch), strict=True))
    for n, each in enumerate(form.types):
        if down := _DOWN.get(each):
            columns[n] = [None if value is None else down(value) for value in columns[n]]
    columns += [[_unknown(record.extra.get(name)) for record in batch] for name in extras]
    columns.append([record.rev for record in batch])
    if REVS in form.stamps:
        columns.append([revs_text(record.revs) for record in batch])  # type: ignore[attr-defined]
    return zip(*columns, strict=True)


def revs_text(revs: Mapping[str, str]) -> str:
    """The stamps of fields that differ from the row's: `email:STAMP job:STAMP`, by name."""
    return " ".join(f"{name}:{stamp}" for name, stamp in sorted(revs.items())) if revs else ""


def file_of(record: Row) -> str:
    """The name of the file that a row stands in: its table, and for signals the month of its id."""
    return f"{part_of(record.table, record.id)}.csv"


def files_of(kind: type[Row], names: Iterable[str]) -> list[str]:
    """Those of the files by name that hold rows of a kind, in their order."""
    return [
        name for name in names if name == f"{kind.table}.csv" or name.startswith(f"{kind.table}-")
    ]


def by_file(kind: type[Row], rows: Iterator[Row]) -> Iterator[tuple[str, Iterator[Row]]]:
    """The files of a kind and their rows, which come by id: one, or for signals one a month."""
    if kind is Signal:
        yield from groupby(rows, key=file_of)  # ids of one month are neighbours
    else:
        yield f"{kind.table}.csv", rows


def _flag(value: Any) -> str:
    return "yes" if value else ""


def _unknown(value: Any) -> str:
    """A cell of a column unknown to this program; text as a rule, whatever JSON holds else."""
    if value is None:
        return ""
    return guard(value if isinstance(value, str) else data_text(value))


def _number(value: Any) -> str:
    return repr(float(value))


def _data(value: Any) -> str:
    return guard(data_text(value))


_DOWN: Mapping[type, Callable[[Any], str]] = {
    Words: guard,
    Number: _number,
    Flag: _flag,
    Data: _data,
}
"""What is more than its text; csv writes ids, days and counts as they stand."""


def cell_of(kind: type[Row], column: str, value: Any) -> str:
    """A value of a column as it stands in a file."""
    if value is None:
        return ""
    down = _DOWN.get(type(shape_of(kind).table.c[column].type), str)
    return down(value)
