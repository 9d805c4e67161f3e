"""A journal on a PostgreSQL server, for teams that outgrow files (storage-sync 2.7)."""

import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Column, Connection, Engine, func, inspect, select, text
from sqlalchemy.exc import ProgrammingError

from staketerm.locale import _
from staketerm.store import tables
from staketerm.store.clock import Clock
from staketerm.store.errors import (
    JournalMissing,
    JournalNewer,
    NotAJournal,
    StoreError,
    sentence,
    told,
)
from staketerm.store.link import ReadingLink, in_turn, refuse_nested
from staketerm.store.lock import WAIT_SECONDS
from staketerm.store.plainly import does_not_fit
from staketerm.store.probe import refuse_old
from staketerm.store.schema import APPLICATION_ID, SCHEMA
from staketerm.store.schema import create as create_schema
from staketerm.store.server_engine import engine_of

PATIENCE = text(
    "SELECT set_config('lock_timeout', :wait, true), "
    "set_config('idle_in_transaction_session_timeout', '5min', true)"
)
"""How long a writer waits for others, and others for one that fell silent in the middle."""

_ROLE = text("SELECT session_user::text, has_table_privilege('batch', 'INSERT')")

_WHEREABOUTS = text(
    "SELECT system_identifier, (SELECT oid FROM pg_database WHERE datname = current_database()), "
    "current_schema()::regnamespace::oid FROM pg_control_system()"
)


class ServerLink(ReadingLink):
    """Writers wait for each other at the row that holds the clock; readers wait for nobody."""

    def __init__(self, engine: Engine, place: str, role: str, *, writes: bool) -> None:
        super().__init__(
            engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True),
            place,
        )
        self.role = role
        """As whom the server knows whoever writes here."""
        self.writes = writes
        """Whether it may write."""
        self._engine = engine
        self._turn = threading.RLock()
        self._open: Connection | None = None

    @contextmanager
    def writing(self, purpose: str, wait: float = WAIT_SECONDS) -> Iterator[Connection]:  # noqa: ARG002
        with told(self.place), in_turn(self._turn):
            refuse_nested(self._open)
            with self._engine.begin() as connection:
                connection.execute(PATIENCE, {"wait": str(max(1, round(wait * 1000)))})
                self._open = connection
                try:
                    yield connection
                finally:
                    self._open = None

    def whereabouts(self) -> str | None:
        """The server's own number, and those of the database and the schema on it."""
        with self.reading() as connection:
            return " ".join(str(part) for part in connection.execute(_WHEREABOUTS).one())

    def close(self) -> None:
        super().close()
        self._engine.dispose()


def open_server(address: str, clock: Clock, *, create: bool, read_only: bool) -> ServerLink:
    """The way to the journal at a postgresql URL; made there if the database is empty."""
    engine, place = engine_of(address)
    try:
        with told(place), engine.begin() as connection:
            _take_turn(connection)
            _make_ready(connection, place, clock, create=create, read_only=read_only)
            role, writes = connection.execute(_ROLE).one()
    except BaseException:
        engine.dispose()
        raise
    return ServerLink(engine, place, role, writes=writes)


def _make_ready(
    connection: Connection, place: str, clock: Clock, *, create: bool, read_only: bool
) -> None:
    """See to it that a journal of this program's schema is there."""
    version = version_of(connection, place)
    if version is None:
        if read_only or not create:
            raise JournalMissing(sentence(JournalMissing, place))
        create_schema(connection, clock)
    elif version < SCHEMA:
        refuse_old(place, read_only=read_only)
        from staketerm.store.migrating import upgrade

        upgrade(connection, version, SCHEMA)


@contextmanager
def fresh_server(address: str, clock: Clock) -> Iterator[tuple[Connection, str]]:
    """A connection to an empty journal at a postgresql URL, which is kept on leaving or, after an
    error, was never there; and where it is, for messages. Raises StoreError where the database
    holds something.
    """
    engine, place = engine_of(address)
    try:
        with told(place), engine.begin() as connection:
            _take_turn(connection)
            if inspect(connection).get_table_names():
                raise StoreError(
                    _(
                        "{place} holds something already. A copy goes into an empty database or "
                        "schema."
                    ).format(place=place)
                )
            create_schema(connection, clock)
            yield connection, place
    finally:
        engine.dispose()


def copy_in(connection: Connection, statement: str, rows: Iterable[Sequence[Any]]) -> None:
    """Write rows by COPY, as they stream by; raises StoreError for one that does not fit."""
    import psycopg

    bare: psycopg.Connection = connection.connection.driver_connection  # type: ignore[assignment]
    try:
        with bare.cursor() as cursor, cursor.copy(statement.encode()) as copy:
            for row in rows:
                copy.write_row(row)
    except (psycopg.DataError, psycopg.IntegrityError) as fault:
        raise does_not_fit(fault) from fault


def go_on_counting(connection: Connection, column: Column[Any]) -> None:
    """Have the numbers that a column gives by itself go on after the highest there is."""
    highest = connection.scalar(select(func.max(column)))
    if highest:
        sequence = func.pg_get_serial_sequence(column.table.name, column.name)
        connection.execute(select(func.setval(sequence, highest)))


def _take_turn(connection: Connection) -> None:
    """Hold until the end of the transaction: of two who come at once the second finds it made."""
    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": APPLICATION_ID})


def version_of(connection: Connection, place: str) -> int | None:
    """The schema version of the journal on the server, None where the database is empty.

    Raises NotAJournal and JournalNewer.
    """
    names = set(inspect(connection).get_table_names())
    if not names:
        return None
    version = _told_version(connection) if tables.meta.name in names else None
    if version is None:
        raise NotAJournal(
            _(
                "{place} holds the tables of another program. It was left untouched; use a "
                "database or a schema of its own."
            ).format(place=place)
        )
    if version > SCHEMA:
        raise JournalNewer(
            _(
                "{path} was written by a newer staketerm (schema {version}; this one knows up to "
                "{known}). It was left untouched; update staketerm to open it."
            ).format(path=place, version=version, known=SCHEMA)
        )
    return version


def _told_version(connection: Connection) -> int | None:
    table = tables.meta
    try:
        found = connection.scalar(select(table.c.value).where(table.c.name == "schema"))
    except ProgrammingError:
        return None
    return int(found) if found else None
