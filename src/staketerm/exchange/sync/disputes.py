"""Values in conflict: what lost to a colleague who had not seen it, kept until somebody decides.

Deciding is a write like any other: it travels, and it can be decided again.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select, update

from staketerm.domain.errors import NotFound
from staketerm.exchange.sync.peers import people_of
from staketerm.journal.opening import Journal
from staketerm.journal.receipt import Receipt
from staketerm.journal.writing import Writing
from staketerm.locale import _
from staketerm.store import tables
from staketerm.store.records import Row, Stakeholder
from staketerm.store.restamp import DELETED, last_stamp, stamp_of
from staketerm.store.shapes import BY_TABLE, shape_of
from staketerm.store.stamps import moment_of, replica_of
from staketerm.store.work import Reader

_CONFLICT = tables.conflict
_COLUMNS = tables.conflict.c


@dataclass(frozen=True, slots=True)
class Side:
    """One of two values: what it says (JSON data), who wrote it and when."""

    value: Any
    person: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Dispute:
    """A value that lost and the one that holds, of a field of a row.

    `field` is None for the row as a whole and "deleted" for whether it is there. `number` names it
    in a list, oldest first; `about` is the stakeholder's name, or empty; `decided` says that
    somebody settled it.
    """

    number: int
    table: str
    row: str
    field: str | None
    about: str
    lost: Side
    holds: Side
    decided: bool


def disputes(journal: Journal, *, decided: bool = False) -> tuple[Dispute, ...]:
    """What is not decided yet, oldest first; with `decided` what is as well."""
    with journal.read() as reader:
        every = _disputes(reader, journal.store.replica)
    return tuple(each for each in every if decided or not each.decided)


def decide(journal: Journal, number: int, *, take_lost: bool) -> Receipt:
    """Settle one, by its number: what holds stays, or what lost comes back. Raises NotFound."""
    with journal.write("decide") as writing:
        every = _disputes(writing.work, journal.store.replica)
        if not 0 < number <= len(every):
            raise NotFound(
                _("There is no conflict {n}; `staketerm conflicts` lists them.").format(n=number)
            )
        found = every[number - 1]
        if take_lost:
            _bring_back(writing, found)
        here = (_COLUMNS.tab == found.table, _COLUMNS.row == found.row)
        writing.work.connection.execute(
            update(_CONFLICT)
            .where(*here, _COLUMNS.field == (found.field or ""))
            .values(resolved_rev=writing.work.rev)
        )
        writing.work.has_seen(writing.work.rev)
    return writing.receipt


def _bring_back(writing: Writing, found: Dispute) -> None:
    """Write what lost as a change of today."""
    kind = BY_TABLE[found.table]
    shape = shape_of(kind)
    if found.field == DELETED:
        row = writing.work.get(kind, found.row, deleted=True)
        if found.lost.value:
            writing.delete(kind, found.row)
        elif row is not None:
            writing.put(row)
        return
    told = found.lost.value if found.field is None else {found.field: found.lost.value}
    values = {name: shape.from_data(name, value) for name, value in told.items()}
    writing.patch(kind, found.row, **values)


def _disputes(reader: Reader, replica: str) -> list[Dispute]:
    people = {**people_of(reader), replica: _("you")}
    query = select(
        _COLUMNS.tab,
        _COLUMNS.row,
        _COLUMNS.field,
        _COLUMNS.lost_rev,
        _COLUMNS.lost_value,
        _COLUMNS.resolved_rev,
    ).order_by(_COLUMNS.lost_rev, _COLUMNS.tab, _COLUMNS.row, _COLUMNS.field)
    found: list[Dispute] = []
    for table, row, name, rev, value, resolved in reader.select(query):
        now = reader.get(BY_TABLE[table], row, deleted=True)
        if now is None:
            continue
        field = name or None
        holds = last_stamp(now) if field is None else stamp_of(now, field)
        found.append(
            Dispute(
                number=len(found) + 1,
                table=table,
                row=row,
                field=field,
                about=_about(reader, now),
                lost=_side(people, value, rev),
                holds=_side(people, _value(now, field), holds),
                decided=resolved is not None,
            )
        )
    return found


def _side(people: dict[str, str], value: Any, rev: str) -> Side:
    replica = replica_of(rev)
    return Side(value, people.get(replica, replica), moment_of(rev))


def _value(row: Row, field: str | None) -> Any:
    """What holds now, as JSON data."""
    shape = shape_of(type(row))
    if field == DELETED:
        return row.deleted is not None
    if field is None:
        return {name: shape.as_data(name, getattr(row, name)) for name in shape.cells}
    return shape.as_data(field, getattr(row, field))


def _about(reader: Reader, row: Row) -> str:
    who = row.id if isinstance(row, Stakeholder) else getattr(row, "stakeholder", None)
    person = reader.get(Stakeholder, who, deleted=True) if who else None
    return person.name if person else ""
