"""Connections to SQLite with the settings of storage-sync 2.2 and 2.4."""

import sqlite3
from collections.abc import Mapping
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.pool import QueuePool, StaticPool
from sqlalchemy.util import LRUCache

from staketerm.store.cipher import address_of, opener

BUSY_SECONDS = 5.0

_SETTINGS = {
    "synchronous": "FULL",
    "foreign_keys": "ON",
    "busy_timeout": str(int(BUSY_SECONDS * 1000)),
    "trusted_schema": "OFF",
    "cell_size_check": "ON",
    "secure_delete": "ON",
    "temp_store": "MEMORY",
    "checkpoint_fullfsync": "ON",
}
WRITER: Mapping[str, str] = {**_SETTINGS, "cache_size": "-65536"}
READER: Mapping[str, str] = {
    **_SETTINGS,
    "cache_size": "-8192",
    "wal_autocheckpoint": "0",  # a reader never checkpoints: the lock guards that for writers alone
    "query_only": "ON",
}

_COMPILED: LRUCache[object, object] = LRUCache(500)  # what SQLAlchemy keeps for a single engine


class JournalDialect(SQLiteDialect_pysqlite):
    """SQLite as every engine here speaks it: what one has compiled serves the others.

    SQLAlchemy keeps compiled statements by dialect, and each engine has its own; these are equal.
    """

    supports_statement_cache = True

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other)

    def __hash__(self) -> int:
        return hash(type(self))


registry.register("sqlite.journal", __name__, JournalDialect.__name__)


def connect(path: Path | None, mode: str) -> sqlite3.Connection:
    """A bare connection to a file (None: memory), `mode` being rwc, rw, ro or immutable.

    An encrypted one is given its key first; raises JournalEncrypted where that is not at hand.
    """
    if path is None:
        return sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    return opener(path)(
        address_of(path, mode),
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,  # BEGIN is ours: the driver's own loses updates without a word
        check_same_thread=False,
    )


def sqlite_engine(
    path: Path | None, mode: str, settings: Mapping[str, str], *, alone: bool = False
) -> Engine:
    """An engine over `connect`: writers begin with BEGIN IMMEDIATE, readers with BEGIN.

    `alone` keeps it at one connection for all; else each reader gets one from a pool.
    """
    engine = create_engine(
        "sqlite+journal://",
        creator=lambda: connect(path, mode),
        poolclass=StaticPool if alone else QueuePool,
        execution_options={"compiled_cache": _COMPILED},
        hide_parameters=True,  # an error says the statement, and nothing of what it was to write
    )
    begin = "BEGIN" if settings.get("query_only") == "ON" else "BEGIN IMMEDIATE"

    @event.listens_for(engine, "connect")
    def _set(connection: sqlite3.Connection, _record: object) -> None:
        for name, value in settings.items():
            connection.execute(f"PRAGMA {name} = {value}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


def journal_mode(engine: Engine, wanted: str) -> str:
    """Ask for a journal mode; the one that SQLite took."""
    with engine.connect() as connection:
        answer = driver(connection).execute(f"PRAGMA journal_mode = {wanted}").fetchone()
    return str(answer[0]).lower()


def driver(connection: Connection) -> sqlite3.Connection:
    """The bare connection beneath: for pragmas, which would not work inside a transaction."""
    bare: sqlite3.Connection = connection.connection.driver_connection  # type: ignore[assignment]
    return bare
