"""What is said and done when the world around an open journal changes: nothing saved is lost."""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from staketerm.store import network
from staketerm.store.backup import DAILY, back_up, is_due
from staketerm.store.doctor import Health, examine
from staketerm.store.errors import (
    DiskFails,
    DiskFull,
    FolderMissing,
    JournalDamaged,
    JournalMoved,
    JournalReadOnly,
    as_store_error,
    told_of_files,
)
from staketerm.store.opening import open_store
from staketerm.store.records import Stakeholder
from staketerm.store.rotation import backups_of
from tests.store.people import begin, ident, person, visible

ORDINARY_USER = 65534

posix = pytest.mark.skipif(os.name == "nt", reason="an open file keeps its name on Windows")


@pytest.fixture
def open_journal(place, clock):
    store = open_store(place, clock=clock)
    begin(store)
    yield store
    store.close()


def edit(store, job: str) -> None:
    with store.write("edit") as work:
        work.patch(Stakeholder, ident(2), job=job)


@posix
@pytest.mark.parametrize("how", ["moved", "deleted", "replaced"])
def test_nothing_is_written_into_a_file_that_lost_its_name(open_journal, place, clock, how):
    back_up(open_journal, other := place.with_name("other.db"))
    elsewhere = place.with_name("elsewhere.db")
    if how == "moved":
        place.rename(elsewhere)
    elif how == "deleted":
        place.unlink()
    else:
        other.replace(place)
    there = place.read_bytes() if place.exists() else None
    with pytest.raises(JournalMoved, match="while it was open"):
        edit(open_journal, "Engineer")
    assert (place.read_bytes() if place.exists() else None) == there
    if how == "moved":
        elsewhere.rename(place)
        edit(open_journal, "Engineer")
        assert visible(open_journal)["stakeholder"][0]["job"] == "Engineer"


@pytest.fixture
def ordinary_folder() -> Iterator[Path]:
    """A folder of an ordinary user, whom file modes bind."""
    with tempfile.TemporaryDirectory() as folder:
        if os.geteuid() == 0:
            os.chown(folder, ORDINARY_USER, -1)
            os.seteuid(ORDINARY_USER)
        try:
            yield Path(folder)
        finally:
            if os.getuid() == 0:
                os.seteuid(0)
            Path(folder).chmod(0o700)


@posix
@pytest.mark.parametrize(("file", "folder"), [(0o444, 0o700), (0o600, 0o500), (0o000, 0o500)])
def test_rights_that_are_lost_while_it_is_open_lose_nothing(ordinary_folder, clock, file, folder):
    place = ordinary_folder / "journal.db"
    store = open_store(place, clock=clock)
    begin(store)
    place.chmod(file)
    ordinary_folder.chmod(folder)
    edit(store, "Engineer")  # what is open stays open
    store.close()
    with pytest.raises(JournalReadOnly, match=r"read-only for you|cannot be read"):
        open_store(place, clock=clock)
    ordinary_folder.chmod(0o700)
    place.chmod(0o600)
    store = open_store(place, clock=clock)
    assert visible(store)["stakeholder"][0]["job"] == "Engineer"
    store.close()


@pytest.mark.parametrize(
    ("code", "kind", "remedy"),
    [
        (sqlite3.SQLITE_IOERR_READ, DiskFails, "see that it is connected"),
        (sqlite3.SQLITE_IOERR_FSYNC, DiskFails, "What was saved before is safe"),
        (sqlite3.SQLITE_IOERR_WRITE, DiskFull, "Free some space"),
        (sqlite3.SQLITE_READONLY_DBMOVED, JournalMoved, "put the file back"),
        (sqlite3.SQLITE_READONLY_DIRECTORY, JournalReadOnly, "who owns the file"),
    ],
)
def test_what_a_disk_does_is_told_with_its_remedy(code, kind, remedy):
    fault = sqlite3.OperationalError("as SQLite puts it")
    fault.sqlite_errorcode = code
    told = as_store_error(fault, "/mnt/stick/journal.db")
    assert type(told) is kind
    assert str(told).startswith("/mnt/stick/journal.db")
    assert remedy in str(told)


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (28, DiskFull),
        (13, JournalReadOnly),
        (30, JournalReadOnly),
        (2, FolderMissing),
        (5, DiskFails),
    ],
)
def test_what_the_system_refuses_is_told_the_same_way(number, kind):
    with pytest.raises(kind, match="/mnt/stick/journal"), told_of_files(Path("/x")):
        raise OSError(number, os.strerror(number), "/mnt/stick/journal.db")


def test_a_backup_into_a_folder_that_is_not_there_says_so(open_journal, tmp_path):
    with pytest.raises(FolderMissing, match="connect the disk"):
        back_up(open_journal, tmp_path / "stick" / "mine.db")


def test_a_backup_that_meets_damage_names_the_journal_not_the_copy(open_journal, place, clock):
    with open_journal.write("import") as work:
        work.put_many([person(n, "x" * 80) for n in range(1000, 2000)], logged=False)
    open_journal.close()
    pages = bytearray(place.read_bytes())
    for at in range(4096, len(pages), 4096):
        if b"x" * 80 in pages[at : at + 4096]:
            pages[at : at + 4096] = b"\xff" * 4096
    place.write_bytes(pages)
    store = open_store(place, clock=clock)
    with pytest.raises(JournalDamaged) as caught:
        back_up(store)
    store.close()
    assert str(caught.value).startswith(f"{place} is damaged")
    assert backups_of(place) == []


@pytest.mark.parametrize("back", [{"hours": -5}, {"days": -900}])
def test_backups_go_on_though_the_clock_was_set_back(open_journal, place, clock, back):
    back_up(open_journal)
    clock.move(**back)
    edit(open_journal, "Engineer")
    assert is_due(open_journal, place, DAILY)
    back_up(open_journal)
    assert len(backups_of(place)) == 2
    clock.move(hours=30)
    edit(open_journal, "Chief")
    assert is_due(open_journal, place, DAILY)
    back_up(open_journal)
    assert len(backups_of(place)) >= 2
    found = {each.key: each for each in examine(place, clock.now())}
    assert found["backup"].health is Health.GOOD
    assert f"{clock.now():%Y-%m-%d %H:%M}" in found["backup"].text


@pytest.fixture
def share(tmp_path: Path, monkeypatch) -> Path:
    """A folder that lies on another machine, by the table of what is mounted."""
    folder = tmp_path / "share"
    folder.mkdir()
    table = f"/dev/sda1 / ext4 rw 0 0\nnas:/team {folder} nfs4 rw 0 0\n"
    monkeypatch.setattr(network, "_mounts", lambda: network.read_mounts(table))
    return folder


def test_a_journal_on_a_share_is_written_the_careful_way_and_told(share, tmp_path, clock):
    place = share / "journal.db"
    store = open_store(place, clock=clock)
    begin(store)
    store.close()
    assert place.read_bytes()[18] == 1  # no write-ahead log, which needs memory in common
    found = {each.key: each for each in examine(place, clock.now())}
    assert found["place"].health is Health.NOTE
    assert "one machine at a time" in found["place"].text
    link = tmp_path / "mine.db"
    link.symlink_to(place)
    assert network.on_network(link)
    assert not network.on_network(tmp_path / "journal.db")


def test_a_journal_that_moves_to_a_share_keeps_all_it_holds(open_journal, place, share, clock):
    before = visible(open_journal)
    open_journal.close()
    shutil.move(place, share / "journal.db")
    store = open_store(share / "journal.db", clock=clock)
    assert visible(store) == before
    store.close()
    with closing(sqlite3.connect(share / "journal.db")) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
