"""A row that was shared, that a colleague edited, and that I made private since: it stays at home
from then on, and what the colleague writes on changes nothing here."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from staketerm.exchange.sync.disputes import disputes
from staketerm.exchange.sync.sharing import share
from staketerm.exchange.sync.team import sync
from staketerm.journal import capture, ledger
from staketerm.journal.backups import back_up
from staketerm.journal.opening import Journal, open_journal
from staketerm.journal.requests import Agree, AskFor, LogSignal, WriteNote
from staketerm.store.records import Agreement, Ask, Entry, Row, Signal
from tests.exchange.sync.twins_stage import TODAY, Pair, id_in, in_step
from tests.places import Where

TEXT = {Ask: "text", Agreement: "text", Entry: "text", Signal: "note"}
BESIDES: dict[type[Row], dict[str, Any]] = {
    Ask: {"due": TODAY},
    Agreement: {"due": TODAY},
    Entry: {"title": "a title of his"},
    Signal: {"intensity": 1.5},
}
"""What Bram edits and Anna leaves as he wrote it."""

CANARY = "canary: for me alone"


class Desk(Pair):
    """The two, and one row that both have."""

    def writes(self, kind: type[Row]) -> str:
        who, project = self.ada, self.project
        if kind is Ask:
            told = ledger.ask(
                self.anna, AskFor(stakeholder=who, text="open", day=TODAY, project=project)
            )
        elif kind is Agreement:
            told = ledger.agree(
                self.anna,
                Agree(stakeholder=who, text="open", by="them", day=TODAY, project=project),
            )
        elif kind is Entry:
            told = capture.write_note(
                self.anna,
                WriteNote(text="open", day=TODAY, about=(who,), project=project, private=False),
            )
        else:
            told = capture.log_signal(
                self.anna,
                LogSignal(stakeholder=who, kind="obstructed", day=TODAY, project=project, note="o"),
            )
        return id_in(told, kind.table)

    def edits(self, journal: Journal, kind: type[Row], row: str, **values: Any) -> None:
        self.clock.move(minutes=1)
        with journal.write("edit") as writing:
            writing.patch(kind, row, **values)

    def deletes(self, journal: Journal, kind: type[Row], row: str) -> None:
        self.clock.move(minutes=1)
        with journal.write("delete") as writing:
            writing.delete(kind, row)

    def text(self, journal: Journal, kind: type[Row], row: str) -> str | None:
        with journal.read() as reader:
            found = reader.get(kind, row)
        return None if found is None else getattr(found, TEXT[kind])

    def made_private(self, kind: type[Row]) -> str:
        """A row of Anna's that Bram edited, and that she then made private and went on with."""
        row = self.writes(kind)
        self.sync()
        self.edits(self.bram, kind, row, **{TEXT[kind]: "as Bram has it"}, **BESIDES[kind])
        self.sync()
        self.edits(self.anna, kind, row, private=True)
        self.edits(self.anna, kind, row, **{TEXT[kind]: CANARY})
        self.sync()
        return row


@pytest.fixture
def desk(tmp_path: Path, where: Where) -> Iterator[Desk]:
    with in_step(where, tmp_path / "team") as both:
        yield Desk(**vars(both))


kinds = pytest.mark.parametrize("kind", TEXT, ids=lambda kind: kind.table)


@kinds
def test_it_stays_at_home_and_what_colleagues_read_before_stays_with_them(desk: Desk, kind):
    row = desk.made_private(kind)
    assert desk.text(desk.bram, kind, row) == "as Bram has it"
    files = [path for path in desk.folder.rglob("*") if path.is_file()]
    assert not [path for path in files if CANARY.encode() in path.read_bytes()]


@kinds
def test_what_a_colleague_writes_on_changes_nothing_and_is_told(desk: Desk, kind):
    row = desk.made_private(kind)
    desk.edits(desk.bram, kind, row, **{TEXT[kind]: "later than hers"})
    sync(desk.bram, desk.folder, "Bram")
    notes = sync(desk.anna, desk.folder, "Anna").notes
    assert desk.text(desk.anna, kind, row) == CANARY
    assert any("1 row of Bram was left out" in note for note in notes)


@kinds
def test_a_colleague_who_deletes_it_deletes_it_for_themselves(desk: Desk, kind):
    row = desk.made_private(kind)
    desk.deletes(desk.bram, kind, row)
    desk.sync()
    assert desk.text(desk.anna, kind, row) == CANARY
    assert desk.text(desk.bram, kind, row) is None


@pytest.mark.parametrize("kind", [Ask, Agreement, Entry], ids=lambda kind: kind.table)
def test_shared_again_neither_loses_what_the_other_wrote_meanwhile(desk: Desk, kind):
    row = desk.made_private(kind)
    desk.edits(desk.bram, kind, row, **{TEXT[kind]: "later than hers"})
    desk.sync()
    desk.edits(desk.anna, kind, row, private=False)
    desk.sync()
    desk.sync()
    for journal in (desk.anna, desk.bram):
        assert desk.text(journal, kind, row) == "later than hers"
        (found,) = disputes(journal)
        assert found.lost.value == CANARY


def test_shared_again_an_edit_that_saw_it_is_no_conflict(desk: Desk):
    row = desk.made_private(Ask)
    desk.edits(desk.anna, Ask, row, private=False)
    desk.sync()
    assert desk.text(desk.bram, Ask, row) == CANARY
    desk.edits(desk.bram, Ask, row, text="seen and changed")
    desk.sync()
    assert desk.text(desk.anna, Ask, row) == "seen and changed"
    assert disputes(desk.anna) == disputes(desk.bram) == ()


@kinds
def test_in_a_copy_of_the_journal_it_stays_at_home_as_well(desk: Desk, kind, tmp_path: Path):
    row = desk.made_private(kind)
    copy = back_up(desk.anna, tmp_path / "copy.db")
    desk.edits(desk.bram, kind, row, **{TEXT[kind]: "later than hers"})
    sync(desk.bram, desk.folder, "Bram")
    with open_journal(copy, clock=desk.clock) as other:
        sync(other, desk.folder, "Anna", origin="copied")
        assert desk.text(other, kind, row) == CANARY
    files = [path for path in desk.folder.rglob("*") if path.is_file()]
    assert not [path for path in files if CANARY.encode() in path.read_bytes()]


def test_where_private_rows_were_chosen_to_be_shared_it_is_shared_on(desk: Desk):
    share(desk.anna, desk.folder, desk.project, "notes", frozenset({"private"}))
    row = desk.made_private(Ask)
    assert desk.text(desk.bram, Ask, row) == CANARY
