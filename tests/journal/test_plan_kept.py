"""The plan that is kept says what a plan made anew would say, whatever happened in between."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from staketerm.domain.errors import StaketermError
from staketerm.journal import capture, history, ledger, progress
from staketerm.journal.nurture import consents, decisions
from staketerm.journal.nurture.plan import plan, refresh_plan, stored_plan
from staketerm.journal.opening import Journal, open_journal
from staketerm.journal.requests import (
    AddProgress,
    AddStakeholder,
    AskFor,
    Attendee,
    EditStakeholder,
    LogMeeting,
    LogSignal,
    Part,
    SayConsent,
)
from staketerm.journal.stakeholders import people
from tests.journal.conftest import Calendar
from tests.places import Where

START = date(2026, 9, 1)
NAMES = ("Ada", "Bo", "Cy", "Di")
KINDS = ("defended_project", "obstructed", "advice_given", "contact", "provided_resources")

steps = st.lists(
    st.tuples(
        st.sampled_from(
            (
                "log",
                "log",
                "ask",
                "progress",
                "act",
                "act",
                "consent",
                "edit",
                "meet",
                "wait",
                "undo",
            )
        ),
        st.integers(0, 3),
        st.integers(0, 4),
    ),
    max_size=14,
)


def take(journal: Journal, ids: list[str], step: tuple[str, int, int]) -> None:
    """One thing that happens."""
    what, who, which = step
    someone, day = ids[who], journal.today
    match what:
        case "log":
            request = LogSignal(stakeholder=someone, kind=KINDS[which], day=day, closes=None)
            capture.log_signal(journal, request)
        case "ask":
            ledger.ask(
                journal, AskFor(stakeholder=someone, kind=("mail", "advice")[which % 2], day=day)
            )
        case "progress":
            kind = ("success", "risk", "plan", "decision", "stress")[which]
            known = {"kind": kind, "text": f"The {kind}.", "day": day}
            role = {"success": "contributors", "risk": "helpers"}.get(kind, "affected")
            parts = (Part(stakeholder=someone),)
            progress.add_progress(journal, AddProgress.model_validate({**known, role: parts}))
        case "act":
            acts = decisions.due(journal).acts
            if acts:
                act = acts[which % len(acts)].proposal
                outcome = "useful" if act.kind == "usefulness_check" else None
                decisions.done(journal, act, outcome=outcome)
        case "consent":
            state = ("asked", "granted", "withdrawn", "declined", "granted")[which]
            said = {"stakeholder": someone, "state": state, "day": day}
            consents.say_consent(journal, SayConsent.model_validate(said))
        case "edit":
            impact = ("none", "low", "medium", "high", "high")[which]
            reach = ("direct", "remote")[which % 2]
            known = {"impact": impact, "reach": reach, "desired": "leading"}
            people.edit_stakeholder(
                journal, EditStakeholder.model_validate({"stakeholder": someone, **known})
            )
        case "meet":
            came = tuple(Attendee(stakeholder=each) for each in ids[: which + 1])
            capture.log_meeting(journal, LogMeeting(title="Met", day=day, attendees=came))
        case "undo":
            history.undo(journal)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(done=steps)
def test_the_kept_plan_is_the_plan(where: Where, done: list[tuple[str, int, int]]) -> None:
    calendar = Calendar(START)
    with open_journal(where(), clock=calendar) as journal:
        for name in NAMES:
            people.add_stakeholder(journal, AddStakeholder(name=name, impact="high", interest=5))
        ids = [people.find(journal, name).key for name in NAMES]
        _keep(journal)
        for step in done:
            if step[0] == "wait":
                calendar.day += timedelta(days=1 + 9 * step[2])
                _keep(journal)
                continue
            try:
                take(journal, ids, step)
            except StaketermError:
                continue
            with journal.read() as reader:
                kept = stored_plan(reader, journal.today)
                assert kept is None or kept == plan(reader, journal.today)


def _keep(journal: Journal) -> None:
    with journal.store.write("plan") as work:
        refresh_plan(work, journal.today)


@pytest.mark.parametrize("away", [1, 21])
def test_coming_back_after_weeks_gives_one_act_each_and_five_a_day(where: Where, away: int) -> None:
    calendar = Calendar(START)
    with open_journal(where(), clock=calendar) as journal:
        for number in range(12):
            name = f"Person {number}"
            people.add_stakeholder(journal, AddStakeholder(name=name, impact="high"))
            who = people.find(journal, name).key
            capture.log_signal(journal, LogSignal(stakeholder=who, kind="contact", day=START))
        calendar.day = START + timedelta(days=21 + away)
        found = decisions.due(journal)
        assert len(found.to_do) == 12
        assert len(found.today) == 5
        assert {act.proposal.kind for act in found.to_do} == {"check_in"}
