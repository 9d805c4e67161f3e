"""The page of a stakeholder promises who, why, when and what is open, and acts on each of them."""

from datetime import date
from pathlib import Path

import pytest

from staketerm.journal.capture import log_signal
from staketerm.journal.ledger import open_items
from staketerm.journal.opening import open_journal
from staketerm.journal.requests import AwayFrom, LogSignal
from staketerm.journal.stakeholders.absences import add_absence
from staketerm.journal.stakeholders.page import page, timeline
from staketerm.journal.timeline import told
from staketerm.tui.screens.stakeholder import StakeholderPage
from tests.hostile import HOSTILE
from tests.tui.dialog_stage import (
    CLOCK,
    TODAY,
    add_contacts,
    add_personal_project,
    demo,
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


def test_one_question_gathers_the_whole_page(path: Path):
    with open_journal(path, clock=CLOCK) as journal:
        gathered = page(journal, key(journal, "Anneke"))
    who = gathered.profile
    assert (who.name, who.organisation, who.job) == (
        "Anneke de Wit",
        "Gemeente Zuidrand",
        "head of permits",
    )
    assert (who.power, who.interest, who.impact) == (4, 3, "high")
    assert who.emails == ("anneke@example.org",)
    assert [item.text for item in gathered.open] == [
        "desk rules",
        "text on liability",
        "dates for street 2",
    ]
    assert [item.text for item in gathered.settled] == ["plan of street 1"]
    assert [item.text for item in gathered.notes] == ["Her mother is ill. Do not plan evenings."]
    assert len(gathered.months) == 9
    assert gathered.months[-1].stance == gathered.why.assessment.stance


def test_the_heat_strip_counts_contact_both_ways_and_mine_apart(path: Path):
    with open_journal(path, clock=CLOCK) as journal:
        weeks = page(journal, key(journal, "Anneke")).weeks
    assert len(weeks) == 26
    assert weeks[-1].mine == 1, "the mail of this week"
    assert sum(week.mine for week in weeks) == 3
    # the answer of 3 Sep, the calendar of June, the saying of 4 Nov, the meeting of 10 Nov
    assert sum(week.both for week in weeks) == 4


def test_as_of_a_day_nothing_later_is_on_the_page(path: Path):
    day = date(2026, 6, 1)
    with open_journal(path, clock=CLOCK) as journal:
        gathered = page(journal, key(journal, "Anneke"), as_of=day)
        window = timeline(journal, gathered.profile.id, gathered.profile.project, as_of=day)
    assert not gathered.open
    assert not gathered.notes
    assert all(item.day <= day for item in window)


def test_a_mail_without_answer_stands_on_the_day_silence_began_to_count(path: Path):
    with open_journal(path, clock=CLOCK) as journal:
        who = key(journal, "Anneke")
        window = timeline(journal, who, journal.default_project().id)
    (silence,) = [item for item in window if item.what == "silence"]
    assert (silence.day, silence.points) == (date(2026, 10, 18), -5)
    assert [item.day for item in window] == sorted((item.day for item in window), reverse=True)


def test_windows_follow_each_other_without_loss_or_repetition(path: Path):
    with open_journal(path, clock=CLOCK) as journal:
        who, project = key(journal, "Anneke"), journal.default_project().id
        whole = timeline(journal, who, project)
        after = timeline(journal, who, project, whole[4].place)
    assert [item.place for item in after] == [item.place for item in whole[5:]]


def test_an_answer_has_the_points_of_the_act_that_it_is(path: Path):
    with open_journal(path, clock=CLOCK) as journal:
        items = {item.what: item for item in told(journal, stakeholder=key(journal, "Anneke"))}
    assert (items["answered"].points, items["answered"].weight) == (2, "D")
    assert items["asked"].points is None


async def test_enter_opens_the_page_and_esc_goes_back_to_the_same_row(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "j", "enter")
        assert isinstance(app.screen, StakeholderPage)
        assert "People > Daan Vermeulen ◉ partner" in shown(app)[1]
        await press(pilot, "escape")
        back = app.frames()[-1]
        assert back.subject is not None
        assert (back.place, back.subject.name) == ("people", "Daan Vermeulen")


async def test_a_small_window_shows_one_section_and_tab_the_next(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "enter")
        assert "[timeline 15]" in shown(app)[2]
        await press(pilot, "tab")
        assert "[asks 3]" in shown(app)[2]
        assert any("text on liability" in line and "due 24 Nov" in line for line in shown(app))
        while "[who]" not in shown(app)[2]:
            before = shown(app)[2]
            await press(pilot, "tab")
            assert shown(app)[2] != before
        assert any("head of permits" in line for line in shown(app))
        await press(pilot, "tab")
        lines = "\n".join(shown(app))
        assert "stance by month" in lines
        assert "contacts a week" in lines


async def test_a_roomy_window_shows_everything_side_by_side(path: Path):
    async with playing(path, (120, 40)) as (app, pilot):
        await press(pilot, "enter")
        lines = "\n".join(shown(app))
        for words in (
            "── who",
            "── why",
            "── stance by month",
            "── asks and agreements",
            "── timeline",
            "── notes",
            "contacts a week, last 26",
            "page 1 of 5",
            "answers 1 of 2 mails",
        ):
            assert words in lines


async def test_the_next_and_the_previous_person_are_a_key_away(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "enter", "J")
        assert "Daan Vermeulen" in shown(app)[1]
        await press(pilot, "K", "K")
        assert "Anneke de Wit" in shown(app)[1], "above the first there is nobody"


async def test_what_is_logged_here_shows_here_at_once(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "enter", "l", "r", "enter")
        assert any("came to me about the project" in line for line in shown(app)[:6])
        assert "u undoes" in shown(app)[-2]
        await press(pilot, "u")
        assert not any("24 Nov  came" in line for line in shown(app))


async def test_an_open_ask_is_answered_with_d_and_one_letter(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "enter", "tab", "d")
        assert any("What came of it?" in line for line in shown(app))
        await press(pilot, "a")
        assert "Anneke de Wit ◇ fence-sitter → ○ quiet supporter." in shown(app)[-2]
    with open_journal(path, clock=CLOCK) as journal:
        open_now = [item.text for item in open_items(journal, key(journal, "Anneke"))]
    assert open_now == ["text on liability", "dates for street 2"]


async def test_a_promise_of_mine_can_be_kept_late_or_agreed_anew(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "enter", "tab", "j", "d", "r")
        assert "agreed anew" in shown(app)[-2]
    with open_journal(path, clock=CLOCK) as journal:
        items = told(journal, stakeholder=key(journal, "Anneke"))
        assert [item.outcome for item in items if item.what == "settled"] == ["renegotiated"]


async def test_a_signal_left_out_stays_in_sight_and_counts_no_longer(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "enter", "j", "x")
        assert "left out, it counts no longer" in shown(app)[-2]
        row = next(line for line in shown(app) if "sent somebody junior" in line)
        assert row.rstrip(" ▇▁").endswith("left out")
        await press(pilot, "x")
        assert "counts again" in shown(app)[-2]


async def test_enter_corrects_a_signal_and_writes_only_what_changed(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "enter", "j", "enter")
        assert any("Correct a signal of Anneke de Wit" in line for line in shown(app))
        await press(pilot, "tab", "tab", "s", "enter")
        assert "signal of Thu 12 Nov corrected" in shown(app)[-2]
    with open_journal(path, clock=CLOCK) as journal:
        (item,) = [one for one in told(journal) if one.kind == "delegated_down"]
        assert (item.points, item.day) == (-4.5, date(2026, 11, 12))
        assert item.text == "Lotte came; could not decide anything."


async def test_what_is_deleted_comes_back_with_undo(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "enter", "j", "D")
        assert not any("sent somebody junior" in line for line in shown(app)[:-2])
        await press(pilot, "u")
        assert any("sent somebody junior" in line for line in shown(app))


async def test_where_nothing_else_is_to_be_done_d_says_that_the_alarm_was_seen(tmp_path: Path):
    async with playing(demo(tmp_path / "demo.db")) as (app, pilot):
        await press(pilot, "enter", "j", "d", *"we talk", "enter")
        assert "seen; it returns if it cools again" in shown(app)[-2]
        await press(pilot, "w")
        assert any(line.startswith(" (!) Cooling since 22 Oct") for line in shown(app))


async def test_in_a_small_window_the_course_of_the_position_has_the_room_it_takes(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "enter", "shift+tab")
        lines = shown(app)
        top = next(n for n, line in enumerate(lines) if "stance by month" in line)
        assert lines[top + 2].strip().startswith("for")
        assert lines[top + 6].strip().startswith("against")
        assert "contacts a week" in lines[top + 7]
        await press(pilot, "shift+tab")
        assert not any("stance by month" in line for line in shown(app))


async def test_an_absence_is_noted_in_the_form_and_shown_on_the_page(path: Path):
    async with playing(path, (120, 40)) as (app, pilot):
        await press(pilot, "enter", "e")
        await press(pilot, "shift+tab", *"1", "space", *"dec", "space", "minus", "space")
        await press(pilot, *"10", "space", *"dec", "enter")
        assert any("Tue 1 Dec - Thu 10 Dec" in line for line in shown(app))


async def test_many_signals_open_at_once_and_the_end_is_reached(path: Path):
    add_contacts(path, "Hilde", 450)
    async with playing(path) as (app, pilot):
        await press(pilot, "slash", *"hilde", "enter", "enter")
        assert isinstance(app.screen, StakeholderPage)
        assert len(app.screen.timeline.items) == 200
        await press(pilot, "G")
        assert len(app.screen.timeline.items) > 450
        assert app.screen.timeline.item is not None
        assert app.screen.timeline.item.kind == "defended_project", "the oldest of all"


async def test_a_private_journal_has_no_positions_on_the_page(path: Path):
    add_personal_project(path)
    async with playing(path, (120, 40)) as (app, pilot):
        await press(pilot, "P", *"pers", "enter", "enter")
        lines = "\n".join(shown(app))
        assert "Oma Tilly" in lines
        assert "last in touch" in lines
        for sign in ("◇", "unknown", "stance by month", "impact", "evidence"):
            assert sign not in lines


async def test_the_privacy_screen_hides_every_word_that_tells_who(path: Path):
    async with playing(path, (120, 40)) as (app, pilot):
        await press(pilot, "enter", "p")
        lines = "\n".join(shown(app))
        for words in ("Anneke", "Gemeente", "permits", "Lotte", "mother", "street", "liability"):
            assert words not in lines


async def test_hostile_notes_stay_text(path: Path):
    with open_journal(path, clock=CLOCK) as journal:
        who = key(journal, "Bram")
        for text in HOSTILE:
            log_signal(
                journal, LogSignal(stakeholder=who, kind="contact", day=TODAY, note=text[:60])
            )
    async with playing(path, (120, 140)) as (app, pilot):
        await press(pilot, "slash", *"bram", "enter", "enter")
        lines = "\n".join(shown(app))
        assert "[red]x[/red]" in lines
        assert "\x1b" not in lines
        assert "\u202e" not in lines


async def test_somebody_new_has_a_page_that_says_how_to_begin(path: Path):
    with open_journal(path, clock=CLOCK) as journal:
        add_absence(
            journal,
            AwayFrom(stakeholder=key(journal, "陳"), starts=date(2026, 1, 1), ends=TODAY),
        )
    async with playing(path) as (app, pilot):
        await press(pilot, "n", *"Ada", "enter", "slash", *"ada", "enter", "enter")
        assert any("Nothing logged yet. l logs what happened." in line for line in shown(app))
        assert "asks" not in shown(app)[2], "what has nothing is left out"


async def test_why_in_full_opens_corrects_and_leaves_out_what_it_rests_on(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "w", "enter")
        assert "this follows from an ask or a promise" in shown(app)[-2]
        await press(pilot, "j", "x")
        assert "left out, it counts no longer" in shown(app)[-2]
        assert not any("moved the calendar" in line for line in shown(app)[:-2])
        await press(pilot, "u", "e")
        assert any("Correct a signal of Anneke de Wit" in line for line in shown(app))


async def test_how_they_answer_is_told_though_nothing_is_open(tmp_path: Path):
    async with playing(demo(tmp_path / "demo.db"), (120, 40)) as (app, pilot):
        await press(pilot, "2", "/", *"edwin", "enter", "enter")
        lines = "\n".join(shown(app))
        assert "answers 6 of 6 mails, usually within 4 days" in lines
        assert "broke an agreement: kaarten van straat 3" in lines
        assert "says yes, does no (4 of 4 sayings for, deeds against)" in lines
