"""Everything that was told, newest first, fetched by window: of one stakeholder or of all (F63)."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Any, NamedTuple

from sqlalchemy import Select, Table, and_, func, or_, select

from staketerm.domain.provenance import Provenance, came_from, provenance
from staketerm.journal.opening import Journal
from staketerm.journal.positions.counting import counts, doubles
from staketerm.journal.positions.model import model_on
from staketerm.journal.told_worth import weighed
from staketerm.journal.written_down import written_down
from staketerm.locale import _
from staketerm.store import tables
from staketerm.store.portions import portions
from staketerm.store.reader import Reader

WINDOW = 200
"""How many items one question answers with."""


class Place(NamedTuple):
    """Where an item stands in the order: its day, then its key."""

    day: date
    key: str


class Part(NamedTuple):
    """Somebody's part in an entry: the role of `about`, and what they did or how they can help."""

    id: str
    name: str
    role: str
    note: str | None


@dataclass(frozen=True, slots=True)
class Told:
    """One dated thing.

    `what` says what it is: signal, asked, answered, agreed, settled, entry, judgement or absence.
    `kind` is the kind of signal, ask or entry, the label of a judgement, `outcome` what came of an
    ask or agreement. `by` is "me" or "them" for asks and agreements. `about` holds (id, name) of
    everybody it concerns, `parts` what each is to an entry; for a meeting `acts` counts what was
    logged with it. `until` is the day on which it ended or an entry was closed. `points` and
    `weight` are those of the act that it is for the model, `label` the words for it. `at` is the
    time of day it was written down, where that was on the day itself; `author` the colleague who
    did, None for oneself. `origin` names the file that
    a signal, an ask or a judgement came from, None for what was typed. `ignored` says of a signal,
    an ask or an agreement that it counts no longer, and of an entry that nothing logged with it
    does; `doubles` is the id of the one that says the same, where that is why.
    """

    day: date
    what: str
    table: str
    id: str
    kind: str
    about: tuple[tuple[str, str], ...]
    project: str | None
    text: str | None
    title: str | None = None
    by: str | None = None
    outcome: str | None = None
    points: float | None = None
    weight: str | None = None
    due: date | None = None
    until: date | None = None
    private: bool = False
    origin: str | None = None
    ignored: bool = False
    doubles: str | None = None
    entry: str | None = None
    acts: int = 0
    source: str | None = None
    label: str | None = None
    at: time | None = None
    author: str | None = None
    parts: tuple[Part, ...] = ()

    @property
    def provenance(self) -> Provenance | None:
        """How it is known: seen, heard or from a file; None for what is no act of theirs."""
        acts = self.what in ("signal", "answered", "settled")
        return provenance(self.kind, self.origin) if acts else None

    @property
    def known(self) -> str:
        """What to know of it in a word: that it is left out, or how it is known; empty for most."""
        if self.doubles:
            return _("logged twice")
        if self.ignored:
            return _("left out")
        return came_from(self.kind, self.origin) if self.provenance else ""

    @property
    def credit(self) -> str:
        """ "by Noor" for what a colleague wrote, else empty."""
        return _("by {name}").format(name=self.author) if self.author else ""

    @property
    def place(self) -> Place:
        """Where it stands in the order."""
        return Place(self.day, f"{self.id}:{self.what}")


def told(
    journal: Journal,
    *,
    stakeholder: str | None = None,
    project: str | None = None,
    before: Place | None = None,
    as_of: date | None = None,
    only: Collection[str] | None = None,
    what: Collection[str] | None = None,
    limit: int = WINDOW,
) -> tuple[Told, ...]:
    """What was told, newest first: of a stakeholder, in a project, or all of it.

    `before` is the place of the last item known, for the window after it; `only` narrows to rows by
    id, `what` to some sorts of items. Without a stakeholder the signals of a meeting are counted
    with the meeting. Entries that belong to no project are told in all of them.
    """
    day = as_of or journal.today
    with journal.read() as reader:
        catalogue = model_on(reader, day).catalogue
        found = [
            item
            for sorts, source in _SOURCES
            if what is None or not sorts.isdisjoint(what)
            for item in source(reader, _Wanted(stakeholder, project, before, day, limit, only))
            if what is None or item.what in what
        ]
        window = sorted(found, key=lambda item: item.place, reverse=True)[:limit]
        counted = (weighed(item, catalogue) for item in _counted(reader, window))
        return written_down(reader, counted, journal.clock.zone, journal.store.author)


