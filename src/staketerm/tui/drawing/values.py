"""Days and counts as they stand on screen; `staketerm.domain.phrases` has the points and shares."""

from datetime import date

from staketerm.domain.day_words import say_day
from staketerm.domain.phrases import decimal
from staketerm.locale import _, language


def week_day(day: date, today: date) -> str:
    """ "Tue 24 Nov", with the year where it is another."""
    return say_day(day, today, language())


def full_day(day: date) -> str:
    """ "Tue 24 Nov 2026"."""
    return f"{say_day(day, day, language())} {day.year}"


def days_ago(day: date | None, today: date) -> str:
    """ "20 d": the days from `day` to `today`; empty where nothing happened yet."""
    return "" if day is None else _("{n} d").format(n=(today - day).days)


def signed(value: float, places: int = 1) -> str:
    """A share with the sign of its side: +2.77, -4.1."""
    return ("-" if value < 0 else "+") + decimal(abs(value), places)


def count(number: int) -> str:
    """A whole number with the language's mark between thousands: 10,000 or 10.000."""
    text = f"{number:,}"
    return text.replace(",", ".") if language() == "nl" else text
