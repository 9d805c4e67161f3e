"""Cells that somebody leaves empty in what they give, because what they hold is not shared.

Such a cell carries the stamp of what it really holds. So of two versions with one stamp the empty
one says nothing: what the other says is what both are (storage-sync 1.7).
"""

from dataclasses import replace
from typing import Any, TypeVar

from staketerm.exchange.sync.scope import FREE_TEXT, pointing
from staketerm.store.records import Row
from staketerm.store.restamp import stamp_of
from staketerm.store.shapes import shape_of

R = TypeVar("R", bound=Row)


def says_what_can_be_withheld(row: Row) -> bool:
    """Whether a row holds anything that another version of the same stamp may leave empty."""
    return any(getattr(row, name) for name in _cells(row))


def filled(mine: R, theirs: R) -> tuple[R, R]:
    """Both versions of a row, each with what it leaves empty and the other says, of one stamp."""
    by_field = shape_of(type(mine)).field_stamped
    here: dict[str, Any] = {}
    there: dict[str, Any] = {}
    for name in _cells(mine):
        ours, other = getattr(mine, name), getattr(theirs, name)
        cell = name if by_field else None
        if bool(ours) == bool(other) or stamp_of(mine, cell) != stamp_of(theirs, cell):
            continue
        if ours:
            there[name] = ours
        else:
            here[name] = other
    return replace(mine, **here) if here else mine, replace(theirs, **there) if there else theirs


def _cells(row: Row) -> tuple[str, ...]:
    """The cells of a row that can be withheld."""
    return (*pointing(row.table), *FREE_TEXT.get(row.table, ()))
