"""One sync with a folder: everybody's news in, one's own out (storage-sync 1).

Each colleague's files are a unit of work of their own: what cannot be taken in of one waits, whole,
and holds up nobody else.
"""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from staketerm.domain.errors import StaketermError, UsageError
from staketerm.exchange.plan import ImportRefused
from staketerm.exchange.sync.by_hand import Edited, take_edits
from staketerm.exchange.sync.folder import (
    Manifest,
    ShareFolder,
    begin_share,
    manifest_of,
    not_as_written,
    open_share,
    share_id,
    strange_files,
)
from staketerm.exchange.sync.giving import Given, as_given, give
from staketerm.exchange.sync.identity import Origin, make_sure
from staketerm.exchange.sync.kept import keep_conflict
from staketerm.exchange.sync.peers import frontier_of, is_known, remember, taken_files
from staketerm.exchange.sync.scope import Scope
from staketerm.exchange.sync.taking import Taken, Taking
from staketerm.journal.opening import Journal
from staketerm.journal.safety import back_up_before_import
from staketerm.locale import _, ngettext
from staketerm.store.records import Project, Signal
from staketerm.store.stamps import moment_of
from staketerm.store.types import moment_text
from staketerm.store.work import Reader, Work

SHARE = "share:"
"""Begins the name in `meta` under which the projects of a share are kept."""

GIVEN = "given:"
"""Begins the name in `meta` of what there was to give the last time."""

PERSON = "person"
"""Name in `meta` of what colleagues call whoever writes here."""

AHEAD = timedelta(minutes=5)
"""A colleague's clock that is this far ahead is told of ..."""

FAR_AHEAD = timedelta(hours=24)
"""... and from here on their files wait: one bad clock would win every conflict for a day."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A colleague's files that were left for the next time, and why."""

    person: str
    why: str


@dataclass(frozen=True, slots=True)
class Synced:
    """What a sync did: what came of each colleague, whose files wait, what was given (None: nothing
    was, it was only looked at), and what else there is to know.
    """

    share: str
    taken: tuple[Taken, ...]
    waiting: tuple[Waiting, ...]
    given: Given | None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Offer:
    """What putting a project into a share would give to others: counted, before it is done."""

    project: str
    name: str
    sharing: str
    people: int
    signals: int
    entries: int


def sync(
    journal: Journal,
    path: Path,
    person: str,
    *,
    accept: Collection[str] = (),
    origin: Origin | None = None,
    dry: bool = False,
) -> Synced:
    """Take in what is new in a folder, then give what is new here; `dry` keeps nothing of it.

    `accept` names colleagues whose files are taken in although they delete much, or come from a
    clock far ahead; `origin` says what became of a journal whose file is another than last time. A
    journal put back from a backup first takes in what it gave since. Raises UsageError for a folder
    that holds other things or is no share.
    """
    folder = open_share(path)
    if folder is None:
        raise UsageError(
            _("{path} is not shared yet; name a project to share with --project.").format(path=path)
        )
    taken: list[Taken] = []
    waiting: list[Waiting] = []
    make_sure(journal, origin)
    notes = [*_backed_up(journal, folder), *strange_files(folder)]
    if not dry:
        notes += _own_edits(journal, folder, person)
    for place in _places(journal, folder, person):
        try:
            manifest = _whole(place, folder)
            notes += _ahead(manifest, journal.clock.now(), accept)
            found = _take(journal, folder, place, manifest, accept=accept, dry=dry)
        except StaketermError as error:
            waiting.append(Waiting(place.name.partition("-")[2] or place.name, str(error)))
        else:
            taken += [found] if found else []
    given = None if dry else _give(journal, folder, person)
    return Synced(folder.share, tuple(taken), tuple(waiting), given, tuple(notes))


