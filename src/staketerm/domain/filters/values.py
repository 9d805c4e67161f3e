"""The values of a filter: a text, a choice, a number, days or a length of time, by the field."""

import re
from datetime import date
from difflib import get_close_matches

from staketerm.domain.days import parse_day
from staketerm.domain.errors import UsageError
from staketerm.domain.filters.choices import Choices
from staketerm.domain.filters.fields import (
    FIELDS,
    Choice,
    Day,
    Number,
    Presence,
    Quiet,
    Texts,
    YesNo,
)
from staketerm.domain.filters.tree import Compared, Days, Is, Option, Order, Value
from staketerm.domain.spans import Span, parse_span, period
from staketerm.domain.text import fold
from staketerm.locale import _, language

_NUMBER = re.compile(r"[+-]?(\d{1,6}(\.\d{1,4})?|\.\d{1,4})")
_YES = frozenset(("yes", "ja", "open"))
_NO = frozenset(("no", "nee", "none", "geen"))


def value_of(field: str, typed: str, today: date) -> Value:
    """The value that `typed` names for `field`; raises `UsageError` for one it cannot have."""
    match FIELDS[field].reading:
        case Texts():
            return typed
        case Choice(choices, _read, measure):
            if measure and _NUMBER.fullmatch(typed):
                return float(typed)
            return _choice(field, choices, typed)
        case Number():
            return _number(field, typed)
        case Day(_read, toward):
            if said := period(typed):
                return Days(*said)
            if span := _span(typed, today):
                return span
            day = parse_day(typed, today, toward=toward)
            return Days(day, day)
        case Quiet():
            span = parse_span(typed)
            span.before(today)
            return span
        case YesNo() | Presence():
            raise UsageError(_no_order(field))


def count_option(field: str, typed: str) -> Option | None:
    """`ask:open` and `ask:no` for a field that counts; None for everything else."""
    reading = FIELDS[field].reading
    if not (isinstance(reading, Number) and reading.counts):
        return None
    if fold(typed) in _YES:
        return Compared(Order.MORE, 0.0)
    return Is(0.0) if fold(typed) in _NO else None


def yes_or_no(field: str, typed: str) -> bool:
    """Whether `typed` is a yes; raises `UsageError` when it is neither yes nor no."""
    if fold(typed) in _YES | _NO:
        return fold(typed) in _YES
    name = FIELDS[field].shown(language())
    raise UsageError(_("{field} is yes or no, not '{typed}'").format(field=name, typed=typed))


def check_order(field: str, *values: Value | None) -> None:
    """Raise `UsageError` where `field` has no order, or the ends of a range are unlike."""
    reading = FIELDS[field].reading
    unordered = isinstance(reading, Choice) and not reading.choices.ordered
    if isinstance(reading, Texts | YesNo | Presence) or unordered:
        raise UsageError(_no_order(field))
    if len({type(value) for value in values if value is not None}) != 1:
        name = FIELDS[field].shown(language())
        raise UsageError(_("{field}: both ends of a range must be alike").format(field=name))


def _no_order(field: str) -> str:
    name = FIELDS[field].shown(language())
    return _("{field} has no order; name the values: {field}:one,other").format(field=name)


def _choice(field: str, choices: Choices, typed: str) -> str:
    """The id that `typed` names; raises `UsageError` that offers the nearest or names them all."""
    if id := choices.id_of(typed):
        return id
    name = FIELDS[field].shown(language())
    shown = {choices.shown(id, spoken): id for id in choices.words for spoken in ("en", "nl")}
    if near := get_close_matches(fold(typed), shown, n=1):
        raise UsageError(
            _("{field} has no '{typed}'; {near}?").format(field=name, typed=typed, near=near[0])
        )
    known = " ".join(choices.shown(id, language()) for id in choices.words)
    raise UsageError(
        _("{field} has no '{typed}'; there are {known}").format(
            field=name, typed=typed, known=known
        )
    )


def _number(field: str, typed: str) -> float:
    if _NUMBER.fullmatch(typed):
        return float(typed)
    name = FIELDS[field].shown(language())
    raise UsageError(_("{field}: '{typed}' is no number").format(field=name, typed=typed))


def _span(typed: str, today: date) -> Span | None:
    """The length of time that `typed` says, if it is one; it must stay within the calendar."""
    try:
        span = parse_span(typed)
    except UsageError:
        return None
    span.before(today)
    span.after(today)
    return span
