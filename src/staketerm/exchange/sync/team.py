"""One sync with a folder: everybody's news in, one's own out (storage-sync 1).

Each colleague's files are a unit of work of their own: what cannot be taken in of one waits, whole,
and holds up nobody else.
"""

import json
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from staketerm.domain.errors import StaketermError
from staketerm.exchange.plan import ImportRefused, Progress
from staketerm.exchange.sync.by_hand import Edited, take_edits
from staketerm.exchange.sync.folder import (
    Manifest,
    ShareFolder,
    manifest_of,
    not_as_written,
    open_share,
    strange_files,
    within_reach,
    writer_of,
)
from staketerm.exchange.sync.giving import Given, give
from staketerm.exchange.sync.identity import Origin, make_sure
from staketerm.exchange.sync.kept import keep_conflict
from staketerm.exchange.sync.known import not_shared, remember_folder
from staketerm.exchange.sync.one_person import bring_together
from staketerm.exchange.sync.outside import told_outside
from staketerm.exchange.sync.peers import frontier_of, is_known, remember, taken_files
from staketerm.exchange.sync.rehearsal import Units, units
from staketerm.exchange.sync.scope import Scope
from staketerm.exchange.sync.sharing import add_projects, projects_of
from staketerm.exchange.sync.taking import HeldBack, Taken, Taking
from staketerm.journal.opening import Journal
from staketerm.journal.safety import back_up_before_import
from staketerm.locale import _, ngettext
from staketerm.store.frontier import Frontier
from staketerm.store.stamps import FIRST_TICK, moment_of
from staketerm.store.work import Work

GIVEN, GAVE_AT = "given:", "gave-at:"
"""Begin the names in `meta` of what there was to give the last time, and of the clock then."""

AHEAD = timedelta(minutes=5)
"""A colleague's clock that is this far ahead is told of ..."""

FAR_AHEAD = timedelta(hours=24)
"""... and from here on their files wait: one bad clock would win every conflict for a day."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A colleague's files that were left for the next time, and why; `held_back`: they are taken in
    once that is accepted.
    """

    person: str
    why: str
    held_back: bool = False


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
class Own:
    """One's own folder in a share, with its manifest (None: nothing was given yet), and the names
    of the files that are not as they were written.
    """

    place: Path
    manifest: Manifest | None
    changed: tuple[str, ...]

    @property
    def files(self) -> frozenset[tuple[str, str]]:
        """Name and digest of what was given: whoever has the same brings nothing new."""
        return frozenset(self.manifest.files.items() if self.manifest else ())


def sync(
    journal: Journal,
    path: Path,
    person: str,
    *,
    accept: Collection[str] = (),
    origin: Origin | None = None,
    dry: bool = False,
    progress: Callable[[Progress], None] | None = None,
) -> Synced:
    """Take in what is new in a folder, then give what is new here; `dry` keeps nothing of it.
    `progress` hears whose files are read, the how manieth of how many; what it raises ends it all.

    `accept` names colleagues whose files are taken in although they delete much, or come from a
    clock far ahead; `origin` says what became of a journal whose file is another than last time. A
    journal put back from a backup first takes in what it gave since. Raises UsageError for a folder
    that holds other things or is no share.
    """
    with within_reach(path):
        folder = open_share(path)
    if folder is None:
        raise not_shared(journal, path)
    make_sure(journal, origin, dry=dry)
    with within_reach(path):
        own, notes = _own(journal, folder, person), strange_files(folder)
        if not dry:
            notes = [*_backed_up(journal, folder), *notes, *_own_edits(journal, folder, own)]
        places = _places(journal, folder, own)
    taken: list[Taken] = []
    waiting: list[Waiting] = []
    with units(journal, dry=dry) as each:
        for n, place in enumerate(places):
            if progress:
                progress(Progress(n, len(places), writer_of(place)))
            found = _of_one(journal, each, folder, own, place, accept, notes)
            if isinstance(found, Waiting):
                waiting.append(found)
            elif found:
                taken.append(found)
    with within_reach(path):
        given = None if dry else _give(journal, folder, own, person)
    if not dry:
        remember_folder(journal, folder)
    return Synced(folder.share, tuple(taken), tuple(waiting), given, tuple(notes))


def _of_one(
    journal: Journal,
    units: Units,
    folder: ShareFolder,
    own: Own,
    place: Path,
    accept: Collection[str],
    notes: list[str],
) -> Taken | Waiting | None:
    """What came of one colleague, or why it waits; None where there is no news. `notes` gets what
    else there is to know.
    """
    who = writer_of(place)
    try:
        manifest = _whole(place, folder)
        who = manifest.person
        notes += _ahead(manifest, journal.clock.now(), accept)
        known = own.files if place != own.place else frozenset()
        found = _take(units, folder, place, manifest, known, accept=accept)
    except OSError as error:
        return Waiting(who, error.strerror or str(error))
    except StaketermError as error:
        return Waiting(who, str(error), isinstance(error, HeldBack))
    if found:
        notes += told_outside(journal, found)
    return found


