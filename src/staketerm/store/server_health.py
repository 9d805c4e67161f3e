"""What can be told about the health of a journal on a server; nothing is written."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, text

from staketerm.locale import _
from staketerm.store.doctor import Finding, Health, last_backup, layout
from staketerm.store.errors import StoreError, told
from staketerm.store.reader import Reader
from staketerm.store.server import version_of
from staketerm.store.server_engine import engine_of

MOST_BY_ITSELF = 16 << 20
"""Bytes of tables and indexes that are copied without being asked for: some 40,000 rows, which take
about three seconds.
"""

_SIZE = text(
    "SELECT sum(pg_total_relation_size(oid)) FROM pg_class "
    "WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'"
)
_SSL = text("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")
_LOCAL = text("SELECT inet_client_addr() IS NULL OR inet_client_addr() = inet_server_addr()")
_WRITES = text("SELECT has_table_privilege('batch', 'INSERT')")
_OTHERS = text(
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
    "AND application_name = 'staketerm' AND pid <> pg_backend_pid()"
)


def is_heavy(connection: Connection) -> bool:
    """Whether the journal on a server is too large to be copied while somebody waits."""
    size: int = connection.scalar(_SIZE) or 0
    return size > MOST_BY_ITSELF


def examine_server(
    address: str, now: datetime, stand_in: Callable[[str, str], Path]
) -> list[Finding]:
    """Look at the journal at a postgresql URL; `stand_in` gives the file by whose name its backups
    go, by its address and its replica.
    """
    engine, place = engine_of(address)
    try:
        with told(place), engine.connect() as connection:
            number = connection.dialect.server_version_info or ()
            findings = [
                Finding(
                    "server",
                    Health.GOOD,
                    _("PostgreSQL {version}").format(version=".".join(map(str, number))),
                ),
                Finding("place", Health.GOOD, place),
            ]
            version = version_of(connection, place)
            if version is None:
                nothing = Finding("journal", Health.NOTE, _("No journal is there yet."))
                return [*findings, nothing]
            replica = Reader(connection).meta("replica") or ""
            return [
                *findings,
                layout(version),
                _transport(connection),
                _rights(connection),
                _company(connection),
                Finding(
                    "integrity",
                    Health.GOOD,
                    _("The server looks after pages and links; its log tells of damage"),
                ),
                _last_copy(connection, stand_in(address, replica), now),
            ]
    except StoreError as fault:
        return [Finding("server", Health.BAD, str(fault))]
    finally:
        engine.dispose()


def _last_copy(connection: Connection, own: Path, now: datetime) -> Finding:
    """How old the newest copy on this machine is, and whether there will be another by itself."""
    found = last_backup(own, now)
    if not is_heavy(connection):
        return found
    said = _("{found}. It is too large to be copied by itself; run `staketerm backup` now and then")
    return Finding(found.key, Health.NOTE, said.format(found=found.text))


def _transport(connection: Connection) -> Finding:
    if connection.scalar(_LOCAL):
        return Finding("transport", Health.GOOD, _("On this machine: nothing crosses a network"))
    if connection.scalar(_SSL):
        return Finding("transport", Health.GOOD, _("Encrypted on its way (TLS)"))
    said = _("Not encrypted on its way. Add sslmode=verify-full to the address")
    return Finding("transport", Health.BAD, said)


def _rights(connection: Connection) -> Finding:
    if connection.scalar(_WRITES):
        return Finding("rights", Health.GOOD, _("You may read and write"))
    return Finding("rights", Health.NOTE, _("You may read, not write"))


def _company(connection: Connection) -> Finding:
    others = connection.scalar(_OTHERS) or 0
    said = _("Open elsewhere: {n}").format(n=others)
    return Finding("company", Health.GOOD, said)
