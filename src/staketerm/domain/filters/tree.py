"""What a filter says, parsed once: frozen values that compare, hash and can be shown again."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from staketerm.domain.spans import Span


class Order(StrEnum):
    """On which side of a value."""

    LESS = "<"
    MORE = ">"
    AT_MOST = "<="
    AT_LEAST = ">="


@dataclass(frozen=True, slots=True)
class Days:
    """The days from `first` to `last`, both included: one day, a month or a year."""

    first: date
    last: date


Value = str | float | Days | Span
"""A text or the id of a choice, a number, days, or a length of time counted from today."""


@dataclass(frozen=True, slots=True)
class Is:
    """`field:value`: has it, is it, or (for a length of time) lies within it."""

    value: Value


@dataclass(frozen=True, slots=True)
class Compared:
    """`field>value` and the like."""

    order: Order
    value: Value


@dataclass(frozen=True, slots=True)
class Between:
    """`field:low..high`, both included; None is an open end, never both."""

    low: Value | None
    high: Value | None


Option = Is | Compared | Between


@dataclass(frozen=True, slots=True)
class Word:
    """A bare word, as typed: in the name, the organisation, a tag or a note."""

    text: str


@dataclass(frozen=True, slots=True)
class Flag:
    """A field that holds or not: an alarm stands, there is a gap, a window is open."""

    field: str


@dataclass(frozen=True, slots=True)
class Has:
    """Something is told or known of the field."""

    field: str


@dataclass(frozen=True, slots=True)
class Term:
    """A field of which one of `options` holds."""

    field: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """What `part` leaves out."""

    part: "Filter"


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds; without parts everybody fits."""

    parts: tuple["Filter", ...]


@dataclass(frozen=True, slots=True)
class Either:
    """At least one part holds."""

    parts: tuple["Filter", ...]


Filter = Word | Flag | Has | Term | Not | All | Either
"""A parsed filter."""


def fields_of(tree: Filter) -> frozenset[str]:
    """The ids of the fields that a filter asks about."""
    match tree:
        case Flag(field) | Has(field) | Term(field):
            return frozenset({field})
        case Not(part):
            return fields_of(part)
        case All(parts) | Either(parts):
            return frozenset[str]().union(*map(fields_of, parts))
        case Word():
            return frozenset()
