"""Other people's scales as ours: levels 1 to 5, impact, stances (import-headers, "Scale
normaliser").

Words mean what they mean; a bare number means nothing before its scale is known, so a column is
judged as a whole: by what its heading says in brackets, else by the values in it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from staketerm.domain.label import Impact, Position
from staketerm.domain.text import fold
from staketerm.exchange.tables.scale_words import (
    EXTREMES,
    FINE,
    LEVEL_WORDS,
    LONGEST_NOTHING,
    NO_VALUE,
    SIGNS,
    STANCE_WORDS,
    Attitude,
    Stance,
)


class NotOnScale(ValueError):
    """A cell that is neither a known word nor a number of its column's scale."""


@dataclass(frozen=True, slots=True)
class Scale:
    """How the numbers, signs and words of one column are meant.

    `low` and `high` are the ends of its numbers. A `fine` column also says very low or very high,
    so that its plain low and high are 2 and 4. In a `signed` column - is against and not empty.
    """

    low: float = 1
    high: float = 5
    fine: bool = False
    signed: bool = False


_BY_ATTITUDE = {
    Attitude.UNAWARE: Stance(Position.UNKNOWN, Attitude.UNAWARE),
    Attitude.RESISTANT: Stance(Position.OPPONENT, Attitude.RESISTANT),
    Attitude.NEUTRAL: Stance(Position.FENCE_SITTER, Attitude.NEUTRAL),
    Attitude.SUPPORTIVE: Stance(Position.SUPPORTER, Attitude.SUPPORTIVE),
    Attitude.LEADING: Stance(Position.SUPPORTER, Attitude.LEADING),
}
_ATTITUDE_OF_LEVEL = {
    1: Attitude.RESISTANT,
    2: Attitude.RESISTANT,
    3: Attitude.NEUTRAL,
    4: Attitude.SUPPORTIVE,
    5: Attitude.LEADING,
}

_RANGE = re.compile(r"([+-]?\d+)\s*(?:-|–|\.\.+|…|to|t/m|tot|until)\s*\+?(\d+)")
_NUMBER = re.compile(
    r"(?P<n>[+-]?\d+(?:[.,]\d+)?)\s*(?:(?P<percent>%)|(?:/|of|van)\s*(?P<of>\d+))?"
    r"(?:\s*[-–:=(.].*)?"
)
_BRACKETS = re.compile(r"\s*[(\[].*[)\]]\s*$")


def says_nothing(text: str, scale: Scale | None = None) -> bool:
    """Whether a cell is empty or only says that it is; on a signed scale `-` says something."""
    if len(text) > LONGEST_NOTHING:
        return not text.strip()
    word = _word(text)
    if scale is not None and scale.signed and word in SIGNS:
        return False
    return not word or word in NO_VALUE


def scale_of(values: Iterable[str], hint: str = "") -> Scale:
    """The scale of a column with these values; `hint` is what its heading says in brackets.

    Numbers up to 5 are taken as 1 to 5, up to 10 as 1 to 10, above or with % as per cent, all
    fractions up to 1 as shares, anything below 0 as the same distance to both sides.
    """
    words = {_word(value) for value in values} - {""}
    low, high = _ends(words, hint)
    signs = words & SIGNS.keys()
    signed = words <= SIGNS.keys() | NO_VALUE and len(signs) > 1
    return Scale(low, high, fine=bool(words & EXTREMES), signed=signed)


def level(text: str, scale: Scale) -> int:
    """A level of power or interest, 1 (lowest) to 5; raises `NotOnScale`."""
    word = _word(text)
    if scale.signed and word in SIGNS:
        return 3 + max(-2, min(2, SIGNS[word] * (1 if scale.fine else 2)))
    for known in (word, _BRACKETS.sub("", word)):
        if scale.fine and known in FINE:
            return FINE[known]
        if known in LEVEL_WORDS:
            return LEVEL_WORDS[known]
    number, own = _number(word, scale)
    return int(1 + (number - own.low) * 4 / (own.high - own.low) + 0.5)


def impact(text: str, scale: Scale) -> Impact:
    """What somebody can do to the project, in our four words; raises `NotOnScale`."""
    word = _word(text)
    if word in {"none", "geen", "nihil"}:
        return Impact.NONE
    height = level(text, scale)
    return Impact.LOW if height <= 2 else Impact.MEDIUM if height == 3 else Impact.HIGH


def stance(text: str, scale: Scale, *, levelled: bool = False) -> Stance:
    """A position as claimed in a cell; raises `NotOnScale`.

    A `levelled` column measures support, so that low is against and high is for.
    """
    word = _word(text)
    if scale.signed and word in SIGNS:
        return _sided(SIGNS[word])
    for known in (word, _BRACKETS.sub("", word)):
        if known in STANCE_WORDS:
            return STANCE_WORDS[known]
    if _NUMBER.fullmatch(word):
        number, own = _number(word, scale)
        if own.low < 0:
            return _sided(number)
        return _BY_ATTITUDE[_ATTITUDE_OF_LEVEL[level(text, scale)]]
    if levelled:
        return _sided(level(text, scale) - 3)
    raise NotOnScale(text)


def _word(text: str) -> str:
    return " ".join(fold(text).replace("_", " ").split())


def _sided(side: float) -> Stance:
    if side == 0:
        return _BY_ATTITUDE[Attitude.NEUTRAL]
    return _BY_ATTITUDE[Attitude.SUPPORTIVE if side > 0 else Attitude.RESISTANT]


def _ends(words: Iterable[str], hint: str) -> tuple[float, float]:
    """The lowest and the highest number of a scale."""
    if said := _RANGE.search(hint):
        low, high = float(said[1]), float(said[2])
        if low < high:
            return low, high
    if "%" in hint:
        return 0, 100
    matches = [match for word in words if (match := _NUMBER.fullmatch(word))]
    if any(match["percent"] for match in matches):
        return 0, 100
    numbers = [_value(match) for match in matches if not match["of"]]
    if not numbers:
        return 1, 5
    least, most = min(numbers), max(numbers)
    if least < 0:
        reach = max(3.0, -least, most)
        return -reach, reach
    if most <= 1 and any(0 < number < 1 for number in numbers):
        return 0, 1
    for end in (5, 10):
        if most <= end:
            return min(1.0, least), end
    return 0, 100


def _number(word: str, scale: Scale) -> tuple[float, Scale]:
    """The number in a cell and its scale: its own "/ 10" or "%" goes before the column's."""
    match = _NUMBER.fullmatch(word)
    if match is None:
        raise NotOnScale(word)
    own = scale
    if match["percent"]:
        own = Scale(0, 100)
    elif match["of"]:
        own = Scale(1 if float(match["of"]) <= 10 else 0, float(match["of"]))
    number = _value(match)
    if not own.low <= number <= own.high or own.low == own.high:
        raise NotOnScale(word)
    return number, own


def _value(match: re.Match[str]) -> float:
    return float(match["n"].replace(",", "."))
