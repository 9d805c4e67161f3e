"""Today promises: who needs me, why, and one key for what came of it; never what was missed."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from staketerm.cli.notice import notice_text
from staketerm.journal.capture import log_signal, write_note
from staketerm.journal.glance import glance
from staketerm.journal.last_look import last_looked, remember_look
from staketerm.journal.ledger import ask, open_items
from staketerm.journal.nurture import decisions
from staketerm.journal.nurture.act_facts import act_facts
from staketerm.journal.nurture.rhythms import set_rhythm
from staketerm.journal.nurture.today import today
from staketerm.journal.opening import open_journal
from staketerm.journal.positions.movement import moved, on_this_day
from staketerm.journal.projects import add_project
from staketerm.journal.requests import AddStakeholder, AskFor, LogSignal, SetRhythm, WriteNote
from staketerm.journal.stakeholders.people import add_stakeholder, find_project
from staketerm.tui.screens.stakeholder import StakeholderPage
from staketerm.tui.screens.today import TodayPlace
from tests.tui.dialog_stage import (
    CLOCK,
    TODAY,
    add_personal_project,
    demo,
    furnish,
    key,
    playing,
    press,
    shown,
)

HELPERS = ("Ada", "Bo", "Cas", "Dirk", "Eef", "Fay", "Guus", "Hans")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The furnished journal."""
    return furnish(tmp_path / "journal.db")


@pytest.fixture
def busy(path: Path) -> Path:
    """With eight more people to thank."""
    with open_journal(path, clock=CLOCK) as journal:
        for number, name in enumerate(HELPERS):
            add_stakeholder(journal, AddStakeholder(name=name, impact="medium"))
            day = TODAY - timedelta(days=1 + number % 3)
            who = key(journal, name)
            log_signal(journal, LogSignal(stakeholder=who, kind="provided_resources", day=day))
    return path


def acts_shown(lines: list[str]) -> list[str]:
    """Whom the acts to do are for, from top to bottom."""
    return [line[24:].split()[0] for line in lines if "Thank-you  " in line]


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
    assert [act.proposal.kind for act in facts.due.today] == ["thank_you"]
    assert [act.proposal.kind for act in facts.due.falls_due] == ["agreement_due"] * 2
    assert facts.items[facts.due.falls_due[0].proposal.occasion].text == "text on liability"
    assert any(who == anneke for who, _project in facts.people)


def test_whoever_has_an_alarm_or_another_position_has_moved_by_a_deed(path: Path):
    turn_against(path)
    with open_journal(path, clock=CLOCK) as journal:
        (row,) = moved(journal)
        assert row.name == "Daan Vermeulen"
        assert row.alarm is not None
        deed = today(journal).deeds[row.id, row.project]
        assert (deed.kind, deed.points < 0) == ("obstructed", True)
        before = TODAY - timedelta(days=30)
        assert all(one.name != "Daan Vermeulen" for one in moved(journal, as_of=before))


def test_behind_an_act_stand_its_rows_the_contacts_and_the_draft(path: Path):
    with open_journal(path, clock=CLOCK) as journal:
        (act,) = decisions.due(journal).today
        behind = act_facts(journal, act)
    (ground,) = behind.grounds
    assert (ground.kind, ground.day, ground.points) == ("signal", date(2026, 11, 19), 7)
    assert "offered a second crew" in ground.text
    assert (behind.contacts, behind.cap, behind.days) == (0, 3, 30)
    assert behind.last is not None
    assert behind.last.day == date(2026, 11, 19)
    assert "Daan" in behind.draft.text


def test_every_act_rests_on_something_that_can_be_shown(tmp_path: Path):
    with open_journal(demo(tmp_path / "demo.db"), clock=CLOCK) as journal:
        answer = decisions.due(journal)
        acts = (*answer.acts, *answer.coming, *answer.held_back)
        assert len({act.proposal.kind for act in acts}) >= 11
        for act in acts:
            assert act_facts(journal, act).grounds, act.proposal.kind
        talk = next(act for act in acts if act.proposal.kind == "private_talk")
        assert any((ground.points or 0) < 0 for ground in act_facts(journal, talk).grounds)


