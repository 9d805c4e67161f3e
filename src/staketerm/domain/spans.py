"""Lengths of time and whole months or years, as people say them in English and Dutch."""

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from staketerm.domain.day_words import MONTHS, ONE, UNITS
from staketerm.domain.errors import UsageError
from staketerm.domain.text import fold, plain_line
from staketerm.locale import _

_SHORT = re.compile(r"(\d{1,6})([a-z]+)")
_COUNT = re.compile(r"\d{1,6}")
_MONTH = re.compile(r"(\d{4})-(\d\d?)")
_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time: `count` (0 or more) of "day", "week", "month" or "year"."""

    count: int
    unit: str

    def after(self, day: date) -> date:
        """The day this long after `day`; raises `UsageError` beyond the years 1 to 9999."""
        return _moved(day, self.count, self.unit)

    def before(self, day: date) -> date:
        """The day this long before `day`; raises `UsageError` beyond the years 1 to 9999."""
        return _moved(day, -self.count, self.unit)


def parse_span(text: str) -> Span:
    """The length of time that `text` says: "30d", "2 weken", "a month".

    Raises `UsageError` for anything else.
    """
    span = span_of(fold(plain_line(text)).split())
    if span is None:
        message = _("'{text}' is no length of time; such as {example}")
        raise UsageError(message.format(text=plain_line(text), example="10d, 2w, 3m"))
    return span


def span_of(words: Sequence[str]) -> Span | None:
    """The span that all of the folded `words` say, None if they say none."""
    if len(words) == 1 and (match := _SHORT.fullmatch(words[0])):
        number, unit = match[1], match[2]
    elif len(words) == 2:
        number, unit = words
    else:
        return None
    if unit not in UNITS or not (number in ONE or _COUNT.fullmatch(number)):
        return None
    return Span(1 if number in ONE else int(number), UNITS[unit])


def period(text: str) -> tuple[date, date] | None:
    """First and last day of the month or year that `text` says, None if it says neither.

    A month carries its year: "2026-09", "sep 2026", "september 2026"; a year is four digits.
    """
    words = fold(plain_line(text)).split()
    match words:
        case [year] if _YEAR.fullmatch(year) and int(year):
            return date(int(year), 1, 1), date(int(year), 12, 31)
        case [month] if found := _MONTH.fullmatch(month):
            return _month(int(found[1]), int(found[2]))
        case [name, year] if name in MONTHS and _YEAR.fullmatch(year):
            return _month(int(year), MONTHS[name])
    return None


def _month(year: int, month: int) -> tuple[date, date] | None:
    """First and last day of a month, None if there is no such month."""
    if not (1 <= month <= 12 and year):
        return None
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _moved(day: date, count: int, unit: str) -> date:
    """The day `count` units after `day`; a month too short for it gives its last day."""
    try:
        if unit in ("day", "week"):
            return day + timedelta(days=count * (7 if unit == "week" else 1))
        months = day.year * 12 + day.month - 1 + count * (12 if unit == "year" else 1)
        year, month = months // 12, months % 12 + 1
        return date(year, month, min(day.day, monthrange(year, month)[1]))
    except (OverflowError, ValueError):
        raise UsageError(_("that lies beyond the calendar")) from None
