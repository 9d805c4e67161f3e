"""Encrypting loses no value, is all or nothing, and leaves nothing that can be read."""

import random
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import func, select

from staketerm.store import encrypting, schema, tables
from staketerm.store.backup import back_up
from staketerm.store.cipher import PAGE, address_of, admits, forget, is_encrypted
from staketerm.store.doctor import Health, examine
from staketerm.store.encrypting import decrypt, encrypt, plain_copies, remove
from staketerm.store.engine import connect
from staketerm.store.errors import (
    DiskFull,
    JournalDamaged,
    JournalEncrypted,
    JournalLocked,
)
from staketerm.store.leftovers import CONVERTED
from staketerm.store.opening import open_store
from staketerm.store.records import Stakeholder
from staketerm.store.repair import repair
from staketerm.store.restore import restore
from staketerm.store.rotation import backups_of
from staketerm.store.search import search
from staketerm.store.undo import undo
from tests.store.encrypted import OTHER, SECRET, readable_in
from tests.store.next_schema import write_revisions
from tests.store.people import begin, ident, person, signal, visible
from tests.store.test_full_disk import fill
from tests.store.test_full_disk import small_disk as small_disk
from tests.store.test_migrating import released
from tests.store.test_migrating import version_of as version_of

WORDS = ("Ada Lens", "ada lens", "ada-lens", "canary of a note")


@pytest.fixture
def plain(place: Path, clock) -> Path:
    """A plain journal with a name and a note, a backup, and an edit since."""
    store = open_store(place, clock=clock)
    begin(store)
    with store.write("log") as work:
        work.put(signal(note="canary of a note"))
    back_up(store)
    with store.write("edit") as work:
        work.patch(Stakeholder, ident(2), job="Engineer")
    store.close()
    return place


@pytest.fixture
def sealed(plain: Path, clock) -> Path:
    """The same, encrypted, and nothing besides."""
    encrypt(plain, clock.now(), SECRET)
    remove(plain_copies(plain))
    return plain


def test_what_stood_in_it_stands_in_it(plain, clock):
    store = open_store(plain, clock=clock)
    before = visible(store)
    store.close()
    kept = encrypt(plain, clock.now(), SECRET)
    assert kept == plain.with_name("journal-20261121T120000Z-plain.db")
    assert is_encrypted(plain)
    store = open_store(plain, clock=clock)
    assert visible(store) == before
    with store.read() as reader:
        assert [hit.id for hit in search(reader, "canary")] == [ident(100)]
        last = reader.connection.scalar(select(func.max(tables.batch.c.id)))
    with store.write("undo", undoes=last) as work:
        undo(work, last)
    assert visible(store)["stakeholder"][0]["job"] != "Engineer"
    store.close()


def test_what_lay_in_the_wal_alone_is_taken_along(plain, clock):
    store = open_store(plain, clock=clock)
    with store.write("add") as work:
        work.put(person(3, "Bo"))
    aside = plain.with_name("crashed.db")
    for ending in ("", "-wal"):
        shutil.copy(f"{plain}{ending}", f"{aside}{ending}")
    store.close()
    encrypt(aside, clock.now(), SECRET)
    store = open_store(aside, clock=clock)
    assert [row["name"] for row in visible(store)["stakeholder"]] == ["Ada Lens", "Bo"]
    store.close()


def test_nothing_of_it_can_be_read_in_any_file(sealed, clock):
    folder = sealed.parent
    store = open_store(sealed, clock=clock)
    with store.write("add") as work:
        work.put_many([person(n, f"Ada Lens {n}") for n in range(1000, 1800)], logged=False)
        work.put(signal(101, note="canary of a note, again"))
    back_up(store)
    assert (folder / "journal.db-wal").stat().st_size > PAGE
    assert readable_in(folder, *WORDS) == []
    crashed = folder / "crashed"
    shutil.copytree(folder, crashed)
    store.close()
    store = open_store(crashed / "journal.db", clock=clock)
    store.compact()
    store.close()
    assert readable_in(folder, *WORDS) == []
    assert all(is_encrypted(each.path) for each in backups_of(sealed))


def test_nothing_can_be_read_while_it_is_being_decrypted_but_the_new_file(sealed, clock):
    decrypt(sealed, clock.now())
    found = {line.split(":")[0] for line in readable_in(sealed.parent, *WORDS)}
    assert found == {"journal.db"}


