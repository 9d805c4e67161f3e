"""Every option of a filter that compares becomes an interval of numbers, both ends included.

Numbers stand for themselves, choices for their rank, days for their ordinal.
"""

from collections.abc import Callable, Iterable
from datetime import date
from math import inf, nextafter

from staketerm.domain.days import Toward
from staketerm.domain.filters.tree import Between, Compared, Days, Is, Option, Order, Value
from staketerm.domain.spans import Span

Interval = tuple[float, float]

_FLIPPED = {
    Order.LESS: Order.MORE,
    Order.MORE: Order.LESS,
    Order.AT_MOST: Order.AT_LEAST,
    Order.AT_LEAST: Order.AT_MOST,
}


def interval(option: Option, ends: Callable[[Value], Interval]) -> Interval:
    """The numbers for which `option` holds; `ends` gives the first and last number of a value."""
    match option:
        case Is(value):
            return ends(value)
        case Compared(Order.LESS, value):
            return -inf, nextafter(ends(value)[0], -inf)
        case Compared(Order.MORE, value):
            return nextafter(ends(value)[1], inf), inf
        case Compared(Order.AT_MOST, value):
            return -inf, ends(value)[1]
        case Compared(Order.AT_LEAST, value):
            return ends(value)[0], inf
        case Between(low, high):
            first = ends(low) if low is not None else (-inf, -inf)
            last = ends(high) if high is not None else (inf, inf)
            return min(first[0], last[0]), max(first[1], last[1])
    raise TypeError(option)


def within(intervals: Iterable[Interval], number: float) -> bool:
    """Whether `number` lies in one of the intervals."""
    for low, high in intervals:  # noqa: SIM110 (written out because it runs for every row)
        if low <= number <= high:
            return True
    return False


def itself(value: Value) -> Interval:
    """The ends of a number."""
    if isinstance(value, float):
        return value, value
    raise TypeError(value)


def ordinals(value: Value) -> Interval:
    """The ends of days, as ordinals."""
    if isinstance(value, Days):
        return value.first.toordinal(), value.last.toordinal()
    raise TypeError(value)


def dated(option: Option, today: date, toward: Toward) -> Option:
    """`option` with each length of time made a day, counted from `today` in that direction.

    Less than a length of time is nearer to today; within one is up to today when it lies in the
    past, and everything up to its end, late or not, when it lies ahead.
    """
    match option:
        case Is(Span() as span) if toward == "past":
            return Between(_away(span, today, toward), Days(today, today))
        case Is(Span() as span):
            return Compared(Order.AT_MOST, _away(span, today, toward))
        case Compared(order, Span() as span):
            flipped = _FLIPPED[order] if toward == "past" else order
            return Compared(flipped, _away(span, today, toward))
        case Between(low, high) if isinstance(low, Span) or isinstance(high, Span):
            near = _away(low, today, toward) if isinstance(low, Span) else None
            far = _away(high, today, toward) if isinstance(high, Span) else None
            return Between(far, near) if toward == "past" else Between(near, far)
    return option


def _away(span: Span, today: date, toward: Toward) -> Days:
    day = span.before(today) if toward == "past" else span.after(today)
    return Days(day, day)
