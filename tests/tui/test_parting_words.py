"""Leaving the program: the journal is backed up once a day, and damage to it is told."""

from datetime import timedelta

import pytest

from staketerm.journal.requests import AddStakeholder
from staketerm.journal.stakeholders.people import add_stakeholder
from staketerm.store.clock import FixedClock
from staketerm.store.rotation import backups_of
from staketerm.tui import launch
from tests.tui.conftest import CLOCK

MARK = '{"pid": 1, "host": "here", "since": "2026-11-21T12:00:00+00:00", "purpose": "open"}'


@pytest.fixture
def left(monkeypatch, tmp_path):
    """Opens the program on a journal so many days later, adds somebody, and leaves."""
    place = tmp_path / "journal.db"

    def run(app):
        with app.desk._opening() as journal:
            add_stakeholder(journal, AddStakeholder(name=f"Ada {journal.today}"))
        app.wants_demo = False

    monkeypatch.setattr("staketerm.tui.launch.refuse_without_terminal", lambda: None)
    monkeypatch.setattr("staketerm.tui.app.Staketerm.run", run)

    def leave(days=0):
        moment = CLOCK.now() + timedelta(days=days)
        clock = FixedClock(moment, moment.date(), "Europe/Amsterdam")
        assert launch.run(place, clock=clock, language="en", remembers=False) == 0
        return place

    return leave


def test_who_uses_the_program_alone_has_a_backup_of_every_day(left):
    assert backups_of(left()) == []
    assert len(backups_of(left(2))) == 1
    assert len(backups_of(left(2.1))) == 1
    assert len(backups_of(left(3.5))) == 2


def test_damage_found_after_a_power_cut_is_told_on_leaving(left, capsys):
    place = left()
    assert capsys.readouterr().err == ""
    with place.open("r+b") as file:
        file.seek(0, 2)
        file.write(b"\xff" * 8192)  # pages that belong to nothing
        pages = file.tell() // 4096
        file.seek(28)
        file.write(pages.to_bytes(4, "big"))
    place.with_name("journal.db.open").write_text(MARK, encoding="utf-8")
    left()
    assert "doctor --repair" in capsys.readouterr().err
