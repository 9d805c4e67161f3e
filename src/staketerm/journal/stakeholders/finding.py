"""Finding anything that was ever written: people first, then full text (F70)."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Select, select

from staketerm.domain.text import fold
from staketerm.journal.opening import Journal
from staketerm.journal.stakeholders.credits import written_by
from staketerm.journal.stakeholders.merged import turned_out
from staketerm.journal.timeline import Told, told
from staketerm.store import tables
from staketerm.store.portions import portions
from staketerm.store.reader import Reader
from staketerm.store.search import search

MOST_NOTES = 2_000
"""How many notes a word of a filter is looked for in."""

MOST_FOUND = 200
"""How many items a search answers with, newest first."""

MOST_PEOPLE = 3
"""How many people whose name fits bring along what was told of them."""

BY = ("by:", "door:")
"""Begins a word that names who wrote something, in both languages."""

TOLD_TABLES = frozenset({"signal", "ask", "agreement", "entry"})
"""The tables whose rows are told and hold text."""


def holders(reader: Reader, word: str) -> set[str]:
    """The ids of the stakeholders about whom something was written that holds a word."""
    by_table: dict[str, list[str]] = {}
    for hit in search(reader, word, MOST_NOTES):
        by_table.setdefault(hit.table, []).append(hit.id)
    named = by_table.pop("stakeholder", [])
    known = turned_out(reader, named)
    found = {known.get(who, who) for who in named}
    for table, ids in by_table.items():
        for some in portions(ids):
            query = _whose(table, some)
            found.update(who for (who,) in reader.select(query))
    return found


def _whose(table: str, ids: Iterable[str]) -> Select[Any]:
    """The stakeholders that rows of a table belong to; those of an entry are whom it is about."""
    if table == "entry":
        link = tables.about
        return select(link.c.stakeholder).where(link.c.entry.in_(ids), link.c.deleted.is_(None))
    columns = tables.metadata.tables[table].c
    return select(columns.stakeholder).where(columns.id.in_(ids))


def written(
    journal: Journal, text: str, project: str | None = None, as_of: date | None = None
) -> tuple[Told, ...]:
    """What was told that holds all words of `text`, newest first, `MOST_FOUND` items at most.

    Somebody whose name holds them brings along what was told of them. `by:NAME` among the words
    narrows to what that colleague wrote, or oneself.
    """
    text, author = _parted(text)
    if author is None:
        return _holding(journal, text, project, as_of)
    with journal.read() as reader:
        theirs = written_by(reader, author, journal.store.author, most=None if text else MOST_FOUND)
    if not text:
        return told(journal, project=project, as_of=as_of, only=theirs)
    found = _holding(journal, text, project, as_of)
    return tuple(item for item in found if item.id in set(theirs))


def _parted(text: str) -> tuple[str, str | None]:
    """The words, and the name that stands behind `by:` among them."""
    words = text.split()
    name = next((word for word in words if fold(word).startswith(BY)), None)
    if name is None:
        return text, None
    words.remove(name)
    return " ".join(words), name.partition(":")[2]


def _holding(
    journal: Journal, text: str, project: str | None, as_of: date | None
) -> tuple[Told, ...]:
    with journal.read() as reader:
        hits = search(reader, text, MOST_FOUND)
        named = [hit.id for hit in hits if hit.table == "stakeholder"]
        known = turned_out(reader, named)
    rows = [hit.id for hit in hits if hit.table in TOLD_TABLES]
    people = [known.get(who, who) for who in named]
    found = list(told(journal, project=project, as_of=as_of, only=rows) if rows else ())
    for who in list(dict.fromkeys(people))[:MOST_PEOPLE]:
        found += told(journal, stakeholder=who, project=project, as_of=as_of)
    unique = {item.place: item for item in found}
    return tuple(unique[place] for place in sorted(unique, reverse=True)[:MOST_FOUND])