def count(journal: Journal, project: str | None = None) -> int:
    """How many things were told: the signals, asks, agreements, entries and judgements there
    are.
    """
    total = 0
    with journal.read() as reader:
        for table in (
            tables.signal,
            tables.ask,
            tables.agreement,
            tables.entry,
            tables.judgement,
        ):
            query = select(func.count()).select_from(table).where(table.c.deleted.is_(None))
            if project is not None:
                query = query.where(table.c.project == project)
            total += reader.select(query)[0][0]
    return total


class _Wanted(NamedTuple):
    stakeholder: str | None
    project: str | None
    before: Place | None
    last: date
    limit: int
    only: Collection[str] | None = None


def _window(query: Select[Any], table: Any, day: Any, what: str, wanted: _Wanted) -> Select[Any]:
    """The newest rows of one source that come after the place asked from."""
    query = query.where(table.c.deleted.is_(None), day <= wanted.last)
    if wanted.only is not None:
        query = query.where(table.c.id.in_(wanted.only))
    if wanted.project is not None:
        here = table.c.project == wanted.project
        query = query.where(or_(here, table.c.project.is_(None)) if what == "entry" else here)
    if wanted.before is not None:
        row, before_what = wanted.before.key.rsplit(":", 1)
        same_day = table.c.id <= row if what < before_what else table.c.id < row
        query = query.where(or_(day < wanted.before.day, and_(day == wanted.before.day, same_day)))
    return query.order_by(day.desc(), table.c.id.desc()).limit(wanted.limit)


def _with_person(table: Any, wanted: _Wanted, *columns: Any) -> Select[Any]:
    """Rows of a table with the id and name of the stakeholder they name."""
    person = tables.stakeholder
    query = select(*columns, person.c.id.label("who"), person.c.name.label("name")).join(
        person, person.c.id == table.c.stakeholder
    )
    query = query.where(person.c.deleted.is_(None))
    if wanted.stakeholder is not None:
        query = query.where(table.c.stakeholder == wanted.stakeholder)
    return query


def _signals(reader: Reader, wanted: _Wanted) -> Iterator[Told]:
    table = tables.signal
    query = _with_person(table, wanted, table, doubles(table).label("twice"))
    if wanted.stakeholder is None and wanted.only is None:
        query = query.where(or_(table.c.entry.is_(None), table.c.kind == ON_REPORT))
    for row in reader.select(_window(query, table, table.c.day, "signal", wanted)):
        yield Told(
            day=row.day,
            what="signal",
            table="signal",
            id=row.id,
            kind=row.kind,
            about=((row.who, row.name),),
            project=row.project,
            text=row.note,
            points=row.intensity,
            private=row.private,
            ignored=row.ignored or row.twice,
            doubles=row.doubles if row.twice else None,
            entry=row.entry,
            source=row.source,
            origin=row.origin,
        )


def _ledger(reader: Reader, wanted: _Wanted) -> Iterator[Told]:
    """What was asked and promised, and what came of it: each row on both its days."""
    for what, table, dated, told in _DATED:
        day = table.c[dated]
        query = _with_person(table, wanted, table, doubles(table).label("twice"))
        query = query.where(day.is_not(None))
        for row in reader.select(_window(query, table, day, what, wanted)):
            yield told(row, what, getattr(row, dated))


def _ask(row: Any, what: str, day: date) -> Told:
    return Told(
        day=day,
        what=what,
        table="ask",
        id=row.id,
        kind=row.kind,
        about=((row.who, row.name),),
        project=row.project,
        text=row.text,
        by=row.by,
        outcome=row.outcome,
        due=row.due,
        until=row.answered_on,
        points=row.intensity,
        private=row.private,
        ignored=row.twice,
        doubles=row.doubles if row.twice else None,
        origin=row.origin,
    )


def _agreement(row: Any, what: str, day: date) -> Told:
    return Told(
        day=day,
        what=what,
        table="agreement",
        id=row.id,
        kind="agreement",
        about=((row.who, row.name),),
        project=row.project,
        text=row.text,
        by=row.by,
        outcome=row.outcome,
        due=row.due,
        until=row.closed_on,
        points=row.intensity,
        private=row.private,
        ignored=row.twice,
        doubles=row.doubles if row.twice else None,
    )


