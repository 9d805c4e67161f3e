"""Walking over a map by arrow keys: to the next one in a square, else to the nearest square."""

from staketerm.domain.maps.grid import Cell, Grid

BELOW: Cell = (0, 0)
"""Where those who are not placed stand: under the lowest row."""


class Walk:
    """The way from one person of a grid to the next, by their keys."""

    def __init__(self, grid: Grid) -> None:
        self._held: dict[Cell, tuple[str, ...]] = {
            cell: tuple(point.who.key for point in points) for cell, points in grid.in_order()
        }
        if grid.unplaced:
            everybody = (point for points in grid.lacking().values() for point in points)
            self._held[BELOW] = tuple(point.who.key for point in everybody)
        self._where = {
            key: (cell, place)
            for cell, keys in self._held.items()
            for place, key in enumerate(keys)
        }
        self.order = tuple(self._where)
        """Everybody, the top row first, those not placed last."""

    def step(self, key: str, across: int, down: int) -> str:
        """Who stands one step `across` (+1 right) or `down` (+1) from somebody; the same one where
        there is nobody that way. Somebody who is not here leads to the first one.
        """
        if key not in self._where:
            return self.order[0] if self.order else key
        cell, place = self._where[key]
        by = down or (across if cell == BELOW else 0)
        if by and 0 <= place + by < len(self._held[cell]):
            return self._held[cell][place + by]
        if by:
            return self._leave(cell, by, key)
        return self._sideways(cell, place, across, key)

    def _leave(self, cell: Cell, by: int, key: str) -> str:
        """The nearest square above or below; into it from the side one comes from."""
        found = [other for other in self._held if (cell[1] - other[1]) * by > 0]
        if not found:
            return key
        nearest = min(found, key=lambda other: (abs(other[1] - cell[1]), abs(other[0] - cell[0])))
        return self._held[nearest][0 if by > 0 else -1]

    def _sideways(self, cell: Cell, place: int, across: int, key: str) -> str:
        """The nearest square to one side, its own row before others; on the same line of it."""
        found = [
            other for other in self._held if other != BELOW and (other[0] - cell[0]) * across > 0
        ]
        if not found:
            return key
        nearest = min(
            found, key=lambda other: 2 * abs(other[1] - cell[1]) + abs(other[0] - cell[0])
        )
        keys = self._held[nearest]
        return keys[min(place, len(keys) - 1)]
