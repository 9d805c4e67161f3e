"""A lopsided log is warned of; a correction is offered, with who would move, not taken unasked."""

from datetime import timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from staketerm.journal.capture import log_signals
from staketerm.journal.opening import open_journal
from staketerm.journal.positions.habits import habit
from staketerm.journal.requests import LogSignal
from staketerm.tui.dialogs.habit import HabitSheet
from staketerm.tui.screens.review import ReviewPlace
from staketerm.tui.screens.why import WhyPage
from tests.tui.dialog_stage import (
    CLOCK,
    TODAY,
    furnish,
    key,
    playing,
    press,
    program_on,
    settled,
    shown,
)
from tests.tui.made_once import made_once


@made_once
def furnished(path: Path) -> None:
    """A journal in which good news is written down most readily."""
    furnish(path)
    with open_journal(path, clock=CLOCK) as journal:
        log_signals(
            journal,
            [
                LogSignal(
                    stakeholder=key(journal, who),
                    kind="active_in_meeting",
                    day=TODAY - timedelta(days=9 * day + 1),
                )
                for who in ("Daan", "Hilde")
                for day in range(30)
            ],
        )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """That journal, of this test alone."""
    return furnished(tmp_path / "journal.db")


def correction(path: Path):
    """The correction in force."""
    with open_journal(path, clock=CLOCK) as journal:
        return habit(journal).correction


async def open_section(pilot: Pilot[None]) -> None:
    """Review, on the section of the habit."""
    await settled(pilot)
    await press(pilot, "6")
    place = pilot.app.screen
    assert isinstance(place, ReviewPlace)
    place.sections.select("habit")
    await settled(pilot)


def text_of(app) -> str:
    """What is on screen."""
    return " ".join(" ".join(shown(app)).split())


async def test_review_tells_the_share_with_its_counts(path: Path):
    async with playing(path, (120, 40)) as (app, pilot):
        await open_section(pilot)
        text = text_of(app)
        assert "how you log" in text
        assert "signals in the last 365 days are against" in text
        assert "good news may be written down more readily" in text
        assert correction(path) is None


async def test_enter_shows_who_would_move_and_enter_again_takes_the_correction(path: Path):
    async with playing(path, (120, 40)) as (app, pilot):
        await open_section(pilot)
        await press(pilot, "enter", "enter")
        assert isinstance(app.screen, HabitSheet)
        text = text_of(app)
        assert "every point for counts" in text
        assert "2 others shift without another word" in text
        assert correction(path) is None
        await press(pilot, "enter")
        taken = correction(path)
        assert taken is not None
        assert taken.for_ < 1
        assert "corrected" in text_of(app)
        await press(pilot, "u")
        assert correction(path) is None


async def test_escape_takes_nothing(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "colon", *"logging habit", "enter")
        assert isinstance(app.screen, HabitSheet)
        await press(pilot, "escape")
        assert correction(path) is None


async def test_a_correction_in_force_is_told_by_the_why_page_and_can_be_ended(path: Path):
    async with playing(path, (120, 40)) as (app, pilot):
        await press(pilot, "colon", *"logging habit", "enter", "enter")
        await press(pilot, "w")
        assert isinstance(app.screen, WhyPage)
        assert "Corrected for the logging habit: every point for counts" in text_of(app)
        await press(pilot, "q", "colon", *"logging habit", "enter")
        assert "Corrected since 24 Nov" in text_of(app)
        await press(pilot, "enter")
        assert correction(path) is None


async def test_an_even_log_offers_nothing(tmp_path: Path):
    path = furnish(tmp_path / "journal.db")
    async with playing(path) as (app, pilot):
        await press(pilot, "colon", *"logging habit", "enter")
        assert "say nothing about a habit" in text_of(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, HabitSheet)
        assert correction(path) is None


def test_picture(snap_compare, path: Path):
    async def run(pilot: Pilot[None]) -> None:
        await open_section(pilot)
        await press(pilot, "enter", "enter")

    assert snap_compare(program_on(path), terminal_size=(80, 24), run_before=run)
