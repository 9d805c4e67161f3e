"""Schema 1: the tables of the first release.

A copy, not a reference to `staketerm.store.tables`: those move on, this stays what schema 1 was.
"""

from typing import Any

from alembic import op
from sqlalchemy import Column, ForeignKey, text

from staketerm.store.types import Count, Data, Day, Flag, Key, Moment, Number, Words

revision = "0001"
down_revision = None

PUNCTUATION = (
    "!\"#$%&''()*+,-./:;<=>?@[\\]^_`{|}~"
    "¡¢£¤¥¦§¨©«¬®¯°±´¶·¸»¿×÷‐‑‒–—―‖‗‘’‚‛“”„‟†‡•‣․‥…‧‰‱′″‴‵‶‷‸‹›※‼‽‾‿⁀⁁⁂⁃⁄⁅⁆⁇⁈⁉⁊⁋⁌⁍⁎⁏⁐⁑⁒⁓⁔⁕⁖"
    "⁗⁘⁙⁚⁛⁜⁝⁞、。〃〄〈〉《》「」『』【】〒〓〔〕〖〗〘〙〚〛〜〝〞〟"
)
SEARCH_WORDS = {
    "sqlite": "CREATE VIRTUAL TABLE search_words USING fts5(text, content='search', "
    "content_rowid='n', tokenize='unicode61', prefix='2 3')",
    "postgresql": "CREATE INDEX search_words ON search USING gin (to_tsvector("
    f"'simple'::regconfig, translate(text, '{PUNCTUATION}', '{' ' * (len(PUNCTUATION) - 1)}')))",
}


def upgrade() -> None:
    """Make all tables and their indexes."""
    _people()
    _ledger()
    _told()
    _own()
    op.execute(SEARCH_WORDS[op.get_bind().dialect.name])


def _table(name: str, *columns: Column[Any]) -> None:
    op.create_table(name, *columns, sqlite_strict=True)


def _exchanged(name: str, *columns: Column[Any]) -> None:
    _table(
        name,
        Column("id", Key, primary_key=True),
        Column("rev", Words, nullable=False),
        Column("deleted", Words),
        Column("extra", Data, nullable=False),
        *columns,
    )


def _field_stamped(name: str, *columns: Column[Any]) -> None:
    _exchanged(name, Column("revs", Data, nullable=False), *columns)


def _people() -> None:
    """Who there is, and in what."""
    _field_stamped(
        "stakeholder",
        Column("kind", Words, nullable=False),
        Column("name", Words, nullable=False),
        Column("folded", Words, nullable=False),
        Column("handle", Words, nullable=False, unique=True),
        Column("organisation", Key, ForeignKey("stakeholder.id")),
        Column("job", Words),
        Column("language", Words),
        Column("do_not_contact", Flag, nullable=False),
        Column("private", Flag, nullable=False),
        Column("merged_into", Key, ForeignKey("stakeholder.id")),
    )
    op.create_index("stakeholder_folded", "stakeholder", ["folded"])
    _field_stamped(
        "contact",
        Column("stakeholder", Key, ForeignKey("stakeholder.id"), nullable=False),
        Column("way", Words, nullable=False),
        Column("label", Words),
        Column("value", Words, nullable=False),
        Column("folded", Words, nullable=False),
    )
    op.create_index("contact_folded", "contact", ["folded"])
    op.create_index("contact_stakeholder", "contact", ["stakeholder"])
    _field_stamped(
        "project",
        Column("name", Words, nullable=False),
        Column("kind", Words, nullable=False),
        Column("starts", Day),
        Column("ends", Day),
        Column("sharing", Words, nullable=False),
    )
    _field_stamped(
        "involvement",
        Column("stakeholder", Key, ForeignKey("stakeholder.id"), nullable=False),
        Column("project", Key, ForeignKey("project.id"), nullable=False),
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
        Column("recurrence", Words),
        Column("salience", Words),
    )
    op.create_index("involvement_pair", "involvement", ["stakeholder", "project"])
    _exchanged(
        "tag",
        Column("stakeholder", Key, ForeignKey("stakeholder.id"), nullable=False),
        Column("tag", Words, nullable=False),
    )
    op.create_index("tag_stakeholder", "tag", ["stakeholder"])
    _exchanged(
        "absence",
        Column("stakeholder", Key, ForeignKey("stakeholder.id"), nullable=False),
        Column("starts", Day, nullable=False),
        Column("ends", Day, nullable=False),
        Column("note", Words),
    )
    op.create_index("absence_stakeholder", "absence", ["stakeholder"])
    _exchanged(
        "consent",
        Column("stakeholder", Key, ForeignKey("stakeholder.id"), nullable=False),
        Column("project", Key, ForeignKey("project.id"), nullable=False),
        Column("day", Day, nullable=False),
        Column("state", Words, nullable=False),
        Column("scope", Words),
        Column("load", Count),
        Column("until", Day),
        Column("note", Words),
    )
    op.create_index("consent_pair", "consent", ["stakeholder", "project", "day"])


