"""Colleagues find out that two stakeholders are one, apart from each other and in any order, and
end with the same."""

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, date, datetime
from itertools import permutations
from pathlib import Path

import pytest

from staketerm.exchange.sync.disputes import disputes
from staketerm.exchange.sync.sharing import share
from staketerm.exchange.sync.team import sync
from staketerm.journal import capture, erasing, history
from staketerm.journal.opening import Journal, open_journal
from staketerm.journal.requests import AddStakeholder, LogSignal
from staketerm.journal.stakeholders import people
from staketerm.journal.stakeholders.merged import roots
from staketerm.journal.stakeholders.merging import merge
from staketerm.journal.timeline import told
from staketerm.store.records import Signal, Stakeholder
from tests.places import Where
from tests.store.conftest import Hand

TODAY = date(2026, 11, 24)
NAMES = ("anna", "bram", "chen")


class Room:
    """Three colleagues in step on one project with four people in it, named by their ids."""

    def __init__(self, place: Path, where: Where, stack: ExitStack) -> None:
        self.clock = Hand(datetime(2026, 11, 24, 9, tzinfo=UTC))
        self.folder = place / "team"
        self.anna, self.bram, self.chen = self.all = [
            stack.enter_context(open_journal(where(name), clock=self.clock)) for name in NAMES
        ]
        self.project = self.anna.default_project().id
        share(self.anna, self.folder, self.project, "notes")
        self.ids = [self._added(f"Person {n}") for n in range(4)]
        for who in self.ids:
            self.log(self.anna, who)
        self.meet()

    def _added(self, name: str) -> str:
        request = AddStakeholder(name=name, project=self.project, emails=(f"{name[-1]}@a.example",))
        added = people.add_stakeholder(self.anna, request)
        return next(row for table, row in added.rows if table == "stakeholder")

    def log(self, journal: Journal, who: str, kind: str = "defended_project") -> str:
        self.clock.move(minutes=1)
        request = LogSignal(stakeholder=who, kind=kind, day=TODAY, project=self.project)
        return next(r for t, r in capture.log_signal(journal, request).rows if t == "signal")

    def sync(self, *journals: Journal) -> None:
        for journal in journals:
            self.clock.move(minutes=1)
            sync(journal, self.folder, NAMES[self.all.index(journal)])

    def meet(self) -> None:
        """Everybody syncs until nothing is new."""
        for _round in range(3):
            self.sync(*self.all)

    def merge(self, journal: Journal, one: int, other: int) -> None:
        self.clock.move(minutes=1)
        merge(journal, self.ids[one], self.ids[other])

    def whose(self, journal: Journal) -> list[tuple[str, str]]:
        """Every signal and whose it is."""
        with journal.read() as reader:
            return sorted((row.id, row.stakeholder) for row in reader.rows(Signal))

    def same_files(self) -> bool:
        given = [
            {
                file.name: file.read_bytes()
                for place in (self.folder / "from").glob(f"{journal.store.replica}*")
                for file in place.glob("*.csv")
            }
            for journal in self.all
        ]
        return given[0] == given[1] == given[2]


@pytest.fixture
def room(tmp_path: Path, where: Where) -> Iterator[Room]:
    with ExitStack() as stack:
        yield Room(tmp_path, where, stack)


def one_for_all(room: Room, members: set[int]) -> None:
    """All know the members as the smallest of them, with everything that was told of any."""
    root = room.ids[min(members)]
    for journal in room.all:
        with journal.read() as reader:
            merged = {room.ids[n]: root for n in members if room.ids[n] != root}
            assert roots(reader) == merged
        signals = [who for _row, who in room.whose(journal)]
        assert signals.count(root) == len(members)
        assert disputes(journal) == ()
        listed = [one.key for one in people.directory(journal)]
        assert sorted(listed) == sorted({root, *room.ids} - set(merged))
    assert room.same_files()


def test_a_merger_reaches_everybody(room: Room):
    room.merge(room.bram, 2, 0)
    room.meet()
    one_for_all(room, {0, 2})
    assert people.find(room.chen, "Person 2").key == room.ids[0]


def test_two_who_merge_the_same_two(room: Room):
    room.merge(room.anna, 0, 1)
    room.merge(room.bram, 1, 0)
    room.meet()
    one_for_all(room, {0, 1})


@pytest.mark.parametrize("pairs", list(permutations([(0, 1), (1, 2), (0, 2)])), ids=str)
def test_three_who_each_merge_another_pair(room: Room, pairs):
    for journal, pair in zip(room.all, pairs, strict=True):
        room.merge(journal, *pair)
    room.meet()
    one_for_all(room, {0, 1, 2})


@pytest.mark.parametrize(
    "pairs", [((0, 3), (1, 3), (2, 3)), ((2, 3), (0, 1), (1, 3)), ((0, 1), (2, 3), (0, 3))], ids=str
)
def test_all_four_are_one_over_pairs_that_nobody_knew_of_each_other(room: Room, pairs):
    for journal, pair in zip(room.all, pairs, strict=True):
        room.merge(journal, *pair)
    room.meet()
    one_for_all(room, {0, 1, 2, 3})


def test_who_logs_for_the_merged_one_meanwhile_logs_for_the_one_they_are(room: Room):
    room.merge(room.anna, 0, 1)
    late = room.log(room.chen, room.ids[1], "obstructed")
    room.meet()
    for journal in room.all:
        assert (late, room.ids[0]) in room.whose(journal)
        assert late in {item.id for item in told(journal, stakeholder=room.ids[0])}
        assert roots_of(journal) == {room.ids[1]: room.ids[0]}
    assert room.same_files()
    assert disputes(room.anna) == ()


def roots_of(journal: Journal) -> dict[str, str]:
    with journal.read() as reader:
        return roots(reader)


def test_who_edits_the_merged_one_meanwhile_loses_nothing(room: Room):
    (row,) = (row for row, who in room.whose(room.bram) if who == room.ids[1])
    room.merge(room.anna, 0, 1)
    room.clock.move(minutes=1)
    capture.correct_signal(room.bram, row, note="said so twice")
    room.meet()
    for journal in room.all:
        (item,) = (item for item in told(journal, stakeholder=room.ids[0]) if item.id == row)
        assert item.text == "said so twice"
    assert room.same_files()


def test_undo_brings_both_back_for_everybody(room: Room):
    before = room.whose(room.anna)
    room.merge(room.anna, 0, 1)
    room.meet()
    room.clock.move(minutes=1)
    history.undo(room.anna)
    room.meet()
    for journal in room.all:
        assert room.whose(journal) == before
        assert roots_of(journal) == {}
        assert len(people.directory(journal)) == 4
    assert room.same_files()


def test_whoever_joins_later_knows_them_as_one(room: Room, where: Where):
    room.merge(room.anna, 0, 1)
    room.meet()
    with open_journal(where("dora"), clock=room.clock) as dora:
        sync(dora, room.folder, "dora")
        assert roots_of(dora) == {room.ids[1]: room.ids[0]}
        assert len(people.directory(dora)) == 3
        assert people.find(dora, "Person 1").key == room.ids[0]


def test_erasing_the_one_erases_who_they_were_with_everybody(room: Room):
    room.merge(room.anna, 0, 1)
    room.meet()
    erasing.erase(room.anna, room.ids[0])
    room.meet()
    for journal in room.all:
        with journal.read() as reader:
            left = {row.id for row in reader.rows(Stakeholder, deleted=True)}
        assert left == {room.ids[2], room.ids[3]}
