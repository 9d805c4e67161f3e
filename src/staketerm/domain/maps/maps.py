"""The maps there are, in the order in which they are shown (screens S4, F29 to F33)."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType

from staketerm.domain.maps.grid import Grid
from staketerm.domain.maps.interest_trust import interest_trust
from staketerm.domain.maps.point import Point, Who
from staketerm.domain.maps.power_interest import power_interest
from staketerm.domain.maps.salience import salience
from staketerm.domain.maps.sections import Section
from staketerm.domain.maps.stance_energy import stance_energy
from staketerm.domain.maps.wanted_now import wanted_now
from staketerm.locale import N_, _


class MapKind(StrEnum):
    """A map by its name in JSON."""

    POWER_INTEREST = "power_interest"
    STANCE_ENERGY = "stance_energy"
    INTEREST_TRUST = "interest_trust"
    WANTED_NOW = "wanted_now"
    SALIENCE = "salience"


TITLES: Mapping[MapKind, str] = MappingProxyType(
    {
        MapKind.POWER_INTEREST: N_("power x interest"),
        MapKind.STANCE_ENERGY: N_("stance x energy"),
        MapKind.INTEREST_TRUST: N_("interest x trust"),
        MapKind.WANTED_NOW: N_("wanted x now"),
        MapKind.SALIENCE: N_("salience"),
    }
)
"""What each is called on screen; translated where it is shown."""

DEEP = frozenset({MapKind.INTEREST_TRUST, MapKind.WANTED_NOW})
"""The maps that need more than the position: what was promised, who championed."""

Drawn = Grid | tuple[Section, ...]
"""What a map shows: squares, or people under headings."""


def title_of(kind: MapKind) -> str:
    """The title of a map in the language spoken now."""
    return _(TITLES[kind])


def draw(kind: MapKind, points: Iterable[Point]) -> Drawn:
    """What a map shows of these people, who come by rank."""
    if kind is MapKind.POWER_INTEREST:
        return power_interest(points)
    if kind is MapKind.INTEREST_TRUST:
        return interest_trust(points)
    if kind is MapKind.STANCE_ENERGY:
        return stance_energy(points)
    return wanted_now(points) if kind is MapKind.WANTED_NOW else salience(points)


def shown_maps(people: Iterable[Who]) -> tuple[MapKind, ...]:
    """The maps worth showing of these people: salience only where somebody is ticked."""
    ticked = any(who.salience for who in people)
    return tuple(kind for kind in MapKind if kind is not MapKind.SALIENCE or ticked)


def sections_of(drawn: Drawn) -> tuple[Section, ...]:
    """A map as a list: the squares one after the other, those not placed at the end."""
    if not isinstance(drawn, Grid):
        return drawn
    sections = [
        Section(f"{column},{row}", _square(drawn, (column, row)), points)
        for (column, row), points in drawn.in_order()
    ]
    if drawn.unplaced:
        held = tuple(point for point, _missing in drawn.unplaced)
        sections.append(Section("not_placed", _("not placed"), held))
    return tuple(sections)


def _square(grid: Grid, cell: tuple[int, int]) -> str:
    """A square in words: "power 5, interest 4: manage closely"."""
    up, across = grid.up.steps[cell[1] - 1], grid.across.steps[cell[0] - 1]
    return f"{grid.up.title} {up}, {grid.across.title} {across}: {grid.quarter(cell)}"
