"""What a person meets when a journal is opened: a fresh one, their own, or one sentence."""

import hashlib
import os
import sqlite3
import stat
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import func, select

from staketerm.store import tables
from staketerm.store.errors import (
    FolderMissing,
    JournalDamaged,
    JournalMissing,
    JournalNewer,
    JournalReadOnly,
    NotAJournal,
    StoreError,
)
from staketerm.store.opening import open_store
from staketerm.store.records import Stakeholder
from staketerm.store.schema import APPLICATION_ID, SCHEMA
from tests.store.people import begin, ident, person

ORDINARY_USER = 65534
LOCKS = (".lock", ".open")


def made(place: Path, clock) -> Path:
    store = open_store(place, clock=clock)
    begin(store)
    store.close()
    return place


def fingerprint(folder: Path) -> dict[str, str]:
    return {
        each.name: hashlib.sha256(each.read_bytes()).hexdigest()
        for each in folder.iterdir()
        if each.suffix not in LOCKS
    }


def pragma(place: Path, statement: str):
    with closing(sqlite3.connect(place)) as connection:
        found = connection.execute(statement).fetchone()
        connection.commit()
        return found[0] if found else None


def refused(kind: type[StoreError], place: Path, clock) -> str:
    """The sentence with which `place` is refused; nothing in its folder may differ after it."""
    before = fingerprint(place.parent)
    with pytest.raises(kind) as caught:
        open_store(place, clock=clock)
    assert fingerprint(place.parent) == before
    return str(caught.value)


def test_what_is_written_is_there_the_next_time(place, clock):
    made(place, clock)
    store = open_store(place, clock=clock)
    with store.read() as reader:
        ada = reader.get(Stakeholder, ident(2))
    store.close()
    assert ada is not None
    assert ada.name == "Ada Lens"


def test_a_fresh_journal_carries_its_marks(place, clock):
    made(place, clock)
    assert pragma(place, "PRAGMA application_id") == APPLICATION_ID
    assert pragma(place, "PRAGMA user_version") == SCHEMA
    assert pragma(place, "PRAGMA journal_mode") == "wal"


def test_an_empty_file_becomes_a_journal(place, clock):
    place.touch()
    made(place, clock)
    assert pragma(place, "PRAGMA user_version") == SCHEMA


def test_only_the_owner_can_read_the_files(tmp_path, clock):
    old = os.umask(0o022)
    try:
        place = tmp_path / "journal.db"
        store = open_store(place, clock=clock)
        begin(store)
        modes = {each.name: stat.S_IMODE(each.stat().st_mode) for each in tmp_path.iterdir()}
        store.close()
    finally:
        os.umask(old)
    assert {"journal.db", "journal.db-wal", "journal.db-shm", "journal.db.lock"} <= modes.keys()
    assert set(modes.values()) == {0o600}


def test_closing_leaves_one_whole_file(place, clock):
    made(place, clock)
    copy = place.with_name("copy.db")
    copy.write_bytes(place.read_bytes())
    assert not place.with_name("journal.db-wal").exists()
    store = open_store(copy, clock=clock)
    with store.read() as reader:
        assert reader.get(Stakeholder, ident(2)) is not None
    store.close()


def test_the_settings_of_every_connection(place, clock, as_shipped):
    store = open_store(place, clock=clock)
    expected = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 5000,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "secure_delete": 1,
        "temp_store": 2,
        "mmap_size": 0,
    }
    for session, more in (
        (store.read(), {"wal_autocheckpoint": 0, "query_only": 1}),
        (store.write("look"), {"wal_autocheckpoint": 1000, "query_only": 0}),
    ):
        with session as reader:
            for name, value in {**expected, **more}.items():
                found = reader.connection.exec_driver_sql(f"PRAGMA {name}").scalar()
                assert (name, found) == (name, value)
    store.close()


def test_readers_cannot_write(place, clock):
    store = open_store(place, clock=clock)
    begin(store)
    with pytest.raises(JournalReadOnly), store.read() as reader:
        reader.connection.execute(tables.meta.delete())
    with store.read() as reader:
        assert reader.meta("clock") is not None
    store.close()


def test_a_newer_journal_is_left_to_the_newer_program(place, clock):
    made(place, clock)
    pragma(place, f"PRAGMA user_version = {SCHEMA + 7}")
    sentence = refused(JournalNewer, place, clock)
    assert str(SCHEMA + 7) in sentence
    assert "update staketerm" in sentence


