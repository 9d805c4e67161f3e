"""How a share stands before anything is exchanged: who is here, what goes out, what stays home."""

import json
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from sqlalchemy import ColumnElement, func, or_, select, true

from staketerm.exchange.plan import ImportRefused
from staketerm.exchange.sync.folder import (
    Manifest,
    ShareFolder,
    manifest_of,
    open_share,
    within_reach,
    writer_of,
)
from staketerm.exchange.sync.giving import GIVEN
from staketerm.exchange.sync.known import not_shared
from staketerm.exchange.sync.scope import JUDGEMENTS, PRIVATE, SHARED_KINDS, Scope
from staketerm.exchange.sync.sharing import projects_of
from staketerm.journal.opening import Journal
from staketerm.store import tables
from staketerm.store.reader import Reader
from staketerm.store.records import EXCHANGED, Entry, Judgement, Project, Row, Stakeholder
from staketerm.store.stamps import FIRST_TICK, replica_of

LAST_REPLICA = "-~"
"""After a tick: the end of all stamps of that tick."""


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody who writes in a share, and when they last gave something new; `own` is oneself."""

    person: str
    written: datetime | None
    own: bool


@dataclass(slots=True)
class Outgoing:
    """What was written here since the last time: new rows by table, rows changed, rows deleted,
    and how many people were erased.
    """

    kinds: Counter[str] = field(default_factory=Counter)
    changed: int = 0
    deleted: int = 0
    erased: int = 0

    @property
    def many(self) -> int:
        """All of it together."""
        return sum(self.kinds.values()) + self.changed + self.deleted + self.erased

    def count(self, row: Row, *, new: bool) -> None:
        """Count one row; one that came and went since is nothing."""
        if row.deleted is not None:
            self.deleted += not new
        elif new:
            self.kinds[row.table] += 1
        else:
            self.changed += 1


@dataclass(frozen=True, slots=True)
class Home:
    """What does not leave: private entries, other private rows and judgements, counted; the names
    of projects that are not in the share.
    """

    entries: int
    others: int
    judgements: int
    projects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """A share as it stands: its id and name, its folder, everybody who writes in it by name, the
    names of the projects of this journal in it, what goes out and what stays home.
    """

    share: str
    name: str
    path: Path
    people: tuple[Colleague, ...]
    projects: tuple[str, ...]
    out: Outgoing
    home: Home


def standing(journal: Journal, path: Path) -> Standing:
    """How the share in a folder stands; nothing is written.

    Raises UsageError for a folder that is no share and `FolderAway` for one that is not there now.
    """
    with within_reach(path):
        folder = open_share(path)
        if folder is None:
            raise not_shared(journal, path)
        people = tuple(colleagues(folder, journal.store.replica))
    with journal.read() as reader:
        scope = Scope.of(reader, projects_of(reader, folder.share))
        projects = reader.rows(Project)
        return Standing(
            folder.share,
            folder.name,
            path,
            people,
            tuple(sorted(row.name for row in projects if row.id in scope.sharing)),
            _outgoing(reader, folder.share, journal.store.replica),
            _home(reader, scope.sharing, scope.also),
        )


def staying_home(journal: Journal, project: str, also: Collection[str] = ()) -> Home:
    """What does not leave where a project is shared, and `also` of it."""
    with journal.read() as reader:
        return _home(reader, {project}, {project: also})


def colleagues(folder: ShareFolder, replica: str) -> list[Colleague]:
    """Everybody who writes in a share by name, oneself last."""
    found = []
    for place in folder.writers():
        manifest = _manifest(place, folder.share)
        person = manifest.person if manifest else writer_of(place)
        own = place.name.startswith(replica)
        found.append(Colleague(person, manifest.written if manifest else None, own))
    return sorted(found, key=lambda each: (each.own, each.person.casefold()))


def _manifest(place: Path, share: str) -> Manifest | None:
    try:
        return manifest_of(place, share)
    except ImportRefused:
        return None


def _outgoing(reader: Reader, share: str, replica: str) -> Outgoing:
    """What was written in the share since the last time; of projects new in it, everything."""
    kept = reader.meta(GIVEN + share)
    _person, ticks, before = json.loads(kept) if kept else ("", {}, [])
    projects = set(projects_of(reader, share))
    out = Outgoing()
    for some, since in (
        (projects & set(before), ticks.get(replica, FIRST_TICK)),
        (projects - set(before), FIRST_TICK),
    ):
        if some:
            _count_since(reader, Scope.of(reader, some), f"{since}{LAST_REPLICA}", out)
    if before:
        out.erased = _erased_since(reader, replica, f"{ticks.get(replica, '')}{LAST_REPLICA}")
    return out


def _erased_since(reader: Reader, replica: str, since: str) -> int:
    """How many people were erased here after a stamp."""
    purged = tables.purged.c
    query = select(purged.rev).where(purged.tab == Stakeholder.table, purged.rev > since)
    return sum(replica_of(rev) == replica for (rev,) in reader.select(query))


def _count_since(reader: Reader, scope: Scope, since: str, out: Outgoing) -> None:
    """Count what the change log, and rows that came in bulk, tell of the time after a stamp."""
    batch, change = tables.batch.c, tables.change.c
    mine = (batch.rev > since, batch.verb != "sync")
    query = select(change.tab, change.row, change.field, change.old)
    rows: dict[str, dict[str, bool]] = {}
    for table, row, name, old in reader.select(
        query.join(tables.batch, batch.id == change.batch).where(*mine)
    ):
        seen = rows.setdefault(table, {})
        seen[row] = seen.get(row, False) or (name is None and old is None)
    bulk = [rev for (rev,) in reader.select(select(batch.rev).where(*mine, batch.unlogged > 0))]
    for kind in SHARED_KINDS:
        new = rows.get(kind.table, {})
        for row in reader.by_ids(kind, new, deleted=True):
            if scope.leaves(row):
                out.count(row, new=new[row.id])
        for rev in bulk:
            for row in reader.rows(kind, tables.metadata.tables[kind.table].c.rev == rev):
                if scope.leaves(row) and row.id not in new:
                    out.count(row, new=True)


def _home(reader: Reader, shared: Collection[str], also: Mapping[str, Collection[str]]) -> Home:
    def at_home(kind: type[Row], what: str) -> ColumnElement[bool]:
        """That it is in no project of which this is shared besides."""
        columns = tables.metadata.tables[kind.table].c
        chosen = [project for project in shared if what in also.get(project, ())]
        if "project" not in columns or not chosen:
            return true()
        return or_(columns.project.is_(None), columns.project.not_in(chosen))

    private = {
        kind: _count(
            reader, kind, tables.metadata.tables[kind.table].c.private, at_home(kind, PRIVATE)
        )
        for kind in EXCHANGED
        if kind is not Judgement and "private" in tables.metadata.tables[kind.table].c
    }
    entries = private.pop(Entry, 0)
    return Home(
        entries,
        sum(private.values()),
        _count(reader, Judgement, at_home(Judgement, JUDGEMENTS)),
        tuple(
            sorted(
                (row.name for row in reader.rows(Project) if row.id not in shared),
                key=str.casefold,
            )
        ),
    )


def _count(reader: Reader, kind: type[Row], *where: ColumnElement[bool]) -> int:
    table = tables.metadata.tables[kind.table]
    query = select(func.count()).select_from(table).where(table.c.deleted.is_(None), *where)
    return int(reader.select(query)[0][0])
