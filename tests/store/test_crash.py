"""Killed in the middle: what was said to be saved is there, and nothing is there by half."""

import os
import signal as signals
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import func, select

from staketerm.store import tables
from staketerm.store.opening import open_store
from staketerm.store.records import Project, Signal, Stakeholder
from tests.store.people import begin

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")

WRITE = """
import sys
from datetime import date
from pathlib import Path
from staketerm.store.clock import SystemClock
from staketerm.store.opening import open_store
from tests.store.people import signal
store = open_store(Path(sys.argv[1]), clock=SystemClock())
size = int(sys.argv[2])
n = 1000
while True:
    with store.write("import") as work:
        rows = [signal(n + each, note="water") for each in range(size)]
        work.put_many(rows, logged=size < 10)
    n += size
    print(n, flush=True)
"""


@pytest.mark.parametrize("size", [2, 1000])
def test_what_was_said_to_be_saved_is_there_and_no_half_of_more(place, clock, size):
    store = open_store(place, clock=clock)
    begin(store)
    store.close()
    saved = 0
    for round_ in range(3):
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITE, str(place), str(size)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        )
        assert writer.stdout is not None
        for _line in range(2 + round_):
            writer.stdout.readline()
        writer.kill()
        told = 2 + round_ + len(writer.stdout.read().split())
        writer.stdout.close()
        assert writer.wait() == -signals.SIGKILL
        store = open_store(place, clock=clock)
        assert store.check is not None
        with store.read() as reader:
            signals_there = len(reader.rows(Signal))
            found = reader.connection.scalar(select(func.count()).select_from(tables.search))
            assert reader.connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
        assert signals_there % size == 0
        assert found == signals_there + 1
        assert store.check.wait(60)
        assert store.check.sound
        with store.write("clear") as work:
            work.connection.execute(tables.signal.delete())
            work.connection.execute(tables.search.delete().where(tables.search.c.tab == "signal"))
        assert signals_there >= told * size - saved
        store.close()


def test_an_unclean_end_is_noticed_once(place, clock):
    store = open_store(place, clock=clock)
    assert store.check is None
    begin(store)
    store.close()
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITE, str(place), "1"],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert writer.stdout is not None
    writer.stdout.readline()
    writer.kill()
    writer.wait()
    writer.stdout.close()
    store = open_store(place, clock=clock)
    assert store.check is not None
    assert store.check.wait(60)
    assert store.check.finding is None
    store.close()
    store = open_store(place, clock=clock)
    assert store.check is None
    store.close()


def test_damage_found_after_an_unclean_end_is_told_in_a_sentence(place, clock):
    store = open_store(place, clock=clock)
    begin(store)
    with store.write("import") as work:
        work.put_many(
            [
                Stakeholder(
                    id=f"00000000-0000-7000-8000-{n:012x}",
                    name="x" * 80,
                    folded="x",
                    handle=f"x{n}",
                )
                for n in range(1000, 2000)
            ],
            logged=False,
        )
    store.close()
    pages = bytearray(place.read_bytes())
    for at in range(0, len(pages), 4096):
        if b"x" * 80 in pages[at : at + 4096]:
            pages[at : at + 4096] = bytes(4096)
    place.write_bytes(pages)
    place.with_name("journal.db.open").write_text(
        '{"pid": 1, "host": "here", "since": "2026-11-21T12:00:00+00:00", "purpose": "open"}'
    )
    store = open_store(place, clock=clock)
    assert store.check is not None
    assert store.check.wait(60)
    assert "doctor --repair" in (store.check.finding or "")
    assert not store.check.sound
    store.close()
    store = open_store(place, clock=clock)
    assert store.check is not None  # until it is mended
    store.close()


def test_an_interrupted_look_is_made_again(place, clock):
    store = open_store(place, clock=clock)
    with store.write("begin") as work:
        work.put(Project(id=store.new_id(), name="Bridge"))
    store.close()
    mark = place.with_name("journal.db.open")
    mark.write_text('{"pid": 1, "host": "x", "since": "x", "purpose": "open"}')
    store = open_store(place, clock=clock)
    assert store.check is not None
    store.check._done.clear()  # as if it had not come to its end
    store.check._thread.join()
    store.check._done.clear()
    store.close()
    assert "pid" in mark.read_text()


FILL = """
import resource, sys
from pathlib import Path
from staketerm.store.clock import SystemClock
from staketerm.store.errors import DiskFull
from staketerm.store.opening import open_store
from staketerm.store.records import Signal
from tests.store.people import signal
store = open_store(Path(sys.argv[1]), clock=SystemClock())
with store.write("log") as work:
    work.put(signal(100))
resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, 2_000_000))
try:
    with store.write("import") as work:
        work.put_many((signal(n, note="x" * 200) for n in range(1000, 20_000)), logged=False)
except DiskFull as fault:
    print("told:", fault)
with store.read() as reader:
    print("there:", len(reader.rows(Signal)))
resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, 2_000_000))
with store.write("log") as work:
    work.put(signal(101))
with store.read() as reader:
    print("there:", len(reader.rows(Signal)))
store.close()
"""


def test_a_full_disk_loses_nothing_that_was_saved(place, clock):
    store = open_store(place, clock=clock)
    begin(store)
    store.close()
    ended = subprocess.run(
        [sys.executable, "-c", FILL, str(place)],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert ended.stderr == ""
    told, *there = ended.stdout.splitlines()
    assert "no room left on the disk; nothing was changed" in told
    assert there == ["there: 1", "there: 2"]
