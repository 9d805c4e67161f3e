"""Taking one's own export back in: what is missing here is added, what is here stays as it is.

Nothing is merged and nothing deleted: a row whose id is here already is left alone, and counted
where it differs. In a journal in which nobody is yet, the project that was taken where none is said
becomes that of the export, so that the same question has the same answer.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from operator import attrgetter
from pathlib import Path

from sqlalchemy import select

from staketerm.domain.text import plain_line
from staketerm.exchange.csvform import form_of
from staketerm.exchange.handles import Handles
from staketerm.exchange.leaving import REFERENCES
from staketerm.exchange.ownfiles import OwnFiles, open_own
from staketerm.exchange.plan import ImportRefused, Problem
from staketerm.journal.opening import DEFAULT_PROJECT, Journal
from staketerm.journal.receipt import Receipt
from staketerm.journal.stakeholders.merging import gather
from staketerm.journal.writing import Writing
from staketerm.locale import _, ngettext
from staketerm.store import tables
from staketerm.store.reader import Reader
from staketerm.store.records import EXCHANGED, Entry, Project, Row, Stakeholder

TARGETS: tuple[type[Row], ...] = (Stakeholder, Project, Entry)
"""The kinds of rows that others point to."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Rows of one table: new here, here with the same values, here with others."""

    new: int = 0
    same: int = 0
    differ: int = 0


@dataclass(frozen=True, slots=True)
class OwnPlan:
    """What taking in an export would do, by table; nothing has been written.

    `edited` are files that are not as they were written; they were read all the same.
    """

    path: Path
    counts: Mapping[str, Counts]
    edited: tuple[str, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def new(self) -> int:
        """How many rows it adds."""
        return sum(each.new for each in self.counts.values())

    @property
    def differ(self) -> int:
        """How many rows are here with other values, which stay."""
        return sum(each.differ for each in self.counts.values())

    @property
    def summary(self) -> tuple[str, ...]:
        """The plan in sentences, one a line."""
        return tuple(self._sentences())

    def _sentences(self) -> Iterator[str]:
        same = sum(each.same for each in self.counts.values())
        yield _("own export: {new} new rows, {same} already here").format(new=self.new, same=same)
        for table, each in self.counts.items():
            if each.new:
                yield f"  {table}: {each.new}"
        if self.differ:
            yield ngettext(
                "{n} row differs from what is here; here stays",
                "{n} rows differ from what is here; here stays",
                self.differ,
            ).format(n=self.differ)
        for name in self.edited:
            yield _("{file} was changed since it was exported").format(file=plain_line(name))


def preview(journal: Journal, path: Path) -> OwnPlan:
    """What taking in the export at `path` would do; writes nothing.

    Raises `ImportRefused` for an export that is incomplete or cannot be read, with the places.
    """
    with journal.read() as reader:
        source = open_own(path)
        counts = {
            kind.table: _counted(reader, kind, rows) for kind, rows in _checked(reader, source)
        }
    return OwnPlan(path, counts, source.edited)


def take_in(journal: Journal, plan: OwnPlan) -> Receipt:
    """Add every row of the export that is not here, as one batch that one undo takes back.

    Raises `ImportRefused`, and writes nothing, where the files have become unreadable meanwhile.
    """
    with journal.write("import") as writing:
        source = open_own(plan.path)
        handles = Handles(writing.work)
        empty = _is_empty(writing.work)
        added = 0
        for kind, rows in _checked(writing.work, source):
            named = [handles.named(row) for row in rows] if kind is Stakeholder else rows
            added += writing.put_many(named)
        gather(writing)
        if empty:
            _begin_with(writing, source)
    said = ngettext("{n} row taken in", "{n} rows taken in", added).format(n=added)
    return replace(writing.receipt, notes=(*writing.receipt.notes, said))


def _checked(
    reader: Reader, source: OwnFiles
) -> Iterator[tuple[type[Row], Iterator[Row] | list[Row]]]:
    """The rows of each table, each pointing only to what is here or came before it."""
    known = {kind: _ids(reader, kind) for kind in TARGETS}
    for kind in EXCHANGED:
        if kind is Stakeholder:
            people = list(source.rows(kind))
            known[kind] |= {row.id for row in people}
            yield kind, in_order(list(_bound(kind, iter(people), known, source)))
        else:
            yield kind, _bound(kind, source.rows(kind), known, source)


def _bound(
    kind: type[Row],
    rows: Iterator[Row],
    known: dict[type[Row], set[str]],
    source: OwnFiles,
) -> Iterator[Row]:
    """The rows, or `ImportRefused` at the first that points to nothing."""
    columns = form_of(kind).columns
    pointing = [
        (name, attrgetter(name), target, known[target])
        for name, target in REFERENCES
        if name in columns
    ]
    for row in rows:
        for name, read, target, ids in pointing:
            value = read(row)
            if value is not None and value not in ids:
                rule = _("row {id} points to a {kind} that is neither here nor in the export")
                said = rule.format(id=row.id, kind=target.table)
                problem = Problem(source.name_of(kind), None, name, value, said)
                raise ImportRefused(str(problem), (problem,))
        if kind in known:
            known[kind].add(row.id)
        yield row


def in_order(people: list[Row]) -> list[Row]:
    """Stakeholders so that whoever others point to comes first; pointing in a ring is cut."""
    waiting = {row.id: row for row in people}
    ordered: list[Row] = []
    while waiting:
        ready = [row for row in waiting.values() if not _leads_to(row) & waiting.keys()]
        if not ready:
            first = next(iter(waiting.values()))
            ready = [replace(first, organisation=None, merged_into=None)]  # type: ignore[call-arg]
        ordered += ready
        for row in ready:
            del waiting[row.id]
    return ordered


def _leads_to(row: Row) -> set[str]:
    """The other stakeholders that a stakeholder points to."""
    named = {getattr(row, "organisation", None), getattr(row, "merged_into", None)}
    return {each for each in named if each is not None and each != row.id}


def _counted(reader: Reader, kind: type[Row], rows: Iterator[Row] | list[Row]) -> Counts:
    new = same = differ = 0
    read = attrgetter(*form_of(kind).columns)
    for batch in _batches(iter(rows)):
        table = tables.metadata.tables[kind.table]
        here = {
            row.id: row
            for row in reader.rows(kind, table.c.id.in_([row.id for row in batch]), deleted=True)
        }
        for row in batch:
            mine = here.get(row.id)
            if mine is None:
                new += 1
            elif read(mine) == read(row):
                same += 1
            else:
                differ += 1
    return Counts(new, same, differ)


def _batches(rows: Iterator[Row]) -> Iterator[list[Row]]:
    batch: list[Row] = []
    for row in rows:
        batch.append(row)
        if len(batch) == 1_000:
            yield batch
            batch = []
    if batch:
        yield batch


def _ids(reader: Reader, kind: type[Row]) -> set[str]:
    column = tables.metadata.tables[kind.table].c.id
    return {row for (row,) in reader.select(select(column))}


def _is_empty(reader: Reader) -> bool:
    """Whether nobody was ever in this journal."""
    return not reader.rows(Stakeholder, limit=1, deleted=True)


def _begin_with(writing: Writing, source: OwnFiles) -> None:
    """Take the export's own project where none is said, in place of the empty one made here."""
    wanted = source.default_project
    made = writing.work.meta(DEFAULT_PROJECT)
    if wanted is None or wanted == made or writing.work.get(Project, wanted) is None:
        return
    writing.work.set_meta(DEFAULT_PROJECT, wanted)
    if made is not None:
        writing.delete(Project, made)
