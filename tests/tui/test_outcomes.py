"""Deciding about an act asks one thing: what came of it, why not, or until when."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from staketerm.domain.nurture.acts import Act, Proposal, Weight
from staketerm.journal.ledger import open_items
from staketerm.journal.nurture import decisions
from staketerm.journal.nurture.queue import done, queue
from staketerm.journal.opening import Journal, open_journal
from staketerm.journal.timeline import told
from staketerm.tui.app import Staketerm
from tests.tui.dialog_stage import CLOCK, TODAY, demo, furnish, key, playing, press, shown

BACK = ((60, "a"), (40, "b"), (20, "c"))
"""Updates sent: days ago, and what each is told apart by."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The furnished journal."""
    return furnish(tmp_path / "journal.db")


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """The made-up project, in which every kind of act has its occasion."""
    return demo(tmp_path / "demo.db")


def act_on(journal: Journal, kind: str, who: str) -> Proposal:
    """The act of that kind for somebody, whether it is free or held back."""
    answer = decisions.due_with(journal, key(journal, who))
    acts = (*answer.acts, *answer.coming, *answer.held_back)
    return next(act.proposal for act in acts if act.proposal.kind == kind)


def updated(path: Path, who: str) -> None:
    """Three updates sent to somebody, on days further and further back."""
    with open_journal(path, clock=CLOCK) as journal:
        for ago, occasion in BACK:
            day = TODAY - timedelta(days=ago)
            act = Proposal(
                kind=Act.STATUS_UPDATE,
                stakeholder=key(journal, who),
                project=journal.default_project().id,
                occasion=occasion,
                ideal=day,
                latest=day,
                reason="",
                weight=Weight(1, 1, 1),
            )
            decisions.done(journal, act, on=day)


def said(app: Staketerm) -> str:
    """The message line."""
    return shown(app)[-2]


def decided(path: Path, who: str) -> list[tuple[str, str, str | None, str | None]]:
    """What was decided about somebody's acts: kind, state, outcome, why."""
    with open_journal(path, clock=CLOCK) as journal:
        rows = queue(journal, key(journal, who), journal.default_project().id).decided
        return [(row.kind, row.state, row.outcome, row.why) for row in rows if row.on == TODAY]


async def test_enter_says_nothing_came_of_it_yet(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "1", "d", "enter")
        assert said(app).startswith(" done: thank-you to Daan Vermeulen.")
    assert decided(path, "Daan") == [("thank_you", "done", None, None)]


async def test_a_letter_of_the_log_is_the_signal_that_came_of_it(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "1", "d", "r")
        assert "done: thank-you to Daan Vermeulen." in said(app)
    assert decided(path, "Daan") == [("thank_you", "done", "informal_approach", None)]
    with open_journal(path, clock=CLOCK) as journal:
        items = told(journal, stakeholder=key(journal, "Daan"))
    assert [item.kind for item in items if item.day == TODAY] == ["informal_approach"]


async def test_a_letter_that_opens_a_question_is_no_outcome(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "1", "d", "S")
        assert any("What came of it?" in line for line in shown(app))


async def test_an_answer_is_a_contact_and_moves_the_rhythm(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "2", *_to("Hilde"), "enter", "tab")
        assert "[actions 1]" in shown(app)[2]
        assert "Check-in           from Thu 3 Dec" in shown(app)[4]
        await press(pilot, "d", "a")
        assert "done: check-in with Hilde Jansma." in said(app)
        assert "Next Thu 24 Dec at the latest." in said(app)
        lines = shown(app)
        done = "done     24 Nov  check-in           answered; rests until Tue 15 Dec"
        assert any(done in line for line in lines)


def _to(who: str) -> tuple[str, ...]:
    return ("slash", *who, "enter")


async def test_what_came_of_it_can_be_told_in_words(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "1", "d", "tab", *"kind of you", "enter")
        assert "done: thank-you to Daan Vermeulen." in said(app)
        await press(pilot, "2", *_to("Daan"), "enter", *("tab",) * 2)
        assert any('thank-you          "kind of you"' in line for line in shown(app))
    assert decided(path, "Daan") == [("thank_you", "done", "kind of you", None)]


async def test_whether_updates_are_of_use_has_three_answers_and_no_fourth(path: Path):
    updated(path, "Hilde")
    async with playing(path) as (app, pilot):
        await press(pilot, "1")
        assert any("Usefulness check" in line for line in shown(app))
        while "Usefulness check" not in next(x for x in shown(app) if x.startswith("▌")):
            await press(pilot, "j")
        await press(pilot, "d")
        sheet = "\n".join(shown(app))
        for words in ("u      they are of use", "l      less: half as often", "n      no more"):
            assert words in sheet
        await press(pilot, "enter", "r")
        assert any("What came of it?" in line for line in shown(app)), "no answer by mistake"
        await press(pilot, "l")
        assert "done: usefulness check to Hilde Jansma." in said(app)
    assert decided(path, "Hilde") == [("usefulness_check", "done", "less", None)]


