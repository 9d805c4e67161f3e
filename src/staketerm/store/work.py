"""The unit of work, which derives stamps and change entries (design 4)."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import (
    Connection,
    bindparam,
    insert,
    select,
    update,
)

from staketerm.domain.errors import NotFound
from staketerm.domain.text import fold
from staketerm.locale import _
from staketerm.store import erasing, search, tables
from staketerm.store.ids import Ids
from staketerm.store.parts import EVERYTHING, marks, part_of
from staketerm.store.portions import portions
from staketerm.store.reader import Reader
from staketerm.store.records import Row
from staketerm.store.restamp import changes_between, fresh, last_stamp, restamped
from staketerm.store.schema import set_metas
from staketerm.store.shapes import FOLLOWED, Shape, shape_of
from staketerm.store.stamps import FIRST_TICK, later

R = TypeVar("R", bound=Row)
T = TypeVar("T")

MANY = 5_000
"""Rows handed to the driver at once (storage-sync 3.1)."""

_BATCH, _CHANGE = insert(tables.batch), insert(tables.change)


class Touched(NamedTuple):
    """A row that a unit of work changed; `before` is None for a new one."""

    table: str
    id: str
    before: Row | None
    after: Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """What a unit of work is stamped with."""

    batch: str
    rev: str
    tick: str
    verb: str
    at: datetime
    author: str
    undoes: str | None


class Work(Reader):
    """One unit of work: a transaction, a batch, a tick of the clock, a step of undo.

    Rows are written at once, so reading through the same object sees them. What the change log says
    is derived at the end, from each row as it was before and as it is then. Writing to local tables
    (state, plan) goes through `connection`; it is kept with the rest and makes no batch of its own.
    """

    def __init__(self, connection: Connection, tick: Tick, ids: Ids) -> None:
        super().__init__(connection)
        self.batch, self.rev, self.verb, self.at = tick.batch, tick.rev, tick.verb, tick.at
        self.undoes = tick.undoes
        self._tick = tick
        self._ids = ids
        self._unused: set[str] = set()
        self._rows: dict[tuple[str, str], Touched] = {}
        self._quiet: set[tuple[str, str]] = set()
        self._unlogged = 0
        self._parts: set[str] = set()
        self._meta: dict[str, str | None] = {}
        self._seen = FIRST_TICK
        self._settles = False

    @property
    def touched(self) -> tuple[Touched, ...]:
        """The rows changed so far, in the order of their first change.

        Rows written without change entries are not among them: see `unlogged`.
        """
        return tuple(each for each in self._rows.values() if each.before is not each.after)

    @property
    def unlogged(self) -> int:
        """How many rows were written without change entries; but for adopted ones they carry `rev`
        in rev or deleted.
        """
        return self._unlogged

    @property
    def changed(self) -> bool:
        """Whether this work makes a batch: something differs, it took a batch back, or settled
        something.
        """
        return self.undoes is not None or self._settles or self._unlogged > 0 or bool(self.touched)

    @cached_property
    def _ever_purged(self) -> bool:
        """Whether anything was ever erased: asked once, and by whoever brings new rows alone."""
        return erasing.anything_purged(self)

    def has_erased(self) -> None:
        """Rows were erased in this work itself: new ones are asked about from now on."""
        self._ever_purged = True

    def _purged(self, ids: Collection[str]) -> set[str]:
        """Those of the ids whose rows were erased."""
        return erasing.purged_among(self, ids) if self._ever_purged else set()

    def new_id(self) -> str:
        """A new id, greater than all before it."""
        self._unused.add(new := self._ids.new())
        return new

    def get(self, kind: type[R], id: str, *, deleted: bool = False) -> R | None:
        """The row of that id, None where there is none; a deleted one only if asked for. Nobody is
        asked about an id that was made just now.
        """
        return None if id in self._unused else super().get(kind, id, deleted=deleted)

    def put(self, record: Row) -> bool:
        """Write a row whole: a new one, or the fields that differ of one already there.

        A deleted row comes back, an erased one never. The handle of a row already there stays, and
        so do its columns unknown to us where `record` has none. False where nothing changed.
        """
        row = self._row(type(record), record.id)
        if row is None:
            if record.id not in self._unused and self._purged([record.id]):
                return False
            self._insert(record)
            return True
        values = {name: getattr(record, name) for name in shape_of(type(record)).cells}
        if not record.extra:
            del values["extra"]
        return self._change(row, values, deleted=False)

    def patch(self, kind: type[R], id: str, /, **fields: Any) -> bool:
        """Change some fields of a row, and what follows from them. False where nothing changed.

        Raises NotFound for a row that is not there or deleted, TypeError for a field it has not or
        whose value is made once (the handle, stamps).
        """
        unknown = fields.keys() - set(shape_of(kind).cells)
        if unknown:
            message = f"{kind.table} has no field to change named {', '.join(sorted(unknown))}"
            raise TypeError(message)
        row = self._row(kind, id)
        if row is None or row.after.deleted is not None:
            raise NotFound(_("This is no longer in the journal; somebody else removed it."))
        return self._change(row, fields, deleted=False)

    def delete(self, kind: type[R], id: str) -> bool:
        """Delete a row; its values stay for undo. False where it is not there or is deleted."""
        row = self._row(kind, id)
        return row is not None and self._change(row, {}, deleted=True)

    def put_many(self, records: Iterable[Row], *, logged: bool = True) -> int:
        """Insert rows quickly; an id that is there already, deleted or not, is left as it is, and
        so is one that was erased.

        Without `logged` they have no entries in the change log and are found by their stamp: rows
        of an import. Rows that others point to must come first. Gives the number of new rows.
        """
        new = 0
        for chunk in portions(records, MANY):
            for kind in dict.fromkeys(type(record) for record in chunk):
                rows = [record for record in chunk if type(record) is kind]
                new += self._insert_many(shape_of(kind), rows, logged)
        return new

    def adopt(self, rows: Iterable[tuple[Row | None, Row]]) -> None:
        """Write rows as another replica stamped them: each as it was here, None where it is new,
        and as it is to be. What was here before has entries in the change log.

        What is written after this is later than everything that was adopted.
        """
        pairs = list(rows)
        for kind in dict.fromkeys(type(after) for _before, after in pairs):
            mine = [pair for pair in pairs if type(pair[1]) is kind]
            new = [after for before, after in mine if before is None]
            self._hand_over(shape_of(kind), new, None)
            self._hand_back(shape_of(kind), [after for before, after in mine if before is not None])
            search.index_new(self, (row for row in new if row.deleted is None))
            self._unlogged += len(new)
        for before, after in pairs:
            self._parts.add(part_of(after.table, after.id))
            if before is not None:
                key = (after.table, after.id)
                self._rows[key] = Touched(*key, before, after)
            self._seen = later(self._seen, last_stamp(after))

    def settles(self) -> None:
        """Make a batch of this work, which undo can take back, though no row may differ by it."""
        self._settles = True

    def has_seen(self, stamp: str) -> None:
        """Make sure that whatever is written next is later than a stamp: one of a colleague, or the
        own one of this work where it was given to something that is no row.
        """
        self._seen = later(self._seen, stamp)

    def meta(self, name: str) -> str | None:
        """What this journal keeps under `name`, or will with this work."""
        return self._meta[name] if name in self._meta else super().meta(name)

    def set_meta(self, name: str, value: str | None) -> None:
        """Keep `value` under `name` in this journal alone; it is written at the end of the work."""
        self._meta[name] = value

    def restore(self, kind: type[R], id: str, values: Mapping[str, Any], *, deleted: bool) -> bool:
        """Write some cells of a row that is there, and whether it is deleted; what undo needs."""
        row = self._row(kind, id)
        return row is not None and self._change(row, values, deleted=deleted)

    def count_unlogged(self, rows: int) -> None:
        """Tell that so many rows were written set-wise, stamped `rev`, without change entries."""
        self._unlogged += rows
        self._parts.add(EVERYTHING)

    def finish(self) -> None:
        """Write batch, change entries and search rows of all that was touched."""
        if not self.changed:
            self._leave(self.meta("clock") or FIRST_TICK)
            return
        touched, tick = self.touched, self._tick
        self.connection.execute(
            _BATCH,
            {
                "id": tick.batch,
                "rev": tick.rev,
                "at": tick.at,
                "author": tick.author,
                "verb": tick.verb,
                "undoes": tick.undoes,
                "unlogged": self._unlogged,
            },
        )
        for part in portions(self._entries(touched), MANY):
            self.connection.execute(_CHANGE, part)
        self._index(touched)
        self._meta |= marks(self._parts, tick.rev)
        self._meta["clock"] = tick.tick
        self._leave(tick.tick)

    def _leave(self, tick: str) -> None:
        """Write what is kept in `meta`, and the clock where it has seen a later tick than this."""
        self.left = max(tick, self._seen)
        if self.left > tick:
            self._meta["clock"] = self.left
        if self._meta:
            set_metas(self.connection, self._meta)

    def _index(self, touched: Iterable[Touched]) -> None:
        new: list[Row] = []
        known: list[Row] = []
        for each in touched:
            fresh_row = each.before is None and (each.table, each.id) not in self._quiet
            (new if fresh_row else known).append(each.after)
        search.index_new(self, new)
        search.index(self, known)

    def _entries(self, touched: Iterable[Touched]) -> Iterator[dict[str, Any]]:
        for each in touched:
            if (each.table, each.id) in self._quiet:
                continue
            for field, old, new in changes_between(each.before, each.after):
                yield {
                    "batch": self.batch,
                    "tab": each.table,
                    "row": each.id,
                    "field": field,
                    "old": old,
                    "new": new,
                    "rev": self.rev,
                }

    def _row(self, kind: type[Row], id: str) -> Touched | None:
        """A row as it is now, with what it was before this work; deleted ones too."""
        key = (kind.table, id)
        if key in self._rows:
            return self._rows[key]
        now = self.get(kind, id, deleted=True)
        if now is None:
            return None
        if now.rev != self.rev:
            return Touched(*key, now, now)
        self._quiet.add(key)
        return Touched(*key, None, now)

    def _insert(self, record: Row) -> None:
        after = fresh(record, self.rev)
        self._hand_over(shape_of(type(record)), [after], None)
        self._parts.add(part_of(after.table, after.id))
        self._rows[record.table, record.id] = Touched(record.table, record.id, None, after)

    def _change(self, row: Touched, values: Mapping[str, Any], *, deleted: bool) -> bool:
        before, now = row.before, row.after
        shape = shape_of(type(now))
        wanted = {name: getattr(now, name) for name in shape.cells} | dict(values)
        if (followed := FOLLOWED.get(type(now), "")) in values:
            wanted["folded"] = fold(wanted[followed])
        if before is None:
            after = replace(now, **wanted, deleted=self.rev if deleted else None)
        else:
            after = restamped(before, wanted, deleted, self.rev)
        columns = {
            name: value
            for name, value in shape.values(after).items()
            if value != getattr(now, name)
        }
        if not columns:
            return False
        table = shape.table
        self.connection.execute(update(table).where(table.c.id == row.id).values(columns))
        self._rows[row.table, row.id] = row._replace(after=after)
        self._parts.add(part_of(after.table, after.id))
        return True

    def _insert_many(self, shape: Shape[R], records: list[R], logged: bool) -> int:
        known = self._known(shape, [record.id for record in records])
        new = {record.id: record for record in reversed(records) if record.id not in known}
        if not new:
            return 0
        rows = list(reversed(new.values()))
        self._hand_over(shape, rows, self.rev)
        self._parts.update(part_of(row.table, row.id) for row in rows)
        if logged:
            for record in rows:
                after = fresh(record, self.rev)
                self._rows[record.table, record.id] = Touched(record.table, record.id, None, after)
        else:
            self._unlogged += len(rows)
            search.index_new(self, rows)
        return len(rows)

    def _hand_over(self, shape: Shape[R], rows: list[R], rev: str | None) -> None:
        """Insert rows, stamped `rev` or as they are: past SQLAlchemy on SQLite, where that halves
        the time (D8).
        """
        if not rows:
            return
        self._unused.difference_update(row.id for row in rows)
        if self.connection.dialect.name == "sqlite":
            values = shape.tuples(rows, self.connection.dialect, rev)
            self.connection.exec_driver_sql(shape.insertion(), list(values))
        else:
            stamped = rows if rev is None else [fresh(record, rev) for record in rows]
            self.connection.execute(insert(shape.table), [shape.values(row) for row in stamped])

    def _hand_back(self, shape: Shape[R], rows: list[R]) -> None:
        """Write rows that are there as they are to be."""
        if not rows:
            return
        table = shape.table
        values: dict[str, Any] = {each: bindparam(f"_{each}") for each in shape.names}
        del values["id"]
        query = update(table).where(table.c.id == bindparam("_id")).values(values)
        self.connection.execute(
            query,
            [{f"_{name}": value for name, value in shape.values(row).items()} for row in rows],
        )

    def _known(self, shape: Shape[R], ids: list[str]) -> set[str]:
        column = shape.table.c.id
        known = set(self.connection.scalars(select(column).where(column.in_(ids))))
        return known | self._purged(ids)
