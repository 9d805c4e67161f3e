"""Signals that look odd are handled by a stated rule each (journal.odd_signals)."""

from datetime import date, timedelta

import pytest

from staketerm.domain.errors import NotFound, UsageError
from staketerm.journal import capture, history, occasions, timeline
from staketerm.journal.positions import review
from staketerm.journal.projects import add_project
from staketerm.journal.requests import Attendee, LogMeeting, LogSignal
from staketerm.journal.stakeholders import page, people, triage
from staketerm.store.records import Project, Signal
from tests.journal.conftest import TODAY, add, log

MANY = 10_000


def rows(journal, kind):
    with journal.read() as reader:
        return reader.rows(kind)


def from_a_file(journal, who, days, kinds=("agreement_kept",), project=None):
    """Signals as a file brings them, one for each day."""
    where = project or journal.default_project().id
    with journal.write("import") as writing:
        writing.put_many(
            Signal(
                id=writing.new_id(),
                stakeholder=who,
                project=where,
                day=day,
                kind=kinds[number % len(kinds)],
                origin="import",
            )
            for number, day in enumerate(days)
        )


def test_a_day_still_to_come_is_refused_however_it_is_logged(journal, ada):
    tomorrow = TODAY + timedelta(days=1)
    with pytest.raises(UsageError, match="still to come"):
        log(journal, ada, "agreement_kept", tomorrow.isoformat())
    with pytest.raises(UsageError, match="still to come"):
        capture.log_meeting(
            journal,
            LogMeeting(title="Desk", day=tomorrow, attendees=(Attendee(stakeholder=ada),)),
        )
    log(journal, ada, "agreement_kept")
    with pytest.raises(UsageError, match="still to come"):
        capture.correct_signal(journal, rows(journal, Signal)[0].id, day=tomorrow)
    assert len(rows(journal, Signal)) == 1


def test_what_a_file_dates_in_the_future_counts_from_its_day_on(journal, calendar, ada):
    from_a_file(journal, ada, [TODAY + timedelta(days=3)], ("defended_project",))
    assert triage.people(journal).rows[0].evidence == 0
    assert timeline.told(journal, stakeholder=ada) == ()
    calendar.day += timedelta(days=3)
    assert triage.people(journal).rows[0].evidence == pytest.approx(review_mass(journal, ada))
    assert triage.people(journal).rows[0].evidence > 8


def review_mass(journal, who):
    return review.why(journal, who).assessment.evidence


def test_before_the_project_starts_it_counts_and_the_receipt_says_so(journal, ada):
    where = journal.default_project().id
    with journal.write("edit") as writing:
        writing.patch(Project, where, starts=date(2026, 11, 1))
    receipt = log(journal, ada, "agreement_kept", "2026-10-20")
    assert receipt.notes == ("That is before the project starts, on Sun 1 Nov; it counts.",)
    assert review_mass(journal, ada) > 0
    assert log(journal, ada, "agreement_kept", "2026-11-01").notes == ()


def test_somebody_who_was_deleted_is_refused_and_nothing_written(journal, ada):
    people.delete_stakeholder(journal, ada)
    before = len(history.history(journal))
    with pytest.raises(NotFound, match="not in the journal any more"):
        log(journal, ada, "agreement_kept")
    with pytest.raises(NotFound):
        log(journal, "01a20d6d-5a00-70e1-8df3-000000000000", "agreement_kept")
    assert len(history.history(journal)) == before


def test_a_project_that_is_not_there_is_refused(journal, ada):
    with pytest.raises(NotFound, match="project"):
        log(journal, ada, "agreement_kept", project="01a20d6d-5a00-70e1-8df3-000000000000")


def test_the_same_once_more_is_written_and_remarked_upon(journal, ada):
    assert log(journal, ada, "agreement_kept").notes == ()
    receipt = log(journal, ada, "agreement_kept")
    assert receipt.notes == (
        "'kept an agreement' was logged for Mon 23 Nov before; undo if this is the same.",
    )
    assert len(rows(journal, Signal)) == 2
    history.undo(journal, receipt.batch)
    assert len(rows(journal, Signal)) == 1


def test_another_day_kind_project_or_person_is_not_the_same(journal, ada):
    log(journal, ada, "agreement_kept")
    add_project(journal, "Elsewhere")
    (elsewhere,) = [one.id for one in rows(journal, Project) if one.name == "Elsewhere"]
    bram = add(journal, "Bram")
    assert log(journal, ada, "agreement_kept", "2026-11-22").notes == ()
    assert log(journal, ada, "no_show").notes == ()
    assert log(journal, ada, "agreement_kept", project=elsewhere).notes == ()
    assert log(journal, bram, "agreement_kept").notes == ()


def test_meeting_somebody_twice_a_day_is_nothing_odd(journal, ada):
    log(journal, ada, "contact")
    assert log(journal, ada, "contact").notes == ()


def test_what_was_left_out_is_not_the_same_once_more(journal, ada):
    log(journal, ada, "agreement_kept")
    capture.leave_out(journal, rows(journal, Signal)[0].id)
    assert log(journal, ada, "agreement_kept").notes == ()


def test_ten_thousand_on_one_day_weigh_no_more_than_ten_points(journal, ada):
    from_a_file(journal, ada, [TODAY - timedelta(days=1)] * MANY)
    bram = add(journal, "Bram", impact="high")
    for _deed in range(4):
        log(journal, bram, "agreement_kept")
    assert review_mass(journal, ada) == pytest.approx(review_mass(journal, bram))
    assert review.why(journal, ada).assessment.label == "unknown"
    window = timeline.told(journal, stakeholder=ada)
    assert len(window) == timeline.WINDOW
    following = timeline.told(journal, stakeholder=ada, before=window[-1].place)
    assert not {item.id for item in window} & {item.id for item in following}


def test_very_many_on_one_day_are_left_out_and_brought_back_as_one(journal, ada):
    day = TODAY - timedelta(days=1)
    from_a_file(journal, ada, [day] * 500)
    left = occasions.leave_out(journal, occasions.OnDay(day))
    assert (left.signals, review_mass(journal, ada)) == (500, 0)
    history.undo(journal, left.receipt.batch)
    assert review_mass(journal, ada) > 8


def test_one_person_with_fifty_thousand_signals_is_read_by_window(journal, ada):
    days = [TODAY - timedelta(days=1 + number % 900) for number in range(50_000)]
    from_a_file(journal, ada, days, ("agreement_kept", "said_support", "no_show"))
    capture.write_note(journal, note_of(ada))
    shown = page.page(journal, ada)
    assert shown.told == 50_001
    assert [item.text for item in shown.notes] == ["Likes street one."], "long before the signals"
    assert len(page.timeline(journal, ada, shown.profile.project)) == timeline.WINDOW
    before = shown.why.assessment.evidence
    assert before < 70
    receipt = capture.log_signal(
        journal, LogSignal(stakeholder=ada, kind="defended_project", day=TODAY)
    )
    (moved,) = receipt.moved
    assert moved.stance_after > moved.stance_before


def note_of(who):
    from staketerm.journal.requests import WriteNote

    return WriteNote(text="Likes street one.", day=date(2020, 1, 1), about=(who,))
