"""Asks are the denominators: how often and how soon somebody answers, with the counts (P4, F13)."""

from datetime import date, timedelta

import pytest

from staketerm.domain.answering import Put, counts_when, habit_of, i_answer, they_answer
from staketerm.domain.position import assess
from staketerm.domain.signals import Question, Record

DAY = date(2026, 11, 24)
MAIL = Question.MAIL


def mails(*after: int | None, every: int = 20) -> list[Record]:
    """Mails of mine, each answered after so many days, None not at all; the newest long ago."""
    found = []
    for number, days in enumerate(after):
        asked = DAY - timedelta(days=100 + every * number)
        found.append(Record(asked, "mail_sent", id=f"q{number}"))
        if days is not None:
            answered = asked + timedelta(days=days)
            found.append(Record(answered, "mail_answered", id=f"q{number}", re=f"q{number}"))
    return found


def asked(on: date) -> list[Record]:
    """One more mail of mine, that waits."""
    return [Record(on, "mail_sent", id="now")]


def put(*answered: tuple[date, date | None]) -> list[Put]:
    """Mails of theirs, with the day of my answer."""
    return [Put(f"p{n}", MAIL, on, end) for n, (on, end) in enumerate(answered)]


def test_a_rate_stands_with_its_counts_and_the_usual_time() -> None:
    habit = assess(mails(1, 2, 2, 3, 9, None, None), DAY).answers
    assert (habit.answered, habit.decided) == (5, 7)
    assert habit.rate == pytest.approx(5 / 7)
    assert they_answer(habit) == "answers 5 of 7 mails, usually within 2 days"


def test_a_usual_time_is_said_from_three_answers_on() -> None:
    assert they_answer(assess(mails(4, 4), DAY).answers) == "answers 2 of 2 mails"
    assert assess(mails(4, 4, 4), DAY).answers.usual_days == 4


def test_an_answer_on_the_same_day_is_within_one_day() -> None:
    assert assess(mails(0, 0, 0), DAY).answers.usual_days == 1


def test_nothing_is_said_of_somebody_never_asked() -> None:
    habit = assess([], DAY).answers
    assert habit.rate is None
    assert they_answer(habit) == ""
    assert i_answer(habit) == ""


def test_a_mail_that_still_waits_counts_neither_way() -> None:
    records = mails(1, 1, 1) + asked(DAY - timedelta(days=2))
    assert they_answer(assess(records, DAY).answers) == "answers 3 of 3 mails, usually within 1 day"


def test_how_i_answer_them_goes_by_the_same_rule() -> None:
    long_ago = DAY - timedelta(days=90)
    answered = [(long_ago + timedelta(days=n), long_ago + timedelta(days=n + 4)) for n in range(3)]
    habit = habit_of(put(*answered, (long_ago, None), (DAY - timedelta(days=1), None)), DAY)
    assert i_answer(habit) == "you answer 3 of 4 of theirs, usually within 4 days"


def test_my_answer_of_a_later_day_is_not_known_yet() -> None:
    long_ago = DAY - timedelta(days=90)
    habit = habit_of(put((long_ago, DAY)), DAY - timedelta(days=1))
    assert (habit.answered, habit.decided) == (0, 1)


def test_why_silence_counts_from_its_day() -> None:
    found = assess(mails(2, 2, 2, 2, 2, 2) + asked(DAY - timedelta(days=3)), DAY)
    (question,) = found.open_questions
    assert (question.usual, question.wait, question.answers) == (2, 11, 6)
    assert counts_when(question, DAY) == (
        "usually answers within 2 days; 95 of 100 answers come within 11; "
        "silence counts from Wed 2 Dec"
    )


def test_days_of_absence_are_said_and_not_counted() -> None:
    away = [(DAY - timedelta(days=2), DAY + timedelta(days=3))]
    found = assess(mails(2, 2, 2) + asked(DAY - timedelta(days=3)), DAY, absences=away)
    (question,) = found.open_questions
    assert question.away == 6
    assert "6 days away are not counted" in counts_when(question, DAY)


def test_a_quick_answerer_gets_five_days_like_everybody() -> None:
    found = assess(mails(*[0] * 8) + asked(DAY - timedelta(days=7)), DAY)
    (question,) = found.open_questions
    assert counts_when(question, DAY) == (
        "usually answers within 1 day; everybody gets 5 days; silence counts since Sun 22 Nov"
    )


def test_of_somebody_hardly_known_it_is_said_that_their_time_is_not() -> None:
    (question,) = assess(asked(DAY), DAY).open_questions
    assert counts_when(question, DAY) == (
        "0 answers so far, too few to tell: 11 days are given; silence counts from Sat 5 Dec"
    )


def test_an_invitation_waits_without_counting() -> None:
    (question,) = assess([Record(DAY, "invitation", id="i")], DAY).open_questions
    assert counts_when(question, DAY) == "silence does not count"


def test_what_the_day_rests_on_is_what_was_known_when_it_was_asked() -> None:
    records = mails(2, 2, 2) + asked(DAY - timedelta(days=3))
    late = [Record(DAY - timedelta(days=1), "mail_answered", re="q9", id="q9")]
    late.append(Record(DAY - timedelta(days=60), "mail_sent", id="q9"))
    (before,) = assess(records, DAY).open_questions
    (after,) = assess(records + late, DAY).open_questions
    assert (before.answers, before.usual) == (after.answers, after.usual) == (3, 2)
