"""A journal is put back from a backup, alone or with its own folder: of what it gave since nothing
is lost without a word."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from staketerm.exchange.sync.disputes import disputes
from staketerm.exchange.sync.sharing import known_as
from staketerm.exchange.sync.team import sync
from staketerm.journal.backups import back_up
from staketerm.journal.opening import Journal, open_journal
from staketerm.store.records import Stakeholder
from tests.exchange.sync.twins_stage import Pair, in_step
from tests.places import Where


class Desk(Pair):
    """The two; Ada's role is what they write."""

    def writes(self, journal: Journal, job: str) -> None:
        self.clock.move(minutes=1)
        with journal.write("edit") as writing:
            writing.patch(Stakeholder, self.ada, job=job)

    def job(self, journal: Journal) -> str | None:
        with journal.read() as reader:
            found = reader.get(Stakeholder, self.ada)
        return None if found is None else found.job

    def files(self, journal: Journal) -> Path:
        (found,) = (self.folder / "from").glob(f"{journal.store.replica}-*")
        return found


@pytest.fixture
def desk(tmp_path: Path, where: Where) -> Iterator[Desk]:
    with in_step(where, tmp_path / "team") as both:
        yield Desk(**vars(both))


def put(kept: Path, place: Path) -> None:
    shutil.rmtree(place)
    shutil.copytree(kept, place)


@pytest.mark.parametrize("late", [False, True], ids=["", "and Bram's files come later"])
@pytest.mark.parametrize("folder", [False, True], ids=["the journal", "and its folder"])
def test_what_was_given_and_forgotten_is_kept_as_a_conflict(
    desk: Desk, tmp_path: Path, folder: bool, late: bool
) -> None:
    desk.writes(desk.anna, "clerk")
    desk.sync()
    hers, his = desk.files(desk.anna), desk.files(desk.bram)
    shutil.copytree(hers, tmp_path / "hers")
    shutil.copytree(his, tmp_path / "his")
    copy = back_up(desk.anna, tmp_path / "copy.db")
    desk.writes(desk.anna, "head of permits")
    desk.sync()
    shutil.copytree(his, tmp_path / "his later")
    if folder:
        put(tmp_path / "hers", hers)
    if late:
        put(tmp_path / "his", his)
    with open_journal(copy, clock=desk.clock) as anna:
        desk.writes(anna, "archivist")
        sync(anna, desk.folder, known_as(anna, None, "Anna"), origin="moved")
        put(tmp_path / "his later", his)
        for _round in range(2):
            sync(anna, desk.folder, "Anna")
            desk.sync(desk.bram)
        for journal in (anna, desk.bram):
            assert desk.job(journal) == "archivist"
            assert [each.lost.value for each in disputes(journal)] == ["head of permits"]


def test_what_was_taken_back_and_changed_since_is_no_conflict(desk: Desk, tmp_path: Path) -> None:
    copy = back_up(desk.anna, tmp_path / "copy.db")
    desk.writes(desk.anna, "head of permits")
    desk.sync()
    with open_journal(copy, clock=desk.clock) as anna:
        sync(anna, desk.folder, known_as(anna, None, "Anna"), origin="moved")
        assert desk.job(anna) == "head of permits"
        desk.writes(anna, "archivist")
        for _round in range(2):
            sync(anna, desk.folder, "Anna")
            desk.sync(desk.bram)
        assert disputes(anna) == disputes(desk.bram) == ()
