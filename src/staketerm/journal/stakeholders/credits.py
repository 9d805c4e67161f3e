"""Which colleagues wrote about whom: what `by:NAME` narrows lists and searches to."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, and_, func, or_, select

from staketerm.domain.text import fold
from staketerm.journal.authors import Authors
from staketerm.journal.stakeholders.person_row import PersonRow
from staketerm.store import tables
from staketerm.store.reader import Reader

REPLICA_FROM = 19
"""Where in a stamp the replica begins, counted from one."""


def with_authors(reader: Reader, rows: Iterable[PersonRow], me: str) -> list[PersonRow]:
    """The rows with the names of those who wrote signals, asks, agreements or notes of them; `me`
    is how one signs oneself.
    """
    authors = Authors.of(reader, me)
    if authors.alone:
        return list(rows)
    found: defaultdict[tuple[str, str | None], set[str]] = defaultdict(set)
    for who, project, replica, author in _written(reader):
        found[who, project].update(_names(authors, replica, author))
    return [
        row._replace(authors=tuple(sorted(found[row.id, row.project] | found[row.id, None])))
        for row in rows
    ]


def written_by(reader: Reader, name: str, me: str, most: int | None = None) -> list[str]:
    """The ids of the newest signals, asks, agreements and entries of those whose name holds
    `name`, `most` of them where that is given; `me` is how one signs oneself.
    """
    authors = Authors.of(reader, me)
    if authors.alone:
        return []
    theirs = _those_called(reader, authors, fold(name))
    found: list[tuple[object, str]] = []
    for table, day in _DATED:
        columns = table.c
        query = (
            _signed(table, columns[day], columns.id)
            .where(columns.deleted.is_(None), theirs(table))
            .order_by(columns[day].desc(), columns.id.desc())
            .limit(most)
        )
        found += [(on, row) for on, row in reader.select(query)]
    return [row for _day, row in sorted(found, reverse=True)[:most]]


def _names(authors: Authors, replica: str, author: str | None) -> set[str]:
    """How whoever wrote under a replica, and signed in this journal as `author`, is called; nothing
    for who told no name.
    """
    if author is not None and author not in authors.signatures:
        return {author}
    if replica in authors.own:
        return _own_names(authors)
    return {authors.names[replica]} if replica in authors.names else set()


def _own_names(authors: Authors) -> set[str]:
    """How one signs oneself where several write, and what colleagues call one."""
    return {authors.me if authors.several else "", authors.person or ""} - {""}


def _those_called(
    reader: Reader, authors: Authors, wanted: str
) -> Callable[[Table], ColumnElement[bool]]:
    """The condition that a row was written by somebody whose folded name holds `wanted`."""
    batch = tables.batch.c
    signed = (name for (name,) in reader.select(select(batch.author).distinct()))
    others = [name for name in signed if name not in authors.signatures and wanted in fold(name)]
    replicas = [replica for replica, name in authors.names.items() if wanted in fold(name)]
    me = any(wanted in fold(name) for name in _own_names(authors))

    def condition(table: Table) -> ColumnElement[bool]:
        own = and_(
            _replica(table).in_(authors.own),
            or_(batch.author.is_(None), batch.author.in_(authors.signatures)),
        )
        theirs = or_(_replica(table).in_(replicas), batch.author.in_(others))
        return or_(theirs, own) if me else theirs

    return condition


def _written(reader: Reader) -> Iterator[tuple[str, str | None, str, str | None]]:
    """Whom each wrote about, in which project (None for all of them), under which replica, and how
    that is signed in this journal.
    """
    author = tables.batch.c.author
    for table in (tables.signal, tables.ask, tables.agreement):
        columns = table.c
        query = _signed(table, columns.stakeholder, columns.project, _replica(table), author)
        yield from reader.select(query.where(columns.deleted.is_(None)).distinct())
    about, entry = tables.about.c, tables.entry.c
    query = _signed(tables.entry, about.stakeholder, entry.project, _replica(tables.entry), author)
    query = query.join(tables.about, entry.id == about.entry)
    query = query.where(about.deleted.is_(None), entry.deleted.is_(None))
    yield from reader.select(query.distinct())


def _signed(table: Table, *columns: Any) -> Select[Any]:
    """Columns of a table and of the batches that wrote its rows here, where one did."""
    batch = tables.batch
    return select(*columns).select_from(table.outerjoin(batch, batch.c.rev == table.c.rev))


def _replica(table: Table) -> ColumnElement[str]:
    return func.substr(table.c.rev, REPLICA_FROM)


_DATED = (
    (tables.signal, "day"),
    (tables.ask, "asked_on"),
    (tables.agreement, "made_on"),
    (tables.entry, "day"),
)
"""What is told, and by which of its days."""
