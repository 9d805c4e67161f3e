"""The words for a position, and their replay with hysteresis (inference sections 2 and 4.4)."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from staketerm.domain.constants import (
    ACTIVE_FROM,
    KNOWN_FROM,
    OPPOSING_FROM,
    OPPOSING_UNTIL,
    PASSIVE_BELOW,
    SUPPORTIVE_FROM,
    SUPPORTIVE_UNTIL,
    UNKNOWN_BELOW,
)
from staketerm.domain.errors import UsageError
from staketerm.domain.fold import NO_STATE, State, faded_to
from staketerm.domain.readout import stance
from staketerm.locale import _


class Impact(StrEnum):
    """What a stakeholder can do to the project; told by the user, never inferred."""

    NONE = "none"
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class StanceClass(StrEnum):
    """On which side somebody's deeds stand."""

    SUPPORTIVE = "supportive"
    IN_BETWEEN = "in_between"
    OPPOSING = "opposing"


class Position(StrEnum):
    """The inferred label of one stakeholder in one project (section 2)."""

    UNKNOWN = "unknown"
    PARTNER = "partner"
    SUPPORTER = "supporter"
    QUIET_SUPPORTER = "quiet_supporter"
    CRITIC = "critic"
    FENCE_SITTER = "fence_sitter"
    QUIET_OPPONENT = "quiet_opponent"
    OPPONENT = "opponent"

    @property
    def stance_class(self) -> StanceClass | None:
        """The side this position is on; None for unknown."""
        return _CLASS_OF.get(self)


_CLASS_OF = {
    Position.PARTNER: StanceClass.SUPPORTIVE,
    Position.SUPPORTER: StanceClass.SUPPORTIVE,
    Position.QUIET_SUPPORTER: StanceClass.SUPPORTIVE,
    Position.CRITIC: StanceClass.IN_BETWEEN,
    Position.FENCE_SITTER: StanceClass.IN_BETWEEN,
    Position.QUIET_OPPONENT: StanceClass.OPPOSING,
    Position.OPPONENT: StanceClass.OPPOSING,
}


class Standing(NamedTuple):
    """The three things that hysteresis remembers, each with a threshold of its own."""

    known: bool
    stance_class: StanceClass
    active: bool

    @property
    def side(self) -> StanceClass | None:
        """The class as far as it may be said: None while unknown."""
        return self.stance_class if self.known else None

    def position(self, impact: Impact | None) -> Position:
        """The word for this standing; without impact nobody is more than a supporter."""
        if not self.known:
            return Position.UNKNOWN
        if self.stance_class is StanceClass.OPPOSING:
            return Position.OPPONENT if self.active else Position.QUIET_OPPONENT
        if self.stance_class is StanceClass.IN_BETWEEN:
            return Position.CRITIC if self.active else Position.FENCE_SITTER
        if not self.active:
            return Position.QUIET_SUPPORTER
        if impact in (Impact.MEDIUM, Impact.HIGH):
            return Position.PARTNER
        return Position.SUPPORTER


NOTHING_YET = Standing(known=False, stance_class=StanceClass.IN_BETWEEN, active=False)


class Change(NamedTuple):
    """From `day` (an ordinal) on, `standing` holds."""

    day: int
    standing: Standing


def impact_of(word: str | None) -> Impact | None:
    """The impact meant by a word; None and "" mean that it is not set. Raises UsageError."""
    if not word:
        return None
    try:
        return Impact(word)
    except ValueError:
        raise UsageError(
            _("impact {word!r}: give none, low, medium or high").format(word=word)
        ) from None


def look(before: Standing, state: State) -> Standing:
    """The standing in this state, given the one before."""
    return _seen(before, state.for_, state.against, state.energy)


def _seen(before: Standing, for_: float, against: float, energy: float) -> Standing:
    known = for_ + against >= (UNKNOWN_BELOW if before.known else KNOWN_FROM)
    active = energy >= (PASSIVE_BELOW if before.active else ACTIVE_FROM)
    side = _stance_class(before.stance_class, stance(for_, against))
    if side is before.stance_class and known == before.known and active == before.active:
        return before
    return Standing(known, side, active)


def _stance_class(before: StanceClass, now: float) -> StanceClass:
    if now >= (SUPPORTIVE_UNTIL if before is StanceClass.SUPPORTIVE else SUPPORTIVE_FROM):
        return StanceClass.SUPPORTIVE
    if now <= (OPPOSING_UNTIL if before is StanceClass.OPPOSING else OPPOSING_FROM):
        return StanceClass.OPPOSING
    return StanceClass.IN_BETWEEN


def replay(states: Iterable[State], until: int) -> tuple[Change, ...]:
    """Every change of standing up to and including the day `until`, oldest first.

    `states` are those at the end of each day of evidence. Between two of them evidence, stance and
    energy only shrink towards zero, so looking just before and just after each of them, and on the
    last day, is the continuous-time answer; looking more often would change nothing.
    """
    changes: list[Change] = []
    standing = ended = NOTHING_YET
    previous = NO_STATE
    for state in states:
        faded = _seen(standing, *faded_to(state.day, *previous))
        if faded is not standing:
            changes += _fades(standing, previous, state.day - 1)
            ended = changes[-1].standing if changes else NOTHING_YET
        standing = look(faded, state)
        if standing != ended:
            changes.append(Change(state.day, standing))
            ended = standing
        previous = state
    changes += _fades(standing, previous, until)
    return tuple(changes)


def _fades(standing: Standing, state: State, until: int) -> Iterator[Change]:
    """The changes that time alone brings after the day of `state`, up to `until`.

    Time takes each word one way only, so halving finds every day.
    """
    last = look(standing, state.at(until))
    day = state.day
    while standing != last:
        before = standing
        days = range(day + 1, until + 1)
        day = days[bisect_left(days, True, key=lambda d: look(before, state.at(d)) != before)]
        standing = look(before, state.at(day))
        yield Change(day, standing)


def moves(changes: Iterable[Change], impact: Impact | None) -> tuple[tuple[date, Position], ...]:
    """The days on which the word for the position changed, from unknown on."""
    found: list[tuple[date, Position]] = []
    label = Position.UNKNOWN
    for day, standing in changes:
        if (word := standing.position(impact)) is not label:
            label = word
            found.append((date.fromordinal(day), word))
    return tuple(found)
