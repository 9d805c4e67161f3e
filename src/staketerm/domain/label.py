"""The words for a position, and their replay with hysteresis (inference sections 2 and 4.4)."""

from enum import StrEnum


class Impact(StrEnum):
    """What a stakeholder can do to the project; told by the user, never inferred."""

    NONE = "none"
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class StanceClass(StrEnum):
    """On which side somebody's deeds stand."""

    SUPPORTIVE = "supportive"
    IN_BETWEEN = "in_between"
    OPPOSING = "opposing"


class Position(StrEnum):
    """The inferred label of one stakeholder in one project (section 2)."""

    UNKNOWN = "unknown"
    PARTNER = "partner"
    SUPPORTER = "supporter"
    QUIET_SUPPORTER = "quiet_supporter"
    CRITIC = "critic"
    FENCE_SITTER = "fence_sitter"
    QUIET_OPPONENT = "quiet_opponent"
    OPPONENT = "opponent"
