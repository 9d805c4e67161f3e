"""The whole course of one position: folded once, read out at any day (screens S4, time slider).

`assess` folds all records anew for a day; a slider that goes through the weeks of thousands of
people cannot wait for that. A course keeps the state after each day of evidence and the days on
which the label changed: a read-out is a look-up and a decay, and says what `assess` says.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import accumulate
from typing import NamedTuple

from staketerm.domain.catalogue import CATALOGUE
from staketerm.domain.constants import (
    EIGHTY_PERCENT,
    ENERGY_HALF_LIFE,
    EVIDENCE_HALF_LIFE,
    GAP_LEAST_SAYINGS,
    GAP_POLARITY,
    GAP_WINDOW_DAYS,
    LEADING_WINDOW_DAYS,
    PRIOR,
    SPREAD,
)
from staketerm.domain.evidence import Evidence, gather
from staketerm.domain.fold import fold
from staketerm.domain.habits import Correction
from staketerm.domain.label import (
    NOTHING_YET,
    Impact,
    Position,
    StanceClass,
    Standing,
    impact_of,
    replay,
)
from staketerm.domain.maps.trust import NO_TRUST, TRUST_WINDOW_DAYS, Trust
from staketerm.domain.questions import Absence
from staketerm.domain.signals import Kind, Record

KEPT, LATE, BROKEN = PROMISES = ("agreement_kept", "agreement_late", "agreement_broken")
"""The kinds that say what became of a promise of theirs."""

_EDGE = EIGHTY_PERCENT * SPREAD**0.5


class Reading(NamedTuple):
    """A position on one day: the numbers of inference 4.3, the label, its side (None: unknown)."""

    label: Position
    stance: float
    low: float
    high: float
    evidence: float
    energy: float
    active: bool
    side: StanceClass | None


NOTHING_READ = Reading(
    Position.UNKNOWN, 0.0, -_EDGE / PRIOR**0.5, _EDGE / PRIOR**0.5, 0.0, 0.0, False, None
)
"""Nothing is logged."""


class Fades:
    """What is left after a number of days: worked out once for all who are read out."""

    def __init__(self) -> None:
        self._left: list[tuple[float, float]] = []

    def after(self, days: int) -> tuple[float, float]:
        """The shares of evidence and of energy that are left after so many days."""
        left = self._left
        while len(left) <= days:
            n = len(left)
            left.append((2.0 ** (-n / EVIDENCE_HALF_LIFE), 2.0 ** (-n / ENERGY_HALF_LIFE)))
        return left[days]


class _Stretch(NamedTuple):
    """The days between two late answers, which share one evidence (inference 4.5).

    The states after each day of evidence, column by column; the days on which the standing changed.
    """

    days: "array[int]"
    for_: "array[float]"
    against: "array[float]"
    energy: "array[float]"
    turns: "array[int]"
    standings: tuple[Standing, ...]

    def standing(self, day: int) -> Standing:
        """What hysteresis remembers on a day."""
        turn = bisect_right(self.turns, day) - 1
        return self.standings[turn] if turn >= 0 else NOTHING_YET


class Course:
    """The course of one position up to the day `until`, as the records known now give it.

    Takes what `assess` takes, and raises what it raises. Stretches before the last late answer are
    folded when they are first asked for.
    """

    __slots__ = ("_deeds", "_impact", "_known", "_last", "_starts", "_stretches", "until")

    def __init__(
        self,
        records: Iterable[Record],
        until: date,
        *,
        impact: Impact | str | None = None,
        absences: Iterable[Absence] = (),
        catalogue: Mapping[str, Kind] = CATALOGUE,
        correction: Correction | None = None,
    ) -> None:
        known = tuple(records)
        away = tuple(absences)
        evidence = gather(known, until, catalogue, away, correction)
        late = sorted({day.toordinal() for day in evidence.answered_late})
        self.until = until
        self._impact = impact_of(impact)
        self._starts = array("l", (1, *late))
        self._stretches: list[_Stretch | None] = [None] * len(late)
        self._last = _stretch(evidence, until.toordinal(), self._starts[-1])
        self._stretches.append(self._last)
        self._known = (known, catalogue, away, correction) if late else None
        self._deeds = _deeds_of(known, until, catalogue)

    @property
    def begins(self) -> date | None:
        """The first day of which anything is known; None if nothing is."""
        days = [stretch.days[0] for stretch in self._stretches if stretch and stretch.days]
        return date.fromordinal(min(days)) if days else None

    def on(self, day: date, fades: Fades) -> Reading:
        """The position on a day, which is not after `until`."""
        return self.read(day.toordinal(), fades)

    def read(self, day: int, fades: Fades) -> Reading:
        """The same for a day as an ordinal."""
        stretch = self._at(day)
        place = bisect_right(stretch.days, day) - 1
        if place < 0:
            return NOTHING_READ
        left, rest = fades.after(day - stretch.days[place])
        for_, against = stretch.for_[place] * left, stretch.against[place] * left
        standing = stretch.standing(day)
        evidence = for_ + against
        stance = (for_ - against) / (evidence + PRIOR)
        margin = _EDGE / (evidence + PRIOR) ** 0.5
        return Reading(
            standing.position(self._impact),
            stance,
            max(-1.0, stance - margin),
            min(1.0, stance + margin),
            evidence,
            stretch.energy[place] * rest,
            standing.active,
            standing.side,
        )

    def standing(self, day: int) -> Standing:
        """What hysteresis remembers on a day (an ordinal)."""
        return self._at(day).standing(day)

    def energy(self, day: int, fades: Fades) -> float:
        """The effort that is left on a day (an ordinal)."""
        stretch = self._at(day)
        place = bisect_right(stretch.days, day) - 1
        return (
            stretch.energy[place] * fades.after(day - stretch.days[place])[1] if place >= 0 else 0.0
        )

    def championing_on(self, day: int) -> int:
        """The championing acts of the 180 days that end with a day (inference 2, "leading")."""
        return 0 if self._deeds is None else self._deeds.championing(day)

    def trust_on(self, day: int, side: StanceClass | None) -> Trust:
        """What trust rests on, for somebody whose deeds are on a side."""
        return NO_TRUST if self._deeds is None else self._deeds.trust(day, side)

    def _at(self, day: int) -> _Stretch:
        if len(self._stretches) == 1:
            return self._last
        place = bisect_right(self._starts, day) - 1
        return self._stretches[place] or self._fold(place)

    def _fold(self, place: int) -> _Stretch:
        """A stretch that ends with a late answer, as it looked before that came."""
        if self._known is None:  # pragma: no cover - only a course with late answers has gaps
            raise LookupError(place)
        known, catalogue, away, correction = self._known
        last = self._starts[place + 1] - 1
        evidence = gather(known, date.fromordinal(last), catalogue, away, correction)
        found = _stretch(evidence, last, self._starts[place])
        self._stretches[place] = found
        return found


def _stretch(evidence: Evidence, last: int, first: int) -> _Stretch:
    """The states from the one before `first` on, and the turns up to the day `last`."""
    states = fold(evidence.days)
    turns = replay(states, last)
    kept = states[max(0, bisect_right(states, first, key=lambda state: state.day) - 1) :]
    return _Stretch(
        array("l", (state.day for state in kept)),
        array("d", (state.for_ for state in kept)),
        array("d", (state.against for state in kept)),
        array("d", (state.energy for state in kept)),
        array("l", (turn.day for turn in turns)),
        tuple(turn.standing for turn in turns),
    )


class _Deeds(NamedTuple):
    """What engagement and trust are read from: the days, in order, of championing acts, of promises
    that ended and of sayings; and of the latter two, for each day, what came before it in sum.
    """

    champions: "array[int]"
    promises: "array[int]"
    kept: "array[int]"
    late: "array[int]"
    sayings: "array[int]"
    polarity: "array[int]"

    def championing(self, day: int) -> int:
        first, last = _within(self.champions, day, LEADING_WINDOW_DAYS)
        return last - first

    def trust(self, day: int, side: StanceClass | None) -> Trust:
        first, last = _within(self.promises, day, TRUST_WINDOW_DAYS)
        kept, late = self.kept[last] - self.kept[first], self.late[last] - self.late[first]
        return Trust(kept, late, last - first - kept - late, self._borne_out(day, side))

    def _borne_out(self, day: int, side: StanceClass | None) -> bool | None:
        if side is None or side is StanceClass.IN_BETWEEN or not self.sayings:
            return None
        first, last = _within(self.sayings, day, GAP_WINDOW_DAYS)
        if last - first < GAP_LEAST_SAYINGS:
            return None
        said = (self.polarity[last] - self.polarity[first]) / (last - first)
        if abs(said) < GAP_POLARITY:
            return None
        return (said > 0) == (side is StanceClass.SUPPORTIVE)


def _within(days: "array[int]", day: int, window: int) -> tuple[int, int]:
    """Which of the days lie in the `window` days that end with `day`: the place of the first one
    and that after the last."""
    return bisect_left(days, day - window + 1), bisect_right(days, day)


def _deeds_of(
    records: Iterable[Record], until: date, catalogue: Mapping[str, Kind]
) -> _Deeds | None:
    """Those deeds; None, which takes no room, where there are none."""
    telling = _telling(catalogue)
    found = [one for one in records if one.kind in telling and one.day <= until]
    if not found:
        return None
    found.sort(key=lambda one: one.day)
    champions = [one for one in found if catalogue[one.kind].champions]
    promises = [one for one in found if one.kind in PROMISES]
    sayings = [one for one in found if catalogue[one.kind].stated and catalogue[one.kind].points]
    return _Deeds(
        _days(champions),
        _days(promises),
        _sums(one.kind == KEPT for one in promises),
        _sums(one.kind == LATE for one in promises),
        _days(sayings),
        _sums(1 if catalogue[one.kind].points > 0 else -1 for one in sayings),
    )


def _days(records: Iterable[Record]) -> "array[int]":
    return array("l", (one.day.toordinal() for one in records))


def _sums(numbers: Iterable[int]) -> "array[int]":
    """The sum of what came before each place, and at last of all."""
    return array("l", accumulate(numbers, initial=0))


def _telling(catalogue: Mapping[str, Kind]) -> frozenset[str]:
    """The kinds that engagement or trust is read from."""
    return frozenset(
        id for id, kind in catalogue.items() if kind.champions or id in PROMISES or kind.stated
    )
