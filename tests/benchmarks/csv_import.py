"""How fast CSV goes in and out: `python3 run.py bench csv_import [SIGNALS]`.

Everything is a ratio of CPU time in one run (storage-sync 3.1 and 3.2). In: the baseline is
csv.reader and executemany of sqlite3, nothing checked. Out: csv.writer over a cursor ordered by id.
A register is given as rows per row of a bare csv.reader.
"""

import csv
import io
import sqlite3
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from staketerm.domain.ids import derived_id
from staketerm.exchange import own
from staketerm.exchange.csvread import read_table
from staketerm.exchange.export import export
from staketerm.exchange.tables.importing import preview, take_in
from staketerm.journal.opening import Journal, open_journal
from staketerm.journal.requests import AddStakeholder
from staketerm.journal.stakeholders import people
from staketerm.store.clock import FixedClock
from staketerm.store.records import Signal
from tests.benchmarks.measure import cpu_of_call, report

SIGNALS = 30_000
PEOPLE = 100
REGISTER = 2_000
ROUNDS = 3
CLOCK = FixedClock(datetime(2026, 11, 24, 12, tzinfo=UTC))
KINDS = ("contact", "mail_answered", "agenda_changed", "said_concern")


def filled(path: Path, signals: int) -> Journal:
    """A journal with a hundred people and so many signals over two years."""
    journal = open_journal(path, clock=CLOCK)
    for n in range(PEOPLE):
        people.add_stakeholder(journal, AddStakeholder(name=f"Person {n}"))
    who = [person.key for person in people.directory(journal)]
    project = journal.default_project().id
    first = date(2024, 12, 1)
    with journal.write("import") as writing:
        writing.put_many(
            Signal(
                id=derived_id(first + timedelta(days=n % 700), "benchmark", str(n)),
                stakeholder=who[n % PEOPLE],
                project=project,
                day=first + timedelta(days=n % 700),
                kind=KINDS[n % len(KINDS)],
                note=f"told me about step {n}, and what comes after it",
            )
            for n in range(signals)
        )
    return journal


def unchecked(files: list[Path]) -> None:
    """The baseline of import."""
    database = sqlite3.connect(":memory:")
    for path in files:
        with path.open(encoding="utf-8", newline="") as file:
            rows = csv.reader(file)
            width = len(next(rows))
            columns = ", ".join(f"c{n}" for n in range(width))
            database.execute(f"CREATE TABLE IF NOT EXISTS t ({columns}, PRIMARY KEY (c0))")
            database.executemany(f"INSERT INTO t VALUES ({', '.join('?' * width)})", rows)
    database.commit()
    database.close()


def checked(files: list[Path]) -> None:
    """Every cell read and checked, nothing written."""
    for path in files:
        for _batch in read_table(Signal, path.name, path.read_bytes()):
            pass


def written(journal: Journal) -> None:
    """The baseline of export."""
    out = csv.writer(io.StringIO())
    with journal.read() as reader:
        cursor = reader.connection.exec_driver_sql("SELECT * FROM signal ORDER BY id")
        out.writerows(cursor)


def whole(folder: Path, place: Path) -> tuple[Journal, Callable[[], None]]:
    """A way to take the export into a fresh journal each time, and the last of those journals."""
    made: list[Journal] = []

    def once() -> None:
        journal = open_journal(place / f"{len(made)}.db", clock=CLOCK)
        own.take_in(journal, own.preview(journal, folder))
        made.append(journal)

    once()
    return made[0], once


def register(path: Path, rows: int) -> None:
    """An invented register."""
    lines = [
        f"Person {n},Org {n % 50},Role,{n % 5 + 1},{n % 5 + 1},neutral,p{n}@x.example,note {n}\n"
        for n in range(rows)
    ]
    header = "Name,Organisation,Role,Influence,Interest,Position,Email,Notes\n"
    path.write_text(header + "".join(lines), encoding="utf-8")


def main(signals: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        journal = filled(place / "journal.db", signals)
        folder = place / "out"
        export(journal, folder)
        files = sorted(folder.glob("signal-*.csv"))
        bare = cpu_of_call(lambda: unchecked(files), ROUNDS)
        report(f"import of {signals} signals: bare csv and sqlite3", bare, bare)
        report(
            "  every cell checked, nothing written", cpu_of_call(lambda: checked(files), 3), bare
        )
        second, once = whole(folder, place)
        report("  looked at, taken in, folded, indexed", cpu_of_call(once, 1), bare)
        again = cpu_of_call(lambda: own.preview(second, folder), ROUNDS)
        report("  looked at again, nothing new", again, bare)
        out = cpu_of_call(lambda: written(journal), ROUNDS)
        report(f"export of {signals} signals: bare csv over a cursor", out, out)
        targets = (place / f"export-{n}" for n in range(ROUNDS + 1))
        report("  guarded, stamped, hashed, on disk",
               cpu_of_call(lambda: export(journal, next(targets)), ROUNDS), out)  # fmt: skip
        path = place / "register.csv"
        register(path, REGISTER)
        text = path.read_text(encoding="utf-8")
        rows = cpu_of_call(lambda: list(csv.reader(io.StringIO(text))), ROUNDS)
        report(f"register of {REGISTER} rows: csv.reader", rows, rows)
        report("  preview", cpu_of_call(lambda: preview(journal, path), ROUNDS), rows)
        plan = preview(journal, path)
        report("  taken in", cpu_of_call(lambda: take_in(journal, plan), 1), rows)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else SIGNALS)
