"""How each kind of record lies in its table: columns in one order, and a quick way up and down."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from datetime import date
from itertools import repeat
from operator import attrgetter
from typing import Any, Generic, TypeVar

from sqlalchemy import Column, Table, bindparam, select
from sqlalchemy.engine import Dialect

from staketerm.store import tables
from staketerm.store.portions import portions
from staketerm.store.records import EXCHANGED, NOTHING, Contact, FieldRow, Row, Stakeholder
from staketerm.store.types import SOUGHT, Day

R = TypeVar("R", bound=Row)

STAMPS = frozenset({"id", "rev", "revs", "deleted"})
"""Columns that the unit of work sets and nobody else."""

LOCAL = frozenset({"handle"})
"""Columns that never travel: made once with the row, without stamp or history."""

FOLLOWED: dict[type[Row], str] = {Stakeholder: "name", Contact: "value"}
"""Kinds with a column `folded`, and the column that it follows: it is never written by itself."""

BY_TABLE: dict[str, type[Row]] = {kind.table: kind for kind in EXCHANGED}
"""The kind of record of each exchanged table."""


AT_ONCE = 1_000
"""Rows that are filled together, column by column, which takes half the time."""


class Shape(Generic[R]):
    """One kind of record and its table, column by column in the order of the record's fields."""

    def __init__(self, kind: type[R]) -> None:
        self.kind = kind
        self.table: Table = tables.metadata.tables[kind.table]
        self.names = tuple(each.name for each in fields(kind))
        self.columns: tuple[Column[Any], ...] = tuple(self.table.c[name] for name in self.names)
        self.field_stamped = issubclass(kind, FieldRow)
        self.cells = tuple(name for name in self.names if name not in STAMPS | LOCAL)
        self.all = select(*self.columns)
        self.present = self.all.where(self.table.c.deleted.is_(None))
        self.by_id = self.all.where(self.table.c.id == bindparam("wanted", type_=SOUGHT))
        self._days = frozenset(
            name for name in self.cells if isinstance(self.table.c[name].type, Day)
        )
        self._setters = tuple(getattr(kind, name).__set__ for name in self.names)
        self._mappings = tuple(self.names.index(n) for n in ("extra", "revs") if n in self.names)

    def records(self, rows: Iterable[Sequence[Any]]) -> list[R]:
        """The records of rows selected as `columns`."""
        found: list[R] = []
        for some in portions(rows, AT_ONCE):
            found += self.filled(zip(*some, strict=True))
        return found

    def filled(self, columns: Iterable[Sequence[Any]]) -> list[R]:
        """The records with these cells, given column by column in the order of `columns`."""
        cells = list(columns)
        # Past __init__, which in a frozen class costs four times as much: every field is given.
        records: list[R] = list(map(object.__new__, repeat(self.kind, len(cells[0]))))
        for place in self._mappings:
            cells[place] = [value or NOTHING for value in cells[place]]
        for put, column in zip(self._setters, cells, strict=True):
            deque(map(put, records, column), maxlen=0)
        return records

    def values(self, record: R) -> dict[str, Any]:
        """The columns of a record by name."""
        return {name: getattr(record, name) for name in self.names}

    def tuples(
        self, records: Iterable[R], dialect: Dialect, rev: str | None
    ) -> Iterator[tuple[Any, ...]]:
        """Records as the driver of SQLite takes them: fresh, stamped `rev` as a whole, or as they
        are stamped where that is None.
        """
        read = attrgetter(*self.names)
        fixed = {} if rev is None else {"rev": rev, "deleted": None, "revs": NOTHING}
        steps: list[tuple[int, Any, Any]] = []
        for place, (name, column) in enumerate(zip(self.names, self.columns, strict=True)):
            down = column.type.bind_processor(dialect)
            if name in fixed:
                steps.append((place, down(fixed[name]) if down else fixed[name], None))
            elif down is not None:
                steps.append((place, None, down))
        for record in records:
            values = list(read(record))
            for place, value, down in steps:
                values[place] = value if down is None else down(values[place])
            yield tuple(values)

    def insertion(self) -> str:
        """The statement that takes such tuples on SQLite."""
        names = ", ".join(f'"{name}"' for name in self.names)
        marks = ", ".join("?" * len(self.names))
        return f'INSERT INTO "{self.kind.table}" ({names}) VALUES ({marks})'  # noqa: S608

    def as_data(self, name: str, value: Any) -> Any:
        """The value of a cell as JSON data, the form of the change log."""
        if isinstance(value, date):
            return value.isoformat()
        return dict(value) if name == "extra" else value

    def from_data(self, name: str, value: Any) -> Any:
        """The value of a cell as the change log keeps it, as the record has it."""
        if value is None:
            return NOTHING if name == "extra" else None
        return date.fromisoformat(value) if name in self._days else value


_SHAPES: dict[str, Shape[Any]] = {name: Shape(kind) for name, kind in BY_TABLE.items()}


def shape_of(kind: type[R]) -> Shape[R]:
    """The shape of a kind of record."""
    return _SHAPES[kind.table]
