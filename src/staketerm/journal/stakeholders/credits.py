"""Which colleagues wrote about whom: what `by:NAME` narrows lists and searches to."""

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import ColumnElement, Table, func, select

from staketerm.domain.text import fold
from staketerm.journal.authors import PERSON, Authors
from staketerm.journal.stakeholders.person_row import PersonRow
from staketerm.store import tables
from staketerm.store.reader import Reader

REPLICA_FROM = 19
"""Where in a stamp the replica begins, counted from one."""


def with_authors(reader: Reader, rows: Iterable[PersonRow]) -> list[PersonRow]:
    """The rows with the names of those who wrote signals, asks, agreements or notes of them."""
    authors = Authors.of(reader)
    if authors.alone:
        return list(rows)
    names = _names(reader, authors)
    found: defaultdict[tuple[str, str | None], set[str]] = defaultdict(set)
    for who, project, replica in _written(reader):
        if replica in names:
            found[who, project].add(names[replica])
    return [
        row._replace(authors=tuple(sorted(found[row.id, row.project] | found[row.id, None])))
        for row in rows
    ]


def written_by(reader: Reader, name: str, most: int | None = None) -> list[str]:
    """The ids of the newest signals, asks, agreements and entries of those whose name holds
    `name`, `most` of them where that is given.
    """
    wanted, names = fold(name), _names(reader, Authors.of(reader))
    replicas = sorted(replica for replica, each in names.items() if wanted in fold(each))
    found: list[tuple[object, str]] = []
    for table, day in _DATED:
        columns = table.c
        query = (
            select(columns[day], columns.id)
            .where(columns.deleted.is_(None), _replica(table).in_(replicas))
            .order_by(columns[day].desc(), columns.id.desc())
            .limit(most)
        )
        found += [(on, row) for on, row in reader.select(query)]
    return [row for _day, row in sorted(found, reverse=True)[:most]]


def _names(reader: Reader, authors: Authors) -> dict[str, str]:
    """By replica who writes under it, oneself as colleagues call one."""
    me = reader.meta(PERSON)
    own = dict.fromkeys(authors.own, me) if me and not authors.alone else {}
    return {**authors.names, **own}


def _written(reader: Reader) -> Iterable[tuple[str, str | None, str]]:
    """Whom each replica wrote about, and in which project; None for all of them."""
    for table in (tables.signal, tables.ask, tables.agreement):
        columns = table.c
        query = select(columns.stakeholder, columns.project, _replica(table)).distinct()
        yield from reader.select(query.where(columns.deleted.is_(None)))
    about, entry = tables.about.c, tables.entry.c
    query = (
        select(about.stakeholder, entry.project, _replica(tables.entry))
        .join(tables.entry, entry.id == about.entry)
        .where(about.deleted.is_(None), entry.deleted.is_(None))
        .distinct()
    )
    yield from reader.select(query)


def _replica(table: Table) -> ColumnElement[str]:
    return func.substr(table.c.rev, REPLICA_FROM)


_DATED = (
    (tables.signal, "day"),
    (tables.ask, "asked_on"),
    (tables.agreement, "made_on"),
    (tables.entry, "day"),
)
"""What is told, and by which of its days."""
