"""Hybrid logical clock: stamps whose text order is the order of writing (storage-sync D4, 1.3).

A stamp is `mmmmmmmmmmmm-cccc-rrrrrrrr`: milliseconds since 1970 and a counter, both hexadecimal,
and the replica that wrote. A tick is the first two parts.
"""

import secrets
from datetime import UTC, datetime

FIRST_TICK = "000000000000-0000"
_LAST_COUNT = 0xFFFF
_END = datetime(9999, 12, 31, tzinfo=UTC).timestamp()


def new_replica() -> str:
    """A name for a new replica: eight random hexadecimal digits."""
    return secrets.token_hex(4)


def next_tick(now: datetime, last: str) -> str:
    """The tick after `last`: at `now`, or just beyond `last` where the clock has not passed it.

    A local write therefore beats everything its writer has seen, also when the clock jumps back.
    """
    wall = int(now.timestamp() * 1000)
    milliseconds, _, counter = last.partition("-")
    seen, count = int(milliseconds, 16), int(counter, 16)
    if wall > seen:
        return _tick(wall, 0)
    if count < _LAST_COUNT:
        return _tick(seen, count + 1)
    return _tick(seen + 1, 0)


def later(tick: str, stamp: str) -> str:
    """The later of `tick` and the tick of `stamp`: what a replica remembers of what it has seen."""
    return max(tick, tick_of(stamp))


def tick_of(stamp: str) -> str:
    """The milliseconds and counter of a stamp, without its replica."""
    return stamp[:17]


def replica_of(stamp: str) -> str:
    """The replica that wrote a stamp."""
    return stamp[18:]


def moment_of(stamp: str) -> datetime:
    """When a stamp was made, by the clock of whoever made it; the last moment that has a date where
    it is later than that.
    """
    return datetime.fromtimestamp(min(int(stamp[:12], 16) / 1000, _END), UTC)


def stamp(tick: str, replica: str) -> str:
    """The stamp of `replica` at `tick`."""
    return f"{tick}-{replica}"


def _tick(milliseconds: int, count: int) -> str:
    return f"{max(milliseconds, 0):012x}-{count:04x}"
