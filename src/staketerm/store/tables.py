"""The tables of a journal (design section 4); `staketerm.store.records` holds their rows."""

from typing import Any

from sqlalchemy import Column, ForeignKey, Index, MetaData, Table, text

from staketerm.store.types import Count, Data, Day, Flag, Key, Moment, Number, Words

metadata = MetaData()

COUNT, DATA, DAY, FLAG = Count(), Data(), Day(), Flag()
KEY, MOMENT, NUMBER, WORDS = Key(), Moment(), Number(), Words()
"""One of each type for all columns: SQLAlchemy works out what it must know of a type once for each
instance, and with one for each of 250 columns that was a fifth of the time to the first rows."""


_GONE = text("deleted IS NOT NULL")


def _table(name: str, *columns: Any) -> Table:
    return Table(name, metadata, *columns, sqlite_strict=True)


def _exchanged(name: str, *columns: Any) -> Table:
    """A table whose rows travel: stamped as a whole."""
    return _table(
        name,
        Column("id", KEY, primary_key=True),
        Column("rev", WORDS, nullable=False),
        Column("deleted", WORDS),
        Column("extra", DATA, nullable=False),
        *columns,
    )


def _field_stamped(name: str, *columns: Any) -> Table:
    """A table whose rows travel: every field has a stamp of its own."""
    return _exchanged(name, Column("revs", DATA, nullable=False), *columns)


def _to(name: str, target: str, *, nullable: bool = False) -> Column[Any]:
    return Column(name, KEY, ForeignKey(f"{target}.id"), nullable=nullable)


stakeholder = _field_stamped(
    "stakeholder",
    Column("kind", WORDS, nullable=False),
    Column("name", WORDS, nullable=False),
    Column("folded", WORDS, nullable=False),
    Column("handle", WORDS, nullable=False, unique=True),
    _to("organisation", "stakeholder", nullable=True),
    Column("job", WORDS),
    Column("language", WORDS),
    Column("do_not_contact", FLAG, nullable=False),
    Column("private", FLAG, nullable=False),
    _to("merged_into", "stakeholder", nullable=True),
    Index("stakeholder_folded", "folded"),
)

contact = _field_stamped(
    "contact",
    _to("stakeholder", "stakeholder"),
    Column("way", WORDS, nullable=False),
    Column("label", WORDS),
    Column("value", WORDS, nullable=False),
    Column("folded", WORDS, nullable=False),
    Index("contact_stakeholder", "stakeholder"),
    Index("contact_folded", "folded"),
)

project = _field_stamped(
    "project",
    Column("name", WORDS, nullable=False),
    Column("kind", WORDS, nullable=False),
    Column("starts", DAY),
    Column("ends", DAY),
    Column("sharing", WORDS, nullable=False),
)

involvement = _field_stamped(
    "involvement",
    _to("stakeholder", "stakeholder"),
    _to("project", "project"),
    Column("roles", WORDS),
    Column("power", COUNT),
    Column("interest", COUNT),
    Column("impact", WORDS),
    Column("reach", WORDS),
    Column("desired", WORDS),
    Column("valued_critic", FLAG, nullable=False),
    Column("style", WORDS),
    Column("ideal_days", COUNT),
    Column("latest_days", COUNT),
    Column("recurrence", WORDS),
    Column("salience", WORDS),
    Index("involvement_pair", "stakeholder", "project"),
)

ask = _field_stamped(
    "ask",
    _to("stakeholder", "stakeholder"),
    _to("project", "project"),
    Column("kind", WORDS, nullable=False),
    Column("by", WORDS, nullable=False),
    Column("asked_on", DAY, nullable=False),
    Column("text", WORDS),
    Column("due", DAY),
    Column("answered_on", DAY),
    Column("outcome", WORDS),
    Column("intensity", NUMBER, nullable=False),
    Column("origin", WORDS),
    Column("private", FLAG, nullable=False),
    Column("doubles", KEY),
    Index("ask_pair", "stakeholder", "project"),
)

agreement = _field_stamped(
    "agreement",
    _to("stakeholder", "stakeholder"),
    _to("project", "project"),
    Column("by", WORDS, nullable=False),
    Column("text", WORDS, nullable=False),
    Column("made_on", DAY, nullable=False),
    Column("due", DAY),
    Column("closed_on", DAY),
    Column("outcome", WORDS),
    Column("intensity", NUMBER, nullable=False),
    Column("private", FLAG, nullable=False),
    Column("doubles", KEY),
    Index("agreement_pair", "stakeholder", "project"),
)

