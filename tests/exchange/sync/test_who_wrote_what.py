"""What a colleague wrote carries their name, and can be asked for by it; alone nothing is said."""

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from staketerm.exchange.sync.sharing import known_as, share
from staketerm.exchange.sync.team import sync
from staketerm.journal import capture, ledger
from staketerm.journal.opening import Journal, open_journal
from staketerm.journal.requests import AddStakeholder, AskFor, LogSignal, WriteNote
from staketerm.journal.stakeholders import people
from staketerm.journal.stakeholders.finding import written
from staketerm.journal.stakeholders.triage import people as rows
from staketerm.journal.timeline import Told, told
from tests.places import Where
from tests.store.conftest import Hand

TODAY = date(2026, 11, 24)


class Two:
    """Anna and Noor in step on one project, with Ada and Chris in it."""

    def __init__(self, place: Path, where: Where, stack: ExitStack) -> None:
        self.clock = Hand(datetime(2026, 11, 24, 9, tzinfo=UTC))
        self.folder = place / "team"
        self.anna, self.noor = (
            stack.enter_context(open_journal(where(name), clock=self.clock))
            for name in ("anna", "noor")
        )
        self.project = self.anna.default_project().id
        share(self.anna, self.folder, self.project, "notes")
        self.ada, self.chris = (self._added(name) for name in ("Ada Lens", "Chris Ro"))

    def _added(self, name: str) -> str:
        request = AddStakeholder(name=name, project=self.project)
        made = people.add_stakeholder(self.anna, request).rows
        return next(row for table, row in made if table == "stakeholder")

    def log(self, journal: Journal, who: str, note: str | None = None) -> str:
        request = LogSignal(
            stakeholder=who, kind="obstructed", day=TODAY, project=self.project, note=note
        )
        return next(r for t, r in capture.log_signal(journal, request).rows if t == "signal")

    def sync(self) -> None:
        for journal, name in ((self.anna, "Anna"), (self.noor, "Noor"), (self.anna, "Anna")):
            self.clock.move(minutes=1)
            sync(journal, self.folder, known_as(journal, name, ""))

    def of(self, journal: Journal) -> dict[str, Told]:
        return {f"{item.id}:{item.what}": item for item in told(journal)}


@pytest.fixture
def two(tmp_path: Path, where: Where) -> Iterator[Two]:
    with ExitStack() as stack:
        yield Two(tmp_path, where, stack)


def test_each_sees_the_name_of_the_other_and_not_their_own(two: Two):
    two.sync()
    mine, hers = two.log(two.anna, two.ada), two.log(two.noor, two.ada)
    two.sync()
    at_annas, at_noors = two.of(two.anna), two.of(two.noor)
    assert (at_annas[f"{mine}:signal"].author, at_annas[f"{hers}:signal"].author) == (None, "Noor")
    assert (at_noors[f"{mine}:signal"].author, at_noors[f"{hers}:signal"].author) == ("Anna", None)
    assert at_annas[f"{hers}:signal"].credit == "by Noor"
    assert at_annas[f"{mine}:signal"].credit == ""


def test_whoever_is_alone_is_told_no_names(two: Two):
    row = two.log(two.anna, two.ada)
    assert {item.author for item in told(two.anna)} == {None}
    assert two.of(two.anna)[f"{row}:signal"].credit == ""
    assert rows(two.anna, filter="by:anna").rows == ()
    assert written(two.anna, "by:anna") == ()


def test_an_answer_is_by_whoever_noted_it(two: Two):
    made = ledger.ask(two.anna, AskFor(stakeholder=two.ada, text="figures", day=TODAY))
    (ask,) = (row for table, row in made.rows if table == "ask")
    two.sync()
    ledger.answer(two.noor, ask, TODAY)
    two.sync()
    at_annas = two.of(two.anna)
    assert at_annas[f"{ask}:asked"].author is None
    assert at_annas[f"{ask}:answered"].author == "Noor"


def test_leaving_a_colleagues_signal_out_does_not_make_it_ones_own(two: Two):
    two.sync()
    hers = two.log(two.noor, two.ada)
    two.sync()
    capture.leave_out(two.anna, hers)
    two.sync()
    assert two.of(two.anna)[f"{hers}:signal"].author == "Noor"
    assert two.of(two.noor)[f"{hers}:signal"].author is None


def test_lists_and_searches_narrow_to_one_author(two: Two):
    two.sync()
    two.log(two.anna, two.ada, "figures of the survey")
    hers = two.log(two.noor, two.chris, "figures of the budget")
    two.sync()
    noted = capture.write_note(
        two.noor,
        WriteNote(text="met", day=TODAY, about=(two.chris,), project=two.project, private=False),
    )
    (entry,) = (row for table, row in noted.rows if table == "entry")
    two.sync()

    def listed(filter: str) -> list[str]:
        return [row.name for row in rows(two.anna, filter=filter).rows]

    assert listed("by:noor") == ["Chris Ro"]
    assert listed("by:anna") == ["Ada Lens"]
    assert listed("-by:noor") == ["Ada Lens"]
    assert listed("by:chen") == []
    assert {item.id for item in written(two.anna, "by:Noor")} == {hers, entry}
    assert [item.id for item in written(two.anna, "figures by:noor")] == [hers]
    assert len(written(two.anna, "figures")) == 2
