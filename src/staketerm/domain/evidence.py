"""From records to evidence: what each day weighs, and what silence adds (inference 4.1, 4.5)."""

from collections.abc import Iterable, Mapping, Sized
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from staketerm.domain.constants import GAP_WINDOW_DAYS, LARGEST_INTENSITY, LEADING_WINDOW_DAYS
from staketerm.domain.errors import UsageError
from staketerm.domain.habits import NO_CORRECTION, Correction
from staketerm.domain.questions import Absence, AnswerHabit, AnswerTimes, Asked, Settled, settle
from staketerm.domain.signals import Kind, Origin, Record

UNANSWERED = "mail_unanswered"
"""The kind that silence becomes when its wait is over, for mails and requests for advice alike."""


class DayTotal(NamedTuple):
    """The evidence of one day: its ordinal, points for and against (both >= 0), and effort."""

    day: int
    for_: float
    against: float
    effort: float


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of one stakeholder in one project as of a day.

    `records` are those dated on or before the day. `days` are the day totals in order, corrected.
    `silences` are the questions whose silence counts, each with the day it counts from; they are
    open still, for an answer takes the penalty back. `sayings` are the polarities (-1 or +1) of
    what was stated in the last 180 days.
    """

    records: tuple[Record, ...]
    days: tuple[DayTotal, ...]
    questions: tuple[Settled, ...]
    silences: tuple[tuple[date, Asked], ...]
    answers: AnswerHabit
    last_contact: date | None
    sayings: tuple[int, ...]
    championing: int

    @property
    def answered_late(self) -> list[date]:
        """The days, in order, on which an answer took back a silence that had come to count."""
        return sorted(
            one.closed_on
            for one in self.questions
            if one.closed_on and one.counts_from and one.counts_from < one.closed_on
        )


def gather(
    records: Iterable[Record],
    as_of: date,
    catalogue: Mapping[str, Kind],
    absences: Iterable[Absence] = (),
    correction: Correction | None = None,
) -> Evidence:
    """The evidence that `records` give as of a day; their order does not matter.

    Raises UsageError for a kind that `catalogue` does not have, an intensity out of bounds and an
    absence that ends before it starts.
    """
    known = tuple(record for record in records if record.day <= as_of)
    try:
        totals = _totals(known, catalogue)
        questions, times = _questions(known, catalogue, absences)
        silences = tuple(_silences(questions, as_of))
        for on, _ in silences:
            _add(totals, on, catalogue[UNANSWERED].points)
    except KeyError as missing:
        raise UsageError(
            f"no kind of signal {missing.args[0]!r}; add it to the catalogue or correct its name"
        ) from None
    return Evidence(
        records=known,
        days=_in_order(totals, correction or NO_CORRECTION),
        questions=questions,
        silences=silences,
        answers=_habit(questions, silences, times),
        last_contact=max((r.day for r in known if catalogue[r.kind].contact), default=None),
        sayings=_sayings(known, as_of, catalogue),
        championing=sum(
            catalogue[record.kind].champions
            for record in known
            if (as_of - record.day).days < LEADING_WINDOW_DAYS
        ),
    )


def points_of(record: Record, kind: Kind) -> float:
    """The points of one record, weighed; raises UsageError for an intensity out of bounds."""
    if record.intensity == 1.0:
        return kind.points
    if not 0 < record.intensity <= LARGEST_INTENSITY:
        raise UsageError(
            f"intensity {record.intensity:g} of {record.kind!r} on {record.day}: "
            f"give more than 0, at most {LARGEST_INTENSITY:g}"
        )
    return kind.points * record.intensity


_Totals = dict[date, list[float]]


def _add(totals: _Totals, day: date, points: float, effort: float = 0.0) -> None:
    """Add one signal to the total of its day: points for, points against, effort."""
    total = totals.get(day)
    if total is None:
        total = totals[day] = [0.0, 0.0, 0.0]
    if points > 0:
        total[0] += points
    else:
        total[1] -= points
    total[2] += effort


def _totals(known: Iterable[Record], catalogue: Mapping[str, Kind]) -> _Totals:
    totals: _Totals = {}
    for record in known:
        kind = catalogue[record.kind]
        _add(totals, record.day, points_of(record, kind), kind.effort)
    return totals


def _in_order(totals: _Totals, correction: Correction) -> tuple[DayTotal, ...]:
    """The totals of the days that hold any evidence, oldest first, either side corrected."""
    return tuple(
        DayTotal(day.toordinal(), for_ * correction.for_, against * correction.against, effort)
        for day, (for_, against, effort) in sorted(totals.items())
        if for_ or against or effort
    )


def _questions(
    known: Iterable[Record], catalogue: Mapping[str, Kind], absences: Iterable[Absence]
) -> tuple[tuple[Settled, ...], AnswerTimes]:
    """Every question, settled by the records that answer it.

    The user's own act answers nothing: a reminder leaves the first mail open. A silence that was
    logged by hand closes its question (it counts as it stands) but is no answer.
    """
    asked: list[Asked] = []
    closed: dict[str, date] = {}
    answered: dict[str, date] = {}
    for record in known:
        kind = catalogue[record.kind]
        if kind.opens is not None:
            asked.append(Asked(record.day, kind.opens, record.id))
        if record.re is not None and kind.origin is not Origin.MINE:
            _keep_first(closed, record.re, record.day)
            if kind.origin is Origin.THEIRS:
                _keep_first(answered, record.re, record.day)
    return settle(asked, closed, answered, absences)


def _keep_first(days: dict[str, date], key: str, day: date) -> None:
    days[key] = min(day, days.get(key, day))


def _silences(questions: Iterable[Settled], as_of: date) -> Iterable[tuple[date, Asked]]:
    """The open questions whose wait is over as of the day, with the day it was over."""
    for one in questions:
        if one.closed_on is None and one.counts_from is not None and one.counts_from <= as_of:
            yield one.counts_from, one.asked


def _habit(questions: Iterable[Settled], silences: Sized, times: AnswerTimes) -> AnswerHabit:
    closed = sum(one.asked.kind.falls_due and one.closed_on is not None for one in questions)
    return AnswerHabit(
        answered=times.answered,
        decided=closed + len(silences),
        median_days=times.median,
        wait_days=times.wait,
    )


def _sayings(
    known: Iterable[Record], as_of: date, catalogue: Mapping[str, Kind]
) -> tuple[int, ...]:
    """The polarity of each saying of the last 180 days, in ascending order."""
    return tuple(
        sorted(
            1 if kind.points > 0 else -1
            for record in known
            if (kind := catalogue[record.kind]).stated
            and kind.points
            and (as_of - record.day).days < GAP_WINDOW_DAYS
        )
    )
