"""Whose value a cell shows: the batch that gave it, seen through undo and redo."""

from typing import Any

from sqlalchemy import Row as Selected
from sqlalchemy import or_, select

from staketerm.store import tables
from staketerm.store.reader import Reader
from staketerm.store.records import Batch, Row
from staketerm.store.restamp import stamp_of


class Provenance:
    """Tells which cells still show what one batch wrote.

    A cell that another batch changed and an undo changed back counts as the batch's own again,
    though its stamp is that of the undo; so does one that was undone and redone.
    """

    def __init__(self, reader: Reader, batch: Batch) -> None:
        self._reader = reader
        self.batch = batch
        self.revs = _own_stamps(reader, batch)

    def own(self, row: Row, cell: str | None) -> bool:
        """Whether a cell of `row` as it is now shows what the batch wrote (None: the whole row)."""
        now = stamp_of(row, cell)
        if now in self.revs:
            return True
        entries = self._entries(row, cell)
        if not entries or entries[-1].rev != now:
            return False
        givers = self._givers(entries, row, cell)
        then = [giver for entry, giver in zip(entries, givers, strict=True) if self._is(entry)]
        return givers[-1] in self.revs or givers[-1] in then[-1:]

    def _is(self, entry: Selected[Any]) -> bool:
        return bool(entry.batch == self.batch.id)

    def _entries(self, row: Row, cell: str | None) -> list[Selected[Any]]:
        change, batch = tables.change, tables.batch
        return self._reader.select(
            select(change.c.batch, change.c.rev, change.c.old, batch.c.undoes)
            .join(batch, batch.c.id == change.c.batch)
            .where(change.c.tab == row.table, change.c.row == row.id)
            .where(or_(change.c.field == cell, change.c.field.is_(None)))
            .order_by(change.c.n)
        )

    def _givers(self, entries: list[Selected[Any]], row: Row, cell: str | None) -> list[str]:
        """For each entry of a cell the stamp under which the value it left was given first."""
        first = entries[0].old
        before_all = first["rev"] if cell is None and first else row.rev
        givers: list[str] = []
        place: dict[str, int] = {}
        for number, entry in enumerate(entries):
            undone = place.get(entry.undoes)
            if undone is None:
                givers.append(entry.rev)
            else:
                givers.append(givers[undone - 1] if undone else before_all)
            place[entry.batch] = number
        return givers


def _own_stamps(reader: Reader, batch: Batch) -> frozenset[str]:
    """The stamp of a batch, and those of the batches that brought it back after an undo."""
    table = tables.batch
    query = select(table.c.id, table.c.rev, table.c.undoes).where(table.c.undoes.is_not(None))
    undos: dict[str, list[tuple[str, str]]] = {}
    for id, rev, undoes in reader.select(query):
        undos.setdefault(undoes, []).append((id, rev))
    found = {batch.rev}
    waiting = [batch.id]
    while waiting:
        for undo, _rev in undos.get(waiting.pop(), ()):
            for redo, rev in undos.get(undo, ()):
                found.add(rev)
                waiting.append(redo)
    return frozenset(found)
