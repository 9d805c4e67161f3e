"""One sync with a folder: everybody's news in, one's own out (storage-sync 1).

Each colleague's files are a unit of work of their own: what cannot be taken in of one waits, whole,
and holds up nobody else.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

from staketerm.exchange.plan import ImportRefused, Progress
from staketerm.exchange.sync.by_hand import Edited, take_edits
from staketerm.exchange.sync.coming import Coming, Waiting
from staketerm.exchange.sync.folder import (
    ShareFolder,
    open_share,
    strange_files,
    within_reach,
)
from staketerm.exchange.sync.giving import GAVE_AT, Given, Own, give, own_folder
from staketerm.exchange.sync.identity import Origin, make_sure
from staketerm.exchange.sync.kept import keep_conflict
from staketerm.exchange.sync.known import not_shared, remember_folder
from staketerm.exchange.sync.peers import taken_files
from staketerm.exchange.sync.rehearsal import units
from staketerm.exchange.sync.scope import Scope
from staketerm.exchange.sync.sharing import projects_of
from staketerm.exchange.sync.taking import Taken
from staketerm.exchange.sync.telling import Telling
from staketerm.journal.memory import uncollected
from staketerm.journal.opening import Journal
from staketerm.journal.safety import back_up_before_import
from staketerm.locale import _, ngettext


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


@uncollected()
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
    `progress` hears how many rows were read of whose files, then how many were written; what it
    raises while files are read ends it all.

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
        own, notes = own_folder(folder, journal.store.replica, person), strange_files(folder)
        if dry:
            notes += _edits_to_come(own)
        else:
            notes = [*_backed_up(journal, folder), *notes, *_own_edits(journal, folder, own)]
        places = _places(journal, folder, own)
    telling = Telling(progress)
    coming = Coming(journal, folder, accept, telling)
    if own.place not in places:
        coming.is_here(own)
    with units(journal, dry=dry) as each:
        for place in places:
            if coming.take(each, place) and place == own.place:
                coming.is_here(own)
    before = own if own.place not in places else own.unknown
    with within_reach(path):
        given = None if dry else give(journal, folder, before, person, coming.twin, telling)
    if not dry:
        remember_folder(journal, folder)
    return Synced(
        folder.share, tuple(coming.taken), tuple(coming.waiting), given, (*notes, *coming.notes)
    )


def _edits_to_come(own: Own) -> list[str]:
    """Which of one's own files a sync would take in, as they were changed by hand."""
    files = [name for name in own.changed if (own.place / name).is_file()]
    said = _("Your files were changed by hand; a sync takes the changes in: {files}.")
    return [said.format(files=", ".join(files))] if files else []


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
        try:
            done, overtaken = take_edits(writing, scope, own.place, files)
        except ImportRefused as error:
            remedy = _("Nothing was exchanged. Correct it and sync again.")
            raise ImportRefused(f"{error}\n{remedy}", error.problems) from None
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
