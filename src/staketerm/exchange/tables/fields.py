"""What a column of somebody else's table can hold for a journal."""

from enum import StrEnum


class Field(StrEnum):
    """One thing a row can say about a stakeholder; the value is its word on screen, in English."""

    NAME = "name"
    GIVEN = "first name"
    MIDDLE = "middle name"
    FAMILY = "last name"
    NICKNAME = "nickname"
    GROUP = "group"
    KIND = "kind"
    ORGANISATION = "organisation"
    UNIT = "department"
    JOB = "job"
    ROLES = "roles"
    EMAIL = "e-mail"
    PHONE = "phone"
    URL = "web page"
    ADDRESS = "address"
    ADDRESS_PART = "part of an address"
    LANGUAGE = "language"
    PRIVATE = "private"
    POWER = "power 1-5"
    INTEREST = "interest 1-5"
    IMPACT = "impact"
    CURRENT = "my judgement"
    DESIRED = "desired level"
    MATRIX = "current and desired level"
    CADENCE = "cadence"
    DAY = "day of the judgement"
    LAST_CONTACT = "last contact"
    TAGS = "tags"
    NOTE = "note (private)"
    TOLD = "note (private), under its heading"
    LEFT_OUT = "left out"
    LABEL = "label of the next column"


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