async def test_the_acts_stand_with_their_reason_and_latest_day(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "1")
        lines = shown(app)
        assert lines[1] == " One act. Two promises."
        assert lines[3].startswith("▌» Thank-you          ◉ Daan Vermeulen · Northgrid")
        assert lines[3].endswith("latest Thu 26 Nov")
        assert lines[4].startswith("▌  Daan Vermeulen gave people, money, room")
        falling = lines[lines.index("── falls due " + "─" * 67) + 1 :]
        assert falling[0] == " » today       You owe Anneke de Wit: text on liability"
        assert falling[1] == " > Fri 27 Nov  Daan Vermeulen promised: names of three contractors"
        assert falling[2].startswith("   Tue 1 Dec   Your mail of Sat 21 Nov to Anneke de Wit")


async def test_nothing_more_than_five_acts_is_shown_until_z(busy: Path):
    async with playing(busy, (80, 50)) as (app, pilot):
        await press(pilot, "1")
        assert shown(app)[1].startswith(" Five acts of nine.")
        assert "── to do: five of nine" in shown(app)[2]
        assert "z all nine" in shown(app)[2]
        assert len(acts_shown(shown(app))) == 5
        await press(pilot, "z")
        assert len(acts_shown(shown(app))) == 9
        await press(pilot, "escape")
        assert len(acts_shown(shown(app))) == 5


@pytest.mark.parametrize("keys", [("s", "7", "enter"), ("x", "3")])
async def test_not_today_brings_nothing_else_of_that_person_into_view(
    tmp_path: Path, keys: tuple[str, ...]
):
    path = demo(tmp_path / "demo.db")
    async with playing(path, (120, 60)) as (app, pilot):
        await press(pilot, "1", "z")
        assert "Risk alert         ○ Daan Vermeulen" in shown(app)[3]
        await press(pilot, *keys, "2", "1")
        acts = [line[:76] for line in shown(app) if "latest" in line[:76]]
        assert len(acts) > 5
        assert not any("Daan Vermeulen" in line for line in acts)
        await press(pilot, "G")
        assert any("the risk alert today; the" in line for line in shown(app)), "and it says so"


@pytest.mark.parametrize("closing", ["enter", "escape"])
async def test_after_a_day_was_asked_for_the_cursor_is_where_it_was(busy: Path, closing: str):
    async with playing(busy, (120, 40)) as (app, pilot):
        await press(pilot, "1", "s", "7", closing, "j")
        marked = [line for line in shown(app) if line.startswith("▌")]
        assert marked[0] != shown(app)[3], "j moves the list"


