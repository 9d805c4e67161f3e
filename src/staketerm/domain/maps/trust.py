"""How far somebody can be relied on, read from what they promised and said (Block 1987).

Block sets agreement against trust; trust is that people do as they say. So it is read from nothing
but the record: promises of theirs that were kept, late or broken, and sayings that their deeds bear
out or not. It is no judgement of character, and unknown where too little was promised.

The rule, the ratio of a beta reputation (Josang and Ismail 2002) with one kept and one broken
promise assumed:

    n     = kept + late + broken of the last two years, + 1 if words and deeds can be compared
    share = (kept + late / 2 + words borne out + 1) / (n + 2)

Words can be compared where three sayings or more of the last 180 days point one way (mean polarity
of .5 or more either way) and the deeds are on a side: the rule of the says-does gap (inference 2).
Below three observations trust is unknown. From .7 it is high (three of three kept, or three kept
and one late), below .5 it is low.
"""

from enum import StrEnum
from typing import Final, NamedTuple

TRUST_WINDOW_DAYS: Final = 730  # how far back promises count
TRUST_LEAST: Final = 3  # observations below which trust is unknown
TRUST_HIGH_FROM: Final = 0.7  # share from which words can be built on
TRUST_LOW_BELOW: Final = 0.5  # share below which they cannot


class TrustLevel(StrEnum):
    """Trust in a word."""

    LOW = "low"
    MIDDLE = "middle"
    HIGH = "high"


class Trust(NamedTuple):
    """What trust rests on: their promises kept, late and broken, and what became of their words.

    `borne_out` is True where deeds bear the sayings out, False where they part, None where the two
    cannot be compared.
    """

    kept: int
    late: int
    broken: int
    borne_out: bool | None = None

    @property
    def observations(self) -> int:
        """How many things there are to go by."""
        return self.kept + self.late + self.broken + (self.borne_out is not None)

    @property
    def share(self) -> float:
        """The share, 0 to 1, of words that became deeds; a half with nothing recorded."""
        good = self.kept + self.late / 2 + (self.borne_out is True)
        return (good + 1) / (self.observations + 2)

    @property
    def level(self) -> TrustLevel | None:
        """The word for it; None while there is too little to go by."""
        if self.observations < TRUST_LEAST:
            return None
        share = self.share
        if share >= TRUST_HIGH_FROM:
            return TrustLevel.HIGH
        return TrustLevel.LOW if share < TRUST_LOW_BELOW else TrustLevel.MIDDLE


NO_TRUST = Trust(0, 0, 0)
"""Nothing was promised and nothing can be compared."""
