"""Taking in what a colleague gave: every row merged with one's own, nothing lost unseen (1.3, 1.4).

All of a colleague's files are taken in, or none: a row that cannot be read, or that points to
nothing, is told with its place.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from sqlalchemy import null, select

from staketerm.exchange.csvform import files_of
from staketerm.exchange.csvread import read_table
from staketerm.exchange.handles import Handles
from staketerm.exchange.leaving import REFERENCES
from staketerm.exchange.own import in_order
from staketerm.exchange.plan import ImportRefused
from staketerm.exchange.sync.confined import refused, whole_file
from staketerm.exchange.sync.door import Door
from staketerm.exchange.sync.erasures import Erasures
from staketerm.exchange.sync.folder import CONFLICTS, DELETED, Manifest
from staketerm.exchange.sync.forgotten import Forgotten
from staketerm.exchange.sync.gone import Gone
from staketerm.exchange.sync.kept import keep_conflict
from staketerm.exchange.sync.novel import news_in
from staketerm.exchange.sync.scope import SHARED_KINDS, Scope
from staketerm.exchange.sync.told import Deletion, Lost, deletions, lost_values
from staketerm.exchange.sync.withheld import filled, says_what_can_be_withheld
from staketerm.journal.receipt import Moved
from staketerm.journal.writing import Writing
from staketerm.locale import _
from staketerm.store import tables
from staketerm.store.frontier import Frontier, unseen
from staketerm.store.loading import loading
from staketerm.store.merging import Replaced, merged
from staketerm.store.portions import FEW
from staketerm.store.records import Project, Row, Signal, Stakeholder
from staketerm.store.restamp import DELETED as DELETION
from staketerm.store.restamp import last_stamp
from staketerm.store.shapes import BY_TABLE
from staketerm.store.stamps import tick_of

R = TypeVar("R", bound=Row)

_TARGETS = frozenset(target for _name, target in REFERENCES)
"""The kinds that others point to."""

Stamps = tuple[str, dict[str, str], str | None]
"""Of a row, its fields where they differ, and its deletion."""

MANY, MANY_OF = 10, 0.2
"""More deletions at once than both of these, rows and share of all rows, are asked about ..."""

MANY_PEOPLE = 3
"""... and so are more people erased at once than this and that share: nothing brings them back."""


@dataclass(slots=True)
class Taken:
    """What came of a colleague's files: rows new here, rows changed and deleted here, values in
    conflict, rows erased; the projects they share.

    `otherwise` names the own kinds of signal that the colleague weighs or calls otherwise.
    `left_out` counts the rows that stayed outside, because what they name is not in the share, and
    `waiting` names their files, which are read again next time; `kept` are the ids of those who
    were erased by the colleague, and of whom more is here than was shared.

    `same` says that every row of theirs that was read is here as it is there.
    `begins` is the project, by id and name, that is meant from then on where none is said.
    `kinds` counts the new rows by table. `moved` are the positions that moved by it, `concerned`
    the ids of those it is about.
    """

    person: str
    new: int = 0
    changed: int = 0
    deleted: int = 0
    conflicts: int = 0
    erased: int = 0
    left_out: int = 0
    otherwise: tuple[str, ...] = ()
    waiting: set[str] = field(default_factory=set)
    kept: tuple[str, ...] = ()
    same: bool = True
    projects: set[str] = field(default_factory=set)
    begins: tuple[str, str] | None = None
    kinds: Counter[str] = field(default_factory=Counter)
    moved: tuple[Moved, ...] = ()
    concerned: tuple[str, ...] = ()


class HeldBack(ImportRefused):
    """Files that can be taken in, once somebody has looked whether that is meant."""


class Taking:
    """The files of one colleague on their way into a journal, within one unit of work.

    `known` are files by name whose rows are all here already: what stands in them is no news.
    """

    def __init__(
        self,
        writing: Writing,
        share: str,
        scope: Scope,
        folder: Path,
        manifest: Manifest,
        known: Mapping[str, Path],
        mine: Frontier,
        theirs: Frontier,
    ) -> None:
        work = writing.work
        self._writing, self._work, self._share, self._scope = writing, work, share, scope
        self._folder, self._manifest, self._known_files = folder, manifest, known
        self._mine, self._theirs = mine, theirs
        self._replica = work.meta("replica") or ""
        self._door = Door(work, scope, own=manifest.replica == self._replica)
        self._gone, self._forgotten = Gone(work, share), Forgotten(work, share)
        self._erased = Erasures(work, self._door)
        self._handles = Handles(work)
        self._ids: dict[type[Row], set[str]] = {}
        self.taken = Taken(manifest.person)

    def run(self, files: Collection[str], *, accept: bool, read: Callable[[int], None]) -> Taken:
        """Take in those of the files, and tell `read` how many rows more are in each time; raises
        `ImportRefused`, and nothing is to be kept then.

        Files that delete a good part of what is here are refused, unless `accept` says otherwise.
        """
        clock = self._manifest.clock
        self._work.has_seen(clock)
        told: list[Deletion] = []
        if DELETED in files:
            told = list(deletions(self._name(DELETED), whole_file(self._folder / DELETED), clock))
        self._erased.take(told)  # first: who points to them then points to nobody on both sides
        for kind in SHARED_KINDS:
            names = files_of(kind, sorted(files))
            with self._loading(names) if kind is Signal else nullcontext():
                for name in names:
                    self._take_file(kind, name, read)
        self._take_deletions(told)
        if told and not accept:
            self._refuse_emptying()
        if CONFLICTS in files:
            data = whole_file(self._folder / CONFLICTS)
            self._take_conflicts(lost_values(self._name(CONFLICTS), data, clock))
        self.taken.erased, self.taken.kept = self._erased.rows, self._erased.kept
        self.taken.left_out = self._door.left_out
        self.taken.otherwise = tuple(sorted(self._door.kinds.otherwise))
        return self.taken

    def _loading(self, names: Iterable[str]) -> AbstractContextManager[None]:
        coming = sum(self._manifest.sizes[name].rows for name in names)
        return loading(self._work, tables.signal, coming)

    def _take_file(self, kind: type[Row], name: str, read: Callable[[int], None]) -> None:
        outside = self._door.left_out
        for batch in self._news(kind, name):
            self._refuse_odd(self._name(name), batch)
            self._take(kind, batch)
            read(len(batch))
        if self._door.left_out > outside:
            self.taken.waiting.add(name)

    def _news(self, kind: type[Row], name: str) -> Iterator[list[Row]]:
        """The rows of a file that may be news. Where one cannot be read all are read once more, so
        that it is told with its place in the file.
        """
        data, known = whole_file(self._folder / name), self._known_files.get(name)
        news = news_in(data, known.read_bytes()) if known else data
        self.taken.same &= news is data
        try:
            yield from read_table(kind, name, news)
        except ImportRefused:
            if news is not data:
                yield from read_table(kind, name, data)
            raise

    def _name(self, file: str) -> str:
        """A file as it is called in messages."""
        return f"{self._folder.name}/{file}"

    def _refuse_odd(self, name: str, rows: list[R]) -> None:
        """Raise `ImportRefused` where a row stands twice, or is later than whoever wrote it."""
        if len({row.id for row in rows}) < len(rows):
            twice = Counter(row.id for row in rows).most_common(1)[0][0]
            raise refused(name, _("row {id} stands twice").format(id=twice))
        for row in rows:
            if not row.rev or tick_of(last_stamp(row)) > self._manifest.clock:
                raise refused(name, _("row {id} is later than its writer").format(id=row.id))

    def _take(self, kind: type[R], theirs: list[R]) -> None:
        brought = len(theirs)
        theirs = self._erased.without(theirs)
        theirs = self._door.admitted(kind, theirs)
        if kind is Project:
            self.taken.projects |= {row.id for row in theirs}
        if kind is Stakeholder:
            theirs = in_order(theirs)  # type: ignore[assignment, arg-type]
        stamps = self._stamps(kind, [row.id for row in theirs])
        fresh = [self._if_gone(row) for row in theirs if row.id not in stamps]
        self._refuse_loose(kind, fresh)
        self._writing.adopt((None, self._handles.named(self._door.alone(row))) for row in fresh)
        alive = sum(row.deleted is None for row in fresh)
        self.taken.new += alive
        self.taken.kinds[kind.table] += alive
        known = [row for row in theirs if row.id in stamps]
        others = {row.id: row for row in known if stamps[row.id] != _same(row)}
        self.taken.same &= not others and alive + len(stamps) == brought
        others |= {row.id: row for row in known if says_what_can_be_withheld(row)}
        pairs = (self._merge(mine, others[mine.id]) for mine in self._every(kind, sorted(others)))
        changed = [pair for pair in pairs if pair]
        self._writing.adopt(changed)
        self.taken.changed += len(changed)

    def _merge(self, mine: R, theirs: R) -> tuple[R, R] | None:
        """My row as it was and as it is to be; None where it stays."""
        if not self._door.holds(mine):
            return None
        withheld = {name: getattr(mine, name) for name in self._scope.withheld(mine)}
        kept = {name: value for name, value in withheld.items() if not getattr(theirs, name)}
        found = merged(*filled(mine, self._door.as_far_as_here(mine, replace(theirs, **kept))))
        opened, seen = self._door.opened(mine), self._theirs
        if opened and not seen.covers(opened):
            seen = seen.without(self._replica)
        self._keep_conflicts(mine.table, mine.id, found.replaced, seen)
        return None if found.row is mine else (mine, found.row)

    def _stamps(self, kind: type[Row], ids: list[str]) -> dict[str, Stamps]:
        """The stamps of those of the rows that are here, by id; of many also of what lies between:
        one range is quicker to find than thousands of ids.
        """
        columns = tables.metadata.tables[kind.table].c
        revs = columns.revs if "revs" in columns else null()
        query = select(columns.id, columns.rev, revs, columns.deleted)
        many = len(ids) > FEW
        where = columns.id.between(min(ids), max(ids)) if many else columns.id.in_(ids)
        return {
            row: (rev, dict(others or {}), deleted)
            for row, rev, others, deleted in self._work.select(query.where(where))
        }

    def _known(self, kind: type[Row]) -> set[str]:
        """The ids of all rows of a kind that others point to."""
        if kind not in self._ids:
            query = select(tables.metadata.tables[kind.table].c.id)
            self._ids[kind] = {row for (row,) in self._work.select(query)}
        return self._ids[kind]

    def _if_gone(self, row: R) -> R:
        """A row new here; deleted, where that was told before it came and nobody edited it since.
        Others may point to it all the same.
        """
        rev, newest = self._gone.since(row.table, row.id), last_stamp(row)
        if rev is None or newest > rev:
            return row
        self._keep_conflicts(
            row.table, row.id, [Replaced(DELETION, newest, False, rev, mine=False)]
        )
        return replace(row, deleted=rev)

    def _refuse_loose(self, kind: type[Row], rows: list[R]) -> None:
        """Raise `ImportRefused` where a row points to something that is nowhere."""
        if kind in _TARGETS:
            self._known(kind).update(row.id for row in rows)
        for name, target in REFERENCES:
            if not hasattr(kind, name):
                continue
            missing = {getattr(row, name) for row in rows} - {None} - self._known(target)
            if missing:
                rule = _("points to a {kind} that is neither here nor in the files").format(
                    kind=target.table
                )
                raise refused(self._name(f"{kind.table}.csv"), f"{min(missing)}: {rule}")

    def _every(self, kind: type[R], ids: Iterable[str]) -> Iterator[R]:
        return self._work.by_ids(kind, ids, deleted=True)

    def _take_deletions(self, told: Iterable[Deletion]) -> None:
        by_table: dict[str, dict[str, str]] = {}
        for each in told:
            if not each.purged:
                by_table.setdefault(each.table, {})[each.row] = each.rev
        for table, revs in by_table.items():
            here = {row.id: row for row in self._every(BY_TABLE[table], sorted(revs))}
            shared = self._door.shared(here.values())
            self._gone.remember(
                {(table, row): rev for row, rev in revs.items() if row in shared or row not in here}
            )
            pairs = []
            for row in sorted(shared):
                mine, rev = here[row], revs[row]
                if mine.deleted is None or mine.deleted < rev:
                    found = merged(mine, replace(mine, deleted=rev))
                    self._keep_conflicts(table, row, found.replaced)
                    if found.row is not mine:
                        pairs.append((mine, found.row))
            self._writing.adopt(pairs)
            self.taken.deleted += len(pairs)

    def _refuse_emptying(self) -> None:
        """Raise `HeldBack` where much of what is here would go (vdirsyncer's empty side)."""
        people, erased = len(self._scope.people), self._erased.people
        if erased > MANY_PEOPLE and erased > MANY_OF * people:
            said = _("{person} erased {n} of {all} stakeholders. Look whether that is meant first.")
            raise HeldBack(said.format(person=self._manifest.person, n=erased, all=people))
        if self.taken.deleted <= MANY:
            return
        left = sum(1 for kind in SHARED_KINDS for _row in self._scope.rows(self._work, kind))
        before = left + self.taken.deleted
        if self.taken.deleted > MANY_OF * before:
            said = _("{person} deleted {n} of {all} rows. Look whether that is meant first.")
            raise HeldBack(
                said.format(person=self._manifest.person, n=self.taken.deleted, all=before)
            )

    def _keep_conflicts(
        self, table: str, row: str, found: Iterable[Replaced], theirs: Frontier | None = None
    ) -> None:
        every = list(found)
        lost = list(unseen(every, self._mine, theirs or self._theirs))
        lost += [each for each in every if not each.mine and self._forgotten.has(each.rev)]
        for each in lost:
            self.taken.conflicts += keep_conflict(self._work, self._share, table, row, each)

    def _take_conflicts(self, told: Iterable[Lost]) -> None:
        every = list(told)
        for table in dict.fromkeys(each.table for each in every):
            those = [each for each in every if each.table == table]
            here = list(self._every(BY_TABLE[table], sorted({each.row for each in those})))
            outside = {row.id for row in here} - self._door.shared(here)
            for each in those:
                held = each.value.value
                told_of = held if isinstance(held, dict) else {each.value.field or "": held}
                if each.row in self._erased or each.row in outside:
                    continue
                if not self._door.names_outside(told_of):
                    keep_conflict(self._work, self._share, table, each.row, each.value, each.word)


def _same(row: Row) -> Stamps:
    """The stamps that a row here has where it says the same as this one."""
    return row.rev, dict(getattr(row, "revs", {})), row.deleted
