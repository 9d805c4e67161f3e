"""Keys typed faster than the journal answers: each acts on what the one before has led to."""

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

import pytest
from textual.events import Key
from textual.pilot import Pilot

from staketerm.journal.history import history
from staketerm.journal.opening import open_journal
from staketerm.journal.timeline import told
from staketerm.tui.app import Staketerm
from staketerm.tui.screens.history import HistoryPage
from staketerm.tui.screens.keys import KeysPage
from staketerm.tui.screens.people import People
from staketerm.tui.screens.why import WhyPage
from tests.tui.conftest import on
from tests.tui.dialog_stage import CLOCK, TODAY, furnish, key, playing, press, settled, shown
from tests.tui.stillness import handled, until


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The furnished journal."""
    return furnish(tmp_path / "journal.db")


def signals(path: Path, who: str, day: date = TODAY) -> int:
    """How many acts of somebody are told of a day."""
    with open_journal(path, clock=CLOCK) as journal:
        return len([one for one in told(journal, stakeholder=key(journal, who)) if one.day == day])


def verbs(path: Path) -> list[str]:
    """What was done, the latest first."""
    with open_journal(path, clock=CLOCK) as journal:
        return [line.verb for line in history(journal)]


@asynccontextmanager
async def journal_busy(app: Staketerm, pilot: "Pilot[None]") -> AsyncIterator[None]:
    """The journal answers nothing meanwhile; then all of it, and what that leads to."""
    begun, gate = threading.Event(), threading.Event()

    def slow(_journal: object) -> None:
        begun.set()
        gate.wait(60)

    asked = app.run_worker(app.desk.ask(slow))
    await until(pilot, begun.is_set)
    try:
        yield
    finally:
        gate.set()
    await asked.wait()
    await settled(pilot)


async def type_ahead(app: Staketerm, *keys: str) -> None:
    """Press keys as a keyboard does: one after the other, whatever the journal is at."""
    named = {"?": "question_mark", ".": "full_stop", "/": "slash"}
    for pressed in keys:
        app.post_message(Key(named.get(pressed, pressed), pressed if len(pressed) == 1 else None))
        await handled(app)


async def test_two_undos_take_back_two_steps(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "l", "m", "enter", "l", "i", "enter")
        done = verbs(path)
        async with journal_busy(app, pilot):
            await type_ahead(app, "u", "u")
    assert verbs(path) == ["undo", "undo", *done]
    assert len(app.notices) == 4


async def test_a_burst_of_keys_falls_where_the_first_of_them_led(path: Path):
    async with playing(path) as (app, pilot):
        for pressed in ("w", "U", "?"):
            app.post_message(Key({"?": "question_mark"}.get(pressed, pressed), pressed))
        await settled(pilot)
        assert [type(frame) for frame in app.frames()] == [People, WhyPage, HistoryPage, KeysPage]


async def test_pages_stand_in_the_order_in_which_they_were_asked_for(path: Path):
    async with playing(path) as (app, pilot):
        async with journal_busy(app, pilot):
            await type_ahead(app, "w", "U", "?")
        assert [type(frame) for frame in app.frames()] == [People, WhyPage, HistoryPage, KeysPage]
        assert any("take back the selected change" in line for line in shown(app))


async def test_a_page_is_left_at_once_while_it_is_read(path: Path):
    async with playing(path) as (app, pilot), journal_busy(app, pilot):
        await type_ahead(app, "w", "escape")
        assert isinstance(app.screen, People)


async def test_what_is_written_is_written_before_a_page_closes(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "w", "l", "m", "enter", "w")
        before = verbs(path)
        await press(pilot, "w")
        async with journal_busy(app, pilot):
            await type_ahead(app, "u", "escape")
            assert on(app, WhyPage)
        assert on(app, People)
    assert verbs(path) == ["undo", *before]


async def test_the_same_again_twice_is_logged_twice(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "l", "m", "enter")
        who = app.frames()[-1].subject
        assert who is not None
        before = signals(path, who.name)
        async with journal_busy(app, pilot):
            await type_ahead(app, ".", ".")
    assert signals(path, who.name) == before + 2


async def test_enter_twice_in_a_dialog_saves_once(path: Path):
    async with playing(path) as (app, pilot):
        who = app.frames()[-1].subject
        assert who is not None
        before = signals(path, who.name)
        await press(pilot, "l", "m")
        async with journal_busy(app, pilot):
            await type_ahead(app, "enter", "enter")
    assert signals(path, who.name) == before + 1


async def test_a_verb_after_a_filter_is_for_the_one_who_was_found(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "/", *"hilde")
        async with journal_busy(app, pilot):
            await type_ahead(app, "escape", "/", *"daan", "enter", "w")
        assert isinstance(app.screen, WhyPage)
        assert app.screen.subject.name == "Daan Vermeulen"


async def test_letters_typed_before_the_rows_are_there_fall_into_the_line_they_were_meant_for(
    path: Path,
):
    async with playing(path) as (app, pilot):
        async with journal_busy(app, pilot):
            await type_ahead(app, "3", "2", "j", "/", *"daan", "enter")
        assert isinstance(app.screen, People)
        assert [row.name for row in app.screen.rows.rows] == ["Daan Vermeulen"]
