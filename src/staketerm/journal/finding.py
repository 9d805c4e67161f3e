"""Finding anything that was ever written: people first, then full text (F70)."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Select, select

from staketerm.journal.evidence import CHUNK
from staketerm.store import tables
from staketerm.store.search import search
from staketerm.store.work import Reader

MOST_NOTES = 2_000
"""How many notes a word of a filter is looked for in."""


def holders(reader: Reader, word: str) -> set[str]:
    """The ids of the stakeholders about whom something was written that holds a word."""
    by_table: dict[str, list[str]] = {}
    for hit in search(reader, word, MOST_NOTES):
        by_table.setdefault(hit.table, []).append(hit.id)
    found = set(by_table.pop("stakeholder", ()))
    for table, ids in by_table.items():
        for start in range(0, len(ids), CHUNK):
            query = _whose(table, ids[start : start + CHUNK])
            found.update(who for (who,) in reader.select(query))
    return found


def _whose(table: str, ids: Iterable[str]) -> Select[Any]:
    """The stakeholders that rows of a table belong to; those of an entry are whom it is about."""
    if table == "entry":
        link = tables.about
        return select(link.c.stakeholder).where(link.c.entry.in_(ids), link.c.deleted.is_(None))
    columns = tables.metadata.tables[table].c
    return select(columns.stakeholder).where(columns.id.in_(ids))
