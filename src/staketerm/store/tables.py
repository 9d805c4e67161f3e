"""The tables of a journal (design section 4); `staketerm.store.records` holds their rows."""

from typing import Any

from sqlalchemy import Column, ForeignKey, Index, MetaData, Table

from staketerm.store.types import Count, Data, Day, Flag, Key, Moment, Number, Words

metadata = MetaData()


def _table(name: str, *columns: Any) -> Table:
    return Table(name, metadata, *columns, sqlite_strict=True)


def _exchanged(name: str, *columns: Any) -> Table:
    """A table whose rows travel: stamped as a whole."""
    return _table(
        name,
        Column("id", Key, primary_key=True),
        Column("rev", Words, nullable=False),
        Column("deleted", Words),
        Column("extra", Data, nullable=False),
        *columns,
    )


def _field_stamped(name: str, *columns: Any) -> Table:
    """A table whose rows travel: every field has a stamp of its own."""
    return _exchanged(name, Column("revs", Data, nullable=False), *columns)


def _to(name: str, target: str, *, nullable: bool = False) -> Column[Any]:
    return Column(name, Key, ForeignKey(f"{target}.id"), nullable=nullable)


stakeholder = _field_stamped(
    "stakeholder",
    Column("kind", Words, nullable=False),
    Column("name", Words, nullable=False),
    Column("folded", Words, nullable=False),
    Column("handle", Words, nullable=False, unique=True),
    _to("organisation", "stakeholder", nullable=True),
    Column("job", Words),
    Column("language", Words),
    Column("do_not_contact", Flag, nullable=False),
    Column("private", Flag, nullable=False),
    _to("merged_into", "stakeholder", nullable=True),
    Index("stakeholder_folded", "folded"),
)

contact = _field_stamped(
    "contact",
    _to("stakeholder", "stakeholder"),
    Column("way", Words, nullable=False),
    Column("label", Words),
    Column("value", Words, nullable=False),
    Column("folded", Words, nullable=False),
    Index("contact_stakeholder", "stakeholder"),
    Index("contact_folded", "folded"),
)

project = _field_stamped(
    "project",
    Column("name", Words, nullable=False),
    Column("kind", Words, nullable=False),
    Column("starts", Day),
    Column("ends", Day),
    Column("sharing", Words, nullable=False),
)

involvement = _field_stamped(
    "involvement",
    _to("stakeholder", "stakeholder"),
    _to("project", "project"),
    Column("roles", Words),
    Column("power", Count),
    Column("interest", Count),
    Column("impact", Words),
    Column("reach", Words),
    Column("desired", Words),
    Column("valued_critic", Flag, nullable=False),
    Column("style", Words),
    Column("ideal_days", Count),
    Column("latest_days", Count),
    Index("involvement_pair", "stakeholder", "project"),
)

ask = _field_stamped(
    "ask",
    _to("stakeholder", "stakeholder"),
    _to("project", "project"),
    Column("kind", Words, nullable=False),
    Column("by", Words, nullable=False),
    Column("asked_on", Day, nullable=False),
    Column("text", Words),
    Column("due", Day),
    Column("answered_on", Day),
    Column("outcome", Words),
    Column("intensity", Number, nullable=False),
    Column("origin", Words),
    Column("private", Flag, nullable=False),
    Index("ask_pair", "stakeholder", "project"),
)

agreement = _field_stamped(
    "agreement",
    _to("stakeholder", "stakeholder"),
    _to("project", "project"),
    Column("by", Words, nullable=False),
    Column("text", Words, nullable=False),
    Column("made_on", Day, nullable=False),
    Column("due", Day),
    Column("closed_on", Day),
    Column("outcome", Words),
    Column("private", Flag, nullable=False),
    Index("agreement_pair", "stakeholder", "project"),
)

entry = _field_stamped(
    "entry",
    Column("kind", Words, nullable=False),
    Column("day", Day, nullable=False),
    _to("project", "project", nullable=True),
    Column("title", Words),
    Column("text", Words),
    Column("private", Flag, nullable=False),
    Index("entry_day", "day", "id"),
)

action = _field_stamped(
    "action",
    _to("stakeholder", "stakeholder"),
    _to("project", "project"),
    Column("kind", Words, nullable=False),
    Column("occasion", Words, nullable=False),
    Column("state", Words, nullable=False),
    Column("on", Day, nullable=False),
    Column("until", Day),
    Column("why", Words),
    Column("outcome", Words),
    Index("action_pair", "stakeholder", "project"),
)

