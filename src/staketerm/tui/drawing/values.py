"""Days and counts as they stand on screen; `staketerm.domain.phrases` has points and shares.

That module is not imported here: the first frame needs none of the model behind it.
"""

from datetime import date

from staketerm.domain.day_words import say_day
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


def count(number: int) -> str:
    """A whole number with the language's mark between thousands: 10,000 or 10.000."""
    text = f"{number:,}"
    return text.replace(",", ".") if language() == "nl" else text


def number(many: int) -> str:
    """Small numbers in words, as people write them."""
    words = {
        "en": ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
        "nl": ("geen", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"),
    }.get(language(), ())
    return words[many] if many < len(words) else str(many)