def _own(journal: Journal, folder: ShareFolder, person: str) -> Own:
    """The own folder as it is before anything is written."""
    place = folder.own(journal.store.replica, person)
    try:
        manifest = manifest_of(place, folder.share)
    except StaketermError:
        return Own(place, None, ())
    return Own(place, manifest, tuple(not_as_written(place, manifest)))


def _give(journal: Journal, folder: ShareFolder, own: Own, person: str) -> Given:
    """Give what is new here; where nothing was written since the last time nothing is looked at."""
    with journal.read() as reader:
        share, known = folder.share, GIVEN + folder.share
        now = json.dumps([person, frontier_of(reader, share).ticks(), projects_of(reader, share)])
        if own.manifest and not own.changed and reader.meta(known) == now:
            return Given(own.place, own.manifest.rows, len(own.manifest.files) + 1, 0)
        scope = Scope.of(reader, projects_of(reader, share))
        given = give(reader, folder, scope, person, journal.clock.now())
        clock = reader.meta("clock")
    with journal.store.write("sync") as work:
        work.set_meta(known, now)
        work.set_meta(GAVE_AT + share, clock)
    return given


def _own_edits(journal: Journal, folder: ShareFolder, own: Own) -> list[str]:
    """Take in what was changed by hand in the own folder, before it is written anew; what came of
    it. Raises `ImportRefused` for what cannot be read: the files stay as they are then.
    """
    files = [name for name in own.changed if (own.place / name).is_file()]
    if not files:
        return []
    with journal.write("edit") as writing:
        work = writing.work
        scope = Scope.of(work, projects_of(work, folder.share))
        done, overtaken = take_edits(writing, scope, own.place, files)
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


def _places(journal: Journal, folder: ShareFolder, own: Own) -> list[Path]:
    """The folders to take in: everybody else's, and before them one's own where it holds what this
    journal does not remember giving: it was put back from a backup.
    """
    with journal.read() as reader:
        known = reader.meta(GAVE_AT + folder.share) or ""
    ahead = own.manifest is not None and own.manifest.clock > known
    return [*([own.place] if ahead else []), *folder.others(journal.store.replica)]


def _backed_up(journal: Journal, folder: ShareFolder) -> list[str]:
    """Back up before the first sync with a folder; a sentence where that could not be done."""
    with journal.read() as reader:
        first = not taken_files(reader, folder.share)
    notice = back_up_before_import(journal) if first else None
    return [notice] if notice else []


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
    """A note where a colleague's clock is ahead; raises `HeldBack` where it is far ahead."""
    ahead = moment_of(manifest.clock) - now
    if ahead > FAR_AHEAD and manifest.person not in accept:
        raise HeldBack(
            _(
                "The clock of {person} is {hours} hours ahead; what they wrote would win over "
                "everybody's. It should be set right first."
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


def _take(
    units: Units,
    folder: ShareFolder,
    place: Path,
    manifest: Manifest,
    known: Collection[tuple[str, str]],
    *,
    accept: Collection[str],
) -> Taken | None:
    """What came of one colleague's files; None where all of them are `known` (name and digest), or
    were taken in before.
    """
    share, found = folder.share, None
    with units.read() as reader:
        every = taken_files(reader, share).union(known)
        heard = is_known(reader, share, manifest)
    fresh = {name for name, digest in manifest.files.items() if (name, digest) not in every}
    if not fresh and heard:
        return None
    with units.write(manifest.person) as writing:
        work = writing.work
        if fresh:
            scope = Scope.of(work, projects_of(work, share))
            mine, theirs = _seen(work, share, manifest)
            taking = Taking(writing, share, scope, place, manifest, mine, theirs)
            found = taking.run(fresh, accept=manifest.person in accept)
            bring_together(writing)
            add_projects(work, share, found.projects)
            work.set_meta(GIVEN + share, None)  # what came is to be given on
        remember(work, share, manifest, found.waiting if found else ())
    if found:
        found.moved, found.concerned = writing.receipt.moved, writing.receipt.concerned
    return found


def _seen(work: Work, share: str, manifest: Manifest) -> tuple[Frontier, Frontier]:
    """How far everybody was seen here, and by the writer of a manifest.

    Who was seen further than this journal remembers giving was put back from a backup: of what was
    given since then, and of what was written here since, neither side has seen the other's.
    """
    mine, theirs = frontier_of(work, share), manifest.frontier
    own = work.meta("replica") or ""
    gave_at = work.meta(GAVE_AT + share) or FIRST_TICK
    if theirs.ticks().get(own, FIRST_TICK) <= gave_at:
        return mine, theirs
    return mine.back_to(own, gave_at), theirs.back_to(own, gave_at)
