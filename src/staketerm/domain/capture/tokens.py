"""A line of capture cut into its head, its note, and the words of the head."""

import re
from dataclasses import dataclass

from staketerm.domain.text import fold

_ASKS = re.compile(r"(?<=\s)>\s*")
_NOTE = re.compile(r":(?=\s|$)\s*|(?<=[^\W\d]):(?=[^\s\d/])")
_TOKEN = re.compile(r"[,&]|\+(?=\D|$)|[^\s,&+]+|\+\d[^\s,&+]*")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the line, folded, with where it stands."""

    text: str
    folded: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Split:
    """The words before the note, the note, and whether the line asks something, by `>` or `?`."""

    head: tuple[Token, ...]
    note: str
    asks: bool
    arrow: bool = False


def split(line: str) -> Split:
    """`WHO KIND DAY: NOTE`, `WHO > TEXT` or `WHO TEXT?`, cut at the first of the signs."""
    body = line.removesuffix("?")
    asks = body != line
    arrow, colon = _ASKS.search(body), _NOTE.search(body)
    if arrow and not (colon and colon.start() < arrow.start()):
        return Split(_tokens(body[: arrow.start()]), line[arrow.end() :], True, True)
    if colon:
        return Split(_tokens(body[: colon.start()]), line[colon.end() :], asks)
    return Split(_tokens(body), "", asks)


def _tokens(head: str) -> tuple[Token, ...]:
    return tuple(
        Token(found[0], fold(found[0]).rstrip(".;!") or found[0], found.start(), found.end())
        for found in _TOKEN.finditer(head)
    )
