"""What is measured of a method, and what inference 6.2 says of the model."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from tests.benchmarks.positions import scores
from tests.benchmarks.positions.course import course
from tests.benchmarks.positions.lives import Life
from tests.benchmarks.positions.rivals import Method
from tests.benchmarks.positions.scores import Said, Watched
from tests.benchmarks.positions.worlds import Case


class Told(NamedTuple):
    """What one method said about one person, and its alarms."""

    life: Life
    said: Sequence[Said]
    watched: Watched


def tell(cases: Iterable[Case]) -> dict[Method, list[Told]]:
    """What every method says about everybody in a world."""
    told: dict[Method, list[Told]] = {method: [] for method in Method}
    for case in cases:
        found = course(case)
        for method in Method:
            told[method].append(Told(case.person.life, found.said[method], found.watched[method]))
    return told


class Measure(NamedTuple):
    """One figure: its name, how it is reckoned, its decimals, and inference 6.2's range for it."""

    name: str
    of: Callable[[Sequence[Told]], float]
    places: int
    published: tuple[float, float] | None = None


def _said(told: Iterable[Told]) -> list[Said]:
    return [each for one in told for each in one.said]


def _watched(told: Iterable[Told]) -> list[Watched]:
    return [one.watched for one in told]


def _noticed(told: Iterable[Told], life: Life) -> float:
    return scores.detection_days(one.watched for one in told if one.life is life)


MEASURES = (
    Measure("log score", lambda told: scores.log_score(_said(told)), 3, (0.214, 0.214)),
    Measure("Brier", lambda told: scores.brier(_said(told)), 3, (0.061, 0.061)),
    Measure("calibration", lambda told: scores.calibration_error(_said(told)), 3, (0.03, 0.04)),
    Measure("recall", lambda told: scores.macro_recall(_said(told)), 3, (0.693, 0.693)),
    Measure("serious", lambda told: scores.serious_errors(_said(told)), 3, (0.018, 0.018)),
    Measure("not placed", lambda told: scores.unplaced(_said(told)), 3),
    Measure("false alarms", lambda told: scores.false_alarms(_watched(told)), 2, (0.07, 0.07)),
    Measure("missed", lambda told: scores.missed(_watched(told)), 2, (0.07, 0.07)),
    Measure("break", lambda told: _noticed(told, Life.BREAK), 0, (39, 39)),
    Measure("slide", lambda told: _noticed(told, Life.SLIDE), 0, (111, 111)),
)

LEGEND = """\
log score     mean of -ln(probability given to the side somebody is truly on); .693 knows nothing
Brier         mean squared distance between that probability and the truth
calibration   how far probabilities are from the shares that came true (ten bins)
recall        mean over the three classes of the share called rightly, of those placed
serious       share of calls that took a supporter for an opponent or the reverse
not placed    share of whom nothing was said yet
false alarms  a stakeholder-year, about people who had not begun to change
missed        share of breaks and slides for which no alarm was raised
break, slide  days from the end of working along to the alarm, median of those noticed
"""

LIFE_MEASURES = (
    Measure("rightly placed", lambda told: scores.rightly_placed(_said(told)), 2),
    Measure("serious", lambda told: scores.serious_errors(_said(told)), 3),
    Measure("not placed", lambda told: scores.unplaced(_said(told)), 2),
    Measure("false alarms", lambda told: scores.false_alarms(_watched(told)), 2),
)

Figures = dict[str, dict[str, float]]
"""By method (or life) and name of measure."""


def figures(told: Mapping[Method, Sequence[Told]]) -> Figures:
    """Every measure of every method in a world."""
    return {str(method): _measured(MEASURES, told[method]) for method in Method}


def by_life(told: Sequence[Told]) -> Figures:
    """How the lives are read, one by one."""
    return {
        str(life): _measured(LIFE_MEASURES, [one for one in told if one.life is life])
        for life in Life
    }


def _measured(measures: Iterable[Measure], told: Sequence[Told]) -> dict[str, float]:
    return {measure.name: round(measure.of(told), 4) for measure in measures}
