"""Who wrote what: every row carries the stamp of the journal that it was written in, and of the
batch there, which names its author where several write in one journal (design 4).
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Self

from sqlalchemy import select

from staketerm.store import tables
from staketerm.store.opening import ME
from staketerm.store.portions import portions
from staketerm.store.reader import Reader
from staketerm.store.stamps import replica_of

PERSON = "person"
"""Name in `meta` of what colleagues call whoever writes here."""


def people_of(reader: Reader) -> dict[str, str]:
    """The name of whoever writes under each replica that was heard of."""
    peer = tables.peer.c
    query = select(peer.replica, peer.person).order_by(peer.share)
    return {replica: person for replica, person in reader.select(query) if person}


@dataclass(frozen=True, slots=True)
class Authors:
    """The colleagues of this journal, by replica. Whoever writes here has no name, on whichever of
    their machines; a replica that told none goes by its own. `me` is how one signs what one writes
    in this journal, where on a server others sign as well; `person` what colleagues call one.
    """

    own: frozenset[str]
    names: Mapping[str, str]
    me: str = ME
    person: str | None = None

    @classmethod
    def of(cls, reader: Reader, me: str = ME) -> Self:
        """Those heard of so far; nobody where nothing is shared."""
        names, person = people_of(reader), reader.meta(PERSON)
        mine = {replica for replica, name in names.items() if name == person}
        own = frozenset({reader.meta("replica") or "", *mine})
        others = {replica: name for replica, name in names.items() if replica not in own}
        return cls(own, others, me, person)

    @property
    def signatures(self) -> frozenset[str]:
        """How what one writes here oneself may be signed."""
        return frozenset({ME, self.me, self.person or ME})

    @property
    def alone(self) -> bool:
        """Whether nobody else writes in this journal, or in what it shares."""
        return not self.names and self.me == ME

    def of_stamp(self, stamp: str) -> str | None:
        """The colleague who wrote a stamp; None where it is one's own."""
        replica = replica_of(stamp)
        return None if replica in self.own else self.names.get(replica, replica)

    def of_stamps(self, reader: Reader, stamps: Collection[str]) -> dict[str, str]:
        """The colleagues who wrote stamps, in this journal too, by stamp; none for one's own."""
        batch = tables.batch.c
        found = {each: name for each in stamps if (name := self.of_stamp(each)) is not None}
        for some in portions(sorted(set(stamps) - found.keys())):
            query = select(batch.rev, batch.author).where(
                batch.rev.in_(some), batch.author.not_in(self.signatures)
            )
            found |= dict(map(tuple, reader.select(query)))
        return found


def first_stamps(reader: Reader, table: str, stamps: Mapping[str, str]) -> dict[str, str]:
    """The stamps that rows of a row-stamped table were first known by, of those given by id: one
    that was left out, or corrected, since is still told by whoever logged it.
    """
    found, change = dict(stamps), tables.change.c
    for ids in portions(sorted(stamps)):
        query = (
            select(change.row, change.old)
            .where(change.tab == table, change.row.in_(ids), change.field.is_(None))
            .order_by(change.n.desc())
        )
        found |= {row: old["rev"] for row, old in reader.select(query) if old}
    return found
