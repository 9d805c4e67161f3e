"""Erasing somebody for good: a person's right, or a mistake to be unmade (design section 4)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from staketerm.domain.errors import NotFound
from staketerm.domain.text import fold
from staketerm.journal.backups import back_up, backed_up_as
from staketerm.journal.opening import Journal
from staketerm.locale import _
from staketerm.store import erasing, search
from staketerm.store.addresses import is_server
from staketerm.store.errors import StoreError
from staketerm.store.leftovers import put_aside
from staketerm.store.records import Entry, Stakeholder
from staketerm.store.rotation import backups_of, kept_until

MENTIONS = 200
"""Entries listed at most that name whoever is erased."""


@dataclass(frozen=True, slots=True)
class OldBackup:
    """A backup, or an old file put aside, that still holds the name, and the day on which rotation
    deletes it where something is written each day; None where it stays.
    """

    path: Path
    until: date | None


@dataclass(frozen=True, slots=True)
class Mention:
    """An entry that is kept, for it is shared with others, and names whoever was erased."""

    id: str
    day: date
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Erased:
    """What an erasure did: how many rows are gone; what still names the person: entries, to be
    looked through, and older backups. `unfinished` says what could not be done besides; `on_server`
    that colleagues may have backups of the same journal.
    """

    rows: int
    mentions: tuple[Mention, ...]
    backups: tuple[OldBackup, ...]
    unfinished: tuple[str, ...] = ()
    on_server: bool = False


def what_goes(journal: Journal, stakeholder: str) -> dict[str, int]:
    """How many rows of each table an erasure would take; raises NotFound."""
    with journal.read() as reader:
        if reader.get(Stakeholder, stakeholder, deleted=True) is None:
            raise NotFound(_("This stakeholder is not in the journal any more."))
        return {table: len(ids) for table, ids in erasing.rows_of(reader, stakeholder).items()}


def erase(journal: Journal, stakeholder: str) -> Erased:
    """Erase a stakeholder with all that is theirs, from rows, history and search; then write the
    file anew, and a fresh backup. Nothing brings it back: no undo, no import, no colleague.

    Entries that are about others too keep their text. Raises NotFound.
    """
    with journal.write("erase") as writing:
        person = writing.work.get(Stakeholder, stakeholder, deleted=True)
        if person is None:
            raise NotFound(_("This stakeholder is not in the journal any more."))
        doomed = erasing.rows_of(writing.work, stakeholder)
        writing.left_by(doomed)
        rows = erasing.erase(writing.work, doomed)
    own = backed_up_as(journal)
    before = {each.path for each in backups_of(own)} if own else set()
    unfinished = _clean_up(journal, fresh=bool(before or journal.store.path))
    return Erased(
        rows,
        _mentions(journal, person.name),
        _old_backups(journal, before),
        unfinished,
        on_server=is_server(journal.store.place),
    )


def _clean_up(journal: Journal, *, fresh: bool) -> tuple[str, ...]:
    """Write the file anew, and a `fresh` backup; what could not be done, in sentences."""
    said = []
    try:
        journal.store.compact()
        if fresh:
            back_up(journal)
    except (StoreError, OSError) as fault:
        said.append(
            _("The file was not written anew: {reason} `staketerm backup` does it later.").format(
                reason=fault
            )
        )
    return tuple(said)


def _mentions(journal: Journal, name: str) -> tuple[Mention, ...]:
    words = fold(name)
    with journal.read() as reader:
        hits = [hit.id for hit in search.search(reader, name, MENTIONS) if hit.table == Entry.table]
        found = [entry for row in hits if (entry := reader.get(Entry, row))]
    return tuple(
        Mention(entry.id, entry.day, entry.kind, entry.text or entry.title or "")
        for entry in found
        if words in fold(f"{entry.title or ''} {entry.text or ''}")
    )


def _old_backups(journal: Journal, before: Collection[Path]) -> tuple[OldBackup, ...]:
    """Those of the backups of `before` that rotation has not deleted yet, and the old files of the
    journal that were put aside, which nothing deletes.
    """
    own = backed_up_as(journal)
    if own is None:
        return ()
    every, now = backups_of(own), journal.clock.now()
    aside = (OldBackup(each, None) for each in put_aside(own))
    kept = (
        OldBackup(each.path, until.date() if (until := kept_until(each, every, now)) else None)
        for each in every
        if each.path in before
    )
    return (*kept, *aside)
