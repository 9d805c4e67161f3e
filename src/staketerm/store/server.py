"""A journal on a PostgreSQL server, for teams that outgrow files (storage-sync 2.7)."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, create_engine, inspect, select, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, ProgrammingError

from staketerm.locale import _
from staketerm.store import tables
from staketerm.store.clock import Clock
from staketerm.store.errors import (
    JournalMissing,
    JournalNewer,
    NotAJournal,
    StoreError,
    told,
)
from staketerm.store.link import Link, ReadingLink, in_turn, refuse_nested
from staketerm.store.lock import WAIT_SECONDS
from staketerm.store.probe import refuse_old
from staketerm.store.schema import APPLICATION_ID, SCHEMA
from staketerm.store.schema import create as create_schema


class ServerLink(ReadingLink):
    """Writers wait for each other at the row that holds the clock; readers wait for nobody."""

    def __init__(self, engine: Engine, place: str) -> None:
        super().__init__(
            engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True),
            place,
        )
        self._engine = engine
        self._turn = threading.RLock()
        self._open: Connection | None = None

    @contextmanager
    def writing(self, purpose: str, wait: float = WAIT_SECONDS) -> Iterator[Connection]:  # noqa: ARG002
        with told(self.place), in_turn(self._turn):
            refuse_nested(self._open)
            with self._engine.begin() as connection:
                connection.execute(text(f"SET LOCAL lock_timeout = {max(1, round(wait * 1000))}"))
                self._open = connection
                try:
                    yield connection
                finally:
                    self._open = None

    def close(self) -> None:
        super().close()
        self._engine.dispose()


def open_server(address: str, clock: Clock, *, create: bool, read_only: bool) -> Link:
    """The way to the journal at a postgresql URL; made there if the database is empty."""
    url = _url(address)
    place = url.render_as_string(hide_password=True)
    try:
        engine = create_engine(url, pool_pre_ping=True)
    except ModuleNotFoundError as fault:
        raise StoreError(
            _(
                "A journal on a server needs the postgres extra of staketerm. Install it with: "
                "pipx inject staketerm 'psycopg[binary]'"
            )
        ) from fault
    with told(place), engine.begin() as connection:
        # Held until the end of the transaction: of two who come at once the second finds it made.
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": APPLICATION_ID})
        version = _version(connection, place)
        if version is None:
            if read_only or not create:
                raise JournalMissing(_("There is no journal at {path}.").format(path=place))
            create_schema(connection, clock)
        elif version < SCHEMA:
            refuse_old(place, read_only=read_only)
            from staketerm.store.migrating import upgrade

            upgrade(connection, version, SCHEMA)
    return ServerLink(engine, place)


def _url(address: str) -> URL:
    try:
        return make_url(address).set(drivername="postgresql+psycopg")
    except (ArgumentError, ValueError) as fault:
        raise StoreError(
            _("{address} is no address of a server; use postgresql://host/name.").format(
                address=address
            )
        ) from fault


def _version(connection: Connection, place: str) -> int | None:
    """The schema version of the journal on the server, None where the database is empty."""
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
