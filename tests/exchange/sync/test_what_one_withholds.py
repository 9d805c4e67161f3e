"""What somebody withholds, shares later, or erases keeps nobody's files out."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from staketerm.exchange.sync.sharing import share
from staketerm.exchange.sync.team import Synced, sync
from staketerm.journal.backups import back_up
from staketerm.journal.erasing import erase
from staketerm.journal.opening import Journal, open_journal
from staketerm.store.records import Ask, Entry, Involvement, Project, Row, Signal, Stakeholder
from tests.store.conftest import Hand

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


class Pair:
    """Anna and Bram, who share a project; Ada is in it, and the guild is her organisation."""

    def __init__(self, place: Path, level: str) -> None:
        self.clock = Hand(NOON)
        self.folder = place / "team"
        self.anna = open_journal(place / "anna.db", clock=self.clock)
        self.bram = open_journal(place / "bram.db", clock=self.clock)
        self.project = self.anna.default_project().id
        new = self.anna.store.new_id
        self.ada, self.guild, self.ask = new(), new(), new()
        with self.anna.write("begin") as writing:
            writing.put(_person(self.guild, "Guild"))
            writing.put(_person(self.ada, "Ada Lens", self.guild))
            writing.involve(self.ada, self.project)
            writing.put(
                Ask(
                    id=self.ask,
                    stakeholder=self.ada,
                    project=self.project,
                    asked_on=NOON.date(),
                    text="the plan",
                )
            )
        share(self.anna, self.folder, self.project, level)
        self.meet()

    def sync(self, who: Journal) -> Synced:
        self.clock.move(minutes=1)
        done = sync(who, self.folder, "anna" if who is self.anna else "bram")
        assert done.waiting == ()
        return done

    def meet(self) -> tuple[str, ...]:
        """Both sync until nothing is new; what was said to either."""
        order = (self.anna, self.bram, self.anna, self.bram)
        return tuple(note for who in order for note in self.sync(who).notes)

    def edit(self, who: Journal, kind: type[Row], row: str, **values: object) -> None:
        self.clock.move(minutes=1)
        with who.write("edit") as writing:
            writing.patch(kind, row, **values)

    def close(self) -> None:
        self.anna.close()
        self.bram.close()


def _person(id: str, name: str, organisation: str | None = None) -> Stakeholder:
    folded = name.casefold()
    return Stakeholder(id=id, name=name, folded=folded, handle=folded, organisation=organisation)


def row(journal: Journal, kind: type[Row], id: str) -> Row | None:
    with journal.read() as reader:
        return reader.get(kind, id, deleted=True)


@pytest.fixture
def pair(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Pair]:
    found = Pair(tmp_path, getattr(request, "param", "notes"))
    yield found
    found.close()


@pytest.mark.parametrize("pair", ["signals"], indirect=True)
def test_notes_that_are_shared_later_come_with_the_next_change(pair: Pair) -> None:
    with pair.bram.read() as reader:
        assert reader.get(Ask, pair.ask).text is None  # type: ignore[union-attr]
    share(pair.anna, pair.folder, pair.project, "notes")
    pair.edit(pair.anna, Ask, pair.ask, answered_on=NOON.date())
    pair.meet()
    assert row(pair.bram, Ask, pair.ask) == row(pair.anna, Ask, pair.ask)


def test_who_keeps_an_organisation_private_keeps_nobody_out(pair: Pair) -> None:
    pair.edit(pair.bram, Stakeholder, pair.guild, private=True)
    pair.edit(pair.bram, Stakeholder, pair.ada, job="clerk")
    pair.meet()
    with pair.anna.read() as reader:
        ada = reader.get(Stakeholder, pair.ada)
    assert ada is not None
    assert (ada.job, ada.organisation) == ("clerk", pair.guild)


def test_erasing_an_organisation_reaches_a_colleague(pair: Pair) -> None:
    erase(pair.bram, pair.guild)
    pair.edit(pair.bram, Stakeholder, pair.ada, job="clerk")
    pair.meet()
    with pair.anna.read() as reader:
        ada = reader.get(Stakeholder, pair.ada)
        assert reader.get(Stakeholder, pair.guild, deleted=True) is None
    assert ada is not None
    assert (ada.job, ada.organisation) == ("clerk", None)


def test_erasing_somebody_reaches_a_colleague_who_has_no_more_of_them(pair: Pair) -> None:
    erase(pair.anna, pair.ada)
    assert pair.meet() == ()
    assert row(pair.bram, Stakeholder, pair.ada) is None


def test_a_colleague_who_has_more_of_somebody_is_told_and_can_erase_them(pair: Pair) -> None:
    other = pair.bram.store.new_id()
    with pair.bram.write("edit") as writing:
        writing.put(
            Signal(
                id=other,
                stakeholder=pair.ada,
                project=pair.project,
                day=NOON.date(),
                kind="contact",
                private=True,
            )
        )
    erase(pair.anna, pair.ada)
    notes = pair.meet()
    assert [note for note in notes if "Ada Lens" in note and "staketerm erase" in note]
    assert row(pair.bram, Signal, other) is not None
    assert erase(pair.bram, pair.ada).rows > 0
    pair.meet()
    assert row(pair.bram, Stakeholder, pair.ada) is None


def test_a_deleted_organisation_is_told_to_colleagues(pair: Pair) -> None:
    with pair.anna.write("delete") as writing:
        writing.delete(Stakeholder, pair.guild)
    pair.meet()
    found = row(pair.bram, Stakeholder, pair.guild)
    assert found is not None
    assert found.deleted is not None


def test_somebody_known_on_both_sides_joins_once_both_involve_them(pair: Pair) -> None:
    both = pair.bram.store.new_id()
    for who in (pair.anna, pair.bram):
        with who.write("begin") as writing:
            writing.put(_person(both, "Bo Berg"))
    with pair.anna.write("involve") as writing:
        writing.involve(both, pair.project)
    notes = pair.meet()
    assert [note for note in notes if "left out" in note]
    with pair.bram.write("involve") as writing:
        writing.involve(both, pair.project)
    assert not [note for note in pair.meet() if "left out" in note]
    with pair.bram.read() as reader:
        assert len(reader.rows(Involvement)) == 2
        assert reader.rows(Entry) == []


def test_nobody_is_drawn_into_a_project_in_a_copy_of_the_journal(
    pair: Pair, tmp_path: Path
) -> None:
    both = pair.anna.store.new_id()
    for who in (pair.anna, pair.bram):
        with who.write("begin") as writing:
            writing.put(_person(both, "Bo Berg"))
    copy = back_up(pair.anna, tmp_path / "copy.db")
    with pair.bram.write("involve") as writing:
        writing.involve(both, pair.project)
    pair.sync(pair.bram)
    with open_journal(copy, clock=pair.clock) as other:
        notes = sync(other, pair.folder, "anna at home", origin="copied").notes
        assert [note for note in notes if "left out" in note]
        with other.read() as reader:
            assert [row.stakeholder for row in reader.rows(Involvement)] == [pair.ada]


def test_what_a_copy_writes_on_is_a_colleagues_for_the_other(pair: Pair, tmp_path: Path) -> None:
    copy = back_up(pair.anna, tmp_path / "copy.db")
    with open_journal(copy, clock=pair.clock) as other:
        sync(other, pair.folder, "anna at home", origin="copied")
        bo = pair.anna.store.new_id()
        with pair.anna.write("begin") as writing:
            writing.put(_person(bo, "Bo Berg"))
            writing.involve(bo, pair.project)
        pair.meet()
        assert sum(each.new for each in sync(other, pair.folder, "anna at home").taken) == 2
        assert row(other, Stakeholder, bo) is not None


@pytest.mark.parametrize("pair", ["signals"], indirect=True)
def test_who_comes_to_share_notes_gives_those_of_before_as_well(pair: Pair) -> None:
    signal = pair.anna.store.new_id()
    with pair.anna.write("log") as writing:
        told: dict[str, Any] = {"stakeholder": pair.ada, "project": pair.project}
        writing.put(Signal(id=signal, day=NOON.date(), kind="contact", note="said so", **told))
    pair.meet()
    withheld = row(pair.bram, Signal, signal)
    assert isinstance(withheld, Signal)
    assert withheld.note is None
    pair.edit(pair.anna, Project, pair.project, sharing="notes")
    pair.meet()
    for kind, id, cell, said in (
        (Signal, signal, "note", "said so"),
        (Ask, pair.ask, "text", "the plan"),
    ):
        assert getattr(row(pair.bram, kind, id), cell) == said
    assert pair.sync(pair.bram).taken == ()