def test_decrypted_it_is_what_it_was(sealed, clock):
    store = open_store(sealed, clock=clock)
    before = visible(store)
    store.close()
    kept = decrypt(sealed, clock.now())
    assert kept is not None
    assert is_encrypted(kept)
    with closing(sqlite3.connect(sealed)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    store = open_store(sealed, clock=clock)
    assert visible(store) == before
    store.close()


def test_another_passphrase_opens_it_and_the_old_one_no_more(sealed, clock):
    encrypt(sealed, clock.now(), OTHER)
    forget()
    assert not admits(sealed, SECRET)
    assert admits(sealed, OTHER)
    open_store(sealed, clock=clock).close()


def test_it_is_read_where_nothing_may_be_written(sealed, clock):
    store = open_store(sealed, clock=clock, read_only=True)
    assert visible(store)["stakeholder"][0]["name"] == "Ada Lens"
    store.close()
    assert is_encrypted(sealed)


def test_its_plain_copies_are_found_and_can_be_deleted(plain, clock):
    kept = encrypt(plain, clock.now(), SECRET)
    found = plain_copies(plain)
    assert found == [kept, backups_of(plain)[0].path]
    note = next(one for one in examine(plain, clock.now()) if one.key == "encrypted")
    assert note.health is Health.NOTE
    assert all(str(each) in note.text for each in found)
    remove(found)
    assert plain_copies(plain) == []
    assert {each.name for each in plain.parent.rglob("*")} == {
        "journal.db",
        "journal.db.lock",
        "journal.db.open",
        "backups",
    }


def test_one_that_is_open_is_not_touched(plain, clock):
    store = open_store(plain, clock=clock)
    before = plain.read_bytes()
    with pytest.raises(JournalLocked, match="open in another"):
        encrypt(plain, clock.now(), SECRET)
    assert plain.read_bytes() == before
    store.close()


def test_a_damaged_one_stays_as_it_is(plain, clock):
    content = bytearray(plain.read_bytes())
    content[10 * PAGE : 14 * PAGE] = random.Random(1).randbytes(4 * PAGE)
    plain.write_bytes(content)
    with pytest.raises(JournalDamaged):
        encrypt(plain, clock.now(), SECRET)
    assert plain.read_bytes() == content
    assert not plain.with_name(f"journal.db{CONVERTED}").exists()


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE stakeholder SET name = 'Ada Lans'",
        "DELETE FROM signal",
        "UPDATE signal SET intensity = intensity + 0.5",
        "CREATE INDEX one_more ON signal (note)",
        "UPDATE meta SET value = NULL WHERE name = 'zone'",
        "SELECT 1",
    ],
)
def test_every_value_of_a_copy_is_compared(plain, clock, harm):
    kept = encrypt(plain, clock.now(), SECRET)
    assert kept is not None
    with closing(connect(plain, "rw")) as copy:
        copy.execute(harm)
        copy.execute("ATTACH DATABASE ? AS source KEY ''", (address_of(kept, "immutable"),))
        if harm == "SELECT 1":
            encrypting._refuse_different(copy)
            return
        with pytest.raises(JournalDamaged, match="the copy differs"):
            encrypting._refuse_different(copy)


def test_a_copy_that_differs_never_takes_the_name(plain, clock, monkeypatch):
    def differs(*_given):
        return False

    before = plain.read_bytes()
    monkeypatch.setattr(encrypting, "_same_rows", differs)
    with pytest.raises(JournalDamaged, match="is as it was: the copy differs"):
        encrypt(plain, clock.now(), SECRET)
    assert plain.read_bytes() == before
    assert not plain.with_name(f"journal.db{CONVERTED}").exists()


def test_a_copy_that_was_cut_off_is_swept_away(sealed, clock):
    left = sealed.with_name(f"journal.db{CONVERTED}")
    left.write_bytes(b"half")
    sealed.with_name("journal.db.open").write_text("{}")
    (sealed.parent / "journal.db.open").write_text(
        '{"pid": 1, "host": "x", "since": "", "purpose": "encrypt"}'
    )
    open_store(sealed, clock=clock).close()
    assert not left.exists()


@pytest.mark.parametrize("leave", [0, 1 << 17])
def test_without_room_it_stays_as_it_is(small_disk: Path, clock, leave):
    place = small_disk / "journal.db"
    store = open_store(place, clock=clock)
    begin(store)
    store.close()
    before, there = place.read_bytes(), {each.name for each in small_disk.iterdir()}
    ballast = fill(small_disk, leave)
    with pytest.raises(DiskFull):
        encrypt(place, clock.now(), SECRET)
    assert place.read_bytes() == before
    ballast.unlink()
    assert {each.name for each in small_disk.iterdir()} == there
    encrypt(place, clock.now(), SECRET)
    ballast = fill(small_disk, leave)
    before = place.read_bytes()
    with pytest.raises(DiskFull):
        decrypt(place, clock.now())
    assert place.read_bytes() == before
    ballast.unlink()


def test_a_backup_of_it_brings_it_back(sealed, clock):
    store = open_store(sealed, clock=clock)
    made = back_up(store)
    with store.write("edit") as work:
        work.patch(Stakeholder, ident(2), job="Pilot")
    store.close()
    restore(made, sealed, clock.now())
    assert is_encrypted(sealed)
    store = open_store(sealed, clock=clock)
    assert visible(store)["stakeholder"][0]["job"] == "Engineer"
    store.close()