@pytest.mark.parametrize(
    "content",
    [b"Name,Organisation\nAda,Gemeente\n", b"SQLite format 2\x00 and more", b"\x00" * 5000],
    ids=["text", "another format", "zeros"],
)
def test_a_file_that_is_no_journal_is_left_alone(place, clock, content):
    place.write_bytes(content)
    assert "not a staketerm journal" in refused(NotAJournal, place, clock)


def test_the_database_of_another_program_is_left_alone(place, clock):
    pragma(place, "CREATE TABLE moz_places (id INTEGER)")
    assert "another program" in refused(NotAJournal, place, clock)
    pragma(place, "PRAGMA application_id = 42")
    assert "another program" in refused(NotAJournal, place, clock)


def test_a_folder_is_no_journal(tmp_path, clock):
    with pytest.raises(NotAJournal, match="is a folder"):
        open_store(tmp_path, clock=clock)


def test_a_missing_folder_is_not_made(tmp_path, clock):
    with pytest.raises(FolderMissing, match="does not exist"):
        open_store(tmp_path / "usb" / "journal.db", clock=clock)
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_made_where_nothing_was_to_be_made(place, clock):
    with pytest.raises(JournalMissing, match="no journal"):
        open_store(place, clock=clock, create=False)
    with pytest.raises(JournalMissing):
        open_store(place, clock=clock, read_only=True)
    assert list(place.parent.iterdir()) == []


@pytest.mark.parametrize("keep", [60, 3000])
def test_a_cut_off_file_is_told_to_be_damaged(place, clock, keep):
    made(place, clock)
    place.write_bytes(place.read_bytes()[:keep])
    assert "doctor --repair" in refused(JournalDamaged, place, clock)


def test_a_journal_can_be_opened_for_reading_alone(place, clock):
    made(place, clock)
    before = place.read_bytes()
    store = open_store(place, clock=clock, read_only=True)
    with store.read() as reader:
        assert reader.get(Stakeholder, ident(2)) is not None
    with pytest.raises(JournalReadOnly, match="reading alone"), store.write("add"):
        pass
    store.close()
    assert place.read_bytes() == before


@pytest.fixture
def shared_folder():
    """A folder that an ordinary user may enter: pytest's own are closed to others."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)
        Path(folder).chmod(0o755)


@contextmanager
def as_ordinary_user() -> Iterator[None]:
    """As a user whom file modes bind: root is above them."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(ORDINARY_USER)
    try:
        yield
    finally:
        os.seteuid(0)


posix = pytest.mark.skipif(os.name == "nt", reason="file modes are POSIX's")


@posix
@pytest.mark.parametrize(("file", "folder"), [(0o444, 0o755), (0o444, 0o555), (0o644, 0o555)])
def test_what_cannot_be_written_can_be_read(shared_folder, clock, file, folder):
    place = made(shared_folder / "journal.db", clock)
    place.chmod(file)
    shared_folder.chmod(folder)
    with as_ordinary_user():
        assert "read-only for you" in refused(JournalReadOnly, place, clock)
        store = open_store(place, clock=clock, read_only=True)
        with store.read() as reader:
            assert reader.get(Stakeholder, ident(2)) is not None
        store.close()


@posix
def test_what_may_not_be_read_says_so(shared_folder, clock):
    place = made(shared_folder / "journal.db", clock)
    place.chmod(0o000)
    with as_ordinary_user(), pytest.raises(JournalReadOnly, match="cannot be read"):
        open_store(place, clock=clock, read_only=True)


@posix
def test_a_folder_that_may_not_be_written_takes_no_new_journal(shared_folder, clock):
    shared_folder.chmod(0o555)
    with as_ordinary_user():
        refused(JournalReadOnly, shared_folder / "journal.db", clock)
    assert list(shared_folder.iterdir()) == []


def test_no_table_is_without_rules_of_its_own(place, clock):
    made(place, clock)
    with closing(sqlite3.connect(place)) as connection:
        loose = connection.execute(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
            "AND NOT strict AND name NOT LIKE 'sqlite_%'"
        ).fetchall()
    assert loose == []


def test_two_journals_made_at_once_in_one_place_are_one(place, clock):
    first = open_store(place, clock=clock)
    second = open_store(place, clock=clock)
    begin(first)
    with second.write("add") as work:
        work.put(person(3, "Bo"))
    with first.read() as reader:
        assert reader.connection.scalar(select(func.count()).select_from(tables.stakeholder)) == 2
    second.close()
    first.close()
