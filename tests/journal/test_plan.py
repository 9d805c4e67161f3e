"""What is due, and what deciding about it does (asks, agreements, check-ins by cadence)."""

from datetime import date, timedelta

import pytest

from staketerm.domain.errors import NotFound, UsageError
from staketerm.journal import ledger
from staketerm.journal.glance import glance
from staketerm.journal.nurture import decisions
from staketerm.journal.nurture.plan import plan, stored_plan
from staketerm.journal.opening import open_journal
from staketerm.journal.requests import AddStakeholder, Agree, AskFor, AwayFrom, EditStakeholder
from staketerm.journal.stakeholders import people
from staketerm.journal.stakeholders.absences import add_absence
from staketerm.store.records import Agreement, Ask, Signal
from tests.journal.conftest import TODAY, Calendar, add, log


def due_kinds(journal):
    return [act.proposal.kind for act in decisions.due(journal).acts]


def agreed(journal, who, text, due, by="them"):
    ledger.agree(
        journal,
        Agree(stakeholder=who, text=text, by=by, day=date(2026, 11, 20), due=due),
    )


def test_who_was_quiet_for_longer_than_the_cadence_is_due(journal, calendar, ada):
    log(journal, ada, "contact", "2026-11-20")
    assert due_kinds(journal) == []
    calendar.day = date(2026, 12, 12)
    (act,) = decisions.due(journal).acts
    assert (act.proposal.kind, act.proposal.latest) == ("check_in", date(2026, 12, 20))


def test_writing_alone_moves_no_check_in(journal, calendar, ada):
    log(journal, ada, "contact", "2026-10-01")
    ledger.ask(journal, AskFor(stakeholder=ada, day=date(2026, 11, 23)))
    assert "check_in" in due_kinds(journal)


def test_an_agreement_comes_into_sight_before_its_day(journal, ada):
    agreed(journal, ada, "three names", TODAY + timedelta(days=2))
    agreed(journal, ada, "a room", TODAY + timedelta(days=9))
    answer = decisions.due(journal)
    assert [act.proposal.reason for act in answer.acts] == ["Ada Lens promised: three names"]
    assert [act.proposal.reason for act in answer.coming] == ["Ada Lens promised: a room"]


def test_what_comes_is_told_by_its_day(journal, ada):
    bram = add(journal, "Bram", impact="low")
    agreed(journal, ada, "a room", TODAY + timedelta(days=12))
    agreed(journal, bram, "two names", TODAY + timedelta(days=8))
    coming = [act.proposal.reason for act in decisions.due(journal).coming]
    assert coming == ["Bram promised: two names", "Ada Lens promised: a room"]


def test_a_mail_stands_until_silence_counts_and_a_month_longer(journal, calendar, ada):
    ledger.ask(journal, AskFor(stakeholder=ada, text="dates", day=date(2026, 11, 20)))
    (item,) = ledger.open_items(journal)
    assert item.counts_from is not None
    calendar.day = item.counts_from
    assert due_kinds(journal) == ["ask_open"]
    calendar.day = item.counts_from + timedelta(days=31)
    assert due_kinds(journal) == []


def test_done_on_an_ask_is_its_answer(journal, ada):
    ledger.ask(
        journal, AskFor(stakeholder=ada, kind="advice", day=date(2026, 11, 20), due=journal.today)
    )
    (act,) = decisions.due(journal).acts
    decisions.done(journal, act.proposal)
    with journal.read() as reader:
        assert reader.rows(Ask)[0].outcome == "given"
    assert due_kinds(journal) == []


def test_done_on_an_agreement_after_its_day_is_late(journal, ada):
    agreed(journal, ada, "three names", TODAY - timedelta(days=1))
    (act,) = decisions.due(journal).acts
    decisions.done(journal, act.proposal)
    with journal.read() as reader:
        assert reader.rows(Agreement)[0].outcome == "late"


def test_done_on_a_check_in_logs_what_came_of_it_and_rests(journal, calendar, ada):
    log(journal, ada, "contact", "2026-10-01")
    (act,) = decisions.due(journal).acts
    decisions.done(journal, act.proposal, outcome="shared_information")
    with journal.read() as reader:
        assert {row.kind for row in reader.rows(Signal)} == {"contact", "shared_information"}
    assert due_kinds(journal) == []


def test_a_check_in_without_an_answer_rests_for_one_interval(journal, calendar, ada):
    log(journal, ada, "contact", "2026-10-01")
    (act,) = decisions.due(journal).acts
    decisions.done(journal, act.proposal)
    assert due_kinds(journal) == []
    calendar.day += timedelta(days=21)
    assert due_kinds(journal) == ["check_in"]


