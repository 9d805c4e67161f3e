"""What wrong weights and lopsided logging cost the model, and how near to the best its alarm is."""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from staketerm.domain.catalogue import CATALOGUE, with_own
from staketerm.domain.constants import LARGEST_POINTS
from staketerm.domain.habits import Correction, logging_habit
from staketerm.domain.label import StanceClass
from staketerm.domain.position import assess
from staketerm.domain.signals import Kind, Record
from tests.benchmarks.positions import scores
from tests.benchmarks.positions.course import ASKED, LAST, asked
from tests.benchmarks.positions.lives import DAYS, Life
from tests.benchmarks.positions.scores import Watched
from tests.benchmarks.positions.worlds import SEED, START, WORLDS, Case

LEFT_OUT = 0.8
"""The share of the other side that somebody leaves out who logs mostly good or bad news."""

ALLOWED = 0.07
"""The false alarms a stakeholder-year of inference 6.2."""

_MOST_THRESHOLD = 200

HABITS = ("everything", "mostly bad news", "mostly good news", "everything, hostile")
"""What somebody logs, in the first world unless it is named."""

Costs = dict[str, list[float]]
"""By name of the effect: figures in the order in which they are told."""


def costs(people: Mapping[str, Sequence[Case]], known: Mapping[str, float]) -> Costs:
    """Every effect. `people` are those of each world, `known` its log score with all as it is."""
    mixed = people[WORLDS[0].name]
    bad, good, hostile = mostly_bad_news(mixed), mostly_good_news(mixed), people["hostile"]
    habits = (mixed, bad, good, hostile)
    as_logged = (known[WORLDS[0].name], log_score(bad), log_score(good), known["hostile"])
    wrong = wrong_by_two()
    return {
        "weights off by two": [
            round(log_score(cases, catalogue=wrong) - known[name], 4)
            for name, cases in people.items()
        ],
        **{
            habit: [plain, half_corrected(cases)]
            for habit, plain, cases in zip(HABITS, as_logged, habits, strict=True)
        },
        "best days": [best_days(mixed)],
    }


def log_score(
    cases: Sequence[Case],
    *,
    catalogue: Mapping[str, Kind] = CATALOGUE,
    correction: Callable[[date], Correction | None] = lambda _day: None,
) -> float:
    """The log score of the model in a world, with other weights or with a correction."""
    said = (asked(case, catalogue=catalogue, correction=correction) for case in cases)
    return round(scores.log_score(one for each in said for one in each), 4)


def wrong_by_two() -> Mapping[str, Kind]:
    """The catalogue with every kind worth half or twice as much, as far as the bounds allow."""
    chance = random.Random(SEED)
    return with_own(
        replace(kind, points=_bounded(kind.points * chance.choice((0.5, 2.0))))
        for kind in CATALOGUE.values()
    )


def _bounded(points: float) -> float:
    return max(-LARGEST_POINTS, min(LARGEST_POINTS, points))


def mostly_bad_news(cases: Sequence[Case]) -> list[Case]:
    """The same people, of whom four in five good deeds were not written down."""
    return _lopsided(cases, lambda points: points > 0)


def mostly_good_news(cases: Sequence[Case]) -> list[Case]:
    """The same people, of whom four in five bad deeds were not written down."""
    return _lopsided(cases, lambda points: points < 0)


def _lopsided(cases: Sequence[Case], unwelcome: Callable[[float], bool]) -> list[Case]:
    return [
        replace(case, records=_kept(case.records, unwelcome, random.Random(f"{SEED} {number}")))
        for number, case in enumerate(cases)
    ]


def _kept(
    records: Sequence[Record], unwelcome: Callable[[float], bool], chance: random.Random
) -> tuple[Record, ...]:
    """Where an answer is left out, so is its question: nobody leaves open what was answered."""
    kept, answers = [], set()
    for one in records:
        if unwelcome(CATALOGUE[one.kind].points) and chance.random() < LEFT_OUT:
            answers.add(one.re)
        else:
            kept.append(one)
    return tuple(one for one in kept if one.id is None or one.id not in answers)


def half_corrected(cases: Sequence[Case]) -> float:
    """The log score if the half correction is taken whenever it is offered, as far as it is."""
    everything = [record for case in cases for record in case.records]
    offers = {on: logging_habit(everything, on).offer for on in ASKED}
    return log_score(cases, correction=offers.__getitem__)


def best_days(cases: Sequence[Case], allowed: float = ALLOWED) -> float:
    """Days to notice a break for somebody who knew it all: a bound, not a method.

    They know who works along, that the change is one to working against, and what every act tells;
    a cumulative sum is then the best there is. Its threshold is chosen afterwards, as the lowest
    that gives no more than the allowed false alarms a stakeholder-year.
    """
    along = [case for case in cases if case.person.truth(0) is StanceClass.SUPPORTIVE]
    points = [_points(case) for case in along]
    for threshold in range(1, _MOST_THRESHOLD):
        watched = [
            _cumulative_sum(case, each, threshold) for case, each in zip(along, points, strict=True)
        ]
        if scores.false_alarms(watched) <= allowed:
            told = zip(along, watched, strict=True)
            return scores.detection_days(one for case, one in told if _breaks(case))
    return float("inf")


def _breaks(case: Case) -> bool:
    return case.person.life is Life.BREAK


def _points(case: Case) -> list[tuple[int, float]]:
    """Day and points of every signal."""
    deeds = assess(case.records, LAST).grounds.deeds()
    return [((deed.on - START).days, deed.points) for deed in deeds]


def _cumulative_sum(case: Case, points: Sequence[tuple[int, float]], threshold: float) -> Watched:
    """The alarms of Page's sum of points against, begun again after each."""
    raised = []
    against = 0.0
    for day, value in points:
        against = max(0.0, against - value)
        if against >= threshold:
            raised.append(day)
            against = 0.0
    return Watched(raised, DAYS, case.person.turns, case.person.turned)
