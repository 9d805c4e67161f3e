"""What a journal wrote and gave, and remembers no more: it was put back from a backup since.

Every write of one's own is a batch of the journal; a stamp of one's own without one was made by the
journal that was there before. Where the own folder was put back too, and both were written to
before a colleague's files came, nothing else tells.
"""

from sqlalchemy import select

from staketerm.exchange.sync.folder import Manifest
from staketerm.store import tables
from staketerm.store.reader import Reader
from staketerm.store.stamps import FIRST_TICK, replica_of, tick_of
from staketerm.store.work import Work

TAKEN_BACK = "taken-back:"
"""Begins the name in `meta` of the tick up to which the own folder of a share was taken in again:
what was given until then is known."""


class Forgotten:
    """The memory of one journal, in a share."""

    def __init__(self, reader: Reader, share: str) -> None:
        self._reader, self._replica = reader, reader.meta("replica") or ""
        self._taken_back = reader.meta(TAKEN_BACK + share) or FIRST_TICK

    def has(self, stamp: str) -> bool:
        """Whether a stamp is one's own, and of no write that is remembered."""
        if replica_of(stamp) != self._replica or tick_of(stamp) <= self._taken_back:
            return False
        batch = tables.batch.c
        return not self._reader.select(select(batch.id).where(batch.rev == stamp))


def taken_back(work: Work, share: str, manifest: Manifest) -> None:
    """Remember that one's own files were taken in, where a manifest is one's own."""
    if manifest.replica == work.meta("replica"):
        work.set_meta(TAKEN_BACK + share, manifest.clock)