def _entries(reader: Reader, wanted: _Wanted) -> Iterator[Told]:
    table, about = tables.entry, tables.about
    query = select(table)
    if wanted.stakeholder is not None:
        theirs = select(about.c.entry).where(
            about.c.stakeholder == wanted.stakeholder, about.c.deleted.is_(None)
        )
        query = query.where(table.c.id.in_(theirs))
    for row in reader.select(_window(query, table, table.c.day, "entry", wanted)):
        yield Told(
            day=row.day,
            what="entry",
            table="entry",
            id=row.id,
            kind=row.kind,
            about=(),
            project=row.project,
            text=row.text,
            title=row.title,
            outcome=row.outcome,
            due=row.due,
            until=row.closed_on,
            private=row.private,
        )


def _judgements(reader: Reader, wanted: _Wanted) -> Iterator[Told]:
    table = tables.judgement
    query = _with_person(table, wanted, table)
    for row in reader.select(_window(query, table, table.c.day, "judgement", wanted)):
        yield Told(
            day=row.day,
            what="judgement",
            table="judgement",
            id=row.id,
            kind=row.label,
            about=((row.who, row.name),),
            project=row.project,
            text=row.note,
            by=row.by,
            origin=row.origin,
            private=True,
        )


def _absences(reader: Reader, wanted: _Wanted) -> Iterator[Told]:
    table = tables.absence
    query = _with_person(table, wanted, table)
    everywhere = wanted._replace(project=None)
    for row in reader.select(_window(query, table, table.c.starts, "absence", everywhere)):
        yield Told(
            day=row.starts,
            what="absence",
            table="absence",
            id=row.id,
            kind="absence",
            about=((row.who, row.name),),
            project=None,
            text=row.note,
            until=row.ends,
        )


ON_REPORT = "unsolicited_feedback"
"""A signal of this kind names the report that it comments on; other signals with an entry were seen
in that meeting, and are told with it.
"""

_DATED: tuple[tuple[str, Table, str, Callable[[Any, str, date], Told]], ...] = (
    ("asked", tables.ask, "asked_on", _ask),
    ("answered", tables.ask, "answered_on", _ask),
    ("agreed", tables.agreement, "made_on", _agreement),
    ("settled", tables.agreement, "closed_on", _agreement),
)
"""What is told of asks and agreements, and by which of their days."""

_SOURCES: tuple[tuple[frozenset[str], Callable[[Reader, _Wanted], Iterator[Told]]], ...] = (
    (frozenset({"signal"}), _signals),
    (frozenset(what for what, *_rest in _DATED), _ledger),
    (frozenset({"entry"}), _entries),
    (frozenset({"judgement"}), _judgements),
    (frozenset({"absence"}), _absences),
)
"""Where items come from, and which sorts each source has."""


def _counted(reader: Reader, items: list[Told]) -> list[Told]:
    """Entries with whom they are about, and with how much was logged in them."""
    entries = [item.id for item in items if item.what == "entry"]
    about: dict[str, tuple[Part, ...]] = {}
    logged: dict[str, tuple[int, bool]] = {}
    link, person, signal = tables.about, tables.stakeholder, tables.signal
    for part in portions(entries):
        linked = (
            select(link.c.entry, person.c.id, person.c.name, link.c.role, link.c.note)
            .join(person, person.c.id == link.c.stakeholder)
            .where(link.c.entry.in_(part), link.c.deleted.is_(None), person.c.deleted.is_(None))
            .order_by(person.c.folded)
        )
        for entry, *told in reader.select(linked):
            about[entry] = (*about.get(entry, ()), Part(*told))
        acts = func.count().filter(signal.c.kind.not_in(("contact", ON_REPORT)))
        out = func.count().filter(~counts(signal))
        numbers = (
            select(signal.c.entry, acts, func.count() == out)
            .where(signal.c.entry.in_(part), signal.c.deleted.is_(None))
            .group_by(signal.c.entry)
        )
        logged |= {entry: (many, bool(gone)) for entry, many, gone in reader.select(numbers)}
    return [
        _involving(item, about.get(item.id, ()), *logged.get(item.id, (0, False)))
        if item.what == "entry"
        else item
        for item in items
    ]


def _involving(item: Told, parts: tuple[Part, ...], acts: int, left_out: bool) -> Told:
    """An entry with whom it is about, each once, and what was logged with it."""
    about = dict.fromkeys((part.id, part.name) for part in parts)
    return replace(item, about=tuple(about), parts=parts, acts=acts, ignored=left_out)
