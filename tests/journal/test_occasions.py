"""All that was seen on one occasion can be left out at once, and come back."""

from datetime import date

import pytest

from staketerm.domain.errors import NotFound
from staketerm.journal import capture, history, occasions, timeline
from staketerm.journal.occasions import Meeting, OnDay, Together
from staketerm.journal.positions import review
from staketerm.journal.requests import Attendee, LogMeeting
from staketerm.journal.stakeholders import triage
from staketerm.store.records import Signal
from tests.journal.conftest import add, log

DAY = date(2026, 11, 20)


@pytest.fixture
def meeting(journal, ada):
    """A meeting of Ada and Bram in which both did something; its entry and its batch."""
    bram = add(journal, "Bram")
    receipt = capture.log_meeting(
        journal,
        LogMeeting(
            title="Desk rules",
            day=DAY,
            attendees=(
                Attendee(stakeholder=ada, kinds=("active_in_meeting", "said_support")),
                Attendee(stakeholder=bram, kinds=("obstructed",)),
            ),
        ),
    )
    (entry,) = [row for table, row in receipt.rows if table == "entry"]
    return entry, receipt.batch


def reasons(journal, who):
    return [one.kind for one in review.why(journal, who).assessment.reasons]


def told(journal, who):
    return {(item.kind, item.known) for item in timeline.told(journal, stakeholder=who)}


def test_a_meeting_left_out_counts_for_nobody_and_stays_in_sight(journal, ada, meeting):
    log(journal, ada, "agreement_kept")
    left = occasions.leave_out(journal, Meeting(meeting[0]))
    assert left.signals == 3
    assert reasons(journal, ada) == ["agreement_kept"]
    assert told(journal, ada) >= {("active_in_meeting", "left out"), ("meeting", "left out")}
    assert [row.evidence for row in triage.people(journal, filter="bram").rows] == [0]


def test_one_undo_brings_all_of_it_back_and_one_more_leaves_it_out(journal, ada, meeting):
    left = occasions.leave_out(journal, Meeting(meeting[0]))
    back = history.undo(journal, left.receipt.batch)
    assert set(reasons(journal, ada)) == {"active_in_meeting", "said_support"}
    history.undo(journal, back.batch)
    assert reasons(journal, ada) == []


def test_it_counts_again_when_asked(journal, ada, meeting):
    occasions.leave_out(journal, Meeting(meeting[0]))
    assert occasions.leave_out(journal, Meeting(meeting[0]), out=False).signals == 3
    assert set(reasons(journal, ada)) == {"active_in_meeting", "said_support"}
    assert ("meeting", "") in told(journal, ada)


def test_a_meeting_of_which_something_counts_is_not_left_out(journal, ada, meeting):
    occasions.leave_out(journal, OnDay(DAY, ada))
    assert ("meeting", "") in told(journal, ada)


def test_a_change_is_left_out_as_a_whole_also_after_it_came_back(journal, ada, meeting):
    for _time in range(2):
        assert occasions.leave_out(journal, Together(meeting[1])).signals == 3
        assert occasions.leave_out(journal, Together(meeting[1]), out=False).signals == 3


def test_rows_of_a_file_are_left_out_by_their_change(journal, ada):
    project = journal.default_project().id
    with journal.write("import") as writing:
        writing.put_many(
            Signal(
                id=writing.new_id(),
                stakeholder=ada,
                project=project,
                day=DAY,
                kind="agreement_kept",
                origin="import",
            )
            for _row in range(3)
        )
    batch = writing.receipt.batch
    assert occasions.leave_out(journal, Together(batch)).signals == 3
    assert reasons(journal, ada) == []
    assert occasions.leave_out(journal, Together(batch), out=False).signals == 3
    assert len(reasons(journal, ada)) == 3


def test_a_day_of_everybody_or_of_one(journal, ada, meeting):
    assert occasions.leave_out(journal, OnDay(DAY, ada)).signals == 2
    assert occasions.leave_out(journal, OnDay(DAY)).signals == 1


def test_an_occasion_without_signals_is_refused_and_nothing_written(journal, ada):
    before = len(history.history(journal))
    with pytest.raises(NotFound):
        occasions.leave_out(journal, OnDay(DAY))
    assert len(history.history(journal)) == before


def test_what_a_file_brought_and_what_was_heard_is_told_so(journal, ada):
    project = journal.default_project().id
    with journal.write("import") as writing:
        for kind, origin in (("mail_answered", "mail:a@b"), ("agreement_kept", "import")):
            writing.put(
                Signal(
                    id=writing.new_id(),
                    stakeholder=ada,
                    project=project,
                    day=DAY,
                    kind=kind,
                    origin=origin,
                )
            )
    log(journal, ada, "hearsay_against")
    log(journal, ada, "no_show")
    assert told(journal, ada) == {
        ("mail_answered", "from mail"),
        ("agreement_kept", "from a file"),
        ("hearsay_against", "heard"),
        ("no_show", ""),
    }
    why = review.why(journal, ada)
    found = {one.kind: why.provenance(one) for one in why.assessment.reasons}
    assert found == {
        "mail_answered": "import",
        "agreement_kept": "import",
        "hearsay_against": "hearsay",
        "no_show": "own",
    }
