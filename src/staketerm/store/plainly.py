"""Every row of a journal in one form, whichever database it lies in, and what sums them up.

The form is that of SQLite: texts, numbers and nothing. PostgreSQL reads the same from a COPY.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from sqlalchemy import Connection, Table, select
from sqlalchemy.dialects.sqlite import dialect as sqlite_dialect

from staketerm.locale import _
from staketerm.store import tables
from staketerm.store.engine import driver
from staketerm.store.errors import StoreError
from staketerm.store.types import Data, data_text

Plain = tuple[str | float | None, ...]

SCHEMA_NAME = "schema"
"""The row of `meta` that is the server's: the version of the tables, which a file keeps apart."""

EVERY = tuple(tables.metadata.sorted_tables)
"""The tables of a journal, those that others point to first."""

_PAGE = 2_000
_WIDTH = 16


@dataclass(slots=True)
class Tally:
    """How many rows went by, and a digest of them whatever their order."""

    rows: int = 0
    digest: int = 0

    def watch(self, rows: Iterable[Plain]) -> Iterator[Plain]:
        """The same rows, counted and summed up as they pass."""
        for row in rows:
            told = repr(row).encode("utf-8", "surrogatepass")
            part = blake2b(told, digest_size=_WIDTH).digest()
            self.digest = (self.digest + int.from_bytes(part)) % (1 << 8 * _WIDTH)
            self.rows += 1
            yield row


Tallies = Mapping[str, Tally]
"""By the name of the table."""


def plain_rows(connection: Connection, table: Table) -> Iterator[Plain]:
    """All rows of a table, as a stream; `connection` must see one moment throughout."""
    if connection.dialect.name == "sqlite":
        names = ", ".join(f'"{column.name}"' for column in table.columns)
        rows = driver(connection).execute(f'SELECT {names} FROM "{table.name}"')  # noqa: S608
        data = [at for at, each in enumerate(table.columns) if isinstance(each.type, Data)]
        found: Iterator[Plain] = _with_data(rows, data) if data else map(tuple, rows)
    else:
        found = _from_server(connection, table)
    if table is tables.meta:
        return (row for row in found if row[0] != SCHEMA_NAME)
    return found


def tallies(connection: Connection) -> Tallies:
    """Count and sum up what a journal holds, table by table."""
    found = {table.name: Tally() for table in EVERY}
    for table in EVERY:
        for _row in found[table.name].watch(plain_rows(connection, table)):
            pass
    return found


def does_not_fit(fault: Exception) -> StoreError:
    """What is said where a row of one database cannot be one of another."""
    reason = str(getattr(fault, "orig", None) or fault).partition("\n")[0]
    said = _("A row does not fit there ({reason}). Nothing was kept of the copy.")
    return StoreError(said.format(reason=reason))


def _with_data(rows: Iterable[tuple[Any, ...]], data: list[int]) -> Iterator[Plain]:
    """Rows whose JSON is written in the one way, also where another program wrote it."""
    for row in rows:
        values = list(row)
        for at in data:
            if values[at] is not None and values[at] != "{}":
                values[at] = data_text(json.loads(values[at]))
        yield tuple(values)


def _from_server(connection: Connection, table: Table) -> Iterator[Plain]:
    downs = [_down(column.type) for column in table.columns]
    streamed = {"stream_results": True, "yield_per": _PAGE}
    for row in connection.execute(select(table), execution_options=streamed):
        yield tuple(
            value if down is None or value is None else down(value)
            for down, value in zip(downs, row, strict=True)
        )


def _down(kind: Any) -> Callable[[Any], Any] | None:
    found: Callable[[Any], Any] | None = kind.bind_processor(sqlite_dialect())
    return found
