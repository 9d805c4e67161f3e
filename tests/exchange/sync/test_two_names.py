"""A name, or an address, that is written anew: what it is found by follows it, wherever it was
written, and is never a second value in conflict."""

import csv
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import pytest

from staketerm.domain.text import fold
from staketerm.exchange.sync.disputes import disputes, settle
from staketerm.exchange.sync.sharing import share
from staketerm.exchange.sync.team import sync
from staketerm.journal.opening import Journal, open_journal
from staketerm.journal.requests import AddStakeholder, EditStakeholder
from staketerm.journal.stakeholders.people import add_stakeholder, edit_stakeholder, find
from staketerm.store.records import Contact, Stakeholder
from tests.store.conftest import Hand


class Two:
    """Two colleagues who know one person."""

    def __init__(self, anna: Journal, bram: Journal, folder: Path, clock: Hand) -> None:
        self.anna, self.bram, self.folder, self.clock = anna, bram, folder, clock
        add_stakeholder(anna, AddStakeholder(name="Ada Lens", emails=("ada@lens.example",)))
        self.ada = find(anna, "Ada").key
        share(anna, folder, anna.default_project().id, "notes")
        sync(anna, folder, "anna")
        sync(bram, folder, "bram")

    def exchange(self) -> None:
        for name, journal in (("bram", self.bram), ("anna", self.anna), ("bram", self.bram)):
            done = sync(journal, self.folder, name)
            assert not done.waiting, done.waiting

    def rename(self, journal: Journal, name: str) -> None:
        self.clock.move(minutes=1)
        edit_stakeholder(journal, EditStakeholder(stakeholder=self.ada, name=name))

    def by_hand(self, table: str, column: str, value: str) -> None:
        """Write a value into Anna's file, as in a spreadsheet."""
        (path,) = (self.folder / "from").glob(f"*-anna/{table}.csv")
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        rows[1][rows[0].index(column)] = value
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)
        self.clock.move(minutes=1)
        sync(self.anna, self.folder, "anna")

    def both_find(self, name: str) -> None:
        for journal in (self.anna, self.bram):
            assert find(journal, name.split()[0]).name == name
            with journal.read() as reader:
                row = reader.get(Stakeholder, self.ada)
            assert row is not None
            assert (row.name, row.folded) == (name, fold(name))


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Two]:
    clock = Hand(datetime(2026, 11, 24, 9, tzinfo=UTC))
    with ExitStack() as stack:
        anna, bram = (
            stack.enter_context(open_journal(tmp_path / f"{name}.db", clock=clock))
            for name in ("anna", "bram")
        )
        yield Two(anna, bram, tmp_path / "team", clock)


def test_a_name_corrected_in_a_spreadsheet_reaches_colleagues_and_is_found_by(two: Two) -> None:
    two.by_hand("stakeholder", "name", "Öda Lens")
    two.exchange()
    two.both_find("Öda Lens")


def test_so_does_an_address(two: Two) -> None:
    two.by_hand("contact", "value", "Oda@Lens.example")
    two.exchange()
    for journal in (two.anna, two.bram):
        with journal.read() as reader:
            (row,) = reader.rows(Contact)
        assert (row.value, row.folded) == ("Oda@Lens.example", "oda@lens.example")


def test_two_who_rename_at_once_are_asked_once(two: Two) -> None:
    two.rename(two.anna, "Ida Lens")
    two.rename(two.bram, "Öda Lens")
    two.exchange()
    two.both_find("Öda Lens")
    assert [each.field for each in disputes(two.anna)] == ["name"]
    assert [each.field for each in disputes(two.bram)] == ["name"]


def test_the_name_that_gave_way_and_is_brought_back_reaches_colleagues_as_well(two: Two) -> None:
    two.rename(two.anna, "Ida Lens")
    two.rename(two.bram, "Öda Lens")
    two.exchange()
    two.clock.move(minutes=1)
    settle(two.anna, [(disputes(two.anna)[0], "lost")])
    two.exchange()
    two.both_find("Ida Lens")
    assert disputes(two.anna) == disputes(two.bram) == ()
