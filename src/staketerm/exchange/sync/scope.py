"""What of a journal belongs to a share: an allow-list, never a filter afterwards.

A share holds some projects. With them go those who have to do with them, and what is told of both,
unless it is private; personal projects never. Judgements, and what is private, go along where one
chose so for a project: each for oneself. A reference to what stays home is left empty, and where a
project shares signals alone, so is free text: `withheld` names those cells, which nobody who never
saw them can empty (storage-sync 1.7).
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, func, or_, select

from staketerm.exchange.leaving import AT_ONCE
from staketerm.exchange.sync.identity import Myself
from staketerm.exchange.sync.own_kinds import shared_kinds
from staketerm.store import tables
from staketerm.store.parts import BY_MONTH, ids_of, part_of
from staketerm.store.reader import Reader
from staketerm.store.records import (
    EXCHANGED,
    About,
    Entry,
    Judgement,
    Project,
    Row,
    Setting,
    Signal,
    Stakeholder,
)
from staketerm.store.restamp import stamp_of

R = TypeVar("R", bound=Row)

SHARED_KINDS: tuple[type[Row], ...] = EXCHANGED
"""What a share can hold; of settings those of own kinds alone. How one nurtures, and how one weighs
what is built in, is one's own.
"""

CHOSEN = "share also:"
"""Begins the name of the setting that keeps what one shares of a project besides, by its id."""

JUDGEMENTS, PRIVATE = "judgements", "private"
"""What can be shared besides: judgements; and signals, asks, agreements and entries although they
are private. Somebody who is private never is.
"""

FREE_TEXT: Mapping[str, tuple[str, ...]] = {
    "signal": ("note",),
    "ask": ("text",),
    "agreement": ("text",),
    "entry": ("title", "text"),
    "about": ("note",),
    "action": ("why", "outcome"),
    "consent": ("scope", "note"),
    "absence": ("note",),
    "judgement": ("note",),
}
"""What stays home of a project that shares signals and not notes."""

NOT_EMPTY = frozenset({("agreement", "text")})
"""Free text that a row cannot be without; it leaves as no text at all."""


_DEALINGS = frozenset(
    kind
    for kind in EXCHANGED
    if {"stakeholder", "project"} <= {*tables.metadata.tables[kind.table].c.keys()}
)
"""What was between somebody and a project."""


@dataclass(frozen=True, slots=True)
class Scope:
    """A share as it stands here: how much each project shares, who and which entries belong to it.

    `everybody` holds those who ever had to do with a project too: their deletions travel. `also`
    says by project what else one chose to share; `kinds` are the names of the settings that tell of
    own kinds of the signals.
    """

    sharing: Mapping[str, str]
    people: frozenset[str]
    everybody: frozenset[str]
    entries: frozenset[str]
    also: Mapping[str, frozenset[str]]
    kinds: frozenset[str]

    @classmethod
    def of(
        cls,
        reader: Reader,
        projects: Collection[str],
        sharing: Mapping[str, str] | None = None,
        also: Mapping[str, frozenset[str]] | None = None,
    ) -> "Scope":
        """That of some projects, those of them that share anything; `sharing` and `also` say what
        each would share, else it is as it stands.
        """
        also = also_shared(reader) if also is None else also
        if sharing is None:
            rows = reader.rows(Project, tables.project.c.id.in_(sorted(projects)), deleted=True)
            sharing = {
                row.id: row.sharing
                for row in rows
                if row.kind != "personal" and row.sharing in ("signals", "notes")
            }
        known = _involved(reader, sharing)
        table = tables.entry.c
        unveiled = [project for project in sharing if PRIVATE in also.get(project, ())]
        query = select(table.id).where(
            table.project.in_(sorted(sharing)), or_(~table.private, table.project.in_(unveiled))
        )
        return cls(
            sharing=sharing,
            people=_with_those_they_name(reader, known[True]),
            everybody=_with_those_they_name(reader, known[True] | known[False], deleted=True),
            entries=frozenset(row for (row,) in reader.select(query)),
            also=also,
            kinds=shared_kinds(reader, sharing),
        )

    def rows(self, reader: Reader, kind: type[R], part: str = "") -> Iterator[R]:
        """The rows of a kind that leave, by id, with what is withheld of them left empty; of a
        month of signals alone where that part is named.
        """
        for row in self._read(reader, kind, part, deleted=False):
            if self._holds(row, self.people):
                yield self.cut(row)

    def deleted(self, reader: Reader, kind: type[Row]) -> Iterator[tuple[str, str]]:
        """The id and the stamp of each row of a kind that was deleted, and would leave if not."""
        for row in self._read(reader, kind, "", deleted=True):
            if row.deleted is not None and self._holds(row, self.everybody):
                yield row.id, row.deleted

    def leaves(self, row: Row) -> bool:
        """Whether a row leaves; of a deleted one, whether it is told that it is gone."""
        people = self.people if row.deleted is None else self.everybody
        return self.chosen(row) and self._holds(row, people)

    def chosen(self, row: Row) -> bool:
        """Whether nothing keeps a row at home: it is neither private nor a judgement, or what it is
        was chosen to be shared.
        """
        also = self.also.get(getattr(row, "project", None) or "", ())
        if getattr(row, "private", False) and PRIVATE not in also:
            return False
        return JUDGEMENTS in also or not isinstance(row, Judgement)

    def cut(self, row: R) -> R:
        """The row as it leaves."""
        withheld = self.withheld(row)
        if not withheld:
            return row
        empty: dict[str, Any] = {
            name: "" if (row.table, name) in NOT_EMPTY else None for name in withheld
        }
        return replace(row, **empty)

    def cut_value(self, row: Row, field: str, value: Any) -> Any:
        """A value that a row held as it leaves: of one field, or of the row as a whole (by field,
        where `field` is empty). Empty where the field is withheld.
        """
        if not field:
            return {name: self.cut_value(row, name, held) for name, held in dict(value).items()}
        free = FREE_TEXT.get(row.table, ()) if self._shares_no_notes(row) else ()
        outside = field in POINTING and value not in self._named(field)
        return None if value and (field in free or outside) else value

    def _named(self, field: str) -> Collection[str]:
        """Whom and what a cell may name when it leaves."""
        return self.people if POINTING[field] is Stakeholder else self.entries

    def withheld(self, row: Row) -> tuple[str, ...]:
        """The cells of a row that do not leave with it, where they hold anything."""
        found = [
            name
            for name in pointing(row.table)
            if (held := getattr(row, name)) is not None and held not in self._named(name)
        ]
        if self._shares_no_notes(row):
            found += [name for name in FREE_TEXT.get(row.table, ()) if getattr(row, name)]
        return tuple(found)

    def _shares_no_notes(self, row: Row) -> bool:
        project = getattr(row, "project", None)
        if project is None:
            return "notes" not in self.sharing.values()
        return self.sharing.get(project) != "notes"

    def _holds(self, row: Row, people: Collection[str]) -> bool:
        if type(row) in _DEALINGS:  # most rows are
            return row.project in self.sharing and row.stakeholder in people  # type: ignore[attr-defined]
        if isinstance(row, Stakeholder):
            return row.id in people
        if isinstance(row, Project):
            return row.id in self.sharing
        if isinstance(row, Setting):
            return row.name in self.kinds
        if isinstance(row, Entry):
            return row.id in self.entries
        if isinstance(row, About):
            return row.entry in self.entries and row.stakeholder in people
        return row.stakeholder in people  # type: ignore[attr-defined]

    def parts(self, reader: Reader, kind: type[Row]) -> Iterator[str]:
        """The parts that the rows of a kind are given in, in their order."""
        if kind.table != BY_MONTH:
            yield kind.table
            return
        column = tables.signal.c.id
        query = select(column).where(*self._wanted(kind, deleted=False)).order_by(column).limit(1)
        after = ""
        while found := reader.select(query.where(column >= after) if after else query):
            yield (part := part_of(kind.table, found[0][0]))
            after = ids_of(part)[1]

    def count(self, reader: Reader, part: str) -> int:
        """How many signals of a month may leave: at least as many as do."""
        query = select(func.count()).where(*self._wanted(Signal, part, deleted=False))
        return int(reader.select(query)[0][0])

    def _read(self, reader: Reader, kind: type[R], part: str, *, deleted: bool) -> Iterator[R]:
        """The rows of a kind that may belong here, by id, some thousands at a time."""
        column = tables.metadata.tables[kind.table].c.id
        wanted = self._wanted(kind, part, deleted=deleted)
        while batch := reader.rows(kind, *wanted, order_by=column, limit=AT_ONCE, deleted=deleted):
            yield from batch
            wanted = self._wanted(kind, part, batch[-1].id, deleted=deleted)

    def _wanted(
        self, kind: type[Row], part: str = "", after: str = "", *, deleted: bool
    ) -> list[ColumnElement[bool]]:
        """What a row must meet to belong here, as far as a query can ask for it; of a part, and
        after an id, where those are given.
        """
        columns = tables.metadata.tables[kind.table].c
        wanted: list[ColumnElement[bool]] = [
            columns.deleted.is_not(None) if deleted else columns.deleted.is_(None)
        ]
        if "project" in columns:
            shared = self._choosing(JUDGEMENTS) if kind is Judgement else self.sharing
            wanted.append(columns.project.in_(sorted(shared)))
        if kind is Setting:
            wanted.append(columns.name.in_(sorted(self.kinds)))
        if "private" in columns:
            told = ~columns.private
            if "project" in columns and (unveiled := self._choosing(PRIVATE)):
                told = or_(told, columns.project.in_(unveiled))
            wanted.append(told)
        if part and kind.table == BY_MONTH:
            first, last = ids_of(part)
            wanted.append(columns.id < last)
            if not after:  # of two beginnings SQLite takes the first, and reads all in between
                wanted.append(columns.id >= first)
        if after:
            wanted.append(columns.id > after)
        return wanted

    def _choosing(self, what: str) -> list[str]:
        """The projects of which this is shared besides."""
        return sorted(project for project in self.sharing if what in self.also.get(project, ()))


def also_shared(reader: Reader) -> dict[str, frozenset[str]]:
    """What one chose to share besides of each project, by its id."""
    columns = tables.setting.c
    rows = reader.rows(Setting, columns.name.startswith(CHOSEN, autoescape=True))
    return {row.name.removeprefix(CHOSEN): frozenset(row.value or ()) for row in rows}


POINTING: Mapping[str, type[Row]] = {
    "organisation": Stakeholder,
    "merged_into": Stakeholder,
    "entry": Entry,
}
"""Cells that name somebody or something, and may be empty; and what kind of row it is."""


@cache
def pointing(table: str) -> tuple[str, ...]:
    """The cells of a table that name somebody or something, and may be empty."""
    return tuple(name for name in POINTING if name in tables.metadata.tables[table].c)


def _involved(reader: Reader, projects: Collection[str]) -> dict[bool, set[str]]:
    """Who is involved in the projects (True), and who was (False); nobody who is private. Whoever
    was merged is involved as whom they turned out to be.
    """
    involved, person = tables.involvement.c, tables.stakeholder.c
    query = (
        select(involved.stakeholder, involved.deleted, person.deleted, person.merged_into)
        .join(tables.stakeholder, person.id == involved.stakeholder)
        .where(involved.project.in_(sorted(projects)), ~person.private)
    )
    found: dict[bool, set[str]] = {True: set(), False: set()}
    for who, left, deleted, merged in reader.select(query):
        found[(left is None or merged is not None) and deleted is None].add(who)
    return found


def _with_those_they_name(
    reader: Reader, people: set[str], *, deleted: bool = False
) -> frozenset[str]:
    """These people with their organisations, and with those they turned out to be; deleted ones
    only if asked for. Naming somebody of this journal brings them in where it was done here.
    """
    person, me = tables.stakeholder.c, Myself.of(reader)
    found, fresh = set(people), set(people)
    while fresh:
        naming = (
            person.id.in_(sorted(fresh)),
            or_(person.organisation.is_not(None), person.merged_into.is_not(None)),
        )
        named: dict[str, bool] = {}
        for row in reader.rows(Stakeholder, *naming, deleted=True):
            for field in ("organisation", "merged_into"):
                who = getattr(row, field)
                if who is not None and who not in found:
                    here = me.wrote(stamp_of(row, field))
                    named[who] = here or named.get(who, False)
        wanted = person.id.in_(sorted(named)), ~person.private
        rows = reader.rows(Stakeholder, *wanted, deleted=deleted)
        fresh = {row.id for row in rows if named[row.id] or not me.wrote_all(row)}
        found |= fresh
    return frozenset(found)
