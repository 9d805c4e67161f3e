"""Values in conflict: what lost to a colleague who had not seen it, kept until somebody decides.

Deciding is a write like any other: it travels, it can be decided again, and undo opens it again.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import ColumnElement, select, update

from staketerm.domain.errors import NotFound, UsageError
from staketerm.exchange.leaving import REFERENCES
from staketerm.exchange.sync.both import joined
from staketerm.exchange.sync.kept import Decision, keep_conflict
from staketerm.journal.authors import people_of
from staketerm.journal.opening import Journal
from staketerm.journal.receipt import Receipt
from staketerm.journal.stakeholders.merging import gather
from staketerm.journal.writing import Writing
from staketerm.locale import _
from staketerm.store import tables
from staketerm.store.merging import Replaced
from staketerm.store.reader import Reader
from staketerm.store.records import Project, Row, Stakeholder
from staketerm.store.restamp import DELETED, last_stamp, stamp_of
from staketerm.store.shapes import BY_TABLE, shape_of
from staketerm.store.stamps import moment_of, replica_of

_CONFLICT = tables.conflict
_COLUMNS = tables.conflict.c

Choice = Literal["lost", "holds", "both"]
"""What is to hold: the value that gave way, the one that holds, or both texts in one."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of two values: what it says (JSON data), who wrote it and when; `mine`: it is one's own.

    `stamp` is the moment for programs.
    """

    value: Any
    person: str
    at: datetime
    mine: bool
    stamp: str


@dataclass(frozen=True, slots=True)
class Dispute:
    """A value that lost and the one that holds, of a field of a row.

    `field` is None for the row as a whole and "deleted" for whether it is there. `number` names it
    in a list, oldest first; `share` is whose conflict it is; `about` is the stakeholder's name, or
    empty, `who` their id; `decided` says that somebody settled it.
    """

    number: int
    share: str
    table: str
    row: str
    field: str | None
    about: str
    who: str | None
    lost: Side
    holds: Side
    decided: bool

    @property
    def both(self) -> Any:
        """What holds both values, the one written first in front; None where nothing can."""
        first, second = sorted((self.lost, self.holds), key=lambda side: side.stamp)
        return joined(self.table, self.field, first.value, second.value)


def disputes(journal: Journal, *, decided: bool = False) -> tuple[Dispute, ...]:
    """What is not decided yet, oldest first; with `decided` what is as well. A value that holds
    again is no conflict any more.
    """
    with journal.read() as reader:
        every = _disputes(reader, journal.store.replica)
    return tuple(
        each
        for each in every
        if (decided or not each.decided) and each.lost.value != each.holds.value
    )


def pointed_to(journal: Journal, found: Iterable[Dispute]) -> dict[str, str]:
    """The names of the people and projects that values in conflict point to, by id."""
    sides = [(each, side) for each in found for side in (each.lost, each.holds)]
    with journal.read() as reader:
        rows = [
            reader.get(Stakeholder, id, deleted=True) or reader.get(Project, id, deleted=True)
            for id in sorted({id for each, side in sides for id in _ids(each, side)})
        ]
    return {row.id: row.name for row in rows if row}


def _ids(found: Dispute, side: Side) -> Iterator[str]:
    told = side.value if isinstance(side.value, dict) else {found.field: side.value}
    return (told[name] for name, _kind in REFERENCES if told.get(name))


def decide(
    journal: Journal, number: int, *, take_lost: bool = False, both: bool = False
) -> Receipt:
    """Settle one, by its number: what holds stays, or what lost comes back, or both are kept in one
    text. Raises NotFound, and UsageError where nothing can hold both.
    """
    with journal.read() as reader:
        every = _disputes(reader, journal.store.replica)
    if not 0 < number <= len(every):
        raise NotFound(
            _("There is no conflict {n}; `staketerm conflicts` lists them.").format(n=number)
        )
    choice: Choice = "both" if both else "lost" if take_lost else "holds"
    return settle(journal, [(every[number - 1], choice)])


def settle(journal: Journal, decisions: Sequence[tuple[Dispute, Choice]]) -> Receipt:
    """Settle some at once: one batch, which undo takes back whole.

    Raises UsageError for both values where nothing can hold both, and NotFound for what somebody
    removed meanwhile.
    """
    with journal.write("decide") as writing:
        writing.work.settles()
        for found, choice in decisions:
            if choice != "holds":
                _write(writing, found, choice)
                _keep(writing, found)
                gather(writing)
            writing.work.connection.execute(
                update(_CONFLICT)
                .where(*_of_cell(found))
                .values(resolved=True, resolved_rev=writing.work.rev)
            )
    return writing.receipt


def _write(writing: Writing, found: Dispute, choice: Choice) -> None:
    """Write what lost, or both, as a change of today."""
    kind = BY_TABLE[found.table]
    shape = shape_of(kind)
    value = found.lost.value if choice == "lost" else found.both
    if choice == "both" and value is None:
        raise UsageError(_("This cannot hold both; keep one of the two."))
    if found.field == DELETED:
        row = writing.work.get(kind, found.row, deleted=True)
        if value:
            writing.delete(kind, found.row)
        elif row is not None:
            writing.put(row)
        return
    told = value if found.field is None else {found.field: value}
    values = {name: shape.from_data(name, each) for name, each in told.items()}
    writing.patch(kind, found.row, **values)


def _keep(writing: Writing, found: Dispute) -> None:
    """Keep the value that held until now, unless it is kept already: it can be decided again."""
    held, rev = found.holds, writing.work.rev
    kept = writing.work.select(select(_COLUMNS.lost_value).where(*_of_cell(found)))
    if any(value == held.value for (value,) in kept):
        return
    lost = Replaced(found.field, held.stamp, held.value, rev, mine=held.mine)
    keep_conflict(
        writing.work, found.share, found.table, found.row, lost, Decision(rev, resolved=True)
    )


def _of_cell(found: Dispute) -> tuple[ColumnElement[bool], ...]:
    """The conflicts of the same field of the same row."""
    return (
        _COLUMNS.tab == found.table,
        _COLUMNS.row == found.row,
        _COLUMNS.field == (found.field or ""),
    )


def _disputes(reader: Reader, replica: str) -> list[Dispute]:
    people = {**people_of(reader), replica: _("you")}
    query = select(
        _COLUMNS.share,
        _COLUMNS.tab,
        _COLUMNS.row,
        _COLUMNS.field,
        _COLUMNS.lost_rev,
        _COLUMNS.lost_value,
        _COLUMNS.resolved,
    ).order_by(_COLUMNS.lost_rev, _COLUMNS.tab, _COLUMNS.row, _COLUMNS.field)
    found: list[Dispute] = []
    for share, table, row, name, rev, value, resolved in reader.select(query):
        now = reader.get(BY_TABLE[table], row, deleted=True)
        if now is None:
            continue
        field = name or None
        holds = last_stamp(now) if field is None else stamp_of(now, field)
        about = _about(reader, now)
        found.append(
            Dispute(
                number=len(found) + 1,
                share=share,
                table=table,
                row=row,
                field=field,
                about=about.name if about else "",
                who=about.id if about else None,
                lost=_side(people, replica, value, rev),
                holds=_side(people, replica, _value(now, field), holds),
                decided=resolved,
            )
        )
    return found


def _side(people: dict[str, str], own: str, value: Any, rev: str) -> Side:
    replica = replica_of(rev)
    return Side(value, people.get(replica, replica), moment_of(rev), replica == own, rev)


def _value(row: Row, field: str | None) -> Any:
    """What holds now, as JSON data."""
    shape = shape_of(type(row))
    if field == DELETED:
        return row.deleted is not None
    if field is None:
        return {name: shape.as_data(name, getattr(row, name)) for name in shape.cells}
    return shape.as_data(field, getattr(row, field))


def _about(reader: Reader, row: Row) -> Stakeholder | None:
    """Whom a row is of."""
    who = row.id if isinstance(row, Stakeholder) else getattr(row, "stakeholder", None)
    return reader.get(Stakeholder, who, deleted=True) if who else None
