"""Ids of rows that somebody types: UUIDs of version 7 (RFC 9562), in the order of their making."""

import secrets
import threading
from uuid import UUID

from staketerm.store.clock import Clock

_COUNTER_BITS = 42  # 12 in the field rand_a, 30 in the head of rand_b, as CPython 3.14 does
_RANDOM_BITS = 32


class Ids:
    """A source of ids for one journal; safe from several threads.

    Each id is greater than the one before, also when the clock stands still or jumps back. An id
    tells the millisecond of its making.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._guard = threading.Lock()
        self._milliseconds = 0
        self._counter = 0

    def new(self) -> str:
        """A new id as text."""
        wall = int(self._clock.now().timestamp() * 1000)
        with self._guard:
            if wall > self._milliseconds:
                self._milliseconds = wall
                self._counter = secrets.randbits(_COUNTER_BITS - 1)
            else:
                self._counter += 1
                if self._counter >> _COUNTER_BITS:
                    self._milliseconds += 1
                    self._counter = secrets.randbits(_COUNTER_BITS - 1)
            return _text(self._milliseconds, self._counter)


def _text(milliseconds: int, counter: int) -> str:
    high, low = counter >> 30, counter & ((1 << 30) - 1)
    value = milliseconds << 80 | 7 << 76 | high << 64 | 2 << 62 | low << 32
    return str(UUID(int=value | secrets.randbits(_RANDOM_BITS)))
