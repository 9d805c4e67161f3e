"""Sayings that point one way while the deeds point the other (inference section 2, P2)."""

from collections.abc import Sequence
from enum import StrEnum

from staketerm.domain.constants import GAP_LEAST_SAYINGS, GAP_POLARITY
from staketerm.domain.label import StanceClass


class SaysDoesGap(StrEnum):
    """Which way words and deeds part."""

    SAYS_YES_DOES_NO = "says_yes_does_no"
    GRUMBLES_BUT_DELIVERS = "grumbles_but_delivers"


def says_does_gap(
    polarities: Sequence[int], stance_class: StanceClass | None
) -> SaysDoesGap | None:
    """The gap between sayings (each -1 or +1) and the side of the deeds; None if there is none.

    Fewer than three sayings are too few to compare, and so is an unknown side (None).
    """
    if len(polarities) < GAP_LEAST_SAYINGS:
        return None
    said = sum(polarities) / len(polarities)
    if said >= GAP_POLARITY and stance_class is StanceClass.OPPOSING:
        return SaysDoesGap.SAYS_YES_DOES_NO
    if said <= -GAP_POLARITY and stance_class is StanceClass.SUPPORTIVE:
        return SaysDoesGap.GRUMBLES_BUT_DELIVERS
    return None
