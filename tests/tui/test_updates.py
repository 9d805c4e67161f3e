"""What somebody says about extra updates is one letter, from wherever they are selected."""

from pathlib import Path

from staketerm.journal.opening import open_journal
from staketerm.store.records import Action
from tests.tui.dialog_stage import CLOCK, furnish, playing, press, shown


async def test_a_letter_says_that_they_want_fewer(tmp_path: Path):
    path = furnish(tmp_path / "journal.db")
    async with playing(path) as (app, pilot):
        await press(pilot, "2", "colon", *"extra updates", "enter")
        assert any("wants fewer extra updates" in line for line in shown(app))
        await press(pilot, "l")
        assert "wants fewer extra updates" in shown(app)[-2]
    with open_journal(path, clock=CLOCK) as journal, journal.read() as reader:
        (row,) = [one for one in reader.rows(Action) if one.kind == "usefulness_check"]
    assert (row.state, row.outcome) == ("done", "less")


async def test_esc_leaves_and_nothing_is_said(tmp_path: Path):
    path = furnish(tmp_path / "journal.db")
    async with playing(path) as (_app, pilot):
        await press(pilot, "2", "colon", *"extra updates", "enter", "enter", "escape")
    with open_journal(path, clock=CLOCK) as journal, journal.read() as reader:
        assert not [one for one in reader.rows(Action) if one.kind == "usefulness_check"]
