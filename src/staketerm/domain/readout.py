"""What the two counts say: stance, uncertainty, probability, confidence (inference 4.3)."""

import math
from dataclasses import dataclass
from enum import StrEnum

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


@dataclass(frozen=True, slots=True)
class Faded:
    """The numbers of a position on a day after the one they were folded for."""

    stance: float
    low: float
    high: float
    probability: float
    evidence: float
    energy: float


def faded(for_: float, against: float, energy: float, days: int) -> Faded:
    """What is left of two counts and an energy after that many days without records (4.2, 4.3)."""
    left = 2.0 ** (-days / EVIDENCE_HALF_LIFE)
    for_, against = for_ * left, against * left
    low, high = interval(for_, against)
    return Faded(
        stance=stance(for_, against),
        low=low,
        high=high,
        probability=probability(for_, against),
        evidence=for_ + against,
        energy=energy * 2.0 ** (-days / ENERGY_HALF_LIFE),
    )
