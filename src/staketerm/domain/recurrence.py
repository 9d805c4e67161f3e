"""Days that come again by a rule (RFC 5545, 3.3.10): said in words, kept as rule text.

A rule has no start and no end of its own. It is counted from `ANCHOR`, so that "every second
Monday" means the same Mondays on every machine.
"""

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import lru_cache

from staketerm.domain.day_words import WEEKDAYS
from staketerm.domain.errors import UsageError
from staketerm.domain.text import fold
from staketerm.locale import _

ANCHOR = date(2024, 1, 1)
"""A Monday at the start of a leap year: rules with an interval are counted from here."""

LONGEST_INTERVAL = 60
"""No rule skips more periods than this."""

_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WORKDAYS = "MO,TU,WE,TH,FR"
_LAST_YEARS = datetime(9988, 1, 1)  # noqa: DTZ001  a rule that never happens ends the search soon
_FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_PARTS = frozenset(("FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "WKST"))

_EVERY = r"(?:every|each|elke|elk|iedere|ieder)"
_UNITS: Mapping[str, tuple[str, int]] = {
    **dict.fromkeys(("day", "days", "dag", "dagen"), ("DAILY", 1)),
    **dict.fromkeys(("week", "weeks", "weken"), ("WEEKLY", 1)),
    **dict.fromkeys(("fortnight",), ("WEEKLY", 2)),
    **dict.fromkeys(("month", "months", "maand", "maanden"), ("MONTHLY", 1)),
    **dict.fromkeys(("quarter", "quarters", "kwartaal", "kwartalen"), ("MONTHLY", 3)),
    **dict.fromkeys(("year", "years", "jaar", "jaren"), ("YEARLY", 1)),
}
_NAMED: Mapping[str, str] = {
    **dict.fromkeys(("daily", "dagelijks"), "FREQ=DAILY"),
    **dict.fromkeys(("weekly", "wekelijks"), "FREQ=WEEKLY"),
    **dict.fromkeys(("fortnightly", "biweekly", "tweewekelijks"), "FREQ=WEEKLY;INTERVAL=2"),
    **dict.fromkeys(("monthly", "maandelijks"), "FREQ=MONTHLY"),
    **dict.fromkeys(("quarterly", "per kwartaal"), "FREQ=MONTHLY;INTERVAL=3"),
    **dict.fromkeys(("yearly", "annually", "jaarlijks"), "FREQ=YEARLY"),
}
_NUMBERS: Mapping[str, int] = {
    **dict.fromkeys(("first", "1st", "eerste", "1e"), 1),
    **dict.fromkeys(("second", "2nd", "other", "tweede", "2e", "andere", "twee", "two"), 2),
    **dict.fromkeys(("third", "3rd", "derde", "3e", "drie", "three"), 3),
    **dict.fromkeys(("fourth", "4th", "vierde", "4e", "vier", "four"), 4),
    **dict.fromkeys(("last", "laatste"), -1),
}
_WORKING_DAY = r"(?:working ?day|workday|weekday|werkdag)s?"
_OF_MONTH = r"(?: (?:of|in) (?:the|each|every) month| van (?:de|elke) maand)?"
_END_OF_MONTH = re.compile(
    r"(?:at )?(?:the )?(?:end of (?:the |each )?month|einde?(?: van)? (?:de )?maand|maandeinde)"
)
_MONTH_DAY = re.compile(rf"(?:on |op )?(?:the |de )?(\d\d?)(?:st|nd|rd|th|e|ste|de)?{_OF_MONTH}")
_MONTH_WORKDAY = re.compile(rf"(?:on |op )?(?:the |de )?(\w+) {_WORKING_DAY}{_OF_MONTH}")
_MONTH_WEEKDAY = re.compile(
    r"(?:on |op )?(?:the |de )?(\w+) (\w+?)s?"
    r"(?: (?:of|in) (?:the|each|every) month| van (?:de|elke) maand)"
)
_EVERY_UNIT = re.compile(rf"(?:{_EVERY}|om de|per|once a|eens per) (?:(\w+) )?(\w+)")
_EVERY_WORKDAY = re.compile(rf"{_EVERY} {_WORKING_DAY}")
_EVERY_WEEKDAYS = re.compile(
    rf"(?:{_EVERY}|op|on|om de) (?:(\w+) )?((?:\w+)(?:(?:,| and| en|, and) ?\w+)*)"
)


def rule_of(words: str) -> str:
    """The rule that words or rule text say: "every second Monday" is
    `FREQ=WEEKLY;INTERVAL=2;BYDAY=MO`.

    Raises UsageError for words that say no rule, for parts that have no place in a rhythm (an end,
    a time of day), and for a rule that never happens, such as the 30th of February.
    """
    text = " ".join(words.split())
    rule = _canonical(text) if "=" in text else _from_words(fold(text).replace(".", ""))
    if rule is None:
        raise UsageError(
            _(
                "'{words}' is no rhythm; say it like 'every second Monday', "
                "'first working day of the month' or 'end of month'."
            ).format(words=text[:60])
        )
    if not _happens(rule):
        raise UsageError(
            _("'{words}' never happens; check its days and months.").format(words=text[:60])
        )
    return rule


@lru_cache(maxsize=256)
def occurrences(rule: str, first: date, last: date) -> tuple[date, ...]:
    """The days from `first` to `last`, both included, on which the rule falls; in order.

    `rule` is one that `rule_of` gave. Days before `ANCHOR` hold none.
    """
    from dateutil.rrule import rrulestr

    begun = datetime.combine(_start(rule, first), datetime.min.time())
    days = rrulestr(rule, dtstart=begun).between(
        datetime.combine(first, datetime.min.time()),
        datetime.combine(last, datetime.min.time()),
        inc=True,
    )
    return tuple(day.date() for day in days)


def _start(rule: str, first: date) -> date:
    """A day near `first` from which the rule counts as it does from the anchor: rules of one period
    can start anywhere, so that years of days need not be counted through.
    """
    parts = _parts(rule)
    if parts.get("INTERVAL", "1") != "1" or first <= ANCHOR or not _days_named(parts):
        return ANCHOR
    return date(first.year, 1, 1)


def _days_named(parts: Mapping[str, str]) -> bool:
    """Whether the days follow from the rule alone; else they are those of the day it starts on."""
    return parts["FREQ"] == "DAILY" or any(part in parts for part in ("BYDAY", "BYMONTHDAY"))


def _parts(rule: str) -> dict[str, str]:
    return dict(part.split("=", 1) for part in rule.split(";"))


def _happens(rule: str) -> bool:
    """Whether the rule has at least two days in twelve years."""
    from dateutil.rrule import rrulestr

    days = iter(rrulestr(rule, dtstart=_LAST_YEARS))
    return next(days, None) is not None and next(days, None) is not None


def _canonical(text: str) -> str | None:
    """Rule text with its parts in one order and spelling; None where it is not one for a rhythm."""
    from dateutil.rrule import rrulestr

    pieces = text.upper().removeprefix("RRULE:").replace(" ", "").strip(";").split(";")
    if any(piece.count("=") != 1 for piece in pieces):
        return None
    parts = dict(piece.split("=") for piece in pieces)
    if parts.get("FREQ") not in _FREQUENCIES or not parts.keys() <= _PARTS:
        return None
    interval = parts.pop("INTERVAL", "1")
    if not interval.isdigit() or not 1 <= int(interval) <= LONGEST_INTERVAL:
        return None
    ordered = {
        "FREQ": parts.pop("FREQ"),
        "INTERVAL": str(int(interval)),
        **dict(sorted(parts.items())),
    }
    rule = ";".join(
        f"{name}={value}" for name, value in ordered.items() if (name, value) != ("INTERVAL", "1")
    )
    try:
        rrulestr(rule, dtstart=_LAST_YEARS)
    except (ValueError, TypeError, KeyError, AttributeError, IndexError):
        return None
    return rule


def _from_words(words: str) -> str | None:
    if words in _NAMED:
        return _NAMED[words]
    if _END_OF_MONTH.fullmatch(words):
        return "FREQ=MONTHLY;BYMONTHDAY=-1"
    if _EVERY_WORKDAY.fullmatch(words):
        return f"FREQ=WEEKLY;BYDAY={_WORKDAYS}"
    for pattern, made in (
        (_MONTH_WORKDAY, _month_workday),
        (_MONTH_WEEKDAY, _month_weekday),
        (_MONTH_DAY, _month_day),
        (_EVERY_UNIT, _every_unit),
        (_EVERY_WEEKDAYS, _every_weekdays),
    ):
        if (found := pattern.fullmatch(words)) and (rule := made(found)):
            return rule
    return None


def _month_workday(found: re.Match[str]) -> str | None:
    place = _NUMBERS.get(found[1])
    return f"FREQ=MONTHLY;BYDAY={_WORKDAYS};BYSETPOS={place}" if place else None


def _month_weekday(found: re.Match[str]) -> str | None:
    place, day = _NUMBERS.get(found[1]), _weekday(found[2])
    return f"FREQ=MONTHLY;BYDAY={place:+d}{day}" if place and day else None


def _month_day(found: re.Match[str]) -> str | None:
    day = int(found[1])
    return f"FREQ=MONTHLY;BYMONTHDAY={day}" if 1 <= day <= 31 else None


def _every_unit(found: re.Match[str]) -> str | None:
    many, unit = _count(found[1]), _UNITS.get(found[2])
    if unit is None or many is None:
        return None
    interval = unit[1] * many
    return f"FREQ={unit[0]}" + (f";INTERVAL={interval}" if interval > 1 else "")


def _every_weekdays(found: re.Match[str]) -> str | None:
    many = _count(found[1])
    days = [_weekday(word) for word in re.split(r", and |, | and | en |,", found[2])]
    if many is None or not all(days):
        return None
    named = ",".join(sorted({day for day in days if day}, key=_CODES.index))
    return "FREQ=WEEKLY" + (f";INTERVAL={many}" if many > 1 else "") + f";BYDAY={named}"


def _count(word: str | None) -> int | None:
    """How many periods a word stands for, from 1; None for a word that is no such number."""
    if word is None:
        return 1
    many = int(word) if word.isdigit() else _NUMBERS.get(word, 0)
    return many if 1 <= many <= LONGEST_INTERVAL else None


def _weekday(word: str) -> str | None:
    number = WEEKDAYS.get(word, WEEKDAYS.get(word.removesuffix("s")))
    return None if number is None else _CODES[number]


def next_two(rule: str, after: date) -> tuple[date, date] | None:
    """The first two days of the rule after a day; None where there are none within twelve years."""
    for years in (1, 4, 12):
        days = occurrences(rule, after + timedelta(days=1), after + timedelta(days=366 * years))
        if len(days) > 1:
            return days[0], days[1]
    return None
