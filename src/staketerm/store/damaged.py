"""Asking a damaged database what it can still tell."""

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from staketerm.store.cipher import is_encrypted
from staketerm.store.engine import connect


class Damaged:
    """A database of which some pages cannot be read."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._encrypted = is_encrypted(path)
        self._connection: sqlite3.Connection | None = None

    def ask(self, query: str, values: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """The rows of an answer as far as they can be read; raises sqlite3.DatabaseError then."""
        if self._connection is None:
            self._connection = connect(self._path, "rw")
        try:
            yield from self._connection.execute(query, values)
        except sqlite3.DatabaseError:
            if self._encrypted:  # who asked for a page that is not sound gets no answers any more
                self.close()
            raise

    def close(self) -> None:
        """End the connection; a question after that makes another."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
