"""How often somebody is to be in touch, in the words of other people's tables."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from staketerm.domain.text import fold

LONGEST_DAYS = 3660

_TRIGGERED = frozenset(
    "ad hoc|ad-hoc|as needed|when needed|on demand|indien nodig|zo nodig|op verzoek|on request|"
    "event driven|bij gelegenheid|as required|naar behoefte|bij mijlpalen|at milestones".split("|")
)
_AMBIENT = frozenset("none|never|geen|nooit|ambient|no contact".split("|"))

_WORDS: Mapping[int, str] = {
    1: "daily, dagelijks, every day, elke dag",
    7: "weekly, wekelijks, every week, elke week, iedere week",
    14: "biweekly, bi-weekly, fortnightly, tweewekelijks, every two weeks, om de week, "
    "elke twee weken, every other week, om de twee weken",
    30: "monthly, maandelijks, every month, elke maand, iedere maand",
    60: "bimonthly, bi-monthly, tweemaandelijks, every two months, om de maand",
    91: "quarterly, per kwartaal, elk kwartaal, driemaandelijks, kwartaal, every quarter, "
    "every three months, ieder kwartaal",
    182: "half-yearly, half yearly, halfjaarlijks, semi-annually, semiannually, biannually, "
    "twice a year, every six months, per half jaar, tweemaal per jaar",
    365: "yearly, annually, annual, jaarlijks, every year, elk jaar, once a year",
}
_DAYS = {word: days for days, words in _WORDS.items() for word in words.split(", ")}
_UNITS: Mapping[str, int] = {"d": 1, "w": 7, "m": 30, "q": 91, "k": 91, "y": 365, "j": 365}
_EVERY = re.compile(
    r"(?:every|elke|iedere|om de|per|each)?\s*(\d+)\s*"
    r"(d|w|m|y|j)(?:ay|ays|ag|agen|eek|eeks|eken|onth|onths|aand|aanden|ear|ears|aar|aren)?"
)
_TIMES = re.compile(
    r"(\d+)\s*(?:x|keer|times|maal)?\s*(?:a|per|each|/|an)\s*"
    r"(d|w|m|q|k|y|j)(?:ay|ag|eek|onth|aand|uarter|wartaal|ear|aar)"
)


class NoRhythm(ValueError):
    """A cell that tells of no rhythm."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often: a number of days, or a style of the involvement that has none."""

    days: int | None = None
    style: str | None = None  # triggered, ambient


def rhythm(text: str) -> Rhythm:
    """The rhythm that a cell tells; raises `NoRhythm` where it tells none."""
    word = " ".join(fold(text).split()).rstrip(".")
    if word in _DAYS:
        return Rhythm(days=_DAYS[word])
    if word in _TRIGGERED:
        return Rhythm(style="triggered")
    if word in _AMBIENT:
        return Rhythm(style="ambient")
    if match := _TIMES.fullmatch(word):
        return _bounded(round(_UNITS[match[2]] / max(int(match[1]), 1)))
    if match := _EVERY.fullmatch(word):
        return _bounded(int(match[1]) * _UNITS[match[2]])
    if word.isdecimal():
        return _bounded(int(word))
    raise NoRhythm(text)


def _bounded(days: int) -> Rhythm:
    if not 1 <= days <= LONGEST_DAYS:
        raise NoRhythm(days)
    return Rhythm(days=days)
