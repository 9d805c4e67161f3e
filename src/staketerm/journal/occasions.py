"""Leaving out everything that was seen on one occasion: a meeting, a day, a file that was taken in.

One lopsided afternoon, or one poor import, need not be crossed out row by row. What is left out
stays in the timeline, marked so, and counts nothing. Only signals are left out: an answer belongs
to its ask and an outcome to its agreement, which tell facts; `undo` and `delete` take those back.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import false, select

from staketerm.domain.errors import NotFound
from staketerm.journal.opening import Journal
from staketerm.journal.receipt import Receipt
from staketerm.locale import _
from staketerm.store import tables
from staketerm.store.portions import portions
from staketerm.store.reader import Reader
from staketerm.store.records import Signal

OUT, BACK = "leave out occasion", "count occasion again"
"""The verbs of the two batches."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """What was seen in a meeting or call, or said of a report; `entry` is its id."""

    entry: str


@dataclass(frozen=True, slots=True)
class Together:
    """What was written down in one batch: a line about several people, a file taken in."""

    batch: str


@dataclass(frozen=True, slots=True)
class OnDay:
    """What was seen on a day: of everybody, or of one stakeholder."""

    day: date
    stakeholder: str | None = None


Occasion = Meeting | Together | OnDay


@dataclass(frozen=True, slots=True)
class Left:
    """How many signals an occasion holds, and what was written to leave them out or back in."""

    signals: int
    receipt: Receipt


def leave_out(journal: Journal, occasion: Occasion, out: bool = True) -> Left:
    """Let all signals of an occasion count no longer, or again: one batch, one step of undo.

    `signals` counts those that changed. Raises NotFound where the occasion has no signals.
    """
    with journal.write(OUT if out else BACK) as writing:
        ids = signals_of(writing.work, occasion)
        if not ids:
            raise NotFound(_("No signals belong to that; asks and agreements are not left out."))
        changed = sum(writing.patch(Signal, id, ignored=out) for id in ids)
    return Left(changed, writing.receipt)


def turn(journal: Journal, occasion: Occasion) -> Left:
    """Leave an occasion out, or let it count again where all of it is left out already; raises as
    `leave_out` does.
    """
    with journal.read() as reader:
        ids = signals_of(reader, occasion)
        table = tables.signal.c
        counts = any(
            reader.select(
                select(table.id).where(table.id.in_(some), table.ignored.is_(false())).limit(1)
            )
            for some in portions(ids)
        )
    return leave_out(journal, occasion, out=counts or not ids)


def signals_of(reader: Reader, occasion: Occasion) -> list[str]:
    """The ids of the signals of an occasion, left out or not; deleted ones are no part of it."""
    columns = tables.signal.c
    query = select(columns.id).where(columns.deleted.is_(None)).order_by(columns.id)
    match occasion:
        case Meeting(entry):
            return _ids(reader.select(query.where(columns.entry == entry)))
        case OnDay(day, None):
            return _ids(reader.select(query.where(columns.day == day)))
        case OnDay(day, who):
            here = query.where(columns.stakeholder == who, columns.day == day)
            return _ids(reader.select(here))
        case Together(batch):
            return _of_batch(reader, batch)


def _of_batch(reader: Reader, batch: str) -> list[str]:
    """The signals that a batch wrote.

    Rows of a file are known by their stamp alone; one that was left out since carries another, and
    the change log has the earlier one.
    """
    found = reader.select(select(tables.batch.c.rev).where(tables.batch.c.id == batch))
    if not found:
        raise NotFound(_("There is no change of that id; `staketerm history` lists them."))
    rev = found[0][0]
    columns, change = tables.signal.c, tables.change.c
    ids = {id for (id,) in reader.select(select(columns.id).where(columns.rev == rev))}
    logged = select(change.row).where(change.tab == "signal", change.batch == batch)
    ids.update(row for (row,) in reader.select(logged))
    restamped = select(change.row, change.old).where(
        change.tab == "signal",
        change.field.is_(None),
        change.batch.in_(select(tables.batch.c.id).where(tables.batch.c.verb.in_(_TOUCHING))),
    )
    ids.update(row for row, old in reader.select(restamped) if old and old.get("rev") == rev)
    there = select(columns.id).where(columns.deleted.is_(None)).order_by(columns.id)
    return [id for id in _ids(reader.select(there)) if id in ids] if ids else []


_TOUCHING = (OUT, BACK, "leave out", "count again", "undo", "correct")
"""The verbs that give a signal another stamp."""


def _ids(rows: Iterable[Any]) -> list[str]:
    return [row[0] for row in rows]
