"""The course of one stakeholder through two years, as every method would have told it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from staketerm.domain.alarms import alarms
from staketerm.domain.catalogue import CATALOGUE
from staketerm.domain.grounds import Deed
from staketerm.domain.habits import Correction
from staketerm.domain.label import StanceClass
from staketerm.domain.position import assess
from staketerm.domain.signals import Kind
from tests.benchmarks.positions.lives import DAYS
from tests.benchmarks.positions.rivals import RIVALS, Method, Rival, views
from tests.benchmarks.positions.scores import Said, Watched
from tests.benchmarks.positions.worlds import START, Case

ASKED = tuple(START + timedelta(days=day) for day in range(84, DAYS, 28))
"""The days on which every method is asked where somebody stands: every four weeks, from the
twelfth week on.
"""

LAST = START + timedelta(days=DAYS - 1)


@dataclass(frozen=True, slots=True)
class Course:
    """What each method said on the days it was asked, and its alarms."""

    said: Mapping[Method, Sequence[Said]]
    watched: Mapping[Method, Watched]


def course(case: Case) -> Course:
    """Every method's course of one stakeholder."""
    said: dict[Method, list[Said]] = {method: [] for method in Method}
    for on in ASKED:
        for method, view in views(assess(case.records, on)).items():
            said[method].append(Said(*view, case.person.truth((on - START).days)))
    raised = {Method.MODEL: _own_alarms(case)}
    raised |= {method: _rival_alarms(case, rival) for method, rival in RIVALS.items()}
    who = case.person
    return Course(
        said,
        {
            method: Watched([(on - START).days for on in days], DAYS, who.turns, who.turned)
            for method, days in raised.items()
        },
    )


def asked(
    case: Case,
    *,
    catalogue: Mapping[str, Kind] = CATALOGUE,
    correction: Callable[[date], Correction | None] = lambda _day: None,
) -> list[Said]:
    """What the model alone says on the days it is asked, with other weights or a correction."""
    found = []
    for on in ASKED:
        now = assess(case.records, on, catalogue=catalogue, correction=correction(on))
        truth = case.person.truth((on - START).days)
        found.append(Said(now.probability, now.stance_class, truth))
    return found


def eras(case: Case) -> Iterator[tuple[date, date]]:
    """The first and last days of the times in which evidence only grows.

    A late answer takes back a silence that had come to count, and so begins the next one. Within
    one, what was known on any day is the beginning of what is known on its last day.
    """
    late = assess(case.records, LAST).grounds.evidence.answered_late
    begins = sorted({START, *late, LAST + timedelta(days=1)})
    yield from ((first, after - timedelta(days=1)) for first, after in pairwise(begins))


def _own_alarms(case: Case) -> list[date]:
    """The days on which an alarm was first shown; one that turns worse is still the same."""
    raised: list[date] = []
    for first, last in eras(case):
        turned = None
        for spell in alarms(case.records, last):
            if first <= spell.since and spell.since != turned:
                raised.append(spell.since)
            turned = spell.ended
    return raised


def _rival_alarms(case: Case, rival: Rival) -> list[date]:
    """A rival has but one alarm: who was called a supporter no longer is."""
    raised: list[date] = []
    was = None
    for first, last in eras(case):
        deeds = assess(case.records, last).grounds.deeds(START)
        for on, known in _by_day(deeds):
            if on >= first:
                now = rival(known, on).side
                if was is StanceClass.SUPPORTIVE and now is not was:
                    raised.append(on)
                was = now
    return raised


def _by_day(deeds: Sequence[Deed]) -> Iterable[tuple[date, Sequence[Deed]]]:
    """For every day with signals those known at its end; `deeds` come oldest first."""
    for place, deed in enumerate(deeds, 1):
        if place == len(deeds) or deeds[place].on > deed.on:
            yield deed.on, deeds[:place]
