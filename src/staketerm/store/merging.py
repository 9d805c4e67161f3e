"""Two versions of one row become one, and what was replaced is told (storage-sync 1.3).

Every cell is a register: the later stamp holds; what follows from another cell is as that has it. A
field-stamped row has one for each field, a row-stamped one for the row as a whole; whether a row is
deleted is a register too, and it hides the row only while it is later than everything else of it:
an edit beats a deletion that did not know of it. The order in which versions meet, and how often,
makes no difference to the outcome.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Generic, NamedTuple, TypeVar, cast

from staketerm.domain.errors import StaketermError
from staketerm.domain.text import fold
from staketerm.locale import _
from staketerm.store.records import NOTHING, FieldRow, Row
from staketerm.store.restamp import DELETED, last_stamp
from staketerm.store.shapes import FOLLOWED, shape_of
from staketerm.store.stamps import replica_of

R = TypeVar("R", bound=Row)


class TwinReplicas(StaketermError):
    """Two journals write under one name: one is a copy of the other, taken as it is."""


class Replaced(NamedTuple):
    """A value that a later one replaced: of a field, of the row as a whole (None), or that the row
    was deleted, or was there. `value` is JSON data; `mine` says whose it was.
    """

    field: str | None
    rev: str
    value: Any
    won: str
    mine: bool


@dataclass(frozen=True, slots=True)
class Merged(Generic[R]):
    """The row that both versions make together, and the values of either that it has no more.

    Most of them were known to whoever wrote the later ones; `frontier.unseen` tells which were not.
    """

    row: R
    replaced: tuple[Replaced, ...] = ()


def merged(mine: R, theirs: R) -> Merged[R]:
    """One row of two versions of it, whichever comes first; local columns stay mine.

    Raises TwinReplicas where one stamp stands for two values.
    """
    if isinstance(mine, FieldRow):
        return cast("Merged[R]", _by_field(mine, cast("FieldRow", theirs)))
    return _as_whole(mine, theirs)


class _Register(NamedTuple):
    stamp: str
    value: Any


def _by_field(mine: FieldRow, theirs: FieldRow) -> Merged[FieldRow]:
    shape, followed = shape_of(type(mine)), FOLLOWED.get(type(mine))
    values: dict[str, Any] = {}
    stamps: dict[str, str] = {}
    replaced: list[Replaced] = []
    for name in shape.cells:
        if name == "folded" and followed:
            continue
        ours, other = _cell(mine, name), _cell(theirs, name)
        won = _later(mine, ours, other)
        values[name], stamps[name] = won.value, won.stamp
        if ours.value != other.value:
            loser = other if won is ours else ours
            value = shape.as_data(name, loser.value)
            replaced.append(Replaced(name, loser.stamp, value, won.stamp, loser is ours))
    if followed:
        values["folded"], stamps["folded"] = fold(values[followed]), stamps[followed]
    gone = max(mine.deleted or "", theirs.deleted or "") or None
    back = max(mine.revs.get(DELETED, ""), theirs.revs.get(DELETED, ""))
    newest = max(stamps.values())
    hidden = gone is not None and gone > max(newest, back)
    if not hidden and back and back >= newest:
        stamps[DELETED] = back
    replaced += _replaced_deletion(mine, theirs, gone, max(newest, back), hidden=hidden)
    oldest = min(stamps[name] for name in shape.cells)
    revs = {name: at for name, at in sorted(stamps.items()) if at != oldest}
    row = replace(
        mine, **values, rev=oldest, revs=revs or NOTHING, deleted=gone if hidden else None
    )
    return Merged(mine if row == mine else row, tuple(replaced))


def _as_whole(mine: R, theirs: R) -> Merged[R]:
    shape = shape_of(type(mine))
    ours, other = (
        _Register(row.rev, {name: getattr(row, name) for name in shape.cells})
        for row in (mine, theirs)
    )
    won = _later(mine, ours, other)
    replaced: list[Replaced] = []
    if ours.value != other.value:
        loser = other if won is ours else ours
        value = {name: shape.as_data(name, cell) for name, cell in loser.value.items()}
        replaced.append(Replaced(None, loser.stamp, value, won.stamp, loser is ours))
    gone = max(mine.deleted or "", theirs.deleted or "") or None
    hidden = gone is not None and gone > won.stamp
    replaced += _replaced_deletion(mine, theirs, gone, won.stamp, hidden=hidden)
    row = replace(mine, **won.value, rev=won.stamp, deleted=gone if hidden else None)
    return Merged(mine if row == mine else row, tuple(replaced))


def _later(row: Row, ours: _Register, other: _Register) -> _Register:
    if ours.stamp != other.stamp:
        return max(ours, other, key=lambda each: each.stamp)
    if ours.value != other.value:
        raise TwinReplicas(
            _(
                "{table} {id}: two journals both call themselves {replica} and wrote different "
                "things at one moment. One is a copy of the other: open it and answer that it was "
                "copied, then sync again. Nothing was taken in."
            ).format(table=row.table, id=row.id, replica=replica_of(ours.stamp))
        )
    return ours


def _cell(row: FieldRow, name: str) -> _Register:
    return _Register(row.revs.get(name, row.rev), getattr(row, name))


def _replaced_deletion(
    mine: Row, theirs: Row, gone: str | None, newest: str, *, hidden: bool
) -> Iterator[Replaced]:
    """Where one side deleted what the other has: which of the two did not hold."""
    if gone is None or (mine.deleted is None) == (theirs.deleted is None):
        return
    if hidden:
        alive = mine if mine.deleted is None else theirs
        yield Replaced(DELETED, last_stamp(alive), False, gone, alive is mine)
    else:
        dead = theirs if mine.deleted is None else mine
        yield Replaced(DELETED, gone, True, newest, dead is mine)
