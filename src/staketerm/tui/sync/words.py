"""The words of a sync: what came and went in numbers, fields and their values (screens S8)."""

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from staketerm.domain.catalogue import CATALOGUE
from staketerm.domain.vocabulary import word
from staketerm.locale import N_, _, ngettext
from staketerm.tui.drawing.values import count

if TYPE_CHECKING:
    from staketerm.exchange.sync.standing import Outgoing
    from staketerm.exchange.sync.team import Synced

FIELDS: Mapping[str, str] = {
    "job": N_("role"),
    "do_not_contact": N_("do not contact"),
    "merged_into": N_("is the same as"),
    "ideal_days": N_("ideal interval"),
    "latest_days": N_("latest interval"),
    "asked_on": N_("asked on"),
    "answered_on": N_("answered on"),
    "made_on": N_("made on"),
    "closed_on": N_("closed on"),
    "valued_critic": N_("valued critic"),
    "deleted": N_("there or deleted"),
    "sharing": N_("what is shared"),
    "doubles": N_("logged twice"),
}
"""Fields that are called otherwise on screen than in files."""

WORDED = frozenset({"kind", "impact", "reach", "desired", "style", "outcome", "state", "by"})
"""Fields of which the value is a word of the program's."""

QUIET = frozenset({"involvement", "about", "contact", "tag"})
"""Rows that come with others: counted only where nothing else is."""


def counted(kinds: Mapping[str, int], changed: int = 0, deleted: int = 0, erased: int = 0) -> str:
    """ "4 signals, 1 stakeholder, 2 edits": new rows by table, and what became of others."""
    rest = dict(kinds)
    parts = []
    for table, one, many in (
        ("signal", N_("{n} signal"), N_("{n} signals")),
        ("stakeholder", N_("{n} stakeholder"), N_("{n} stakeholders")),
        ("entry", N_("{n} entry"), N_("{n} entries")),
        ("ask", N_("{n} ask"), N_("{n} asks")),
        ("agreement", N_("{n} agreement"), N_("{n} agreements")),
        ("project", N_("{n} project"), N_("{n} projects")),
    ):
        parts.append(_said(one, many, rest.pop(table, 0)))
    quiet = sum(rest.pop(table, 0) for table in QUIET)
    parts.append(_said(N_("{n} other"), N_("{n} others"), sum(rest.values())))
    parts.append(_said(N_("{n} edit"), N_("{n} edits"), changed))
    parts.append(_said(N_("{n} deleted"), N_("{n} deleted"), deleted))
    parts.append(_said(N_("{n} erased"), N_("{n} erased"), erased))
    if not any(parts):
        parts.append(_said(N_("{n} detail"), N_("{n} details"), quiet))
    return ", ".join(filter(None, parts)) or _("nothing new")


def came(synced: "Synced") -> str:
    """What came of everybody; values in conflict where nothing else did."""
    taken = synced.taken
    conflicts = sum(each.conflicts for each in taken)
    if conflicts and not any(each.new or each.changed or each.deleted for each in taken):
        return _said(N_("{n} conflict"), N_("{n} conflicts"), conflicts)
    return counted(
        sum((each.kinds for each in taken), Counter()),
        sum(each.changed for each in taken),
        sum(each.deleted for each in taken),
        sum(each.erased for each in taken),
    )


def went(out: "Outgoing") -> str:
    """What goes out, or did."""
    return counted(out.kinds, out.changed, out.deleted, out.erased)


def _said(one: str, many: str, n: int) -> str:
    return ngettext(one, many, n).format(n=count(n)) if n else ""


def field_word(table: str, field: str | None) -> str:
    """What a field is called; of a row as a whole, what the row is."""
    if field is None:
        return word(table)
    return _(FIELDS[field]) if field in FIELDS else word(field)


def value_words(field: str | None, value: Any, other: Any) -> str:
    """A value in conflict; of a row as a whole what differs from the other version."""
    if isinstance(value, dict):
        against = other if isinstance(other, dict) else {}
        told = (
            f"{field_word('', name)} {value_words(name, each, None)}"
            for name, each in value.items()
            if each != against.get(name)
        )
        return ", ".join(told)
    if field == "deleted":
        return _("deleted") if value else _("there")
    if isinstance(value, bool) or field == "doubles":
        return _("yes") if value else _("no")
    if field in WORDED and isinstance(value, str):
        known = CATALOGUE.get(value) if field == "kind" else None
        return known.label if known else word(value)
    if field in ("ideal_days", "latest_days") and value:
        return ngettext("{n} day", "{n} days", value).format(n=count(value))
    if value is None or value == "":
        return _("nothing")
    return str(value).replace("\n", " / ")