entry = _field_stamped(
    "entry",
    Column("kind", WORDS, nullable=False),
    Column("day", DAY, nullable=False),
    _to("project", "project", nullable=True),
    Column("title", WORDS),
    Column("text", WORDS),
    Column("due", DAY),
    Column("closed_on", DAY),
    Column("outcome", WORDS),
    Column("private", FLAG, nullable=False),
    Index("entry_day", "day", "id"),
    Index("entry_project", "project", "kind", "day"),
)

action = _field_stamped(
    "action",
    _to("stakeholder", "stakeholder"),
    _to("project", "project"),
    Column("kind", WORDS, nullable=False),
    Column("occasion", WORDS, nullable=False),
    Column("state", WORDS, nullable=False),
    Column("on", DAY, nullable=False),
    Column("until", DAY),
    Column("why", WORDS),
    Column("outcome", WORDS),
    Index("action_pair", "stakeholder", "project"),
)

about = _exchanged(
    "about",
    _to("entry", "entry"),
    _to("stakeholder", "stakeholder"),
    Column("role", WORDS, nullable=False),
    Column("note", WORDS),
    Index("about_entry", "entry"),
    Index("about_stakeholder", "stakeholder"),
)

signal = _exchanged(
    "signal",
    _to("stakeholder", "stakeholder"),
    _to("project", "project"),
    _to("entry", "entry", nullable=True),
    Column("day", DAY, nullable=False),
    Column("kind", WORDS, nullable=False),
    Column("intensity", NUMBER, nullable=False),
    Column("note", WORDS),
    Column("source", WORDS),
    Column("origin", WORDS),
    Column("ignored", FLAG, nullable=False),
    Column("private", FLAG, nullable=False),
    Column("doubles", KEY),
    Index("signal_pair", "stakeholder", "project", "day"),
    Index("signal_day", "day", "id"),
    Index("signal_deleted", "id", sqlite_where=_GONE, postgresql_where=_GONE),
)

judgement = _exchanged(
    "judgement",
    _to("stakeholder", "stakeholder"),
    _to("project", "project"),
    Column("day", DAY, nullable=False),
    Column("label", WORDS, nullable=False),
    Column("note", WORDS),
    Column("by", WORDS),
    Column("origin", WORDS),
    Index("judgement_pair", "stakeholder", "project", "day"),
)

absence = _exchanged(
    "absence",
    _to("stakeholder", "stakeholder"),
    Column("starts", DAY, nullable=False),
    Column("ends", DAY, nullable=False),
    Column("note", WORDS),
    Index("absence_stakeholder", "stakeholder"),
)

consent = _exchanged(
    "consent",
    _to("stakeholder", "stakeholder"),
    _to("project", "project"),
    Column("day", DAY, nullable=False),
    Column("state", WORDS, nullable=False),
    Column("scope", WORDS),
    Column("load", COUNT),
    Column("until", DAY),
    Column("note", WORDS),
    Index("consent_pair", "stakeholder", "project", "day"),
)

tag = _exchanged(
    "tag",
    _to("stakeholder", "stakeholder"),
    Column("tag", WORDS, nullable=False),
    Index("tag_stakeholder", "stakeholder"),
)

setting = _exchanged(
    "setting",
    Column("name", WORDS, nullable=False),
    Column("day", DAY, nullable=False),
    Column("value", DATA),
)

meta = _table(
    "meta",
    Column("name", WORDS, primary_key=True),
    Column("value", WORDS),
)

batch = _table(
    "batch",
    Column("id", KEY, primary_key=True),
    Column("rev", WORDS, nullable=False, unique=True),
    Column("at", MOMENT, nullable=False),
    Column("author", WORDS, nullable=False),
    Column("verb", WORDS, nullable=False),
    _to("undoes", "batch", nullable=True),
    Column("unlogged", COUNT, nullable=False),
    Index("batch_undoes", "undoes"),
)

