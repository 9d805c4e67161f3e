"""What a sync costs: `python3 run.py bench sync_speed [FOLDER [PEOPLE SIGNALS]]`.

CPU time in ratios (storage-sync 3): an unchanged folder, a first sync, 1,000 new signals from three
colleagues, what is given after one log, and one unit of work of the store. FOLDER keeps the journal
between runs; without PEOPLE and SIGNALS it has 10,000 and 1,000,000.
"""

import csv
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from staketerm.domain.ids import derived_id
from staketerm.exchange.sync.sharing import share
from staketerm.exchange.sync.team import sync
from staketerm.journal import capture
from staketerm.journal.backups import back_up
from staketerm.journal.opening import Journal, open_journal
from staketerm.journal.requests import LogSignal
from staketerm.store.records import Signal
from tests.benchmarks.large_journal import CLOCK, TODAY, large_journal, stakeholder_id
from tests.benchmarks.measure import cpu_of_call, report

PEOPLE, SIGNALS = 10_000, 1_000_000
NEWS = 1_000
COLLEAGUES = ("bram", "chen", "dora")


def main(folder: Path, people: int, signals: int) -> None:
    """Measure one after the other in this process."""
    base = folder / f"signals-{signals}.db"
    large_journal(base, people, signals).close()
    with tempfile.TemporaryDirectory(dir=folder) as name:
        place = Path(name)
        team = place / "team"
        anna = _settled(base, place / "anna.db")
        share(anna, team, anna.default_project().id, "notes")
        first = once(lambda: sync(anna, team, "anna"))
        files = sorted((team / "from").glob("*/*.csv"))
        bare = once(lambda: unchecked(files))
        out = once(lambda: written(anna, place / "bare.csv"))
        report(f"{signals} signals: csv.reader, executemany", bare, bare)
        report("  csv.writer over a cursor / the same", out, bare)
        report("  all of it given / csv.writer", first, out, 1.5)
        others = [open_journal(place / f"{who}.db", clock=CLOCK) for who in COLLEAGUES]
        taken = once(lambda: sync(others[0], team, COLLEAGUES[0]))
        report("  first sync of a colleague", taken, bare, 5.5)
        for journal, who in zip(others[1:], COLLEAGUES[1:], strict=True):
            sync(journal, team, who)
        sync(anna, team, "anna")
        again = cpu_of_call(lambda: sync(anna, team, "anna"), 3)
        report("  an unchanged folder of four / rows of one", again, bare, 0.1)
        for n, (journal, who) in enumerate(zip(others, COLLEAGUES, strict=True)):
            _log_many(journal, n, people)
            sync(journal, team, who)
        news = once(lambda: sync(anna, team, "anna"))
        report(f"  {NEWS} new signals of three, taken and given (1 s)", news, 1.0, 1.0)
        request = LogSignal(stakeholder=stakeholder_id(5), kind="mail_answered", day=TODAY)
        capture.log_signal(anna, request)
        report("  one log, given", once(lambda: sync(anna, team, "anna")), bare)
        project = anna.default_project().id
        unit = cpu_of_call(lambda: _unit_of_work(anna, project), 51)
        report("a unit of work / bare insert", unit, _bare_insert(place / "bare.db"), 10)


def once(call: Callable[[], object]) -> float:
    """The CPU seconds of a call that cannot be repeated."""
    import time

    before = time.process_time()
    call()
    return time.process_time() - before


def unchecked(files: list[Path]) -> None:
    """The baseline of taking in: nothing checked."""
    database = sqlite3.connect(":memory:")
    for number, path in enumerate(files):
        with path.open(encoding="utf-8", newline="") as file:
            rows = csv.reader(file)
            width = len(next(rows))
            columns = ", ".join(f"c{n}" for n in range(width))
            database.execute(f"CREATE TABLE t{number} ({columns}, PRIMARY KEY (c0))")
            marks = ", ".join("?" * width)
            database.executemany(f"INSERT OR REPLACE INTO t{number} VALUES ({marks})", rows)
    database.commit()
    database.close()


def written(journal: Journal, path: Path) -> None:
    """The baseline of giving."""
    with journal.read() as reader, path.open("w", encoding="utf-8", newline="") as file:
        cursor = reader.connection.exec_driver_sql("SELECT * FROM signal ORDER BY id")
        csv.writer(file).writerows(cursor)


def _settled(base: Path, path: Path) -> Journal:
    """A copy of a journal that has had what is due once a day: its backup, and the check that
    follows a file that was copied under it."""
    shutil.copyfile(base, path)
    journal = open_journal(path, clock=CLOCK)
    if journal.store.check:
        journal.store.check.wait(600)
    back_up(journal)
    return journal


def _log_many(journal: Journal, number: int, people: int) -> None:
    """A third of the news, about people far apart, of the last days."""
    project = journal.default_project().id
    with journal.write("import") as writing:
        with journal.store.read() as reader:
            project = next(iter(reader.rows(Signal, limit=1))).project
        writing.put_many(
            Signal(
                id=derived_id(day := TODAY - timedelta(days=n % 9), "news", str(number), str(n)),
                stakeholder=stakeholder_id((number * 337 + n * 29) % people),
                project=project,
                day=day,
                kind="mail_answered",
            )
            for n in range(NEWS // len(COLLEAGUES))
        )


def _unit_of_work(journal: Journal, project: str) -> None:
    """One signal by the store alone: batch, stamps, change log, search."""
    with journal.store.write("log") as work:
        work.put(
            Signal(
                id=work.new_id(),
                stakeholder=stakeholder_id(5),
                project=project,
                day=TODAY,
                kind="contact",
                note="said in passing",
            )
        )


def _bare_insert(path: Path) -> float:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("CREATE TABLE told (id TEXT PRIMARY KEY, text TEXT)")
    count = iter(range(1_000))

    def insert() -> None:
        connection.execute("INSERT INTO told VALUES (?, 'said in passing')", (str(next(count)),))
        connection.commit()

    taken = cpu_of_call(insert, rounds=51)
    connection.close()
    return taken


if __name__ == "__main__":
    size = (int(sys.argv[2]), int(sys.argv[3])) if len(sys.argv) > 3 else (PEOPLE, SIGNALS)
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]), *size)
    else:
        with tempfile.TemporaryDirectory() as folder:
            main(Path(folder), *size)
