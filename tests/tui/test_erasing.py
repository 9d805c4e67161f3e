"""Erasing somebody on their page: said first, the name typed, and gone from every screen."""

from pathlib import Path

import pytest

from staketerm.journal.opening import open_journal
from staketerm.store.records import Signal, Stakeholder
from staketerm.tui.dialogs.erase import EraseDialog
from staketerm.tui.dialogs.sure import Sure
from staketerm.tui.screens.people import People
from staketerm.tui.screens.stakeholder import StakeholderPage
from tests.tui.dialog_stage import CLOCK, furnish, on_top, playing, press, settled, shown


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A journal with a few people."""
    return furnish(tmp_path / "journal.db")


def there(path: Path) -> set[str]:
    """Who is in the journal."""
    with open_journal(path, clock=CLOCK, read_only=True) as journal, journal.read() as reader:
        return {row.name for row in reader.rows(Stakeholder, deleted=True)}


def text(app) -> str:
    """What is on screen, each run of blanks as one."""
    return " ".join(" ".join(shown(app)).split())


async def open_sheet(pilot) -> None:
    """Daan's page, and the command by its name."""
    await settled(pilot)
    await press(pilot, "colon", *"daan vermeulen", "enter")
    assert isinstance(on_top(pilot.app), StakeholderPage)
    await press(pilot, "colon", *"erase somebody", "enter")
    assert isinstance(on_top(pilot.app), EraseDialog)


async def say_name(pilot, name: str) -> None:
    """Type the name and press Enter."""
    pilot.app.screen.query_one("#typed").value = name
    await press(pilot, "enter")


async def test_it_says_what_goes_and_erases_once_the_name_is_typed(path):
    async with playing(path) as (app, pilot):
        await open_sheet(pilot)
        assert "Daan Vermeulen:" in text(app)
        assert "rows, also from history, search and the file." in text(app)
        assert "Nothing brings it back: no undo, no import, no colleague." in text(app)
        await say_name(pilot, "daan vermeulen")
        assert isinstance(on_top(app), Sure)
        assert "erased:" in text(app)
        assert "Folders shared with colleagues follow at the next sync of each." in text(app)
        await press(pilot, "enter")
        assert isinstance(on_top(app), People)
        assert "Daan" not in text(app)
    assert "Daan Vermeulen" not in there(path)
    with open_journal(path, clock=CLOCK, read_only=True) as journal, journal.read() as reader:
        assert all(row.note != "offered a second crew" for row in reader.rows(Signal))


async def test_another_name_erases_nobody_and_esc_leaves(path):
    async with playing(path) as (app, pilot):
        await open_sheet(pilot)
        await say_name(pilot, "Daan")
        assert "this is not the name as it stands; nothing was erased" in text(app)
        await press(pilot, "escape")
        assert isinstance(on_top(app), StakeholderPage)
    assert "Daan Vermeulen" in there(path)


async def test_undo_goes_past_an_erasure(path):
    async with playing(path) as (_app, pilot):
        await open_sheet(pilot)
        await say_name(pilot, "Daan Vermeulen")
        await press(pilot, "enter", "u")
    assert "Daan Vermeulen" not in there(path)


async def test_the_privacy_screen_hides_whom_it_is_about(path):
    async with playing(path) as (app, pilot):
        await open_sheet(pilot)
        await press(pilot, "f9")
        assert "Daan" not in text(app)
        assert "stakeholder" in text(app)


async def test_no_message_names_whoever_was_erased(path):
    async with playing(path) as (app, pilot):
        await settled(pilot)
        await press(pilot, "colon", *"daan vermeulen", "enter", "t", *"crew", "enter")
        await press(pilot, "colon", *"erase somebody", "enter")
        await say_name(pilot, "Daan Vermeulen")
        await press(pilot, "enter", "colon", *"messages so far", "enter")
        assert "erased:" in text(app)
        assert "Daan" not in text(app)


async def test_on_a_list_the_command_is_not_offered(path):
    async with playing(path) as (app, _pilot):
        assert "erase" not in on_top(app).offered()


async def test_a_journal_that_is_read_only_says_why_not(path):
    async with playing(path) as (app, pilot):
        app.read_only = True
        await settled(pilot)
        await press(pilot, "colon", *"daan vermeulen", "enter")
        await press(pilot, "colon", *"erase somebody", "enter")
        assert "this journal is open for reading only" in text(app)
