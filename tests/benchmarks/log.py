"""What one log costs in a large journal. By hand: `python3 run.py bench log [FOLDER]`.

Prints the CPU time of a log with its position, of the People list and of why as ratios to one
insert and commit by sqlite3 alone, in a journal of 10,000 stakeholders and 1,000,000 signals.
FOLDER keeps that journal between runs (making it takes minutes).
"""

import sqlite3
import sys
import tempfile
from pathlib import Path

from staketerm.journal import capture
from staketerm.journal.nurture import decisions
from staketerm.journal.positions import review
from staketerm.journal.requests import LogSignal
from staketerm.journal.stakeholders import triage
from tests.benchmarks.large_journal import TODAY, large_journal, stakeholder_id
from tests.benchmarks.measure import cpu_of_call, report


def main(folder: Path) -> None:
    """Measure one after the other in this process."""
    bare = _bare_insert(folder / "bare.db")
    journal = large_journal(folder / "signals-1000000.db", 10_000, 1_000_000)
    decisions.keep_plan(journal)
    who = stakeholder_id(5)

    def log() -> None:
        capture.log_signal(journal, LogSignal(stakeholder=who, kind="mail_answered", day=TODAY))

    report("one log with its position / bare insert", cpu_of_call(log), bare)
    report("why / bare insert", cpu_of_call(lambda: review.why(journal, who)), bare)
    report(
        "first 120 people / bare insert",
        cpu_of_call(lambda: triage.first_people(journal, most=120)),
        bare,
    )
    report("all 10,000 people / bare insert", cpu_of_call(lambda: triage.people(journal)), bare)
    report("due / bare insert", cpu_of_call(lambda: decisions.due(journal)), bare)
    journal.close()


def _bare_insert(path: Path) -> float:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE IF NOT EXISTS told (text TEXT)")

    def insert() -> None:
        connection.execute("INSERT INTO told VALUES ('said in passing')")
        connection.commit()

    taken = cpu_of_call(insert, rounds=51)
    connection.close()
    return taken


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as folder:
            main(Path(folder))
