"""What others have written since one last looked: what a screen must read anew."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, select

from staketerm.journal.opening import Journal
from staketerm.journal.receipt import Receipt
from staketerm.store import tables
from staketerm.store.opening import ME
from staketerm.store.reader import Reader

MOST = 200
"""Rows that are named one by one; of more, everything may look different."""

Rows = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class News:
    """What others wrote, as the receipt of it; None where that is so much, or of such a kind, that
    everything may look different. `authors` are whoever wrote it under another name than one's own.
    """

    receipt: Receipt | None
    authors: tuple[str, ...]


def news(journal: Journal) -> News | None:
    """What others have written since this was asked last; None, after a look at one row, where
    nobody has.
    """
    since = journal.store.news()
    if since is None:
        return None
    batch = tables.batch
    with journal.read() as reader:
        found = reader.select(select(batch).where(batch.c.rev > since).order_by(batch.c.rev))
        own = {journal.store.author, ME}
        authors = tuple(dict.fromkeys(row.author for row in found if row.author not in own))
        if not found or any(row.unlogged for row in found):
            return News(None, authors)
        rows = _rows(reader, [row.id for row in found])
        concerned = None if rows is None else _concerned(reader, rows)
    if rows is None or concerned is None:
        return News(None, authors)
    last = found[-1]
    return News(Receipt(last.id, last.verb, rows=rows, concerned=concerned), authors)


def _rows(reader: Reader, batches: list[str]) -> Rows | None:
    """The rows of batches; None where they are too many to name."""
    if len(batches) > MOST:
        return None
    change = tables.change.c
    query = select(change.tab, change.row).where(change.batch.in_(batches)).distinct()
    found = tuple((tab, row) for tab, row in reader.select(query.limit(MOST + 1)))
    return found if len(found) <= MOST else None


def _concerned(reader: Reader, rows: Rows) -> tuple[str, ...] | None:
    """The stakeholders that rows are about; None where they are about no one in particular."""
    by_table: dict[str, list[str]] = {}
    for table, row in rows:
        by_table.setdefault(table, []).append(row)
    if by_table.keys() & {"setting", "project"}:
        return None
    return tuple(
        sorted({who for name in by_table for who in _owners(reader, name, by_table[name])})
    )


def _owners(reader: Reader, table: str, ids: list[str]) -> Iterator[str]:
    columns = tables.metadata.tables[table].c
    if table == "stakeholder":
        yield from ids
    elif table == "entry":
        about = tables.about.c
        yield from (who for (who,) in reader.select(_distinct(about.stakeholder, about.entry, ids)))
    else:
        query = _distinct(columns.stakeholder, columns.id, ids)
        yield from (who for (who,) in reader.select(query))


def _distinct(
    wanted: ColumnElement[str], column: ColumnElement[str], ids: list[str]
) -> Select[str]:
    return select(wanted).where(column.in_(ids)).distinct()