def _ledger() -> None:
    """What is asked, promised and decided."""
    _field_stamped(
        "ask",
        Column("stakeholder", Key, ForeignKey("stakeholder.id"), nullable=False),
        Column("project", Key, ForeignKey("project.id"), nullable=False),
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
        Column("doubles", Key),
    )
    op.create_index("ask_pair", "ask", ["stakeholder", "project"])
    _field_stamped(
        "agreement",
        Column("stakeholder", Key, ForeignKey("stakeholder.id"), nullable=False),
        Column("project", Key, ForeignKey("project.id"), nullable=False),
        Column("by", Words, nullable=False),
        Column("text", Words, nullable=False),
        Column("made_on", Day, nullable=False),
        Column("due", Day),
        Column("closed_on", Day),
        Column("outcome", Words),
        Column("intensity", Number, nullable=False),
        Column("private", Flag, nullable=False),
        Column("doubles", Key),
    )
    op.create_index("agreement_pair", "agreement", ["stakeholder", "project"])
    _field_stamped(
        "action",
        Column("stakeholder", Key, ForeignKey("stakeholder.id"), nullable=False),
        Column("project", Key, ForeignKey("project.id"), nullable=False),
        Column("kind", Words, nullable=False),
        Column("occasion", Words, nullable=False),
        Column("state", Words, nullable=False),
        Column("on", Day, nullable=False),
        Column("until", Day),
        Column("why", Words),
        Column("outcome", Words),
    )
    op.create_index("action_pair", "action", ["stakeholder", "project"])


def _told() -> None:
    """What was seen and said."""
    _field_stamped(
        "entry",
        Column("kind", Words, nullable=False),
        Column("day", Day, nullable=False),
        Column("project", Key, ForeignKey("project.id")),
        Column("title", Words),
        Column("text", Words),
        Column("due", Day),
        Column("closed_on", Day),
        Column("outcome", Words),
        Column("private", Flag, nullable=False),
    )
    op.create_index("entry_day", "entry", ["day", "id"])
    op.create_index("entry_project", "entry", ["project", "kind", "day"])
    _exchanged(
        "about",
        Column("entry", Key, ForeignKey("entry.id"), nullable=False),
        Column("stakeholder", Key, ForeignKey("stakeholder.id"), nullable=False),
        Column("role", Words, nullable=False),
        Column("note", Words),
    )
    op.create_index("about_entry", "about", ["entry"])
    op.create_index("about_stakeholder", "about", ["stakeholder"])
    _exchanged(
        "signal",
        Column("stakeholder", Key, ForeignKey("stakeholder.id"), nullable=False),
        Column("project", Key, ForeignKey("project.id"), nullable=False),
        Column("entry", Key, ForeignKey("entry.id")),
        Column("day", Day, nullable=False),
        Column("kind", Words, nullable=False),
        Column("intensity", Number, nullable=False),
        Column("note", Words),
        Column("source", Words),
        Column("origin", Words),
        Column("ignored", Flag, nullable=False),
        Column("private", Flag, nullable=False),
        Column("doubles", Key),
    )
    op.create_index("signal_day", "signal", ["day", "id"])
    gone = text("deleted IS NOT NULL")
    op.create_index("signal_deleted", "signal", ["id"], sqlite_where=gone, postgresql_where=gone)
    op.create_index("signal_pair", "signal", ["stakeholder", "project", "day"])
    _exchanged(
        "judgement",
        Column("stakeholder", Key, ForeignKey("stakeholder.id"), nullable=False),
        Column("project", Key, ForeignKey("project.id"), nullable=False),
        Column("day", Day, nullable=False),
        Column("label", Words, nullable=False),
        Column("note", Words),
        Column("by", Words),
        Column("origin", Words),
    )
    op.create_index("judgement_pair", "judgement", ["stakeholder", "project", "day"])
    _exchanged(
        "setting",
        Column("name", Words, nullable=False),
        Column("day", Day, nullable=False),
        Column("value", Data),
    )


