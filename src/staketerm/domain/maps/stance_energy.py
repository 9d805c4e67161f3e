"""Stance against energy: who works along or against, and how hard (inference 1 and 2, F29)."""

from collections.abc import Iterable

from staketerm.domain.maps.point import Point
from staketerm.domain.maps.sections import Section
from staketerm.locale import _

ACTIVE, PASSIVE, UNKNOWN = "active", "passive", "unknown"


def stance_energy(points: Iterable[Point]) -> tuple[Section, Section, Section]:
    """The active, the passive and those not placed, the most energetic first; equals as they come.

    Active and passive are told apart as labels tell them, with hysteresis (inference 4.4), so that
    a heading and the words under it never part.
    """
    bands: dict[str, list[Point]] = {ACTIVE: [], PASSIVE: [], UNKNOWN: []}
    for point in points:
        if point.side is None:
            bands[UNKNOWN].append(point)
        else:
            bands[ACTIVE if point.active else PASSIVE].append(point)
    titles = {ACTIVE: _("active"), PASSIVE: _("passive"), UNKNOWN: _("unknown: not placed")}
    active, passive, unknown = (
        Section(id, titles[id], tuple(sorted(held, key=_by_energy))) for id, held in bands.items()
    )
    return active, passive, unknown


def _by_energy(point: Point) -> float:
    return -round(point.energy, 1)
