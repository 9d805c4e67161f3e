"""A filter cut into its parts: parentheses, connecting words, and terms with their quotes."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from staketerm.domain.errors import UsageError
from staketerm.domain.text import fold
from staketerm.locale import _

LONGEST = 1_000
"""Characters in a filter; far more than anybody types, few enough to answer at every key press."""


class Sign(Enum):
    """What a part does."""

    OPEN = auto()
    CLOSE = auto()
    OR = auto()
    NOT = auto()
    TERM = auto()


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a filter; a term carries its letters, each with whether it stood in quotes."""

    sign: Sign
    letters: tuple[tuple[str, bool], ...] = ()

    @property
    def text(self) -> str:
        """The letters alone."""
        return "".join(letter for letter, _quoted in self.letters)

    @property
    def bare(self) -> str:
        """The letters with quoted ones made unlike any sign, in the same places."""
        return "".join("\0" if quoted else letter for letter, quoted in self.letters)

    def cut(self, start: int, end: int | None = None) -> "Part":
        """The term from letter `start` up to `end`."""
        return Part(Sign.TERM, self.letters[start:end])

    def split(self, separator: str) -> list["Part"]:
        """The terms between unquoted `separator`s."""
        places = [match.start() for match in re.finditer(re.escape(separator), self.bare)]
        starts = [0, *(place + len(separator) for place in places)]
        ends = [*places, len(self.letters)]
        return [self.cut(start, end) for start, end in zip(starts, ends, strict=True)]


_CONNECTING: Mapping[str, Mapping[str, Sign | None]] = {
    "en": {"or": Sign.OR, "and": None, "not": Sign.NOT},
    "nl": {
        "or": Sign.OR,
        "and": None,
        "not": Sign.NOT,
        "of": Sign.OR,
        "en": None,
        "niet": Sign.NOT,
    },
}

_PIECE = re.compile(
    r'(?P<quote>"(?P<inside>[^"]*)"?)|(?P<sign>[()])|(?P<blank>\s+)|(?P<bare>[^\s()"]+)'
)


def parts(text: str, language: str) -> Iterator[Part]:
    """The parts of a filter, in order; a space is "and" and gives no part.

    Dutch connecting words are understood when `language` is "nl". Raises `UsageError` for a filter
    that is too long or has a quote left open.
    """
    if len(text) > LONGEST:
        raise UsageError(
            _("the filter has {length} characters; at most {limit} fit").format(
                length=len(text), limit=LONGEST
            )
        )
    letters: list[tuple[str, bool]] = []
    for piece in _PIECE.finditer(text):
        if (inside := piece["inside"]) is not None:
            if not piece["quote"].endswith('"') or len(piece["quote"]) == 1:
                raise UsageError(_('a quote is open; end it with "'))
            letters += [(letter, True) for letter in inside]
        elif piece["bare"]:
            letters += [(letter, False) for letter in piece["bare"]]
        else:
            yield from _term(letters, language)
            letters = []
            if piece["sign"]:
                yield Part(Sign.OPEN if piece["sign"] == "(" else Sign.CLOSE)
    yield from _term(letters, language)


def _term(letters: list[tuple[str, bool]], language: str) -> Iterator[Part]:
    """The parts of one run of letters: minus signs, then a connecting word or a term."""
    while letters and letters[0] == ("-", False):
        yield Part(Sign.NOT)
        letters = letters[1:]
    if not letters:
        return
    term = Part(Sign.TERM, tuple(letters))
    connecting = _CONNECTING.get(language, _CONNECTING["en"])
    word = fold(term.bare)
    if word not in connecting:
        yield term
    elif sign := connecting[word]:
        yield Part(sign)
