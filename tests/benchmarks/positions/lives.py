"""Simulated stakeholders whose true position is known on every day of two years.

A leaning runs from -1 (works against) over 0 (neither) to +1 (works along); each life is a path of
leanings. What follows from a leaning is `acts`' business, the model never sees one.
"""

import math
import random
from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from staketerm.domain.label import StanceClass

DAYS = 730
"""Two years."""

SIDED = 1 / 3
"""From this leaning on, either way, somebody is truly on a side."""

FIRST_CHANGE, LAST_BREAK, LAST_SLIDE = 180, 500, 330
"""Days between which a change sets in: there is a usual before it, and time to notice after it."""

SLIDES_FOR = (240, 300)
"""Days that a slide from +1 to -1 is spread over: most of a year."""

FALLS_SILENT = 240
"""From this day on nothing happens with the silent: no asks, no meetings, no acts."""

MEDIAN_ANSWER, SLOW_ANSWER = (1.0, 4.0), (8.0, 14.0)
"""Days between which the personal median of answering lies; for slow mailers the latter."""

MANNERS, CONTACTS = 0.2, 0.5
"""How far people differ in manner (of leaning) and in how often they are met (on a log scale)."""

PASSED_BY, FEW, NOISE = 0.5, 0.25, 0.35
"""How much seldomer the steady in between are met, and those of whom few data come; the noise of
the noisy.
"""


class Life(StrEnum):
    """The kinds of life, by what is remarkable in them."""

    SUPPORTIVE = "steady, works along"
    NEUTRAL = "steady, neither"
    OPPOSING = "steady, works against"
    BREAK = "sudden break"
    SLIDE = "slow slide"
    TWO_FACED = "two-faced"
    SILENT = "silent"
    FEW_DATA = "few data"
    SLOW_MAILER = "slow mailer"
    NOISY = "noisy"


Path = tuple[tuple[int, float], ...]
"""Corners (day, leaning) in order, joined by straight lines; the first and last reach beyond."""


@dataclass(frozen=True, slots=True)
class Person:
    """One simulated stakeholder.

    `path` is the truth. `manner` is added to it in all they do: some are warmer or gruffer than
    they mean. `words` is the leaning of what they say, where it is not that of their deeds.
    `contact` multiplies how often anything happens, until the day `until`. `noise` is the share of
    acts that have nothing to do with where they stand. `turns` is the day on which they begin to
    change, `turned` that on which they stop working along; None if they never do.
    """

    life: Life
    path: Path
    manner: float = 0.0
    words: float | None = None
    contact: float = 1.0
    until: int = DAYS
    median_answer: float = 2.0
    noise: float = 0.0
    turns: int | None = None
    turned: int | None = None

    def leaning(self, day: int) -> float:
        """Where they truly stand on a day."""
        place = bisect_right(self.path, day, key=lambda corner: corner[0])
        if place == 0:
            return self.path[0][1]
        if place == len(self.path):
            return self.path[-1][1]
        (start, before), (end, after) = self.path[place - 1], self.path[place]
        return before + (after - before) * (day - start) / (end - start)

    def truth(self, day: int) -> StanceClass:
        """The same as a class."""
        leaning = self.leaning(day)
        if leaning >= SIDED:
            return StanceClass.SUPPORTIVE
        return StanceClass.OPPOSING if leaning <= -SIDED else StanceClass.IN_BETWEEN


def person(life: Life, chance: random.Random, noise: float) -> Person:
    """Somebody who leads that life, in a world with that share of noise."""
    anybody = Person(
        life,
        path=((0, _STEADY.get(life, 0.0)),),
        manner=chance.gauss(0.0, MANNERS),
        contact=chance.lognormvariate(0.0, CONTACTS),
        median_answer=chance.uniform(*MEDIAN_ANSWER),
        noise=noise,
    )
    return _REMARKABLE[life](anybody, chance) if life in _REMARKABLE else anybody


def _neutral(one: Person, _chance: random.Random) -> Person:
    return replace(one, contact=one.contact * PASSED_BY)


def _break(one: Person, chance: random.Random) -> Person:
    day = chance.randint(FIRST_CHANGE, LAST_BREAK)
    return replace(one, path=((day - 1, 1.0), (day, -1.0)), turns=day, turned=day)


def _slide(one: Person, chance: random.Random) -> Person:
    day = chance.randint(FIRST_CHANGE, LAST_SLIDE)
    days = chance.randint(*SLIDES_FOR)
    turned = day + math.floor(days * (1 - SIDED) / 2) + 1
    return replace(one, path=((day, 1.0), (day + days, -1.0)), turns=day, turned=turned)


def _two_faced(one: Person, _chance: random.Random) -> Person:
    return replace(one, path=((0, -1.0),), words=1.0)


def _silent(one: Person, chance: random.Random) -> Person:
    return replace(one, path=_anywhere(chance), until=FALLS_SILENT)


def _few_data(one: Person, chance: random.Random) -> Person:
    return replace(one, path=_anywhere(chance), contact=one.contact * FEW)


def _slow_mailer(one: Person, chance: random.Random) -> Person:
    return replace(one, path=_anywhere(chance), median_answer=chance.uniform(*SLOW_ANSWER))


def _noisy(one: Person, chance: random.Random) -> Person:
    return replace(one, path=_anywhere(chance), noise=NOISE)


def _anywhere(chance: random.Random) -> Path:
    """Where somebody stands of whom something else is remarkable."""
    return ((0, chance.choice((1.0, 0.0, -1.0))),)


_STEADY: Mapping[Life, float] = {Life.SUPPORTIVE: 1.0, Life.NEUTRAL: 0.0, Life.OPPOSING: -1.0}

_REMARKABLE: Mapping[Life, Callable[[Person, random.Random], Person]] = {
    Life.NEUTRAL: _neutral,
    Life.BREAK: _break,
    Life.SLIDE: _slide,
    Life.TWO_FACED: _two_faced,
    Life.SILENT: _silent,
    Life.FEW_DATA: _few_data,
    Life.SLOW_MAILER: _slow_mailer,
    Life.NOISY: _noisy,
}
