"""What planning costs in a large journal. By hand: `python3 run.py bench nurture [FOLDER]`.

Prints the CPU time of the whole plan from cold, and of the plan after one log, in a journal of
10,000 involvements, 1,000,000 signals and 20,000 progress entries, as ratios to a plain read by
sqlite3 of the rows that planning looks at. FOLDER keeps that journal between runs (making it takes
minutes).
"""

import random
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from staketerm.domain.ids import derived_id
from staketerm.domain.progress import KINDS
from staketerm.journal import capture
from staketerm.journal.nurture.plan import plan
from staketerm.journal.opening import Journal
from staketerm.journal.requests import LogSignal
from staketerm.store.records import About, Action, Ask, Consent, Entry, Row
from tests.benchmarks.large_journal import TODAY, large_journal, stakeholder_id
from tests.benchmarks.measure import cpu_of_call, report

PEOPLE, SIGNALS, ENTRIES = 10_000, 1_000_000, 20_000
DAYS = 730

READ = (
    "SELECT * FROM involvement",
    "SELECT * FROM state",
    "SELECT * FROM stakeholder",
    "SELECT * FROM ask",
    "SELECT * FROM action",
    "SELECT * FROM consent",
    f"SELECT * FROM entry WHERE day > '{TODAY - timedelta(days=90)}'",
    "SELECT about.* FROM about JOIN entry ON entry.id = about.entry"
    f" WHERE entry.day > '{TODAY - timedelta(days=90)}'",
    f"SELECT * FROM signal WHERE day > '{TODAY - timedelta(days=21)}'",
)
"""The rows that planning looks at."""


def main(folder: Path) -> None:
    """Measure one after the other in this process."""
    path = folder / "nurture-1000000.db"
    journal = large_journal(path, PEOPLE, SIGNALS)
    _tell(journal)
    read = cpu_of_call(lambda: _read(path), rounds=5)

    def whole() -> None:
        with journal.read() as reader:
            plan(reader, TODAY)

    report("the whole plan / reading its rows", cpu_of_call(whole, rounds=5), read)
    who = stakeholder_id(5)

    def one() -> None:
        with journal.read() as reader:
            plan(reader, TODAY, [who])

    report("the plan of one / reading all rows", cpu_of_call(one, rounds=21), read)

    def log() -> None:
        capture.log_signal(journal, LogSignal(stakeholder=who, kind="contact", day=TODAY))

    report("one log, plan included / reading all rows", cpu_of_call(log, rounds=21), read)
    journal.close()


def _read(path: Path) -> None:
    connection = sqlite3.connect(path)
    for query in READ:
        connection.execute(query).fetchall()
    connection.close()


def _tell(journal: Journal) -> None:
    """What the signals' journal lacks, unless it is there."""
    with journal.read() as reader:
        if reader.rows(Entry, limit=1):
            return
    with journal.write("import") as writing:
        project = journal.default_project().id
        writing.put_many(_progress(project))
        writing.put_many(_dealings(project))


def _progress(project: str) -> Iterator[Row]:
    """Two years of progress, each entry with three people to it."""
    chance, kinds = random.Random(11), tuple(KINDS.words)
    for number in range(ENTRIES):
        kind = kinds[number % len(kinds)]
        entry = derived_id(None, "entry", str(number))
        yield Entry(
            id=entry,
            kind=kind,
            day=TODAY - timedelta(days=chance.randrange(DAYS)),
            project=project,
            text=f"The {kind} of number {number}.",
            private=number % 10 == 0,
        )
        for place, role in enumerate(("contributor", "affected", "helper")):
            yield About(
                id=derived_id(None, "about", str(number), role),
                entry=entry,
                stakeholder=stakeholder_id((number * 7 + place * 13) % PEOPLE),
                role=role,
            )


def _dealings(project: str) -> Iterator[Row]:
    """An ask, a decided act and, of some, consent, for everybody."""
    chance = random.Random(13)
    for number in range(PEOPLE):
        who = stakeholder_id(number)
        asked = TODAY - timedelta(days=chance.randrange(200))
        yield Ask(
            id=derived_id(None, "ask", str(number)),
            stakeholder=who,
            project=project,
            kind=("mail", "advice")[number % 2],
            asked_on=asked,
            answered_on=None if number % 5 == 0 else asked + timedelta(days=3),
            outcome=None if number % 5 == 0 else "answered",
            text="a question",
        )
        done = TODAY - timedelta(days=chance.randrange(120))
        yield Action(
            id=derived_id(None, "status_update", who, project, done.isoformat()),
            stakeholder=who,
            project=project,
            kind="status_update",
            occasion=(done - timedelta(days=30)).isoformat(),
            state="done",
            on=done,
        )
        if number % 10 == 0:
            yield Consent(
                id=derived_id(None, "consent", who),
                stakeholder=who,
                project=project,
                day=done,
                state="granted",
                load=2,
            )


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as folder:
            main(Path(folder))
