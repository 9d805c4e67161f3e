"""The model, and the three simple methods that it must beat: each given the same evidence.

All of them see what `assess` lists as signals, unanswered mail included; they differ only in what
they make of it.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from staketerm.domain.assessment import Assessment
from staketerm.domain.constants import EVIDENCE_HALF_LIFE
from staketerm.domain.grounds import Deed
from staketerm.domain.label import StanceClass

ALONG_FROM, AGAINST_UNTIL = 2 / 3, 1 / 3
"""The probabilities from which, and up to which, a rival calls a side."""


class Method(StrEnum):
    """The model first, then its rivals."""

    MODEL = "staketerm"
    LAST_SIGNAL = "last signal"
    PLAIN_COUNT = "plain count"
    DECAYED_SUM = "decayed sum"


class View(NamedTuple):
    """What a method makes of the evidence: a probability of working along, and a call."""

    probability: float
    side: StanceClass | None


NOTHING = View(0.5, None)


def last_signal(deeds: Sequence[Deed], _today: date) -> View:
    """The last signal decides, with the odds that its points stand for."""
    if not deeds:
        return NOTHING
    points = deeds[-1].points
    return View(_of_decibans(points), _SIDES[points > 0])


def plain_count(deeds: Sequence[Deed], _today: date) -> View:
    """Signals for and against, each counting one for ever (with one of each to begin with)."""
    if not deeds:
        return NOTHING
    for_ = sum(deed.points > 0 for deed in deeds)
    return _called((for_ + 1) / (len(deeds) + 2))


def decayed_sum(deeds: Sequence[Deed], today: date) -> View:
    """All points added up, each halved in 240 days: odds without any bound on memory."""
    if not deeds:
        return NOTHING
    left = (deed.points * 2.0 ** ((deed.on - today).days / EVIDENCE_HALF_LIFE) for deed in deeds)
    return _called(_of_decibans(sum(left)))


Rival = Callable[[Sequence[Deed], date], View]
"""Makes a view of the signals known on a day, oldest first."""

RIVALS: Mapping[Method, Rival] = {
    Method.LAST_SIGNAL: last_signal,
    Method.PLAIN_COUNT: plain_count,
    Method.DECAYED_SUM: decayed_sum,
}


def views(assessment: Assessment) -> dict[Method, View]:
    """What every method says on the day of the assessment."""
    deeds = assessment.grounds.deeds()
    found = {Method.MODEL: View(assessment.probability, assessment.stance_class)}
    for method, look in RIVALS.items():
        found[method] = look(deeds, assessment.as_of)
    return found


_SIDES = {True: StanceClass.SUPPORTIVE, False: StanceClass.OPPOSING}


def _of_decibans(points: float) -> float:
    return 1.0 / (1.0 + math.pow(10.0, -points / 10.0))


def _called(probability: float) -> View:
    if probability >= ALONG_FROM:
        return View(probability, StanceClass.SUPPORTIVE)
    if probability <= AGAINST_UNTIL:
        return View(probability, StanceClass.OPPOSING)
    return View(probability, StanceClass.IN_BETWEEN)
