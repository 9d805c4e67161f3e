"""Loading a table that is all but empty (storage-sync 3.1)."""

from collections.abc import Iterator
from contextlib import contextmanager
from operator import attrgetter

from sqlalchemy import Table, select

from staketerm.store.work import Work

MANY = 20_000
"""From so many rows on it is worth while."""

_FEW = 10  # there are few rows where ten times as many come


@contextmanager
def loading(work: Work, table: Table, coming: int) -> Iterator[None]:
    """Make the indexes of a table at the end, where very many rows come into one that has few: to
    keep them in order with each row takes twice as long, and more where they outgrow the cache.

    Only rows are put meanwhile: what is asked of the table by an index takes long. An error takes
    the whole work back, and this with it. On PostgreSQL, where all others would wait, nothing is
    left for the end.
    """
    connection = work.connection
    worth_while = connection.dialect.name == "sqlite" and coming >= MANY
    if not worth_while or _has_more(work, table, coming // _FEW):
        yield
        return
    indexes = sorted(table.indexes, key=attrgetter("name"))
    for index in indexes:
        index.drop(connection)
    yield
    for index in indexes:
        index.create(connection)


def _has_more(work: Work, table: Table, than: int) -> bool:
    return bool(work.select(select(table.c.id).offset(than).limit(1)))
