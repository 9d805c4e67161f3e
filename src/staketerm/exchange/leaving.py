"""Which rows may leave a journal: conditions of the query, never a filter afterwards
(storage-sync 1.7).

Without private rows, nothing private and nothing about somebody private leaves, no judgement does
(they are private by nature), nor what was noted with an alarm; a reference to what stays is left
empty.
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from operator import attrgetter
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Select, func, or_, select

from staketerm.journal.stakeholders.attention import ALARM
from staketerm.store import tables
from staketerm.store.portions import portions
from staketerm.store.reader import Reader
from staketerm.store.records import EXCHANGED, Action, Entry, Judgement, Project, Row, Stakeholder

R = TypeVar("R", bound=Row)

AT_ONCE = 5_000

REFERENCES: tuple[tuple[str, type[Row]], ...] = (
    ("stakeholder", Stakeholder),
    ("project", Project),
    ("entry", Entry),
    ("organisation", Stakeholder),
    ("merged_into", Stakeholder),
)
"""Columns that point to another row, and the kind of row it is."""


class Leaving:
    """What leaves of one journal, with its private rows or without."""

    def __init__(self, reader: Reader, *, with_private: bool) -> None:
        self._reader = reader
        self._with_private = with_private
        self._hidden: dict[type[Row], set[str]] = {
            kind: {row for (row,) in reader.select(self._staying(kind))}
            for kind in (Stakeholder, Project, Entry)
        }

    def rows(self, kind: type[R], *wanted: ColumnElement[bool]) -> Iterator[R]:
        """The rows of a kind that are `wanted` too, by id, read some thousands at a time."""
        if kind is Judgement and not self._with_private:
            return
        table = tables.metadata.tables[kind.table]
        cut = self._cutter(kind)
        after: list[ColumnElement[bool]] = []
        while batch := self._reader.rows(
            kind, *self._conditions(kind), *wanted, *after, order_by=table.c.id, limit=AT_ONCE
        ):
            yield from map(cut, batch)
            after = [table.c.id > batch[-1].id]

    def leave(self, kind: type[Row], ids: Collection[str]) -> set[str]:
        """Those of the ids whose rows are there and leave."""
        if kind is Judgement and not self._with_private:
            return set()
        table = tables.metadata.tables[kind.table]
        query = select(table.c.id).where(*self._conditions(kind), table.c.deleted.is_(None))
        every = sorted(ids)
        return {
            row
            for some in portions(every)
            for (row,) in self._reader.select(query.where(table.c.id.in_(some)))
        }

    def count(self) -> int:
        """How many rows leave, of all kinds."""
        found = 0
        for kind in EXCHANGED:
            if kind is not Judgement or self._with_private:
                table = tables.metadata.tables[kind.table]
                here = (table.c.deleted.is_(None), *self._conditions(kind))
                found += self._reader.select(select(func.count()).where(*here))[0][0]
        return found

    def extras(self, kind: type[Row]) -> tuple[str, ...]:
        """The columns unknown to this program that any of those rows has, by name."""
        table = tables.metadata.tables[kind.table]
        query = select(table.c.extra).where(*self._conditions(kind), table.c.deleted.is_(None))
        found = {name for (extra,) in self._reader.select(query.distinct()) for name in extra or ()}
        return tuple(sorted(found))

    def deleted(self) -> Iterator[tuple[str, str, str]]:
        """Table, id and stamp of every row that was deleted, by table and id."""
        for kind in EXCHANGED:
            table = tables.metadata.tables[kind.table]
            query = select(table.c.id, table.c.deleted).where(table.c.deleted.is_not(None))
            for row, stamp in self._reader.select(query.order_by(table.c.id)):
                yield kind.table, row, stamp

    def _staying(self, kind: type[Row]) -> Select[Any]:
        """The ids of the rows of a kind that do not leave."""
        columns = tables.metadata.tables[kind.table].c
        reasons: list[ColumnElement[bool]] = [columns.deleted.is_not(None)]
        if not self._with_private and "private" in columns:
            reasons.append(columns.private)
        return select(columns.id).where(or_(*reasons))

    def _conditions(self, kind: type[Row]) -> list[ColumnElement[bool]]:
        """What a row must meet to leave, besides being there."""
        columns = tables.metadata.tables[kind.table].c
        wanted: list[ColumnElement[bool]] = []
        if not self._with_private and "private" in columns:
            wanted.append(~columns.private)
        wanted += [
            columns[name].not_in(self._staying(target))
            for name, target in REFERENCES
            if name in columns and not columns[name].nullable
        ]
        return wanted

    def _cutter(self, kind: type[R]) -> Callable[[R], R]:
        """What takes the references to rows that stay out of the rows of a kind, and the note out
        of an alarm that was seen: it is for oneself."""
        columns = tables.metadata.tables[kind.table].c
        pointing = [
            (name, attrgetter(name), self._hidden[target])
            for name, target in REFERENCES
            if name in columns and columns[name].nullable and self._hidden[target]
        ]

        def cut(row: R) -> R:
            emptied: dict[str, Any] = {
                name: None for name, read, hidden in pointing if read(row) in hidden
            }
            if not self._with_private and isinstance(row, Action) and row.kind == ALARM:
                emptied["outcome"] = None
            return replace(row, **emptied) if emptied else row

        return cut
