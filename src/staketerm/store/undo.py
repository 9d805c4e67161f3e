"""Undo: a batch taken back by another batch, cell by cell (design section 4).

Only cells that still say what the batch wrote are reverted; what somebody changed since is left
alone and named. Undoing the undo is the redo. A cell that was changed and changed back by undo
counts as what it was before, so that one step after another can be taken back. An undo that finds
nothing left to revert is a batch all the same: the next one goes further back.
"""

from collections.abc import Container
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select, update

from staketerm.domain.errors import NotFound, UsageError
from staketerm.locale import _
from staketerm.store import tables, undo_sets
from staketerm.store.provenance import Provenance
from staketerm.store.reader import Reader
from staketerm.store.records import Batch, Change, Row
from staketerm.store.restamp import DELETED, stamp_of
from staketerm.store.shapes import BY_TABLE, shape_of
from staketerm.store.work import Work


@dataclass(frozen=True, slots=True)
class LeftAlone:
    """A cell that undo did not touch: `field` None is the row as a whole.

    `by` is the batch that changed it since; None where other rows have come to point to the row.
    """

    table: str
    id: str
    field: str | None
    by: Batch | None


@dataclass(frozen=True, slots=True)
class UndoResult:
    """What an undo did: the batch taken back, (table, id) of the rows logged, how many more."""

    batch: Batch
    undone: tuple[tuple[str, str], ...]
    unlogged: int
    left_alone: tuple[LeftAlone, ...]


def undo(work: Work, batch_id: str) -> UndoResult:
    """Take a batch back within `work`, which must have been begun with `undoes=batch_id`.

    Raises NotFound where there is no such batch and UsageError where it is undone already.
    """
    if work.undoes != batch_id:
        message = "the unit of work must name the batch it undoes"
        raise ValueError(message)
    batch = _batch(work, batch_id)
    return _Undoing(work, batch).run()


def last_undoable(reader: Reader, *, besides: Container[str] = ()) -> Batch | None:
    """The newest batch that is no undo and not undone, verbs in `besides` aside."""
    table = tables.batch
    gone = undone(reader)
    query = select(table).where(table.c.undoes.is_(None)).order_by(table.c.rev.desc())
    for row in reader.connection.execute(query):
        if row.id not in gone and row.verb not in besides:
            return Batch(**row._mapping)
    return None


def undone(reader: Reader) -> set[str]:
    """The ids of all batches that an undo has taken back, and no redo has brought again."""
    table = tables.batch
    gone: set[str] = set()
    query = select(table.c.id, table.c.undoes).where(table.c.undoes.is_not(None))
    for id, undoes in reader.select(query.order_by(table.c.rev.desc())):
        if id not in gone:
            gone.add(undoes)
    return gone


def _batch(work: Work, batch_id: str) -> Batch:
    found = work.select(select(tables.batch).where(tables.batch.c.id == batch_id))
    if not found:
        raise NotFound(_("There is no change of that id; `staketerm history` lists them."))
    if batch_id in undone(work):
        raise UsageError(_("This change is undone already."))
    return Batch(**found[0]._mapping)