def test_a_backup_of_an_old_passphrase_needs_that_one(sealed, clock):
    store = open_store(sealed, clock=clock)
    made = back_up(store)
    store.close()
    encrypt(sealed, clock.now(), OTHER)
    forget()
    admits(sealed, OTHER)
    before = sealed.read_bytes()
    with pytest.raises(JournalEncrypted):
        restore(made, sealed, clock.now())
    assert sealed.read_bytes() == before
    admits(made, SECRET)
    restore(made, sealed, clock.now())
    open_store(sealed, clock=clock).close()


def test_a_journal_nobody_can_open_any_more_gives_way_to_a_backup(plain, clock):
    made = shutil.copy(backups_of(plain)[0].path, plain.with_name("kept.db"))
    encrypt(plain, clock.now(), SECRET)
    forget()
    assert restore(Path(made), plain, clock.now()) is not None
    open_store(plain, clock=clock).close()


@pytest.fixture
def long_lived(place: Path, clock) -> Path:
    """An encrypted journal of many pages, with a backup."""
    store = open_store(place, clock=clock)
    begin(store)
    with store.write("import") as work:
        people = [person(1000 + n, f"Person {n}", job="x" * 60) for n in range(100)]
        acts = [signal(9000 + n, 1000 + n % 100, note=f"note {n}") for n in range(800)]
        work.put_many(people, logged=False)
        work.put_many(acts, logged=False)
    store.close()
    encrypt(place, clock.now(), SECRET)
    remove(plain_copies(place))
    return place


def harmed(place: Path, *pages: int) -> bytes:
    content = bytearray(place.read_bytes())
    for page in pages:
        content[page * PAGE : (page + 1) * PAGE] = random.Random(page).randbytes(PAGE)
    place.write_bytes(content)
    return bytes(content)


def test_damage_is_found_and_mended_from_a_backup(long_lived, clock):
    store = open_store(long_lived, clock=clock)
    back_up(store)
    with store.write("add") as work:
        work.put(person(5000, "Since the backup"))
    store.close()
    content = harmed(long_lived, 40, 41, 60)
    assert any(one.health is Health.BAD for one in examine(long_lived, clock.now()))
    mended = repair(long_lived, clock)
    assert mended.damaged.read_bytes() == content
    assert mended.lost == {}
    assert is_encrypted(long_lived)
    store = open_store(long_lived, clock=clock)
    assert len(visible(store)["signal"]) == 800
    assert "Since the backup" in {row["name"] for row in visible(store)["stakeholder"]}
    store.close()
    assert readable_in(long_lived.parent, "Person 1", "Since the backup", "note 7") == []


def test_without_a_backup_what_can_be_read_is_rescued_and_stays_encrypted(long_lived, clock):
    pages = long_lived.stat().st_size // PAGE
    harmed(long_lived, pages - 20, pages - 10)
    mended = repair(long_lived, clock)
    assert mended.backup is None
    assert sum(mended.kept.values()) > 0
    assert is_encrypted(long_lived)
    assert readable_in(long_lived.parent, "Person 1", "note 7") == []
    open_store(long_lived, clock=clock).close()


def test_the_salt_of_a_backup_serves_where_that_of_the_journal_is_damaged(long_lived, clock):
    store = open_store(long_lived, clock=clock)
    made = back_up(store)
    store.close()
    harmed(long_lived, 0)
    forget()
    assert not admits(long_lived, SECRET)
    assert not admits(long_lived, OTHER, [made])
    assert admits(long_lived, SECRET, [made])
    with pytest.raises(JournalDamaged):
        open_store(long_lived, clock=clock)
    repair(long_lived, clock)
    store = open_store(long_lived, clock=clock)
    assert len(visible(store)["signal"]) == 800
    store.close()


def test_an_older_one_is_backed_up_and_brought_up_to_date_encrypted(tmp_path, clock, monkeypatch):
    place = released(1, tmp_path / "journal.db")
    encrypt(place, clock.now(), SECRET)
    remove(plain_copies(place))
    from staketerm.store import migrating

    monkeypatch.setattr(migrating, "FOLDER", write_revisions(tmp_path / "revisions"))
    monkeypatch.setattr(schema, "SCHEMA", 2)
    open_store(place, clock=clock).close()
    assert is_encrypted(place)
    with closing(connect(place, "ro")) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (2,)
    (made,) = backups_of(place)
    assert made.schema == 1
    assert is_encrypted(made.path)


PLAIN = """
import sys
from staketerm.store.backup import back_up
from staketerm.store.clock import SystemClock
from staketerm.store.doctor import examine
from staketerm.store.opening import open_store
from pathlib import Path
store = open_store(Path(sys.argv[1]), clock=SystemClock())
back_up(store)
store.close()
examine(Path(sys.argv[1]), SystemClock().now())
print(*{name.partition(".")[0] for name in sys.modules})
"""


def test_a_plain_journal_loads_nothing_of_it(plain):
    done = subprocess.run(
        [sys.executable, "-c", PLAIN, str(plain)], capture_output=True, text=True, check=True
    )
    assert {"sqlcipher3", "keyring"}.isdisjoint(done.stdout.split())
