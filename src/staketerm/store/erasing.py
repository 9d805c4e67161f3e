"""Erasing rows: with all that ever stood in them, for good (design section 4, storage-sync 1.3).

What is left of an erased row is its id, so that no import and no colleague brings it back.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, select, update

from staketerm.store import search, tables
from staketerm.store.portions import portions
from staketerm.store.records import EXCHANGED, NOTHING, Stakeholder

if TYPE_CHECKING:
    from staketerm.store.reader import Reader
    from staketerm.store.work import Work

Doomed = Mapping[str, Collection[str]]
"""The ids of rows by table."""

_ANY_PURGED = select(tables.purged.c.id).limit(1)


def purged(reader: "Reader") -> Mapping[str, str]:
    """The ids of all rows that were ever erased here, with the stamp of the erasure."""
    table = tables.purged.c
    return dict(reader.select(select(table.id, table.rev)))


def anything_purged(reader: "Reader") -> bool:
    """Whether any row was ever erased here."""
    return bool(reader.select(_ANY_PURGED))


def purged_among(reader: "Reader", ids: Collection[str]) -> set[str]:
    """Those of the ids whose rows were erased here."""
    column = tables.purged.c.id
    return {row for (row,) in reader.select(select(column).where(column.in_(ids)))}


def rows_of(reader: "Reader", stakeholder: str) -> dict[str, list[str]]:
    """Everything that is of a stakeholder, deleted or not, by table; so is that of those who turned
    out to be them.
    """
    people = _merged(reader, stakeholder)
    found = {Stakeholder.table: people}
    for kind in EXCHANGED:
        table = tables.metadata.tables[kind.table]
        if "stakeholder" in table.c:
            query = select(table.c.id).where(table.c.stakeholder.in_(people))
            found[kind.table] = [row for (row,) in reader.select(query)]
    return found


def _merged(reader: "Reader", stakeholder: str) -> list[str]:
    person, found = tables.stakeholder.c, [stakeholder]
    for who in found:
        query = select(person.id).where(person.merged_into == who).order_by(person.id)
        found += [other for (other,) in reader.select(query) if other not in found]
    return found


def erase(work: "Work", doomed: Doomed, since: Mapping[str, str] = NOTHING) -> int:
    """Erase rows with their history, their place in the search, and what was in conflict; how many.

    Who pointed to an erased stakeholder points to nobody. `since` has the stamps of rows that were
    erased elsewhere before. Nothing of this can be undone.
    """
    people = sorted(doomed.get(Stakeholder.table, ()))
    for table in (tables.plan, tables.state):
        _drop(work, table, table.c.stakeholder, people)
    person = tables.stakeholder.c
    for part in portions(people):
        for column in (person.organisation, person.merged_into):
            work.connection.execute(
                update(tables.stakeholder).where(column.in_(part)).values({column: None})
            )
    many = 0
    for kind in reversed(EXCHANGED):
        ids = sorted(doomed.get(kind.table, ()))
        search.forget(work, ids)
        _forget_history(work, kind.table, ids)
        _drop(work, tables.metadata.tables[kind.table], None, ids)
        keep_out(work, kind.table, {row: since.get(row, work.rev) for row in ids})
        many += len(ids)
    search.leave_no_trace(work.connection)
    work.count_unlogged(many)
    return many


def keep_out(work: "Work", table: str, rows: Mapping[str, str]) -> None:
    """Have rows that are not here count as erased, each since its stamp: they never come in."""
    for part in portions(rows):
        told = [{"id": row, "tab": table, "rev": rows[row]} for row in part]
        work.connection.execute(insert(tables.purged), told)
        work.has_erased()


def date_back(work: "Work", since: Mapping[str, str]) -> None:
    """Give rows that were erased here as well the stamp of an earlier erasure elsewhere, so that
    everybody tells the same of them.
    """
    table = tables.purged
    for row, rev in since.items():
        work.connection.execute(update(table).where(table.c.id == row).values(rev=rev))


def _forget_history(work: "Work", table: str, ids: Iterable[str]) -> None:
    """Drop what the change log and the conflicts hold of rows, also where others named them."""
    change, conflict, gone = tables.change.c, tables.conflict.c, tables.gone.c
    for part in portions(ids):
        for place, tab, row in (
            (tables.change, change.tab, change.row),
            (tables.conflict, conflict.tab, conflict.row),
            (tables.gone, gone.tab, gone.row),
        ):
            work.connection.execute(delete(place).where(tab == table, row.in_(part)))


def _drop(work: "Work", table: Any, column: Any, ids: Iterable[str]) -> None:
    where = table.c.id if column is None else column
    for part in portions(ids):
        work.connection.execute(delete(table).where(where.in_(part)))
