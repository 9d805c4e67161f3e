"""What was visited, in order: `h` goes back through it, `H` forward (screens 2)."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from staketerm.tui.screens.frame import Frame


class Visit(NamedTuple):
    """A place, or a page in it; `page` makes that page once more, None is the place itself."""

    place: str
    page: "Callable[[], Frame] | None" = None


class Trail:
    """The visits so far and where one is among them."""

    def __init__(self, start: str) -> None:
        self._visits = [Visit(start)]
        self._at = 0

    def visit(self, visit: Visit) -> None:
        """Somewhere else; what lay ahead is forgotten."""
        if visit != self._visits[self._at]:
            del self._visits[self._at + 1 :]
            self._visits.append(visit)
            self._at += 1

    def closed(self) -> None:
        """The page one was on was closed: that was a step back."""
        if self._visits[self._at].page is not None and self._at > 0:
            self._at -= 1

    def step(self, by: int) -> Visit | None:
        """The visit before (-1) or after (+1) this one; None at either end."""
        at = self._at + by
        if not 0 <= at < len(self._visits):
            return None
        self._at = at
        return self._visits[at]
