"""Two colleagues in step on one project: what the tests of what both logged play on."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from staketerm.exchange.sync.sharing import known_as, share
from staketerm.exchange.sync.team import sync
from staketerm.journal.opening import Journal, open_journal
from staketerm.journal.positions.standing import stored_states
from staketerm.journal.receipt import Receipt
from staketerm.journal.requests import AddStakeholder
from staketerm.journal.stakeholders import people
from staketerm.journal.twins import LoggedTwice, likely_twins
from staketerm.store.records import State
from tests.places import Where
from tests.store.conftest import Hand

TODAY = date(2026, 11, 24)


@dataclass
class Pair:
    """Anna and Bram in step on one project, with Ada and Chris in it."""

    anna: Journal
    bram: Journal
    folder: Path
    project: str
    ada: str
    chris: str
    clock: Hand

    def sync(self, *who: Journal) -> None:
        for journal in who or (self.anna, self.bram, self.anna):
            name = "Anna" if journal is self.anna else "Bram"
            sync(journal, self.folder, known_as(journal, name, ""))

    def ada_in(self, journal: Journal) -> State:
        pair = (self.ada, self.project)
        with journal.read() as reader:
            return stored_states(reader, [pair])[pair]


@contextmanager
def in_step(where: Where, folder: Path, sharing: str = "notes") -> Iterator[Pair]:
    """The two, who share notes unless `sharing` says otherwise."""
    clock = Hand(datetime(2026, 11, 24, 9, tzinfo=UTC))
    with ExitStack() as stack:
        anna, bram = (
            stack.enter_context(open_journal(where(name), clock=clock)) for name in ("anna", "bram")
        )
        project = anna.default_project().id
        share(anna, folder, project, sharing)
        names = ("Ada Lens", "Chris Ro")
        added = (
            people.add_stakeholder(anna, AddStakeholder(name=n, project=project)) for n in names
        )
        ada, chris = (id_in(receipt, "stakeholder") for receipt in added)
        both = Pair(anna, bram, folder, project, ada, chris, clock)
        both.sync()
        yield both


def id_in(receipt: Receipt, table: str) -> str:
    """The row of a table that was written."""
    return next(row for name, row in receipt.rows if name == table)


def the_twin(journal: Journal) -> LoggedTwice:
    """The only thing that looks logged twice."""
    (twin,) = likely_twins(journal)
    return twin
