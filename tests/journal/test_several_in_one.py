"""On a server several people write in one journal: what each wrote carries their name."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from staketerm.journal import capture
from staketerm.journal.opening import Journal, open_journal
from staketerm.journal.requests import AddStakeholder, LogSignal
from staketerm.journal.stakeholders.finding import written
from staketerm.journal.stakeholders.people import add_stakeholder
from staketerm.journal.stakeholders.triage import people
from staketerm.journal.timeline import Told, told
from staketerm.journal.twins import are_one, likely_twins
from staketerm.store.records import Entry, Signal
from tests.store.conftest import Hand

TODAY = date(2026, 11, 24)


class Two:
    """Anna and Bram, each at their own screen, in one journal; Anna met Ada, Bram met Chris."""

    def __init__(self, anna: Journal, bram: Journal) -> None:
        self.anna, self.bram = anna, bram
        self.ada = self.met(anna, "Ada Lens")
        self.chris = self.met(bram, "Chris Ro")

    def met(self, journal: Journal, name: str) -> str:
        return add_stakeholder(journal, AddStakeholder(name=name)).rows[0][1]

    def log(self, journal: Journal, who: str, note: str = "", kind: str = "contact") -> str:
        request = LogSignal(stakeholder=who, kind=kind, day=TODAY, note=note)
        receipt = capture.log_signal(journal, request)
        return next(row for table, row in receipt.rows if table == "signal")


@pytest.fixture
def two(server_place: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Two]:
    clock = Hand(datetime(2026, 11, 24, 9, tzinfo=UTC))
    opened = []
    for name in ("Anna de Wit", "Bram"):
        monkeypatch.setenv("STAKETERM_AUTHOR", name)
        opened.append(open_journal(server_place, clock=clock))
    yield Two(*opened)
    for journal in opened:
        journal.close()


def item(journal: Journal, id: str) -> Told:
    (found,) = (each for each in told(journal) if each.id == id)
    return found


def test_each_sees_by_whom_the_other_part_was_written(two: Two) -> None:
    mine, hers = two.log(two.anna, two.ada), two.log(two.bram, two.ada)
    assert item(two.anna, mine).credit == ""
    assert item(two.anna, hers).credit == "by Bram"
    assert item(two.bram, mine).credit == "by Anna de Wit"
    assert item(two.bram, hers).credit == ""


def test_what_another_corrected_is_still_told_by_whoever_logged_it(two: Two) -> None:
    mine = two.log(two.anna, two.ada)
    with two.bram.write("edit") as writing:
        writing.patch(Signal, mine, ignored=True)
    assert item(two.bram, mine).author == "Anna de Wit"
    assert item(two.anna, mine).author is None


def test_one_can_ask_for_what_a_colleague_or_oneself_wrote(two: Two) -> None:
    mine, hers = (
        two.log(two.anna, two.ada, "the budget"),
        two.log(two.bram, two.chris, "the budget"),
    )
    with two.bram.write("note") as writing:
        entry = Entry(id=writing.new_id(), kind="note", day=TODAY, text="a note")
        writing.put(entry)
    for journal in (two.anna, two.bram):
        assert {each.id for each in written(journal, "by:bram")} == {hers, entry.id}
        assert {each.id for each in written(journal, "by:anna")} == {mine}
        assert [each.id for each in written(journal, "budget by:bram")] == [hers]
        assert written(journal, "by:chen") == ()
        listed = {
            name: [row.id for row in people(journal, filter=f"by:{name}").rows]
            for name in ("anna", "bram", "chen")
        }
        assert listed == {"anna": [two.ada], "bram": [two.chris], "chen": []}


def test_what_came_from_a_journal_of_ones_own_is_signed_by_nobody_else(two: Two) -> None:
    with two.anna.write("note", author="me") as writing:
        old = Entry(id=writing.new_id(), kind="note", day=TODAY - timedelta(days=9), text="before")
        writing.put(old)
    assert item(two.anna, old.id).author is None
    assert item(two.bram, old.id).author is None


def test_what_both_logged_is_proposed_as_one_and_counts_once_then(two: Two) -> None:
    two.log(two.anna, two.ada, kind="active_in_meeting")
    assert likely_twins(two.bram) == ()  # one alone logged it
    two.log(two.bram, two.ada, kind="active_in_meeting")
    (seen,) = likely_twins(two.anna)
    assert sorted((side.author, side.own) for side in (seen.one, seen.other)) == [
        ("Bram", False),
        ("you", True),
    ]
    (seen,) = likely_twins(two.bram)
    assert {side.author for side in (seen.one, seen.other)} == {"Anna de Wit", "you"}
    are_one(two.bram, seen)
    assert likely_twins(two.anna) == likely_twins(two.bram) == ()
    assert [each.known for each in told(two.anna)].count("logged twice") == 1


def test_what_one_logged_twice_oneself_is_not_proposed(two: Two) -> None:
    for _time in range(2):
        two.log(two.bram, two.ada, kind="active_in_meeting")
    assert likely_twins(two.anna) == likely_twins(two.bram) == ()
