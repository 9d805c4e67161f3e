"""Connections to a PostgreSQL server: how they are made, and how they speak."""

from typing import Any

from sqlalchemy import Engine, create_engine
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.util import LRUCache

from staketerm.locale import _
from staketerm.store.addresses import shown
from staketerm.store.errors import StoreError

_CONNECTION = {
    "fallback_application_name": "staketerm",
    "connect_timeout": "10",
    "keepalives_idle": "30",
    "keepalives_interval": "10",
    "keepalives_count": "3",
    "tcp_user_timeout": "60000",
}
"""What a connection is made with unless the address says otherwise: a line that is cut is noticed
within a minute."""

MOST_VALUES = 65_535
"""How many values a statement may carry to the server beside its text."""

_COMPILED: LRUCache[object, object] = LRUCache(500)  # what SQLAlchemy keeps for a single engine


class ServerDialect(PGDialect_psycopg):
    """PostgreSQL as every engine here speaks it: what one has compiled serves the others."""

    supports_statement_cache = True

    def __eq__(self, other: object) -> bool:
        same = type(self) is type(other)
        return same and self.server_version_info == getattr(other, "server_version_info", None)

    def __hash__(self) -> int:
        return hash(type(self))

    def do_execute(self, cursor: Any, statement: str, parameters: Any, context: Any = None) -> None:
        """Execute a statement; one with more values than the protocol takes has them written out,
        as the driver itself quotes them.
        """
        if len(parameters) <= MOST_VALUES:
            super().do_execute(cursor, statement, parameters, context)  # type: ignore[no-untyped-call]
            return
        from psycopg import ClientCursor

        written_out = ClientCursor(cursor.connection).mogrify(statement, parameters)
        cursor.execute(written_out.encode())


registry.register("postgresql.journal", __name__, ServerDialect.__name__)


def engine_of(address: str) -> tuple[Engine, str]:
    """The engine of a server, not connected yet, and what is shown of its address.

    Raises StoreError for what is no address, and where the driver is missing.
    """
    place = shown(address)
    try:
        url = make_url(address).set(drivername="postgresql+journal")
    except (ArgumentError, ValueError) as fault:
        raise StoreError(
            _("{address} is no address of a server; use postgresql://host/name.").format(
                address=place
            )
        ) from fault
    try:
        usual = {name: value for name, value in _CONNECTION.items() if name not in url.query}
        engine = create_engine(
            url,
            pool_pre_ping=True,
            connect_args=usual,
            hide_parameters=True,
            execution_options={"compiled_cache": _COMPILED},
        )
    except ModuleNotFoundError as fault:
        raise StoreError(
            _(
                "A journal on a server needs the postgres extra of staketerm. Install it with: "
                "pipx inject staketerm 'psycopg[binary]'"
            )
        ) from fault
    return engine, place
