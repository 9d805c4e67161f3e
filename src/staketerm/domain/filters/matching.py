"""Whether a row fits a filter: the tree becomes one function, made once for a whole list."""

from collections.abc import Callable, Collection, Container
from datetime import date
from functools import cache, lru_cache
from math import inf

from staketerm.domain.filters.choices import Choices, loose
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
from staketerm.domain.filters.intervals import Interval, dated, interval, itself, ordinals, within
from staketerm.domain.filters.row import Row
from staketerm.domain.filters.tree import (
    All,
    Between,
    Compared,
    Either,
    Filter,
    Flag,
    Has,
    Is,
    Not,
    Option,
    Order,
    Term,
    Value,
    Word,
)
from staketerm.domain.text import fold

Test = Callable[[Row], bool]
Noted = Callable[[str], Container[str]]
"""Gives, for a folded word, the ids of the stakeholders whose notes hold it."""


def nothing_noted(_word: str) -> Container[str]:
    """Looks into no notes."""
    return ()


def matches(tree: Filter, row: Row, today: date, noted: Noted = nothing_noted) -> bool:
    """Whether one row fits; for a list `predicate` does the thinking once."""
    return predicate(tree, today, noted)(row)


def predicate(tree: Filter, today: date, noted: Noted = nothing_noted) -> Test:
    """The function that tells whether a row fits `tree` on `today`.

    Notes are looked into only for words that a row does not hold otherwise, once a word.
    """
    match tree:
        case Word(text):
            return _word(text, noted)
        case Flag("due"):
            return lambda row: (row.next_ideal or row.next_due or date.max) <= today
        case Flag(field) | Has(field):
            return _present(field)
        case Term(field, options):
            return _term(field, options, today)
        case Not(part):
            inner = predicate(part, today, noted)
            return lambda row: not inner(row)
        case All(parts):
            return _every([predicate(part, today, noted) for part in parts])
        case Either(parts):
            some = [predicate(part, today, noted) for part in parts]
            return lambda row: any(test(row) for test in some)


def _every(tests: list[Test]) -> Test:
    """All of the tests; the loop is written out because it runs for every row."""

    def holds(row: Row) -> bool:
        for test in tests:  # noqa: SIM110
            if not test(row):
                return False
        return True

    return holds


def _word(text: str, noted: Noted) -> Test:
    word = fold(text)
    look_up = cache(noted)
    return lambda row: word in row.folded or row.id in look_up(word)


def _present(field: str) -> Test:
    """Whether the field of a row is told or known."""
    match FIELDS[field].reading:
        case Texts(texts):
            return lambda row: any(texts(row))
        case Choice(measure=None, read=value, absent=absent):
            return lambda row: value(row) not in (None, absent)
        case Choice(measure=measured) if measured:
            return lambda row: measured(row) > 0
        case Number(number, counts=True) | YesNo(number):
            return lambda row: bool(number(row))
        case Number(told) | Day(told) | Quiet(told):
            return lambda row: told(row) is not None
    return lambda _row: True


def _term(field: str, options: tuple[Option, ...], today: date) -> Test:
    """Whether one of the options holds for the field of a row."""
    match FIELDS[field].reading:
        case Texts(texts, whole):
            return _texts(texts, options, whole)
        case Choice(choices, value, measure):
            return _choice(choices, value, measure, options)
        case Number(number):
            spans = [interval(option, itself) for option in options]
            return lambda row: (n := number(row)) is not None and within(spans, n)
        case Day(day, toward):
            ahead = [interval(dated(option, today, toward), ordinals) for option in options]
            return lambda row: (d := day(row)) is not None and within(ahead, d.toordinal())
        case Quiet(day):
            return _quiet(day, options, today)
        case YesNo() | Presence():
            return _present(field)


def _texts(
    read: Callable[[Row], Collection[str | None]], options: tuple[Option, ...], whole: bool
) -> Test:
    wanted = [loose(o.value) for o in options if isinstance(o, Is) and isinstance(o.value, str)]

    def is_one(row: Row) -> bool:
        return any(_loose(text) in wanted for text in read(row) if text)

    def holds_one(row: Row) -> bool:
        for text in read(row):
            if text:
                folded = _loose(text)
                for word in wanted:
                    if word in folded:
                        return True
        return False

    return is_one if whole else holds_one


@lru_cache(maxsize=1 << 15)
def _loose(text: str) -> str:
    """`loose`, remembered: a list is filtered again at every key press."""
    return loose(text)


def _choice(
    choices: Choices,
    read: Callable[[Row], str | None],
    measure: Callable[[Row], float] | None,
    options: tuple[Option, ...],
) -> Test:
    """A choice is looked up among those that fit; a number is compared with what lies behind."""

    def rank(value: Value) -> Interval:
        place = choices.rank(str(value))
        return place, place

    numeric = [option for option in options if _is_numeric(option)]
    ranks = [interval(option, rank) for option in options if option not in numeric]
    chosen = {id for id in choices.words if within(ranks, choices.rank(id))}
    spans = [interval(option, itself) for option in numeric]
    if measure is None or not spans:
        return lambda row: read(row) in chosen
    return lambda row: read(row) in chosen or within(spans, measure(row))


def _is_numeric(option: Option) -> bool:
    """Whether the values of an option are numbers."""
    if isinstance(option, Between):
        return isinstance(option.low, float) or isinstance(option.high, float)
    return isinstance(option.value, float)


def _quiet(read: Callable[[Row], date | None], options: tuple[Option, ...], today: date) -> Test:
    """`quiet:30d` is 30 days or more; who was never met has been quiet for any length of time."""
    lengths = [Compared(Order.AT_LEAST, o.value) if isinstance(o, Is) else o for o in options]
    spans = [interval(dated(option, today, "past"), ordinals) for option in lengths]
    endless = any(low == -inf for low, _high in spans)
    return lambda row: within(spans, d.toordinal()) if (d := read(row)) else endless
