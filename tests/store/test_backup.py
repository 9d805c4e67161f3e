"""Backups are whole, private and rotated; restoring one puts the journal aside, never away."""

import os
import shutil
import sqlite3
import stat
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from staketerm.store import tables
from staketerm.store.backup import back_up, back_up_file
from staketerm.store.errors import (
    DiskFull,
    JournalDamaged,
    JournalLocked,
    JournalNewer,
    NotAJournal,
    StoreError,
)
from staketerm.store.opening import open_store
from staketerm.store.records import Stakeholder
from staketerm.store.restore import restore
from staketerm.store.rotation import Backup, backups_of, kept_of, rotate
from tests.store.people import begin, ident, person, visible

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture
def file_store(place, clock):
    store = open_store(place, clock=clock)
    begin(store)
    yield store
    store.close()


def names(place: Path) -> list[str]:
    return sorted(each.name for each in place.parent.iterdir())


def test_a_backup_is_one_whole_private_file(file_store, place):
    old = os.umask(0o022)
    made = back_up(file_store)
    os.umask(old)
    assert made == place.parent / "backups" / "journal-20261121T120000Z-s1.db"
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    assert stat.S_IMODE(made.parent.stat().st_mode) == 0o700
    assert [each.name for each in made.parent.iterdir()] == [made.name]
    copy = made.with_name("copy.db")
    shutil.copy(made, copy)
    store = open_store(copy, clock=file_store.clock)
    assert visible(store) == visible(file_store)
    store.close()


def test_a_backup_can_go_wherever_it_is_wanted(file_store, tmp_path):
    elsewhere = tmp_path / "stick"
    elsewhere.mkdir()
    assert back_up(file_store, elsewhere).parent == elsewhere
    assert back_up(file_store, elsewhere / "mine.db") == elsewhere / "mine.db"
    with pytest.raises(StoreError, match="is there already"):
        back_up(file_store, elsewhere / "mine.db")
    assert backups_of(file_store.path) == []


