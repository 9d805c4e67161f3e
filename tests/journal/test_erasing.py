"""Who is erased is gone: from rows, history, search and file; and nothing brings them back."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from staketerm.domain.errors import UsageError
from staketerm.exchange.sync.sharing import share
from staketerm.exchange.sync.team import sync
from staketerm.journal import capture
from staketerm.journal.backups import back_up
from staketerm.journal.erasing import erase
from staketerm.journal.erasing_told import afterwards
from staketerm.journal.history import history, undo
from staketerm.journal.opening import open_journal
from staketerm.journal.requests import AddStakeholder, LogSignal
from staketerm.journal.safety import restore
from staketerm.journal.stakeholders import people
from staketerm.journal.stakeholders.finding import written
from staketerm.store.records import Entry, Signal, Stakeholder
from tests.places import Location, Where
from tests.store.conftest import Hand

TODAY = date(2026, 11, 24)
NAME, WORD = "Zebediah Quill", "marmalade"


@pytest.fixture
def clock() -> Hand:
    return Hand(datetime(2026, 11, 24, 9, tzinfo=UTC))


def told(location: Location, clock: Hand, *, entry: bool = True) -> str:
    """A journal with somebody in it, of whom much was written; their id."""
    with open_journal(location, clock=clock) as journal:
        added = people.add_stakeholder(
            journal, AddStakeholder(name=NAME, emails=("zq@quill.example",), tags=(WORD,))
        )
        who = next(row for table, row in added.rows if table == "stakeholder")
        capture.log_signal(
            journal, LogSignal(stakeholder=who, kind="no_show", day=TODAY, note=f"ate {WORD}")
        )
        with journal.write("edit") as writing:
            writing.patch(Stakeholder, who, job=f"{WORD} taster")
        with journal.write("edit") as writing:
            writing.patch(Stakeholder, who, job=None)
        if entry:
            with journal.write("note") as writing:
                text = f"{NAME} came late"
                writing.put(Entry(id=writing.new_id(), kind="meeting", day=TODAY, text=text))
    return who


def test_no_byte_of_them_is_left_in_any_file_but_older_backups(tmp_path: Path, clock: Hand) -> None:
    place = tmp_path / "home" / "journal.db"
    place.parent.mkdir()
    who = told(place, clock, entry=False)
    with open_journal(place, clock=clock) as journal:
        erase(journal, who)
    for path in place.parent.rglob("*"):
        if path.is_file():
            data = path.read_bytes().lower()
            for word in (b"zebediah", b"quill", WORD.encode()):
                assert word not in data, (path.name, word)


def test_what_still_names_them_is_listed(tmp_path: Path, clock: Hand) -> None:
    place = tmp_path / "journal.db"
    who = told(place, clock)
    with open_journal(place, clock=clock) as journal:
        back_up(journal)
        clock.move(hours=1)
        done = erase(journal, who)
        assert [each.text for each in done.mentions] == [f"{NAME} came late"]
        (old,) = done.backups
        assert old.until is not None
        assert TODAY < old.until <= TODAY + timedelta(days=220)
        assert [each.text for each in written(journal, "quill")] == [f"{NAME} came late"]
        assert WORD not in str(history(journal))


def test_what_no_rotation_deletes_is_told_as_staying(tmp_path: Path, clock: Hand) -> None:
    place = tmp_path / "journal.db"
    who = told(place, clock)
    with open_journal(place, clock=clock) as journal:
        copy = back_up(journal)
    older = copy.rename(copy.with_name("journal-20261101T120000Z-s0.db"))  # of an older layout
    aside = restore(place, older, clock)
    assert aside is not None
    with open_journal(place, clock=clock) as journal:
        done = erase(journal, who)
    assert [(old.path, old.until) for old in done.backups] == [(older, None), (aside, None)]
    said = " ".join(afterwards(done))
    assert f"still in {aside}, until you delete it" in said
    for each in (older, aside):
        assert NAME.encode() in each.read_bytes()


def test_nothing_brings_them_back(where: Where, clock: Hand) -> None:
    place = where("journal")
    who = told(place, clock)
    with open_journal(place, clock=clock) as journal:
        with journal.read() as reader:
            row = reader.rows(Signal)[0]
            person = reader.get(Stakeholder, who)
        assert person is not None
        erase(journal, who)
        with pytest.raises(UsageError, match="for good"):
            undo(journal, history(journal)[0].batch)
        with journal.write("import") as writing:
            assert not writing.put(person)
            assert writing.put_many([row]) == 0


def test_an_erasure_travels_and_holds_against_colleagues_who_do_not_know(
    tmp_path: Path, where: Where, clock: Hand
) -> None:
    folder = tmp_path / "team"
    who = told(where("anna"), clock, entry=False)
    with (
        open_journal(where("anna"), clock=clock) as anna,
        open_journal(where("bram"), clock=clock) as bram,
    ):
        share(anna, folder, anna.default_project().id, "notes")
        sync(anna, folder, "anna")
        sync(bram, folder, "bram")
        erase(anna, who)
        with bram.write("edit") as writing:
            writing.patch(Stakeholder, who, job="edited meanwhile")
        sync(bram, folder, "bram")
        sync(anna, folder, "anna")
        with anna.read() as reader:
            assert reader.get(Stakeholder, who, deleted=True) is None
        assert [each.erased > 0 for each in sync(bram, folder, "bram").taken] == [True]
        with bram.read() as reader:
            assert reader.get(Stakeholder, who, deleted=True) is None
            assert reader.rows(Signal) == []
    for path in folder.rglob("*"):
        assert path.is_dir() or b"quill" not in path.read_bytes().lower()