change = _table(
    "change",
    Column("n", COUNT, primary_key=True),
    _to("batch", "batch"),
    Column("tab", WORDS, nullable=False),
    Column("row", KEY, nullable=False),
    Column("field", WORDS),
    Column("old", DATA),
    Column("new", DATA),
    Column("rev", WORDS, nullable=False),
    Index("change_batch", "batch"),
    Index("change_row", "tab", "row"),
)

gone = _table(
    "gone",
    Column("share", KEY, primary_key=True),
    Column("tab", WORDS, primary_key=True),
    Column("row", KEY, primary_key=True),
    Column("rev", WORDS, nullable=False),
)
"""Every deletion that was told in a share, also of rows that came back or never came here."""

purged = _table(
    "purged",
    Column("id", KEY, primary_key=True),
    Column("tab", WORDS, nullable=False),
    Column("rev", WORDS, nullable=False),
)
"""Rows that were erased: nothing of them is left, and nothing brings them back."""

conflict = _table(
    "conflict",
    Column("share", KEY, primary_key=True),
    Column("tab", WORDS, primary_key=True),
    Column("row", KEY, primary_key=True),
    Column("field", WORDS, primary_key=True),
    Column("lost_rev", WORDS, primary_key=True),
    Column("lost_value", DATA),
    Column("won_rev", WORDS, nullable=False),
    Column("resolved", FLAG, nullable=False),
    Column("resolved_rev", WORDS),
)
"""Values that lost to others whose writers had not seen them; `field` is empty for a whole row.
`resolved_rev` is when somebody last settled it, or opened it again."""

peer = _table(
    "peer",
    Column("share", KEY, primary_key=True),
    Column("replica", WORDS, primary_key=True),
    Column("person", WORDS, nullable=False),
    Column("tick", WORDS, nullable=False),
    Column("files", DATA, nullable=False),
)
"""Whom a share was heard of: how far each was seen, and the files of theirs that were taken in."""

state = _table(
    "state",
    Column("stakeholder", KEY, ForeignKey("stakeholder.id"), primary_key=True),
    Column("project", KEY, ForeignKey("project.id"), primary_key=True),
    Column("for_points", NUMBER, nullable=False),
    Column("against_points", NUMBER, nullable=False),
    Column("energy", NUMBER, nullable=False),
    Column("day", DAY),
    Column("side", WORDS),
    Column("known", FLAG, nullable=False),
    Column("active", FLAG, nullable=False),
    Column("label", WORDS, nullable=False),
    Column("was", WORDS),
    Column("since", DAY),
    Column("trend", WORDS),
    Column("alarm_kind", WORDS),
    Column("alarm_since", DAY),
    Column("alarm_ended", DAY),
    Column("gap", WORDS),
    Column("blocking", COUNT, nullable=False),
    Column("last_contact", DAY),
    Column("stance", NUMBER, nullable=False),
    Column("low", NUMBER, nullable=False),
    Column("high", NUMBER, nullable=False),
    Column("evidence", NUMBER, nullable=False),
    Column("computed_on", DAY, nullable=False),
    Column("lapses_on", DAY),
    Index("state_lapses_on", "lapses_on"),
)

plan = _table(
    "plan",
    Column("id", WORDS, primary_key=True),
    Column("day", DAY, nullable=False),
    _to("stakeholder", "stakeholder"),
    _to("project", "project"),
    Column("handle", WORDS, nullable=False),
    Column("name", WORDS, nullable=False),
    Column("project_name", WORDS, nullable=False),
    Column("kind", WORDS, nullable=False),
    Column("occasion", WORDS, nullable=False),
    Column("ideal", DAY),
    Column("latest", DAY),
    Column("tier", COUNT, nullable=False),
    Column("impact", NUMBER, nullable=False),
    Column("reach", NUMBER, nullable=False),
    Column("urgency", NUMBER, nullable=False),
    Column("priority", NUMBER, nullable=False),
    Column("reason", WORDS, nullable=False),
    Column("rests", DATA, nullable=False),
    Column("brake", WORDS),
    Index("plan_stakeholder", "stakeholder"),
)

search = _table(
    "search",
    Column("n", COUNT, primary_key=True, autoincrement=False),
    Column("tab", WORDS, nullable=False),
    Column("row", KEY, nullable=False),
    Column("text", WORDS, nullable=False),
    Index("search_row", "row", unique=True),
)
