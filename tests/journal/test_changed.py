"""What changed tells positions with their causes, alarms, quiet partners, lapsed knowledge,
judgements that behaviour contradicts, and acts decided."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from staketerm.domain.errors import UsageError
from staketerm.journal import history, ledger
from staketerm.journal.nurture.decisions import due, skip
from staketerm.journal.opening import open_journal
from staketerm.journal.positions import changed as room
from staketerm.journal.positions import judging
from staketerm.journal.positions.changed import changed
from staketerm.journal.positions.looks import looks
from staketerm.journal.positions.seen import mark_seen
from staketerm.journal.projects import add_project
from staketerm.journal.requests import AskFor, AwayFrom, EditStakeholder, Judge
from staketerm.journal.stakeholders import people
from staketerm.journal.stakeholders.absences import add_absence
from staketerm.store.records import Ask, Setting, Signal
from tests.journal.conftest import TODAY, Calendar, add, log

WEEK = TODAY - timedelta(days=7)


def ago(days: int) -> str:
    return (TODAY - timedelta(days=days)).isoformat()


def befriend(journal, who: str, first: int = 300, last: int = 60) -> None:
    """Kept agreements, one every ten days."""
    for days in range(first, last, -10):
        log(journal, who, "agreement_kept", ago(days))


def turn_away(journal, who: str, *days: int) -> None:
    """Acts against, on these days before today."""
    for back in days:
        log(journal, who, "open_opposition", ago(back))


def test_a_position_that_moved_is_told_with_its_day_and_the_deed_that_moved_it(journal, ada):
    log(journal, ada, "provided_resources", ago(30))
    log(journal, ada, "defended_project", ago(3))
    (shift,) = changed(journal, WEEK).positions
    (step,) = shift.steps
    assert (shift.was, step.label, step.on) == ("unknown", "partner", TODAY - timedelta(days=3))
    assert [deed.kind for deed in step.because] == ["defended_project"]
    assert not changed(journal, TODAY).positions


def test_a_position_that_time_alone_moved_has_no_deed(journal, ada):
    log(journal, ada, "provided_resources", ago(93))
    log(journal, ada, "defended_project", ago(92))
    found = changed(journal, TODAY - timedelta(days=92)).positions
    (made, faded) = found[0].steps
    assert made.because
    assert (faded.was, faded.label, faded.because) == ("partner", "quiet_supporter", ())


def test_who_went_and_came_back_is_told_with_both_steps(journal, ada):
    befriend(journal, ada, last=20)
    turn_away(journal, ada, 6, 5)
    for back in (3, 2, 1):
        log(journal, ada, "brought_others", ago(back))
    (shift,) = changed(journal, WEEK).positions
    assert len(shift.steps) >= 2
    assert shift.steps[0].was == shift.was == shift.steps[-1].label


def test_a_late_answer_that_takes_a_silence_back_is_said(journal, ada):
    log(journal, ada, "provided_resources", ago(50))
    log(journal, ada, "obstructed", ago(40))
    ledger.ask(journal, AskFor(stakeholder=ada, day=TODAY - timedelta(days=30)))
    before = changed(journal, TODAY, as_of=TODAY)
    ledger.answer(journal, ledger.open_items(journal, ada)[0].id, TODAY)
    (shift,) = changed(journal, WEEK).positions
    assert before.positions == ()
    assert shift.late_answer


def test_who_moved_because_kinds_have_other_weights_now_is_told_with_that(journal, ada):
    for back in (60, 50, 40):
        log(journal, ada, "agreement_kept", ago(back))
        log(journal, ada, "said_concern", ago(back))
    log(journal, ada, "defended_project", ago(45))
    assert not changed(journal, WEEK).positions
    with journal.write("catalogue") as writing:
        heavier = {"points": -12}
        writing.put(
            Setting(id=writing.new_id(), name="catalogue:said_concern", day=TODAY, value=heavier)
        )
    (shift,) = changed(journal, WEEK).positions
    assert shift.other_weights
    assert not shift.late_answer


def test_an_alarm_that_stands_has_the_deeds_that_raised_it_and_is_new_or_not(journal, ada):
    befriend(journal, ada)
    turn_away(journal, ada, 12, 10)
    (news,) = changed(journal, WEEK).alarms
    assert (news.new, news.seen) == (False, None)
    assert [deed.kind for deed in news.alarm.deeds] == ["open_opposition"] * 2
    (news,) = changed(journal, TODAY - timedelta(days=20), courses=1).alarms
    assert news.new
    assert len(news.track) == 13
    assert news.track[-1].stance == news.row.stance
    assert changed(journal, WEEK).alarms[0].track == ()


def test_an_alarm_that_was_seen_keeps_the_note_and_a_later_one_speaks_again(journal, ada):
    befriend(journal, ada)
    turn_away(journal, ada, 14, 12)
    project = journal.default_project().id
    since = changed(journal, WEEK).alarms[0].alarm.since
    mark_seen(journal, ada, project, since, "we talk on Friday")
    (news,) = changed(journal, WEEK).alarms
    assert news.seen is not None
    assert (news.seen.note, news.seen.until, news.seen.on) == ("we talk on Friday", since, TODAY)
    undone = history.undo(journal)
    assert changed(journal, WEEK).alarms[0].seen is None
    history.undo(journal, undone.batch)
    noted = changed(journal, WEEK).alarms[0].seen
    assert noted is not None
    assert noted.note == "we talk on Friday"
    turn_away(journal, ada, 3, 2, 1)
    (news,) = changed(journal, WEEK).alarms
    assert news.alarm.kind == "crossed_over"
    assert news.seen is None


def test_an_alarm_that_ended_is_told_once_and_not_those_that_a_heavier_one_followed(journal, ada):
    befriend(journal, ada)
    turn_away(journal, ada, 42, 40)
    for back in (5, 4, 3):
        log(journal, ada, "brought_others", ago(back))
    found = changed(journal, WEEK)
    assert not found.alarms
    (ended,) = found.ended
    assert ended.spell.since == TODAY - timedelta(days=40)
    assert ended.spell.ended is not None
    assert WEEK <= ended.spell.ended <= TODAY
    assert not changed(journal, TODAY).ended


def test_an_alarm_that_a_late_answer_took_back_is_told_as_ended(journal, ada):
    befriend(journal, ada)
    for back in (40, 39, 38):
        ledger.ask(journal, AskFor(stakeholder=ada, day=TODAY - timedelta(days=back)))
    assert changed(journal, WEEK).alarms
    for item in ledger.open_items(journal, ada):
        ledger.answer(journal, item.id, TODAY - timedelta(days=1))
    found = changed(journal, WEEK)
    assert not found.alarms
    (ended,) = found.ended
    assert ended.spell.ended is None


def test_a_partner_not_heard_from_beyond_the_rhythm_is_quiet_from_the_day_after(journal, ada):
    befriend(journal, ada, last=30)
    log(journal, ada, "provided_resources", ago(33))
    (quiet,) = changed(journal, WEEK).quiet
    assert quiet.row.label == "partner"
    assert quiet.silence.last_contact == TODAY - timedelta(days=33)
    assert quiet.silence.since == TODAY - timedelta(days=33 - 29)
    assert quiet.new
    assert not changed(journal, TODAY).quiet[0].new


def test_somebody_away_or_not_to_be_contacted_is_not_called_quiet(journal, ada):
    bo = add(journal, "Bo", impact="high", do_not_contact=True)
    for who in (ada, bo):
        befriend(journal, who, last=50)
    add_absence(
        journal,
        AwayFrom(stakeholder=ada, starts=TODAY - timedelta(days=3), ends=TODAY + timedelta(days=9)),
    )
    assert not changed(journal, WEEK).quiet


def test_an_opponent_who_is_silent_is_no_quiet_partner(journal, ada):
    turn_away(journal, ada, 90, 80)
    assert not changed(journal, WEEK).quiet


def test_a_position_that_lapsed_and_evidence_that_became_less_are_known_no_longer(
    journal, calendar, ada
):
    log(journal, ada, "defended_project", ago(2))
    log(journal, ada, "provided_resources", ago(1))
    calendar.day = TODAY + timedelta(days=120)
    (less,) = changed(journal, TODAY).lapsed
    assert (less.before, less.now, less.on) == ("low", "none", None)
    assert less.unknown_on > calendar.day
    calendar.day = less.unknown_on
    found = changed(journal, TODAY)
    (lapsed,) = found.lapsed
    assert (lapsed.was, lapsed.on) == ("quiet_supporter", calendar.day) or lapsed.was == "partner"
    assert not found.positions


def test_a_judgement_is_contradicted_once_behaviour_differed_for_thirty_days(
    journal, calendar, ada
):
    turn_away(journal, ada, 20, 19)
    claim = Judge(stakeholder=ada, label="supporter", day=TODAY - timedelta(days=100), note="hm")
    judging.judge(journal, claim)
    assert not changed(journal, WEEK).judgements
    calendar.day = TODAY + timedelta(days=12)
    (found,) = changed(journal, TODAY).judgements
    assert (found.judgement.label, found.disagreement.days, found.new) == ("supporter", 31, True)
    assert not changed(journal, calendar.day).judgements[0].new


def test_acts_decided_in_those_days_are_told_with_the_reason(journal, ada):
    befriend(journal, ada, last=50)
    act = due(journal).acts[0]
    skip(journal, act.proposal, "she is in the middle of a move")
    (told,) = changed(journal, TODAY).acts
    assert (told.state, told.why) == ("skipped", "she is in the middle of a move")
    assert told.kind == act.proposal.kind
    assert not changed(journal, TODAY - timedelta(days=3), as_of=TODAY - timedelta(days=1)).acts


def test_another_project_is_left_out_and_one_without_scoring_has_no_news(journal, ada):
    befriend(journal, ada)
    turn_away(journal, ada, 5, 3)
    add_project(journal, "Quay")
    add_project(journal, "Home", personal=True)
    quay, home = (people.find_project(journal, name).id for name in ("Quay", "Home"))
    assert changed(journal, WEEK).alarms
    assert not changed(journal, WEEK, project=quay).alarms
    log(journal, ada, "obstructed", ago(1), project=home)
    assert not changed(journal, WEEK, project=home).positions
    assert {each.row.project for each in changed(journal, WEEK).positions}.isdisjoint({home})


def test_an_earlier_day_is_looked_from_as_it_stood_then(journal, ada):
    befriend(journal, ada)
    turn_away(journal, ada, 42, 40)
    then = TODAY - timedelta(days=39)
    (news,) = changed(journal, then - timedelta(days=5), as_of=then).alarms
    assert news.new


def test_a_day_to_come_has_no_changes(journal):
    with pytest.raises(UsageError, match="still to come"):
        changed(journal, TODAY + timedelta(days=1))


KINDS = st.sampled_from(
    ["agreement_kept", "provided_resources", "open_opposition", "no_show", "said_concern"]
)


@settings(
    max_examples=max(settings().max_examples // 4, 5),  # a journal for each is long to make
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    acts=st.lists(
        st.tuples(st.sampled_from(["Ada", "Bo", "Cy"]), st.integers(0, 400), KINDS), max_size=40
    ),
    asks=st.lists(
        st.tuples(st.sampled_from(["Ada", "Bo"]), st.integers(0, 200), st.integers(0, 60)),
        max_size=6,
    ),
    waited=st.integers(0, 200),
    back=st.integers(0, 120),
    impact=st.sampled_from(["low", "high"]),
)
def test_nobody_whom_the_cache_leaves_aside_has_changed(where, acts, asks, waited, back, impact):
    calendar = Calendar(TODAY)
    with open_journal(where(), clock=calendar) as journal:
        who = {name: add(journal, name, impact="high") for name in ("Ada", "Bo", "Cy")}
        friendly = [("Ada", days, "agreement_kept") for days in range(300, 60, -10)]
        with journal.write("import") as writing:
            writing.put_many(
                Signal(
                    id=writing.new_id(),
                    stakeholder=who[name],
                    project=journal.default_project().id,
                    day=TODAY - timedelta(days=days),
                    kind=kind,
                )
                for name, days, kind in [*friendly, *acts]
            )
            writing.put_many(
                Ask(
                    id=writing.new_id(),
                    stakeholder=who[name],
                    project=journal.default_project().id,
                    kind="mail",
                    by="me",
                    asked_on=TODAY - timedelta(days=days),
                    answered_on=TODAY - timedelta(days=days - wait) if wait <= days else None,
                    outcome="answered" if wait <= days else None,
                )
                for name, days, wait in asks
            )
        judging.judge(
            journal, Judge(stakeholder=who["Bo"], label="partner", day=TODAY - timedelta(days=90))
        )
        calendar.day = TODAY + timedelta(days=waited)
        people.edit_stakeholder(journal, EditStakeholder(stakeholder=who["Cy"], impact=impact))
        since = calendar.day - timedelta(days=back)
        quick = changed(journal, since)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(room, "may_have_changed", lambda _reader, stored, *_rest: stored)
            assert changed(journal, since) == quick


def test_nobody_is_folded_who_did_not_change(journal, ada, monkeypatch):
    befriend(journal, ada, last=10)
    add(journal, "Bo")
    folded: list[date] = []

    def counted(reader, first, day, pairs):
        folded.extend(pairs)
        return looks(reader, first, day, pairs)

    monkeypatch.setattr(room, "looks", counted)
    changed(journal, TODAY - timedelta(days=5))
    assert folded == []
