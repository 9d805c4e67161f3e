"""Undo of rows that have no entries in the change log: by their stamps, whole sets at once.

An import of 100,000 rows is hidden, and brought back, by a statement a table.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from sqlalchemy import Column, Table, and_, exists, or_, select, update
from sqlalchemy.sql.elements import ColumnElement

from staketerm.store import search, tables
from staketerm.store.portions import FEW, portions
from staketerm.store.provenance import Provenance
from staketerm.store.records import NOTHING, Row
from staketerm.store.shapes import BY_TABLE, Shape, shape_of
from staketerm.store.work import Work


def _pointers() -> dict[str, list[Column[Any]]]:
    found: dict[str, list[Column[Any]]] = {}
    for name in BY_TABLE:
        for column in tables.metadata.tables[name].columns:
            for key in column.foreign_keys:
                found.setdefault(key.column.table.name, []).append(column)
    return found


POINTERS = _pointers()
"""The columns that point to each table that is pointed to."""


def hide(work: Work, provenance: Provenance) -> None:
    """Delete the rows that the batch inserted without entries and that nobody changed since."""
    for shape in _shapes():
        table = shape.table
        untouched = and_(
            table.c.rev.in_(provenance.revs),
            table.c.deleted.is_(None),
            ~_logged_under(table, provenance.batch.rev),
        )
        if shape.field_stamped:
            untouched = and_(untouched, table.c.revs == NOTHING)
        work.connection.execute(update(table).where(untouched).values(deleted=work.rev))


def revive(work: Work, rev: str) -> None:
    """Bring back the rows that were deleted under a stamp without entries."""
    for shape in _shapes():
        table = shape.table
        hidden = and_(table.c.deleted == rev, table.c.rev != rev, ~_logged_under(table, rev))
        values: dict[str, Any] = {"deleted": None, "rev": work.rev}
        if shape.field_stamped:
            values["revs"] = NOTHING
        work.connection.execute(update(table).where(hidden).values(values))


def edited(work: Work, provenance: Provenance) -> Iterator[Row]:
    """The rows that the batch inserted without entries and that were changed later."""
    for shape in _shapes():
        table = shape.table
        if shape.field_stamped:
            own = and_(table.c.rev.in_(provenance.revs), table.c.revs != NOTHING)
            unlogged = ~_logged_under(table, provenance.batch.rev)
            yield from work.rows(shape.kind, own, unlogged)
    change = tables.change
    query = (
        select(change.c.tab, change.c.row, change.c.old)
        .where(change.c.rev >= provenance.batch.rev, change.c.field.is_(None))
        .order_by(change.c.n)
    )
    seen: set[tuple[str, str]] = set()
    for tab, id, old in work.connection.execute(query):
        if (tab, id) in seen:
            continue
        seen.add((tab, id))
        if old and old["rev"] in provenance.revs:
            row = work.get(BY_TABLE[tab], id)
            if row is not None and row.rev not in provenance.revs:
                yield row


def needed(work: Work, table: str, ids: Collection[str] | None) -> list[str]:
    """Which rows deleted in this work living rows point to; `ids` are candidates, None for all:
    of many the whole table is looked through.
    """
    own = tables.metadata.tables[table].c
    few = list(ids) if ids is not None and len(ids) <= FEW else None
    if few == []:
        return []
    found: dict[str, None] = {}
    for pointer in POINTERS.get(table, ()):
        living = select(pointer).where(pointer.table.c.deleted.is_(None), pointer.is_not(None))
        query = select(own.id).where(own.deleted == work.rev)
        if few:
            living, query = living.where(pointer.in_(few)), query.where(own.id.in_(few))
        found |= dict.fromkeys(work.connection.scalars(query.where(own.id.in_(living))))
    return list(found)


def unhide(work: Work, table: str, ids: Collection[str]) -> None:
    """Take back the deletion of rows that `hide` has deleted in this work."""
    own = tables.metadata.tables[table]
    wanted = list(ids)
    for some in portions(wanted):
        part = own.c.id.in_(some)
        work.connection.execute(update(own).where(part).values(deleted=None))


def settle(work: Work) -> int:
    """Bring the search index in line with rows hidden and revived; how many they are."""
    logged = {(each.table, each.id) for each in work.touched}
    total = 0
    for shape in _shapes():
        table = shape.table
        stamped = or_(table.c.rev == work.rev, table.c.deleted == work.rev)
        ids = work.connection.scalars(select(table.c.id).where(stamped)).all()
        total += sum((table.name, id) not in logged for id in ids)
        search.forget_hidden(work, table)
        search.index(work, work.rows(shape.kind, table.c.rev == work.rev))
    return total


def _shapes() -> Iterable[Shape[Any]]:
    return [shape_of(kind) for kind in BY_TABLE.values()]


def _logged_under(table: Table, rev: str) -> ColumnElement[bool]:
    change = tables.change
    return exists().where(
        change.c.tab == table.name, change.c.row == table.c.id, change.c.rev == rev
    )
