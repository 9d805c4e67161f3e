"""Putting a backup in the place of the journal (storage-sync 2.5)."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from staketerm.locale import _
from staketerm.store.backup import copy
from staketerm.store.cipher import is_another, put_in_place
from staketerm.store.engine import connect
from staketerm.store.errors import (
    DiskFull,
    JournalDamaged,
    JournalEncrypted,
    JournalLocked,
    JournalMissing,
    StoreError,
    open_elsewhere,
    sentence,
    told,
    told_of_files,
)
from staketerm.store.files import beside, copy_private, sync_to_disk
from staketerm.store.leftovers import BESIDE, REPLACED, RESTORED, discard, settle
from staketerm.store.lock import FileLock
from staketerm.store.network import on_network
from staketerm.store.presence import quick_check, refuse_elsewhere
from staketerm.store.probe import probe, refuse_unwritable, unfinished


def restore(backup: Path, journal: Path, now: datetime) -> Path | None:
    """Put `backup` in the place of `journal`, which must not be open; where the old one went.

    The journal that was there is kept beside, with all that belonged to it; None if there was none.
    What the replica has seen is carried over, so that no stamp is given twice. Raises the
    StoreError family, and changes nothing then.
    """
    if probe(backup) is None:
        raise JournalMissing(_("There is no backup at {path}.").format(path=backup))
    _refuse_damaged(backup)
    with told_of_files(journal), alone(journal, "restore"):
        fresh = beside(journal, RESTORED)
        with suppress(StoreError):  # what is there need be no sound journal
            probe(journal, take_back=True)
        try:
            copy(backup, fresh, still_mode(backup))
            return exchange(fresh, journal, now, REPLACED)
        finally:
            discard(fresh)


@contextmanager
def alone(journal: Path, purpose: str) -> Iterator[None]:
    """Keep everybody else out of a journal, in which nothing is left half done then.

    Raises JournalLocked where somebody has it open, JournalReadOnly where it cannot be replaced.
    """
    refuse_unwritable(journal)
    lock, mark = FileLock(beside(journal, ".lock")), FileLock(beside(journal, ".open"))
    try:
        refuse_elsewhere(journal, mark, remote=on_network(journal))
        if not mark.take(purpose):
            raise JournalLocked(open_elsewhere(journal))
        with lock.held(purpose):
            settle(journal)
            yield
        mark.leave()
    finally:
        lock.close()
        mark.close()


def exchange(fresh: Path, journal: Path, now: datetime, ending: str) -> Path | None:
    """Put the file `fresh` in the place of `journal`; where the old one is kept, None if none was.

    `ending` tells in its name why it was put aside.
    """
    there = journal.exists()
    if there:
        _carry_clock(journal, fresh)
    if unfinished(fresh):  # what it could not bring into its one file would be left behind
        raise DiskFull(sentence(DiskFull, str(journal)))
    aside = None
    if there:
        aside = _free_name(journal, now, ending)
        _keep(journal, aside)
    else:
        _drop_stale(journal)
    sync_to_disk(fresh)
    put_in_place(fresh, journal)
    sync_to_disk(journal.parent)
    return aside


def _free_name(journal: Path, now: datetime, ending: str) -> Path:
    """Where to keep an old journal: no two that were put aside have one name."""
    while True:
        moment = now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
        aside = journal.with_name(f"{journal.stem}-{moment}-{ending}{journal.suffix}")
        if not aside.exists():
            return aside
        now += timedelta(seconds=1)


def still_mode(path: Path) -> str:
    """How to open a file that nobody writes: without a trace, unless part of it lies in a -wal."""
    return "ro" if unfinished(path) else "immutable"


def _keep(journal: Path, aside: Path) -> None:
    """Give the old journal a second name, and move along what lies beside it.

    A -wal left behind would be played into whatever file next has the name.
    """
    try:
        os.link(journal, aside)
    except OSError:
        copy_private(journal, aside)
    is_another(aside)
    for ending in BESIDE:
        with suppress(FileNotFoundError):
            beside(journal, ending).replace(beside(aside, ending))


def _drop_stale(journal: Path) -> None:
    for ending in BESIDE:
        beside(journal, ending).unlink(missing_ok=True)


def _refuse_damaged(backup: Path) -> None:
    with told(str(backup)), closing(connect(backup, still_mode(backup))) as connection:
        found = quick_check(connection)
    if found:
        raise JournalDamaged(
            _("The backup {path} is damaged ({finding}). Take another one.").format(
                path=backup, finding=found[0]
            )
        )


def _carry_clock(journal: Path, fresh: Path) -> None:
    """Let the restored journal remember the latest tick that the old one has given, if it tells."""
    try:
        with closing(connect(journal, "ro")) as old:
            ticks = old.execute(
                "SELECT c.value, r.value FROM meta AS c, meta AS r "
                "WHERE c.name = 'clock' AND r.name = 'replica'"
            ).fetchone()
    except (sqlite3.Error, JournalEncrypted):  # its passphrase may be what was lost
        return
    if ticks is None:
        return
    with closing(connect(fresh, "rw")) as new:
        new.execute(
            "UPDATE meta SET value = max(value, ?) WHERE name = 'clock' AND EXISTS "
            "(SELECT 1 FROM meta WHERE name = 'replica' AND value = ?)",
            ticks,
        )
