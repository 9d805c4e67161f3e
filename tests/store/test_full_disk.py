"""A disk that is full: one sentence, nothing half written, and all goes on once there is room."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from staketerm.store.backup import back_up
from staketerm.store.errors import DiskFull
from staketerm.store.opening import open_store
from staketerm.store.records import Stakeholder
from staketerm.store.repair import repair
from staketerm.store.restore import restore
from staketerm.store.rotation import backups_of
from tests.store.people import begin, ident, person, visible

MEGABYTE = 1 << 20


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of three megabytes of its own; skips where one may not be mounted."""
    folder = tmp_path / "disk"
    folder.mkdir()
    words = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(folder)]
    if (
        not shutil.which("mount")
        or subprocess.run(words, capture_output=True, check=False).returncode
    ):
        pytest.skip("no disk may be mounted here")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(disk: Path, leave: int = 0) -> Path:
    """A file that takes all the room but `leave` bytes."""
    ballast = disk / "ballast"
    with ballast.open("wb") as file:
        file.truncate(0)
        for size in (1 << 16, 1 << 12):
            while shutil.disk_usage(disk).free >= leave + size:
                file.write(bytes(size))
                file.flush()
    return ballast


@pytest.fixture
def journal(small_disk: Path, clock) -> Path:
    """A journal on the small disk, with a backup elsewhere; not open."""
    place = small_disk / "journal.db"
    store = open_store(place, clock=clock)
    begin(store)
    back_up(store, small_disk.parent / "kept.db")
    with store.write("add") as work:
        work.put(person(3, "Bo"))
    store.close()
    return place


def files(place: Path) -> set[str]:
    return {each.name for each in place.parent.iterdir()} - {"journal.db.lock", "journal.db.open"}


def test_what_was_saved_before_the_disk_was_full_is_there(journal, clock):
    store = open_store(journal, clock=clock)
    before = visible(store)
    ballast = fill(journal.parent)
    with pytest.raises(DiskFull, match="nothing was changed"), store.write("import") as work:
        work.put_many([person(n, "x" * 200) for n in range(1000, 3000)], logged=False)
    assert visible(store) == before
    ballast.unlink()
    with store.write("edit") as work:
        work.patch(Stakeholder, ident(2), job="Engineer")
    store.close()
    store = open_store(journal, clock=clock)
    assert visible(store)["stakeholder"][0]["job"] == "Engineer"
    store.close()


def test_a_journal_is_read_though_its_disk_is_full(journal, clock):
    ballast = fill(journal.parent)
    with pytest.raises(DiskFull):
        open_store(journal, clock=clock)
    store = open_store(journal, clock=clock, read_only=True)
    assert len(visible(store)["stakeholder"]) == 2
    store.close()
    ballast.unlink()
    store = open_store(journal, clock=clock)
    assert len(visible(store)["stakeholder"]) == 2
    store.close()


@pytest.mark.parametrize("leave", [0, 1 << 17])
def test_without_room_nothing_is_backed_up_restored_or_mended(journal, clock, leave):
    before, there = journal.read_bytes(), files(journal)
    ballast = fill(journal.parent, leave)
    with pytest.raises(DiskFull):
        restore(journal.parent.parent / "kept.db", journal, clock.now())
    with pytest.raises(DiskFull):
        repair(journal, clock)
    assert journal.read_bytes() == before
    assert files(journal) == there | {"ballast"}
    ballast.unlink()
    assert restore(journal.parent.parent / "kept.db", journal, clock.now()) is not None


def test_no_journal_is_begun_by_half(small_disk, clock):
    ballast = fill(small_disk, 1 << 16)
    place = small_disk / "journal.db"
    with pytest.raises(DiskFull):
        open_store(place, clock=clock)
    ballast.unlink()
    store = open_store(place, clock=clock)
    begin(store)
    store.close()


BACK_UP = """
import resource, sys
from pathlib import Path
from staketerm.store.backup import back_up
from staketerm.store.clock import SystemClock
from staketerm.store.errors import DiskFull
from staketerm.store.opening import open_store
store = open_store(Path(sys.argv[1]), clock=SystemClock())
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, resource.RLIM_INFINITY))
try:
    back_up(store)
except DiskFull as fault:
    print("told:", fault)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
print("made:", back_up(store))
store.close()
"""


def test_a_backup_for_which_there_is_no_room_leaves_nothing_behind(place, clock):
    store = open_store(place, clock=clock)
    begin(store)
    store.close()
    done = subprocess.run(
        [sys.executable, "-c", BACK_UP, str(place)], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    told, made = done.stdout.splitlines()
    assert "no room left" in told
    (kept,) = backups_of(place)
    assert made == f"made: {kept.path}"
    assert [each.name for each in kept.path.parent.iterdir()] == [kept.path.name]
