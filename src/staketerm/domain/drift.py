"""Recent behaviour against what is usual for this person: trend and alarm (inference 6.1)."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from staketerm.domain.constants import (
    ALARM_AT,
    ALARM_LEAST_RECENT,
    ALARM_LEAST_USUAL,
    ARROW_AT,
    CROSSED_AT,
    CROSSED_FROM,
    DAY_LIMIT,
    DRIFT_NOISE,
    EVIDENCE_HALF_LIFE,
    FAST_HALF_LIFE,
    KNOWN_FROM,
    PRIOR,
    REARM_ABOVE,
)
from staketerm.domain.fold import DayTotal, State
from staketerm.domain.readout import probability


class Trend(StrEnum):
    """Where recent behaviour points, against the usual."""

    WARMING = "warming"
    COOLING = "cooling"
    STEADY = "steady"


class AlarmKind(StrEnum):
    """Drifting away from the usual, or on the other side already."""

    COOLING = "cooling"
    CROSSED_OVER = "crossed_over"


class Pace(NamedTuple):
    """Recent and long-run points at the end of `day` (an ordinal), each day capped at 10.

    `fast_for` and `fast_against` (FP, FN) halve in 45 days, `slow_for` and `slow_against` (SP, SN)
    in 240; `square` (FV) sums squared day totals and decays twice as fast as the fast ones.
    """

    day: int
    fast_for: float
    fast_against: float
    square: float
    slow_for: float
    slow_against: float

    def at(self, day: int) -> "Pace":
        """The same on a later day, if nothing happens until then."""
        fast = 2.0 ** ((self.day - day) / FAST_HALF_LIFE)
        slow = 2.0 ** ((self.day - day) / EVIDENCE_HALF_LIFE)
        return Pace(
            day,
            self.fast_for * fast,
            self.fast_against * fast,
            self.square * fast * fast,
            self.slow_for * slow,
            self.slow_against * slow,
        )

    def plus(self, total: DayTotal) -> "Pace":
        """The same with one more day of evidence."""
        before, fast_for, fast_against, square, slow_for, slow_against = self
        day, for_, against, _effort = total
        points = for_ + against
        if points > DAY_LIMIT:
            scale = DAY_LIMIT / points
            for_, against, points = for_ * scale, against * scale, DAY_LIMIT
        fast = 2.0 ** ((before - day) / FAST_HALF_LIFE)
        slow = 2.0 ** ((before - day) / EVIDENCE_HALF_LIFE)
        return Pace(
            day,
            fast_for * fast + for_,
            fast_against * fast + against,
            square * fast * fast + points * points,
            slow_for * slow + for_,
            slow_against * slow + against,
        )

    @property
    def usual_for(self) -> float:
        """Points for that are usual: slow minus fast, at least 0 (UP)."""
        return max(0.0, self.slow_for - self.fast_for)

    @property
    def usual_against(self) -> float:
        """Points against that are usual (UN)."""
        return max(0.0, self.slow_against - self.fast_against)

    @property
    def share_for(self) -> float:
        """The share of the usual that is for, 0 to 1; a half where nothing is usual yet."""
        usual = self.usual_for + self.usual_against
        return self.usual_for / usual if usual else 0.5

    @property
    def z(self) -> float:
        """Recent behaviour against the usual, in standard deviations; below 0 it cools."""
        _day, fast_for, fast_against, square, slow_for, slow_against = self
        usual_for = slow_for - fast_for if slow_for > fast_for else 0.0
        usual_against = slow_against - fast_against if slow_against > fast_against else 0.0
        usual = (usual_for - usual_against) / (usual_for + usual_against + PRIOR)
        surprise = fast_for - fast_against - usual * (fast_for + fast_against)
        return surprise / math.sqrt(square + DRIFT_NOISE)


STILL = Pace(1, 0.0, 0.0, 0.0, 0.0, 0.0)


def trend(z: float) -> Trend:
    """The arrow for a z value."""
    if z >= ARROW_AT:
        return Trend.WARMING
    return Trend.COOLING if z <= -ARROW_AT else Trend.STEADY


@dataclass(frozen=True, slots=True)
class Raised:
    """An alarm that went off and has not ended: its kind, its day (an ordinal), the pace then."""

    kind: AlarmKind
    since: int
    pace: Pace


@dataclass(frozen=True, slots=True)
class Drift:
    """The pace after the last day of evidence, and the alarm that stands, if any.

    `disarmed` is the last day (an ordinal) whose evidence ended an alarm.
    """

    pace: Pace
    alarm: Raised | None
    disarmed: int | None = None

    def shown(self, day: int) -> Raised | None:
        """The alarm as shown on `day`: none once the pace has come back to the usual by itself."""
        if self.alarm is None or self.pace.at(day).z > REARM_ABOVE:
            return None
        return self.alarm

    def ended(self, day: int) -> int | None:
        """The last day up to `day` on which an alarm ended, by evidence or by time alone; None
        where none did, or where one is shown."""
        if self.alarm is None:
            return self.disarmed
        if self.shown(day):
            return None
        return quiet_from(self.pace, self.pace.day, day)


def quiet_from(pace: Pace, first: int, last: int) -> int | None:
    """The first of the days `first` to `last` on which an alarm at this pace is not shown."""
    days = range(first, last + 1)
    return next((day for day in days if pace.at(day).z > REARM_ABOVE), None)


class Watch:
    """Goes through the days of evidence and remembers which alarms stand.

    Both alarms stand from their evidence day until the first evidence day whose end has z above
    -0.54. "Crossed over" needs evidence enough at both ends; a probability of .8 arms it anew.
    """

    def __init__(self) -> None:
        self.cooling: Raised | None = None
        self.crossed: Raised | None = None
        self.disarmed: int | None = None
        self._was_for = False

    @property
    def alarm(self) -> Raised | None:
        """The alarm that stands, the heavier one of two."""
        return self.crossed or self.cooling

    def see(self, pace: Pace, state: State) -> None:
        """Take in the end of one day of evidence."""
        z = pace.z
        if z > REARM_ABOVE:
            if self.alarm is not None:
                self.disarmed = pace.day
            self.cooling = self.crossed = None
        elif self.cooling is None and _alarming(z, pace):
            self.cooling = Raised(AlarmKind.COOLING, pace.day, pace)
        if state.for_ + state.against >= KNOWN_FROM and self._crosses(state) and z <= REARM_ABOVE:
            self.crossed = Raised(AlarmKind.CROSSED_OVER, pace.day, pace)

    def _crosses(self, state: State) -> bool:
        chance = probability(state.for_, state.against)
        if chance >= CROSSED_FROM:
            self._was_for = True
        if chance > CROSSED_AT or not self._was_for:
            return False
        self._was_for = False
        return True


def _alarming(z: float, pace: Pace) -> bool:
    return (
        z <= ALARM_AT
        and pace.fast_for + pace.fast_against >= ALARM_LEAST_RECENT
        and pace.usual_for + pace.usual_against >= ALARM_LEAST_USUAL
    )


def watch(days: Iterable[DayTotal], states: Iterable[State]) -> Drift:
    """The drift after these days of evidence, whose states the fold gave.

    Evaluated at the end of every day that has points, so the alarms are a pure function of the
    evidence too; days of effort alone change nothing here.
    """
    pace = STILL
    alarms = Watch()
    for total, state in zip(days, states, strict=True):
        if total.for_ or total.against:
            pace = pace.plus(total)
            alarms.see(pace, state)
    return Drift(pace, alarms.alarm, alarms.disarmed)


def next_turn(drift: Drift, day: int, until: int, *, arrow: bool) -> int | None:
    """The first day after `day` and before `until` on which time alone turns a word of the drift.

    The words are the arrow (only if `arrow` says that it is shown) and whether the alarm shows. The
    pace can turn more than once on its way back, so every day is looked at, up to the one from
    which |z|, which stays below the larger of FP and FN, can no longer reach a threshold.
    """
    if drift.alarm is None and not arrow:
        return None
    now = drift.pace.at(day)
    largest = max(now.fast_for, now.fast_against)
    smallest = -REARM_ABOVE if drift.alarm else ARROW_AT
    if largest <= smallest:
        return None
    horizon = day + math.ceil(FAST_HALF_LIFE * math.log2(largest / smallest)) + 1
    words = _words(drift, now.z, arrow=arrow)
    for later in range(day + 1, min(until, horizon + 1)):
        if _words(drift, drift.pace.at(later).z, arrow=arrow) != words:
            return later
    return None


def _words(drift: Drift, z: float, *, arrow: bool) -> tuple[Trend | None, bool]:
    return trend(z) if arrow else None, drift.alarm is not None and z <= REARM_ABOVE
