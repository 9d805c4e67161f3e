"""Two values for one thing: either can be kept, or both; decided again, and taken back."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from staketerm.domain.errors import UsageError
from staketerm.exchange.sync.both import joined
from staketerm.exchange.sync.disputes import Dispute, decide, disputes, settle
from staketerm.exchange.sync.sharing import share
from staketerm.exchange.sync.team import sync
from staketerm.journal.capture import log_signal
from staketerm.journal.history import history, undo
from staketerm.journal.opening import Journal, open_journal
from staketerm.journal.requests import AddStakeholder, LogSignal
from staketerm.journal.stakeholders.people import add_stakeholder, find
from staketerm.store.records import FieldRow, Row, Signal, Stakeholder
from tests.store.conftest import Hand

TODAY = date(2026, 11, 24)


@dataclass
class Two:
    """Two colleagues who know one person, and one signal of hers."""

    anna: Journal
    bram: Journal
    folder: Path
    clock: Hand
    ada: str
    signal: str

    def exchange(self) -> None:
        for name, journal in (("bram", self.bram), ("anna", self.anna), ("bram", self.bram)):
            sync(journal, self.folder, name)

    def differ(self, kind: type[Row], row: str, mine: dict[str, object], theirs: object) -> None:
        """Anna writes one thing and then Bram another, and both hear of it."""
        for journal, values in ((self.anna, mine), (self.bram, theirs)):
            self.clock.move(minutes=1)
            with journal.write("edit") as writing:
                writing.patch(kind, row, **values)  # type: ignore[arg-type]
        self.exchange()

    def job(self, journal: Journal) -> str | None:
        with journal.read() as reader:
            found = reader.get(Stakeholder, self.ada)
        assert found is not None
        return found.job


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Two]:
    clock, folder = Hand(datetime(2026, 11, 24, 9, tzinfo=UTC)), tmp_path / "team"
    with (
        open_journal(tmp_path / "anna.db", clock=clock) as anna,
        open_journal(tmp_path / "bram.db", clock=clock) as bram,
    ):
        add_stakeholder(anna, AddStakeholder(name="Ada Lens"))
        ada = find(anna, "Ada").key
        told = log_signal(anna, LogSignal(stakeholder=ada, kind="contact", day=TODAY, note="rang"))
        signal = next(row for table, row in told.rows if table == "signal")
        share(anna, folder, anna.default_project().id, "notes")
        sync(anna, folder, "anna")
        sync(bram, folder, "bram")
        yield Two(anna, bram, folder, clock, ada, signal)


def only(journal: Journal, *, decided: bool = False) -> Dispute:
    (found,) = disputes(journal, decided=decided)
    return found


def test_both_jobs_are_kept_in_one_line_the_earlier_first(two: Two) -> None:
    two.differ(Stakeholder, two.ada, {"job": "clerk"}, {"job": "head"})
    found = only(two.anna)
    assert (found.lost.mine, found.holds.mine, found.who) == (True, False, two.ada)
    settle(two.anna, [(found, "both")])
    two.exchange()
    assert two.job(two.anna) == two.job(two.bram) == "clerk / head"
    assert disputes(two.bram) == disputes(two.anna) == ()


def test_both_notes_of_a_signal_are_kept(two: Two) -> None:
    two.differ(Signal, two.signal, {"note": "rang twice"}, {"note": "was in a hurry"})
    settle(two.bram, [(only(two.bram), "both")])
    with two.bram.read() as reader:
        signal = reader.get(Signal, two.signal)
    assert signal is not None
    assert signal.note == "rang twice\nwas in a hurry"


def test_what_cannot_hold_both_says_so_and_changes_nothing(two: Two) -> None:
    two.differ(Signal, two.signal, {"kind": "no_show"}, {"kind": "agreement_kept"})
    found = only(two.anna)
    with pytest.raises(UsageError, match="keep one of the two"):
        settle(two.anna, [(found, "both")])
    assert only(two.anna) == found


def test_a_decision_is_taken_back_by_undo_and_open_again(two: Two) -> None:
    two.differ(Stakeholder, two.ada, {"job": "clerk"}, {"job": "head"})
    decide(two.anna, only(two.anna).number, take_lost=True)
    assert two.job(two.anna) == "clerk"
    undo(two.anna)
    assert two.job(two.anna) == "head"
    assert only(two.anna).lost.value == "clerk"


def test_leaving_it_as_it_is_is_a_step_of_undo_as_well(two: Two) -> None:
    two.differ(Stakeholder, two.ada, {"job": "clerk"}, {"job": "head"})
    decide(two.anna, only(two.anna).number, take_lost=False)
    assert disputes(two.anna) == ()
    assert history(two.anna, limit=1)[0].verb == "decide"
    undo(two.anna)
    assert only(two.anna).lost.value == "clerk"
    assert two.job(two.anna) == "head"


@pytest.mark.parametrize("take_lost", [True, False])
def test_a_decision_that_colleagues_read_and_that_is_undone_is_open_for_all_of_them(
    two: Two, take_lost: bool
) -> None:
    two.differ(Stakeholder, two.ada, {"job": "clerk"}, {"job": "head"})
    decide(two.anna, only(two.anna).number, take_lost=take_lost)
    two.exchange()
    assert disputes(two.anna) == disputes(two.bram) == ()
    undone = undo(two.anna)
    two.exchange()
    two.exchange()
    for journal in (two.anna, two.bram):
        assert two.job(journal) == "head"
        assert only(journal).lost.value == "clerk"
    undo(two.anna, undone.batch)
    two.exchange()
    assert disputes(two.anna) == disputes(two.bram) == ()
    assert two.job(two.anna) == two.job(two.bram) == ("clerk" if take_lost else "head")


def test_the_later_word_on_a_conflict_holds_whoever_says_it(two: Two) -> None:
    two.differ(Stakeholder, two.ada, {"job": "clerk"}, {"job": "head"})
    decide(two.anna, only(two.anna).number)
    two.clock.move(minutes=1)
    decide(two.bram, only(two.bram).number)
    two.exchange()
    undo(two.anna)
    two.exchange()
    assert disputes(two.anna) == disputes(two.bram) == ()
    two.clock.move(minutes=1)
    undo(two.bram)
    two.exchange()
    assert only(two.anna).lost.value == only(two.bram).lost.value == "clerk"


def test_what_was_decided_can_be_decided_the_other_way(two: Two) -> None:
    two.differ(Stakeholder, two.ada, {"job": "clerk"}, {"job": "head"})
    settle(two.anna, [(only(two.anna), "lost")])
    again = only(two.anna, decided=True)
    assert (again.lost.value, again.holds.value, again.decided) == ("head", "clerk", True)
    settle(two.anna, [(again, "lost")])
    two.exchange()
    assert two.job(two.bram) == "head"
    assert only(two.anna, decided=True).lost.value == "clerk"


def test_several_are_decided_and_taken_back_in_one_step(two: Two) -> None:
    values: list[tuple[type[FieldRow], str]] = [(Stakeholder, "job"), (Stakeholder, "language")]
    two.differ(
        Stakeholder,
        two.ada,
        {name: "nl" for _kind, name in values},
        {name: "en" for _kind, name in values},
    )
    every = disputes(two.anna)
    assert len(every) == 2
    settle(two.anna, [(each, "lost") for each in every])
    assert disputes(two.anna) == ()
    undo(two.anna)
    assert len(disputes(two.anna)) == 2


@pytest.mark.parametrize(
    ("field", "first", "second", "whole"),
    [
        (("stakeholder", "job"), "clerk", "head", "clerk / head"),
        (("stakeholder", "job"), "head", "head of permits", "head of permits"),
        (("stakeholder", "job"), None, "head", "head"),
        (("involvement", "roles"), "user | sponsor", "sponsor | payer", "user | sponsor | payer"),
        (("entry", "text"), "one", "two", "one\ntwo"),
        (("stakeholder", "name"), "Ada", "Eda", None),
        (("stakeholder", "deleted"), True, False, None),
    ],
)
def test_one_text_for_two(
    field: tuple[str, str], first: object, second: object, whole: object
) -> None:
    assert joined(*field, first, second) == whole
