"""Days as other programs write them; the order of day and month is judged for a whole file."""

import re
from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from staketerm.domain.day_words import MONTHS
from staketerm.domain.text import fold
from staketerm.locale import _

_TIME = re.compile(r"[t ]\d{1,2}:\d{2}.*$")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_NUMERIC = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})")
_DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th|e)?[ .-]+([a-z]+)[ .,-]+(\d{4}|\d{2})")
_MONTH_DAY = re.compile(r"([a-z]+)[ .]+(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4}|\d{2})")
_CENTURY_TURN = 70  # two-digit years from here on are of the last century


class NoDay(ValueError):
    """A cell that is no day; the message says why, for the person."""


class Order(StrEnum):
    """What comes first in 3/4/2026."""

    DAY = "day"
    MONTH = "month"
    OPEN = "open"


def order_of(values: Iterable[str], habit: Order = Order.OPEN) -> Order:
    """What comes first in the days of a file: a value that can only be one way tells, else its
    `habit`."""
    for value in values:
        match = _NUMERIC.fullmatch(_bare(value))
        if match is None:
            continue
        if match[2] == "." or int(match[1]) > 12:
            return Order.DAY
        if int(match[3]) > 12:
            return Order.MONTH
    return habit


def read_day(text: str, order: Order) -> date:
    """The day that a cell tells; raises `NoDay` where it tells none, or one of two."""
    bare = _bare(text)
    if match := _ISO.fullmatch(bare):
        return _day(match[1], match[2], match[3])
    if match := _NUMERIC.fullmatch(bare):
        first, second = match[1], match[3]
        if order is Order.OPEN and match[2] != "." and first != second:
            raise NoDay(_("day or month first? write the day as 2026-03-31"))
        if order is Order.MONTH and match[2] != ".":
            first, second = second, first
        return _day(match[4], second, first)
    if match := _DAY_MONTH.fullmatch(bare):
        return _day(match[3], match[2], match[1])
    if match := _MONTH_DAY.fullmatch(bare):
        return _day(match[3], match[1], match[2])
    raise NoDay(_("this is no day; write it as 2026-03-31"))


def _bare(text: str) -> str:
    return _TIME.sub("", " ".join(fold(text).split()))


def _day(year: str, month: str, day: str) -> date:
    number = int(month) if month.isdecimal() else MONTHS.get(month, 0)
    whole = int(year)
    if len(year) == 2:
        whole += 1900 if whole >= _CENTURY_TURN else 2000
    try:
        return date(whole, number, int(day))
    except ValueError:
        raise NoDay(_("there is no such day")) from None
