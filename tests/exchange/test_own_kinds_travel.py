"""Own kinds, other weights and the correction go out and in with the journal; undo takes them."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from staketerm.exchange import own
from staketerm.exchange.export import export
from staketerm.journal import capture, history
from staketerm.journal.opening import Journal, open_journal
from staketerm.journal.positions.habits import correct_habit, habit
from staketerm.journal.positions.kind_requests import AddKind, ChangeKind
from staketerm.journal.positions.kinds import add_kind, change_kind, kinds
from staketerm.journal.requests import AddStakeholder, LogSignal
from staketerm.journal.stakeholders import people, triage
from staketerm.store.clock import FixedClock
from tests.places import Where

TODAY = date(2026, 11, 24)
CLOCK = FixedClock(datetime(2026, 11, 24, 12, tzinfo=UTC), TODAY)


@pytest.fixture
def journal(where: Where) -> Iterator[Journal]:
    with open_journal(where(), clock=CLOCK) as journal:
        yield journal


@pytest.fixture
def other(where: Where) -> Iterator[Journal]:
    with open_journal(where(), clock=CLOCK) as journal:
        yield journal


def logged(journal: Journal, kind: str, times: int) -> None:
    """Ada does the same on several days."""
    if not people.directory(journal):
        people.add_stakeholder(journal, AddStakeholder(name="Ada Lens", impact="high"))
    ada = people.find(journal, "ada").key
    capture.log_signals(
        journal,
        [
            LogSignal(stakeholder=ada, kind=kind, day=TODAY - timedelta(days=7 * n + 1))
            for n in range(times)
        ],
    )


def catalogue(journal: Journal):
    """Every kind as it stands, by its id."""
    return {row.kind.id: (row.kind, row.since) for row in kinds(journal)}


@pytest.fixture
def full(journal: Journal) -> Journal:
    """A journal whose catalogue is its own."""
    add_kind(journal, AddKind(label='"sang", =for us; {a}', dutch="zong\tvoor ons", points=5))
    change_kind(journal, ChangeKind(id="agreement_kept", points=1.5, label="did as agreed"))
    change_kind(journal, ChangeKind(id="no_show", retired=True))
    logged(journal, "sang_for_us_a", 15)
    logged(journal, "agreement_kept", 10)
    correct_habit(journal)
    return journal


def test_the_catalogue_comes_back_as_it_was_with_the_same_positions(full, other, tmp_path: Path):
    export(full, tmp_path)
    own.take_in(other, own.preview(other, tmp_path))
    assert catalogue(other) == catalogue(full)
    assert habit(other) == habit(full)
    (there,), (here,) = triage.people(other).rows, triage.people(full).rows
    assert (there.label, there.stance, there.evidence) == (here.label, here.stance, here.evidence)


def test_undo_of_taking_it_in_leaves_the_catalogue_as_it_was(full, other, tmp_path: Path):
    logged(other, "agreement_kept", 8)
    (before,) = triage.people(other).rows
    known = catalogue(other)
    export(full, tmp_path)
    receipt = own.take_in(other, own.preview(other, tmp_path))
    weighed = next(row for row in triage.people(other).rows if row.id == before.id)
    assert weighed.stance < before.stance
    history.undo(other, receipt.batch)
    assert catalogue(other) == known
    (after,) = triage.people(other).rows
    assert (after.label, after.stance) == (before.label, before.stance)


def test_a_colleagues_kinds_stand_beside_ones_own(full, other, tmp_path: Path):
    add_kind(other, AddKind(label="danced", points=2))
    export(full, tmp_path)
    own.take_in(other, own.preview(other, tmp_path))
    assert {"danced", "sang_for_us_a"} <= catalogue(other).keys()


def test_a_signal_of_a_retired_kind_comes_in_and_counts(full, other, tmp_path: Path):
    change_kind(full, ChangeKind(id="agreement_kept", retired=True))
    export(full, tmp_path)
    own.take_in(other, own.preview(other, tmp_path))
    (row,) = triage.people(other).rows
    assert row.evidence == triage.people(full).rows[0].evidence > 0
