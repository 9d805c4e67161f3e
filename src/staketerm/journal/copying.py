"""A journal from one place to another, between a file and a server as well, with all its history.

A copy writes under the name of its source until its next sync, which asks what became of it; who
knows that already says so when copying (storage-sync 1.2, 2.7).
"""

from pathlib import Path
from typing import Literal

from staketerm.journal.opening import Journal, open_journal
from staketerm.store.clock import Clock
from staketerm.store.copying import PLACE, Copied, copy_store
from staketerm.store.errors import DiskFull, JournalLocked, JournalReadOnly
from staketerm.store.stamps import new_replica

Origin = Literal["moved", "copied"]
"""What becomes of the source: it is given up for the copy, or both are used from now on."""


def copy_journal(
    source: str | Path, target: str | Path, *, clock: Clock, origin: Origin | None = None
) -> Copied:
    """Copy the journal at `source` to `target`, a path or URL where nothing is yet; counted and
    compared, table by table.

    With `origin` None the next sync asks. Raises the StoreError family, and nothing is at `target`
    then; `source` is never changed.
    """
    meta: dict[str, str | None] = {} if origin is None else {PLACE: None}
    if origin == "copied":
        meta["replica"] = new_replica()
    with _reading(source, clock) as journal:
        return copy_store(journal.store, target, journal.clock, meta)


def _reading(location: str | Path, clock: Clock) -> Journal:
    """A journal to be read, also where somebody else is writing."""
    try:
        return open_journal(location, clock=clock, create=False, wait=0)
    except (JournalReadOnly, JournalLocked, DiskFull):
        return open_journal(location, clock=clock, create=False, read_only=True)
