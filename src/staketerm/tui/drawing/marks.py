"""The small pictures of a position: glyph and word, interval bar, spark line (screens 4)."""

from collections.abc import Sequence

from staketerm.locale import _
from staketerm.tui.drawing.lines import Ink, Line, Piece, left
from staketerm.tui.drawing.look import POSITION_INK, Look
from staketerm.tui.drawing.words import position_word

LIST_CELLS = 11
"""Cells of an interval bar in a list: .2 of stance each."""

PANE_CELLS = 21
"""Cells of an interval bar in a pane: .1 of stance each."""


def position(label: str, look: Look) -> Line:
    """Glyph and word of a position in its colour: `◇ fence-sitter`."""
    ink = POSITION_INK.get(label, Ink.MUTED)
    return (Piece(f"{look.position(label)} {position_word(label)}", ink),)


def interval_bar(
    label: str, stance: float, low: float, high: float, look: Look, cells: int = LIST_CELLS
) -> Line:
    """The 80 % interval on a track from -1 (left) to +1 (right) with the estimate's glyph on it."""
    first, last, at = (track_cell(value, cells) for value in (low, high, stance))
    middle = cells // 2
    track = [look.interval if first <= n <= last else look.track for n in range(cells)]
    track[middle] = look.crossing if first <= middle <= last else look.middle
    ink = POSITION_INK.get(label, Ink.MUTED)
    return (
        Piece("".join(track[:at]), Ink.MUTED),
        Piece(look.position(label), ink),
        Piece("".join(track[at + 1 :]), Ink.MUTED),
    )


def no_bar(cells: int = LIST_CELLS) -> Line:
    """What stands in the place of a bar where there is no position."""
    return (Piece(left(_("too little"), cells), Ink.MUTED),)


def scale(look: Look, cells: int = LIST_CELLS) -> str:
    """The caption above a column of interval bars: `against│for`."""
    caption = _("against") + look.middle + _("for")
    return left(caption, cells, look.ellipsis)


def lead(kind: str | None, *, seen: bool, selected: bool, marked: bool, look: Look) -> Line:
    """The first three cells of a row: mark or cursor, then `!` cooling, `!!` crossed over.

    An alarm that was seen is `(!)` and muted.
    """
    if marked:
        first = look.marked
    elif selected:
        first = look.selected
    else:
        first = "(" if kind and seen else " "
    if kind is None:
        return (Piece(f"{first}  "),)
    if seen:
        return (Piece(f"{first}!)", Ink.MUTED),)
    return (Piece(first), Piece("!!" if kind == "crossed_over" else "! ", Ink.ALARM))


def share_bar(share: float, strongest: float, look: Look, *, for_: bool, cells: int = 8) -> str:
    """A bar as long as `share` is against the strongest one; full for, hatched against."""
    length = round(cells * share / strongest) if strongest > 0 else 0
    return (look.bar if for_ else look.counter_bar) * length


def spark_line(values: Sequence[float], look: Look, low: float = 0.0, high: float = 1.0) -> str:
    """One character a value, its height between `low` and `high`."""
    steps = look.spark
    span = (high - low) or 1.0
    heights = (min(1.0, max(0.0, (value - low) / span)) for value in values)
    return "".join(steps[round(height * (len(steps) - 1))] for height in heights)


def track_cell(value: float, cells: int) -> int:
    """The cell of `value` (-1..+1) on a track of `cells`."""
    return min(cells - 1, max(0, round((value + 1) * (cells - 1) / 2)))
