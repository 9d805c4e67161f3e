"""How often to be in touch, and the days in which it is welcome (inference 7; P12, P14, P25).

A rhythm is what a person gave somebody, or what follows from position and impact. Real contact by
either side moves the window; sending alone does not.
"""

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from staketerm.domain.constants import CADENCE_DAYS, IDEAL_SHARE
from staketerm.domain.recurrence import next_two

PARTNER_SHARE = 14 / 15
"""A partner is seen a little sooner than others of the same impact: 28 days for 30 (P12)."""

AGAINST_SHARE = 1.5
"""Whoever works against is not pressed: 45 days for 30 (P14)."""

Period = tuple[date, date]
"""The first and the last day of a period."""


class Window(NamedTuple):
    """The days in which an act is welcome: from `ideal` on, at the latest on `latest`."""

    ideal: date
    latest: date


class Rhythm(NamedTuple):
    """How often to be in touch; None where nothing is said.

    `style` is periodic, ambient (never due) or triggered (due by an event only); `ideal_days` and
    `latest_days` are days after the last contact; `recurrence` is a rule (`recurrence.rule_of`).
    """

    style: str | None = None
    ideal_days: int | None = None
    latest_days: int | None = None
    recurrence: str | None = None

    @property
    def says_when(self) -> bool:
        """Whether it names days or a rule."""
        return bool(self.ideal_days or self.latest_days or self.recurrence)


NO_RHYTHM = Rhythm()


def rhythm(
    label: str | None,
    impact: str | None,
    person: Rhythm = NO_RHYTHM,
    tags: Iterable[Rhythm] = (),
    project: Rhythm = NO_RHYTHM,
) -> Rhythm:
    """The rhythm in force: the person's own, else that of a tag, else the project's, else what
    position and impact give (design 5). Style and days are looked for apart. Of several tags the
    one with the shortest latest interval counts.
    """
    given = [each for each in (person, *sorted(tags, key=_shortest_first), project) if any(each)]
    if not given:
        return usual_rhythm(label, impact)
    style = next((each.style for each in given if each.style), None)
    when = next((each for each in given if each.says_when), None)
    if when is None:
        return usual_rhythm(label, impact)._replace(style=style)
    if when.recurrence:
        return Rhythm(style, recurrence=when.recurrence)
    ideal, latest = _both(when.ideal_days, when.latest_days, usual_days(label, impact))
    return Rhythm(style, ideal, latest)


@lru_cache(maxsize=64)
def usual_rhythm(label: str | None, impact: str | None) -> Rhythm:
    """The rhythm that follows from position and impact alone."""
    latest = usual_days(label, impact)
    return Rhythm(None, None if latest is None else round(latest * IDEAL_SHARE), latest)


def usual_days(label: str | None, impact: str | None) -> int | None:
    """The longest interval between contacts by position and impact, in days; None without impact.

    30, 60 and 90 days for high, medium and low impact (inference 7); a partner's is a little
    shorter, and that of somebody who works against longer.
    """
    days = CADENCE_DAYS.get(impact or "none")
    if days is None:
        return None
    if label == "partner":
        return round(days * PARTNER_SHARE)
    if label in ("opponent", "quiet_opponent"):
        return round(days * AGAINST_SHARE)
    return days


def window_after(day: date | None, rhythm: Rhythm) -> Window | None:
    """When to be in touch again after a day; None where the rhythm asks for nothing, or where
    there is no day to count from.

    By a rule the ideal day is its next one, and the latest follows within the same share of the
    time to the one after that.
    """
    if day is None or rhythm.style in ("ambient", "triggered"):
        return None
    if rhythm.recurrence:
        days = next_two(rhythm.recurrence, day)
        if days is None:
            return None
        slack = round((days[1] - days[0]).days * (1 - IDEAL_SHARE))
        return Window(days[0], days[0] + timedelta(days=slack))
    if rhythm.latest_days is None:
        return None
    ideal = rhythm.latest_days if rhythm.ideal_days is None else rhythm.ideal_days
    return Window(
        ideal=day + timedelta(days=min(ideal, rhythm.latest_days)),
        latest=day + timedelta(days=rhythm.latest_days),
    )


def around_days_off(window: Window, off: Collection[Period], working_days: bool) -> Window:
    """The window with both its ends on days that are mine to work: the ideal day moves on to the
    next one, the latest back to the one before, yet never before the ideal day.
    """
    if not off and not working_days:
        return window
    ideal = _nearest(window.ideal, 1, off, working_days)
    latest = _nearest(window.latest, -1, off, working_days)
    return Window(ideal, max(ideal, latest))


def day_off_until(day: date, off: Collection[Period], working_days: bool) -> date | None:
    """The last of the days off that a day is one of; None where it is a day to work."""
    if not _is_off(day, off, working_days):
        return None
    return _nearest(day, 1, off, working_days) - timedelta(days=1)


def _nearest(day: date, step: int, off: Collection[Period], working_days: bool) -> date:
    while _is_off(day, off, working_days):
        day += timedelta(days=step)
    return day


def _is_off(day: date, off: Collection[Period], working_days: bool) -> bool:
    return (working_days and day.weekday() > 4) or any(first <= day <= last for first, last in off)


def _shortest_first(rhythm: Rhythm) -> tuple[bool, int, str]:
    days = rhythm.latest_days or rhythm.ideal_days or 0
    return not rhythm.says_when, days, rhythm.recurrence or ""


def _both(ideal: int | None, latest: int | None, usual: int | None) -> tuple[int, int]:
    """The two intervals where one or both are given; `usual` is the latest one without them."""
    longest = latest or usual
    if ideal is not None and latest is None and ideal >= (usual or 0):
        longest = round(ideal / IDEAL_SHARE)
    if longest is None:
        longest = round((ideal or 1) / IDEAL_SHARE)
    shortest = round(longest * IDEAL_SHARE) if ideal is None else ideal
    return min(shortest, longest), longest
