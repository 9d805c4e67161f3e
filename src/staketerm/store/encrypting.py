"""Encrypting a journal and decrypting it: by a copy that is compared to the last value (2.8).

The copy is made aside and takes the journal's name when it is whole; cut off before that, the
journal is as it was. The old file is put aside, for whoever asked to do away with.
"""

import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from operator import eq
from pathlib import Path

from staketerm.locale import _
from staketerm.store.cipher import (
    address_of,
    empty_database,
    is_encrypted,
    key_of,
    new_key,
    sqlcipher,
)
from staketerm.store.errors import JournalDamaged, told, told_of_files
from staketerm.store.files import beside, sync_to_disk
from staketerm.store.leftovers import BESIDE, CONVERTED, PLAIN, REPLACED, discard, put_aside
from staketerm.store.restore import alone, exchange, still_mode
from staketerm.store.rotation import backups_of

_PURPOSE = "encrypt"


def encrypt(journal: Path, now: datetime, secret: str) -> Path | None:
    """Encrypt the journal at `journal`, which must not be open, by a passphrase; another one, if it
    is encrypted already.

    Where the old file is kept. Raises the StoreError family, and changes nothing then:
    JournalDamaged where a page, a link or a value is not as it should be.
    """
    ending = REPLACED if is_encrypted(journal) else PLAIN
    return _convert(journal, now, new_key(secret), ending)


def decrypt(journal: Path, now: datetime) -> Path | None:
    """Make the journal at `journal`, which must not be open, a plain file again; as `encrypt`."""
    return _convert(journal, now, None, REPLACED)


def plain_copies(journal: Path) -> list[Path]:
    """The files of an encrypted journal that anybody can read: backups, and what was put aside."""
    every = [*put_aside(journal), *(each.path for each in backups_of(journal))]
    return [each for each in every if not is_encrypted(each)]


def remove(copies: list[Path]) -> None:
    """Delete copies of a journal with what belongs to them; raises StoreError where one stays."""
    for copy in copies:
        with told_of_files(copy):
            for ending in ("", *BESIDE):
                with suppress(FileNotFoundError):
                    beside(copy, ending).unlink()
            sync_to_disk(copy.parent)


def _convert(journal: Path, now: datetime, key: bytearray | None, ending: str) -> Path | None:
    with told_of_files(journal), alone(journal, _PURPOSE):
        fresh = beside(journal, CONVERTED)
        try:
            empty_database(fresh)
            with told(str(journal)):
                _transcribe(journal, fresh, key)
            sync_to_disk(fresh)
            return exchange(fresh, journal, now, ending)
        finally:
            discard(fresh)


def _transcribe(journal: Path, fresh: Path, key: bytearray | None) -> None:
    """Write `journal` to the empty file `fresh` by `key`, None for a plain one, and compare."""
    old = key_of(journal)
    options = {"key": key, "isolation_level": None}
    with closing(sqlcipher().connect(address_of(fresh, "rw"), **options)) as connection:
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("PRAGMA journal_mode = OFF")  # cut off, the file is thrown away
        connection.execute("PRAGMA synchronous = OFF")  # it is brought to the disk when whole
        attached = (address_of(journal, still_mode(journal)), bytes(old or b"").decode())
        connection.execute("ATTACH DATABASE ? AS source KEY ?", attached)
        _refuse_unsound(connection, "source")
        connection.execute("SELECT sqlcipher_export('main', 'source')").fetchone()
        for mark in ("application_id", "user_version"):
            value = connection.execute(f"PRAGMA source.{mark}").fetchone()[0]
            connection.execute(f"PRAGMA main.{mark} = {value}")
    with closing(sqlcipher().connect(address_of(fresh, "immutable"), **options)) as connection:
        connection.execute("ATTACH DATABASE ? AS source KEY ?", attached)
        _refuse_unsound(connection, "main")
        _refuse_different(connection)


def _refuse_unsound(connection: sqlite3.Connection, name: str) -> None:
    found = connection.execute(f"PRAGMA {name}.integrity_check(1)").fetchone()[0]
    if found != "ok":
        raise _damaged(found)


def _refuse_different(connection: sqlite3.Connection) -> None:
    """Raise JournalDamaged unless all that stands in one database stands in the other, in order."""
    listed = _listed(connection, "main")
    tables = [name for name, kind, rooted, _sql in listed if kind == "table" and rooted]
    if listed != _listed(connection, "source") or not all(
        _same_rows(connection, name) for name in tables
    ):
        raise _damaged(_("the copy differs"))


def _same_rows(connection: sqlite3.Connection, table: str) -> bool:
    def asked(what: str, of: str) -> sqlite3.Cursor:
        return connection.execute(f'SELECT {what} FROM {of}."{table}" NOT INDEXED')  # noqa: S608

    many, wanted = (asked("count(*)", of).fetchone() for of in ("main", "source"))
    return many == wanted and all(map(eq, asked("*", "main"), asked("*", "source")))


def _listed(connection: sqlite3.Connection, of: str) -> list[tuple[str, str, bool, str]]:
    """Name, kind, whether it has pages of its own, and making, of all that a database holds."""
    query = f"SELECT name, type, rootpage > 0, sql FROM {of}.sqlite_master ORDER BY name, type"  # noqa: S608
    return connection.execute(query).fetchall()


def _damaged(finding: str) -> JournalDamaged:
    return JournalDamaged(
        _(
            "The journal was not converted, and is as it was: {finding}. Run `staketerm doctor`."
        ).format(finding=finding)
    )
