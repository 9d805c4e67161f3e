"""Erasing somebody for good: a person's right, or a mistake to be unmade (design section 4)."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from staketerm.domain.errors import NotFound
from staketerm.domain.text import fold
from staketerm.journal.opening import Journal
from staketerm.locale import _
from staketerm.store import backup, erasing, rotation, search
from staketerm.store.errors import StoreError
from staketerm.store.records import Entry, Stakeholder

MENTIONS = 200
"""Entries listed at most that name whoever is erased."""


@dataclass(frozen=True, slots=True)
class OldBackup:
    """A backup that still holds the name, and the day on which rotation deletes it."""

    path: Path
    until: date


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
    looked through, and older backups. `unfinished` says what could not be done besides.
    """

    rows: int
    mentions: tuple[Mention, ...]
    backups: tuple[OldBackup, ...]
    unfinished: tuple[str, ...] = ()


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
    unfinished = _clean_up(journal)
    return Erased(rows, _mentions(journal, person.name), _old_backups(journal), unfinished)


def _clean_up(journal: Journal) -> tuple[str, ...]:
    """Write file and backup anew; what could not be done, in sentences."""
    said = []
    try:
        journal.store.compact()
        if journal.store.path is not None:
            backup.back_up(journal.store)
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


def _old_backups(journal: Journal) -> tuple[OldBackup, ...]:
    path = journal.store.path
    if path is None:
        return ()
    every = rotation.backups_of(path)
    now = journal.clock.now()
    return tuple(
        OldBackup(each.path, rotation.kept_until(each, every, now).date()) for each in every[1:]
    )
