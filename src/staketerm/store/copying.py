"""A whole journal from one database into another: rows, change log, conflicts, settings (2.7).

Nothing is there at the end, or all of it: each table is counted and summed up as it is read, and
again from what was written, before the copy gets its name or its transaction is kept.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Table, delete
from sqlalchemy.exc import IntegrityError

from staketerm.locale import _
from staketerm.store import schema, search, tables
from staketerm.store.addresses import is_server
from staketerm.store.aside import made_aside
from staketerm.store.cipher import begin_like
from staketerm.store.clock import Clock
from staketerm.store.engine import WRITER, driver, sqlite_engine
from staketerm.store.errors import StoreError, told, told_of_files
from staketerm.store.plainly import (
    EVERY,
    SCHEMA_NAME,
    Plain,
    Tallies,
    Tally,
    does_not_fit,
    plain_rows,
    tallies,
)
from staketerm.store.store import Store

PLACE = "place"
"""Name in `meta` of the database that the journal was in when it was last shared: a copy that lies
elsewhere is asked about then."""


@dataclass(frozen=True, slots=True)
class Copied:
    """A copy that was compared to its source: where it is, and the number of rows by table."""

    place: str
    rows: Mapping[str, int]


def copy_store(
    source: Store, target: str | Path, clock: Clock, meta: Mapping[str, str | None] | None = None
) -> Copied:
    """Copy an open journal to a path or a URL where none is yet; `meta` is what the copy is to keep
    otherwise than its source (None: not at all).

    Raises StoreError where something is there already, where a row does not fit the other
    database, and where the copy is not what was copied; the target is as it was then.
    """
    with source.read() as reader:
        changes = {PLACE: reader.meta(PLACE) or source.whereabouts(), **(meta or {})}
        if is_server(target):
            from staketerm.store.server import fresh_server

            with fresh_server(str(target), clock) as (connection, place):
                return _filled(reader.connection, connection, place, changes)
        return _file(reader.connection, source.path, Path(target).expanduser(), clock, changes)


def _file(
    source: Connection,
    like: Path | None,
    target: Path,
    clock: Clock,
    changes: Mapping[str, str | None],
) -> Copied:
    """Make the copy aside and give it its name when it is whole; encrypted where `like` is."""
    with told_of_files(target):
        if target.exists() and target.stat().st_size:
            raise StoreError(
                _("{path} is there already. A copy goes where nothing is yet.").format(path=target)
            )
        with made_aside(target) as aside:
            if like is not None:
                begin_like(aside, like)
            with told(str(target)), _alone(aside) as connection:
                schema.create(connection, clock)
                return _filled(source, connection, str(target), changes)


@contextmanager
def _alone(path: Path) -> Iterator[Connection]:
    """The one transaction on a file that nobody else knows; links are looked at when it ends."""
    engine = sqlite_engine(path, "rw", WRITER, alone=True)
    try:
        with engine.begin() as connection:
            driver(connection).execute("PRAGMA defer_foreign_keys = ON")
            yield connection
    except (sqlite3.IntegrityError, IntegrityError) as fault:
        raise does_not_fit(fault) from fault
    finally:
        engine.dispose()


def _filled(
    source: Connection, target: Connection, place: str, changes: Mapping[str, str | None]
) -> Copied:
    """Fill the tables of an empty journal from another, compare, and let the index follow."""
    target.execute(delete(tables.meta).where(tables.meta.c.name != SCHEMA_NAME))
    read = {table.name: Tally() for table in EVERY}
    for table in EVERY:
        _write(target, table, read[table.name].watch(plain_rows(source, table)))
    _refuse_different(read, tallies(target))
    _follow(target)
    for name, value in changes.items():
        schema.set_meta(target, name, value)
    return Copied(place, {name: tally.rows for name, tally in read.items()})


def _write(connection: Connection, table: Table, rows: Iterator[Plain]) -> None:
    """Write rows as they stream by: on a server in one COPY, which looks at links at its end."""
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    if connection.dialect.name == "sqlite":
        marks = ", ".join("?" * len(table.columns))
        driver(connection).executemany(
            f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})',  # noqa: S608
            rows,
        )
        return
    from staketerm.store.server import copy_in

    copy_in(connection, f'COPY "{table.name}" ({names}) FROM STDIN', rows)


def _follow(connection: Connection) -> None:
    """Bring along what is no row of the journal: the index of the search, the number to come."""
    search.leave_no_trace(connection)
    if connection.dialect.name != "sqlite":
        from staketerm.store.server import go_on_counting

        go_on_counting(connection, tables.change.c.n)


def _refuse_different(read: Tallies, written: Tallies) -> None:
    for name, tally in read.items():
        if tally != written[name]:
            raise StoreError(
                _(
                    "{table}: the copy would not be what was copied ({there} of {here} rows, or "
                    "other values). Nothing was kept of it."
                ).format(table=name, there=written[name].rows, here=tally.rows)
            )
