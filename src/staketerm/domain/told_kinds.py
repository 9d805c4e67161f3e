"""A kind as a setting tells it: what was made of a built-in one, or one of a person's own.

The value is an object with some of `KIND_FIELDS`, of a built-in kind with what differs; null for a
kind as it is built in, and for no such kind of one's own.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from staketerm.domain.catalogue import CATALOGUE
from staketerm.domain.errors import UsageError
from staketerm.domain.signals import Kind, Weight

WORD_FIELDS = ("english", "dutch", "retired")
"""What a setting says of a kind that moves no position."""

KIND_FIELDS = (
    "points",
    "effort",
    "weight",
    "contact",
    "stated",
    "champions",
    "blocks",
    *WORD_FIELDS,
)
"""What a setting may say of a kind; the rest follows from the built-in one."""


def kind_told(id: str, value: Any) -> Kind | None:
    """A kind as its setting tells it: a built-in one changed, or one of the person's own; None for
    none, and for what cannot be read.
    """
    if not isinstance(value, Mapping):
        return None
    fields: dict[str, Any] = {name: value[name] for name in KIND_FIELDS if name in value}
    if not all(isinstance(fields.get(label, ""), str) for label in ("english", "dutch")):
        return None
    built_in = CATALOGUE.get(id)
    try:
        if "weight" in fields:
            fields["weight"] = Weight(fields["weight"])
        if built_in is not None:
            fields |= {f"short_{name}": "" for name in ("english", "dutch") if name in fields}
            return replace(built_in, **fields)
        own = {"effort": 1.0, "weight": Weight.DEED, "contact": True, "dutch": fields["english"]}
        return Kind(id=id, **{**own, **fields})
    except (UsageError, TypeError, ValueError, KeyError):
        return None


def told_of(kind: Kind) -> dict[str, Any] | None:
    """What the setting of a kind says of it; None for a built-in one as it is built in."""
    built_in = CATALOGUE.get(kind.id)
    told = {
        name: getattr(kind, name)
        for name in KIND_FIELDS
        if built_in is None or getattr(kind, name) != getattr(built_in, name)
    }
    return told or None


def weighs_the_same(one: Kind, other: Kind) -> bool:
    """Whether two kinds count the same, whatever they are called and whether they are offered."""
    return all(
        getattr(one, name) == getattr(other, name)
        for name in KIND_FIELDS
        if name not in WORD_FIELDS
    )
