"""Which journal this is: a copy of one must not write under its name (storage-sync 1.2).

Everything a replica writes carries its name. Two that share a name could not be told apart, so a
journal whose file is another than at the last sync is asked about first.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Self

from staketerm.domain.errors import UsageError
from staketerm.journal.opening import Journal
from staketerm.locale import _
from staketerm.store.copying import PLACE
from staketerm.store.files import whereabouts_of
from staketerm.store.reader import Reader
from staketerm.store.records import Row
from staketerm.store.stamps import FIRST_TICK, new_replica, replica_of, tick_of

Origin = Literal["moved", "copied"]
"""What became of the file: it is the same journal in another place, or one more of it."""


FORMERLY = "formerly"
"""Name in `meta` of the names that a journal wrote under before it was copied, as JSON: each with
its last tick of then."""


@dataclass(frozen=True, slots=True)
class Myself:
    """Whoever writes in this journal: the name of the replica, and those it had when it was copied,
    each up to the tick of that. What the other copy writes on is a colleague's.
    """

    replica: str
    formerly: Mapping[str, str]

    @classmethod
    def of(cls, reader: Reader) -> Self:
        """That of a journal."""
        return cls(reader.meta("replica") or "", json.loads(reader.meta(FORMERLY) or "{}"))

    def wrote(self, stamp: str) -> bool:
        """Whether a stamp was made here."""
        name = replica_of(stamp)
        return name == self.replica or tick_of(stamp) <= self.formerly.get(name, "")

    def wrote_all(self, row: Row) -> bool:
        """Whether everything that a row says was written here."""
        return all(map(self.wrote, (row.rev, *getattr(row, "revs", {}).values())))


class LiesElsewhere(UsageError):
    """The journal's file is another than at its last sync: moved, or one of two now."""


def make_sure(journal: Journal, origin: Origin | None, *, dry: bool = False) -> None:
    """See to it that no other journal writes under this one's name.

    Raises LiesElsewhere where its file is another than at the last sync and `origin` says nothing.
    A copy gets a name of its own; `dry` writes nothing of it.
    """
    now = journal.store.whereabouts()
    with journal.read() as reader:
        kept = reader.meta(PLACE)
    if now is None or now == kept:
        return
    if kept is not None and origin is None:
        raise LiesElsewhere(
            _(
                "This journal lies elsewhere than at its last sync. Say --moved if it was moved, "
                "or put back from a backup; --copied if the other one is still in use."
            )
        )
    if dry:
        return
    with journal.write("share") as writing:
        writing.work.set_meta(PLACE, now)
        if kept is not None and origin == "copied":
            replica, me = new_replica(), Myself.of(writing.work)
            last = writing.work.meta("clock") or FIRST_TICK
            writing.work.set_meta(FORMERLY, json.dumps({**me.formerly, me.replica: last}))
            writing.work.set_meta("replica", replica)
            journal.store.replica = replica


def follow(journal: Journal, old: Path) -> None:
    """Tell a journal that it is the one whose file was `old` until this program wrote it anew."""
    with journal.read() as reader:
        same = reader.meta(PLACE) == whereabouts_of(old)
    now = journal.store.whereabouts()
    if same and now is not None:
        with journal.write("share") as writing:
            writing.work.set_meta(PLACE, now)
