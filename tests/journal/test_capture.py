"""What a log does: one fact, one row, and a receipt that says what moved."""

from datetime import date

import pytest

from staketerm.domain.errors import Ambiguous, UsageError
from staketerm.journal import capture, history, ledger, timeline
from staketerm.journal.positions import review
from staketerm.journal.projects import add_project
from staketerm.journal.requests import (
    AddStakeholder,
    AskFor,
    Attendee,
    LogMeeting,
    LogSignal,
    Promise,
    WriteNote,
)
from staketerm.journal.stakeholders import people, triage
from staketerm.store import tables
from staketerm.store.records import Agreement, Ask, Entry, Involvement, Signal
from tests.journal.conftest import add, log


def rows(journal, kind):
    with journal.read() as reader:
        return reader.rows(kind)


def test_the_receipt_says_what_moved(journal, ada):
    log(journal, ada, "agenda_changed", "2026-11-20")
    receipt = log(journal, ada, "invited_to_team")
    (moved,) = receipt.moved
    assert (moved.name, moved.before, moved.after) == ("Ada Lens", "unknown", "partner")
    assert moved.stance_after > moved.stance_before
    assert receipt.concerned == (ada,)


def test_an_answer_ends_the_one_open_mail_and_is_no_row_of_its_own(journal, ada):
    ledger.ask(journal, AskFor(stakeholder=ada, text="dates?", day=date(2026, 11, 20)))
    log(journal, ada, "mail_answered")
    (ask,) = rows(journal, Ask)
    assert (ask.answered_on, ask.outcome) == (date(2026, 11, 23), "answered")
    assert rows(journal, Signal) == []
    reasons = review.why(journal, ada).assessment.reasons
    assert [(reason.kind, reason.source) for reason in reasons] == [("mail_answered", ask.id)]


def test_an_answer_without_a_question_is_a_plain_signal(journal, ada):
    log(journal, ada, "mail_answered")
    assert [signal.kind for signal in rows(journal, Signal)] == ["mail_answered"]


def test_several_open_mails_are_asked_about_and_nothing_is_written(journal, ada):
    for day in (18, 19):
        ledger.ask(journal, AskFor(stakeholder=ada, day=date(2026, 11, day)))
    with pytest.raises(Ambiguous) as asked:
        log(journal, ada, "mail_answered")
    assert len(asked.value.candidates) == 2
    assert all(ask.answered_on is None for ask in rows(journal, Ask))


def test_no_can_be_said_to_the_question_it_would_answer(journal, ada):
    ledger.ask(journal, AskFor(stakeholder=ada, day=date(2026, 11, 20)))
    log(journal, ada, "mail_answered", closes=None)
    assert rows(journal, Ask)[0].answered_on is None
    assert len(rows(journal, Signal)) == 1


@pytest.mark.parametrize(
    ("kind", "outcome"), [("agreement_kept", "kept"), ("agreement_broken", "broken")]
)
def test_what_came_of_a_promise_settles_it(journal, ada, kind, outcome):
    log(journal, ada, "promised", "2026-11-10", note="names of deputies", due=date(2026, 11, 20))
    log(journal, ada, kind)
    (agreement,) = rows(journal, Agreement)
    assert (agreement.text, agreement.outcome) == ("names of deputies", outcome)
    assert rows(journal, Signal) == []


def test_my_own_promise_says_nothing_about_them(journal, ada):
    log(journal, ada, "agreement_made", "2026-11-10", note="send the draft", by="me")
    (item,) = ledger.open_items(journal, ada)
    ledger.settle(journal, item.id, "broken", date(2026, 11, 20))
    assert review.why(journal, ada).assessment.evidence == 0


def test_what_is_still_to_come_cannot_be_logged(journal, ada):
    with pytest.raises(UsageError, match="still to come"):
        log(journal, ada, "mail_answered", "2026-11-25")
    assert rows(journal, Signal) == []


def test_an_unknown_kind_names_what_comes_near(journal, ada):
    with pytest.raises(UsageError, match="agreement_kept"):
        log(journal, ada, "agreement_kep")


def test_a_request_that_cannot_be_is_one_sentence(journal):
    with pytest.raises(UsageError, match="power 9"):
        AddStakeholder(name="Ada", power=9)


