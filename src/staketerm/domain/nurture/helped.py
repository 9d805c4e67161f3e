"""After which acts people moved: counts and spread, and no claim that it was the act (F57)."""

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

AFTER_DAYS = 30
"""How long after an act the stance is looked at again."""

STILL = 0.05
"""A stance that moved by less than this did not move."""


@dataclass(frozen=True, slots=True)
class Moves:
    """How the stance (-1 to +1) of people stood 30 days after acts of a kind, against that day.

    `many` acts were looked at: after `towards` of them it was higher, after `away` lower, after the
    rest where it was. `lowest`, `middle` and `highest` are the spread of the change.
    """

    kind: str
    many: int
    towards: int
    away: int
    lowest: float
    middle: float
    highest: float

    @property
    def still(self) -> int:
        """After how many it did not move."""
        return self.many - self.towards - self.away


def moves(changes: Iterable[tuple[str, float]]) -> list[Moves]:
    """The moves by kind of act, of (kind, change of the stance); the most frequent kind first."""
    by_kind: dict[str, list[float]] = {}
    for kind, change in changes:
        by_kind.setdefault(kind, []).append(change)
    found = [
        Moves(
            kind=kind,
            many=len(each),
            towards=sum(1 for change in each if change >= STILL),
            away=sum(1 for change in each if change <= -STILL),
            lowest=min(each),
            middle=median(each),
            highest=max(each),
        )
        for kind, each in by_kind.items()
    ]
    return sorted(found, key=lambda each: (-each.many, each.kind))
