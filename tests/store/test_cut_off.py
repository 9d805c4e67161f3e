"""Whoever was cut off half-way in replacing a journal: the next to open it finds it whole."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from staketerm.store import restore as restoring
from staketerm.store import schema
from staketerm.store.backup import back_up
from staketerm.store.doctor import Health, examine
from staketerm.store.engine import connect
from staketerm.store.errors import DiskFull, JournalNewer
from staketerm.store.opening import open_store
from staketerm.store.repair import repair
from staketerm.store.restore import restore
from tests.store.people import begin, person, visible


class Cut(BaseException):
    """Here the power went."""


@pytest.fixture
def crashed(place, clock, tmp_path) -> tuple[Path, Path]:
    """A journal whose newest row lies in its -wal alone, as after a crash; and a backup of it."""
    store = open_store(place, clock=clock)
    begin(store)
    kept = back_up(store, tmp_path / "kept.db")
    with store.write("add") as work:
        work.put(person(3, "Bo"))
    copy = tmp_path / "crashed" / "journal.db"
    copy.parent.mkdir()
    for ending in ("", "-wal", ".open"):
        shutil.copy(f"{place}{ending}", f"{copy}{ending}")
    store.close()
    return copy, kept


def people(place: Path, clock) -> list[str]:
    store = open_store(place, clock=clock)
    found = [row["name"] for row in visible(store)["stakeholder"]]
    store.close()
    return found


def cut_before_the_last_step(monkeypatch) -> None:
    def cut(_path):
        raise Cut

    monkeypatch.setattr(restoring, "sync_to_disk", cut)
    monkeypatch.setattr(restoring, "discard", lambda _path: None)


def test_a_restore_cut_off_before_its_last_step_never_was(crashed, clock, monkeypatch):
    journal, kept = crashed
    with monkeypatch.context() as power:
        cut_before_the_last_step(power)
        with pytest.raises(Cut):
            restore(kept, journal, clock.now())
    names = {each.name for each in journal.parent.iterdir()}
    assert {"journal.db.restored", "journal-20261121T120000Z-replaced.db-wal"} <= names
    assert people(journal, clock) == ["Ada Lens", "Bo"]
    assert {each.name for each in journal.parent.iterdir()} == {
        "journal.db",
        "journal.db.lock",
        "journal.db.open",
    }


@pytest.mark.parametrize("again", ["restore", "repair"])
def test_what_was_cut_off_is_done_again(crashed, clock, monkeypatch, again):
    journal, kept = crashed
    with monkeypatch.context() as power:
        cut_before_the_last_step(power)
        with pytest.raises(Cut):
            restore(kept, journal, clock.now())
    if again == "restore":
        aside = restore(kept, journal, clock.now())
        assert people(journal, clock) == ["Ada Lens"]
    else:
        aside = repair(journal, clock).damaged
        assert people(journal, clock) == ["Ada Lens", "Bo"]
    assert aside is not None
    assert people(aside, clock) == ["Ada Lens", "Bo"]


def test_what_was_being_made_aside_is_swept_away(crashed, clock):
    journal, _kept = crashed
    backups = journal.parent / "backups"
    backups.mkdir()
    leftovers = [
        backups / "journal-20261101T120000Z-s1.db.tmp",
        backups / "journal-20261101T120000Z-s1.db.tmp-journal",
        *(journal.with_name(f"journal.db{each}") for each in (".salvage", ".salvage-wal")),
        *(journal.with_name(f"journal.db{each}") for each in (".repaired", ".repaired.lock")),
        *(journal.with_name(f"journal.db.restored{each}") for each in ("", ".tmp", "-journal")),
    ]
    others = [backups / "mine.db.tmp", backups / "other-20261101T120000Z-s1.db.tmp"]
    for each in (*leftovers, *others):
        each.write_bytes(b"half")
    assert people(journal, clock) == ["Ada Lens", "Bo"]
    assert [each.name for each in leftovers if each.exists()] == []
    assert all(each.exists() for each in others)


def test_a_name_with_brackets_hides_nothing_that_was_left(crashed, clock, monkeypatch):
    """In a pattern they mean something else: what was put aside would not be found again."""
    plain, kept = crashed
    journal = plain.with_name("team [2026].db")
    for ending in ("", "-wal", ".open"):
        Path(f"{plain}{ending}").rename(f"{journal}{ending}")
    left = journal.parent / "backups" / "team [2026]-20261101T120000Z-s1.db.tmp"
    left.parent.mkdir()
    left.write_bytes(b"half")
    with monkeypatch.context() as power:
        cut_before_the_last_step(power)
        with pytest.raises(Cut):
            restore(kept, journal, clock.now())
    assert people(journal, clock) == ["Ada Lens", "Bo"]
    assert not left.exists()


def test_nothing_is_replaced_by_a_file_that_is_not_whole(crashed, clock, monkeypatch):
    """Where the disk is full, what is made aside may not come together into one file."""
    journal, kept = crashed
    carry = restoring._carry_clock

    def carried(old, fresh):
        carry(old, fresh)
        fresh.with_name(f"{fresh.name}-wal").write_bytes(b"not brought in")

    monkeypatch.setattr(restoring, "_carry_clock", carried)
    with pytest.raises(DiskFull, match="nothing was changed"):
        restore(kept, journal, clock.now())
    assert people(journal, clock) == ["Ada Lens", "Bo"]
    assert not journal.with_name("journal.db.restored-wal").exists()


@pytest.fixture
def half_written(place: Path, clock) -> Path:
    """A journal on a share, cut off in the middle of a large write."""
    store = open_store(place, clock=clock)
    begin(store)
    store.close()
    with closing(connect(place, "rw")) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA cache_size = 2")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE stakeholder SET name = 'half', job = ?", ("x" * 50_000,))
        connection.execute("PRAGMA user_version = 1")
        copy = place.with_name("crashed.db")
        for ending in ("", "-journal"):
            shutil.copy(f"{place}{ending}", f"{copy}{ending}")
        connection.execute("ROLLBACK")
    return copy


def test_a_half_write_without_a_log_is_taken_back_when_opened(half_written, clock):
    before = half_written.read_bytes()
    found = {each.key: each for each in examine(half_written, clock.now())}
    assert found["integrity"].health is Health.NOTE
    assert half_written.read_bytes() == before  # looking takes nothing back
    assert people(half_written, clock) == ["Ada Lens"]
    assert not half_written.with_name("crashed.db-journal").exists()


def test_a_half_write_of_a_newer_program_is_left_to_it(half_written, clock, monkeypatch):
    monkeypatch.setattr(schema, "SCHEMA", 0)
    before = half_written.read_bytes()
    with pytest.raises(JournalNewer):
        open_store(half_written, clock=clock)
    assert half_written.read_bytes() == before
    assert half_written.with_name("crashed.db-journal").exists()


def test_a_half_written_journal_is_restored_over(half_written, clock, tmp_path):
    other = open_store(tmp_path / "other.db", clock=clock)
    begin(other)
    kept = back_up(other, tmp_path / "kept.db")
    other.close()
    aside = restore(kept, half_written, clock.now())
    assert aside is not None
    assert people(aside, clock) == ["Ada Lens"]


def test_a_second_name_that_somebody_else_gave_a_journal_stays(crashed, clock):
    journal, _kept = crashed
    mine = journal.with_name("journal-mine-replaced.db")
    mine.hardlink_to(journal)
    assert people(journal, clock) == ["Ada Lens", "Bo"]
    assert mine.exists()
