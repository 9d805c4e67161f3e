"""A filter as it is shown: in the language of the screen, and typable as it stands."""

import re
from calendar import monthrange

from staketerm.domain.filters.fields import BARE, FIELDS, Choice
from staketerm.domain.filters.tree import (
    All,
    Between,
    Compared,
    Days,
    Either,
    Filter,
    Flag,
    Has,
    Is,
    Not,
    Option,
    Term,
    Value,
    Word,
)
from staketerm.domain.spans import Span
from staketerm.domain.text import fold

_PLAIN = re.compile(r"[\w@+&'/*#][\w@+&'/*#-]*")
_OR = {"en": "or", "nl": "of"}
_YES = {"en": "yes", "nl": "ja"}
_UNITS = {
    "en": {"day": "d", "week": "w", "month": "m", "year": "y"},
    "nl": {"day": "d", "week": "w", "month": "m", "year": "j"},
}
_CONNECTING = frozenset(("or", "and", "not", "of", "en", "niet"))


def normalise(tree: Filter, language: str) -> str:
    """The filter in that language ("en" or "nl"); parsed in that language it is the same again."""
    match tree:
        case Word(text):
            return _quoted(text, spoken=_CONNECTING | BARE.keys())
        case Flag(field):
            return _flag(field, language)
        case Has(field):
            return f"{_name('has', language)}:{_name(field, language)}"
        case Term(field, options):
            return _term(field, options, language)
        case Not(part):
            return f"-{_grouped(part, language)}"
        case All(parts):
            return " ".join(_grouped(part, language) for part in parts)
        case Either(parts):
            between = f" {_OR.get(language, 'or')} "
            return between.join(
                normalise(part, language) if isinstance(part, All) else _grouped(part, language)
                for part in parts
            )


def _grouped(part: Filter, language: str) -> str:
    """A part of something larger: in parentheses when it has parts of its own."""
    shown = normalise(part, language)
    return f"({shown})" if isinstance(part, All | Either) else shown


def _name(field: str, language: str) -> str:
    return FIELDS[field].shown(language)


def _flag(field: str, language: str) -> str:
    name = _name(field, language)
    return name if name in BARE else f"{name}:{_YES.get(language, 'yes')}"


def _term(field: str, options: tuple[Option, ...], language: str) -> str:
    name = _name(field, language)
    if len(options) == 1 and isinstance(options[0], Compared):
        return f"{name}{_option(field, options[0], language)}"
    return f"{name}:{','.join(_option(field, option, language) for option in options)}"


def _option(field: str, option: Option, language: str) -> str:
    match option:
        case Is(value):
            return _value(field, value, language)
        case Compared(order, value):
            return f"{order}{_value(field, value, language)}"
        case Between(low, high):
            ends = ("" if end is None else _value(field, end, language) for end in (low, high))
            return "..".join(ends)


def _value(field: str, value: Value, language: str) -> str:
    match value:
        case Days():
            return _days(value)
        case Span(count, unit):
            return f"{count}{_UNITS.get(language, _UNITS['en'])[unit]}"
        case float():
            return f"{value:.12g}"
        case str():
            reading = FIELDS[field].reading
            if isinstance(reading, Choice):
                return reading.choices.shown(value, language)
            return _quoted(value)


def _days(days: Days) -> str:
    """A day as ISO, a whole month or year in short."""
    first, last = days.first, days.last
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"{first.year:04}"
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        return f"{first.year:04}-{first.month:02}"
    return first.isoformat()


def _quoted(text: str, spoken: frozenset[str] = frozenset()) -> str:
    """The text, in quotes where it would be read as something else."""
    return text if _PLAIN.fullmatch(text) and fold(text) not in spoken else f'"{text}"'
