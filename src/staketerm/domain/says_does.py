"""Sayings that point one way while the deeds point the other (inference section 2, P2)."""

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from staketerm.domain.constants import GAP_LEAST_SAYINGS, GAP_POLARITY, GAP_WINDOW_DAYS
from staketerm.domain.label import StanceClass


class SaysDoesGap(StrEnum):
    """Which way words and deeds part."""

    SAYS_YES_DOES_NO = "says_yes_does_no"
    GRUMBLES_BUT_DELIVERS = "grumbles_but_delivers"


class Saying(NamedTuple):
    """Something stated on a day; `polarity` is +1 for the project, -1 against it."""

    on: date
    polarity: int


def says_does_gap(
    sayings: Sequence[Saying], side: StanceClass | None, as_of: date
) -> SaysDoesGap | None:
    """The gap between the sayings of the last 180 days and the side of the deeds, if there is one.

    Fewer than three sayings are too few to compare, and so is a side not known (None).
    """
    recent = [one.polarity for one in sayings if (as_of - one.on).days < GAP_WINDOW_DAYS]
    if len(recent) < GAP_LEAST_SAYINGS:
        return None
    said = sum(recent) / len(recent)
    if said >= GAP_POLARITY and side is StanceClass.OPPOSING:
        return SaysDoesGap.SAYS_YES_DOES_NO
    if said <= -GAP_POLARITY and side is StanceClass.SUPPORTIVE:
        return SaysDoesGap.GRUMBLES_BUT_DELIVERS
    return None


def gap_turns_on(sayings: Sequence[Saying], side: StanceClass | None, as_of: date) -> date | None:
    """The first day after `as_of` on which the gap opens or closes because sayings grow old.

    That is so only as long as nothing is logged and the deeds stay on their side; None if never.
    """
    now = says_does_gap(sayings, side, as_of)
    for day in sorted({one.on + timedelta(days=GAP_WINDOW_DAYS) for one in sayings}):
        if day > as_of and says_does_gap(sayings, side, day) is not now:
            return day
    return None
