"""What the two counts say: stance, uncertainty, probability, confidence (inference 4.3)."""

import math
from enum import StrEnum
from typing import NamedTuple

from staketerm.domain.constants import (
    EIGHTY_PERCENT,
    ENERGY_HALF_LIFE,
    EVIDENCE_HALF_LIFE,
    FAIR_CONFIDENCE,
    GOOD_CONFIDENCE,
    LOW_CONFIDENCE,
    PRIOR,
    SPREAD,
)


class Confidence(StrEnum):
    """The evidence in a word."""

    NONE = "none"
    LOW = "low"
    FAIR = "fair"
    GOOD = "good"


def stance(for_: float, against: float) -> float:
    """From -1 (opposes) to +1 (cooperates); 0 with nothing logged."""
    return (for_ - against) / (for_ + against + PRIOR)


def uncertainty(evidence: float) -> float:
    """The standard deviation of the stance: 0.71 with nothing logged, 0.20 at 70 points."""
    return math.sqrt(SPREAD / (evidence + PRIOR))


def probability(for_: float, against: float) -> float:
    """The probability, 0 to 1, of being on the cooperating side."""
    deviations = stance(for_, against) / uncertainty(for_ + against)
    return 0.5 * math.erfc(-deviations / math.sqrt(2.0))


def interval(for_: float, against: float) -> tuple[float, float]:
    """The 80 % interval of the stance, within -1 to +1."""
    middle = stance(for_, against)
    margin = EIGHTY_PERCENT * uncertainty(for_ + against)
    return max(-1.0, middle - margin), min(1.0, middle + margin)


def confidence(evidence: float) -> Confidence:
    """The word for that many points of evidence."""
    if evidence < LOW_CONFIDENCE:
        return Confidence.NONE
    if evidence < FAIR_CONFIDENCE:
        return Confidence.LOW
    return Confidence.FAIR if evidence <= GOOD_CONFIDENCE else Confidence.GOOD


class Faded(NamedTuple):
    """The numbers of a position on a day after the one they were folded for."""

    stance: float
    low: float
    high: float
    probability: float
    evidence: float
    energy: float


class Fading:
    """Read-outs some days after a fold, for many positions: what a number of days leaves is
    worked out once."""

    def __init__(self) -> None:
        self._left: dict[int, tuple[float, float]] = {}

    def after(self, for_: float, against: float, energy: float, days: int) -> Faded:
        """What two counts and an energy say after that many days without records (4.2, 4.3)."""
        if days not in self._left:
            self._left[days] = (
                2.0 ** (-days / EVIDENCE_HALF_LIFE),
                2.0 ** (-days / ENERGY_HALF_LIFE),
            )
        left, energy_left = self._left[days]
        for_, against = for_ * left, against * left
        low, high = interval(for_, against)
        return Faded(
            stance(for_, against),
            low,
            high,
            probability(for_, against),
            for_ + against,
            energy * energy_left,
        )
