"""The palette, the finders, the history: everything can be found by a few letters."""

from datetime import date

import pytest
from textual.pilot import Pilot

from staketerm.journal.capture import write_note
from staketerm.journal.opening import open_journal
from staketerm.journal.requests import WriteNote
from staketerm.journal.stakeholders.people import find
from staketerm.tui.app import Staketerm
from staketerm.tui.commands.table import EVERY
from staketerm.tui.screens.anything import Anything
from staketerm.tui.screens.history import HistoryPage
from staketerm.tui.screens.keys import KeysPage
from staketerm.tui.screens.messages import MessagesPage
from staketerm.tui.screens.palette import Palette, ThemeFinder
from staketerm.tui.screens.people import People
from staketerm.tui.screens.why import WhyPage
from staketerm.tui.state import load_state
from tests.tui import stillness
from tests.tui.conftest import CLOCK, on, program_on, screen_text, settled


def shown(app: Staketerm) -> str:
    return "\n".join(screen_text(app))


def names(app: Staketerm) -> list[str]:
    """Everybody on the list, in the order shown."""
    return [subject.name for subject in app.frames()[0].listed]


@pytest.fixture
async def pilot(app: Staketerm):
    """The program on the cast, at 80x24, everything read."""
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        yield pilot


async def press(pilot: Pilot[None], *keys: str) -> Staketerm:
    await stillness.press(pilot, *keys)
    assert isinstance(pilot.app, Staketerm)
    return pilot.app


async def test_a_command_is_found_by_letters_of_its_name_and_done(pilot):
    app = await press(pilot, ":", *"hist")
    assert on(app, Palette)
    await press(pilot, "enter")
    assert on(app, HistoryPage)


async def test_ctrl_p_opens_the_palette_too(pilot):
    app = await press(pilot, "ctrl+p")
    assert on(app, Palette)
    await press(pilot, "escape")
    assert on(app, People)


async def test_the_palette_finds_people_and_opens_them(pilot):
    app = await press(pilot, ":", *"marek", "enter")
    assert "Marek Nowak" in shown(app)
    assert not on(app, Palette, People)


async def test_the_palette_offers_nothing_that_writes_the_screen_to_a_file(pilot):
    app = await press(pilot, ":")
    palette = app.screen
    assert isinstance(palette, Palette)
    offered = {choice.key for choice in palette.rows.rows}
    assert offered <= {f"command {command.id}" for command in EVERY}
    assert app.ENABLE_COMMAND_PALETTE is False


async def test_somebody_is_found_by_initials_and_opened(pilot):
    app = await press(pilot, "f", *"jsm")
    assert on(app, Anything)
    assert "Jeroen Smit" in shown(app)
    await press(pilot, "enter")
    assert "Jeroen Smit" in shown(app)
    assert not on(app, Anything, People)


async def test_leaving_a_finder_opens_nobody(pilot):
    app = await press(pilot, "f", *"mar", "escape")
    assert on(app, People)
    assert len(app.screen_stack) == 1


async def test_a_theme_is_shown_while_choosing_and_kept_when_taken(pilot, journal_file):
    app = await press(pilot, ":", *"theme", "enter")
    assert on(app, ThemeFinder)
    await press(pilot, *"nord")
    assert app.theme == "nord"
    await press(pilot, "escape")
    assert app.theme == "textual-dark"
    assert load_state().theme is None
    await press(pilot, ":", *"theme", "enter", *"nord", "enter")
    assert load_state().theme == "nord"
    again = program_on(journal_file)
    async with again.run_test(size=(80, 24)) as second:
        await settled(second)
        assert again.theme == "nord"


async def test_the_keys_are_told_by_the_commands_themselves(pilot):
    app = await press(pilot, "?")
    assert on(app, KeysPage)
    assert "why in full" in shown(app)
    assert "next alarm" in shown(app)
    await press(pilot, "q")
    assert on(app, People)


