"""The first run: three questions, four ways to begin, and once is enough (screens S4)."""

import pytest

from staketerm import locale
from staketerm.exchange.mail.own import kept_addresses
from staketerm.journal.stakeholders.people import directory, projects
from staketerm.tui import launch
from staketerm.tui.dialogs.first_run import FirstRun
from staketerm.tui.dialogs.person import PersonForm
from staketerm.tui.dialogs.take_in import TakeInDialog
from staketerm.tui.screens.people import People
from staketerm.tui.state import ScreenState, keep_state, load_state
from tests.tui.conftest import CLOCK, program_on, settled
from tests.tui.intake_stage import press, shown, write


@pytest.fixture(autouse=True)
def _own_state(tmp_path, monkeypatch):
    """A state folder of this test alone, and English again afterwards."""
    monkeypatch.setattr("staketerm.tui.state.own_state", lambda: tmp_path / "state")
    yield
    locale.choose("en")


@pytest.fixture
async def pilot(tmp_path):
    """The program on a journal that is made by opening it."""
    async with program_on(tmp_path / "new.db").run_test(size=(80, 15)) as pilot:
        await settled(pilot)
        yield pilot


def on(pilot, screen):
    return isinstance(pilot.app.screen, screen)


async def kinds(app):
    found = await app.desk.ask(projects)
    return {project.name: project.kind for project in found}


async def test_a_new_journal_begins_with_three_questions(pilot):
    said = shown(pilot.app)
    assert "nothing leaves this machine" in said
    for word in ("[English]  Nederlands", "[a project]", "my addresses", "Then begin with"):
        assert word in said
    for way in ("I  take in a file", "n  add one person", "T  try it first"):
        assert way in said


async def test_esc_is_later_with_an_empty_journal_and_is_not_asked_again(pilot, tmp_path):
    said = await press(pilot, "escape")
    assert isinstance(pilot.app.screen, People)
    assert "Nobody here yet. n adds somebody, I takes in a file." in said
    assert await kinds(pilot.app) == {"My project": "project"}
    async with program_on(tmp_path / "new.db").run_test() as again:
        await settled(again)
        assert isinstance(again.app.screen, People)


async def test_a_journal_with_somebody_in_it_asks_nothing(app):
    async with app.run_test() as pilot:
        await settled(pilot)
        assert isinstance(pilot.app.screen, People)


async def test_enter_goes_on_and_the_way_chosen_opens(pilot):
    await press(pilot, "enter", "enter", "enter", "enter")
    assert on(pilot, TakeInDialog)
    await press(pilot, "escape")
    assert on(pilot, People)
    assert await kinds(pilot.app) == {"My project": "project"}


async def test_a_private_journal_has_no_scoring(pilot):
    await press(pilot, "2", "right", "n")
    assert isinstance(pilot.app.screen, PersonForm)
    assert await kinds(pilot.app) == {"Personal": "personal"}
    assert not pilot.app.outlook.scored


async def test_both_has_a_project_and_a_personal_one(pilot):
    await press(pilot, "2", "right", "right", "I")
    assert isinstance(pilot.app.screen, TakeInDialog)
    assert await kinds(pilot.app) == {"My project": "project", "Personal": "personal"}
    assert pilot.app.outlook.scored


async def test_own_addresses_are_kept_for_mail(pilot):
    await press(pilot, "3")
    await write(pilot, "me@work.example, me@home.example")
    await press(pilot, "tab", "n")
    kept = await pilot.app.desk.ask(kept_addresses)
    assert kept == ("me@home.example", "me@work.example")


async def test_what_is_no_address_is_said_and_nothing_is_kept(pilot):
    await press(pilot, "3")
    await write(pilot, "me")
    said = await press(pilot, "tab", "n")
    assert isinstance(pilot.app.screen, FirstRun)
    assert "me is no address; give one such as you@example.org" in said
    assert await pilot.app.desk.ask(kept_addresses) == ()


async def test_there_is_nothing_to_undo_afterwards(pilot):
    await press(pilot, "2", "right", "n", "escape")
    assert "nothing to take back" in await press(pilot, "u")
    assert await kinds(pilot.app) == {"Personal": "personal"}


async def test_the_language_is_spoken_at_once_and_kept_for_the_next_time(pilot):
    await press(pilot, "2", "right", "1", "right")
    assert locale.language() == "nl"
    said = shown(pilot.app)
    assert "[Nederlands]" in said
    assert "[a private journal, no scoring]" in said or "privé" in said, "what was chosen stays"
    assert load_state().language == "nl"


async def test_t_leaves_for_the_made_up_project_and_answers_nothing(pilot, tmp_path):
    await press(pilot, "2", "right", "T")
    assert pilot.app.wants_demo
    async with program_on(tmp_path / "new.db").run_test() as again:
        await settled(again)
        assert on(again, FirstRun)
        assert await kinds(again.app) == {"My project": "project"}


async def test_the_first_steps_can_be_taken_again(pilot):
    await press(pilot, "escape", ":")
    await write(pilot, "first steps")
    await press(pilot, "enter")
    assert isinstance(pilot.app.screen, FirstRun)


@pytest.fixture
def opened(monkeypatch):
    """Runs of the program without a terminal: how many people each shows, in which language."""
    seen = []

    def run(app):
        with app.desk._opening() as journal:
            seen.append((len(directory(journal)), locale.language()))
        app.wants_demo = len(seen) == 1

    monkeypatch.setattr("staketerm.tui.launch.refuse_without_terminal", lambda: None)
    monkeypatch.setattr("staketerm.tui.app.Staketerm.run", run)
    return seen


def test_from_the_made_up_project_one_comes_back_to_ones_own_journal(opened, tmp_path):
    assert launch.run(tmp_path / "new.db", clock=CLOCK, language="en") == 0
    counts = [people for people, _language in opened]
    assert counts[0] == counts[2] == 0
    assert counts[1] > 10


def test_the_language_of_the_first_run_holds_unless_another_is_said(opened, tmp_path):
    keep_state(ScreenState(language="nl"))
    launch.run(tmp_path / "new.db", clock=CLOCK, language="en", language_said=False)
    launch.run(tmp_path / "new.db", clock=CLOCK, language="en")
    assert [spoken for _people, spoken in opened] == ["nl", "nl", "nl", "en"]


def test_choosing_a_theme_keeps_the_language(app):
    keep_state(ScreenState(language="nl"))
    app.keep_theme("nord")
    assert load_state() == ScreenState("nord", "nl")
