"""How far each replica has been seen: what tells a conflict from an ordinary change (1.3).

A value that was replaced is a conflict only where whoever wrote the later one had not seen it. One
tick for each replica is enough to know: whoever has seen a tick of it has seen all before.
"""

from collections.abc import Iterable, Mapping

from staketerm.store.merging import Replaced
from staketerm.store.stamps import replica_of, tick_of


class Frontier:
    """The latest tick seen of each replica, one's own among them."""

    __slots__ = ("_seen",)

    def __init__(self, seen: Mapping[str, str] | None = None) -> None:
        self._seen = dict(seen or {})

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Frontier) and self._seen == other._seen

    def __hash__(self) -> int:
        return hash(tuple(sorted(self._seen.items())))

    def covers(self, stamp: str) -> bool:
        """Whether what was written at a stamp has been seen."""
        return self._seen.get(replica_of(stamp), "") >= tick_of(stamp)

    def joined(self, other: "Frontier") -> "Frontier":
        """What either of two has seen."""
        names = {*self._seen, *other._seen}
        return Frontier({n: max(self._seen.get(n, ""), other._seen.get(n, "")) for n in names})

    def without(self, replica: str) -> "Frontier":
        """The same but for one replica."""
        return Frontier({name: tick for name, tick in self._seen.items() if name != replica})

    def back_to(self, replica: str, tick: str) -> "Frontier":
        """The same with one replica seen no further than a tick."""
        seen = min(self._seen.get(replica, ""), tick)
        return Frontier({**self._seen, replica: seen})

    def ticks(self) -> dict[str, str]:
        """The latest tick by replica, in the order of their names."""
        return dict(sorted(self._seen.items()))


def unseen(replaced: Iterable[Replaced], mine: Frontier, senders: Frontier) -> tuple[Replaced, ...]:
    """Of the values replaced those that whoever wrote the later one had not seen: the conflicts.

    `mine` is how far I had seen others before the merge, `senders` how far the sender of the other
    version had. It never leaves a conflict out; it may name a value that a third person had
    replaced already.
    """
    return tuple(each for each in replaced if not (senders if each.mine else mine).covers(each.rev))
