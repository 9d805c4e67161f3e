"""The figures as tables for a terminal."""

import statistics
from collections.abc import Iterator, Mapping, Sequence

from tests.benchmarks.positions.effects import ALLOWED, HABITS, Costs
from tests.benchmarks.positions.measures import LIFE_MEASURES, MEASURES, Figures, Measure
from tests.benchmarks.positions.rivals import Method
from tests.benchmarks.positions.worlds import WORLDS

FIRST, WIDE = 22, 22
"""Cells of the first column, and of one that holds a mean with its spread."""


def of_world(name: str, signals: int, figures: Figures) -> str:
    """Every measure of every method in one world, below how many signals a year it has."""
    head = f"{name}: {signals} signals a stakeholder-year"
    return "\n".join([head, *_rows(MEASURES, figures), ""])


def of_lives(figures: Figures) -> str:
    """How the model reads each life, over all worlds."""
    head = f"{Method.MODEL}, by the life that somebody leads"
    return "\n".join([head, *_rows(LIFE_MEASURES, figures), ""])


def _rows(measures: Sequence[Measure], figures: Figures) -> Iterator[str]:
    yield " " * FIRST + "".join(_cell(measure, measure.name) for measure in measures)
    for name, found in figures.items():
        cells = (_cell(each, number(each, found[each.name])) for each in measures)
        yield f"  {name:<{FIRST - 2}}" + "".join(cells)


def _cell(measure: Measure, text: str) -> str:
    """A cell as wide as the name of its measure, and never narrow."""
    return f"{text:>{max(7, len(measure.name) + 2)}}"


def of_all(worlds: Mapping[str, Figures]) -> str:
    """The mean over the worlds with the lowest and the highest, beside inference 6.2."""
    return "\n".join([*_lines(list(worlds.values())), ""])


def _lines(worlds: Sequence[Figures]) -> Iterator[str]:
    yield (
        f"{'mean (low to high)':<{FIRST}}"
        + "".join(f"{method:>{WIDE}}" for method in Method)
        + "  inference 6.2"
    )
    for measure in MEASURES:
        cells = "".join(f"{spread(measure, worlds, method):>{WIDE}}" for method in Method)
        yield f"  {measure.name:<{FIRST - 2}}{cells}  {beside(measure, worlds)}".rstrip()


def number(measure: Measure, value: float) -> str:
    """A figure with the decimals of its measure, the leading nought left out."""
    text = f"{value:.{measure.places}f}"
    return text[1:] if text.startswith("0.") else text


def mean(measure: Measure, worlds: Sequence[Figures], method: Method) -> str:
    """The mean over the worlds."""
    return number(measure, statistics.fmean(world[method][measure.name] for world in worlds))


def spread(measure: Measure, worlds: Sequence[Figures], method: Method) -> str:
    """The mean, the lowest and the highest over the worlds: ".220 (.202 to .247)"."""
    values = [world[method][measure.name] for world in worlds]
    low, high = number(measure, min(values)), number(measure, max(values))
    return f"{mean(measure, worlds, method)} ({low} to {high})"


def published(measure: Measure) -> str:
    """What inference 6.2 says; empty where it says nothing."""
    values = dict.fromkeys(f"{value:g}".removeprefix("0") for value in measure.published or ())
    return " to ".join(values)


def within(measure: Measure, worlds: Sequence[Figures]) -> bool:
    """Whether what inference 6.2 says lies between the lowest and the highest of the worlds.

    To the decimals in which it is said.
    """
    values = [round(world[Method.MODEL][measure.name], measure.places) for world in worlds]
    low, high = measure.published or (min(values), max(values))
    return min(values) <= high and low <= max(values)


def beside(measure: Measure, worlds: Sequence[Figures]) -> str:
    """What inference 6.2 says, and whether it lies within the spread; empty if it says nothing."""
    if measure.published is None:
        return ""
    return f"{published(measure):<11}{'within' if within(measure, worlds) else 'outside'}"


def of_costs(costs: Costs) -> str:
    """What wrong weights and lopsided logging cost, in log score, and the bound on the alarm."""
    wrong = costs["weights off by two"]
    lines = [
        f"Weights off by a factor of two: {statistics.fmean(wrong):+.3f} log score"
        f" ({min(wrong):+.3f} to {max(wrong):+.3f})",
        "",
        f"{'Log score of staketerm':<26}{'as logged':>12}{'half corrected':>17}",
        *(f"  {habit:<24}{costs[habit][0]:>12.3f}{costs[habit][1]:>17.3f}" for habit in HABITS),
        "",
        f"Who knew all beforehand would notice a break after {costs['best days'][0]:.0f} days"
        f" at {ALLOWED:g} false alarms a year ({WORLDS[0].name}).",
    ]
    return "\n".join(lines)
