"""The catalogue of kinds as its page shows it: a line a kind, and one of them in full."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from staketerm.domain.own_kinds import class_word
from staketerm.domain.phrases import decimal, points, short_day
from staketerm.locale import _, ngettext
from staketerm.tui.drawing import what_if
from staketerm.tui.drawing.lines import EMPTY, Ink, Line, Piece, fit, left, right, wrap
from staketerm.tui.drawing.look import Look
from staketerm.tui.drawing.values import count
from staketerm.tui.veil import Veil

if TYPE_CHECKING:
    from staketerm.journal.positions.kinds import KindRow
    from staketerm.journal.positions.what_if import WhatIf

POINTS_CELLS = 11
CLASS_CELLS = 11
STATE_CELLS = 16
LABEL_MOST = 44
LABEL_LEAST = 22

MANY_CELLS = 7
MANY_FROM = 78
"""Cells of a list from which it tells how often a kind was logged."""

EFFORT_CELLS = 7
EFFORT_FROM = 90
"""Cells of a list from which it tells the effort."""


class Tried(NamedTuple):
    """Points that are tried on a kind, and who would move; None until it is known."""

    id: str
    points: float
    found: "WhatIf | None" = None


class KindsDrawing(NamedTuple):
    """What lines are drawn with now."""

    look: Look
    veil: Veil
    day: date
    tried: Tried | None

    def head(self, cells: int) -> Line:
        """The captions over the list."""
        said = left(_("what they did"), _label_cells(cells))
        said += right(_("points"), POINTS_CELLS)
        if cells >= EFFORT_FROM:
            said += right(_("effort"), EFFORT_CELLS)
        said += f"  {left(_('class'), CLASS_CELLS)}"
        if cells >= MANY_FROM:
            said += right(_("times"), MANY_CELLS)
        return fit((Piece(f" {said}", Ink.MUTED),), cells, self.look.ellipsis)

    def row(self, row: "KindRow", cells: int, *, selected: bool) -> Line:
        """A kind in one line; what cannot be logged is muted."""
        kind = row.kind
        ink = Ink.MUTED if kind.retired or not row.known else Ink.PLAIN
        effort = right(_number(kind.effort), EFFORT_CELLS) if cells >= EFFORT_FROM else ""
        many = right(count(row.signals) if row.signals else "", MANY_CELLS)
        said = f"{effort}  {left(class_word(kind.weight), CLASS_CELLS)}"
        line = (
            Piece(self.look.selected if selected else " "),
            Piece(left(self.label(row), _label_cells(cells), self.look.ellipsis), ink),
            *self._points(row, ink),
            Piece(said + (many if cells >= MANY_FROM else ""), Ink.MUTED),
            Piece(f"  {', '.join(states(row))}", Ink.BOLD),
        )
        return fit(line, cells, self.look.ellipsis)

    def label(self, row: "KindRow") -> str:
        """What a kind is called; words of one's own may be hidden."""
        return self.veil.text(row.kind.label) if row.own else row.kind.label

    def in_full(self, row: "KindRow", cells: int, lines: int) -> list[Line]:
        """One kind, and what the points that are tried on it would do, in at most so many lines."""
        if self.tried is not None and self.tried.id == row.kind.id:
            return list(self._trying(row, self.tried, cells, lines))
        return [fit(line, cells, self.look.ellipsis) for line in self._told(row, cells)][:lines]

    def _told(self, row: "KindRow", cells: int) -> Iterator[Line]:
        kind = row.kind
        if row.own:
            labels = f"{self.veil.text(kind.english)} / {self.veil.text(kind.dutch)}"
        else:
            labels = f"{kind.english} / {kind.dutch}"
        yield from ((Piece(f" {part}"),) for part in wrap(labels, cells - 2))
        yield (Piece(f" {kind.id}", Ink.MUTED),)
        yield EMPTY
        for part in wrap(self._worth(row), cells - 2):
            yield (Piece(f" {part}"),)
        for part in wrap(_stands(row, self.day), cells - 2):
            yield (Piece(f" {part}", Ink.MUTED),)

    def _worth(self, row: "KindRow") -> str:
        kind = row.kind
        if not row.known:
            return _("It came with signals from elsewhere and counts nothing; e adopts it.")
        said = [
            _("counts {points}").format(points=_signed(kind.points)),
            _("effort {n}").format(n=_number(kind.effort)),
            class_word(kind.weight),
        ]
        if kind.contact:
            said.append(_("you met, wrote or spoke"))
        return ", ".join(said)

    def _trying(self, row: "KindRow", tried: Tried, cells: int, lines: int) -> Iterator[Line]:
        yield fit(
            (
                Piece(f" {self.label(row)}", Ink.BOLD),
                Piece(f"  {_signed(row.kind.points)} {self.look.arrow} "),
                Piece(_signed(tried.points), Ink.FOCUS),
            ),
            cells,
            self.look.ellipsis,
        )
        if tried.found is not None:
            yield from what_if.lines(tried.found, self.look, self.veil, cells, lines - 2)
        yield (Piece(" " + _("Enter saves it from today on, esc drops it"), Ink.MUTED),)

    def _points(self, row: "KindRow", ink: Ink) -> Line:
        now = _signed(row.kind.points)
        if self.tried is None or self.tried.id != row.kind.id:
            return (Piece(right(now, POINTS_CELLS), ink),)
        tried = _signed(self.tried.points)
        rest = POINTS_CELLS - len(tried)
        return (
            Piece(right(f"{now} {self.look.arrow} ", rest), Ink.MUTED),
            Piece(tried, Ink.FOCUS),
        )


def states(row: "KindRow") -> list[str]:
    """How a kind stands in the catalogue: own, weighed otherwise, retired, not known."""
    said: list[str] = []
    if not row.known:
        said.append(_("not known"))
    elif row.own:
        said.append(_("own"))
    if row.built_in is not None and row.kind.points != row.built_in.points:
        said.append(_("was {points}").format(points=_signed(row.built_in.points)))
    elif row.changed:
        said.append(_("changed"))
    if row.kind.retired:
        said.append(_("retired"))
    return said


def _stands(row: "KindRow", day: date) -> str:
    """How often it counts, and when it was changed last."""
    said = [ngettext("{n} signal", "{n} signals", row.signals).format(n=row.signals)]
    said += states(row)
    if row.since is not None:
        said.append(_("as it is since {day}").format(day=short_day(row.since, day)))
    return ", ".join(said)


def _label_cells(cells: int) -> int:
    rest = 1 + POINTS_CELLS + 2 + CLASS_CELLS + 2 + STATE_CELLS
    rest += EFFORT_CELLS * (cells >= EFFORT_FROM) + MANY_CELLS * (cells >= MANY_FROM)
    return min(LABEL_MOST, max(LABEL_LEAST, cells - rest))


def _signed(value: float) -> str:
    return points(value) if value else "0"


def _number(value: float) -> str:
    return f"{value:g}" if value == int(value) else decimal(value)
