"""What a spreadsheet makes of a cell that it only saves again, and how people write what we read
(storage-sync 1.5, 1.6).
"""

import re
from datetime import date
from decimal import Decimal, InvalidOperation

from staketerm.domain.day_words import MONTHS
from staketerm.domain.text import fold, plain
from staketerm.exchange.cells import MARK, unguard
from staketerm.exchange.tables.dates import NoDay, Order, read_day
from staketerm.store.types import Count, Day, Flag, Number

LOST = "?"
"""What a spreadsheet saves for a letter that its character set lacks."""

_YES = frozenset(("yes", "true", "ja", "waar", "wahr", "vrai", "oui", "x", "1"))
_NO = frozenset(("no", "false", "nee", "onwaar", "falsch", "faux", "nein", "non", "0"))

_NUMBER = re.compile(
    r"[-+]?(?:\d{1,3}(?:[., \u202f]\d{3})+|\d+)?(?:[.,]\d*)?(?:e[-+]?\d+)?", re.IGNORECASE
)
_COIN = re.compile(r"[$€£¥]")
_EXACT = 15
"""Digits that a spreadsheet keeps of a number."""

_WORDS = re.compile(r"\d+|[a-z]+")
_CLOCK = re.compile(r"(\d{1,3}):(\d{1,2})(?::(\d{2})(?:\.\d+)?)?\s*([ap]m)?", re.IGNORECASE)
_FAULT = re.compile(r"#[A-Z/0]+[?!]?|Err:\d+")


def only_retyped(was: str, now: str, order: Order = Order.OPEN) -> bool:
    """Whether a spreadsheet made `now` of `was` by opening a file and saving it again: both are
    cells as they stand in a file, `order` is what comes first in its days.
    """
    one, other = plain(unguard(was)).strip(), plain(unguard(now)).strip()
    if one == other or _lost_letters(one, other):
        return True
    return not was.startswith(MARK) and (  # what is guarded is not retyped
        (one.casefold() == other.casefold() and one.casefold() in _YES | _NO)
        or _same_number(one, other)
        or _same_day(one, other, order)
        or _same_time(one, other)
        or _worked_out(one, other)
    )


def in_our_form(kind: type, cell: str, order: Order) -> str:
    """What somebody typed as a cell of a column of a type, in the form that our files have; as it
    is where it cannot be told, for the reader to refuse. `order` is what comes first in a day.
    """
    bare = cell.strip()
    if kind is Flag and fold(bare) in _YES | _NO:
        return "yes" if fold(bare) in _YES else ""
    if kind in (Number, Count) and (number := _number(bare)) is not None:
        return f"{number:f}" if kind is Number else f"{number.normalize():f}"
    if kind is Day:
        try:
            return read_day(bare, order).isoformat()
        except NoDay:
            return bare
    return cell


def _lost_letters(was: str, now: str) -> bool:
    """Whether the two differ in letters alone that Western European Windows has not."""
    return len(was) == len(now) and all(
        one == other or (other == LOST and not one.encode("cp1252", "ignore"))
        for one, other in zip(was, now, strict=True)
    )


def _same_number(was: str, now: str) -> bool:
    one, other = _number(_COIN.sub("", was)), _number(now)
    if one is None or other is None:
        if was.endswith("%") and (share := _number(was[:-1])) is not None:
            return share in (_number(now.removesuffix("%")), (other or Decimal(-1)) * 100)
        return False
    return one == other or f"{one:.{_EXACT - 1}e}" == f"{other:.{_EXACT - 1}e}"


def _number(text: str) -> Decimal | None:
    """The number that a cell shows: with a point or a comma, in brackets, rounded."""
    bare = re.sub(r"\s", "", text)
    if bare.startswith("(") and bare.endswith(")"):
        bare = f"-{bare[1:-1]}"
    if not any(letter.isdecimal() for letter in bare) or not _NUMBER.fullmatch(bare):
        return None
    last = max(bare.rfind("."), bare.rfind(","))
    if last >= 0:
        bare = f"{re.sub('[.,]', '', bare[:last])}.{bare[last + 1 :]}"
    try:
        return Decimal(bare)
    except InvalidOperation:
        return None


def _same_day(was: str, now: str, order: Order) -> bool:
    """Whether both tell one day, with or without its year."""
    orders = (Order.DAY, Order.MONTH) if order is Order.OPEN else (order,)
    days = {day for each in orders if (day := _reads_as(now, each))}
    try:
        return date.fromisoformat(was) in days
    except ValueError:
        return any(_short_for(was, day) for day in days)


def _short_for(was: str, day: date) -> bool:
    """Whether `was` tells a day without its year, or a month with its year: MAR-5, 1/2."""
    words = _WORDS.findall(fold(was))
    if len(words) != 2 or not re.search(r"[/.-]|[a-z]", fold(was)):
        return False
    numbers = {MONTHS.get(word, 0) or (int(word) if word.isdecimal() else 0) for word in words}
    return numbers in ({day.day, day.month}, {day.month, day.year % 100})


def _reads_as(text: str, order: Order) -> date | None:
    try:
        return read_day(text, order)
    except NoDay:
        return None


def _same_time(was: str, now: str) -> bool:
    """Whether both tell one time of the day: 10:30 is 10:30:00 and 10:30:00 AM."""
    one, other = _CLOCK.fullmatch(was), _CLOCK.fullmatch(now)
    return one is not None and other is not None and _seconds(one) == _seconds(other)


def _seconds(clock: re.Match[str]) -> int:
    hour, half = int(clock[1]), (clock[4] or "").casefold()
    hour = hour % 12 + (12 if half == "pm" else 0) if half else hour
    return hour * 3600 + int(clock[2]) * 60 + int(clock[3] or 0)


def _worked_out(was: str, now: str) -> bool:
    """Whether a formula was replaced by what it comes to, or by a fault."""
    if was.startswith("="):
        return _number(now) is not None or _FAULT.fullmatch(now) is not None
    return was.startswith(("+", "-", "@")) and _FAULT.fullmatch(now) is not None
