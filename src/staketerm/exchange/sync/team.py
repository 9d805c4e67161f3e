"""One sync with a folder: everybody's news in, one's own out (storage-sync 1)."""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from staketerm.domain.errors import StaketermError, UsageError
from staketerm.exchange.sync.folder import (
    Manifest,
    ShareFolder,
    begin_share,
    manifest_of,
    not_as_written,
    open_share,
    share_id,
)
from staketerm.exchange.sync.giving import Given, give
from staketerm.exchange.sync.peers import frontier_of, remember, taken_files
from staketerm.exchange.sync.scope import Scope
from staketerm.exchange.sync.taking import Taken, Taking
from staketerm.journal.opening import Journal
from staketerm.journal.writing import Writing
from staketerm.locale import _
from staketerm.store import tables
from staketerm.store.records import Project
from staketerm.store.types import moment_text
from staketerm.store.work import Reader

SHARE = "share:"
"""Begins the name in `meta` under which the projects of a share are kept."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A colleague's files that were left for the next time, and why."""

    folder: str
    why: str


@dataclass(frozen=True, slots=True)
class Synced:
    """What a sync did: what came of each colleague, whose files wait, what was given."""

    share: str
    taken: tuple[Taken, ...]
    waiting: tuple[Waiting, ...]
    given: Given | None


def sync(
    journal: Journal, path: Path, person: str, projects: Collection[str] = (), *, dry: bool = False
) -> Synced:
    """Take in what is new in a folder, then give what is new here; `dry` keeps nothing of it.

    `projects` are put into the share, by id; they must share something (`project.sharing`). A
    colleague's files that are not as they were written wait, whole, for the next time. Raises
    UsageError for a folder that holds other things or a share without projects.
    """
    folder = open_share(path)
    try:
        with journal.write("sync") as writing:
            share = folder.share if folder else _fresh_share(journal)
            _add_projects(writing, share, projects)
            taken, waiting = _take_all(writing, folder) if folder else ((), ())
            if dry:
                raise _DryError(taken, waiting)
    except _DryError as dried:
        return Synced(share, dried.taken, dried.waiting, None)
    with journal.read() as reader:
        scope = Scope.of(reader, projects_of(reader, share))
        if not scope.sharing:
            raise UsageError(
                _("No project is in this share yet; name one with --project, and what it shares.")
            )
        place = folder or begin_share(path, share, _names(reader, scope.sharing))
        given = give(reader, place, scope, person, journal.clock.now())
    return Synced(share, taken, waiting, given)


def projects_of(reader: Reader, share: str) -> list[str]:
    """The ids of the projects in a share."""
    kept = reader.meta(SHARE + share)
    return json.loads(kept) if kept else []


def _fresh_share(journal: Journal) -> str:
    return share_id(journal.store.replica, moment_text(journal.clock.now()))


def _add_projects(writing: Writing, share: str, projects: Iterable[str]) -> None:
    known = projects_of(writing.work, share)
    wanted = sorted({*known, *projects})
    if wanted != known:
        writing.work.set_meta(SHARE + share, json.dumps(wanted))


def _take_all(
    writing: Writing, folder: ShareFolder
) -> tuple[tuple[Taken, ...], tuple[Waiting, ...]]:
    work = writing.work
    taken: list[Taken] = []
    waiting: list[Waiting] = []
    given = _given(folder, work.meta("replica") or "")
    for place in folder.others(work.meta("replica") or ""):
        try:
            manifest = manifest_of(place, folder.share)
            if other := sorted(not_as_written(place, manifest)):
                why = _("{file} is not as it was written").format(file=other[0])
                waiting.append(Waiting(place.name, why))
                continue
        except StaketermError as error:
            waiting.append(Waiting(place.name, str(error)))
            continue
        known = given | taken_files(work, folder.share)
        found = _take(writing, folder, place, manifest, known)
        if found is not None:
            taken.append(found)
    return tuple(taken), tuple(waiting)


def _given(folder: ShareFolder, replica: str) -> set[tuple[str, str]]:
    """Name and digest of what this replica gave itself: whoever has the same brings nothing new."""
    try:
        own = manifest_of(folder.own(replica, ""), folder.share)
    except StaketermError:
        return set()
    return set(own.files.items())


def _take(
    writing: Writing,
    folder: ShareFolder,
    place: Path,
    manifest: Manifest,
    known: Collection[tuple[str, str]],
) -> Taken | None:
    """What came of one colleague's files; None where all of them are `known`."""
    work, share = writing.work, folder.share
    fresh = {name for name, digest in manifest.files.items() if (name, digest) not in known}
    mine = frontier_of(work, share)
    found = None
    if fresh:
        scope = Scope.of(work, projects_of(work, share))
        taking = Taking(work, share, scope, place, manifest, mine)
        found = taking.run(fresh)
        writing.reverted(found.written)
        _add_projects(writing, share, found.projects)
    remember(work, share, manifest.replica, manifest.person, manifest.files, manifest.frontier)
    return found


def _names(reader: Reader, projects: Iterable[str]) -> str:
    rows = reader.rows(Project, tables.project.c.id.in_(sorted(projects)))
    return ", ".join(sorted(row.name for row in rows))


class _DryError(Exception):
    """Ends a sync that is only to be looked at: nothing of it is kept."""

    def __init__(self, taken: tuple[Taken, ...], waiting: tuple[Waiting, ...]) -> None:
        super().__init__()
        self.taken, self.waiting = taken, waiting
