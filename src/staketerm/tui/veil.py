"""The privacy screen: while it is down, names are numbers and people's words dots (screens 8)."""

import random

from staketerm.locale import _

HIDDEN = "........"
"""What stands in the place of words that could tell who is meant."""


class Veil:
    """What may be shown of names and texts: everything while it is up.

    A veil that is let down numbers people anew, in no order, so that the numbers of one hiding say
    nothing about those of another.
    """

    def __init__(self, *, down: bool = False) -> None:
        self.down = down
        self._given: dict[str, str] = {}
        self._free: list[int] = []

    def name(self, id: str, name: str, kind: str = "person") -> str:
        """`name`, or "stakeholder 7" or "role 1"; the same for one id as long as it is down."""
        if not self.down:
            return name
        if id not in self._given:
            number = self._draw()
            said = _("role {n}") if kind == "role" else _("stakeholder {n}")
            self._given[id] = said.format(n=number)
        return self._given[id]

    def text(self, text: str) -> str:
        """`text`, or dots."""
        return HIDDEN if self.down and text else text

    def _draw(self) -> int:
        """A number not given yet, taken in random order out of a growing range."""
        if not self._free:
            given = len(self._given)
            self._free = list(range(given + 1, given + 25))
            random.SystemRandom().shuffle(self._free)
        return self._free.pop()
