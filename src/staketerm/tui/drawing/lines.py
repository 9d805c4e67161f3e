"""Lines of inked text, measured in terminal cells: what every part of the screen is drawn from.

Nothing here knows Textual. A text is only ever data: it passes `plain`, is measured by what
the terminal will show, and is never read as markup (textual 4.3).
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size

from staketerm.domain.text import plain

ELLIPSIS = "…"

_BLANKS = str.maketrans("\n\t", "  ")


class Ink(StrEnum):
    """What a piece of text is for; the theme gives each its colour and weight (screens 4)."""

    PLAIN = "plain"
    BOLD = "bold"
    MUTED = "muted"
    FOR = "for"
    FOR_STRONG = "for-strong"
    AGAINST = "against"
    AGAINST_STRONG = "against-strong"
    ALARM = "alarm"
    FAULT = "fault"
    SOON = "soon"
    LATEST = "latest"
    FOCUS = "focus"
    REVERSE = "reverse"


class Piece(NamedTuple):
    """Some text in one ink; `action` is the Textual action a click on it runs, if any."""

    text: str
    ink: Ink = Ink.PLAIN
    action: str = ""


Line = tuple[Piece, ...]
"""One line of the screen; it never wraps."""

EMPTY: Line = ()


def width(text: str) -> int:
    """The cells `text` takes on a terminal."""
    return cell_len(text)


def line_width(line: Iterable[Piece]) -> int:
    """The cells all pieces take."""
    return sum(cell_len(piece.text) for piece in line)


def cut(text: str, cells: int, ellipsis: str = ELLIPSIS) -> str:
    """`text` in at most `cells` cells: its beginning and an ellipsis where it is longer."""
    text = shown(text)
    if cell_len(text) <= cells:
        return text
    if cells <= cell_len(ellipsis):
        return ellipsis[: max(0, cells)]
    return set_cell_size(text, cells - cell_len(ellipsis)).rstrip() + ellipsis


def left(text: str, cells: int, ellipsis: str = ELLIPSIS) -> str:
    """`text` cut and filled with blanks on the right to exactly `cells` cells."""
    text = cut(text, cells, ellipsis)
    return text + " " * (cells - cell_len(text))


def right(text: str, cells: int, ellipsis: str = ELLIPSIS) -> str:
    """`text` cut and filled with blanks on the left to exactly `cells` cells."""
    text = cut(text, cells, ellipsis)
    return " " * (cells - cell_len(text)) + text


def fit(line: Line, cells: int, ellipsis: str = ELLIPSIS) -> Line:
    """`line` cut to at most `cells` cells."""
    if line_width(line) <= cells:
        return line
    fitted: list[Piece] = []
    room = cells
    for piece in line:
        taken = cell_len(piece.text)
        if taken > room or (taken == room and piece is not line[-1]):
            fitted.append(piece._replace(text=cut(piece.text + ELLIPSIS, room, ellipsis)))
            break
        fitted.append(piece)
        room -= taken
    return tuple(fitted)


def apart(start: Line, end: Line, cells: int, ellipsis: str = ELLIPSIS) -> Line:
    """`start` at the left edge and `end` at the right one of `cells` cells; `start` yields."""
    room = max(0, cells - line_width(end))
    start = fit(start, max(0, room - 1), ellipsis)
    gap = " " * (room - line_width(start))
    return (*start, Piece(gap), *end)


def rule(title: str, hint: str, cells: int, *, stroke: str = "─", focused: bool = False) -> Line:
    """A caption set in a horizontal rule: `── why: Anneke de Wit ─────────── w all ──`."""
    ink = Ink.FOCUS if focused else Ink.MUTED
    tail = f" {hint} {stroke * 2}" if hint else ""
    head = f"{stroke * 2} {title} " if title else ""
    if width(head) + width(tail) + 2 > cells:
        tail = ""
    head = cut(head, max(0, cells - width(tail)))
    return (Piece(head + stroke * (cells - width(head) - width(tail)) + tail, ink),)


def wrap(text: str, cells: int) -> list[str]:
    """`text` broken at blanks into lines of `cells` cells, for panes; lists never wrap."""
    lines: list[str] = []
    current = ""
    for word in shown(text).split(" "):
        longer = f"{current} {word}" if current else word
        if cell_len(longer) <= cells or not current:
            current = longer
        else:
            lines.append(current)
            current = word
    lines.append(current)
    return [cut(line, cells) for line in lines]


def shown(text: str) -> str:
    """`text` on one line and without what a terminal would obey; blanks are layout and stay."""
    if text.isascii() and text.isprintable():
        return text
    return plain(text).translate(_BLANKS)
