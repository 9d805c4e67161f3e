"""An encrypted journal is told from all else, opens by its passphrase alone, and says nothing."""

import random
import sqlite3
import unicodedata
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from staketerm.store import cipher
from staketerm.store.cipher import PAGE, admits, forget, is_another, is_encrypted, new_key
from staketerm.store.encrypting import encrypt
from staketerm.store.engine import connect
from staketerm.store.errors import JournalEncrypted
from staketerm.store.opening import open_store
from tests.store.encrypted import OTHER, SECRET
from tests.store.people import begin


@pytest.fixture
def sealed(place: Path, clock) -> Path:
    """An encrypted journal whose key nobody has at hand."""
    store = open_store(place, clock=clock)
    begin(store)
    store.close()
    encrypt(place, clock.now(), SECRET)
    forget()
    return place


def test_an_encrypted_journal_is_told_by_its_looks(sealed, tmp_path):
    assert is_encrypted(sealed)
    assert not is_encrypted(next(tmp_path.glob("*-plain.db")))


@pytest.mark.parametrize(
    "content", [b"", b"short", b"Dear Ada, " * 2000, bytes(5 * PAGE), bytes(range(64)) * 64 * 5]
)
def test_nothing_else_is_taken_for_one(tmp_path, content):
    path = tmp_path / "file"
    path.write_bytes(content)
    assert not is_encrypted(path)
    assert not is_encrypted(tmp_path / "nothing")
    assert not is_encrypted(tmp_path)


def test_a_file_made_anew_is_looked_at_anew(sealed, tmp_path):
    path = tmp_path / "copy.db"
    path.write_bytes(next(tmp_path.glob("*-plain.db")).read_bytes())
    assert not is_encrypted(path)
    path.write_bytes(sealed.read_bytes())  # a new file may get the place on the disk of an old one
    is_another(path)
    assert is_encrypted(path)


def test_damage_changes_neither_into_the_other(sealed, tmp_path):
    chance = random.Random(1)
    plain = next(tmp_path.glob("*-plain.db"))
    content = bytearray(plain.read_bytes())
    content[: 3 * PAGE] = chance.randbytes(3 * PAGE)
    plain.write_bytes(content)
    assert not is_encrypted(plain)
    content = bytearray(sealed.read_bytes())
    content[: 3 * PAGE] = bytes(3 * PAGE)
    sealed.write_bytes(content[:-100])
    assert is_encrypted(sealed)


def test_without_its_passphrase_nothing_connects(sealed):
    for mode in ("ro", "rw", "immutable"):
        with pytest.raises(JournalEncrypted, match="was not given"):
            connect(sealed, mode)


def test_a_wrong_passphrase_opens_nothing_and_writes_nowhere(sealed, capfd):
    before = sealed.read_bytes()
    assert not admits(sealed, OTHER)
    with pytest.raises(JournalEncrypted):
        connect(sealed, "rw")
    bare = cipher.sqlcipher().connect(
        cipher.address_of(sealed, "rw"), key=bytearray(b"x'" + b"0" * 96 + b"'")
    )
    with pytest.raises(sqlite3.DatabaseError, match="not a database"):
        bare.execute("SELECT * FROM meta")
    bare.close()
    assert sealed.read_bytes() == before
    assert capfd.readouterr() == ("", "")


def test_the_right_one_opens_it_until_it_is_forgotten(sealed):
    assert admits(sealed, SECRET)
    connection = connect(sealed, "ro")
    assert connection.execute("SELECT count(*) FROM stakeholder").fetchone() == (1,)
    connection.close()
    forget()
    with pytest.raises(JournalEncrypted):
        connect(sealed, "ro")


def test_a_forgotten_key_is_wiped(sealed):
    admits(sealed, SECRET)
    key = cipher.key_of(sealed)
    assert key is not None
    assert b"5a5a" in key
    forget()
    assert not any(key)


def test_any_sqlcipher_opens_it_by_the_passphrase(place, clock):
    open_store(place, clock=clock).close()
    encrypt(place, clock.now(), "Fenêtre 'ouverte'")
    forget()
    connection = dbapi2.connect(str(place))
    connection.execute("PRAGMA key = 'Fenêtre ''ouverte'''")
    assert connection.execute("SELECT count(*) FROM meta").fetchone()[0] > 0
    connection.close()
    assert admits(place, unicodedata.normalize("NFD", "Fenêtre 'ouverte'"))


def test_two_journals_of_one_passphrase_have_two_keys():
    first, second = new_key("x"), new_key("x")
    assert first[2:66] != second[2:66]


def test_its_faults_are_those_of_sqlite3_with_their_codes(sealed):
    admits(sealed, SECRET)
    connection = connect(sealed, "rw")
    with pytest.raises(sqlite3.IntegrityError) as clash:
        connection.execute("INSERT INTO meta SELECT * FROM meta")
    assert clash.value.sqlite_errorcode & 0xFF == sqlite3.SQLITE_CONSTRAINT
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        connection.executemany("INSERT INTO missing VALUES (?)", [(1,)])
    connection.execute("BEGIN")
    with pytest.raises(sqlite3.OperationalError):
        connection.execute("BEGIN")
    connection.rollback()
    connection.close()
