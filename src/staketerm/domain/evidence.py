"""From records to evidence: what each day weighs, and what silence adds (inference 4.1, 4.5)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Sized
from dataclasses import dataclass
from datetime import date

from staketerm.domain.blocking import BlockingAct, recent
from staketerm.domain.constants import GAP_WINDOW_DAYS, LARGEST_INTENSITY, LEADING_WINDOW_DAYS
from staketerm.domain.errors import UsageError
from staketerm.domain.fold import DayTotal
from staketerm.domain.habits import NO_CORRECTION, Correction
from staketerm.domain.questions import Absence, AnswerHabit, AnswerTimes, Asked, Settled, settle
from staketerm.domain.says_does import Saying
from staketerm.domain.signals import Kind, Origin, Record
from staketerm.locale import _

UNANSWERED = "mail_unanswered"
"""The kind that silence becomes when its wait is over, for mails and requests for advice alike."""

Act = tuple[Record, Kind]
"""A record with the kind it names."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of one stakeholder in one project as of a day.

    `acts` are the records dated on or before the day, with their kinds. `days` are the day totals,
    corrected and in order. `silences` are the questions whose silence counts, each with the day it
    counts from; they are open still, for an answer takes the penalty back. `sayings` are those of
    the last 180 days in order, `championing` counts the championing acts of that time.
    `blocking` are the blocking acts of the last 90 days, oldest first.
    """

    acts: Sequence[Act]
    days: tuple[DayTotal, ...]
    questions: tuple[Settled, ...]
    silences: tuple[tuple[date, Asked], ...]
    answers: AnswerHabit
    last_contact: date | None
    sayings: tuple[Saying, ...]
    championing: int
    blocking: tuple[BlockingAct, ...]

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

    `catalogue` is the built-in one or an extension of it. Raises UsageError for a kind that it does
    not have, an intensity out of bounds and an absence that ends before it starts.
    """
    acts = _acts(records, as_of, catalogue)
    totals = _totals(acts)
    questions, times = _questions(acts, absences)
    silences = tuple(_silences(questions, as_of))
    for on, _asked in silences:
        _add(totals, on, catalogue[UNANSWERED].points, 0.0)
    return Evidence(
        acts=acts,
        days=_in_order(totals, correction or NO_CORRECTION),
        questions=questions,
        silences=silences,
        answers=_habit(questions, silences, times),
        last_contact=max((one.day for one, kind in acts if kind.contact), default=None),
        sayings=_sayings(acts, as_of),
        championing=sum(
            (as_of - one.day).days < LEADING_WINDOW_DAYS for one, kind in acts if kind.champions
        ),
        blocking=recent(
            (BlockingAct(one.day, one.kind, one.id) for one, kind in acts if kind.blocks), as_of
        ),
    )


def open_questions(
    records: Iterable[Record],
    as_of: date,
    catalogue: Mapping[str, Kind],
    absences: Iterable[Absence] = (),
) -> tuple[Settled, ...]:
    """The questions that nobody has answered as of a day, oldest first; asks and their answers
    alone decide that, so that no other records need to be given. Raises as `gather` does.
    """
    questions, _times = _questions(_acts(records, as_of, catalogue), absences)
    return tuple(one for one in questions if one.closed_on is None)


def _acts(records: Iterable[Record], as_of: date, catalogue: Mapping[str, Kind]) -> list[Act]:
    # a dict is quicker to look up than most mappings; that of a journal knows any id
    kinds = catalogue if isinstance(catalogue, dict) else dict(catalogue)
    try:
        return [(one, kinds[one.kind]) for one in records if one.day <= as_of]
    except KeyError as missing:
        raise UsageError(
            _("no kind of signal {kind!r}; add it to the catalogue or correct its name").format(
                kind=missing.args[0]
            )
        ) from None


def points_of(record: Record, kind: Kind) -> float:
    """The points of one record, weighed; raises UsageError for an intensity out of bounds."""
    if record.intensity == 1.0:
        return kind.points
    if not 0 < record.intensity <= LARGEST_INTENSITY:
        raise UsageError(
            _(
                "intensity {intensity:g} of {kind!r} on {day}: give more than 0, at most {most:g}"
            ).format(
                intensity=record.intensity,
                kind=record.kind,
                day=record.day,
                most=LARGEST_INTENSITY,
            )
        )
    return kind.points * record.intensity


_Totals = dict[date, list[float]]


def _totals(acts: Sequence[Act]) -> _Totals:
    totals: _Totals = {}
    for record, kind in acts:
        points = kind.points if record.intensity == 1.0 else points_of(record, kind)
        _add(totals, record.day, points, kind.effort)
    return totals


def _add(totals: _Totals, day: date, points: float, effort: float) -> None:
    """Add one signal to the total of its day: points for, points against, effort."""
    total = totals.get(day)
    if total is None:
        total = totals[day] = [0.0, 0.0, 0.0]
    if points > 0:
        total[0] += points
    else:
        total[1] -= points
    total[2] += effort


def _in_order(totals: _Totals, correction: Correction) -> tuple[DayTotal, ...]:
    """The totals of the days that hold any evidence, oldest first, either side corrected."""
    return tuple(
        DayTotal(day.toordinal(), for_ * correction.for_, against * correction.against, effort)
        for day, (for_, against, effort) in sorted(totals.items())
        if for_ or against or effort
    )


def _questions(
    acts: Sequence[Act], absences: Iterable[Absence]
) -> tuple[tuple[Settled, ...], AnswerTimes]:
    """Every question, settled by the records that answer it.

    The user's own act answers nothing: a reminder leaves the first mail open. A silence that was
    logged by hand closes its question (it counts as it stands) but is no answer.
    """
    asked = [
        Asked(record.day, kind.opens, record.id) for record, kind in acts if kind.opens is not None
    ]
    closed: dict[str, date] = {}
    answered: dict[str, date] = {}
    for record, kind in acts:
        if record.re is not None and kind.origin is not Origin.MINE:
            _keep_first(closed, record.re, record.day)
            if kind.origin is Origin.THEIRS:
                _keep_first(answered, record.re, record.day)
    return settle(asked, closed, answered, absences)


def _keep_first(days: dict[str, date], key: str, day: date) -> None:
    days[key] = min(day, days.get(key, day))


def _silences(questions: Iterable[Settled], as_of: date) -> Iterator[tuple[date, Asked]]:
    """The open questions whose wait is over as of the day, with the day it was over."""
    for one in questions:
        if one.closed_on is None and one.counts_from is not None and one.counts_from <= as_of:
            yield one.counts_from, one.asked


def _habit(questions: Iterable[Settled], silences: Sized, times: AnswerTimes) -> AnswerHabit:
    """The counts and times; a question that still waits counts neither way."""
    closed = sum(one.asked.kind.falls_due and one.closed_on is not None for one in questions)
    return AnswerHabit(
        answered=times.answered,
        decided=closed + len(silences),
        median_days=times.median,
        wait_days=times.wait,
        days=tuple(times.days),
    )


def _sayings(acts: Iterable[Act], as_of: date) -> tuple[Saying, ...]:
    return tuple(
        sorted(
            Saying(record.day, 1 if kind.points > 0 else -1)
            for record, kind in acts
            if kind.stated and kind.points and (as_of - record.day).days < GAP_WINDOW_DAYS
        )
    )
