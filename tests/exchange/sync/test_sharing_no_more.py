"""A project of which nothing is given any more: colleagues keep what they have, both go on apart,
and shared again they agree."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from staketerm.domain.errors import UsageError
from staketerm.exchange.sync.sharing import share, stop_sharing
from staketerm.exchange.sync.team import sync
from staketerm.journal.capture import log_signal
from staketerm.journal.opening import Journal, open_journal
from staketerm.journal.requests import AddStakeholder, LogSignal
from staketerm.journal.stakeholders.people import add_stakeholder, find
from staketerm.store.records import Signal
from tests.store.conftest import Hand


@dataclass
class Pair:
    """Anna shared a project, and Bram joined."""

    anna: Journal
    bram: Journal
    folder: Path
    clock: Hand
    project: str

    def exchange(self) -> None:
        for name, journal in (("anna", self.anna), ("bram", self.bram), ("anna", self.anna)):
            done = sync(journal, self.folder, name)
            assert not done.waiting

    def log(self, journal: Journal, kind: str) -> None:
        self.clock.move(minutes=1)
        who, day = find(journal, "Ada").key, date(2026, 11, 24)
        log_signal(journal, LogSignal(stakeholder=who, kind=kind, day=day, project=self.project))

    def kinds(self, journal: Journal) -> list[str]:
        with journal.read() as reader:
            return sorted(row.kind for row in reader.rows(Signal))


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Pair]:
    clock, folder = Hand(datetime(2026, 11, 24, 9, tzinfo=UTC)), tmp_path / "team"
    with ExitStack() as stack:
        anna, bram = (
            stack.enter_context(open_journal(tmp_path / f"{name}.db", clock=clock))
            for name in ("anna", "bram")
        )
        add_stakeholder(anna, AddStakeholder(name="Ada Lens"))
        project = anna.default_project().id
        share(anna, folder, project, "notes")
        both = Pair(anna, bram, folder, clock, project)
        both.exchange()
        clock.move(minutes=1)
        yield both


def test_nothing_of_it_lies_in_ones_own_files_any_more(pair: Pair) -> None:
    stop_sharing(pair.anna, pair.folder, pair.project)
    sync(pair.anna, pair.folder, "anna")
    files = (pair.folder / "from").glob("*-anna/*.csv")
    assert "Ada" not in "".join(each.read_text(encoding="utf-8") for each in files)


def test_colleagues_keep_what_they_have_and_both_go_on_apart(pair: Pair) -> None:
    stop_sharing(pair.anna, pair.folder, pair.project)
    pair.exchange()
    pair.log(pair.bram, "contact")
    pair.log(pair.anna, "no_show")
    pair.exchange()
    assert pair.kinds(pair.anna) == ["no_show"]
    assert pair.kinds(pair.bram) == ["contact"]


def test_shared_again_both_have_what_was_written_meanwhile(pair: Pair) -> None:
    stop_sharing(pair.anna, pair.folder, pair.project)
    pair.exchange()
    pair.log(pair.bram, "contact")
    pair.log(pair.anna, "no_show")
    pair.exchange()
    pair.clock.move(minutes=1)
    share(pair.anna, pair.folder, pair.project, "notes")
    pair.exchange()
    assert pair.kinds(pair.anna) == pair.kinds(pair.bram) == ["contact", "no_show"]


def test_what_is_not_shared_cannot_be_stopped(pair: Pair, tmp_path: Path) -> None:
    stop_sharing(pair.anna, pair.folder, pair.project)
    for folder in (pair.folder, tmp_path / "new"):
        with pytest.raises(UsageError, match="is not shared in"):
            stop_sharing(pair.anna, folder, pair.project)
