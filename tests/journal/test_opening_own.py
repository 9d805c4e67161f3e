"""Where a person's own journal lies, whose day it counts, and what a failed opening leaves."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from staketerm.journal.location import file_of, own_location
from staketerm.journal.opening import open_journal
from staketerm.journal.safety import repair
from staketerm.store.clock import FixedClock
from staketerm.store.errors import JournalDamaged, JournalMissing

NOON = FixedClock(datetime(2026, 11, 24, 12, tzinfo=UTC))


def test_a_server_in_the_environment_is_no_path(monkeypatch):
    monkeypatch.setenv("STAKETERM_JOURNAL", "postgresql://db.example/team")
    assert own_location() == "postgresql://db.example/team"
    assert file_of(None) is None
    assert file_of("here.db") == Path("here.db")


def test_looking_before_anything_was_begun_makes_nothing(empty_machine):
    with pytest.raises(JournalMissing, match="staketerm add"):
        open_journal(None, clock=NOON, create=False)
    assert not (empty_machine / ".local/share/staketerm").exists()


def test_the_days_are_those_of_the_journal_not_of_the_machine(tmp_path):
    path = tmp_path / "journal.db"
    late = datetime(2026, 11, 24, 20, tzinfo=UTC)
    open_journal(path, clock=FixedClock(late, zone="Asia/Tokyo")).close()
    with open_journal(path, clock=FixedClock(late, zone="Europe/Amsterdam")) as journal:
        assert journal.today == date(2026, 11, 25)


def test_an_opening_that_fails_lets_go_of_the_journal(tmp_path):
    path = tmp_path / "journal.db"
    open_journal(path, clock=NOON).close()
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 65536)
    with pytest.raises(JournalDamaged):
        open_journal(path, clock=NOON)
    assert repair(path, NOON).damaged.is_file()