def test_snoozed_until_its_day_and_skipped_with_a_reason(journal, calendar, ada):
    agreed(journal, ada, "three names", TODAY)
    (act,) = decisions.due(journal).acts
    decisions.snooze(journal, act.proposal, TODAY + timedelta(days=2))
    assert due_kinds(journal) == []
    calendar.day += timedelta(days=2)
    assert due_kinds(journal) == ["agreement_due"]
    with pytest.raises(UsageError):
        decisions.skip(journal, act.proposal, "  ")
    decisions.skip(journal, act.proposal, "settled by phone")
    assert due_kinds(journal) == []


def test_a_brake_says_what_it_holds_back(journal, ada):
    log(journal, ada, "contact", "2026-10-01")
    add_absence(journal, AwayFrom(stakeholder=ada, starts=TODAY, ends=date(2026, 12, 1)))
    answer = decisions.due(journal)
    assert answer.acts == ()
    assert [act.proposal.brake for act in answer.held_back] == ["away until Tue 1 Dec"]


def test_nobody_is_asked_to_be_contacted_who_asked_not_to(journal, ada):
    log(journal, ada, "contact", "2026-10-01")
    people.edit_stakeholder(journal, EditStakeholder(stakeholder=ada, do_not_contact=True))
    assert [act.proposal.brake for act in decisions.due(journal).held_back] == [
        "asked not to be contacted"
    ]


def test_the_plan_kept_is_the_plan_made_anew_after_every_write(journal, ada):
    decisions.keep_plan(journal)
    bram = add(journal, "Bram", impact="medium")
    log(journal, ada, "contact", "2026-09-01")
    agreed(journal, bram, "a room", TODAY)
    ledger.ask(journal, AskFor(stakeholder=bram, day=date(2026, 11, 1)))
    with journal.read() as reader:
        assert stored_plan(reader, TODAY) == plan(reader, TODAY)


def test_a_glance_sees_what_due_says_and_nothing_of_another_day(tmp_path):
    path = tmp_path / "journal.db"
    calendar = Calendar(TODAY)

    def look(day=TODAY, language="en"):
        return glance(path, lambda _zone: day, language)

    with open_journal(path, clock=calendar) as journal:
        people.add_stakeholder(journal, AddStakeholder(name="Ada", impact="high"))
        who = people.find(journal, "ada").key
        assert look() is None
        decisions.keep_plan(journal)
        log(journal, who, "contact", "2026-09-01")
        seen = look()
        assert seen is not None
        assert [act.reason for act in seen.acts] == [
            act.proposal.reason for act in decisions.due(journal).acts
        ]
        assert look(TODAY + timedelta(days=1)) is None
        assert look(language="nl") is None
    assert glance(tmp_path / "none.db", lambda _zone: TODAY, "en") is None


def test_an_act_is_named_by_the_beginning_of_its_id(journal, ada):
    agreed(journal, ada, "three names", TODAY)
    (act,) = decisions.due(journal).acts
    assert decisions.find_act(journal, act.id).proposal == act.proposal
    with pytest.raises(NotFound):
        decisions.find_act(journal, "zzzz")


def test_an_ask_says_what_it_waits_for_at_every_time(journal, calendar, ada):
    def reason(day):
        calendar.day = day
        (act,) = decisions.due(journal).acts
        return act.proposal.reason

    asked = date(2026, 9, 1)
    ledger.ask(journal, AskFor(stakeholder=ada, text="x", day=asked, due=date(2026, 11, 30)))
    promised = "You asked Ada Lens on Tue 1 Sep for an answer by Mon 30 Nov."
    assert reason(date(2026, 11, 28)) == promised
    assert reason(date(2026, 11, 30)) == promised
    assert reason(date(2026, 12, 1)) == "No answer yet from Ada Lens to your mail of Tue 1 Sep."


def test_an_invitation_has_its_day_and_then_had_it(journal, calendar, ada):
    request = AskFor(stakeholder=ada, kind="invitation", day=date(2026, 11, 20), due=TODAY)
    ledger.ask(journal, request)
    (act,) = decisions.due(journal).acts
    assert "has its day on" in act.proposal.reason
    calendar.day = TODAY + timedelta(days=1)
    (act,) = decisions.due(journal).acts
    assert "had its day on" in act.proposal.reason


def test_a_question_of_theirs_without_words_ends_in_no_colon(journal, ada):
    ledger.ask(journal, AskFor(stakeholder=ada, by="them", day=date(2026, 11, 20)))
    (act,) = (*decisions.due(journal).acts, *decisions.due(journal).coming)
    assert act.proposal.reason == "Ada Lens asked you something on Fri 20 Nov."
