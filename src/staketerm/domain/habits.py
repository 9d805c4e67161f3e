"""Habits of the one who logs: whether mostly good or bad news is written down (inference 7)."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from staketerm.domain.catalogue import CATALOGUE
from staketerm.domain.constants import (
    HABIT_LEAST_AGAINST,
    HABIT_LEAST_SIGNALS,
    HABIT_MOST_AGAINST,
    HABIT_USUAL_AGAINST,
    HABIT_WINDOW_DAYS,
)
from staketerm.domain.errors import UsageError
from staketerm.domain.signals import Kind, Record
from staketerm.locale import _


@dataclass(frozen=True, slots=True)
class Correction:
    """What the points of either side are multiplied by, to make up for lopsided logging.

    A setting with a date, off by default and never applied unasked. Raises UsageError for a factor
    outside 0 (exclusive) to 1.
    """

    for_: float = 1.0
    against: float = 1.0

    def __post_init__(self) -> None:
        if not (0 < self.for_ <= 1 and 0 < self.against <= 1):
            raise UsageError(
                _(
                    "correction {for_:g} for, {against:g} against: give factors above 0, at most 1"
                ).format(for_=self.for_, against=self.against)
            )

    def of(self, points: float) -> float:
        """Signed points of one signal, corrected."""
        return points * (self.for_ if points > 0 else self.against)


NO_CORRECTION = Correction()


class Lopsided(StrEnum):
    """Which side is written down more than a mixed portfolio explains."""

    BAD_NEWS = "bad_news"
    GOOD_NEWS = "good_news"


@dataclass(frozen=True, slots=True)
class LoggingHabit:
    """What was logged in the last 365 days: signals for and against, and what follows from it.

    `warning` is None while the share against is within 15 to 50 %, or too little is logged to say;
    with a warning comes the half correction that may be offered.
    """

    for_: int
    against: int
    warning: Lopsided | None
    offer: Correction | None

    @property
    def share_against(self) -> float | None:
        """The share of signals against, 0 to 1; None when nothing is logged."""
        total = self.for_ + self.against
        return self.against / total if total else None


def logging_habit(
    records: Iterable[Record], as_of: date, catalogue: Mapping[str, Kind] = CATALOGUE
) -> LoggingHabit:
    """The habit that shows in the records of all stakeholders together, as of a day.

    Kinds of no points, and kinds no longer in `catalogue`, are not counted.
    """
    lately = (one.kind for one in records if 0 <= (as_of - one.day).days < HABIT_WINDOW_DAYS)
    return habit_of(Counter(lately), catalogue)


def habit_of(counts: Mapping[str, int], catalogue: Mapping[str, Kind] = CATALOGUE) -> LoggingHabit:
    """The habit that shows in how many signals of each kind the last 365 days hold."""
    for_ = against = 0
    for id, many in counts.items():
        kind = catalogue.get(id)
        if kind is not None:
            for_ += many * (kind.points > 0)
            against += many * (kind.points < 0)
    warning = _warning(for_, against)
    return LoggingHabit(for_, against, warning, _half_correction(for_, against, warning))


def _warning(for_: int, against: int) -> Lopsided | None:
    total = for_ + against
    if total < HABIT_LEAST_SIGNALS:
        return None
    if against > HABIT_MOST_AGAINST * total:
        return Lopsided.BAD_NEWS
    if against < HABIT_LEAST_AGAINST * total:
        return Lopsided.GOOD_NEWS
    return None


def _half_correction(for_: int, against: int, warning: Lopsided | None) -> Correction | None:
    """Half the way, on a log scale, to the proportion of a mixed portfolio.

    A side of which nothing was logged counts as half a signal: no factor then becomes zero.
    """
    if warning is None:
        return None
    usual = HABIT_USUAL_AGAINST / (1 - HABIT_USUAL_AGAINST)
    factor = math.sqrt(usual / (max(against, 0.5) / max(for_, 0.5)))
    if warning is Lopsided.BAD_NEWS:
        return Correction(against=factor)
    return Correction(for_=1 / factor)
