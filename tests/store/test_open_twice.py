"""A journal that several programs have open is not taken away under any of them."""

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from staketerm.store import schema
from staketerm.store.backup import back_up
from staketerm.store.cipher import is_encrypted
from staketerm.store.encrypting import encrypt
from staketerm.store.errors import JournalLocked, JournalReadOnly
from staketerm.store.lock import FileLock
from staketerm.store.opening import open_store
from staketerm.store.records import Stakeholder
from staketerm.store.repair import repair
from staketerm.store.restore import restore
from tests.store.encrypted import SECRET
from tests.store.people import begin, ident, person, visible
from tests.store.test_migrating import next_schema, version_of

__all__ = ["next_schema"]

OPEN = """
import sys
from pathlib import Path
from staketerm.store.clock import SystemClock
from staketerm.store.opening import open_store
open_store(Path(sys.argv[1]), clock=SystemClock())
print("open", flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def two(place, clock):
    """The same journal, opened by two programs; who came first has left."""
    first = open_store(place, clock=clock)
    begin(first)
    second = open_store(place, clock=clock)
    first.close()
    yield second
    second.close()


@pytest.mark.parametrize("replacing", [restore, repair])
def test_what_the_second_program_has_open_is_not_replaced(two, place, clock, replacing):
    kept = back_up(two)
    with pytest.raises(JournalLocked, match="open in another"):
        restore(kept, place, clock.now()) if replacing is restore else repair(place, clock)
    with two.write("add") as work:
        work.put(person(3, "Bo"))
    two.close()
    store = open_store(place, clock=clock)
    assert len(visible(store)["stakeholder"]) == 2
    store.close()


def test_what_is_open_is_not_brought_to_a_newer_schema(two, place, clock, request):
    request.getfixturevalue("next_schema")()
    assert schema.SCHEMA == 2
    with pytest.raises(JournalLocked, match="open in another"):
        open_store(place, clock=clock)
    assert version_of(place) == 1
    two.close()
    open_store(place, clock=clock).close()
    assert version_of(place) == 2


def test_nobody_comes_in_while_a_journal_is_restored(place, clock):
    store = open_store(place, clock=clock)
    begin(store)
    store.close()
    restoring = FileLock(place.with_name("journal.db.open"))
    assert restoring.take("restore")
    with pytest.raises(JournalLocked, match=r"busy with it \(restore\)"):
        open_store(place, clock=clock, wait=0)
    restoring.leave()
    restoring.close()
    open_store(place, clock=clock, wait=0).close()


def test_the_last_to_leave_takes_the_mark_away(two, place, clock):
    mark = place.with_name("journal.db.open")
    assert mark.read_text()
    two.close()
    assert mark.read_text() == ""
    store = open_store(place, clock=clock)
    assert store.check is None
    store.close()


def test_who_was_cut_off_beside_another_is_noticed_later(place, clock):
    store = open_store(place, clock=clock)
    begin(store)
    store.close()
    other = subprocess.Popen(
        [sys.executable, "-c", OPEN, str(place)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert other.stdout is not None
    assert other.stdin is not None
    assert other.stdout.readline() == "open\n"
    beside = open_store(place, clock=clock)
    other.kill()
    other.wait()
    other.stdin.close()
    other.stdout.close()
    beside.close()
    store = open_store(place, clock=clock)
    assert store.check is not None
    store.close()


def test_nothing_is_restored_where_nothing_can_be_written(place, clock, monkeypatch):
    from staketerm.store import probe

    store = open_store(place, clock=clock)
    begin(store)
    kept = back_up(store)
    store.close()
    monkeypatch.setattr(probe, "writable", lambda _path: False)
    for replace in (lambda: restore(kept, place, clock.now()), lambda: repair(place, clock)):
        with pytest.raises(JournalReadOnly, match="read-only for you"):
            replace()


def test_a_full_disk_takes_no_lock_hostage(place, clock, monkeypatch):
    """The words in a lock's file are for others to read; without room for them the lock holds."""
    store = open_store(place, clock=clock)
    begin(store)

    def full(_file, _text):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr(os, "write", full)
        with store.write("edit") as work:
            work.patch(Stakeholder, ident(2), job="Engineer")
    with store.write("edit") as work:
        assert work.patch(Stakeholder, ident(2), job="Chief")
    store.close()
    with closing(FileLock(place.with_name("journal.db.lock"))) as lock:
        assert lock.take("look")
        lock.leave()


LOOK = """
import sys
from contextlib import closing
from pathlib import Path
from staketerm.store.cipher import admits, is_encrypted
from staketerm.store.engine import connect
place = Path(sys.argv[1])
assert not is_encrypted(place) or admits(place, sys.argv[2])
with closing(connect(place, "rw")) as connection:
    print(connection.execute("SELECT count(*) FROM stakeholder").fetchone()[0])
"""


@pytest.mark.parametrize("kind", ["new", "plain", "encrypted"])
def test_who_closes_a_journal_takes_nothing_from_who_has_it_open(place: Path, clock, kind):
    """The last one to close removes the -wal; whoever is there must be seen to be there."""
    if kind != "new":
        open_store(place, clock=clock).close()
    if kind == "encrypted":
        encrypt(place, clock.now(), SECRET)
    store = open_store(place, clock=clock)
    begin(store)
    visible(store)
    back_up(store)
    assert is_encrypted(place) is (kind == "encrypted")
    wal = place.with_name(f"{place.name}-wal")
    before = wal.stat().st_ino
    words = [sys.executable, "-c", LOOK, str(place), SECRET]
    assert subprocess.run(words, capture_output=True, text=True, check=True).stdout == "1\n"
    assert wal.stat().st_ino == before
    with store.write("add") as work:
        work.put(person(3, "Bo"))
    assert subprocess.run(words, capture_output=True, text=True, check=True).stdout == "2\n"
    store.close()
