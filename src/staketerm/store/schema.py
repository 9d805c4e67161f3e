"""The schema of this program, and how a fresh journal gets it."""

from collections.abc import Mapping
from functools import lru_cache

from sqlalchemy import Connection, Dialect, insert, text
from sqlalchemy.schema import CreateIndex, CreateTable

from staketerm.store import tables
from staketerm.store.clock import Clock, machine_zone
from staketerm.store.engine import driver
from staketerm.store.search import create_index
from staketerm.store.stamps import FIRST_TICK, new_replica
from staketerm.store.version import APPLICATION_ID as APPLICATION_ID
from staketerm.store.version import SCHEMA as SCHEMA

_SET_META = text(
    "INSERT INTO meta (name, value) VALUES (:name, :value) "
    "ON CONFLICT (name) DO UPDATE SET value = excluded.value"
)


def create(connection: Connection, clock: Clock) -> None:
    """Make a journal in an empty database: tables, search index, marks, and what only it knows."""
    sqlite = connection.dialect.name == "sqlite"
    # by the bare connection, in the same transaction: half the time of a new journal went elsewhere
    execute = driver(connection).execute if sqlite else connection.exec_driver_sql
    for statement in _statements(connection.dialect):
        execute(statement)
    create_index(connection)
    mark(connection, SCHEMA)
    names = {"replica": new_replica(), "clock": FIRST_TICK, "zone": clock.zone or machine_zone()}
    rows = [{"name": name, "value": value} for name, value in names.items()]
    connection.execute(insert(tables.meta), rows)


@lru_cache(maxsize=2)
def _statements(dialect: Dialect) -> tuple[str, ...]:
    """What makes the tables and their indexes, in an order in which each finds what it names."""
    found: list[str] = []
    for table in tables.metadata.sorted_tables:
        found.append(str(CreateTable(table).compile(dialect=dialect)))
        indexes = sorted(table.indexes, key=str)
        found.extend(str(CreateIndex(index).compile(dialect=dialect)) for index in indexes)
    return tuple(found)


def mark(connection: Connection, version: int) -> None:
    """Write the version of the schema where the next start looks for it."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {version}")
        return
    set_meta(connection, "schema", str(version))


def set_meta(connection: Connection, name: str, value: str | None) -> None:
    """Keep `value` under `name` in this journal alone."""
    set_metas(connection, {name: value})


def set_metas(connection: Connection, values: Mapping[str, str | None]) -> None:
    """Keep values under their names in this journal alone."""
    rows = [{"name": name, "value": value} for name, value in values.items()]
    connection.execute(_SET_META, rows)
