"""Today promises: who needs me, why, and one key for what came of it; never what was missed."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from staketerm.journal.capture import log_signal, write_note
from staketerm.journal.ledger import agree, open_items
from staketerm.journal.movement import moved, on_this_day
from staketerm.journal.opening import open_journal
from staketerm.journal.requests import Agree, LogSignal, WriteNote
from staketerm.journal.timeline import told
from staketerm.journal.today import today
from staketerm.tui.screens.stakeholder import StakeholderPage
from tests.tui.dialog_stage import (
    CLOCK,
    TODAY,
    add_personal_project,
    furnish,
    key,
    playing,
    press,
    shown,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The furnished journal."""
    return furnish(tmp_path / "journal.db")


def promise(path: Path, many: int) -> None:
    """So many promises of Hilde that are due today."""
    with open_journal(path, clock=CLOCK) as journal:
        for number in range(many):
            agree(
                journal,
                Agree(
                    stakeholder=key(journal, "Hilde"),
                    text=f"part {number}",
                    by="them",
                    day=date(2026, 11, 10),
                    due=TODAY,
                ),
            )


def turn_against(path: Path, who: str = "Daan") -> None:
    """Deeds against, so that an alarm goes off."""
    with open_journal(path, clock=CLOCK) as journal:
        for back, kind in ((3, "no_show"), (2, "withheld_information"), (1, "obstructed")):
            day = TODAY - timedelta(days=back)
            log_signal(journal, LogSignal(stakeholder=key(journal, who), kind=kind, day=day))


def test_today_gathers_acts_with_the_people_and_rows_behind_them(path: Path):
    with open_journal(path, clock=CLOCK) as journal:
        facts = today(journal)
        anneke = key(journal, "Anneke")
    kinds = [act.proposal.kind for act in facts.due.acts]
    assert kinds == ["agreement_due", "agreement_due"]
    assert facts.items[facts.due.acts[0].proposal.occasion].text == "text on liability"
    assert any(who == anneke for who, _project in facts.people)


def test_whoever_has_an_alarm_or_another_position_has_moved(path: Path):
    turn_against(path)
    with open_journal(path, clock=CLOCK) as journal:
        (row,) = moved(journal)
        assert row.name == "Daan Vermeulen"
        assert row.alarm is not None
        before = TODAY - timedelta(days=30)
        assert all(one.name != "Daan Vermeulen" for one in moved(journal, as_of=before))


async def test_the_acts_stand_with_their_reason_and_latest_day(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "1")
        lines = shown(app)
        assert lines[1] == " Two acts. Two promises."
        assert "» Promise           ◇ Anneke de Wit · Gemeente Zuidrand" in lines[3]
        assert lines[3].endswith("latest Tue 24 Nov")
        assert "You owe Anneke de Wit: text on liability" in lines[4]
        assert any("falls due" in line for line in lines)


async def test_five_acts_are_shown_and_z_shows_all(path: Path):
    promise(path, 6)
    async with playing(path, (80, 50)) as (app, pilot):
        await press(pilot, "1")
        assert "── to do: five of eight" in shown(app)[2]
        assert sum("Promise  " in line for line in shown(app)) == 5
        await press(pilot, "z")
        assert sum("Promise  " in line for line in shown(app)) == 8
        await press(pilot, "escape")
        assert sum("Promise  " in line for line in shown(app)) == 5


async def test_done_asks_one_thing_and_the_act_is_gone(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "1", "d")
        assert any("What came of it?" in line for line in shown(app))
        await press(pilot, "enter")
        assert "done: promise, Anneke de Wit, kept." in shown(app)[-2]
        assert shown(app)[1] == " One act. One promise."
    with open_journal(path, clock=CLOCK) as journal:
        open_now = [item.text for item in open_items(journal)]
    assert "text on liability" not in open_now


async def test_an_act_can_rest_until_a_day_or_for_some_days(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "1", "s", "3", "enter")
        assert "Anneke de Wit: promise rests until Fri 27 Nov." in shown(app)[-2]
        assert not any("You owe Anneke" in line for line in shown(app))
        await press(pilot, "u")
        assert any("You owe Anneke" in line for line in shown(app))


async def test_a_day_that_cannot_be_read_says_so_and_nothing_happens(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "1", "s", *"soon", "enter")
        assert "'soon' is no day" in shown(app)[-2]
        assert any("You owe Anneke" in line for line in shown(app))


async def test_an_act_is_skipped_with_a_reason_by_digit_or_in_words(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "1", "x", "2")
        assert "skipped: promise, Anneke de Wit." in shown(app)[-2]
        await press(pilot, "x", "tab", *"later", "enter")
        assert "skipped: promise, Daan Vermeulen." in shown(app)[-2]
        assert "Nothing asks for you today." in shown(app)[1]


async def test_a_check_in_takes_a_letter_of_the_log_as_what_came_of_it(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "1", "G", "d")
        asked = next(line for line in shown(app) if "check-in, " in line)
        who = "Hilde Jansma" if "Hilde" in asked else "Anneke de Wit"
        await press(pilot, "r")
        assert f"{who} · unknown → ◉ partner." in shown(app)[-2]
    with open_journal(path, clock=CLOCK) as journal:
        logged = [
            item for item in told(journal, stakeholder=key(journal, who)) if item.day == TODAY
        ]
    assert [item.kind for item in logged] == ["informal_approach"]


async def test_an_alarm_is_found_by_its_key_and_quiet_once_seen(path: Path):
    turn_against(path)
    async with playing(path) as (app, pilot):
        await press(pilot, "1", "exclamation_mark")
        row = next(line for line in shown(app) if line.startswith("▌"))
        assert "!! Daan Vermeulen" in row
        await press(pilot, "d")
        assert "Daan Vermeulen: seen; it returns if it cools again." in shown(app)[-2]
        assert "alarm" not in shown(app)[1]


async def test_the_pane_says_why_now_and_what_it_rests_on(path: Path):
    async with playing(path, (120, 40)) as (app, pilot):
        await press(pilot, "1")
        lines = "\n".join(shown(app))
        for words in ("this act", "Why now", "It rests on", "your promise of Tue 10 Nov", "After"):
            assert words in lines
        await press(pilot, "enter")
        assert isinstance(app.screen, StakeholderPage)


async def test_an_empty_day_says_so(tmp_path: Path):
    path = tmp_path / "journal.db"
    async with playing(path) as (app, pilot):
        await press(pilot, "escape", "1")
        lines = "\n".join(shown(app))
        assert "Nothing asks for you today." in lines
        assert "No one's position moved." in lines


async def test_a_private_journal_speaks_of_keeping_in_touch_and_this_day(path: Path):
    add_personal_project(path)
    with open_journal(path, clock=CLOCK) as journal:
        write_note(
            journal,
            WriteNote(
                text="phoned about the ferry photo",
                day=date(2025, 11, 24),
                about=(key(journal, "Oma"),),
                kind="memory",
            ),
        )
        assert len(on_this_day(journal)) == 1
    async with playing(path) as (app, pilot):
        await press(pilot, "P", *"pers", "enter", "1")
        lines = "\n".join(shown(app))
        assert "keep in touch" in lines
        assert "Nobody here has a rhythm yet." in lines
        assert '2025: Oma Tilly  "phoned about the ferry photo"' in lines
        assert "moved" not in lines


async def test_names_and_texts_are_hidden_here_too(path: Path):
    async with playing(path, (120, 40)) as (app, pilot):
        await press(pilot, "1", "p")
        lines = "\n".join(shown(app))
        for words in ("Anneke", "Zuidrand", "liability", "Daan", "contractors"):
            assert words not in lines
