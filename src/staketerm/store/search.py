"""Search over names, contacts and everything told: an index filled from code (storage-sync D10).

`search` holds the folded text of each row that has any; `search_words` is the index over it: FTS5
on SQLite, a tsvector on PostgreSQL. A row's number `n` carries its day in the upper bits, so that
"newest first" is the order of the index itself. Rows without a day (names, contacts) come first of
all.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sqlalchemy import Connection, text

from staketerm.store.records import Row

if TYPE_CHECKING:
    from staketerm.store.work import Work

_SQLITE = (
    "CREATE VIRTUAL TABLE search_words USING fts5("
    "text, content='search', content_rowid='n', tokenize='unicode61', prefix='2 3')"
)
_POSTGRESQL = (
    "CREATE INDEX search_words ON search USING gin (to_tsvector('simple'::regconfig, text))"
)


def create_index(connection: Connection) -> None:
    """Make the index over the `search` table, which must be there and empty."""
    connection.execute(text(_SQLITE if connection.dialect.name == "sqlite" else _POSTGRESQL))


def index(work: "Work", rows: Iterable[Row]) -> None:
    """Bring the index in line with rows as they are now."""
