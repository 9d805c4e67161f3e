"""How good a method is: scores of what it said, and of what it raised the alarm for."""

import math
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from staketerm.domain.label import StanceClass

CLIPPED = 0.001
"""No probability is taken nearer to 0 or 1: a log score would be without bounds."""

BINS = 10


class Said(NamedTuple):
    """What a method said of somebody on a day, beside the truth.

    `probability` (0 to 1) is that of being on the cooperating side; `side` is None where the method
    places nobody yet.
    """

    probability: float
    side: StanceClass | None
    truth: StanceClass


@dataclass(frozen=True, slots=True)
class Watched:
    """The alarms about one person: the days (from 0) on which each was raised.

    `turns` is the day on which they begin to change, `turned` that on which they stop working
    along; None for those who never do. `days` is how long they were watched.
    """

    raised: Sequence[int]
    days: int
    turns: int | None = None
    turned: int | None = None

    @property
    def quiet_days(self) -> int:
        """The days on which any alarm is a false one."""
        return self.days if self.turns is None else self.turns

    @property
    def false(self) -> int:
        """How many alarms there were in them."""
        return sum(day < self.quiet_days for day in self.raised)

    @property
    def noticed_after(self) -> int | None:
        """Days from the end of working along to the first alarm of the change; None if missed.

        Below 0 where a slide was noticed before it had come so far.
        """
        if self.turns is None or self.turned is None:
            return None
        first = min((day for day in self.raised if day >= self.turns), default=None)
        return None if first is None else first - self.turned


def log_score(said: Iterable[Said]) -> float:
    """The mean of -ln(probability given to the truth), of those truly on a side; 0 is perfect."""
    return statistics.fmean(
        -math.log(likely if along else 1 - likely) for likely, along in _sided(said)
    )


def brier(said: Iterable[Said]) -> float:
    """The mean squared distance to the truth, of those truly on a side; 0 is perfect."""
    return statistics.fmean((likely - along) ** 2 for likely, along in _sided(said))


def calibration_error(said: Iterable[Said]) -> float:
    """How far probabilities are from shares that came true, in ten bins; 0 is perfect."""
    bins: list[list[tuple[float, bool]]] = [[] for _each in range(BINS)]
    for likely, along in _sided(said):
        bins[min(BINS - 1, int(likely * BINS))].append((likely, along))
    total = sum(map(len, bins))
    return (
        sum(
            abs(sum(likely for likely, _along in each) - sum(along for _likely, along in each))
            for each in bins
        )
        / total
    )


def _sided(said: Iterable[Said]) -> Iterable[tuple[float, bool]]:
    for one in said:
        if one.truth is not StanceClass.IN_BETWEEN:
            likely = max(CLIPPED, min(1 - CLIPPED, one.probability))
            yield likely, one.truth is StanceClass.SUPPORTIVE


def macro_recall(said: Sequence[Said]) -> float:
    """The mean over the three classes of the share that was called so, among those placed."""
    shares = []
    for side in StanceClass:
        calls = [one.side is side for one in said if one.truth is side and one.side is not None]
        shares.append(sum(calls) / len(calls) if calls else 0.0)
    return statistics.fmean(shares)


def serious_errors(said: Iterable[Said]) -> float:
    """The share of calls in which one side was taken for the other, of all that were placed."""
    calls = [_serious(one) for one in said if one.side is not None]
    return sum(calls) / len(calls) if calls else 0.0


def _serious(one: Said) -> bool:
    sides = {StanceClass.SUPPORTIVE, StanceClass.OPPOSING}
    return one.side is not one.truth and {one.side, one.truth} == sides


def rightly_placed(said: Sequence[Said]) -> float:
    """The share called by their true class, of those placed."""
    calls = [one.side is one.truth for one in said if one.side is not None]
    return sum(calls) / len(calls) if calls else 0.0


def unplaced(said: Sequence[Said]) -> float:
    """The share of whom the method said nothing yet."""
    return sum(one.side is None for one in said) / len(said)


def false_alarms(watched: Iterable[Watched]) -> float:
    """False alarms a stakeholder-year."""
    known = list(watched)
    return sum(one.false for one in known) / (sum(one.quiet_days for one in known) / 365)


def missed(watched: Iterable[Watched]) -> float:
    """The share of changes that no alarm was raised for."""
    changed = [one for one in watched if one.turns is not None]
    return sum(one.noticed_after is None for one in changed) / len(changed)


def detection_days(watched: Iterable[Watched]) -> float:
    """The median of the days after which changes were noticed, of those that were."""
    taken = [one.noticed_after for one in watched if one.noticed_after is not None]
    return statistics.median(taken) if taken else math.inf
