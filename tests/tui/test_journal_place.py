"""The journal promises everything that was told, newest first, by window, found and mended."""

from pathlib import Path

import pytest

from staketerm.journal.capture import write_note
from staketerm.journal.opening import open_journal
from staketerm.journal.requests import WriteNote
from staketerm.journal.stakeholders.finding import written
from staketerm.journal.timeline import told
from staketerm.tui.screens.journal import JournalPlace
from tests.tui.dialog_stage import CLOCK, TODAY, add_contacts, furnish, key, playing, press, shown


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The furnished journal."""
    return furnish(tmp_path / "journal.db")


def place(app) -> JournalPlace:
    """The screen."""
    assert isinstance(app.screen, JournalPlace)
    return app.screen


def test_words_find_what_was_written_whatever_case_and_the_people_they_name(path: Path):
    with open_journal(path, clock=CLOCK) as journal:
        found = written(journal, "LIABIL")
        assert [item.text for item in found] == ["text on liability"]
        about_daan = written(journal, "daan vermeulen")
        who = key(journal, "Daan")
    assert len(about_daan) >= 4
    assert all(who in dict(item.about) for item in about_daan)


def test_a_signal_of_a_meeting_is_found_by_its_note(path: Path):
    with open_journal(path, clock=CLOCK) as journal:
        assert [item.kind for item in written(journal, "Lotte")] == ["delegated_down"]
        assert written(journal, "nothing like it") == ()


def test_a_note_of_no_project_is_told_in_every_project(path: Path):
    with open_journal(path, clock=CLOCK) as journal:
        project = journal.default_project().id
        texts = [item.text for item in told(journal, project=project)]
    assert "Her mother is ill. Do not plan evenings." in texts


async def test_days_have_headers_and_a_meeting_its_counts(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "5")
        lines = shown(app)
        assert "21 entries" in lines[1]
        assert any(line.startswith("── Tue 24 Nov ") and "today ──" in line for line in lines)
        meeting = next(line for line in lines if "Session working" in line)
        assert meeting.rstrip(" ▁▂▃▄▅▆▇█").endswith("3 people, 1 deed")


async def test_the_cursor_steps_over_headers_and_texts(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "5", *"jjjjj")
        lines = [line for line in shown(app) if line.startswith("▌")]
        assert len(lines) == 1
        assert "promise" in lines[0] or "meeting" in lines[0] or "signal" in lines[0]
        await press(pilot, "g")
        told_first = place(app).told
        assert told_first is not None
        assert told_first.what == "absence"


async def test_the_item_under_the_cursor_stands_in_full_below_or_beside(path: Path):
    long = "What she said about the desk. " * 12
    with open_journal(path, clock=CLOCK) as journal:
        write_note(
            journal, WriteNote(text=long, day=TODAY, about=(key(journal, "Bram"),), title="Desk")
        )
    async with playing(path, (120, 40)) as (app, pilot):
        await press(pilot, "5", "slash", *"desk", "enter")
        lines = "\n".join(shown(app))
        assert "e edit" in lines
        assert lines.count("What she said about the desk.") > 3


async def test_typing_narrows_and_esc_brings_everything_back(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "5", "slash", *"liability", "enter")
        assert "1 found" in shown(app)[1]
        assert "/ liability" in shown(app)[1]
        await press(pilot, "escape")
        assert "21 entries" in shown(app)[1]
        await press(pilot, "slash", *"zzz", "enter")
        assert any("Nothing holds these words." in line for line in shown(app))


async def test_a_longer_entry_is_written_about_somebody_and_private(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "5", "n", *"Desk", "tab", *"bram", "tab", "tab", "tab", "tab")
        await press(pilot, *"one", "enter", *"two", "tab", "enter")
        assert '"Desk" written down.' in shown(app)[-2]
    with open_journal(path, clock=CLOCK) as journal:
        (entry,) = [item for item in told(journal) if item.title == "Desk"]
        assert (entry.text, entry.private, entry.day) == ("one\ntwo", True, TODAY)
        assert [name for _id, name in entry.about] == ["Bram Okafor"]


async def test_an_entry_is_changed_where_it_stands(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "5", "slash", *"mother", "enter", "e")
        await press(pilot, "end", *"Ask", "tab", "enter")
        assert "changed." in shown(app)[-2]
    with open_journal(path, clock=CLOCK) as journal:
        assert any("evenings.Ask" in (item.text or "") for item in told(journal))


async def test_an_empty_entry_is_not_written(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "5", "n", "enter")
        assert "The text is still empty." in "\n".join(shown(app))


async def test_what_is_logged_appears_on_top_and_is_undone_here(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "5", "l", "r", "enter")
        assert any("Bram Okafor" in line and "came to me" in line for line in shown(app)[:7])
        await press(pilot, "u")
        assert not any("came to me about the project" in line for line in shown(app)[:7])


async def test_as_of_another_day_nothing_later_is_told(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "5", "at", *"2026-06-01", "enter")
        assert any("Thu 7 May" in line for line in shown(app))
        assert not any("Nov ──" in line for line in shown(app)[2:])


async def test_an_empty_journal_says_how_to_begin(tmp_path: Path):
    async with playing(tmp_path / "journal.db") as (app, pilot):
        await press(pilot, "escape", "5")
        assert any("Nothing told yet. i writes a line" in line for line in shown(app))


async def test_many_entries_are_read_by_window(path: Path):
    add_contacts(path, "Hilde", 420)
    async with playing(path) as (app, pilot):
        await press(pilot, "5")
        assert len(place(app).rows.items) == 200
        await press(pilot, "G")
        assert len(place(app).rows.items) > 420
        assert place(app).told is not None


async def test_x_leaves_a_whole_meeting_out_and_x_again_lets_it_count(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "5")
        for _row in range(8):
            if "Session working" in next((line for line in shown(app) if line[:1] == "▌"), ""):
                break
            await press(pilot, "j")
        await press(pilot, "x")
        meeting = next(line for line in shown(app) if "Session working" in line and "▌" in line)
        assert "3 people, 1 deed, left out" in meeting
        assert "Daan Vermeulen ◉ partner → · unknown." in shown(app)[-2], "what moved is told"
        await press(pilot, "x")
        assert not any("left out" in line for line in shown(app)[:-4])
