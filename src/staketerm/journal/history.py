"""The change log as a person reads it, and the way back from any change (F74, F107)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import CompoundSelect, func, select, union

from staketerm.domain.errors import NotFound, UsageError
from staketerm.journal.glance import OF_KIND
from staketerm.journal.opening import Journal
from staketerm.journal.positions.model import model_on
from staketerm.journal.receipt import Receipt
from staketerm.locale import N_, _
from staketerm.store import tables
from staketerm.store.reader import Reader
from staketerm.store.records import Batch
from staketerm.store.undo import last_undoable, undone
from staketerm.store.undo import undo as take_back

SHOWN = 200
"""How many batches the history shows."""

NOT_MINE = frozenset({"begin", "demo"})
"""Verbs of batches that nobody did by hand: they are not offered for undo."""

FOR_GOOD = frozenset({"erase", "share", "sync"})
"""Verbs of batches that undo does not take back: it goes past them."""


_REFUSED = {
    "erase": N_("What was erased is gone for good."),
    "share": N_("What colleagues have read cannot be taken back. Share it anew to give less."),
    "sync": N_("What came from colleagues is not undone: `staketerm conflicts` brings back yours."),
}


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One batch: when (UTC), by whom, which verb, how much it changed, whom it concerned.

    `about` holds (id, name) of stakeholders, `kinds` (id, label as it is today) of kinds of signal;
    `undone` says that it has been taken back.
    """

    batch: str
    at: datetime
    author: str
    verb: str
    changes: int
    about: tuple[tuple[str, str], ...]
    undoes: str | None
    undone: bool
    kinds: tuple[tuple[str, str], ...] = ()


def undo(journal: Journal, batch: str | None = None) -> Receipt:
    """Take a batch back: the one named, or the newest that still stands.

    Cells changed since are left alone and named in the receipt's notes. Undoing an undo is the
    redo.
    Raises NotFound where there is nothing to take back.
    """
    with journal.read() as reader:
        last = None if batch else last_undoable(reader, besides=NOT_MINE | FOR_GOOD)
    wanted = batch or (last.id if last else None)
    if wanted is None:
        raise NotFound(_("nothing to take back"))
    if (verb := verb_of(journal, wanted)) in FOR_GOOD:
        raise UsageError(_(_REFUSED[verb]))
    with journal.write("undo", undoes=wanted) as writing:
        result = take_back(writing.work, wanted)
        writing.reverted(result.undone, unlogged=result.unlogged > 0)
        for cell in result.left_alone:
            writing.note(_left_alone(cell.field, cell.by))
    return writing.receipt


def verb_of(journal: Journal, batch: str) -> str:
    """The verb of a batch; raises NotFound where there is none of that id."""
    with journal.read() as reader:
        found = reader.select(select(tables.batch.c.verb).where(tables.batch.c.id == batch))
    if not found:
        raise NotFound(_("There is no change of that id; `staketerm history` lists them."))
    return str(found[0][0])


def taken_back(journal: Journal, batch: str) -> tuple[str, bool]:
    """What taking back a batch comes down to: the verb of the change, and whether that is done
    again by it, as the batch had itself taken it back.
    """
    again = False
    with journal.read() as reader:
        while True:
            query = select(tables.batch.c.verb, tables.batch.c.undoes)
            verb, undoes = reader.select(query.where(tables.batch.c.id == batch))[0]
            if undoes is None:
                return str(verb), again
            batch, again = undoes, not again


def history(
    journal: Journal, stakeholder: str | None = None, limit: int = SHOWN
) -> tuple[HistoryLine, ...]:
    """The batches of the change log, newest first: all, or those that concerned a stakeholder."""
    table = tables.batch
    query = select(table).where(table.c.verb.not_in(NOT_MINE)).order_by(table.c.rev.desc())
    with journal.read() as reader:
        if stakeholder is not None:
            query = query.where(table.c.id.in_(_batches_about(stakeholder)))
        batches = reader.select(query.limit(limit))
        gone = undone(reader)
        ids = [row.id for row in batches]
        sizes, about, kinds = _sizes(reader, ids), _about(reader, ids), _kinds(reader, ids)
    return tuple(
        HistoryLine(
            batch=row.id,
            at=row.at,
            author=row.author,
            verb=row.verb,
            changes=sizes.get(row.id, 0) + row.unlogged,
            about=tuple(about.get(row.id, {}).items()),
            undoes=row.undoes,
            undone=row.id in gone,
            kinds=kinds.get(row.id, ()),
        )
        for row in batches
    )


def _batches_about(stakeholder: str) -> CompoundSelect[Any]:
    """The ids of the batches that changed a row of a stakeholder."""
    change = tables.change
    own = select(change.c.batch).where(change.c.tab == "stakeholder", change.c.row == stakeholder)
    return union(
        own,
        *(
            select(change.c.batch)
            .join(table, table.c.id == change.c.row)
            .where(change.c.tab == table.name, table.c.stakeholder == stakeholder)
            for table in _THEIRS
        ),
    )


def _sizes(reader: Reader, batches: Sequence[str]) -> dict[str, int]:
    """How many rows each batch logged a change of."""
    table = tables.change
    query = (
        select(table.c.batch, func.count(func.distinct(table.c.row)))
        .where(table.c.batch.in_(batches))
        .group_by(table.c.batch)
    )
    return dict(reader.select(query))


def _kinds(reader: Reader, batches: Sequence[str]) -> dict[str, tuple[tuple[str, str], ...]]:
    """The kinds of signal that each batch changed: id and label."""
    change, setting = tables.change.c, tables.setting.c
    query = (
        select(change.batch, setting.name)
        .join(tables.setting, setting.id == change.row)
        .where(change.tab == "setting", change.batch.in_(batches), setting.name.like(f"{OF_KIND}%"))
        .distinct()
        .order_by(setting.name)
    )
    rows = reader.select(query)
    catalogue = model_on(reader, date.max).catalogue if rows else {}
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for batch, name in rows:
        id = name.removeprefix(OF_KIND)
        found[batch] = (*found.get(batch, ()), (id, catalogue[id].label))
    return found


def _about(reader: Reader, batches: Sequence[str]) -> dict[str, dict[str, str]]:
    """Whom each batch concerned: id and name."""
    change, person = tables.change, tables.stakeholder
    found: dict[str, dict[str, str]] = {}
    for table in (person, *_THEIRS):
        whose = table.c.id if table is person else table.c.stakeholder
        query = select(change.c.batch, person.c.id, person.c.name).join(
            table, table.c.id == change.c.row
        )
        if table is not person:
            query = query.join(person, person.c.id == whose)
        query = query.where(change.c.tab == table.name, change.c.batch.in_(batches)).distinct()
        for batch, who, name in reader.select(query):
            found.setdefault(batch, {})[who] = name
    return found


def _left_alone(field: str | None, by: Batch | None) -> str:
    """A cell that undo left as it is, in a sentence."""
    what = field or _("a row")
    if by is None:
        return _("{what} is needed by something newer, left alone.").format(what=what)
    return _("{what} was changed since by {author}, left alone.").format(
        what=what, author=by.author
    )


_THEIRS = (
    tables.signal,
    tables.ask,
    tables.agreement,
    tables.judgement,
    tables.absence,
    tables.consent,
    tables.involvement,
    tables.contact,
    tables.tag,
    tables.action,
    tables.about,
)
"""The tables whose rows belong to a stakeholder."""
