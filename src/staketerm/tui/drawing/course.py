"""A position through time: a spark line in a row, a chart with its 80 % band in a section (S3)."""

from collections.abc import Sequence
from itertools import groupby
from typing import Protocol

from staketerm.domain.phrases import fraction
from staketerm.locale import _
from staketerm.tui.drawing import marks
from staketerm.tui.drawing.lines import Ink, Line, Piece, left, right
from staketerm.tui.drawing.look import POSITION_INK, Look

STEPS = (1.0, 0.5, 0.0, -0.5, -1.0)
"""The stances that the rows of the chart stand for."""

CAPTION_CELLS = 10
"""Cells before the first column of the chart."""


class Reading(Protocol):
    """A position on a day: stance with its 80 % interval, -1 to +1, and the word for it."""

    @property
    def stance(self) -> float:
        """The estimate."""
        ...

    @property
    def low(self) -> float:
        """The lower end of the interval."""
        ...

    @property
    def high(self) -> float:
        """The upper end of the interval."""
        ...

    @property
    def label(self) -> str:
        """The position."""
        ...


def spark(course: Sequence[Reading], look: Look) -> Line:
    """One cell a reading: its height is the stance, its colour the side; unknown is a dot."""
    drawn = [
        (look.track, Ink.MUTED)
        if each.label == "unknown"
        else (
            marks.spark_line([each.stance], look, -1.0, 1.0),
            POSITION_INK.get(each.label, Ink.MUTED),
        )
        for each in course
    ]
    return tuple(
        Piece("".join(cell for cell, _ink in some), ink)
        for ink, some in groupby(drawn, key=lambda cell: cell[1])
    )


def weeks(course: Sequence[Reading], look: Look) -> Line:
    """The spark line of a reading a week, and behind it where it stands now with the ends of the
    interval."""
    if not course or course[-1].label == "unknown":
        return spark(course, look)
    now = course[-1]
    said = _("{n} weeks, now {stance} ({low} to {high})").format(
        n=len(course), stance=fraction(now.stance), low=fraction(now.low), high=fraction(now.high)
    )
    return (*spark(course, look), Piece(f" {said}", Ink.MUTED))


def chart(course: Sequence[Reading], heads: Sequence[str], look: Look, column: int) -> list[Line]:
    """A column a reading, `column` cells wide, under its head: the interval as a bar, the estimate
    as the glyph of its position; a row is half a point of stance. Unknown has no bar.
    """
    lines: list[Line] = [
        (Piece(" " * CAPTION_CELLS + "".join(left(head, column) for head in heads), Ink.MUTED),)
    ]
    for row, step in enumerate(STEPS):
        caption = {0: _("for"), 2: "0", len(STEPS) - 1: _("against")}.get(row, "")
        cells = [Piece(f"{right(caption, CAPTION_CELLS - 2)}  ", Ink.MUTED)]
        for each in course:
            mark = _mark(each, row, look, zero=step == 0.0)
            cells.append(mark._replace(text=left(mark.text, column)))
        lines.append(tuple(cells))
    return lines


def _mark(each: Reading, row: int, look: Look, *, zero: bool) -> Piece:
    nothing = Piece(look.track if zero else " ", Ink.MUTED)
    if each.label == "unknown":
        return Piece(look.position("unknown"), Ink.MUTED) if zero else nothing
    if row == _row(each.stance):
        return Piece(look.position(each.label), POSITION_INK.get(each.label, Ink.MUTED))
    return Piece(look.middle, Ink.MUTED) if _row(each.high) <= row <= _row(each.low) else nothing


def _row(stance: float) -> int:
    """The row that is nearest to a stance, counted from the top."""
    return min(range(len(STEPS)), key=lambda row: (abs(STEPS[row] - stance), row))
