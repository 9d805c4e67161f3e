"""What somebody who was cut off left beside a journal: taken up again or swept away.

For whoever has the journal alone (`Presence.alone`, `restore.alone`): nobody is at work there then.
"""

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from glob import escape
from pathlib import Path

from staketerm.store.files import beside

BESIDE = ("-wal", "-shm", "-journal")
"""The endings of what SQLite keeps beside a database, all of which belongs to it."""

REPLACED, DAMAGED, PLAIN = "replaced", "damaged", "plain"
"""Why an old journal was put aside, as its name tells."""

RESTORED, REPAIRED, SALVAGE, CONVERTED = ".restored", ".repaired", ".salvage", ".converted"
"""The endings of files that are made aside and then take a journal's name, or are thrown away."""

BACKUPS = "backups"
"""The name of the folder of backups beside a journal."""

_LOCKS = (".lock", ".open")


def stem_of_backups(journal: Path) -> str:
    """How the names of a journal's backups begin: two journals in one folder share none."""
    return journal.stem if journal.suffix == ".db" else journal.name


def settle(journal: Path) -> None:
    """Undo an exchange of the journal that was cut off, and delete what was being made aside."""
    _undo_exchange(journal)
    for ending in (RESTORED, REPAIRED, SALVAGE, CONVERTED):
        discard(beside(journal, ending))
    for unfinished in _unfinished_backups(journal.parent / BACKUPS, journal):
        unfinished.unlink(missing_ok=True)


def sweep_backups(folder: Path, journal: Path, before: datetime) -> None:
    """Delete the backups of a journal in a folder that were cut off before a moment: for where
    others may be making one now.
    """
    for unfinished in _unfinished_backups(folder, journal):
        with suppress(FileNotFoundError):
            if unfinished.stat().st_mtime < before.timestamp():
                unfinished.unlink()


def _unfinished_backups(folder: Path, journal: Path) -> Iterator[Path]:
    return folder.glob(f"{escape(stem_of_backups(journal))}-*Z-s*.db.tmp*")


def discard(path: Path) -> None:
    """Delete a database that never became a journal, with all that may lie beside it."""
    for name in (path, beside(path, ".tmp")):
        for ending in ("", *BESIDE, *_LOCKS):
            with suppress(FileNotFoundError):
                beside(name, ending).unlink()


def put_aside(journal: Path) -> list[Path]:
    """The old files of a journal that were put aside, each with its reason in its name."""
    return sorted(
        each
        for reason in (REPLACED, DAMAGED, PLAIN)
        for each in journal.parent.glob(
            f"{escape(journal.stem)}-*Z-{reason}{escape(journal.suffix)}"
        )
    )


def _undo_exchange(journal: Path) -> None:
    """Give the journal back what lay beside it, where it still is the old one.

    An exchange gives the old file a second name first, moves its -wal there and then puts the new
    file in its place: with both names the last step is missing.
    """
    if not journal.exists() or journal.stat().st_nlink == 1:
        return
    for aside in put_aside(journal):
        if not aside.samefile(journal):
            continue
        for ending in BESIDE:
            with suppress(FileNotFoundError):
                beside(aside, ending).replace(beside(journal, ending))
        aside.unlink()
