"""Killed at a random point, no program takes with it what it had said to be saved."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")

KINDS = ("log", "meeting", "undo", "import", "backup", "restore", "encrypt", "sync")


def test_killed_programs_lose_nothing():
    """The same by hand, over all kinds and hundreds of times: `python3 run.py bench kill`."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.kill", str(2 * len(KINDS)), *KINDS],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert done.returncode == 0, done.stdout + done.stderr
    head, *lines = done.stdout.splitlines()
    assert head.split() == ["kind", "runs", "killed", "acknowledged", "wrong"]
    tally = {kind: (runs, wrong) for kind, runs, _killed, _said, wrong in map(str.split, lines)}
    assert tally == dict.fromkeys(KINDS, ("2", "0"))


LOSES = """
import sys
from functools import partial
from pathlib import Path
from tests.benchmarks.kill.dying import asked
from tests.benchmarks.kill.looking import faults_of, opened
from tests.benchmarks.kill.scenes import SCENES
from tests.benchmarks.kill.writes import JOURNAL
folder = Path(sys.argv[1])
log = next(scene for scene in SCENES if scene.name == "log")
asked(partial(log.prepare, folder))
asked(lambda: log.act(folder, lambda _word: None))
journal = folder / JOURNAL
print(asked(lambda: log.look(folder, ("act 0", "act 9"))))
(folder / "journal.db.restored").touch()
with opened(journal) as open_journal, open_journal.store.write("harm") as work:
    for harm in (
        "DELETE FROM search",
        "DELETE FROM state",
        "UPDATE signal SET rev = 'f' || substr(rev, 2) WHERE note = 'act 3'",
        "DELETE FROM change WHERE batch = (SELECT max(batch) FROM change)",
    ):
        work.connection.exec_driver_sql(harm)
print(asked(lambda: faults_of(journal)))
"""


def test_what_is_lost_or_halved_would_be_seen(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", LOSES, str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert done.stderr == ""
    lost, halved = done.stdout.splitlines()
    assert "lost: act 9" in lost
    assert "acts that nobody logged" in lost
    assert "lost: act 0" not in lost
    for fault in (
        "1 rows of signal without their batch",
        "1 batches without a change",
        "acts that search does not find",
        "positions that do not follow from the acts",
        "left over: journal.db.restored",
    ):
        assert fault in halved