async def test_the_history_tells_each_change_and_takes_any_back(pilot):
    app = await press(pilot, "U")
    page = app.screen
    assert isinstance(page, HistoryPage)
    assert page.rows.rows[0].verb == "judge"
    assert "judgement" in screen_text(app)[2]
    assert "Anneke de Wit" in screen_text(app)[2]
    await press(pilot, "enter")
    assert "taken back: judgement (Anneke de Wit)." in shown(app)
    assert "judgement, taken back" in shown(app)
    await press(pilot, "g", "enter")
    assert "done again: judgement (Anneke de Wit)." in shown(app)
    await press(pilot, "g", "enter")
    assert "taken back: judgement (Anneke de Wit)." in shown(app)


async def test_undo_goes_further_each_time_and_ends(pilot):
    app = await press(pilot, "u", "u")
    verbs = [line.verb for line in (await history_of(pilot))]
    assert verbs[:3] == ["undo", "undo", "judge"]
    assert on(app, HistoryPage)


async def history_of(pilot: Pilot[None]):
    app = await press(pilot, "U")
    assert isinstance(app.screen, HistoryPage)
    return app.screen.rows.rows


async def test_nothing_to_take_back_is_no_fault(tmp_path):
    app = program_on(tmp_path / "journal.db")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "escape", "u")  # leaves the first run
        assert "nothing to take back" in shown(app)
        assert app.notice is not None
        assert not app.notice.fault


async def test_a_letter_stands_on_every_row_and_goes_there(pilot):
    app = await press(pilot, ";")
    letters = [line[0] for line in screen_text(app)[3:11]]
    assert letters == list("asdfghjk")
    await press(pilot, "f")
    assert on(app, People)
    fourth = names(app)[3]
    assert f"why: {fourth}" in shown(app)
    await press(pilot, ";", "escape", ";", "0")
    assert f"why: {fourth}" in shown(app)


async def test_pages_close_one_by_one(pilot):
    app = await press(pilot, "w", "U", "?")
    assert [type(screen) for screen in app.screen_stack] == [
        People,
        WhyPage,
        HistoryPage,
        KeysPage,
    ]
    await press(pilot, "q", "escape", "q")
    assert on(app, People)


async def test_h_and_H_walk_through_what_was_visited(pilot):
    app = await press(pilot, "w", "q", "j")
    second = names(app)[1]
    await press(pilot, "w", "h")
    assert on(app, People)
    await press(pilot, "H")
    assert on(app, WhyPage)
    assert second in screen_text(app)[0]
    await press(pilot, "H")
    assert "nothing further that way" in shown(app)
    await press(pilot, "backspace", "h")
    assert "nothing further that way" in shown(app)


async def test_all_messages_can_be_read_again(pilot):
    app = await press(pilot, "d", "enter", "u", "q", ":", *"messages", "enter")
    assert on(app, MessagesPage)
    lines = [line.strip() for line in screen_text(app)[2:5]]
    assert lines[0] == "q again leaves"
    assert lines[1].startswith("taken back: alarm seen (Anneke de Wit).")
    assert lines[2].startswith("Anneke de Wit: seen;")


async def test_going_to_a_place_closes_its_pages(pilot):
    app = await press(pilot, "w", "U", "2")
    assert on(app, People)
    assert len(app.screen_stack) == 1


async def test_a_text_is_found_by_its_words_and_opens_whom_it_is_about(pilot, journal_file):
    with open_journal(journal_file, clock=CLOCK) as journal:
        who = find(journal, "Marek").key
        write_note(journal, WriteNote(text="likes the ferry", day=date(2026, 11, 2), about=(who,)))
        write_note(journal, WriteNote(text="a ferry for all", day=date(2026, 11, 3)))
    app = await press(pilot, "f", *"ferry")
    assert "likes the ferry" in shown(app)
    assert "a ferry for all" in shown(app)
    await press(pilot, "down", "enter")
    assert "People > Marek Nowak" in shown(app)
    await press(pilot, "f", *"ferry", "enter")
    assert "2 found" in shown(app), "a text about nobody is shown in the journal"
