"""Questions asked: whose answer is awaited, and from which day silence counts (inference 4.5)."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from staketerm.domain.constants import (
    ASSUMED_ANSWER_DAYS,
    ASSUMED_ANSWERS,
    LEAST_ANSWERS,
    SHORTEST_ANSWER,
    SHORTEST_WAIT,
    WAIT_QUANTILE,
)
from staketerm.domain.errors import UsageError
from staketerm.domain.signals import Question
from staketerm.locale import _

Absence = tuple[date, date]
"""The first and the last day on which somebody was away."""

_DAY = timedelta(days=1)


class Asked(NamedTuple):
    """A question as it was put; `source` is the id of the record that asked."""

    on: date
    kind: Question
    source: str | None


@dataclass(frozen=True, slots=True)
class Settled:
    """A question with its fate.

    Silence counts against the person from `counts_from`; None means that time alone never counts
    (invitations and agreements). `closed_on` is the day it was answered or given up, None while it
    is open. `wait` are the days it may take, by the `answers` that were there when it was asked.
    """

    asked: Asked
    counts_from: date | None
    closed_on: date | None
    wait: int
    answers: int


@dataclass(frozen=True, slots=True)
class AnswerHabit:
    """How somebody answers mails and requests for advice (P4): the counts beside every rate.

    `answered` of `decided` questions were answered; those whose wait still runs are not counted.
    `median_days` is the personal median, pulled to two days while answers are few; `wait_days` is
    how long a question asked now waits before silence counts. `days` is how long each answer took,
    in the order in which they came.
    """

    answered: int
    decided: int
    median_days: float
    wait_days: int
    days: tuple[int, ...] = ()

    @property
    def rate(self) -> float | None:
        """The share of questions that were answered, 0 to 1; None before there was any to."""
        return self.answered / self.decided if self.decided else None

    @property
    def usual_days(self) -> int | None:
        """The days within which half of the answers came; None while there are fewer than three."""
        return usual_of(self.days)


def usual_of(days: Sequence[int]) -> int | None:
    """The days within which half of these answers came, one at least; None for fewer than three."""
    if len(days) < LEAST_ANSWERS:
        return None
    return max(1, sorted(days)[(len(days) - 1) // 2])


class AnswerTimes:
    """The running answering time of one person: fed with `answered` answers, asked for the wait."""

    def __init__(self) -> None:
        self._sum = ASSUMED_ANSWERS * math.log(ASSUMED_ANSWER_DAYS)
        self.days: list[int] = []

    @property
    def answered(self) -> int:
        """How many answers there were."""
        return len(self.days)

    def add(self, days: int) -> None:
        """Take in one more answer, given `days` after the question."""
        self._sum += math.log(max(SHORTEST_ANSWER, days))
        self.days.append(days)

    @property
    def median(self) -> float:
        """The typical answering time in days."""
        return math.exp(self._mean)

    @property
    def most(self) -> float:
        """The days within which 95 of 100 answers come, by these: the 95 % point."""
        return math.exp(self._mean + WAIT_QUANTILE)

    @property
    def wait(self) -> int:
        """Whole days after which silence is telling: the 95 % point, and five days at least."""
        return math.ceil(max(SHORTEST_WAIT, self.most))

    @property
    def _mean(self) -> float:
        return self._sum / (self.answered + ASSUMED_ANSWERS)


NEVER = date(9000, 1, 1)
"""A day that no waiting reaches, and from which one can still reckon."""


def merged(absences: Iterable[Absence]) -> list[Absence]:
    """The absences in order, overlapping ones joined.

    Raises UsageError for one that ends before it starts.
    """
    joined: list[Absence] = []
    for first, last in sorted(absences):
        if last < first:
            raise UsageError(
                _("absence from {first} to {last}: it ends before it starts").format(
                    first=first, last=last
                )
            )
        if joined and first <= joined[-1][1] + _DAY:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((first, last))
    return joined


def day_after_wait(asked_on: date, wait: int, absences: Sequence[Absence]) -> date:
    """The day on which `wait` days after `asked_on` have passed, days of absence not counted.

    `absences` come merged and in order. The day itself is never one of absence; of somebody who is
    away for good it is `NEVER`.
    """
    due = asked_on.toordinal() + wait
    for first, last in absences:
        if first.toordinal() > due:
            break
        if last > asked_on:
            due += (last - max(first, asked_on + _DAY) + _DAY).days
    return date.fromordinal(min(due, NEVER.toordinal()))


def settle(
    questions: Iterable[Asked],
    closed: Mapping[str, date],
    answered: Mapping[str, date],
    absences: Iterable[Absence],
) -> tuple[tuple[Settled, ...], AnswerTimes]:
    """Every question with its fate, oldest first, and this person's answering times.

    `closed` gives the first closing day of a question by its id, `answered` that of the first real
    answer. The wait of a question rests on answers dated on or before the day of asking, so that
    later ones never move it and an alarm once shown stays explainable.
    """
    asked = sorted(questions, key=lambda one: (one.on, one.kind, one.source or ""))
    answers = sorted(_answer_days(asked, answered))
    away = merged(absences)
    times = AnswerTimes()
    settled: list[Settled] = []
    for one in asked:
        while times.answered < len(answers) and answers[times.answered][0] <= one.on:
            times.add(answers[times.answered][1])
        wait = times.wait
        counts_from = day_after_wait(one.on, wait, away) if one.kind.falls_due else None
        ended = closed.get(one.source) if one.source else None
        settled.append(Settled(one, counts_from, ended, wait, times.answered))
    for _on, days in answers[times.answered :]:
        times.add(days)
    return tuple(settled), times


def _answer_days(
    asked: Iterable[Asked], answered: Mapping[str, date]
) -> Iterable[tuple[date, int]]:
    """The day of each answer to a mail or a request for advice, and how many days it took."""
    for one in asked:
        on = answered.get(one.source) if one.source else None
        if on is not None and one.kind.falls_due and on >= one.on:
            yield on, (on - one.on).days
