"""The words of the PMI engagement matrix (SEAM), for exports and reports (inference section 2)."""

from enum import StrEnum

from staketerm.domain.assessment import Assessment
from staketerm.domain.constants import LEADING_LEAST_ACTS
from staketerm.domain.label import Impact, StanceClass, impact_of


class Seam(StrEnum):
    """Engagement as the matrix names it, current or desired.

    Unaware is never inferred: only the user knows that somebody has not been told.
    """

    UNAWARE = "unaware"
    RESISTANT = "resistant"
    NEUTRAL = "neutral"
    SUPPORTIVE = "supportive"
    LEADING = "leading"


_BY_CLASS = {
    StanceClass.SUPPORTIVE: Seam.SUPPORTIVE,
    StanceClass.IN_BETWEEN: Seam.NEUTRAL,
    StanceClass.OPPOSING: Seam.RESISTANT,
}


AS_IS = "as_is"
"""The desired engagement of somebody who is to stay as they are, whatever that is (P23)."""


def current_level(assessment: Assessment) -> Seam | None:
    """The current engagement; None (a blank cell) while the position is unknown."""
    return level_of(assessment.stance_class, assessment.championing)


def level_of(side: StanceClass | None, championing: int) -> Seam | None:
    """The engagement of somebody on a side (None: unknown, a blank cell).

    A supportive person with two championing acts in the last 180 days is leading.
    """
    if side is None:
        return None
    level = _BY_CLASS[side]
    if level is Seam.SUPPORTIVE and championing >= LEADING_LEAST_ACTS:
        return Seam.LEADING
    return level


def usual_desired_level(impact: Impact | str | None) -> Seam:
    """The engagement to wish for unless the user says otherwise (P23: not all need be partners)."""
    return Seam.SUPPORTIVE if impact_of(impact) is Impact.HIGH else Seam.NEUTRAL
