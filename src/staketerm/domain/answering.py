"""Asks as denominators: how often and how soon questions are answered, both ways (P4, F13).

A rate never stands without its counts, and a usual time not before three answers. What silence will
count, and from which day, follows from inference 4.5; the sentences here say why that day.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from staketerm.domain.assessment import OpenQuestion
from staketerm.domain.constants import SHORTEST_WAIT
from staketerm.domain.day_words import say_day
from staketerm.domain.questions import AnswerHabit, Asked, settle
from staketerm.domain.signals import Question
from staketerm.locale import _, language, ngettext


class Put(NamedTuple):
    """A question that somebody put, and the day it was answered, if it was."""

    id: str
    kind: Question
    on: date
    answered_on: date | None


def habit_of(put: Iterable[Put], as_of: date) -> AnswerHabit:
    """How questions were answered as of a day: the rule of inference 4.5, whoever answers.

    Serves what they asked of me; what I asked of them is in the assessment. A question that waits
    counts neither way until the time has passed in which 95 of 100 answers come.
    """
    known = [one for one in put if one.on <= as_of]
    answered = {
        one.id: one.answered_on
        for one in known
        if one.answered_on is not None and one.answered_on <= as_of
    }
    asked = [Asked(one.on, one.kind, one.id) for one in known if one.kind.falls_due]
    questions, times = settle(asked, answered, answered, ())
    decided = sum(
        one.closed_on is not None or (one.counts_from is not None and one.counts_from <= as_of)
        for one in questions
    )
    return AnswerHabit(times.answered, decided, times.median, times.wait, tuple(times.days))


def they_answer(habit: AnswerHabit) -> str:
    """How they answer me: "answers 5 of 7 mails, usually within 2 days"; empty before any."""
    if not habit.decided:
        return ""
    said = ngettext("answers {n} of {of} mail", "answers {n} of {of} mails", habit.decided)
    return said.format(n=habit.answered, of=habit.decided) + _usually(habit)


def i_answer(habit: AnswerHabit) -> str:
    """How I answer them: "you answer 3 of 4 of theirs, usually within 1 day"; empty before any."""
    if not habit.decided:
        return ""
    said = _("you answer {n} of {of} of theirs").format(n=habit.answered, of=habit.decided)
    return said + _usually(habit)


def counts_when(question: OpenQuestion, as_of: date) -> str:
    """From which day silence counts, and why that day, in one line without a full stop.

    "usually answers within 2 days; 95 of 100 answers come within 9; silence counts from Thu 26 Nov"
    """
    if question.counts_from is None:
        return _("silence does not count")
    parts = [*_pace(question), _away(question), _from(question.counts_from, as_of)]
    return "; ".join(part for part in parts if part)


def _pace(question: OpenQuestion) -> Iterable[str]:
    """What the wait rests on: this person's own answers, as far as there are enough of them."""
    wait = question.wait
    if question.usual is None:
        yield ngettext(
            "{n} answer so far, too few to tell: {wait} days are given",
            "{n} answers so far, too few to tell: {wait} days are given",
            question.answers,
        ).format(n=question.answers, wait=wait)
        return
    yield ngettext(
        "usually answers within {n} day", "usually answers within {n} days", question.usual
    ).format(n=question.usual)
    if wait > SHORTEST_WAIT:
        yield _("95 of 100 answers come within {n}").format(n=wait)
    else:
        yield _("everybody gets {n} days").format(n=wait)


def _away(question: OpenQuestion) -> str:
    if not question.away:
        return ""
    return ngettext(
        "{n} day away is not counted", "{n} days away are not counted", question.away
    ).format(n=question.away)


def _from(day: date, as_of: date) -> str:
    said = _("silence counts from {day}") if day > as_of else _("silence counts since {day}")
    return said.format(day=say_day(day, as_of, language()))


def _usually(habit: AnswerHabit) -> str:
    if habit.usual_days is None:
        return ""
    return ngettext(
        ", usually within {n} day", ", usually within {n} days", habit.usual_days
    ).format(n=habit.usual_days)