def _give(journal: Journal, folder: ShareFolder, person: str) -> Given:
    """Give what is new here; where nothing was written since the last time nothing is looked at."""
    with journal.read() as reader:
        share, known = folder.share, GIVEN + folder.share
        now = json.dumps([person, frontier_of(reader, share).ticks(), projects_of(reader, share)])
        own = folder.own(journal.store.replica, person)
        if reader.meta(known) == now and (same := as_given(own, share)):
            return same
        scope = Scope.of(reader, projects_of(reader, share))
        given = give(reader, folder, scope, person, journal.clock.now())
    with journal.store.write("sync") as work:
        work.set_meta(known, now)
    return given


def _own_edits(journal: Journal, folder: ShareFolder, person: str) -> list[str]:
    """Take in what was changed by hand in the own folder, before it is written anew; what came of
    it. Raises `ImportRefused` for what cannot be read: the files stay as they are then.
    """
    own = folder.own(journal.store.replica, person)
    try:
        manifest = manifest_of(own, folder.share)
    except StaketermError:
        return []
    files = [name for name in not_as_written(own, manifest) if (own / name).is_file()]
    if not files:
        return []
    with journal.write("edit") as writing:
        work = writing.work
        scope = Scope.of(work, projects_of(work, folder.share))
        done, overtaken = take_edits(writing, scope, own, files)
        for each in overtaken:
            keep_conflict(work, folder.share, each.row.table, each.row.id, each.replaced)
    return _told_edits(done, len(overtaken))


def _told_edits(done: Edited, overtaken: int) -> list[str]:
    """What came of one's own files changed by hand, in sentences."""
    said = []
    if done.new or done.changed:
        said.append(
            _("Your files were changed by hand: {new} new, {changed} changed.").format(
                new=done.new, changed=done.changed
            )
        )
    if done.retyped:
        cells = ngettext("{n} cell", "{n} cells", done.retyped).format(n=done.retyped)
        said.append(_("A spreadsheet wrote {cells} otherwise; kept as it was.").format(cells=cells))
    if overtaken:
        values = ngettext("{n} value", "{n} values", overtaken).format(n=overtaken)
        said.append(
            _("{values} had been changed by others meanwhile: `staketerm conflicts`.").format(
                values=values
            )
        )
    return said


def _places(journal: Journal, folder: ShareFolder, person: str) -> list[Path]:
    """The folders to take in: everybody else's, and before them one's own where it is ahead."""
    replica = journal.store.replica
    own = folder.own(replica, person)
    try:
        ahead = manifest_of(own, folder.share).clock
    except StaketermError:
        ahead = ""
    with journal.read() as reader:
        known = reader.meta("clock") or ""
    return [*([own] if ahead > known else []), *folder.others(replica)]


def _backed_up(journal: Journal, folder: ShareFolder) -> list[str]:
    """Back up before the first sync with a folder; a sentence where that could not be done."""
    with journal.read() as reader:
        first = not taken_files(reader, folder.share)
    notice = back_up_before_import(journal) if first else None
    return [notice] if notice else []


def share(journal: Journal, path: Path, project: str, sharing: str) -> None:
    """Put a project into the share in a folder, which becomes one where it is none; `sharing` is
    signals or notes. Raises UsageError for a folder that holds other things and for a personal
    project.
    """
    folder = open_share(path)
    with journal.write("share") as writing:
        row = writing.work.get(Project, project)
        if row is None or row.kind == "personal":
            raise UsageError(_("A personal project is never shared; name another with --project."))
        writing.patch(Project, project, sharing=sharing)
        if folder is None:
            id = share_id(journal.store.replica, moment_text(journal.clock.now()))
            folder = begin_share(path, id, row.name)
        _add_projects(writing.work, folder.share, [project])


def offer(journal: Journal, project: str, sharing: str) -> Offer:
    """What sharing a project would give to others."""
    with journal.read() as reader:
        row = reader.get(Project, project)
        if row is None:
            raise UsageError(_("This project is not in the journal any more."))
        scope = Scope.of(reader, [project], sharing={project: sharing})
        signals = sum(1 for _row in scope.rows(reader, Signal))
    return Offer(project, row.name, sharing, len(scope.people), signals, len(scope.entries))


