"""The fold of evidence into two counts and an energy, with bounded memory (inference 4.2, 4.3)."""

import math
from collections.abc import Iterable
from typing import NamedTuple

from staketerm.domain.constants import DAY_LIMIT, ENERGY_HALF_LIFE, EVIDENCE_HALF_LIFE, MEMORY


class DayTotal(NamedTuple):
    """The evidence of one day: its ordinal, points for and against (both >= 0), and effort."""

    day: int
    for_: float
    against: float
    effort: float


class State(NamedTuple):
    """Where the counts stand at the end of `day` (an ordinal).

    `for_` and `against` are P and N, together at most 70; `energy` is the effort that is left.
    """

    day: int
    for_: float
    against: float
    energy: float

    def at(self, day: int) -> "State":
        """The same on a later day, if nothing happens until then."""
        return State(day, *faded_to(day, *self))


def faded_to(
    later: int, day: int, for_: float, against: float, energy: float
) -> tuple[float, float, float]:
    """The two counts and the energy of a state as they are left on a later day."""
    fade = 2.0 ** ((day - later) / EVIDENCE_HALF_LIFE)
    return for_ * fade, against * fade, energy * 2.0 ** ((day - later) / ENERGY_HALF_LIFE)


NO_STATE = State(1, 0.0, 0.0, 0.0)
"""The state of somebody of whom nothing is logged."""


def keeps(points: float) -> float:
    """The share of older evidence that a day of that many points leaves standing."""
    return math.exp(-min(points, DAY_LIMIT) / MEMORY)


def fold(days: Iterable[DayTotal]) -> tuple[State, ...]:
    """The state at the end of each day of evidence, in the order of the days."""
    states: list[State] = []
    before = 0
    for_ = against = energy = 0.0
    for day, points_for, points_against, effort in days:
        fade = 2.0 ** ((before - day) / EVIDENCE_HALF_LIFE)
        points = points_for + points_against
        for_ *= fade
        against *= fade
        if points:
            kept = keeps(points)
            room = MEMORY * (1.0 - kept) / points
            for_ = for_ * kept + room * points_for
            against = against * kept + room * points_against
        energy = energy * 2.0 ** ((before - day) / ENERGY_HALF_LIFE) + effort
        states.append(State(day, for_, against, energy))
        before = day
    return tuple(states)