@pytest.mark.parametrize(("answer", "still_open"), [("enter", 1), ("a", 0)])
async def test_advice_that_was_asked_waits_for_its_answer_unless_it_came_at_once(
    story: Path, answer: str, still_open: int
):
    async with playing(story) as (app, pilot):
        await press(pilot, "1", "j", "j")
        assert "Advice request" in next(line for line in shown(app) if line.startswith("▌"))
        await press(pilot, "d", answer)
        assert "done: advice request to Jeroen Smit." in said(app)
    with open_journal(story, clock=CLOCK) as journal:
        items = open_items(journal, key(journal, "Jeroen"))
    assert [item.kind for item in items].count("advice") == still_open


async def test_without_consent_nobody_is_said_to_carry_anything(story: Path):
    async with playing(story) as (app, pilot):
        await press(pilot, "1", "z", "G")
        while "ambassador request" not in next(x for x in shown(app) if x.startswith("▌")):
            await press(pilot, "k")
        await press(pilot, "d", "enter")
        assert any("There is no consent on record" in line for line in shown(app))
        await press(pilot, "escape")
    assert decided(story, "Marek") == []


async def test_the_reasons_to_leave_an_act_out_fit_it(story: Path):
    async with playing(story) as (app, pilot):
        await press(pilot, "1", "x")
        assert any("1      told already" in line for line in shown(app))
        await press(pilot, "enter")
        assert any("Why not?" in line for line in shown(app)), "a reason is given, not guessed"
        await press(pilot, "3")
        assert "skipped: risk alert to Daan Vermeulen, not the moment." in said(app)
        await press(pilot, "j", "x")
        assert any("1      asked already" in line for line in shown(app))
        await press(pilot, "tab", *"on leave", "enter")
        assert "skipped: advice request to Jeroen Smit, on leave." in said(app)
    assert decided(story, "Daan") == [("risk_alert", "skipped", None, "not the moment")]


async def test_the_queue_of_a_person_is_decided_on_their_page(story: Path):
    async with playing(story) as (app, pilot):
        await press(pilot, "1", "enter", "tab", "tab")
        lines = shown(app)
        assert "[actions 3]" in lines[2]
        assert lines[4].startswith("▌» Risk alert         latest Thu 26 Nov  Cable survey")
        assert "Thank-you          held back: first the risk alert" in lines[5]
        await press(pilot, "s", *"7", "enter")
        assert "Risk alert to Daan Vermeulen rests until Tue 1 Dec." in said(app)
        lines = shown(app)
        assert "[actions 3]" in lines[2], "it stays in the queue, with the day it comes back"
        snoozed = next(line for line in lines if "Risk alert" in line and "rests" not in line)
        assert snoozed.startswith("▌  Risk alert         snoozed to Tue 1 Dec  Cable survey")
        held = next(line for line in lines if "  Thank-you  " in line)
        assert "held back: you snoozed the risk alert today; the rest" in held
        assert not any("put off" in line for line in lines), "it is told once"
        await press(pilot, "x", "1", "u", "u")
        assert "Risk alert         latest Thu 26 Nov" in shown(app)[4]


async def test_a_snoozed_act_is_brought_back_by_a_key(story: Path):
    async with playing(story) as (app, pilot):
        await press(pilot, "1", "enter", "tab", "tab")
        assert "brings it back" not in shown(app)[3]
        await press(pilot, "B")
        assert "is back" not in said(app), "nothing is snoozed yet"
        await press(pilot, "s", *"7", "enter")
        assert "B brings it back now" in shown(app)[3]
        await press(pilot, "B")
        assert "Risk alert to Daan Vermeulen is back." in said(app)
        assert "Risk alert         latest Thu 26 Nov" in shown(app)[4]
        await press(pilot, "u")
        assert any("snoozed to Tue 1 Dec" in line for line in shown(app))


async def test_a_snoozed_act_can_be_done_or_put_off_further(story: Path):
    async with playing(story) as (app, pilot):
        await press(pilot, "1", "enter", "tab", "tab", "s", *"7", "enter")
        await press(pilot, "s", *"9", "enter")
        assert any("snoozed to Thu 3 Dec" in line for line in shown(app))
        await press(pilot, "d", "enter")
        assert "done: risk alert to Daan Vermeulen." in said(app)
    assert decided(story, "Daan") == [("risk_alert", "done", None, None)]


async def test_two_presses_answer_once(path: Path):
    async with playing(path) as (_app, pilot):
        await press(pilot, "1", "d")
        await pilot.press("r", "r")
        await press(pilot, "escape")
    with open_journal(path, clock=CLOCK) as journal:
        items = told(journal, stakeholder=key(journal, "Daan"))
    assert [item.kind for item in items if item.day == TODAY] == ["informal_approach"]


def test_the_day_of_the_next_act_is_as_the_planner_has_it(path: Path):
    with open_journal(path, clock=CLOCK) as journal:
        receipt = done(journal, act_on(journal, "check_in", "Hilde"), "answered")
        (coming,) = decisions.due_with(journal, key(journal, "Hilde"), TODAY).acts or (None,)
    assert receipt.notes == ("Next Thu 24 Dec at the latest.",)
    assert coming is None
    assert date(2026, 12, 24) - TODAY == timedelta(days=30)
