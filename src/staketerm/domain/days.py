"""Days as people say them, in English and Dutch (design section 6, libraries 8).

ISO dates come first and mean one thing. Everything else is read from `today`; where the words leave
a direction open, `toward` decides: the past when something is logged, the future when it is
planned. What can mean two days is never guessed: it is a question that names both.

A week begins on Monday: "next week" is its Monday, and "next month" its first day.
"""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal

from staketerm.domain.day_words import (
    AFTER,
    BEFORE,
    MONTHS,
    NEAR_DAYS,
    NEXT,
    UNITS,
    WEEKDAYS,
    say_day,
)
from staketerm.domain.errors import Ambiguous, UsageError
from staketerm.domain.spans import Span, span_of
from staketerm.domain.text import fold, plain_line
from staketerm.locale import _, language

Toward = Literal["past", "future"]

LONGEST = 5
"""The most words a day takes, as in "mon 24 of nov 2026"."""

_HALF_YEAR = timedelta(days=183)
_WEEK = timedelta(days=7)

_ISO = re.compile(r"(\d{4})([-/])(\d\d?)\2(\d\d?)")
_NUMERIC = re.compile(r"(\d\d?)([/.-])(\d\d?)(?:\2(\d{4}|\d\d))?")
_DAY_NUMBER = re.compile(r"(\d\d?)(?:st|nd|rd|th|e|ste|de)?")
_YEAR = re.compile(r"'?(\d{4}|\d\d)")

_Date = tuple[int | None, int, int]
"""Year (None: not said), month and day of the month."""


class NotADay(UsageError):
    """The words say no day at all, unlike those that say a day which does not exist."""


def parse_day(text: str, today: date, *, toward: Toward = "past") -> date:
    """The day that `text` says.

    Raises `UsageError` for what is no day, and `Ambiguous` (a `UsageError`) for what can mean two:
    the message asks, the candidates are both days as shown.
    """
    days = readings(text, today, toward=toward)
    if len(days) == 1:
        return days[0]
    raise Ambiguous(
        question(text, days, today), tuple(say_day(day, today, language()) for day in days)
    )


def readings(text: str, today: date, *, toward: Toward = "past") -> tuple[date, ...]:
    """Every day that `text` can mean, the likelier first: one when it is clear, else two or more.

    Raises `NotADay` for what is no day at all, `UsageError` for one that does not exist.
    """
    words = _words(text)
    found = _iso(words) or _near(words, today, toward) or _dated(words, today, toward)
    if found is None:
        raise NotADay(_no_day(plain_line(text), words))
    return found


def is_of_more_days(text: str) -> bool:
    """Whether the words name a week or a month, of which the day is the first."""
    return _next_period(_words(text), date.min) is not None


def question(text: str, days: tuple[date, ...], today: date) -> str:
    """The question that names every reading of `text`, in the language spoken now."""
    if days[0] == today and len(days) == 2:
        ask = _("{text}: today {day1}, or {day2}?")
    else:
        ask = _("{text}: {day1} or {day2}?")
    *others, last = (say_day(day, today, language()) for day in days)
    return ask.format(text=plain_line(text), day1=", ".join(others), day2=last)


def _words(text: str) -> tuple[str, ...]:
    """The words, folded, without the full stops behind them."""
    folded = fold(plain_line(text)).replace(",", " ")
    return tuple(word.rstrip(".") or word for word in folded.split())


def _no_day(shown: str, words: tuple[str, ...]) -> str:
    """Why the words are no day."""
    if len(words) == 1 and words[0].isdecimal():
        return _("'{text}' lacks its month; such as {example}").format(
            text=shown, example=_("10 nov")
        )
    if words and words[0] in MONTHS:
        return _("'{text}' is a month; which day of it?").format(text=shown)
    return _("'{text}' is no day; such as {example}").format(
        text=shown, example=_("2026-11-24, 24 nov, yesterday, 3d ago, next fri")
    )


def _iso(words: tuple[str, ...]) -> tuple[date] | None:
    """The day of an ISO date alone; the year first leaves no doubt with slashes either."""
    if len(words) == 1 and (match := _ISO.fullmatch(words[0])):
        return (_existing(int(match[1]), int(match[3]), int(match[4])),)
    return None


def _existing(year: int, month: int, day: int) -> date:
    """That date; raises `UsageError` when there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        shown = f"{year:04}-{month:02}-{day:02}"
        raise UsageError(_("there is no such day: {day}").format(day=shown)) from None


def _near(words: tuple[str, ...], today: date, toward: Toward) -> tuple[date, ...] | None:
    """Days told by their distance: `gisteren`, `3d ago`, `over 2 weken`, `fri`, `next fri`."""
    if not words:
        return None
    distance = NEAR_DAYS.get(" ".join(words))
    if distance is not None:
        return (today + timedelta(days=distance),)
    if day := _distant(words, today, toward):
        return (day,)
    if len(words) == 1 and words[0] in WEEKDAYS:
        return _weekday(WEEKDAYS[words[0]], today, toward)
    if day := _turned_weekday(words, today):
        return (day,)
    return _next_period(words, today)


def _distant(words: tuple[str, ...], today: date, toward: Toward) -> date | None:
    """`3d ago`, `3 dagen geleden`, `in 2 weeks`, `over 2 weken`, `+2w`, `-3d`, `3d`."""
    sign = words[0][0]
    back = toward == "past"
    if words[-1] in ("ago", "geleden"):
        words, back = words[:-1], True
    elif words[0] in ("in", "over"):
        words, back = words[1:], False
    elif sign in "+-":
        words, back = (words[0][1:], *words[1:]), sign == "-"
    span = span_of(words)
    if span is None:
        return None
    return span.before(today) if back else span.after(today)


def _weekday(weekday: int, today: date, toward: Toward) -> tuple[date, ...]:
    """The nearest such day in the direction; where it is today's name, today and that day."""
    if weekday == today.weekday():
        return (today, today - _WEEK if toward == "past" else today + _WEEK)
    if toward == "past":
        return (today - timedelta(days=(today.weekday() - weekday) % 7),)
    return (today + timedelta(days=(weekday - today.weekday()) % 7),)


