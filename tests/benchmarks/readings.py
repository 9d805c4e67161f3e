"""What reading positions costs in a large journal: `python3 run.py bench readings [FOLDER]`.

Prints CPU times in a journal of 10,000 stakeholders and 1,000,000 signals as ratios to a plain read
by sqlite3 of the rows concerned: everybody from the cache, everybody folded anew from all records,
one person on a day in the past, and one person of 50,000 signals. FOLDER keeps that journal between
runs (making it takes minutes).
"""

import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from staketerm.domain.ids import derived_id
from staketerm.journal import capture, timeline
from staketerm.journal.nurture import decisions
from staketerm.journal.opening import Journal
from staketerm.journal.positions import review
from staketerm.journal.positions.field import field
from staketerm.journal.positions.standing import assess_pairs
from staketerm.journal.requests import LogSignal
from staketerm.journal.stakeholders import triage
from staketerm.store.records import Signal
from tests.benchmarks.large_journal import KINDS, TODAY, large_journal, stakeholder_id
from tests.benchmarks.measure import cpu_of_call, report

PEOPLE, SIGNALS = 10_000, 1_000_000
MANY = 50_000
"""Signals of the busiest stakeholder."""

PAST = TODAY - timedelta(days=200)


def main(folder: Path) -> None:
    """Measure one after the other in this process."""
    path = folder / "signals-1000000.db"
    journal = large_journal(path, PEOPLE, SIGNALS)
    decisions.keep_plan(journal)
    _of_everybody(journal, path)
    _of_one(journal, path, stakeholder_id(7), "one person of 100 signals")
    busy = stakeholder_id(8)
    _much_of(journal, busy)
    _of_one(journal, path, busy, f"one person of {MANY:,} signals")
    journal.close()


def _of_everybody(journal: Journal, path: Path) -> None:
    states = cpu_of_call(lambda: _read(path, "SELECT * FROM state"))
    report(
        "map of everybody from the cache / state rows", cpu_of_call(lambda: field(journal)), states
    )
    report("list of everybody / state rows", cpu_of_call(lambda: triage.people(journal)), states)
    signals = cpu_of_call(lambda: _read(path, "SELECT * FROM signal"), rounds=1)

    def rebuild() -> None:
        with journal.read() as reader:
            assess_pairs(reader, TODAY)

    report("everybody folded anew / signal rows", cpu_of_call(rebuild, rounds=1), signals, 6)


def _of_one(journal: Journal, path: Path, who: str, whose: str) -> None:
    rows = cpu_of_call(
        lambda: _read(path, f"SELECT * FROM signal WHERE stakeholder = '{who}'"), rounds=21
    )

    def past() -> None:
        with journal.read() as reader:
            assess_pairs(reader, PAST, [(who, project)])

    def log() -> None:
        capture.log_signal(journal, LogSignal(stakeholder=who, kind="contact", day=TODAY))

    project = journal.default_project().id
    rounds = 21 if whose.endswith("100 signals") else 3
    report(f"{whose}, a past day / their rows", cpu_of_call(past, rounds=rounds), rows)
    report(
        f"{whose}, why / their rows", cpu_of_call(lambda: review.why(journal, who), rounds), rows
    )
    newest = cpu_of_call(lambda: timeline.told(journal, stakeholder=who, limit=200), rounds)
    report(f"{whose}, newest 200 told / their rows", newest, rows)
    report(f"{whose}, one log / their rows", cpu_of_call(log, rounds), rows)


def _much_of(journal: Journal, who: str) -> None:
    """Twenty-five years of two thousand signals each, unless they are there."""
    with journal.read() as reader:
        if reader.get(Signal, derived_id(None, "much", "0")):
            return
    with journal.write("import") as writing:
        writing.put_many(_signals_of(who, journal.default_project().id))


def _signals_of(who: str, project: str) -> Iterator[Signal]:
    for number in range(MANY):
        yield Signal(
            id=derived_id(None, "much", str(number)),
            stakeholder=who,
            project=project,
            day=TODAY - timedelta(days=number % 9_000),
            kind=KINDS[number % len(KINDS)],
        )


def _read(path: Path, query: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(query).fetchall()
    connection.close()


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as folder:
            main(Path(folder))