async def test_every_act_shows_where_the_person_stands_however_many_there_are(
    busy: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("staketerm.journal.nurture.today.PEOPLE_TOLD", 3)

    def glyphs() -> set[str]:
        return {line[22] for line in shown(app) if "Thank-you  " in line}

    async with playing(busy, (80, 50)) as (app, pilot):
        await press(pilot, "1", "z")
        assert len(acts_shown(shown(app))) == 9
        assert glyphs() <= {"◉", "·", "○"}
        await press(pilot, "d", "enter")
        assert len(acts_shown(shown(app))) == 8
        assert glyphs() <= {"◉", "·", "○"}, "and after a write"


async def test_what_is_done_leaves_its_place_and_the_cursor_takes_the_next(busy: Path):
    async with playing(busy, (80, 50)) as (app, pilot):
        await press(pilot, "1", "j")
        five = acts_shown(shown(app))
        await press(pilot, "d", "enter")
        assert f"done: thank-you to {five[1]}" in shown(app)[-2]
        assert acts_shown(shown(app)) == [*five[:1], *five[2:]], "no sixth comes in its place"
        assert shown(app)[1].startswith(" Four acts of eight.")
        assert five[2] in next(line for line in shown(app) if line.startswith("▌"))
        await press(pilot, "u")
        assert acts_shown(shown(app)) == five, "undo puts it back where it was"


async def test_who_has_done_the_five_of_the_day_is_done_for_today(busy: Path):
    async with playing(busy, (80, 50)) as (app, pilot):
        await press(pilot, "1", *("d", "enter") * 5)
        assert shown(app)[1].startswith(" Done for today, four more can wait.")
        assert any("Done for today; z shows what else there is." in line for line in shown(app))
        await press(pilot, "z")
        assert len(acts_shown(shown(app))) == 4
        await press(pilot, "z", "2", "1")
        assert len(acts_shown(shown(app))) == 4, "whoever opens the place anew is shown the next"


async def test_a_promise_is_kept_late_or_broken_from_here_too(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "1", "j", "j", "d")
        assert any("What came of it?  Promise, Anneke de Wit" in line for line in shown(app))
        await press(pilot, "enter")
        assert "done: promise, Anneke de Wit, kept." in shown(app)[-2]
        assert shown(app)[1] == " One act. One promise."
    with open_journal(path, clock=CLOCK) as journal:
        assert "text on liability" not in [item.text for item in open_items(journal)]


async def test_an_act_can_rest_until_a_day_or_for_some_days(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "1", "s", "3", "enter")
        assert "Thank-you to Daan Vermeulen rests until Fri 27 Nov." in shown(app)[-2]
        assert not acts_shown(shown(app))
        await press(pilot, "u")
        assert acts_shown(shown(app)) == ["Daan"]


async def test_acts_of_another_day_are_looked_at_and_not_decided(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "1", "at", *"yesterday", "enter")
        assert acts_shown(shown(app)) == ["Daan"]
        assert "d done" not in shown(app)[-1]
        await press(pilot, "d", "s", "x", "escape")
        assert "d done" in shown(app)[-1]
        assert acts_shown(shown(app)) == ["Daan"]


async def test_a_day_that_cannot_be_read_says_so_and_nothing_happens(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "1", "s", *"soon", "enter")
        assert "'soon' is no day" in shown(app)[-2]
        assert acts_shown(shown(app)) == ["Daan"]


async def test_an_alarm_is_found_by_its_key_and_quiet_once_seen(path: Path):
    turn_against(path)
    async with playing(path) as (app, pilot):
        await press(pilot, "1", "exclamation_mark")
        row = next(line for line in shown(app) if line.startswith("▌"))
        assert "!! Daan Vermeulen" in row
        assert "crossed over on" in row
        await press(pilot, "d", "enter")
        assert "Daan Vermeulen: seen; it returns if it cools again." in shown(app)[-2]
        assert "alarm" not in shown(app)[1]


async def test_the_pane_says_why_now_what_it_rests_on_and_what_to_mind(path: Path):
    async with playing(path, (120, 40)) as (app, pilot):
        await press(pilot, "1")
        lines = "\n".join(shown(app))
        for words in (
            "Thank-you to Daan Vermeulen",
            "Why now",
            "Window to Thu 26 Nov.",
            "Priority 3.4 =",
            "It rests on",
            "19 Nov signal",
            "+7",
            "Draft",
            "Contact pressure ░░░ 0 of 3 this month",
            "Last contact     5 days ago, gave people,",
            "Away             not known",
            "After this",
        ):
            assert words in lines, words
        await press(pilot, "enter")
        assert isinstance(app.screen, StakeholderPage)


async def test_a_small_window_shows_the_pane_in_the_place_of_the_list(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "1", "tab")
        lines = "\n".join(shown(app))
        assert "Why now" in lines
        assert "falls due" not in lines
        await press(pilot, "d", "escape", "tab")
        assert any("falls due" in line for line in shown(app))
        await press(pilot, "tab", "escape")
        assert any("falls due" in line for line in shown(app))


async def test_a_brake_that_holds_something_back_says_so(path: Path):
    with open_journal(path, clock=CLOCK) as journal:
        who = key(journal, "Daan")
        log_signal(journal, LogSignal(stakeholder=who, kind="mail_sent", day=TODAY))
    async with playing(path) as (app, pilot):
        await press(pilot, "1")
        assert shown(app)[1] == " Two promises."
        held = " held back: 1 (Daan Vermeulen: you were in touch today; one act a day)"
        assert any(held in line for line in shown(app))
        await press(pilot, "p")
        assert not any("Daan" in line for line in shown(app)), "names are hidden in every line"
        await press(pilot, "p", "z")
        lines = shown(app)
        assert any("All there is to do is held back by a brake." in line for line in lines)
        said = "Daan Vermeulen     thank-you: you were in touch today; one act a day"
        assert any(said in line for line in lines)
        await press(pilot, "G", "tab")
        assert any("Held back: you were in touch today" in line for line in shown(app))


async def test_the_queue_of_a_project_is_today_under_its_scope(path: Path):
    with open_journal(path, clock=CLOCK) as journal:
        add_project(journal, "Kade")
        kade = find_project(journal, "Kade").id
        add_stakeholder(journal, AddStakeholder(name="Zoë Kade", impact="high", project=kade))
        who = key(journal, "Zoë")
        helped = LogSignal(stakeholder=who, kind="provided_resources", day=TODAY, project=kade)
        log_signal(journal, helped)
    async with playing(path) as (app, pilot):
        await press(pilot, "1", "P", *"kade", "enter")
        assert acts_shown(shown(app)) == ["Zoë"]
        assert "falls due" not in "\n".join(shown(app))
        await press(pilot, "P", *"all", "enter")
        assert acts_shown(shown(app)) == ["Daan", "Zoë"]


async def test_an_empty_day_says_so(tmp_path: Path):
    path = tmp_path / "journal.db"
    async with playing(path) as (app, pilot):
        await press(pilot, "escape", "1")
        lines = "\n".join(shown(app))
        assert lines.count("Nothing asks for you today.") == 1
        assert "Nobody here yet." in lines
        assert "No one's position moved." in lines


async def test_a_day_without_acts_tells_what_comes_instead_of_saying_so_twice(tmp_path: Path):
    path = tmp_path / "journal.db"
    with open_journal(path, clock=CLOCK) as journal:
        add_stakeholder(journal, AddStakeholder(name="Ada", impact="high"))
    async with playing(path) as (app, pilot):
        await press(pilot, "1")
        lines = "\n".join(shown(app))
        assert lines.count("Nothing asks for you today.") == 1
        assert "Acts follow from what is logged; l logs." in lines
    with open_journal(path, clock=CLOCK) as journal:
        day = TODAY - timedelta(days=20)
        log_signal(journal, LogSignal(stakeholder=key(journal, "Ada"), kind="contact", day=day))
    async with playing(path) as (app, pilot):
        await press(pilot, "1")
        lines = "\n".join(shown(app))
        assert lines.count("Nothing asks for you today.") == 1
        assert "Next: Check-in with Ada, from Wed 25 Nov." in lines
        await press(pilot, "p")
        lines = "\n".join(shown(app))
        assert "Ada" not in lines
        assert "Next: Check-in with stakeholder" in lines


async def test_today_and_a_notice_count_promises_and_open_asks_by_one_rule(path: Path):
    with open_journal(path, clock=CLOCK) as journal:
        who = key(journal, "Hilde")
        for text, day in (("the budget", 0), ("a room", 2), ("the names", 9)):
            due = TODAY + timedelta(days=day)
            ask(journal, AskFor(stakeholder=who, text=text, day=TODAY, due=due))
        decisions.keep_plan(journal)
    async with playing(path) as (app, pilot):
        await press(pilot, "1")
        assert shown(app)[1].startswith(" One act. Two promises. Two open asks.")
    seen = glance(path, lambda _zone: TODAY, "en")
    assert seen is not None
    assert notice_text(seen, names=False) == "1 act today, 2 promises, 2 open asks"


async def test_what_does_not_fit_in_the_head_is_told_below_it_alone(path: Path):
    with open_journal(path, clock=CLOCK) as journal:
        remember_look(journal.store.replica, date(2026, 11, 20))
    async with playing(path, (50, 24)) as (app, pilot):
        await press(pilot, "1")
        assert shown(app)[1] == " One act. Two promises."


async def test_no_word_blames(busy: Path):
    with open_journal(busy, clock=CLOCK) as journal:
        day = TODAY - timedelta(days=20)
        who = key(journal, "Anneke")
        log_signal(journal, LogSignal(stakeholder=who, kind="provided_resources", day=day))
    async with playing(busy, (120, 60)) as (app, pilot):
        await press(pilot, "1", "z")
        lines = "\n".join(shown(app)).lower()
        for blame in ("overdue", "neglected", "missed", "late ", "failed"):
            assert blame not in lines


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


async def test_a_private_journal_with_a_rhythm_says_who_comes_next(path: Path):
    add_personal_project(path)
    with open_journal(path, clock=CLOCK) as journal:
        oma, where = key(journal, "Oma"), find_project(journal, "Persoonlijk").id
        fortnightly = SetRhythm(stakeholder=oma, project=where, ideal_days=14, latest_days=20)
        set_rhythm(journal, fortnightly)
        met = LogSignal(stakeholder=oma, kind="contact", day=TODAY - timedelta(9), project=where)
        log_signal(journal, met)
    async with playing(path) as (app, pilot):
        await press(pilot, "P", *"pers", "enter", "1")
        lines = "\n".join(shown(app))
        assert "Next: Check-in with Oma Tilly, from Sun 29 Nov." in lines
        assert "rhythm yet" not in lines


async def test_names_and_texts_are_hidden_here_too(path: Path):
    async with playing(path, (120, 40)) as (app, pilot):
        await press(pilot, "1", "p")
        lines = "\n".join(shown(app))
        for words in ("Anneke", "Zuidrand", "liability", "Daan", "contractors"):
            assert words not in lines


async def test_what_moved_is_told_since_the_day_one_last_looked(path: Path):
    turn_against(path)
    with open_journal(path, clock=CLOCK) as journal:
        remember_look(journal.store.replica, date(2026, 11, 20))
    async with playing(path) as (app, pilot):
        await press(pilot, "1")
        assert shown(app)[1].endswith("You last looked on Fri 20 Nov.")
        assert any("── moved since Fri 20 Nov " in line for line in shown(app))


async def test_the_keys_are_those_of_the_row_under_the_cursor(path: Path):
    turn_against(path)
    async with playing(path) as (app, pilot):
        await press(pilot, "1")
        assert "s snooze" in shown(app)[-1]
        await press(pilot, "G")
        place = app.screen
        assert isinstance(place, TodayPlace)
        while not (place.selected and place.selected.row):
            await press(pilot, "k")
        assert "s snooze" not in shown(app)[-1]
        await press(pilot, "g")
        assert "s snooze" in shown(app)[-1]


async def test_whoever_never_looked_is_told_of_the_last_week(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "1")
        assert "last looked" not in shown(app)[1]
        assert any("── moved since Tue 17 Nov " in line for line in shown(app))


async def test_who_leaves_on_another_day_looked_on_that_day_too(path: Path):
    tomorrow = TODAY + timedelta(days=1)
    async with playing(path, remembers=True) as (app, _pilot):
        app.outlook = replace(app.outlook, today=tomorrow)
    with open_journal(path, clock=CLOCK) as journal:
        assert last_looked(journal.store.replica, tomorrow) == TODAY
        assert last_looked(journal.store.replica, tomorrow + timedelta(days=1)) == tomorrow


async def test_a_look_is_remembered_once_the_journal_is_open(path: Path):
    async with playing(path, remembers=True):
        pass
    with open_journal(path, clock=CLOCK) as journal:
        assert last_looked(journal.store.replica, TODAY + timedelta(days=1)) == TODAY
