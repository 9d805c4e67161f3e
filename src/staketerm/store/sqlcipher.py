"""SQLCipher's driver as the rest of the store knows a driver: its faults are those of sqlite3.

Imported only for a journal that is encrypted: the package that it needs is an extra.
"""

import sqlite3
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

from sqlcipher3 import dbapi2

P = ParamSpec("P")
T = TypeVar("T")

VERSION: tuple[int, ...] = dbapi2.sqlite_version_info
"""The version of SQLite that SQLCipher brings."""


_CODES = {
    "database or disk is full": sqlite3.SQLITE_FULL,
    "database disk image is malformed": sqlite3.SQLITE_CORRUPT,
    "disk I/O error": sqlite3.SQLITE_IOERR,
}
"""What SQLCipher's own functions keep of a fault are its words, not its code."""


def _as_sqlite3(work: Callable[P, T]) -> Callable[P, T]:
    """The same, raising sqlite3's own errors with their codes: SQLCipher's are no kin of them."""

    def done(*args: P.args, **named: P.kwargs) -> T:
        try:
            return work(*args, **named)
        except dbapi2.Error as fault:
            told = getattr(sqlite3, type(fault).__name__)(*fault.args)
            code = getattr(fault, "sqlite_errorcode", 0)  # the driver's own faults have none
            told.sqlite_errorcode = (
                _CODES.get(str(fault), code) if code == sqlite3.SQLITE_ERROR else code
            )
            raise told from None

    return done


class Cursor(dbapi2.Cursor):  # type: ignore[misc]
    """A cursor of SQLCipher."""

    execute = _as_sqlite3(dbapi2.Cursor.execute)
    executemany = _as_sqlite3(dbapi2.Cursor.executemany)
    fetchone = _as_sqlite3(dbapi2.Cursor.fetchone)
    fetchmany = _as_sqlite3(dbapi2.Cursor.fetchmany)
    fetchall = _as_sqlite3(dbapi2.Cursor.fetchall)
    __next__ = _as_sqlite3(dbapi2.Cursor.__next__)


class Connection(dbapi2.Connection):  # type: ignore[misc]
    """A connection of SQLCipher."""

    commit = _as_sqlite3(dbapi2.Connection.commit)
    rollback = _as_sqlite3(dbapi2.Connection.rollback)
    interrupt = _as_sqlite3(dbapi2.Connection.interrupt)

    def cursor(self, factory: type[Cursor] = Cursor) -> Cursor:
        """A cursor, through which `execute` and its kin go as well."""
        made: Cursor = super().cursor(factory)
        return made


def connect(address: str, *, key: bytearray | None, **named: Any) -> sqlite3.Connection:
    """A connection to the database at a file: address; `key` None is for one that is not encrypted.

    The key is given before anything else is asked, and nothing is ever written to stderr.
    """
    named["uri"] = True
    connection = _as_sqlite3(dbapi2.connect)(address, factory=Connection, **named)
    connection.execute("PRAGMA cipher_log_level = NONE")
    if key is not None:
        connection.set_key(key)
    found: sqlite3.Connection = connection  # the same methods, by another name
    return found
