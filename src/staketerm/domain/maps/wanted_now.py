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
    found: dict[str, list[tuple[int, Point]]] = {MORE: [], AS_WANTED: [], FURTHER: [], UNKNOWN: []}
    for point in points:
        gap = point.gap
        found[_section(gap)].append((-abs(gap or 0), point))
    titles = {
        MORE: _("more is wanted"),
        AS_WANTED: _("as wanted"),
        FURTHER: _("further than wanted"),
        UNKNOWN: _("unknown: not placed"),
    }
    return tuple(
        Section(id, titles[id], tuple(point for _gap, point in sorted(held, key=_widest)))
        for id, held in found.items()
    )


def _section(gap: int | None) -> str:
    if gap is None:
        return UNKNOWN
    if gap > 0:
        return MORE
    return FURTHER if gap < 0 else AS_WANTED


def _widest(measured: tuple[int, Point]) -> int:
    return measured[0]
