"""The whole course of one position: folded once, read out at any day (screens S4, time slider).

`assess` folds all records anew for a day; a slider that goes through the weeks of thousands of
people cannot wait for that. A course keeps the state after each day of evidence and the days on
which the label changed: a read-out is a look-up and a decay, and says what `assess` says.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
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
from staketerm.domain.maps.trust import TRUST_WINDOW_DAYS, Trust
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


class Course:
    """The course of one position up to the day `until`, as the records known now give it.

    Takes what `assess` takes, and raises what it raises. Stretches before the last late answer are
    folded when they are first asked for.
    """

    __slots__ = ("_deeds", "_impact", "_known", "_starts", "_stretches", "until")

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
        self._stretches.append(_stretch(evidence, until.toordinal(), self._starts[-1]))
        self._known = (known, catalogue, away, correction) if late else None
        self._deeds = _deeds_of(known, until, catalogue)

    @property
    def begins(self) -> date | None:
        """The first day of which anything is known; None if nothing is."""
        days = [stretch.days[0] for stretch in self._stretches if stretch and stretch.days]
        return date.fromordinal(min(days)) if days else None

    def on(self, day: date, fades: Fades) -> Reading:
        """The position on a day, which is not after `until`."""
        ordinal = day.toordinal()
        stretch = self._at(ordinal)
        place = bisect_right(stretch.days, ordinal) - 1
        if place < 0:
            return NOTHING_READ
        left, rest = fades.after(ordinal - stretch.days[place])
        for_, against = stretch.for_[place] * left, stretch.against[place] * left
        turn = bisect_right(stretch.turns, ordinal) - 1
        standing = stretch.standings[turn] if turn >= 0 else NOTHING_YET
        evidence = for_ + against
        stance = (for_ - against) / (evidence + PRIOR)
        margin = _EDGE / (evidence + PRIOR) ** 0.5
        low, high = stance - margin, stance + margin
        return Reading(
            standing.position(self._impact),
            stance,
            max(-1.0, low),
            min(1.0, high),
            evidence,
            stretch.energy[place] * rest,
            standing.active,
            standing.side,
        )

    def championing(self, day: date) -> int:
        """The championing acts of the last 180 days (inference 2, SEAM "leading")."""
        return 0 if self._deeds is None else self._deeds.championing(day)

    def trust(self, day: date, side: StanceClass | None) -> Trust:
        """What trust rests on, for somebody whose deeds are on a side."""
        return Trust(0, 0, 0) if self._deeds is None else self._deeds.trust(day, side)

    def _at(self, ordinal: int) -> _Stretch:
        place = bisect_right(self._starts, ordinal) - 1
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
    """The days, in order, of the records that engagement and trust are read from."""

    champions: "array[int]"
    kept: "array[int]"
    late: "array[int]"
    broken: "array[int]"
    sayings: Sequence[tuple[int, int]]

    def championing(self, day: date) -> int:
        return _within(self.champions, day, LEADING_WINDOW_DAYS)

    def trust(self, day: date, side: StanceClass | None) -> Trust:
        kept, late, broken = (
            _within(days, day, TRUST_WINDOW_DAYS) for days in (self.kept, self.late, self.broken)
        )
        return Trust(kept, late, broken, self._borne_out(day, side))

    def _borne_out(self, day: date, side: StanceClass | None) -> bool | None:
        if side not in (StanceClass.SUPPORTIVE, StanceClass.OPPOSING):
            return None
        today = day.toordinal()
        recent = [sign for on, sign in self.sayings if today - GAP_WINDOW_DAYS < on <= today]
        if len(recent) < GAP_LEAST_SAYINGS:
            return None
        said = sum(recent) / len(recent)
        if abs(said) < GAP_POLARITY:
            return None
        return (said > 0) == (side is StanceClass.SUPPORTIVE)


def _within(days: "array[int]", day: date, window: int) -> int:
    """How many of the days lie in the `window` days that end with `day`."""
    today = day.toordinal()
    return bisect_right(days, today) - bisect_left(days, today - window + 1)


def _deeds_of(
    records: Iterable[Record], until: date, catalogue: Mapping[str, Kind]
) -> _Deeds | None:
    """Those deeds; None, which takes no room, where there are none."""
    telling = _telling(catalogue)
    found = [one for one in records if one.kind in telling and one.day <= until]
    if not found:
        return None
    days: dict[str, list[int]] = {word: [] for word in ("champions", *PROMISES)}
    sayings: list[tuple[int, int]] = []
    for one in found:
        kind = catalogue[one.kind]
        if kind.champions:
            days["champions"].append(one.day.toordinal())
        if one.kind in PROMISES:
            days[one.kind].append(one.day.toordinal())
        if kind.stated and kind.points:
            sayings.append((one.day.toordinal(), 1 if kind.points > 0 else -1))
    ordered = {word: array("l", sorted(found)) for word, found in days.items()}
    return _Deeds(
        ordered["champions"], ordered[KEPT], ordered[LATE], ordered[BROKEN], sorted(sayings)
    )


def _telling(catalogue: Mapping[str, Kind]) -> frozenset[str]:
    """The kinds that engagement or trust is read from."""
    return frozenset(
        id
        for id, kind in catalogue.items()
        if kind.champions or id in PROMISES or (kind.stated and kind.points)
    )
