"""Handles for stakeholders who come in from elsewhere: they are local, and made once (design 4)."""

from dataclasses import replace
from typing import TypeVar

from sqlalchemy import select

from staketerm.domain import names
from staketerm.store import tables
from staketerm.store.reader import Reader
from staketerm.store.records import Row, Stakeholder

R = TypeVar("R", bound=Row)


class Handles:
    """The handles of a journal; those that are taken are read when the first one is made."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._taken: set[str] | None = None

    def named(self, row: R) -> R:
        """A stakeholder with a handle that nobody else has; any other row as it is."""
        if not isinstance(row, Stakeholder):
            return row
        if self._taken is None:
            query = select(tables.stakeholder.c.handle)
            self._taken = {handle for (handle,) in self._reader.select(query)}
        made = names.handle(row.name, self._taken)
        self._taken.add(made)
        return replace(row, handle=made)
