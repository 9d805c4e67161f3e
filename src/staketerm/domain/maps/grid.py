"""Squares with people in them: what every map of two scales has in common."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from staketerm.domain.maps.point import Point
from staketerm.locale import _

Cell = tuple[int, int]
"""A square: its column from the left and its row from the bottom, both counted from 1."""


class Axis(NamedTuple):
    """A scale: its name, and the word for each step from low to high."""

    title: str
    steps: tuple[str, ...]


class Quarters(NamedTuple):
    """What the four corners of a map are called in one tradition; `names` says whose words."""

    names: str
    top_left: str
    top_right: str
    bottom_left: str
    bottom_right: str


@dataclass(frozen=True, slots=True)
class Grid:
    """Who stands in which square; `across` and `up` are the two scales, `unplaced` holds those of
    whom a scale is not known, each with what is missing.
    """

    across: Axis
    up: Axis
    quarters: tuple[Quarters, ...]
    cells: Mapping[Cell, tuple[Point, ...]]
    unplaced: tuple[tuple[Point, str], ...] = field(default=())

    def quarter(self, cell: Cell, tradition: int = 0) -> str:
        """What a square belongs to: the name of a corner, or "between" on a middle line."""
        column = _side(cell[0], len(self.across.steps))
        row = _side(cell[1], len(self.up.steps))
        names = self.quarters[tradition]
        return {
            (-1, 1): names.top_left,
            (1, 1): names.top_right,
            (-1, -1): names.bottom_left,
            (1, -1): names.bottom_right,
        }.get((column, row), _("between"))

    def lacking(self) -> Mapping[str, tuple[Point, ...]]:
        """Those who are not placed, by what is missing."""
        found: dict[str, list[Point]] = {}
        for point, lacks in self.unplaced:
            found.setdefault(lacks, []).append(point)
        return {lacks: tuple(points) for lacks, points in found.items()}

    def in_order(self) -> Iterable[tuple[Cell, tuple[Point, ...]]]:
        """The squares that hold somebody, the topmost row first, from the right to the left: those
        at the top right ask for most attention."""
        for cell in sorted(self.cells, key=lambda cell: (-cell[1], -cell[0])):
            yield cell, self.cells[cell]


def _side(place: int, steps: int) -> int:
    """Above (1), below (-1) or on (0) the middle of a scale."""
    middle = (steps + 1) / 2
    return (place > middle) - (place < middle)


def placed(
    points: Iterable[Point],
    where: Callable[[Point], tuple[int | None, int | None]],
    missing: tuple[str, str],
) -> tuple[dict[Cell, tuple[Point, ...]], tuple[tuple[Point, str], ...]]:
    """The points by square, and those without one with the names of the scales they lack.

    `where` gives column and row of a point, None where that is not known. The order of the points
    is kept: they come by rank, so that in a square the weightiest are first.
    """
    cells: dict[Cell, list[Point]] = {}
    unplaced: list[tuple[Point, str]] = []
    for point in points:
        column, row = where(point)
        if column is not None and row is not None:
            cells.setdefault((column, row), []).append(point)
        else:
            lacks = (name for name, at in zip(missing, (column, row), strict=True) if at is None)
            unplaced.append((point, ", ".join(lacks)))
    return {cell: tuple(held) for cell, held in cells.items()}, tuple(unplaced)
