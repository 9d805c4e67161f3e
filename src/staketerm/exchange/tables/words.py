"""The words on screen for what a table holds, in the language spoken now."""

from staketerm.exchange.tables.fields import Field
from staketerm.exchange.tables.layouts import Layout
from staketerm.locale import _


def field_word(name: str) -> str:
    """The word on screen for what a row adds or what stays: `Planned.adds`, `Kept.field`."""
    words = {
        "organisation": _("organisation"),
        "job": _("job"),
        "language": _("language"),
        "roles": _("roles"),
        "power": _("power"),
        "interest": _("interest"),
        "impact": _("impact"),
        "desired": _("desired level"),
        "style": _("style"),
        "ideal_days": _("cadence in days"),
        "current": _("judgement"),
        "last_contact": _("last contact"),
        "note": _("note"),
        "email": _("e-mail"),
        "phone": _("phone"),
        "url": _("web page"),
        "address": _("address"),
        "tags": _("tags"),
        "project": _("project"),
    }
    return words[name]


def column_word(field: Field) -> str:
    """The word on screen for what a column goes to."""
    words = {
        Field.NAME: _("name"),
        Field.GIVEN: _("first name"),
        Field.MIDDLE: _("middle name"),
        Field.FAMILY: _("last name"),
        Field.NICKNAME: _("nickname"),
        Field.GROUP: _("group"),
        Field.KIND: _("kind"),
        Field.ORGANISATION: _("organisation"),
        Field.UNIT: _("department"),
        Field.JOB: _("job"),
        Field.ROLES: _("roles"),
        Field.EMAIL: _("e-mail"),
        Field.PHONE: _("phone"),
        Field.URL: _("web page"),
        Field.ADDRESS: _("address"),
        Field.ADDRESS_PART: _("part of an address"),
        Field.LANGUAGE: _("language"),
        Field.PRIVATE: _("private"),
        Field.POWER: _("power 1-5"),
        Field.INTEREST: _("interest 1-5"),
        Field.IMPACT: _("impact"),
        Field.CURRENT: _("my judgement"),
        Field.DESIRED: _("desired level"),
        Field.MATRIX: _("current and desired level"),
        Field.CADENCE: _("cadence"),
        Field.DAY: _("day of the judgement"),
        Field.LAST_CONTACT: _("last contact"),
        Field.TAGS: _("tags"),
        Field.NOTE: _("note (private)"),
        Field.TOLD: _("note (private), under its heading"),
        Field.LEFT_OUT: _("left out"),
        Field.LABEL: _("label of the next column"),
    }
    return words[field]


def layout_word(layout: Layout) -> str:
    """The word on screen for a kind of table; programs go by their own name."""
    words = {"register": _("register"), "contacts": _("contacts")}
    return words.get(layout.id, layout.title)
