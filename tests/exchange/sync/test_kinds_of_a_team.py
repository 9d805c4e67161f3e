"""A kind of a team's own that a shared signal has is known to colleagues; how one weighs what is
built in stays at home, and nobody's own kind is changed by a colleague."""

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from staketerm.domain.signals import Kind
from staketerm.exchange.sync.sharing import known_as, share
from staketerm.exchange.sync.team import sync
from staketerm.journal import capture, history
from staketerm.journal.opening import Journal, open_journal
from staketerm.journal.positions.kind_requests import AddKind, ChangeKind
from staketerm.journal.positions.kinds import add_kind, change_kind, kinds
from staketerm.journal.positions.review import why
from staketerm.journal.requests import AddStakeholder, LogSignal
from staketerm.journal.stakeholders import people
from staketerm.store.records import Signal
from tests.places import Where
from tests.store.conftest import Hand

TODAY = date(2026, 11, 24)
NAMES = ("anna", "bram", "chen")


class Team:
    """Anna and Bram in step on one project with Ada in it."""

    def __init__(self, place: Path, where: Where, stack: ExitStack) -> None:
        self.clock = Hand(datetime(2026, 11, 24, 9, tzinfo=UTC))
        self.folder = place / "team"
        self.anna, self.bram, self.chen = (
            stack.enter_context(open_journal(where(name), clock=self.clock)) for name in NAMES
        )
        self.project = self.anna.default_project().id
        share(self.anna, self.folder, self.project, "signals")
        request = AddStakeholder(name="Ada Lens", project=self.project)
        made = people.add_stakeholder(self.anna, request).rows
        self.ada = next(row for table, row in made if table == "stakeholder")
        self.sync(self.anna, self.bram)

    def sync(self, *who: Journal) -> list[str]:
        """The notes that everybody got."""
        notes: list[str] = []
        everybody = (self.anna, self.bram, self.chen)
        for journal in who:
            self.clock.move(minutes=1)
            name = NAMES[everybody.index(journal)].title()
            notes += sync(journal, self.folder, known_as(journal, name, "")).notes
        return notes

    def log(self, journal: Journal, kind: str) -> None:
        self.clock.move(minutes=1)
        request = LogSignal(stakeholder=self.ada, kind=kind, day=TODAY, project=self.project)
        capture.log_signal(journal, request)

    def kind(self, journal: Journal, id: str) -> Kind | None:
        """A kind as it is known, None for one that came without its meaning."""
        return next((row.kind for row in kinds(journal) if row.kind.id == id and row.known), None)

    def stance(self, journal: Journal) -> float:
        return why(journal, self.ada, self.project).assessment.stance


@pytest.fixture
def team(tmp_path: Path, where: Where) -> Iterator[Team]:
    with ExitStack() as stack:
        yield Team(tmp_path, where, stack)


def test_a_kind_of_ones_own_comes_with_the_signal_that_has_it(team: Team):
    add_kind(team.anna, AddKind(label="sang for us", dutch="zong voor ons", points=7))
    team.sync(team.anna, team.bram)
    assert team.kind(team.bram, "sang_for_us") is None
    team.log(team.anna, "sang_for_us")
    team.sync(team.anna, team.bram)
    assert team.kind(team.bram, "sang_for_us") == team.kind(team.anna, "sang_for_us")
    assert team.stance(team.bram) == team.stance(team.anna) > 0


def test_a_kind_that_only_private_signals_have_stays(team: Team):
    add_kind(team.anna, AddKind(label="canary kind", points=7))
    request = LogSignal(
        stakeholder=team.ada, kind="canary_kind", day=TODAY, project=team.project, private=True
    )
    capture.log_signal(team.anna, request)
    team.sync(team.anna, team.bram)
    assert "canary" not in "".join(file.read_text("utf-8") for file in team.folder.rglob("*.csv"))


def test_how_one_weighs_what_is_built_in_stays_at_home(team: Team):
    change_kind(team.anna, ChangeKind(id="obstructed", points=-1))
    team.log(team.anna, "obstructed")
    team.sync(team.anna, team.bram)
    theirs = team.kind(team.bram, "obstructed")
    assert theirs is not None
    assert theirs.points == -9
    assert team.stance(team.bram) < team.stance(team.anna)


