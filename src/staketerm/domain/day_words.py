"""The words for days, months and spans of time in English and Dutch, and a day as it is shown."""

from datetime import date

MONDAY_FIRST = {
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    "nl": ("ma", "di", "wo", "do", "vr", "za", "zo"),
}
"""Weekdays as shown, by language."""

JANUARY_FIRST = {
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    "nl": ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"),
}
"""Months as shown, by language."""


def _numbered(start: int, *names: str) -> dict[str, int]:
    """Every blank-separated word of the n-th of `names` with the number `start` + n."""
    return {word: n for n, words in enumerate(names, start) for word in words.split()}


WEEKDAYS = _numbered(
    0,
    "monday mon maandag maa ma",
    "tuesday tues tue dinsdag din di",
    "wednesday wed woensdag woe wo",
    "thursday thurs thur thu donderdag don do",
    "friday fri vrijdag vrij vr",
    "saturday sat zaterdag zat za",
    "sunday sun zondag zon zo",
)
"""Weekdays as typed, folded; Monday is 0."""

MONTHS = _numbered(
    1,
    "january januari jan",
    "february februari feb febr",
    "march maart mar mrt",
    "april apr",
    "may mei",
    "june juni jun",
    "july juli jul",
    "august augustus aug",
    "september sept sep",
    "october oktober oct okt",
    "november nov",
    "december dec",
)
"""Months as typed, folded; January is 1."""

NEAR_DAYS = {
    "today": 0,
    "vandaag": 0,
    "yesterday": -1,
    "gisteren": -1,
    "day before yesterday": -2,
    "the day before yesterday": -2,
    "eergisteren": -2,
    "tomorrow": 1,
    "morgen": 1,
    "day after tomorrow": 2,
    "the day after tomorrow": 2,
    "overmorgen": 2,
}
"""Names of days around today, folded, with their distance from it in days."""

UNITS = {
    **dict.fromkeys(("d", "day", "days", "dag", "dagen"), "day"),
    **dict.fromkeys(("w", "wk", "week", "weeks", "weken"), "week"),
    **dict.fromkeys(("m", "mo", "month", "months", "maand", "maanden", "mnd"), "month"),
    **dict.fromkeys(("y", "yr", "year", "years", "j", "jr", "jaar", "jaren"), "year"),
}
"""Units of a span as typed, folded: day, week, month or year."""

ONE = frozenset(("a", "an", "one", "een"))
"""Words for one in a span ("a week ago", "een maand geleden")."""

BEFORE = frozenset(("last", "past", "vorige", "vorig", "afgelopen", "laatste"))
"""Words that turn a weekday to the past."""

AFTER = frozenset(("next", "coming", "volgende", "komende", "aanstaande"))
"""Words that turn a weekday to the future."""

NEXT = frozenset(("next", "volgende"))
"""Words that turn a week or a month to the one after this. "Komende week" is none of them: it may
be the seven days from today."""


def say_day(day: date, today: date, language: str) -> str:
    """`day` as it is shown: "Tue 24 Nov" or "di 24 nov", the year only when it is not this one."""
    months = JANUARY_FIRST.get(language, JANUARY_FIRST["en"])
    weekdays = MONDAY_FIRST.get(language, MONDAY_FIRST["en"])
    said = f"{weekdays[day.weekday()]} {day.day} {months[day.month - 1]}"
    return said if day.year == today.year else f"{said} {day.year:04}"


def say_days(first: date, last: date, today: date, language: str) -> str:
    """Days as they are shown: "Thu 24 Dec - Sat 2 Jan 2027"; a single one stands once."""
    days = dict.fromkeys(say_day(day, today, language) for day in (first, last))
    return " - ".join(days)
