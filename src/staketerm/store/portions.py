"""Many things, some at a time: what one statement, or one call of the driver, can take."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")

FEW = 400
"""Ids that one statement names: SQLite takes a bounded number of values in it."""


def portions(items: Iterable[T], size: int = FEW) -> Iterator[list[T]]:
    """The items in their order, so many at a time."""
    rest = iter(items)
    while portion := list(islice(rest, size)):
        yield portion