def known_as(journal: Journal, said: str | None, usual: str) -> str:
    """The name that colleagues see: as said now, which is kept, as kept, else the usual one."""
    with journal.read() as reader:
        kept = reader.meta(PERSON)
    if said and said != kept:
        with journal.write("share") as writing:
            writing.work.set_meta(PERSON, said)
    return said or kept or usual or journal.store.replica


def projects_of(reader: Reader, share: str) -> list[str]:
    """The ids of the projects in a share."""
    kept = reader.meta(SHARE + share)
    found: list[str] = json.loads(kept) if kept else []
    return found


def _add_projects(work: Work, share: str, projects: Collection[str]) -> None:
    known = projects_of(work, share)
    wanted = sorted({*known, *projects})
    if wanted != known:
        work.set_meta(SHARE + share, json.dumps(wanted))


def _whole(place: Path, folder: ShareFolder) -> Manifest:
    """The manifest of a colleague's files; raises `ImportRefused` where they are not all there."""
    manifest = manifest_of(place, folder.share)
    for name in not_as_written(place, manifest):
        raise ImportRefused(
            _(
                "{file} is not as it was written: it is still on its way, or was changed by hand. "
                "The files of {person} wait for the next sync."
            ).format(file=f"{place.name}/{name}", person=manifest.person)
        )
    return manifest


def _ahead(manifest: Manifest, now: datetime, accept: Collection[str]) -> list[str]:
    """A note where a colleague's clock is ahead; raises `ImportRefused` where it is far ahead."""
    ahead = moment_of(manifest.clock) - now
    if ahead > FAR_AHEAD and manifest.person not in accept:
        raise ImportRefused(
            _(
                "The clock of {person} is {hours} hours ahead; what they wrote would win over "
                "everybody's. Set it right, or take it in with --accept {person}."
            ).format(person=manifest.person, hours=round(ahead / timedelta(hours=1)))
        )
    if ahead > AHEAD:
        minutes = round(ahead / timedelta(minutes=1))
        return [
            _("The clock of {person} is {n} minutes ahead.").format(
                person=manifest.person, n=minutes
            )
        ]
    return []


class _DryError(Exception):
    """Ends a unit of work that is only to be looked at: nothing of it is kept."""


def _take(
    journal: Journal,
    folder: ShareFolder,
    place: Path,
    manifest: Manifest,
    *,
    accept: Collection[str],
    dry: bool,
) -> Taken | None:
    """What came of one colleague's files; None where all of them are known."""
    share, found = folder.share, None
    with journal.read() as reader:
        known = taken_files(reader, share)
        if manifest.replica != journal.store.replica:
            known |= _given(folder, journal.store.replica)
        heard = is_known(reader, share, manifest)
    fresh = {name for name, digest in manifest.files.items() if (name, digest) not in known}
    if not fresh and heard:
        return None
    try:
        with journal.write("sync", author=manifest.person) as writing:
            work = writing.work
            if fresh:
                scope = Scope.of(work, projects_of(work, share))
                mine = frontier_of(work, share)
                taking = Taking(work, share, scope, place, manifest, mine)
                found = taking.run(fresh, accept=manifest.person in accept)
                writing.reverted(found.written)
                _add_projects(work, share, found.projects)
            remember(work, share, manifest)
            if dry:
                raise _DryError
    except _DryError:
        pass
    return found


def _given(folder: ShareFolder, replica: str) -> set[tuple[str, str]]:
    """Name and digest of what this replica gave itself: whoever has the same brings nothing new."""
    try:
        own = manifest_of(folder.own(replica, ""), folder.share)
    except StaketermError:
        return set()
    return set(own.files.items())
