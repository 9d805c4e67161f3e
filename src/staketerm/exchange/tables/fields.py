"""What a column of somebody else's table can hold for a journal."""

from enum import StrEnum


class Field(StrEnum):
    """One thing a row can say about a stakeholder."""

    NAME = "name"
    GIVEN = "given"
    MIDDLE = "middle"
    FAMILY = "family"
    NICKNAME = "nickname"
    GROUP = "group"
    KIND = "kind"
    ORGANISATION = "organisation"
    UNIT = "unit"
    JOB = "job"
    ROLES = "roles"
    EMAIL = "email"
    PHONE = "phone"
    URL = "url"
    ADDRESS = "address"
    ADDRESS_PART = "address_part"
    LANGUAGE = "language"
    PRIVATE = "private"
    POWER = "power"
    INTEREST = "interest"
    IMPACT = "impact"
    CURRENT = "current"
    DESIRED = "desired"
    MATRIX = "matrix"
    CADENCE = "cadence"
    DAY = "day"
    LAST_CONTACT = "last_contact"
    TAGS = "tags"
    NOTE = "note"
    TOLD = "told"
    LEFT_OUT = "left_out"
    LABEL = "label"


SINGLE = frozenset(
    {
        Field.NAME,
        Field.GIVEN,
        Field.MIDDLE,
        Field.FAMILY,
        Field.NICKNAME,
        Field.GROUP,
        Field.KIND,
        Field.ORGANISATION,
        Field.UNIT,
        Field.JOB,
        Field.LANGUAGE,
        Field.PRIVATE,
        Field.POWER,
        Field.INTEREST,
        Field.IMPACT,
        Field.CURRENT,
        Field.DESIRED,
        Field.CADENCE,
        Field.DAY,
        Field.LAST_CONTACT,
    }
)
"""Fields that one column fills; a second column for one of them goes to the note."""

SCORED = frozenset({Field.POWER, Field.INTEREST, Field.IMPACT, Field.CURRENT, Field.DESIRED})
"""Fields that only a register has."""
