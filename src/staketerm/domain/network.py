"""Routes over ties: through whom somebody out of reach can be reached (P22)."""

from collections.abc import Iterable
from dataclasses import dataclass
from heapq import heappop, heappush


@dataclass(frozen=True, slots=True)
class Line:
    """A tie between two stakeholders, either way; `strength` is above 0 and at most 1."""

    one: str
    other: str
    strength: float


@dataclass(frozen=True, slots=True)
class Route:
    """A way along ties: `steps` are stakeholders, the first near, the last the one to reach.

    `strength` is that of its weakest tie.
    """

    steps: tuple[str, ...]
    strength: float


def routes(lines: Iterable[Line], near: Iterable[str], goal: str) -> list[Route]:
    """The best route to `goal` from each of those near who have one, best first.

    The strongest goes first, of equals the shortest, then the one whose ids come first: the same on
    every machine. Somebody near is never a step in between: they would be asked themselves.
    """
    beside: dict[str, list[tuple[str, float]]] = {}
    for line in lines:
        beside.setdefault(line.one, []).append((line.other, line.strength))
        beside.setdefault(line.other, []).append((line.one, line.strength))
    starts = set(near) - {goal}
    found: dict[str, Route] = {}
    seen: set[str] = set()
    waiting: list[tuple[float, int, tuple[str, ...]]] = [(-1.0, 0, (goal,))]
    while waiting:
        strength, steps, way = heappop(waiting)
        here = way[0]
        if here in seen:
            continue
        seen.add(here)
        if here in starts:
            found[here] = Route(way, -strength)
            continue
        for other, tie in beside.get(here, ()):
            if other not in seen:
                heappush(waiting, (max(strength, -tie), steps + 1, (other, *way)))
    return sorted(
        found.values(), key=lambda route: (-route.strength, len(route.steps), route.steps)
    )
