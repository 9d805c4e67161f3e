"""A map of squares in lines: names under each other, the selected one marked (screens S4)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from staketerm.domain.maps.grid import Cell, Grid
from staketerm.domain.maps.point import Point
from staketerm.locale import _
from staketerm.tui.drawing.lines import Ink, Line, Piece, cut, left, line_width, right, width
from staketerm.tui.drawing.look import POSITION_INK, Look
from staketerm.tui.veil import Veil

TRAIL, NAME_LEAST = 4, 4
"""Glyphs of passed weeks behind a name at most, and the cells a name keeps at least."""

WITH_RULES = 2
"""Names in a square from which the rows are parted by rules."""

MORE = 6
"""Cells that are kept for how many more there are."""

BEFORE, AFTER = 8, 24
"""Of those not placed, how many before and from the selected one on are told."""


class Hit(NamedTuple):
    """Where somebody is drawn: the line, the first cell and the one after the last."""

    line: int
    first: int
    end: int
    key: str


class Window(NamedTuple):
    """What is in sight of a square: the first one, how many, how many more there are; `tight` where
    that has no line of its own."""

    first: int
    shown: int
    more: int
    tight: bool


NOBODY = Window(0, 0, 0, tight=False)


def nowhere(_key: str) -> Sequence[Point]:
    """No trail."""
    return ()


@dataclass(frozen=True, slots=True)
class GridDrawing:
    """Draws one grid. `trail` gives where somebody was in the weeks passed, the newest first;
    `ghosts` the labels in squares that somebody has left.
    """

    grid: Grid
    look: Look
    veil: Veil
    selected: str = ""
    focused: bool = False
    tradition: int = 0
    trail: Callable[[str], Sequence[Point]] = nowhere
    ghosts: Mapping[Cell, Sequence[str]] | None = None

    def lines(self, cells: int, height: int) -> tuple[list[Line], list[Hit]]:
        """The grid in at most `height` lines of `cells` cells, and where everybody is in it."""
        drawn: list[Line] = []
        hits: list[Hit] = []
        below = self._unplaced(cells)
        each, ruled = self._rows_of(height - len(below[0]))
        windows = {cell: self._window(points, each) for cell, points in self.grid.cells.items()}
        drawn.append(self._corners(cells, top=True))
        rows = len(self.grid.up.steps)
        for row in range(rows, 0, -1):
            for line in range(each):
                drawn.append(self._line(row, line, windows, cells, len(drawn), hits))
            if ruled:
                drawn.append(self._rule(cells, last=row == 1))
        drawn.append(self._scale(cells))
        if ruled:
            drawn.append(self._corners(cells, top=False))
        hits += [hit._replace(line=hit.line + len(drawn)) for hit in below[1]]
        drawn += below[0]
        return drawn, hits

    def _rows_of(self, height: int) -> tuple[int, bool]:
        """Lines of one row of squares, and whether there is room for rules."""
        rows = len(self.grid.up.steps)
        each = (height - rows - 3) // rows
        if each >= WITH_RULES:
            return each, True
        return max(1, (height - 2) // rows), False

    # around it

    @property
    def _margin(self) -> int:
        return max(map(width, self.grid.up.steps)) + 2

    def _room(self, cells: int) -> int:
        """Cells of a square without its right edge."""
        columns = len(self.grid.across.steps)
        return max(1, (cells - self._margin - 1 - columns) // columns)

    def _corners(self, cells: int, *, top: bool) -> Line:
        """The name of the scale, and those of two corners, each in the middle of its half."""
        names = self.grid.quarters[self.tradition]
        said = (names.top_left, names.top_right) if top else (names.bottom_left, names.bottom_right)
        start = f" {self.grid.up.title if top else self.grid.across.title} "
        half = (cells - self._margin) // 2
        first = _centred(said[0], half - max(0, width(start) - self._margin))
        text = left(start, max(self._margin, width(start))) + first + _centred(said[1], half)
        return (Piece(cut(text.rstrip(), cells, self.look.ellipsis), Ink.MUTED),)

    def _rule(self, cells: int, *, last: bool) -> Line:
        corners = "+++"
        if self.look.rule == "─":
            corners = "└┴┘" if last else "├┼┤"
        strokes = [self.look.rule * self._room(cells)] * len(self.grid.across.steps)
        text = " " * self._margin + corners[0] + corners[1].join(strokes) + corners[2]
        return (Piece(text, Ink.MUTED),)

    def _scale(self, cells: int) -> Line:
        room = self._room(cells)
        steps = "".join(_centred(step, room + 1) for step in self.grid.across.steps)
        return (Piece(cut(" " * (self._margin + 1) + steps.rstrip(), cells), Ink.MUTED),)

    # in it

    def _line(
        self,
        row: int,
        line: int,
        windows: Mapping[Cell, Window],
        cells: int,
        at: int,
        hits: list[Hit],
    ) -> Line:
        step = self.grid.up.steps[row - 1] if line == 0 else ""
        pieces: list[Piece] = [Piece(" " + left(step, self._margin - 1), Ink.MUTED)]
        edge = Piece(self.look.divider, Ink.MUTED)
        room = self._room(cells)
        pieces.append(edge)
        start = self._margin + 1
        for column in range(1, len(self.grid.across.steps) + 1):
            cell = (column, row)
            drawn, key = self._square(cell, line, windows.get(cell, NOBODY), room)
            if key:
                hits.append(Hit(at, start, start + room, key))
            pieces += [*drawn, Piece(" " * (room - line_width(drawn))), edge]
            start += room + 1
        return tuple(pieces)

    def _square(self, cell: Cell, line: int, window: Window, room: int) -> tuple[Line, str]:
        """One line of a square: somebody, how many more there are, or the ghost of who was here."""
        points = self.grid.cells.get(cell, ())
        first, shown, more, tight = window
        if line < shown:
            point = points[first + line]
            return self._person(point, room, f"+{more}" if tight else ""), point.who.key
        if line == shown and more:
            return (Piece(right(f"+{more} ", room), Ink.MUTED),), ""
        ghost = "".join(self.look.position(label) for label in (self.ghosts or {}).get(cell, ()))
        if ghost and line == shown:
            return (Piece(right(f"{ghost} ", room), Ink.MUTED),), ""
        return (), ""

    def _window(self, points: Sequence[Point], each: int) -> Window:
        """Which of the people of a square are in sight, the selected one among them."""
        if len(points) <= each:
            return Window(0, len(points), 0, tight=False)
        shown = max(1, each - 1)
        at = next(
            (place for place, point in enumerate(points) if point.who.key == self.selected), 0
        )
        first = min(max(0, at - shown + 1), len(points) - shown)
        return Window(first, shown, len(points) - shown, tight=each == 1)

    def _person(self, point: Point, room: int, rest: str = "") -> Line:
        selected = point.who.key == self.selected
        glyph = self.look.position(point.now.label)
        passed = self.trail(point.who.key)[: max(0, min(TRAIL, room - NAME_LEAST - 4))]
        trail = "".join(self.look.position(before.now.label) for before in passed)
        tail = f"{trail}{rest}"
        if room - 4 - width(tail) < 1:
            tail = ""
        name = self.veil.name(point.who.id, point.who.name, point.who.kind)
        space = max(1, room - 3 - (width(tail) + 1 if tail else 0))
        lead = Piece(self.look.selected if selected else " ", Ink.FOCUS)
        ink = Ink.PLAIN
        if selected:
            ink = Ink.REVERSE if self.focused else Ink.BOLD
        if self.veil.down and width(name) > space:
            name = name.rpartition(" ")[2]  # the number tells them apart, the word before does not
        pieces = [
            lead,
            Piece(glyph, POSITION_INK.get(point.now.label, Ink.MUTED)),
            Piece(" "),
            Piece(cut(name, space, self.look.ellipsis), ink),
        ]
        if tail:
            gap = room - line_width(pieces) - width(tail)
            pieces.append(Piece(" " * max(1, gap) + tail, Ink.MUTED))
        return tuple(pieces)

    # under it

    def _unplaced(self, cells: int) -> tuple[list[Line], list[Hit]]:
        """Those who are not placed, on as many as two lines around the selected one."""
        if not self.grid.unplaced:
            return [], []
        words = self._words()
        lines = _flow(words, cells - MORE, Piece(f" {_('Not placed:')}", Ink.MUTED))
        at = next(
            (
                number
                for number, line in enumerate(lines)
                if any(key == self.selected for _piece, key in line)
            ),
            0,
        )
        shown = lines[max(0, at - 1) : max(2, at + 1)]
        left_out = len(self.grid.unplaced) - sum(bool(key) for line in shown for _p, key in line)
        if left_out:
            shown[-1].append((Piece(f" +{left_out}", Ink.MUTED), ""))
        drawn: list[Line] = []
        hits: list[Hit] = []
        for number, line in enumerate(shown):
            place = 0
            for piece, key in line:
                if key:
                    hits.append(Hit(number, place, place + width(piece.text), key))
                place += width(piece.text)
            drawn.append(tuple(piece for piece, _key in line))
        return drawn, hits

    def _words(self) -> list[tuple[Piece, str]]:
        """Some of them around the selected one, each with what follows."""
        everybody = [
            (point, f" ({lacks});" if point is points[-1] else ",")
            for lacks, points in self.grid.lacking().items()
            for point in points
        ]
        at = next(
            (n for n, (point, _after) in enumerate(everybody) if point.who.key == self.selected), 0
        )
        first = max(0, at - BEFORE)
        words: list[tuple[Piece, str]] = []
        for point, after in everybody[first : at + AFTER]:
            who = point.who
            ink = Ink.PLAIN
            if who.key == self.selected:
                ink = Ink.REVERSE if self.focused else Ink.BOLD
            words.append((Piece(self.veil.name(who.id, who.name, who.kind), ink), who.key))
            words.append((Piece(after, Ink.MUTED), ""))
        return words


def _flow(
    words: Sequence[tuple[Piece, str]], cells: int, start: Piece
) -> list[list[tuple[Piece, str]]]:
    """Names with what follows each, broken into lines."""
    lines: list[list[tuple[Piece, str]]] = [[(start, "")]]
    taken = width(start.text)
    for (name, key), (after, _none) in zip(words[::2], words[1::2], strict=True):
        room = cells - 2 - width(after.text)
        name = name._replace(text=cut(name.text, max(1, room)))
        needed = 1 + width(name.text) + width(after.text)
        if taken + needed > cells:
            lines.append([])
            taken = 0
        lines[-1] += [(Piece(" "), ""), (name, key), (after, "")]
        taken += needed
    end, key = lines[-1][-1]
    lines[-1][-1] = (end._replace(text=end.text.rstrip(";")), key)
    return lines


def _centred(text: str, cells: int) -> str:
    text = cut(text, cells)
    before = (cells - width(text)) // 2
    return left(" " * before + text, cells)
