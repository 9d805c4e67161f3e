"""Stamps and change entries of one row, both read off what it was and what it is (design 4).

A cell of a field-stamped row is one field, or its deletion; a row-stamped row is one cell as a
whole. Comparing with the row before the whole batch, not before the last write, makes each cell
change at most once in a batch, and a change taken back within the batch no change at all.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple, TypeVar, cast

from staketerm.store.records import NOTHING, FieldRow, Row
from staketerm.store.shapes import LOCAL, shape_of

R = TypeVar("R", bound=Row)

DELETED = "deleted"
"""The name of the cell that says whether a field-stamped row is deleted."""


class CellChange(NamedTuple):
    """One entry of the change log to be: `field` is None for a row as a whole."""

    field: str | None
    old: Any
    new: Any


def fresh(record: R, rev: str) -> R:
    """`record` as a new row: one stamp for all its cells."""
    if isinstance(record, FieldRow):
        return cast("R", replace(record, rev=rev, deleted=None, revs=NOTHING))
    return replace(record, rev=rev, deleted=None)


def restamped(before: R, values: Mapping[str, Any], deleted: bool, rev: str) -> R:
    """The row `before` with other values, deleted or not; what differs is stamped `rev`.

    Without any difference it is `before` itself. A field-stamped row that comes back from deletion
    keeps the stamp of its return in `revs`, under the name of the deletion cell.
    """
    changed = {name: new for name, new in values.items() if new != getattr(before, name)}
    if not changed and deleted == (before.deleted is not None):
        return before
    if isinstance(before, FieldRow):
        return cast("R", _field_stamped(before, changed, deleted, rev))
    return cast("R", _row_stamped(before, changed, deleted, rev))


def _field_stamped(
    before: FieldRow, changed: Mapping[str, Any], deleted: bool, rev: str
) -> FieldRow:
    cells = shape_of(type(before)).cells
    stamps = {name: before.revs.get(name, before.rev) for name in cells}
    stamps |= {name: rev for name in changed if name not in LOCAL}
    oldest = min(stamps.values())
    others = {name: at for name, at in before.revs.items() if name not in stamps}
    if deleted:
        others.pop(DELETED, None)
    elif before.deleted is not None:
        others[DELETED] = rev
    elif others.get(DELETED, rev) < max(stamps.values()):
        del others[DELETED]  # what was written since says as much
    revs = {name: at for name, at in sorted({**stamps, **others}.items()) if at != oldest}
    gone = (before.deleted or rev) if deleted else None
    return replace(before, **changed, rev=oldest, revs=revs or NOTHING, deleted=gone)


def _row_stamped(before: Row, changed: Mapping[str, Any], deleted: bool, rev: str) -> Row:
    back = before.deleted is not None and not deleted
    gone = (before.deleted or rev) if deleted else None
    return replace(before, **changed, rev=rev if changed or back else before.rev, deleted=gone)


def changes_between(before: Row | None, after: Row) -> Iterator[CellChange]:
    """The entries that the change log needs to tell, and undo, the way from `before` to `after`."""
    if before is None:
        yield CellChange(None, None, None)
        return
    shape = shape_of(type(after))
    changed = [n for n in shape.cells if getattr(before, n) != getattr(after, n)]
    new = {name: shape.as_data(name, getattr(after, name)) for name in changed}
    if shape.field_stamped:
        for name in changed:
            yield CellChange(name, shape.as_data(name, getattr(before, name)), new[name])
        if before.deleted != after.deleted:
            yield CellChange(DELETED, before.deleted, after.deleted)
        return
    if before.deleted != after.deleted:
        new[DELETED] = after.deleted
    old = {name: shape.as_data(name, getattr(before, name)) for name in shape.cells}
    if new:
        yield CellChange(None, {**old, "rev": before.rev, DELETED: before.deleted}, new)


def stamp_of(row: Row, cell: str | None) -> str:
    """The stamp of a cell: of a field, of the deletion, or of the row as a whole (None)."""
    if cell is None:
        return max(row.rev, row.deleted or "")
    revs: Mapping[str, str] = getattr(row, "revs", NOTHING)
    if cell == DELETED and row.deleted is not None:
        return row.deleted
    return revs.get(cell, row.rev)


def last_stamp(row: Row) -> str:
    """The latest stamp of a row that is there: when anything of it was last written."""
    revs: Mapping[str, str] = getattr(row, "revs", NOTHING)
    return max(row.rev, *revs.values()) if revs else row.rev
