"""People under headings: what a map says as a list, from top to bottom."""

from typing import NamedTuple

from staketerm.domain.maps.point import Point


class Section(NamedTuple):
    """A heading and those under it, in order; `id` names it in JSON."""

    id: str
    title: str
    points: tuple[Point, ...]
