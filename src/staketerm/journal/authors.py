"""Who wrote what: every row carries the stamp of the journal that it was written in, and of the
batch there, which names its author where several write in one journal (design 4).
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Self

from sqlalchemy import ColumnElement, select

from staketerm.store import tables
from staketerm.store.opening import ME
from staketerm.store.portions import portions
from staketerm.store.reader import Reader
from staketerm.store.stamps import FIRST_TICK, next_tick, replica_of

PERSON = "person"
"""Name in `meta` of what colleagues call whoever writes here."""

_ANY_ZONE = timedelta(days=1)  # so much earlier a day may begin elsewhere


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
    `signed` has the stamps of this journal that others signed, as far as they were asked for.
    """

    own: frozenset[str]
    names: Mapping[str, str]
    me: str = ME
    person: str | None = None
    signed: Mapping[str, str] = field(default_factory=dict)

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
    def several(self) -> bool:
        """Whether several write in this journal."""
        return self.me != ME

    @property
    def alone(self) -> bool:
        """Whether nobody else writes in this journal, or in what it shares."""
        return not (self.names or self.several)

    def of_stamp(self, stamp: str) -> str | None:
        """The colleague who wrote a stamp; None where it is one's own, as far as is known here."""
        if stamp in self.signed:
            return self.signed[stamp]
        replica = replica_of(stamp)
        return None if replica in self.own else self.names.get(replica, replica)

    def knowing(self, reader: Reader, stamps: Collection[str]) -> Self:
        """The same, who know of these stamps how they are signed in this journal."""
        found: dict[str, str] = {}
        for some in portions(sorted(each for each in stamps if self.of_stamp(each) is None)):
            found |= self._signed(reader, tables.batch.c.rev.in_(some))
        return replace(self, signed={**self.signed, **found})

    def knowing_since(self, reader: Reader, day: date) -> Self:
        """The same, who know how every stamp since a day is signed in this journal."""
        moment = datetime.combine(day - _ANY_ZONE, time(), UTC)
        found = self._signed(reader, tables.batch.c.rev >= next_tick(moment, FIRST_TICK))
        return replace(self, signed={**self.signed, **found})

    def _signed(self, reader: Reader, which: ColumnElement[bool]) -> dict[str, str]:
        batch = tables.batch.c
        query = select(batch.rev, batch.author).where(which, batch.author.not_in(self.signatures))
        return dict(map(tuple, reader.select(query)))


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