def test_a_meeting_is_one_batch(journal, ada):
    bram = add(journal, "Bram Okafor")
    receipt = capture.log_meeting(
        journal,
        LogMeeting(
            title="Working agreements",
            day=journal.today,
            attendees=(
                Attendee(stakeholder=ada, kinds=("active_in_meeting", "said_support")),
                Attendee(stakeholder=bram, promises=(Promise(text="three names"),)),
            ),
        ),
    )
    kinds = {(signal.stakeholder, signal.kind) for signal in rows(journal, Signal)}
    assert kinds == {(ada, "active_in_meeting"), (ada, "said_support"), (bram, "contact")}
    assert set(receipt.concerned) == {ada, bram}
    history.undo(journal, receipt.batch)
    assert rows(journal, Signal) == rows(journal, Entry) == rows(journal, Agreement) == []


def test_the_effect_shown_before_is_the_effect_after(journal, partner):
    ada = partner()
    shown = capture.effect(journal, ada, "open_opposition", date(2026, 11, 23)).moved
    (moved,) = log(journal, ada, "open_opposition").moved
    assert (shown.before, shown.after) == (moved.before, moved.after)
    assert shown.stance_after == pytest.approx(moved.stance_after)


def test_a_signal_left_out_counts_no_longer_and_stays_told(journal, partner):
    ada = partner()
    before = review.why(journal, ada).assessment.for_
    signal = rows(journal, Signal)[0]
    capture.leave_out(journal, signal.id)
    assert review.why(journal, ada).assessment.for_ < before
    assert signal.id in {item.id for item in timeline.told(journal, stakeholder=ada)}
    capture.leave_out(journal, signal.id, out=False)
    assert review.why(journal, ada).assessment.for_ == pytest.approx(before)


def test_a_signal_moved_to_another_day_or_kind_moves_the_position(journal, ada):
    log(journal, ada, "agreement_kept", "2026-11-01")
    signal = rows(journal, Signal)[0]
    capture.correct_signal(journal, signal.id, kind="agreement_broken", day=date(2026, 11, 2))
    (reason,) = review.why(journal, ada).assessment.reasons
    assert (reason.kind, reason.on) == ("agreement_broken", date(2026, 11, 2))


def test_a_first_signal_in_a_project_makes_the_involvement(journal, ada):
    add_project(journal, "Kade")
    kade = people.find_project(journal, "kade").id
    log(journal, ada, "contact", project=kade)
    assert {row.project for row in rows(journal, Involvement)} >= {kade}
    assert [row.name for row in triage.people(journal, project=kade).rows] == ["Ada Lens"]


def test_notes_are_private_unless_said_otherwise(journal, ada):
    capture.write_note(journal, WriteNote(text="likes tea", day=journal.today, about=(ada,)))
    (entry,) = rows(journal, Entry)
    assert entry.private
    (item,) = timeline.told(journal, stakeholder=ada)
    assert (item.text, item.about) == ("likes tea", ((ada, "Ada Lens"),))


def test_a_log_writes_only_what_it_says(journal, ada):
    with journal.read() as reader:
        before = reader.select(tables.signal.select())
    request = LogSignal(stakeholder=ada, kind="contact", day=journal.today)
    receipt = capture.log_signal(journal, request)
    assert [table for table, _row in receipt.rows] == ["signal"]
    assert before == []


def test_an_unasked_comment_is_linked_to_the_report_it_is_on(journal, ada):
    bo = add(journal, "Bo")
    for day, about, text in ((1, (ada,), "for Ada"), (10, (bo,), "for Bo"), (12, (), "for all")):
        told = {"text": text, "day": date(2026, 11, day), "kind": "report", "about": about}
        capture.write_note(journal, WriteNote.model_validate({**told, "private": False}))
    receipt = log(journal, ada, "unsolicited_feedback", "2026-11-20")
    assert receipt.notes == ("It is linked to the report of Sun 1 Nov.",)
    assert "Thu 12 Nov" in log(journal, add(journal, "Cy"), "unsolicited_feedback").notes[0]
    assert log(journal, ada, "informal_approach").notes == ()
    with journal.read() as reader:
        (signal,) = [
            row
            for row in reader.rows(Signal)
            if row.stakeholder == ada and row.kind == "unsolicited_feedback"
        ]
        report = reader.get(Entry, signal.entry)
    assert report is not None
    assert report.text == "for Ada"
    kinds = [item.kind for item in timeline.told(journal)]
    assert kinds.count("unsolicited_feedback") == 2


def test_a_comment_on_no_report_stands_by_itself(journal, ada):
    assert log(journal, ada, "unsolicited_feedback").notes == ()
