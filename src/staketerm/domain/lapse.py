"""The day on which time alone changes what is said of somebody (design section 4, `lapses_on`)."""

import math
from bisect import bisect_left
from datetime import date

from staketerm.domain.blocking import counts_until
from staketerm.domain.constants import (
    ENERGY_HALF_LIFE,
    EVIDENCE_HALF_LIFE,
    PASSIVE_BELOW,
    UNKNOWN_BELOW,
)
from staketerm.domain.drift import Drift, next_turn
from staketerm.domain.evidence import Evidence
from staketerm.domain.fold import State
from staketerm.domain.label import Position, Standing, look
from staketerm.domain.readout import Confidence, confidence
from staketerm.domain.says_does import gap_turns_on


def lapses_on(
    as_of: date, evidence: Evidence, state: State, standing: Standing, drift: Drift
) -> date | None:
    """The first day after `as_of` on which a word changes or a question falls due by itself.

    The words are label, trend, alarm, confidence, active, the says-does gap and the count of
    blocking acts. `state` is that
    after the last day of evidence, `standing` that of `as_of`.
    """
    today = as_of.toordinal()
    days = [
        one.counts_from.toordinal()
        for one in evidence.questions
        if one.closed_on is None and one.counts_from is not None and one.counts_from > as_of
    ]
    faded = _fades_on(state, standing, today)
    if faded is not None:
        days.append(faded)
    if evidence.blocking:
        days.append(counts_until(evidence.blocking[0]).toordinal())
    gap = gap_turns_on(evidence.sayings, standing.side, as_of)
    if gap is not None:
        days.append(gap.toordinal())
    until = min(days, default=date.max.toordinal())
    turned = next_turn(drift, today, until, arrow=standing.known)
    if turned is not None:
        days.append(turned)
    return date.fromordinal(min(days)) if days else None


def _fades_on(state: State, standing: Standing, today: int) -> int | None:
    """The first day after `today` on which label, confidence or active fades to another word.

    Each of them goes one way only while nothing is logged, so halving finds the day.
    """
    if not standing.known and not standing.active:
        return None

    def words(day: int) -> tuple[Position, bool, Confidence]:
        later = state.at(day)
        seen = look(standing, later)
        return seen.position(None), seen.active, confidence(later.for_ + later.against)

    now = words(today)
    days = range(today + 1, _all_faded(state) + 1)
    place = bisect_left(days, True, key=lambda day: words(day) != now)
    return days[place] if place < len(days) else None


def _all_faded(state: State) -> int:
    """A day on which everybody is unknown and passive, if nothing is logged until then."""
    evidence = max(1.0, (state.for_ + state.against) / UNKNOWN_BELOW)
    energy = max(1.0, state.energy / PASSIVE_BELOW)
    wait = max(EVIDENCE_HALF_LIFE * math.log2(evidence), ENERGY_HALF_LIFE * math.log2(energy))
    return state.day + math.ceil(wait) + 1
