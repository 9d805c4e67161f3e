"""Colleagues at work for a while: each with a journal and a copy of the folder of their own, which
a synchroniser brings up to date when it likes, late, twice, or half."""

import random
import shutil
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Self

from sqlalchemy import select

from staketerm.exchange.sync.sharing import share
from staketerm.exchange.sync.team import sync
from staketerm.journal import capture
from staketerm.journal.opening import Journal, open_journal
from staketerm.journal.requests import AddStakeholder, LogSignal
from staketerm.journal.stakeholders import people
from staketerm.store import tables
from staketerm.store.records import Signal, Stakeholder
from staketerm.store.restamp import stamp_of
from tests.store.conftest import Hand

BEGIN = datetime(2026, 1, 5, 9, tzinfo=UTC)
NAMES = ("anna", "bram", "chen", "dora", "emil")
KINDS = ("contact", "agreement_kept", "no_show", "mail_answered", "obstructed")


@dataclass(slots=True)
class Colleague:
    """Somebody with a journal, a clock that may be off, and a copy of the folder."""

    name: str
    journal: Journal
    clock: Hand
    folder: Path

    def sync(self) -> None:
        sync(self.journal, self.folder, self.name)


@dataclass(slots=True)
class Known:
    """What was written into one cell, by stamp, and what somebody replaced who had seen it."""

    values: dict[str, str | None] = field(default_factory=dict)
    replaced: set[str] = field(default_factory=set)


class Team:
    """Some colleagues on one project; the same seed gives the same story."""

    def __init__(self, place: Path, many: int, seed: int) -> None:
        self.chance = random.Random(seed)
        self.cells: dict[str, Known] = {}
        self.tally = {"written": 0, "synced": 0, "carried": 0}
        self._stack = ExitStack()
        self.colleagues = [self._joins(place, name) for name in NAMES[:many]]
        first = self.colleagues[0]
        self.project = first.journal.default_project().id
        share(first.journal, first.folder, self.project, "notes")
        first.sync()
        for other in self.colleagues[1:]:
            shutil.copytree(first.folder, other.folder)
            other.sync()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._stack.close()

    def _joins(self, place: Path, name: str) -> Colleague:
        off = timedelta(minutes=self.chance.randrange(-200, 200))
        clock = Hand(BEGIN + off)
        journal = self._stack.enter_context(open_journal(place / f"{name}.db", clock=clock))
        return Colleague(name, journal, clock, place / name)

    def play(self, steps: int) -> None:
        """So many things happen, one after the other."""
        for _step in range(steps):
            passed = self.chance.choice((1, 30, 600))
            for each in self.colleagues:
                each.clock.move(minutes=passed + self.chance.choice((-2, 0, 2)))
            who = self.chance.choice(self.colleagues)
            self.chance.choice((self._write, self._write, self._sync, self._carry, self._carry))(
                who
            )

    def settle(self) -> None:
        """Everything arrives, and everybody syncs until nothing is new."""
        for _round in range(3):
            for each in self.colleagues:
                each.sync()
                for other in self.colleagues:
                    self._bring(each, other)

    def _sync(self, who: Colleague) -> None:
        who.sync()
        self.tally["synced"] += 1

    def _carry(self, who: Colleague) -> None:
        """What somebody gave reaches another: whole, or torn and once more later."""
        other = self.chance.choice(self.colleagues)
        self._bring(who, other, torn=self.chance.random() < 0.15)
        self.tally["carried"] += 1

    def _bring(self, who: Colleague, other: Colleague, *, torn: bool = False) -> None:
        if who is other:
            return
        for given in (who.folder / "from").iterdir():
            if given.name.startswith(other.journal.store.replica):
                continue
            target = other.folder / "from" / given.name
            if (target / "manifest.json").exists() and not given.name.endswith(who.name):
                continue
            target.mkdir(parents=True, exist_ok=True)
            files = sorted(given.iterdir())
            for file in files[: len(files) // 2] if torn else files:
                shutil.copyfile(file, target / file.name)

    def _write(self, who: Colleague) -> None:
        with who.journal.read() as reader:
            known = [row.id for row in reader.rows(Stakeholder, order_by=tables.stakeholder.c.id)]
            told = [row.id for row in reader.rows(Signal, order_by=tables.signal.c.id)]
        what = self.chance.choice(("add", "log", "log", "job", "job", "job", "drop"))
        self.tally["written"] += 1
        if what == "add" or not known:
            name = f"Person {self.chance.randrange(10_000)}"
            people.add_stakeholder(who.journal, AddStakeholder(name=name, project=self.project))
        elif what == "log":
            self._log(who, self.chance.choice(known))
        elif what == "job":
            self._give_job(who, self.chance.choice(known[:3]))
        elif told:
            with who.journal.write("delete") as writing:
                writing.delete(Signal, self.chance.choice(told))

    def _log(self, who: Colleague, whom: str) -> None:
        day = who.journal.today - timedelta(days=self.chance.randrange(60))
        kind = self.chance.choice(KINDS)
        note = self.chance.choice((None, "=1+1", "0049 30", "said so"))
        capture.log_signal(
            who.journal,
            LogSignal(stakeholder=whom, kind=kind, day=day, project=self.project, note=note),
        )

    def _give_job(self, who: Colleague, whom: str) -> None:
        """Change one busy cell, and remember what was replaced by whom had seen it."""
        with who.journal.write("edit") as writing:
            before = writing.work.get(Stakeholder, whom)
            if before is None:
                return
            writing.patch(Stakeholder, whom, job=f"job {self.tally['written']}")
            after = writing.work.get(Stakeholder, whom)
        if after is None or after.job == before.job:
            return
        cell = self.cells.setdefault(whom, Known())
        cell.replaced.add(stamp_of(before, "job"))
        cell.values[stamp_of(after, "job")] = after.job

    def given(self) -> list[dict[str, bytes]]:
        """What each gave, by file."""
        return [
            {
                file.name: file.read_bytes()
                for each_folder in (each.folder / "from").glob(f"{each.journal.store.replica}*")
                for file in sorted(each_folder.glob("*.csv"))
            }
            for each in self.colleagues
        ]

    def lost(self) -> list[str]:
        """The values of the busy cells that are nowhere, though nobody replaced them who had seen
        them: there are none.
        """
        found = []
        journal = self.colleagues[0].journal
        with journal.read() as reader:
            conflict = tables.conflict.c
            kept = {rev for (rev,) in reader.select(select(conflict.lost_rev))}
            for whom, cell in self.cells.items():
                row = reader.get(Stakeholder, whom)
                holds = stamp_of(row, "job") if row else ""
                found += [
                    f"{whom}: {value} of {stamp}"
                    for stamp, value in cell.values.items()
                    if stamp != holds and stamp not in cell.replaced and stamp not in kept
                ]
        return found
