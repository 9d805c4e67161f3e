"""What silence says, and what it does not."""

from datetime import date, timedelta

import pytest

from staketerm.domain.errors import UsageError
from staketerm.domain.position import assess, history
from staketerm.domain.signals import Record

START = date(2026, 1, 1)


def day(n: int) -> date:
    return START + timedelta(days=n)


def answered(*delays: int, spacing: int = 20) -> list[Record]:
    """One mail every `spacing` days, each answered after so many days."""
    records = []
    for number, delay in enumerate(delays):
        sent = number * spacing
        records.append(Record(day(sent), "mail_sent", id=f"old{number}"))
        records.append(Record(day(sent + delay), "mail_answered", re=f"old{number}"))
    return records


def counts_from(records: list[Record], sent: int, **more) -> date | None:
    """From which day silence on a mail of that day counts."""
    found = assess([*records, Record(day(sent), "mail_sent", id="new")], day(sent), **more)
    (question,) = (one for one in found.open_questions if one.source == "new")
    return question.counts_from


def test_a_stranger_gets_eleven_days() -> None:
    assert counts_from([], 0) == day(11)


def test_the_wait_is_that_of_the_person() -> None:
    quick, slow = answered(0, 0, 0, 0, 0, 0), answered(14, 14, 14, 14, 14, 14)
    assert counts_from(quick, 200) == day(205)
    assert counts_from(slow, 200) == day(200 + 34)


def test_nobody_gets_less_than_five_days() -> None:
    assert counts_from(answered(*[0] * 30, spacing=5), 200) == day(205)


def test_answers_after_the_day_of_asking_leave_its_wait_alone() -> None:
    ask = Record(day(10), "mail_sent", id="new")
    later = [Record(day(11), "mail_sent", id="b"), Record(day(40), "mail_answered", re="b")]
    before = assess([ask], day(15)).open_questions[0].counts_from
    assert before == day(21)
    assert assess([ask, *later], day(60)).open_questions[0].counts_from == before


def test_silence_counts_five_against_from_the_day_the_wait_is_over() -> None:
    ask = [Record(day(0), "mail_sent", id="q")]
    assert assess(ask, day(10)).reasons == ()
    (reason,) = assess(ask, day(11)).reasons
    assert (reason.on, reason.kind, reason.points, reason.source) == (
        day(11),
        "mail_unanswered",
        -5,
        "q",
    )
    assert reason.label == "no answer to my mail of 1 Jan"
    assert assess(ask, day(11)).against == pytest.approx(4.826, abs=0.001)


def test_an_answer_in_time_leaves_no_trace_of_silence() -> None:
    records = [Record(day(0), "mail_sent", id="q"), Record(day(11), "mail_answered", re="q")]
    for n in (11, 12, 100):
        assert [reason.points for reason in assess(records, day(n)).reasons] == [2]


def test_a_late_answer_takes_the_silence_back_but_not_the_history() -> None:
    records = [Record(day(0), "mail_sent", id="q"), Record(day(30), "mail_answered", re="q")]
    assert [reason.points for reason in assess(records, day(29)).reasons] == [-5]
    assert [reason.points for reason in assess(records, day(30)).reasons] == [2]
    glimpses = history(records, [day(29), day(30)])
    assert [glimpse.stance < 0 for glimpse in glimpses] == [True, False]


@pytest.mark.parametrize("answer", ["advice_given", "advice_refused", "mail_answered"])
def test_a_request_for_advice_waits_like_a_mail(answer: str) -> None:
    ask = Record(day(0), "advice_asked", id="q")
    (reason,) = assess([ask], day(11)).reasons
    assert (reason.kind, reason.points) == ("mail_unanswered", -5)
    assert reason.label == "no answer to my request for advice of 1 Jan"
    replied = assess([ask, Record(day(3), answer, re="q")], day(60))
    assert [one.kind for one in replied.reasons] == [answer]
    assert replied.open_questions == ()


@pytest.mark.parametrize("kind", ["invitation", "agreement_made"])
def test_invitations_and_agreements_never_count_by_time(kind: str) -> None:
    found = assess([Record(day(0), kind, id="q")], day(300))
    assert found.reasons == ()
    assert [one.counts_from for one in found.open_questions] == [None]
    assert found.lapses_on is None


def test_a_reminder_of_mine_answers_nothing() -> None:
    records = [
        Record(day(0), "mail_sent", id="q"),
        Record(day(5), "mail_sent", id="again", re="q"),
    ]
    assert [one.source for one in assess(records, day(6)).open_questions] == ["q", "again"]


def test_a_silence_logged_by_hand_counts_as_it_stands() -> None:
    records = [Record(day(0), "mail_sent", id="q"), Record(day(4), "mail_unanswered", re="q")]
    found = assess(records, day(60))
    assert [(reason.on, reason.points) for reason in found.reasons] == [(day(4), -5)]
    assert found.answers.answered == 0
    assert found.answers.decided == 1


def test_the_clock_stands_still_while_somebody_is_away() -> None:
    away = [(day(3), day(9))]
    assert counts_from([], 0, absences=away) == day(18)
    assert counts_from([], 0, absences=[(day(3), day(6)), (day(5), day(9))]) == day(18)
    assert counts_from([], 0, absences=[(day(50), day(60))]) == day(11)
    assert counts_from([], 20, absences=away) == day(31)


def test_nobody_comes_to_be_silent_on_a_day_of_absence() -> None:
    assert counts_from([], 0, absences=[(day(11), day(20))]) == day(21)


def test_a_mail_sent_into_an_absence_waits_from_its_end() -> None:
    assert counts_from([], 5, absences=[(day(0), day(10))]) == day(21)


def test_an_absence_stops_only_the_waits() -> None:
    records = [Record(day(0), "agreement_kept"), Record(day(5), "obstructed")]
    away = [(day(0), day(30))]
    assert assess(records, day(20), absences=away) == assess(records, day(20))


def test_an_absence_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(UsageError, match="ends before it starts"):
        assess([], day(0), absences=[(day(9), day(3))])


def test_how_somebody_answers_is_told() -> None:
    records = [
        *answered(1, 2, 1),
        Record(day(100), "mail_sent", id="silent"),
        Record(day(140), "advice_asked", id="open"),
    ]
    habit = assess(records, day(142)).answers
    assert (habit.answered, habit.decided) == (3, 4)
    assert habit.median_days == pytest.approx(2 ** (5 / 7), abs=1e-9)
    assert habit.wait_days == 9


def test_without_any_answer_two_days_are_assumed() -> None:
    habit = assess([], day(0)).answers
    assert (habit.answered, habit.decided, habit.wait_days) == (0, 0, 11)
    assert habit.median_days == pytest.approx(2)


def test_silence_alone_lowers_the_evidence_not_the_stance_below_nought() -> None:
    records = [Record(day(n), "informal_approach") for n in (0, 7, 14)]
    soon, late = assess(records, day(20)), assess(records, day(500))
    assert 0 < late.stance < soon.stance
    assert late.evidence < soon.evidence
    assert 0.5 < late.probability < soon.probability
