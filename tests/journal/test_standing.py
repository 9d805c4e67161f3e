"""Positions kept equal positions recomputed, whatever was done and however much time passed."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from staketerm.domain.catalogue import CATALOGUE
from staketerm.journal import capture, history, ledger
from staketerm.journal.nurture.decisions import keep_plan
from staketerm.journal.opening import open_journal
from staketerm.journal.positions import judging, review
from staketerm.journal.positions.standing import assess_pairs, state_of, stored_states
from staketerm.journal.requests import (
    AddStakeholder,
    AskFor,
    AwayFrom,
    EditStakeholder,
    Judge,
    LogSignal,
)
from staketerm.journal.stakeholders import people, triage
from staketerm.journal.stakeholders.absences import add_absence
from staketerm.store import tables
from staketerm.store.records import Signal
from tests.journal.conftest import TODAY, Calendar, add, log

KINDS = st.sampled_from([kind.id for kind in CATALOGUE.values() if kind.opens is None])
AGO = st.integers(0, 500)
STEP = st.one_of(
    st.tuples(st.just("log"), KINDS, AGO),
    st.tuples(st.just("ask"), st.sampled_from(["mail", "advice", "invitation"]), AGO),
    st.tuples(st.just("away"), st.integers(1, 30), AGO),
    st.tuples(st.just("impact"), st.sampled_from(["none", "low", "medium", "high"]), AGO),
    st.tuples(st.just("delete"), st.integers(0, 5), AGO),
    st.tuples(st.just("undo"), st.integers(0, 3), AGO),
    st.tuples(st.just("wait"), st.integers(1, 200), AGO),
)


def take(journal, calendar, who, step):
    """Do one thing in the journal."""
    what, choice, ago = step
    day = journal.today - timedelta(days=ago)
    match what:
        case "log":
            capture.log_signal(
                journal, LogSignal(stakeholder=who, kind=choice, day=day, closes=None)
            )
        case "ask":
            ledger.ask(journal, AskFor(stakeholder=who, kind=choice, day=day))
        case "away":
            last = day + timedelta(days=choice)
            add_absence(journal, AwayFrom(stakeholder=who, starts=day, ends=last))
        case "impact":
            people.edit_stakeholder(journal, EditStakeholder(stakeholder=who, impact=choice))
        case "delete":
            with journal.read() as reader:
                signals = reader.rows(Signal)
            if signals:
                capture.delete_row(journal, "signal", signals[choice % len(signals)].id)
        case "undo":
            lines = [line for line in history.history(journal) if line.verb != "add"]
            standing = [line for line in lines if not line.undone]
            if standing:
                history.undo(journal, standing[choice % len(standing)].batch)
        case "wait":
            calendar.day += timedelta(days=choice)


def words(state):
    """What a list says of a position, apart from the numbers that fade day by day."""
    return (
        state.label,
        state.was,
        state.since,
        state.trend,
        state.alarm_kind,
        state.alarm_since,
        state.gap,
        state.blocking,
    )


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(STEP, max_size=14), st.integers(0, 400))
def test_kept_equals_recomputed_also_after_time_has_passed(where, steps, later):
    calendar = Calendar(TODAY)
    with open_journal(where(), clock=calendar) as journal:
        people.add_stakeholder(journal, AddStakeholder(name="Ada", impact="high"))
        who = people.find(journal, "ada").key
        for step in steps:
            take(journal, calendar, who, step)
        calendar.day += timedelta(days=later)
        with journal.read() as reader:
            pair = (who, journal.default_project().id)
            fresh = assess_pairs(reader, journal.today, [pair])[pair]
            kept = stored_states(reader, [pair])[pair]
        (row,) = triage.people(journal).rows
        assert (row.label, row.was, row.since) == (fresh.label, fresh.before, fresh.since)
        assert (row.trend, row.active, row.gap) == (
            fresh.trend,
            fresh.active,
            fresh.says_does_gap,
        )
        assert (row.blocking, row.blocks) == (len(fresh.blocking), fresh.blocks)
        assert row.alarm == (fresh.alarm.kind if fresh.alarm else None)
        assert row.stance == pytest.approx(fresh.stance)
        assert row.evidence == pytest.approx(fresh.evidence)
        assert row.energy == pytest.approx(fresh.energy)
        assert (row.low, row.high) == pytest.approx((fresh.low, fresh.high))
        if kept.lapses_on is None or kept.lapses_on > journal.today:
            assert words(kept) == words(state_of(pair, fresh))


def test_reading_never_writes(journal, calendar, partner):
    partner()
    calendar.day += timedelta(days=900)
    with journal.read() as reader:
        before = reader.select(tables.state.select())
    assert triage.people(journal).rows[0].label == "unknown"
    with journal.read() as reader:
        assert reader.select(tables.state.select()) == before


def test_the_next_write_stores_what_has_lapsed(journal, calendar, partner):
    ada = partner()
    bram = add(journal, "Bram")
    calendar.day += timedelta(days=900)
    log(journal, bram, "contact", calendar.day.isoformat())
    with journal.read() as reader:
        states = {state.stakeholder: state.label for state in stored_all(reader)}
    assert states[ada] == "unknown"


@pytest.mark.parametrize("behind", [date(1990, 1, 1), date(2026, 11, 11)])
def test_a_clock_that_ran_behind_leaves_no_trace(journal, calendar, partner, behind):
    partner()
    (before,) = triage.people(journal).rows
    calendar.day = behind
    keep_plan(journal)
    calendar.day = TODAY
    keep_plan(journal)
    (after,) = triage.people(journal).rows
    assert (after.label, after.stance) == (before.label, before.stance)
    assert after.label == "partner"


def stored_all(reader):
    """Every stored state."""
    pairs = reader.select(tables.state.select())
    return stored_states(reader, [(row.stakeholder, row.project) for row in pairs]).values()


def test_as_of_a_past_day_the_future_is_not_known(journal, partner):
    ada = partner()
    then = date(2026, 11, 18)
    before = review.why(journal, ada, as_of=then).assessment
    log(journal, ada, "mobilised_against")
    after = review.why(journal, ada, as_of=then).assessment
    assert (before.label, before.stance) == (after.label, after.stance)
    (row,) = triage.people(journal, as_of=then).rows
    assert row.label == before.label
    assert row.stance == pytest.approx(before.stance)


def test_a_judgement_stands_beside_and_moves_nothing(journal, ada):
    before = review.why(journal, ada).assessment
    judging.judge(journal, Judge(stakeholder=ada, label="partner", day=date(2026, 3, 3)))
    after = review.why(journal, ada)
    assert after.assessment == before
    assert after.judgement is not None
    assert after.judgement.label == "partner"
    assert review.why(journal, ada, as_of=date(2026, 3, 2)).judgement is None


def test_the_last_judgement_up_to_the_day_holds_and_of_one_day_the_last_told(journal, ada):
    for label, day in (("partner", 1), ("critic", 21), ("supporter", 11), ("opponent", 21)):
        told = {"stakeholder": ada, "label": label, "day": date(2026, 10, day)}
        said = Judge.model_validate(told)
        judging.judge(journal, said)
    for day, label in ((1, "partner"), (20, "supporter"), (21, "opponent"), (30, "opponent")):
        then = date(2026, 10, day)
        judged = review.why(journal, ada, as_of=then).judgement
        assert judged is not None
        assert judged.label == label
        assert triage.people(journal, as_of=then).rows[0].judgement == label
    assert triage.people(journal, as_of=date(2026, 9, 30)).rows[0].judgement is None


def test_a_list_marks_a_judgement_on_another_side_and_not_another_word(journal, partner):
    ada = partner()
    for label, elsewhere in (("supporter", False), ("unknown", False), ("opponent", True)):
        said = {"stakeholder": ada, "label": label, "day": journal.today}
        judging.judge(journal, Judge.model_validate(said))
        (row,) = triage.people(journal).rows
        assert (row.label, row.judged_elsewhere) == ("partner", elsewhere)


def test_judgement_and_behaviour_are_said_to_differ_after_thirty_days(journal, ada):
    for day in ("2026-10-01", "2026-10-08"):
        log(journal, ada, "obstructed", day)
    judging.judge(journal, Judge(stakeholder=ada, label="supporter", day=date(2026, 9, 1)))
    assert not review.why(journal, ada, as_of=date(2026, 10, 20)).differs
    assert review.why(journal, ada, as_of=date(2026, 11, 20)).differs


def test_shares_of_the_reasons_add_up_to_the_evidence(journal, partner):
    assessment = review.why(journal, partner()).assessment
    assert sum(reason.share for reason in assessment.reasons) == pytest.approx(assessment.evidence)


def test_months_end_today_and_go_back(journal, partner):
    months = review.stance_by_month(journal, partner())
    assert [month.day for month in months[-2:]] == [date(2026, 10, 31), journal.today]
    assert months[-1].label == "partner"