class _Undoing:
    """One undo under way."""

    def __init__(self, work: Work, batch: Batch) -> None:
        self._work = work
        self._batch = batch
        self._provenance = Provenance(work, batch)
        self._left: list[LeftAlone] = []
        self._deleted_again: set[tuple[str, str]] = set()

    def run(self) -> UndoResult:
        if self._batch.unlogged:
            self._take_back_unlogged()
        for entries in self._logged():
            self._take_back(entries)
        self._keep_needed()
        self._reopen()
        if self._batch.unlogged:
            self._work.count_unlogged(undo_sets.settle(self._work))
        rows = tuple((each.table, each.id) for each in self._work.touched)
        return UndoResult(self._batch, rows, self._work.unlogged, tuple(self._left))

    def _reopen(self) -> None:
        """What the batch decided between two values is open again; what it opened is decided. A
        word of today, that colleagues hear of as they did of the decision.
        """
        table = tables.conflict
        self._work.connection.execute(
            update(table)
            .where(table.c.resolved_rev == self._batch.rev)
            .values(resolved=~table.c.resolved, resolved_rev=self._work.rev)
        )

    def _take_back_unlogged(self) -> None:
        work, provenance = self._work, self._provenance
        later = list(undo_sets.edited(work, provenance))
        undo_sets.hide(work, provenance)
        for row in later:
            self._hide(row)
        undo_sets.revive(work, self._batch.rev)

    def _logged(self) -> list[list[Change]]:
        """The change entries of the batch, row by row, the last row first."""
        table = tables.change
        query = select(table).where(table.c.batch == self._batch.id).order_by(table.c.n.desc())
        rows: dict[tuple[str, str], list[Change]] = {}
        for found in self._work.connection.execute(query):
            entry = Change(**found._mapping)
            rows.setdefault((entry.tab, entry.row), []).append(entry)
        return list(rows.values())

    def _take_back(self, entries: list[Change]) -> None:
        """Take back what the batch did to one row."""
        first = entries[0]
        row = self._work.get(BY_TABLE[first.tab], first.row, deleted=True)
        if row is None:
            return
        if first.field is None and first.old is None:
            if row.deleted is None:
                self._hide(row)
        elif first.field is None:
            self._restore_row(row, first.old)
        else:
            self._restore_fields(row, entries)

    def _hide(self, row: Row) -> None:
        """Delete a row that the batch inserted, unless a cell of it was changed since."""
        shape = shape_of(type(row))
        cells = shape.cells if shape.field_stamped else (None,)
        if not self._leave_alone(row, [c for c in cells if not self._provenance.own(row, c)]):
            self._work.delete(type(row), row.id)

    def _restore_row(self, row: Row, old: dict[str, Any]) -> None:
        if self._provenance.own(row, None):
            self._restore(row, old, deleted=old[DELETED] is not None)
        else:
            self._leave_alone(row, [None])

    def _restore_fields(self, row: Row, entries: list[Change]) -> None:
        old = {e.field: e.old for e in entries if e.field and self._provenance.own(row, e.field)}
        self._leave_alone(row, [e.field for e in entries if e.field not in old])
        was = old.pop(DELETED, row.deleted)
        self._restore(row, old, deleted=was is not None)

    def _restore(self, row: Row, old: dict[str, Any], *, deleted: bool) -> None:
        shape = shape_of(type(row))
        values = {n: shape.from_data(n, old[n]) for n in shape.cells if n in old}
        if deleted:
            self._deleted_again.add((row.table, row.id))
        self._work.restore(type(row), row.id, values, deleted=deleted)

    def _leave_alone(self, row: Row, cells: list[str | None]) -> bool:
        """Note the cells that somebody else changed since; whether there are any."""
        table = tables.batch
        for cell in cells:
            stamp = stamp_of(row, cell)
            found = self._work.select(select(table).where(table.c.rev == stamp))
            by = Batch(**found[0]._mapping) if found else None
            self._left.append(LeftAlone(row.table, row.id, cell, by))
        return bool(cells)

    def _keep_needed(self) -> None:
        """Bring back what was hidden here and living rows point to, until nothing is missing.

        What somebody once deleted by hand, and is deleted again here, stays so: they wanted it.
        """
        again = True
        while again:
            again = False
            hidden = {
                (each.table, each.id)
                for each in self._work.touched
                if each.after.deleted == self._work.rev
            } - self._deleted_again
            for table in undo_sets.POINTERS:
                logged = [id for name, id in hidden if name == table]
                ids = None if self._batch.unlogged else logged
                for id in undo_sets.needed(self._work, table, ids):
                    if (table, id) in self._deleted_again:
                        continue
                    again = True
                    self._left.append(LeftAlone(table, id, None, None))
                    if (table, id) in hidden:
                        self._work.restore(BY_TABLE[table], id, {}, deleted=False)
                    else:
                        undo_sets.unhide(self._work, table, [id])