def test_backups_of_one_second_have_names_of_their_own(file_store, place, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    for number in range(2, 5):
        beside, there = back_up(file_store), back_up(file_store, stick)
        assert beside.name == there.name
        with file_store.write("add") as work:
            work.put(person(number + 1, "Bo"))
    names = [each.path.name for each in backups_of(place)]
    assert names == [f"journal-20261121T120000Z-s1{each}.db" for each in ("-3", "-2", "")]
    assert sorted(each.name for each in stick.iterdir()) == sorted(names)
    for folder in (stick, place.parent / "backups"):
        assert [people_in(folder / each) for each in reversed(names)] == [1, 2, 3]
    rotate(place, file_store.clock.now())
    assert len(backups_of(place)) == 3


def test_journals_of_one_folder_have_backups_of_their_own(file_store, place, clock):
    other = place.with_suffix(".sqlite")
    shutil.copy(back_up(file_store), other)
    assert back_up_file(other, clock.now()).name == "journal.sqlite-20261121T120000Z-s1.db"
    assert [each.path.name for each in backups_of(place)] == ["journal-20261121T120000Z-s1.db"]
    assert len(backups_of(other)) == 1


def people_in(backup: Path) -> int:
    with closing(sqlite3.connect(backup)) as connection:
        count: int = connection.execute("SELECT count(*) FROM stakeholder").fetchone()[0]
    return count


def test_a_name_that_another_program_is_about_to_give_is_left_to_it(file_store, place):
    taken = place.parent / "backups" / "journal-20261121T120000Z-s1.db.tmp"
    taken.parent.mkdir()
    taken.write_bytes(b"half")
    assert back_up(file_store).name == "journal-20261121T120000Z-s1-2.db"
    assert taken.read_bytes() == b"half"


def test_what_was_cut_off_on_a_stick_is_swept_away_by_the_next_one(file_store, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    left = stick / "journal-20261119T120000Z-s1.db.tmp"
    new = stick / "journal-20261121T110000Z-s1.db.tmp"
    other = stick / "other-20261119T120000Z-s1.db.tmp"
    for each, days in ((left, 2), (new, 0.1), (other, 2)):
        each.write_bytes(b"half")
        os.utime(each, (0, (NOON - timedelta(days=days)).timestamp()))
    back_up(file_store, stick)
    assert [each.exists() for each in (left, new, other)] == [False, True, True]


def test_a_backup_that_fails_leaves_nothing_behind(file_store, monkeypatch):
    from staketerm.store import backup

    def damaged(_connection):
        return ["row missing from index"]

    monkeypatch.setattr(backup, "quick_check", damaged)
    with pytest.raises(JournalDamaged):
        back_up(file_store)
    assert list((file_store.path.parent / "backups").iterdir()) == []


def test_without_room_work_goes_on_without_a_backup(file_store, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: type("Usage", (), {"free": 5000}))
    with pytest.raises(DiskFull, match="MB free"):
        back_up(file_store)
    assert backups_of(file_store.path) == []


def test_a_journal_in_memory_has_no_backup(clock):
    store = open_store(":memory:", clock=clock)
    with pytest.raises(StoreError, match="no file of its own"):
        back_up(store)
    store.close()


def test_rotation_keeps_days_weeks_months_and_the_last_of_two_older_schemas():
    def made(days: float, schema: int = 5) -> Backup:
        return Backup(Path(f"{days}-{schema}"), NOON - timedelta(days=days), schema)

    daily = [made(n) for n in range(400)]
    twice = [made(n + 0.1) for n in range(3)]
    old = [made(500, 4), made(501, 4), made(600, 3), made(700, 2)]
    kept = kept_of([*daily, *twice, *old], NOON)
    ages = sorted((NOON - each.made_at).days for each in kept if each.schema == 5)
    assert ages[:8] == [0, 0, 1, 2, 3, 4, 5, 6]
    # 21 November 2026 is a Saturday: weeks end on Sundays, months on their last day
    assert ages[8:] == [13, 20, 21, 52, 82, 113, 144]
    assert {each.path.name for each in kept if each.schema < 5} == {"500-4", "600-3"}
    assert {made(0.1), made(1)} <= kept  # the newest three, whatever their day
    assert made(2.1) not in kept


def test_rotation_never_deletes_what_is_dated_later_than_today():
    future = Backup(Path("x"), NOON + timedelta(days=9), 1)
    assert kept_of([future], NOON) == {future}


def test_only_backups_of_this_journal_are_rotated(file_store, place, clock):
    folder = place.parent / "backups"
    folder.mkdir()
    other = folder / "other-20200101T000000Z-s1.db"
    other.touch()
    (folder / "journal-notes.txt").touch()
    for _day in range(12):
        back_up(file_store)
        clock.move(days=1)
    assert other.exists()
    assert (folder / "journal-notes.txt").exists()
    assert len(backups_of(place)) == 8


def test_a_backup_is_restored_and_the_journal_put_aside(file_store, place, clock):
    kept = back_up(file_store)
    before = visible(file_store)
    with file_store.write("add") as work:
        work.put(person(3, "Bo"))
    after = visible(file_store)
    file_store.close()
    aside = restore(kept, place, clock.now())
    assert aside == place.with_name("journal-20261121T120000Z-replaced.db")
    store = open_store(place, clock=clock)
    assert visible(store) == before
    with store.write("edit") as later:
        later.patch(Stakeholder, ident(2), job="Engineer")
    assert later.rev > work.rev
    store.close()
    assert aside is not None
    store = open_store(aside, clock=clock)
    assert visible(store) == after
    store.close()
    assert kept.exists()
    assert not any(name.endswith(".restored") for name in names(place))


def test_a_stale_wal_is_not_played_into_a_restored_journal(file_store, place, clock, tmp_path):
    kept = back_up(file_store)
    with file_store.write("add") as work:
        work.put(person(3, "Bo"))
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    for ending in ("", "-wal"):
        shutil.copy(f"{place}{ending}", crashed / f"journal.db{ending}")
    (crashed / "journal.db").chmod(0o600)
    assert (crashed / "journal.db-wal").stat().st_size
    aside = restore(kept, crashed / "journal.db", clock.now())
    store = open_store(crashed / "journal.db", clock=clock)
    assert [row["name"] for row in visible(store)["stakeholder"]] == ["Ada Lens"]
    store.close()
    assert aside is not None
    store = open_store(aside, clock=clock)
    assert len(visible(store)["stakeholder"]) == 2
    store.close()


def test_a_wal_without_its_journal_is_not_played_either(file_store, place, clock, tmp_path):
    kept = back_up(file_store)
    with file_store.write("add") as work:
        work.put(person(3, "Bo"))
    empty = tmp_path / "empty"
    empty.mkdir()
    shutil.copy(f"{place}-wal", empty / "journal.db-wal")
    assert restore(kept, empty / "journal.db", clock.now()) is None
    store = open_store(empty / "journal.db", clock=clock)
    assert len(visible(store)["stakeholder"]) == 1
    store.close()


def test_an_open_journal_is_not_replaced(file_store, place, clock):
    kept = back_up(file_store)
    with pytest.raises(JournalLocked, match="open in another"):
        restore(kept, place, clock.now())
    with file_store.read() as reader:
        count = reader.connection.scalar(select(func.count()).select_from(tables.stakeholder))
    assert count == 1


@pytest.mark.parametrize("harm", ["text", "cut", "newer", "other"])
def test_what_is_no_good_backup_replaces_nothing(file_store, place, clock, tmp_path, harm):
    kept = tmp_path / "kept.db"
    back_up(file_store, kept)
    file_store.close()
    if harm == "text":
        kept.write_bytes(b"hello " * 1000)
    elif harm == "cut":
        kept.write_bytes(kept.read_bytes()[:20_000])
    else:
        with closing(sqlite3.connect(kept)) as connection:
            pragma = "user_version = 99" if harm == "newer" else "application_id = 7"
            connection.execute(f"PRAGMA {pragma}")
    before = place.read_bytes()
    kinds = {"text": NotAJournal, "cut": JournalDamaged, "newer": JournalNewer}
    with pytest.raises(kinds.get(harm, NotAJournal)):
        restore(kept, place, clock.now())
    assert place.read_bytes() == before
    assert not any(name.endswith((".restored", ".tmp")) for name in names(place))
