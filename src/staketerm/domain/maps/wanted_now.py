"""Wanted against now: the engagement assessment matrix of the PMI, C and D with the gap (F31)."""

from collections.abc import Iterable

from staketerm.domain.maps.point import Point
from staketerm.domain.maps.sections import Section
from staketerm.locale import _

MORE, AS_WANTED, FURTHER, UNKNOWN = "more_wanted", "as_wanted", "further", "unknown"


def wanted_now(points: Iterable[Point]) -> tuple[Section, ...]:
    """Those of whom more is wanted, the widest gap first; then those who are where they should be,
    those who are further, and those whose engagement is not known.

    Whoever is to stay as they are (P23) has no gap, whatever they do.
    """
    found: dict[str, list[Point]] = {MORE: [], AS_WANTED: [], FURTHER: [], UNKNOWN: []}
    for point in points:
        found[_section(point)].append(point)
    titles = {
        MORE: _("more is wanted"),
        AS_WANTED: _("as wanted"),
        FURTHER: _("further than wanted"),
        UNKNOWN: _("unknown: not placed"),
    }
    return tuple(
        Section(id, titles[id], tuple(sorted(held, key=_by_gap))) for id, held in found.items()
    )


def _section(point: Point) -> str:
    gap = point.gap
    if gap is None:
        return UNKNOWN
    if gap > 0:
        return MORE
    return FURTHER if gap < 0 else AS_WANTED


def _by_gap(point: Point) -> tuple[int, int, str]:
    return -abs(point.gap or 0), *point.who.rank