def _turned_weekday(words: tuple[str, ...], today: date) -> date | None:
    """`next fri`, `vorige vrijdag`: never today. `vrijdag vorige week`: of the week before."""
    match words:
        case [turn, name] if name in WEEKDAYS:
            away = 0
        case [turn, "week", name] | [name, turn, "week"] if name in WEEKDAYS:
            away = 7
        case _:
            return None
    weekday = WEEKDAYS[name]
    if turn not in BEFORE | AFTER:
        return None
    if away:
        monday = today - timedelta(days=today.weekday())
        return monday + (_WEEK if turn in AFTER else -_WEEK) + timedelta(days=weekday)
    if turn in AFTER:
        return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
    return today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1)


def _next_period(words: tuple[str, ...], today: date) -> tuple[date, ...] | None:
    """`next week`: its Monday; `volgende maand`: the first of it. On a Sunday the week may be the
    one that begins tomorrow or the one after, for not everybody's week begins on Monday."""
    match words:
        case [turn, unit] if turn in NEXT and UNITS.get(unit) == "month":
            return (Span(1, "month").after(today.replace(day=1)),)
        case [turn, unit] if turn in NEXT and UNITS.get(unit) == "week":
            monday = Span(7 - today.weekday(), "day").after(today)
            on_sunday = today.weekday() == WEEKDAYS["sunday"]
            return (monday, Span(1, "week").after(monday)) if on_sunday else (monday,)
    return None


def _dated(words: tuple[str, ...], today: date, toward: Toward) -> tuple[date, ...] | None:
    """Days told by their date, with or without a weekday and a year: `24 nov`, `di 31/12/2026`."""
    weekday = WEEKDAYS.get(words[0]) if words else None
    dates = _dates(words if weekday is None else words[1:])
    if not dates:
        return None
    if weekday is None:
        return tuple(dict.fromkeys(_of_year(date_, today, toward) for date_ in dates))
    return _agreeing(weekday, dates, today)


def _dates(words: tuple[str, ...]) -> tuple[_Date, ...]:
    """Every date that the words can mean: two for `3/4`, none for words that are no date."""
    match words:
        case [number] if iso := _ISO.fullmatch(number):
            return ((int(iso[1]), int(iso[3]), int(iso[4])),)
        case [number] if found := _NUMERIC.fullmatch(number):
            year = _full_year(found[4])
            first, second = int(found[1]), int(found[3])
            both = ((year, second, first), (year, first, second))
            possible = tuple(dict.fromkeys(d for d in both if 1 <= d[1] <= 12))
            return possible or both[:1]
        case [number, "of", *rest]:
            return _dates((number, *rest))
        case [name, number, *rest] if name in MONTHS:
            return _month_day(MONTHS[name], number, rest)
        case [number, name, *rest] if name in MONTHS:
            return _month_day(MONTHS[name], number, rest)
    return ()


def _month_day(month: int, number: str, rest: list[str]) -> tuple[_Date, ...]:
    """The date of a named month: `rest` is its year or nothing."""
    day = _DAY_NUMBER.fullmatch(number)
    year = _YEAR.fullmatch(rest[0]) if len(rest) == 1 else None
    if day is None or (rest and year is None):
        return ()
    return ((_full_year(year and year[1]), month, int(day[1])),)


def _full_year(year: str | None) -> int | None:
    """The year that was written; two digits are of this century."""
    if year is None:
        return None
    return int(year) if len(year) == 4 else 2000 + int(year)


def _of_year(said: _Date, today: date, toward: Toward) -> date:
    """The day of a date; without a year the nearest in the direction, today included.

    Raises `UsageError` when there is no such day.
    """
    year, month, day = said
    if year is not None:
        return _existing(year, month, day)
    step = -1 if toward == "past" else 1
    for candidate in _in_years(month, day, range(today.year, today.year + 9 * step, step)):
        if candidate == today or (candidate < today) == (toward == "past"):
            return candidate
    return _existing(today.year, month, day)


def _in_years(month: int, day: int, years: Iterable[int]) -> Iterable[date]:
    """That day of each of the `years` that has it."""
    for year in years:
        try:
            yield date(year, month, day)
        except ValueError:
            continue


def _agreeing(weekday: int, dates: tuple[_Date, ...], today: date) -> tuple[date, ...]:
    """The day of `dates` that falls on `weekday`; if none does, the date and the weekday by it.

    Without a year it is this year's (as `say_day` writes it) or one less than half a year away.
    """
    candidates = []
    for year, month, day in dates:
        if year is not None:
            candidates.append(_existing(year, month, day))
            continue
        around = (today.year, today.year - 1, today.year + 1)
        days = list(_in_years(month, day, around)) or [_existing(today.year, month, day)]
        candidates += [d for d in days if d.year == today.year or abs(d - today) < _HALF_YEAR]
    fitting = tuple(dict.fromkeys(d for d in candidates if d.weekday() == weekday))
    if fitting:
        return fitting
    day_said = min(candidates, key=lambda d: abs(d - today))
    ahead = (weekday - day_said.weekday() + 3) % 7 - 3
    return tuple(sorted((day_said, day_said + timedelta(days=ahead))))
