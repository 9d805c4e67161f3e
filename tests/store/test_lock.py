"""Several programs and threads at one journal: nothing is lost, and who waits is told why."""

import os
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from staketerm.store import engine, link, lock, opening
from staketerm.store.errors import JournalLocked
from staketerm.store.lock import FileLock
from staketerm.store.opening import open_store
from staketerm.store.presence import Presence
from staketerm.store.records import Involvement, Signal, Stakeholder
from tests.store.people import BRIDGE, begin, ident, signal

HOLD = """
import sys, time
from pathlib import Path
from staketerm.store.lock import FileLock
with FileLock(Path(sys.argv[1])).held("import"):
    print("held", flush=True)
    sys.stdin.readline()
"""

COUNT_UP = """
import sys
from pathlib import Path
from staketerm.store.clock import SystemClock
from staketerm.store.opening import open_store
from staketerm.store.records import Involvement
store = open_store(Path(sys.argv[1]), clock=SystemClock())
for _ in range(int(sys.argv[3])):
    with store.write("count") as work:
        row = work.get(Involvement, sys.argv[2])
        work.patch(Involvement, sys.argv[2], ideal_days=row.ideal_days + 1)
store.close()
"""


def counter(place: Path, clock) -> str:
    store = open_store(place, clock=clock)
    begin(store)
    with store.write("add") as work:
        work.put(Involvement(id=ident(30), stakeholder=ident(2), project=BRIDGE.id, ideal_days=0))
    store.close()
    return ident(30)


def counted(place: Path, clock) -> int | None:
    store = open_store(place, clock=clock)
    with store.read() as reader:
        row = reader.get(Involvement, ident(30))
    store.close()
    assert row is not None
    return row.ideal_days


@pytest.fixture
def holder(place):
    """Another program that holds the lock of the journal at `place` until told to go."""
    other = subprocess.Popen(
        [sys.executable, "-c", HOLD, f"{place}.lock"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert other.stdout is not None
    assert other.stdin is not None
    assert other.stdout.readline() == "held\n"
    yield other
    other.kill()
    other.wait()
    other.stdin.close()
    other.stdout.close()


def test_whoever_waits_in_vain_is_told_for_whom(place, clock, holder, monkeypatch):
    waiting = FileLock(Path(f"{place}.lock"))
    with pytest.raises(JournalLocked) as caught, waiting.held("log", wait=0.05):
        pass
    waiting.close()
    assert f"pid {holder.pid}" in str(caught.value)
    assert "(import)" in str(caught.value)
    assert "try again" in str(caught.value)


def test_a_lock_ends_with_its_program(place, holder):
    holder.kill()
    holder.wait()
    waiting = FileLock(Path(f"{place}.lock"))
    with waiting.held("log", wait=5):
        found = waiting.holder()
    assert found is not None
    assert (found.pid, found.purpose) == (os.getpid(), "log")
    assert waiting.holder() is None
    waiting.close()


def test_a_writer_waits_for_another_and_then_writes(place, clock):
    counter(place, clock)
    store = open_store(place, clock=clock)
    other = FileLock(Path(f"{place}.lock"))
    assert other.take("import")
    threading.Timer(0.2, other.leave).start()
    with store.write("edit") as work:
        work.patch(Stakeholder, ident(2), job="Engineer")
    store.close()
    other.close()


def test_a_writer_that_cannot_write_leaves_the_journal_usable(place, clock, holder, monkeypatch):
    holder.stdin.write("\n")
    holder.stdin.flush()
    holder.wait()
    counter(place, clock)
    store = open_store(place, clock=clock)
    other = FileLock(Path(f"{place}.lock"))
    assert other.take("import")
    monkeypatch.setattr(lock, "within", lambda _seconds, attempt: attempt())
    with pytest.raises(JournalLocked, match="import"), store.write("edit"):
        pass
    other.leave()
    with store.write("edit") as work:
        assert work.patch(Stakeholder, ident(2), job="Engineer")
    with store.read() as reader:
        assert reader.get(Stakeholder, ident(2)) is not None
    other.close()
    store.close()


def test_a_journal_held_by_a_foreign_program_says_so(place, clock, monkeypatch):
    monkeypatch.setattr(opening, "WRITER", {**engine.WRITER, "busy_timeout": "20"})
    store = open_store(place, clock=clock)
    begin(store)
    with closing(sqlite3.connect(place, isolation_level=None)) as foreign:
        foreign.execute("BEGIN EXCLUSIVE")
        with pytest.raises(JournalLocked, match="in use by another"), store.write("edit"):
            pass
        foreign.execute("ROLLBACK")
    with store.write("edit") as work:
        assert work.patch(Stakeholder, ident(2), job="Engineer")
    store.close()


def test_two_programs_at_once_lose_no_update(place, clock):
    row = counter(place, clock)
    programs = [
        subprocess.Popen([sys.executable, "-c", COUNT_UP, str(place), row, "25"]) for _ in range(2)
    ]
    assert [each.wait() for each in programs] == [0, 0]
    assert counted(place, clock) == 50


def test_threads_at_once_lose_no_update(store):
    begin(store)
    with store.write("add") as work:
        work.put(Involvement(id=ident(30), stakeholder=ident(2), project=BRIDGE.id, ideal_days=0))
    faults: list[BaseException] = []

    def count() -> None:
        try:
            for _ in range(10):
                with store.write("count") as work:
                    row = work.get(Involvement, ident(30))
                    work.patch(Involvement, ident(30), ideal_days=row.ideal_days + 1)
        except BaseException as fault:
            faults.append(fault)

    threads = [threading.Thread(target=count) for _ in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert faults == []
    with store.read() as reader:
        row = reader.get(Involvement, ident(30))
    assert row is not None
    assert row.ideal_days == 40


def test_readers_go_on_while_somebody_writes(place, clock):
    store = open_store(place, clock=clock)
    begin(store)
    seen: list[int] = []
    faults: list[BaseException] = []

    def look() -> None:
        try:
            for _ in range(20):
                with store.read() as reader:
                    seen.append(len(reader.rows(Signal)))
        except BaseException as fault:
            faults.append(fault)

    with store.write("import") as work:
        threads = [threading.Thread(target=look) for _ in range(4)]
        for each in threads:
            each.start()
        work.put_many([signal(n) for n in range(1000, 3000)], logged=False)
        for each in threads:
            each.join()
    assert faults == []
    assert set(seen) == {0}
    with store.read() as reader:
        assert len(reader.rows(Signal)) == 2000
    store.close()


def test_an_idle_journal_is_one_whole_file(place, clock, monkeypatch):
    monkeypatch.setattr(link, "IDLE_SECONDS", 0.01)
    store = open_store(place, clock=clock)
    begin(store)
    wal = place.with_name("journal.db-wal")
    assert lock.within(10, lambda: wal.stat().st_size == 0)
    store.close()


def test_a_network_drive_is_for_one_machine_at_a_time(place):
    mark = place.with_name("journal.db.open")
    mark.write_text(
        '{"pid": 1, "host": "laptop-of-anna", "since": "2026-11-21T12:00:00+00:00", '
        '"purpose": "open"}'
    )
    with pytest.raises(JournalLocked, match="laptop-of-anna"):
        Presence(place, remote=True)
    here = Presence(place, remote=False)
    assert here.unclean
    here.end(clean=True)
    assert mark.read_text() == ""
