"""Files of one's own that somebody changed by hand, in a spreadsheet say: taken in as one's edits.

Every row carries the stamps of what it was when it was written, so a cell that says something else
under the same stamp is an edit; one whose stamp is older was overtaken meanwhile, and both values
are kept (storage-sync 1.5). A row that is missing deletes nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import select

from staketerm.exchange.csvform import form_of
from staketerm.exchange.csvread import read_table
from staketerm.exchange.handles import Handles
from staketerm.exchange.sync.confined import whole_file
from staketerm.exchange.sync.door import Door
from staketerm.exchange.sync.scope import SHARED_KINDS, Scope
from staketerm.journal.writing import Writing
from staketerm.store import erasing, tables
from staketerm.store.merging import Replaced
from staketerm.store.records import Row
from staketerm.store.restamp import stamp_of
from staketerm.store.shapes import shape_of
from staketerm.store.work import Work

_LOST_TO_NOBODY = "?"
"""What a spreadsheet saves for a letter that its character set lacks."""


@dataclass(slots=True)
class Edited:
    """What came of files changed by hand: rows added, rows changed, cells that a spreadsheet only
    wrote otherwise.
    """

    new: int = 0
    changed: int = 0
    retyped: int = 0


@dataclass(frozen=True, slots=True)
class Overtaken:
    """A value that was changed by hand and, meanwhile, by somebody else."""

    row: Row
    replaced: Replaced


def take_edits(
    writing: Writing, scope: Scope, folder: Path, files: list[str]
) -> tuple[Edited, list[Overtaken]]:
    """Take in what was changed by hand in these files of one's own: somebody else may have done it,
    so it reaches nothing outside the share.

    Raises `ImportRefused` with row and column for what cannot be read; nothing is to be kept then.
    """
    done = Edited()
    overtaken: list[Overtaken] = []
    erased = erasing.purged(writing.work)
    handles, door = Handles(writing.work), Door(writing.work, scope)
    for kind in SHARED_KINDS:
        for name in files:
            if name != f"{kind.table}.csv" and not name.startswith(f"{kind.table}-"):
                continue
            for batch in read_table(kind, name, whole_file(folder / name)):
                for row in door.admitted(kind, [row for row in batch if row.id not in erased]):
                    mine = writing.work.get(type(row), row.id, deleted=True)
                    if mine is None:
                        done.new += writing.put(handles.named(row))
                    elif door.holds(mine):
                        said = door.as_far_as_here(mine, row)
                        overtaken += _take(writing, scope, mine, said, done)
    return done, overtaken


def _take(writing: Writing, scope: Scope, mine: Row, row: Row, done: Edited) -> Iterator[Overtaken]:
    values: dict[str, Any] = {}
    withheld = scope.withheld(mine)
    shape = shape_of(type(mine))
    for name in _cells(row):
        said = getattr(row, name)
        if name in withheld or said == getattr(mine, name):
            continue
        cell = name if shape.field_stamped else None
        then, since = stamp_of(row, cell), stamp_of(mine, cell)
        was = getattr(mine, name) if then == since else _value_at(writing.work, mine, name, then)
        if said == was:
            continue
        if _only_retyped(was, said):
            done.retyped += 1
            continue
        values[name] = said
        if then != since:
            holds = {each: shape.as_data(each, getattr(mine, each)) for each in shape.cells}
            value = holds[name] if cell else holds
            yield Overtaken(mine, Replaced(cell, since, value, writing.work.rev, mine=False))
    if values and mine.deleted is None:
        done.changed += writing.patch(type(mine), mine.id, **values)


def _value_at(work: Work, row: Row, name: str, stamp: str) -> Any:
    """What a cell held when it carried a stamp, by the change log; None where that is not known."""
    shape, change = shape_of(type(row)), tables.change.c
    field = change.field == name if shape.field_stamped else change.field.is_(None)
    query = (
        select(change.old)
        .where(change.tab == row.table, change.row == row.id, field, change.rev > stamp)
        .order_by(change.rev)
        .limit(1)
    )
    found = work.select(query)
    if not found or found[0][0] is None:
        return None
    old = found[0][0] if shape.field_stamped else found[0][0].get(name)
    return shape.from_data(name, old)


def _cells(row: Row) -> list[str]:
    """The cells of a row that a file can change."""
    return [name for name in form_of(type(row)).columns if name != "id"]


def _only_retyped(now: Any, said: Any) -> bool:
    """Whether a spreadsheet made the one of the other by saving it: letters that its character set
    lacks, blanks at the ends.
    """
    if not isinstance(now, str) or not isinstance(said, str):
        return False
    if now.strip() == said.strip():
        return True
    return len(now) == len(said) and all(
        one == other or (other == _LOST_TO_NOBODY and not _in_windows(one))
        for one, other in zip(now, said, strict=True)
    )


def _in_windows(letter: str) -> bool:
    return bool(letter.encode("cp1252", "ignore"))