def _own() -> None:
    """What belongs to this journal alone."""
    _table(
        "meta",
        Column("name", Words, primary_key=True),
        Column("value", Words),
    )
    _table(
        "batch",
        Column("id", Key, primary_key=True),
        Column("rev", Words, nullable=False, unique=True),
        Column("at", Moment, nullable=False),
        Column("author", Words, nullable=False),
        Column("verb", Words, nullable=False),
        Column("undoes", Key, ForeignKey("batch.id")),
        Column("unlogged", Count, nullable=False),
    )
    op.create_index("batch_undoes", "batch", ["undoes"])
    _table(
        "change",
        Column("n", Count, primary_key=True),
        Column("batch", Key, ForeignKey("batch.id"), nullable=False),
        Column("tab", Words, nullable=False),
        Column("row", Key, nullable=False),
        Column("field", Words),
        Column("old", Data),
        Column("new", Data),
        Column("rev", Words, nullable=False),
    )
    op.create_index("change_batch", "change", ["batch"])
    op.create_index("change_row", "change", ["tab", "row"])
    _table(
        "gone",
        Column("share", Key, primary_key=True),
        Column("tab", Words, primary_key=True),
        Column("row", Key, primary_key=True),
        Column("rev", Words, nullable=False),
    )
    _table(
        "purged",
        Column("id", Key, primary_key=True),
        Column("tab", Words, nullable=False),
        Column("rev", Words, nullable=False),
    )
    _table(
        "conflict",
        Column("share", Key, primary_key=True),
        Column("tab", Words, primary_key=True),
        Column("row", Key, primary_key=True),
        Column("field", Words, primary_key=True),
        Column("lost_rev", Words, primary_key=True),
        Column("lost_value", Data),
        Column("won_rev", Words, nullable=False),
        Column("resolved", Flag, nullable=False),
        Column("resolved_rev", Words),
    )
    _table(
        "peer",
        Column("share", Key, primary_key=True),
        Column("replica", Words, primary_key=True),
        Column("person", Words, nullable=False),
        Column("tick", Words, nullable=False),
        Column("files", Data, nullable=False),
    )
    _table(
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
        Column("alarm_ended", Day),
        Column("gap", Words),
        Column("blocking", Count, nullable=False),
        Column("last_contact", Day),
        Column("stance", Number, nullable=False),
        Column("low", Number, nullable=False),
        Column("high", Number, nullable=False),
        Column("evidence", Number, nullable=False),
        Column("computed_on", Day, nullable=False),
        Column("lapses_on", Day),
    )
    op.create_index("state_lapses_on", "state", ["lapses_on"])
    _table(
        "plan",
        Column("id", Words, primary_key=True),
        Column("day", Day, nullable=False),
        Column("stakeholder", Key, ForeignKey("stakeholder.id"), nullable=False),
        Column("project", Key, ForeignKey("project.id"), nullable=False),
        Column("handle", Words, nullable=False),
        Column("name", Words, nullable=False),
        Column("project_name", Words, nullable=False),
        Column("kind", Words, nullable=False),
        Column("occasion", Words, nullable=False),
        Column("ideal", Day),
        Column("latest", Day),
        Column("tier", Count, nullable=False),
        Column("impact", Number, nullable=False),
        Column("reach", Number, nullable=False),
        Column("urgency", Number, nullable=False),
        Column("priority", Number, nullable=False),
        Column("reason", Words, nullable=False),
        Column("rests", Data, nullable=False),
        Column("brake", Words),
    )
    op.create_index("plan_stakeholder", "plan", ["stakeholder"])
    _table(
        "search",
        Column("n", Count, primary_key=True, autoincrement=False),
        Column("tab", Words, nullable=False),
        Column("row", Key, nullable=False),
        Column("text", Words, nullable=False),
    )
    op.create_index("search_row", "search", ["row"], unique=True)
