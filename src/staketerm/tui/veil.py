"""The privacy screen: while it is down, names are numbers and people's words dots (screens 8)."""

import random
from collections.abc import Callable

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
        self._numbers: dict[tuple[bool, str], int] = {}
        self._free: dict[bool, list[int]] = {True: [], False: []}

    def name(self, id: str, name: str, kind: str = "person") -> str:
        """`name`, or "stakeholder 7" or "role 1"."""
        if not self.down:
            return name
        role = kind == "role"
        number = self._numbers.get((role, id))
        if number is None:
            number = self._numbers[role, id] = self._draw(role)
        said: Callable[[], str] = (
            (lambda: _("role {n}")) if role else (lambda: _("stakeholder {n}"))
        )
        return said().format(n=number)

    def text(self, text: str) -> str:
        """`text`, or dots."""
        return HIDDEN if self.down and text else text

    def _draw(self, role: bool) -> int:
        """A number not given yet, taken in random order out of a growing range."""
        free = self._free[role]
        if not free:
            given = sum(1 for is_role, _id in self._numbers if is_role == role)
            free.extend(range(given + 1, given + 25))
            random.SystemRandom().shuffle(free)
        return free.pop()
