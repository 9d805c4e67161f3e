"""`b` promises what to know before a talk, on one page, from wherever somebody is selected."""

from datetime import date
from pathlib import Path

import pytest

from staketerm.journal.capture import log_signal
from staketerm.journal.nurture.consents import history, say_consent
from staketerm.journal.opening import open_journal
from staketerm.journal.progress import add_progress
from staketerm.journal.requests import AddProgress, LogSignal, Part, SayConsent
from staketerm.tui.dialogs.ask import AskForm
from staketerm.tui.dialogs.consent import ConsentForm
from staketerm.tui.dialogs.log import QuickLog
from staketerm.tui.screens.brief import BriefPage
from staketerm.tui.screens.people import People
from staketerm.tui.screens.stakeholder import StakeholderPage
from staketerm.tui.screens.today import TodayPlace
from tests.hostile import CONTROLS, MARKUP
from tests.tui.conftest import on
from tests.tui.dialog_stage import (
    CLOCK,
    TODAY,
    add_personal_project,
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
def talked_of(path: Path) -> None:
    """The furnished journal, with what there is to tell, to ask and to thank for."""
    furnish(path)
    with open_journal(path, clock=CLOCK) as journal:
        anneke = key(journal, "Anneke")
        for kind, day, title, text, part, note in (
            ("success", 20, None, "Pilot street done a day early.", "contributors", "her permits"),
            ("decision", 18, None, "One desk, one phone number.", None, None),
            ("plan", 16, None, "Street 2 starts 14 Dec.", "affected", "two permits more"),
            ("risk", 23, "The cable survey may slip two weeks", "A second crew.", "helpers", None),
        ):
            told = {"kind": kind, "day": date(2026, 11, day), "title": title, "text": text}
            if part:
                told[part] = (Part(stakeholder=anneke, note=note),)
            add_progress(journal, AddProgress.model_validate(told))
        scope = "the pilot street"
        asked = SayConsent(stakeholder=anneke, state="asked", day=date(2026, 11, 3), scope=scope)
        say_consent(journal, asked)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """That journal, of this test alone."""
    return talked_of(tmp_path / "journal.db")


async def find(pilot, name: str) -> None:
    """Open the page of somebody by the finder."""
    await press(pilot, "f", *name, "enter")


async def test_the_sheet_tells_everything_on_one_screen(path: Path):
    async with playing(path, (120, 40)) as (app, pilot):
        await find(pilot, "anneke")
        await press(pilot, "b")
        assert on(app, BriefPage)
        text = "\n".join(shown(app))
    for promised in (
        "Brief: Anneke de Wit in Graafloket, Tue 24 Nov 2026",
        "◇ fence-sitter",
        "Counts most: ",
        "Yours, 3 Mar: supporter",
        "answers 1 of 2 mails",
        "consent to carry news: asked 3 Nov: the pilot street",
        "I owe    your promise of Tue 10 Nov: text on liability",
        "20 Nov  Pilot street done a day early: her permits",
        "risk  The cable survey may slip two weeks (can help)",
        "plan  Street 2 starts 14 Dec (touches them: two permits",
        "18 Nov  decision: One desk, one phone number.",
        "10 Nov  Session working agreements",
        "4 Nov  Her mother is ill. Do not plan evenings.",
    ):
        assert promised in text, promised


@pytest.mark.parametrize("closing", ["b", "escape", "q"])
async def test_it_opens_from_every_place_and_closes_where_one_was(path: Path, closing: str):
    async with playing(path) as (app, pilot):
        await press(pilot, "b")
        assert on(app, BriefPage)
        await press(pilot, closing)
        assert on(app, People)
        await press(pilot, "1", "b")
        assert on(app, BriefPage)
        await press(pilot, closing)
        assert on(app, TodayPlace)
        await find(pilot, "anneke")
        await press(pilot, "b", closing)
        assert on(app, StakeholderPage)


async def test_a_small_window_scrolls_to_the_end(path: Path):
    async with playing(path) as (app, pilot):
        await find(pilot, "anneke")
        await press(pilot, "b")
        assert not any("my notes" in line for line in shown(app))
        await press(pilot, "G")
        assert any("Her mother is ill" in line for line in shown(app))
        await press(pilot, "g")
        assert any("fence-sitter" in line for line in shown(app))


async def test_logging_and_asking_work_above_it_and_it_follows(path: Path):
    async with playing(path, (120, 40)) as (app, pilot):
        await find(pilot, "anneke")
        await press(pilot, "b", "a")
        assert on(app, AskForm)
        await press(pilot, "escape", "l")
        assert on(app, QuickLog)
        await press(pilot, "f", "enter")
        assert on(app, BriefPage)
        assert any("24 Nov  kept an agreement +3" in line for line in shown(app))
        await press(pilot, "u")
        assert not any("24 Nov  kept an agreement +3" in line for line in shown(app))


async def test_y_copies_the_whole_sheet_as_text(path: Path):
    async with playing(path) as (app, pilot):
        await find(pilot, "anneke")
        await press(pilot, "b", "y")
        copied = app.clipboard
    lines = copied.splitlines()
    assert lines[0] == "Brief: Anneke de Wit in Graafloket, Tue 24 Nov 2026"
    assert any("Her mother is ill" in line for line in lines)
    assert max(map(len, lines)) <= 80


async def test_hidden_it_shows_and_copies_no_name_and_no_words_of_anybody(path: Path):
    async with playing(path, (120, 40)) as (app, pilot):
        await find(pilot, "anneke")
        await press(pilot, "b", "p", "y")
        told = "\n".join(shown(app)) + app.clipboard
    for secret in (
        "Anneke",
        "Zuidrand",
        "permits",
        "mother",
        "liability",
        "Pilot",
        "desk",
        "pilot",
    ):
        assert secret not in told, secret
    assert "stakeholder" in told
    assert "fence-sitter" in told


async def test_in_a_private_project_there_is_no_position(path: Path):
    add_personal_project(path)
    async with playing(path) as (app, pilot):
        await press(pilot, "P", *"Persoon", "enter")
        await press(pilot, "b")
        assert on(app, BriefPage)
        text = "\n".join(shown(app))
    assert "Brief: Oma Tilly" in text
    assert "unknown" not in text
    assert "consent" not in text


async def test_what_somebody_pasted_is_shown_as_text(tmp_path: Path):
    path = furnish(tmp_path / "journal.db")
    with open_journal(path, clock=CLOCK) as journal:
        who = key(journal, "Anneke")
        for note in (" ".join(MARKUP), " ".join(CONTROLS)):
            log_signal(journal, LogSignal(stakeholder=who, kind="contact", day=TODAY, note=note))
    async with playing(path, (120, 40)) as (app, pilot):
        await find(pilot, "anneke")
        await press(pilot, "b")
        assert on(app, BriefPage)
        text = "".join(shown(app))
    assert "\x1b" not in text
    assert "[red]x[/red]" in text


async def test_consent_is_recorded_from_the_page_and_told_there(path: Path):
    async with playing(path, (120, 40)) as (app, pilot):
        await find(pilot, "anneke")
        assert any("consent" in line and "asked 3 Nov: the pilot" in line for line in shown(app))
        await press(pilot, ":", *"consent", "enter")
        assert on(app, ConsentForm)
        await press(pilot, "tab", *"own team", "tab", "2", "tab", *"1 mar", "enter")
        assert on(app, StakeholderPage)
        said = "granted 24 Nov, to 1 Mar 2027 (2 in a quarter)"
        assert any(said in line for line in shown(app))
        await press(pilot, "u")
        assert any("asked 3 Nov" in line for line in shown(app))


@pytest.mark.parametrize(
    ("keys", "why"),
    [
        (["w"], "never granted"),
        (["tab", "tab", *"many"], "give a number of tasks"),
        (["tab", "tab", "tab", *"1 jan 2026"], "before"),
    ],
)
async def test_impossible_consent_stays_in_the_form_with_a_sentence(path: Path, keys, why):
    async with playing(path) as (app, pilot):
        await find(pilot, "anneke")
        await press(pilot, ":", *"consent", "enter", *keys, "enter")
        assert on(app, ConsentForm)
        assert any(why in line for line in shown(app))
    with open_journal(path, clock=CLOCK) as journal:
        assert [one.state for one in history(journal, key(journal, "Anneke"))] == ["asked"]


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["brief-80", "brief-120"])
def test_picture(snap_compare, path: Path, size: tuple[int, int]):
    async def run(pilot) -> None:
        await settled(pilot)
        await find(pilot, "anneke")
        await press(pilot, "b")

    assert snap_compare(program_on(path), terminal_size=size, run_before=run)


async def test_days_end_under_each_other(path: Path):
    with open_journal(path, clock=CLOCK) as journal:
        for day in (date(2026, 11, 3), date(2026, 11, 23)):
            contact = LogSignal(stakeholder=key(journal, "Hilde"), kind="contact", day=day)
            log_signal(journal, contact)
    async with playing(path, (120, 40)) as (app, pilot):
        await find(pilot, "hilde")
        await press(pilot, "b")
        lines = shown(app)
        (few,), (many,) = ([x for x in lines if f"{day} Nov  " in x] for day in (" 3", "23"))
        assert few.index(" Nov  ") == many.index(" Nov  ")
