"""Files of one's own that somebody changed by hand, in a spreadsheet say: taken in as one's edits.

Every row carries the stamps of what it was when it was written, so a cell that says something else
under the same stamp is an edit; one whose stamp is older was overtaken meanwhile, and both values
are kept (storage-sync 1.5). A row without an id is a new one; a row that is missing deletes
nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import select

from staketerm.exchange.csvform import REV, REVS, cell_of, files_of, form_of
from staketerm.exchange.csvread import read_table, sheet_of
from staketerm.exchange.handles import Handles
from staketerm.exchange.leaving import REFERENCES
from staketerm.exchange.plan import ImportRefused, Problem
from staketerm.exchange.readings import readings
from staketerm.exchange.retyping import in_our_form, only_retyped
from staketerm.exchange.sync.confined import refused, whole_file
from staketerm.exchange.sync.door import Door
from staketerm.exchange.sync.scope import SHARED_KINDS, Scope
from staketerm.exchange.tables.dates import Order, order_of
from staketerm.exchange.tables.foreign import SheetRow
from staketerm.journal.stakeholders.people import tag_id
from staketerm.journal.writing import Writing, involvement_id
from staketerm.locale import _
from staketerm.store import erasing, tables
from staketerm.store.merging import Replaced
from staketerm.store.portions import portions
from staketerm.store.records import Involvement, Row, Stakeholder, Tag
from staketerm.store.restamp import stamp_of
from staketerm.store.shapes import shape_of
from staketerm.store.types import Day
from staketerm.store.work import Work


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
        for name in files_of(kind, files):
            data, place = readings(whole_file(folder / name)), f"{folder.name}/{name}"
            sheets = [_Sheet(writing.work, scope, kind, place, each, done) for each in data]
            sheet = max(sheets, key=_Sheet.agreeing) if len(sheets) > 1 else sheets[0]
            for batch in read_table(kind, place, sheet.data, sheet.mended):
                for row in door.admitted(kind, [row for row in batch if row.id not in erased]):
                    _refuse_loose(writing.work, place, row)
                    mine = writing.work.get(type(row), row.id, deleted=True)
                    if mine is None:
                        done.new += writing.put(handles.named(row))
                        _let_in(writing, scope, row)
                    elif door.holds(mine):
                        said = door.as_far_as_here(mine, row)
                        overtaken += _take(writing, scope, mine, said, done)
    return done, overtaken


class _Sheet:
    """One file as somebody left it, put into the form that it had when it was written."""

    def __init__(
        self, work: Work, scope: Scope, kind: type[Row], name: str, data: bytes, done: Edited
    ) -> None:
        self._work, self._scope, self._kind, self._name = work, scope, kind, name
        self._done, self.data = done, data
        form = form_of(kind)
        self._types = dict(zip(form.columns, form.types, strict=True))
        self._order = self._order_of_days(data)
        self._seen: dict[str, SheetRow] = {}

    def mended(self, header: tuple[str, ...], rows: Iterator[SheetRow]) -> Iterator[SheetRow]:
        """The rows with what a spreadsheet only wrote otherwise as it was, with what somebody typed
        as our files have it, and with an id for each new one.
        """
        for part in portions(rows):
            cells = [dict(zip(header, row.cells, strict=False)) for row in part]
            here = self._here([each.get("id", "") for each in cells])
            for row, each in zip(part, cells, strict=True):
                if len(row.cells) != len(header):
                    yield row  # the reader tells of it
                elif self._is_first(row, each):
                    mine = here.get(each["id"])
                    whole = self._as_given(mine, each) if mine else self._new(each)
                    yield row._replace(cells=tuple(whole[name] for name in header))

    def agreeing(self) -> int:
        """How many of the cells that are more than ASCII say what was written into them."""
        header, rows = sheet_of(self._kind, self._name, self.data)
        agreed = 0
        for part in portions(rows):
            cells = [dict(zip(header.cells, row.cells, strict=False)) for row in part]
            here = self._here([each.get("id", "") for each in cells])
            for each in cells:
                if mine := here.get(each.get("id", "")):
                    left = self._scope.cut(mine)
                    odd = {name for name, said in each.items() if not said.isascii()}
                    for name in self._types.keys() & odd:
                        agreed += each[name] == self._written(mine, left, each, name)
        return agreed

    def _order_of_days(self, data: bytes) -> Order:
        """What comes first in the days of the file: the days of a whole file tell."""
        header, rows = sheet_of(self._kind, self._name, data)
        places = [n for n, name in enumerate(header.cells) if self._types.get(name) is Day]
        width = len(header.cells)
        return order_of(row.cells[n] for row in rows for n in places if len(row.cells) == width)

    def _here(self, ids: list[str]) -> dict[str, Row]:
        column = shape_of(self._kind).table.c.id
        found = self._work.rows(self._kind, column.in_(ids), deleted=True)
        return {row.id: row for row in found}

    def _is_first(self, row: SheetRow, cells: dict[str, str]) -> bool:
        """Whether no row of that id came before; raises `ImportRefused` for two that differ."""
        id = cells["id"] = cells["id"].strip()
        before = self._seen.setdefault(id, row) if id else row
        if before is row:
            return True
        if before.cells != row.cells:
            rule = _("row {row} has the same id and says something else").format(row=before.number)
            problem = Problem(self._name, row.number, "id", id, rule)
            raise ImportRefused(str(problem), (problem,))
        return False

    def _as_given(self, mine: Row, cells: dict[str, str]) -> dict[str, str]:
        found, left = dict(cells), self._scope.cut(mine)
        for name, said in cells.items():
            kind = self._types.get(name)
            if kind is None or name == "id":
                continue
            was = self._written(mine, left, cells, name)
            if only_retyped(was, said, self._order):
                self._done.retyped += said != was
                found[name] = was
            else:
                found[name] = in_our_form(kind, said, self._order)
        return found

    def _written(self, mine: Row, left: Row, cells: dict[str, str], name: str) -> str:
        """What a cell said when the file was written: of my row as it leaves, where nobody wrote
        since.
        """
        now = cell_of(self._kind, name, getattr(left, name))
        then = _stamp_in(cells, name)
        if cells[name] == now or then in ("", _stamp(mine, name)):
            return now
        return cell_of(self._kind, name, _value_at(self._work, mine, name, then))

    def _new(self, cells: dict[str, str]) -> dict[str, str]:
        found = {
            name: in_our_form(self._types[name], said, self._order) if name in self._types else said
            for name, said in cells.items()
        }
        if not found["id"]:
            found["id"] = self._id_of(found)
            found |= {name: "" for name in (REV, REVS) if name in found}
        return found

    def _id_of(self, cells: dict[str, str]) -> str:
        """The id of a row that somebody added; that of some kinds follows from what they say."""
        who, project = cells.get("stakeholder", ""), cells.get("project", "")
        if self._kind is Involvement:
            return involvement_id(who, project)
        return tag_id(who, cells.get("tag", "")) if self._kind is Tag else self._work.new_id()


def _refuse_loose(work: Work, name: str, row: Row) -> None:
    """Raise `ImportRefused` where a row points to nothing."""
    for column, target in REFERENCES:
        pointed = getattr(row, column, None)
        if pointed is not None and work.get(target, pointed, deleted=True) is None:
            rule = _("points to a {kind} that is neither here nor in the files")
            raise refused(name, f"{row.id}, {column}: {rule.format(kind=target.table)}")


def _let_in(writing: Writing, scope: Scope, row: Row) -> None:
    """Let somebody who was added take part in the project that is shared, where it is but one."""
    if isinstance(row, Stakeholder) and len(scope.sharing) == 1:
        writing.involve(row.id, *scope.sharing)


def _take(writing: Writing, scope: Scope, mine: Row, row: Row, done: Edited) -> Iterator[Overtaken]:
    values: dict[str, Any] = {}
    withheld = scope.withheld(mine)
    shape = shape_of(type(mine))
    for name in _cells(row):
        said = getattr(row, name)
        if name in withheld or said == getattr(mine, name):
            continue
        cell = name if shape.field_stamped else None
        then, since = _stamp(row, name), _stamp(mine, name)
        same = then in ("", since)
        if said == (getattr(mine, name) if same else _value_at(writing.work, mine, name, then)):
            continue
        values[name] = said
        if not same:
            holds = {each: shape.as_data(each, getattr(mine, each)) for each in shape.cells}
            value = holds[name] if cell else holds
            yield Overtaken(mine, Replaced(cell, since, value, writing.work.rev, mine=False))
    if extra := _unknown_cells(mine, row):
        values["extra"] = extra
    if values and mine.deleted is None:
        done.changed += writing.patch(type(mine), mine.id, **values)


def _unknown_cells(mine: Row, row: Row) -> dict[str, Any]:
    """The columns unknown to this program as they are to be, where the file says more of them."""
    told = {name: said for name, said in row.extra.items() if name}
    more = {name: said for name, said in told.items() if str(mine.extra.get(name)) != said}
    return {**mine.extra, **more} if more else {}


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


def _stamp(row: Row, name: str) -> str:
    """The stamp of a field; of the row as a whole where its fields have none."""
    return stamp_of(row, name if shape_of(type(row)).field_stamped else None)


def _stamp_in(cells: dict[str, str], name: str) -> str:
    """The stamp that a cell of a file was written with; empty where somebody took it out."""
    told = dict(pair.partition(":")[::2] for pair in cells.get(REVS, "").split())
    return told.get(name, cells.get(REV, ""))


def _cells(row: Row) -> list[str]:
    """The cells of a row that a file can change."""
    return [name for name in form_of(type(row)).columns if name != "id"]