about = _exchanged(
    "about",
    _to("entry", "entry"),
    _to("stakeholder", "stakeholder"),
    Column("role", Words, nullable=False),
    Index("about_entry", "entry"),
    Index("about_stakeholder", "stakeholder"),
)

signal = _exchanged(
    "signal",
    _to("stakeholder", "stakeholder"),
    _to("project", "project"),
    _to("entry", "entry", nullable=True),
    Column("day", Day, nullable=False),
    Column("kind", Words, nullable=False),
    Column("intensity", Number, nullable=False),
    Column("note", Words),
    Column("source", Words),
    Column("origin", Words),
    Column("ignored", Flag, nullable=False),
    Column("private", Flag, nullable=False),
    Index("signal_pair", "stakeholder", "project", "day"),
    Index("signal_day", "day", "id"),
)

judgement = _exchanged(
    "judgement",
    _to("stakeholder", "stakeholder"),
    _to("project", "project"),
    Column("day", Day, nullable=False),
    Column("label", Words, nullable=False),
    Column("note", Words),
    Column("by", Words),
    Column("origin", Words),
    Index("judgement_pair", "stakeholder", "project", "day"),
)

absence = _exchanged(
    "absence",
    _to("stakeholder", "stakeholder"),
    Column("starts", Day, nullable=False),
    Column("ends", Day, nullable=False),
    Column("note", Words),
    Index("absence_stakeholder", "stakeholder"),
)

tag = _exchanged(
    "tag",
    _to("stakeholder", "stakeholder"),
    Column("tag", Words, nullable=False),
    Index("tag_stakeholder", "stakeholder"),
)

setting = _exchanged(
    "setting",
    Column("name", Words, nullable=False),
    Column("day", Day, nullable=False),
    Column("value", Data),
)

meta = _table(
    "meta",
    Column("name", Words, primary_key=True),
    Column("value", Words),
)

batch = _table(
    "batch",
    Column("id", Key, primary_key=True),
    Column("rev", Words, nullable=False, unique=True),
    Column("at", Moment, nullable=False),
    Column("author", Words, nullable=False),
    Column("verb", Words, nullable=False),
    _to("undoes", "batch", nullable=True),
    Column("unlogged", Count, nullable=False),
    Index("batch_undoes", "undoes"),
)

change = _table(
    "change",
    Column("n", Count, primary_key=True),
    _to("batch", "batch"),
    Column("tab", Words, nullable=False),
    Column("row", Key, nullable=False),
    Column("field", Words),
    Column("old", Data),
    Column("new", Data),
    Column("rev", Words, nullable=False),
    Index("change_batch", "batch"),
    Index("change_row", "tab", "row"),
)

state = _table(
    "state",
    Column("stakeholder", Key, ForeignKey("stakeholder.id"), primary_key=True),
    Column("project", Key, ForeignKey("project.id"), primary_key=True),
    Column("for_points", Number, nullable=False),
    Column("against_points", Number, nullable=False),
    Column("energy", Number, nullable=False),
    Column("day", Day),
    Column("side", Words),
    Column("known", Flag, nullable=False),
    Column("active", Flag, nullable=False),
    Column("label", Words, nullable=False),
    Column("was", Words),
    Column("since", Day),
    Column("trend", Words),
    Column("alarm_kind", Words),
    Column("alarm_since", Day),
    Column("gap", Words),
    Column("last_contact", Day),
    Column("stance", Number, nullable=False),
    Column("low", Number, nullable=False),
    Column("high", Number, nullable=False),
    Column("evidence", Number, nullable=False),
    Column("computed_on", Day, nullable=False),
    Column("lapses_on", Day),
    Index("state_lapses_on", "lapses_on"),
)

plan = _table(
    "plan",
    Column("id", Words, primary_key=True),
    Column("day", Day, nullable=False),
    _to("stakeholder", "stakeholder"),
    _to("project", "project"),
    Column("handle", Words, nullable=False),
    Column("name", Words, nullable=False),
    Column("project_name", Words, nullable=False),
    Column("kind", Words, nullable=False),
    Column("occasion", Words, nullable=False),
    Column("ideal", Day),
    Column("latest", Day),
    Column("priority", Number, nullable=False),
    Column("reason", Words, nullable=False),
    Column("brake", Words),
    Index("plan_stakeholder", "stakeholder"),
)

search = _table(
    "search",
    Column("n", Count, primary_key=True, autoincrement=False),
    Column("tab", Words, nullable=False),
    Column("row", Key, nullable=False),
    Column("text", Words, nullable=False),
    Index("search_row", "row", unique=True),
)