def test_a_change_of_the_kind_follows(team: Team):
    add_kind(team.anna, AddKind(label="sang for us", points=7))
    team.log(team.anna, "sang_for_us")
    team.sync(team.anna, team.bram)
    change_kind(team.anna, ChangeKind(id="sang_for_us", points=2, label="sang along"))
    team.sync(team.anna, team.bram)
    assert team.kind(team.bram, "sang_for_us") == team.kind(team.anna, "sang_for_us")
    assert team.stance(team.bram) == team.stance(team.anna)


def test_whoever_has_a_kind_of_that_name_keeps_it_and_is_told(team: Team):
    add_kind(team.anna, AddKind(label="sang for us", points=7))
    add_kind(team.bram, AddKind(label="sang for us", points=-3))
    team.log(team.anna, "sang_for_us")
    team.log(team.bram, "sang_for_us")
    said = team.sync(team.anna, team.bram, team.anna)
    said += team.sync(team.bram, team.anna)
    told = "has a kind 'sang for us' too, and tells it otherwise. Yours counts here, theirs there."
    assert sorted(note for note in said if "kind" in note) == [f"Anna {told}", f"Bram {told}"]
    mine, theirs = team.kind(team.anna, "sang_for_us"), team.kind(team.bram, "sang_for_us")
    assert mine is not None
    assert theirs is not None
    assert (mine.points, theirs.points) == (7, -3)
    assert team.stance(team.anna) > 0 > team.stance(team.bram)


def test_two_who_add_the_same_kind_hear_nothing_of_it(team: Team):
    for journal in (team.anna, team.bram):
        add_kind(journal, AddKind(label="sang for us", points=7))
        team.log(journal, "sang_for_us")
    said = team.sync(team.anna, team.bram, team.anna, team.bram)
    assert [note for note in said if "kind" in note or "left out" in note] == []
    assert team.stance(team.anna) == team.stance(team.bram)


def test_a_colleague_who_takes_theirs_back_takes_nothing_of_mine(team: Team):
    add_kind(team.anna, AddKind(label="sang for us", points=7))
    add_kind(team.bram, AddKind(label="sang for us", points=7))
    team.log(team.bram, "sang_for_us")
    team.log(team.anna, "sang_for_us")
    team.sync(team.anna, team.bram, team.anna)
    added = next(line for line in history.history(team.anna) if line.verb == "kind added")
    history.undo(team.anna, added.batch)
    team.sync(team.anna, team.bram, team.anna)
    assert team.kind(team.bram, "sang_for_us") is not None


def test_whoever_changes_a_colleagues_kind_has_one_of_their_own_from_then_on(team: Team):
    add_kind(team.anna, AddKind(label="sang for us", points=7))
    team.log(team.anna, "sang_for_us")
    team.sync(team.anna, team.bram)
    change_kind(team.bram, ChangeKind(id="sang_for_us", points=1))
    team.sync(team.bram, team.anna, team.bram)
    mine, theirs = team.kind(team.anna, "sang_for_us"), team.kind(team.bram, "sang_for_us")
    assert mine is not None
    assert theirs is not None
    assert (mine.points, theirs.points) == (7, 1)


def test_whoever_joins_later_knows_it(team: Team):
    add_kind(team.anna, AddKind(label="sang for us", points=7))
    team.log(team.anna, "sang_for_us")
    team.sync(team.anna, team.bram, team.chen)
    assert team.kind(team.chen, "sang_for_us") == team.kind(team.anna, "sang_for_us")


def test_a_kind_of_which_nobody_tells_stays_unknown(team: Team):
    with team.anna.write("log") as writing:
        writing.put(
            Signal(
                id=writing.new_id(),
                stakeholder=team.ada,
                project=team.project,
                day=TODAY,
                kind="of_another_version",
            )
        )
    team.sync(team.anna, team.bram)
    (row,) = (row for row in kinds(team.bram) if row.kind.id == "of_another_version")
    assert not row.known
    assert team.stance(team.bram) == 0
