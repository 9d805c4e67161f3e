"""The meeting log promises: who came last time is offered, a letter a person, one batch for all."""

from datetime import date
from pathlib import Path

import pytest

from staketerm.journal.history import history, undo
from staketerm.journal.ledger import open_items
from staketerm.journal.opening import open_journal
from staketerm.journal.positions.preview import meeting_effects
from staketerm.journal.timeline import told
from staketerm.tui.dialogs.meeting_state import Came, columns, counted
from tests.tui.dialog_stage import CLOCK, TODAY, furnish, key, playing, press, shown


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The furnished journal."""
    return furnish(tmp_path / "journal.db")


def test_a_letter_marks_and_the_same_letter_takes_the_mark_away():
    came = Came("1", "Ada").marked("v").marked("x")
    assert came.kinds == ("defended_project", "said_concern")
    assert came.marked("v").kinds == ("said_concern",)
    assert Came("1", "Ada").kinds == (), "who did nothing special was there"


def test_other_letters_of_the_log_dialog_open_a_column_on_their_side():
    shown_now = columns([Came("1", "Ada", marks="fx"), Came("2", "Bo", marks="jZ")])
    assert shown_now.for_ == "fvrqd"
    assert shown_now.against == "khnuj"
    assert shown_now.words == "zxbZ"


def test_the_arrows_shift_a_mark_along_the_row_and_round_its_end():
    came = Came("1", "Ada").moved("vrq", 1)
    assert came.marks == "v"
    assert came.moved("vrq", 1).marks == "r"
    assert came.moved("vrq", -1).marks == "q"


def test_the_last_line_counts_deeds_and_sayings_apart():
    counts = counted([Came("1", "Ada", marks="vx"), Came("2", "Bo")])
    assert (counts.people, counts.deeds, counts.sayings) == (2, 1, 1)


async def test_who_came_last_time_is_taken_with_enter_and_each_gets_a_letter(path: Path):
    with open_journal(path, clock=CLOCK) as journal:
        before = len(history(journal))
    async with playing(path, (120, 24)) as (app, pilot):
        await press(pilot, "m", *"Desk")
        assert any("as on 10 Nov: Enter takes those 3" in line for line in shown(app))
        await press(pilot, "enter", "v", "x", "k", "enter")
        assert "Desk: 3 people, 2 deeds, 1 saying." in shown(app)[-2]
        assert "Anneke de Wit ◇ fence-sitter → ◆" in shown(app)[-2]
    with open_journal(path, clock=CLOCK) as journal:
        assert len(history(journal)) == before + 1, "one batch"
        meeting = next(item for item in told(journal) if item.title == "Desk")
        assert (meeting.day, meeting.acts, len(meeting.about)) == (TODAY, 3, 3)
        undo(journal)
        assert all(item.title != "Desk" for item in told(journal))


async def test_the_last_column_shows_where_everybody_would_stand(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "m", *"Desk", "enter", "v")
        row = next(line for line in shown(app) if "Anneke" in line)
        assert "◇ → ◆" in row
        await press(pilot, "up", "backspace")
        row = next(line for line in shown(app) if "Anneke" in line)
        assert "→" not in row


async def test_what_a_meeting_would_change_is_what_it_changes(path: Path):
    with open_journal(path, clock=CLOCK) as journal:
        who = key(journal, "Anneke")
        (move,) = meeting_effects(
            journal, {who: (("defended_project", 1.0), ("said_concern", 1.0))}, TODAY
        )
    async with playing(path) as (app, pilot):
        await press(pilot, "m", *"Desk", "enter", "v", "up", "x", "enter")
        assert "Anneke de Wit ◇ fence-sitter → ◆" in shown(app)[-2]
    assert (move.before, move.after) == ("fence_sitter", "critic")


async def test_people_are_added_by_two_letters_until_an_empty_line_and_taken_out(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "m", *"Desk", "enter", "plus", "b", "r", "enter", "enter")
        assert "Came  4" in shown(app)[2]
        await press(pilot, "up", "minus")
        assert "Came  3" in shown(app)[2]
        assert not any("Anneke" in line for line in shown(app))


async def test_an_agreement_made_in_the_meeting_asks_what_when_and_who_keeps_it(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "m", *"Desk", "enter", "F", *"plan", "enter", "1", "space", *"dec")
        await press(pilot, "enter", "1", "enter")
        assert "due 1 Dec" in next(line for line in shown(app) if "Anneke" in line)
        await press(pilot, "X", *"names", "enter", "enter", "enter")
    with open_journal(path, clock=CLOCK) as journal:
        made = {item.text: item for item in open_items(journal) if item.on == TODAY}
        assert (made["plan"].by, made["plan"].due) == ("me", date(2026, 12, 1))
        assert (made["names"].by, made["names"].due) == ("them", None)
        assert made["names"].stakeholder == key(journal, "Daan"), "a letter goes down"


async def test_a_note_belongs_to_the_attendee_it_was_typed_for(path: Path):
    async with playing(path) as (_app, pilot):
        await press(pilot, "m", *"Desk", "enter", "down", "tab", *"late", "enter", "enter")
    with open_journal(path, clock=CLOCK) as journal:
        items = told(journal, stakeholder=key(journal, "Daan"))
        assert [item.text for item in items if item.day == TODAY and item.what == "signal"] == [
            "late"
        ]


async def test_the_marked_people_are_the_attendees(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "space", "space", "m")
        assert "Came  2" in shown(app)[2]


async def test_a_meeting_needs_a_title_and_keeps_what_was_marked(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "m", "enter", "v", "enter")
        assert "What was the meeting about?" in shown(app)[-2]
        await press(pilot, *"Desk", "enter", "enter")
        assert "Desk: 3 people, 1 deed." in shown(app)[-2]


def test_a_mark_is_made_weak_or_strong_and_is_usual_again_when_it_is_set_anew():
    came = Came("1", "Ada").marked("v").marked("x").weighed(1)
    assert came.acts == (("defended_project", 1.0), ("said_concern", 1.5))
    assert came.weighed(1).intensities == (1.0, 1.5), "strong is the most there is"
    assert came.weighed(-1).weighed(-1).intensities == (1.0, 0.5)
    assert came.marked("x").marked("x").intensities == (1.0, 1.0)
    assert Came("1", "Ada").weighed(1).acts == (("contact", 1.0),)


async def test_the_mark_set_last_is_made_strong_though_the_cursor_has_gone_down(path: Path):
    async with playing(path, (120, 24)) as (app, pilot):
        await press(pilot, "m", *"Desk", "enter", "v", "greater_than_sign")
        (row,) = [line for line in shown(app) if "Anneke" in line]
        assert "v strong" in row
        await press(pilot, "k", "less_than_sign", "enter")
    with open_journal(path, clock=CLOCK) as journal:
        (meeting,) = [item for item in told(journal) if item.title == "Desk"]
        points = {
            item.kind: item.points
            for who, _name in meeting.about
            for item in told(journal, stakeholder=who)
            if item.entry == meeting.id
        }
    assert points["defended_project"] == 13.5
    assert points["passive_in_meeting"] == -0.5
