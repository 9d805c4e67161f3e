"""Keeping a journal safe: backups, the way back to one, its health (storage-sync 2.5)."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from sqlalchemy import select

from staketerm.domain.errors import UsageError
from staketerm.journal.backups import back_up_if_older, not_made, stand_in
from staketerm.journal.location import file_of, own_location
from staketerm.journal.opening import Journal, open_journal
from staketerm.journal.passphrase import unlock
from staketerm.journal.positions.evidence import impacts_of
from staketerm.journal.positions.standing import refold
from staketerm.locale import _
from staketerm.store import doctor, tables
from staketerm.store import repair as repairing
from staketerm.store import restore as restoring
from staketerm.store.addresses import is_server
from staketerm.store.backup import BEFORE_MUCH, DAILY
from staketerm.store.clock import Clock
from staketerm.store.doctor import Finding, Health
from staketerm.store.errors import StoreError
from staketerm.store.network import on_network
from staketerm.store.repair import Repaired

CHECK_SECONDS = 2.0

MENDED = frozenset({"journal", "integrity", "links"})
"""The findings that a repair mends; the others are for a person to settle."""


def before_leaving(journal: Journal) -> tuple[str, ...]:
    """Back up a journal that was changed more than a day after the last backup, or after it was
    begun; sentences to say to whoever leaves it.

    They tell of damage that the look after an unclean end found (it is waited for two seconds at
    most; what is not done then is done the next time), of a backup that could not be made, and, on
    the day on which it was begun, of a journal on a network drive.
    """
    check = journal.store.check
    if check is not None and check.wait(CHECK_SECONDS) and check.finding:
        return (check.finding,)
    try:
        begun = _begun(journal)
    except StoreError as fault:  # what was to be done is done; the next to read it is told as well
        return (not_made(fault),)
    if begun is not None and journal.clock.now() - begun >= DAILY:
        said = back_up_if_older(journal, DAILY)
    else:
        said = _on_a_share(journal)
    return (said,) if said else ()


def _on_a_share(journal: Journal) -> str | None:
    path = journal.store.path
    if path is None or not on_network(path):
        return None
    return _(
        "{path} lies on a network drive: one machine at a time can have it open, and what is "
        "written there is as safe as the drive. A folder of this machine is better; "
        "`staketerm doctor` says more."
    ).format(path=path)


def _begun(journal: Journal) -> datetime | None:
    """When the first batch was written; ids rise with time, so no other need be looked at."""
    first = select(tables.batch.c.at).order_by(tables.batch.c.id).limit(1)
    with journal.read() as reader:
        found = reader.select(first)
    return found[0][0] if found else None


def back_up_before_import(journal: Journal) -> str | None:
    """Back up before much is written at once, unless that was done just now; a sentence where it
    could not be done."""
    return back_up_if_older(journal, BEFORE_MUCH)


def restore(location: str | Path | None, backup: Path, clock: Clock) -> Path | None:
    """Put a backup in the place of the journal at `location` (None: the person's own).

    The journal that was there is kept beside it; where, None if there was none. Raises the
    StoreError family, and changes nothing then.
    """
    journal = journal_file(location)
    unlock(backup)
    with suppress(StoreError):  # a journal that nobody can open any more may be replaced as well
        unlock(journal, asks=False)
    return restoring.restore(backup, journal, clock.now())


def examine(location: str | Path | None, clock: Clock) -> list[Finding]:
    """How a journal fares, without writing anything."""
    place = own_location() if location is None else location
    if is_server(place):
        from staketerm.store.server_health import examine_server

        return examine_server(str(place), clock.now(), stand_in)
    journal = journal_file(place)
    unlock(journal)
    return doctor.examine(journal, clock.now())


def needs_repair(findings: list[Finding]) -> bool:
    """Whether there is something that `repair` mends."""
    return any(each.health is Health.BAD and each.key in MENDED for each in findings)


def repair(location: str | Path | None, clock: Clock) -> Repaired:
    """Rebuild a damaged journal from its newest backup and its own rows; the damaged one is kept.

    The positions are folded anew. Raises the StoreError family, and changes nothing then.
    """

    def fold(fresh: Path) -> None:
        with open_journal(fresh, clock=clock) as journal, journal.store.write("fold") as work:
            refold(work, impacts_of(work), journal.today)

    journal = journal_file(location)
    unlock(journal)
    return repairing.repair(journal, clock, fold)


def journal_file(location: str | Path | None) -> Path:
    """The file of a journal; raises UsageError for one on a server."""
    path = file_of(location)
    if path is None:
        raise UsageError(
            _(
                "This journal lies on a server, where no file can take its place. `staketerm copy "
                "PATH URL` puts a backup into an empty database or schema of it."
            )
        )
    return path
