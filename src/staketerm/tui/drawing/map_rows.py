"""Maps of rows: stance with its interval, wanted against now, salience, and any map as a list."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple, overload

from staketerm.domain.maps.maps import MapKind
from staketerm.domain.maps.point import LEVELS, Point
from staketerm.domain.maps.salience import ATTRIBUTES
from staketerm.domain.maps.sections import Section
from staketerm.domain.maps.stance_energy import ACTIVE, PASSIVE, UNKNOWN
from staketerm.domain.phrases import decimal, fraction
from staketerm.locale import _
from staketerm.tui.drawing.lines import Ink, Line, Piece, cut, left, right, rule, width
from staketerm.tui.drawing.look import POSITION_INK, Look
from staketerm.tui.drawing.map_grid import nowhere
from staketerm.tui.drawing.marks import track_cell
from staketerm.tui.drawing.words import position_word, widest_position, word
from staketerm.tui.veil import Veil

BAR = 35
"""Cells of an interval bar on the map, where there is room (screens 4)."""

NAME_LEAST, NAME_USUAL, NAME_MOST = 12, 16, 28
COLUMN_LEAST, COLUMN = 8, 11
"""Cells of a level of engagement; where there is room its word is whole."""

ENERGY = 6
"""Cells of the energy with the cursor before it."""


class MapRow(NamedTuple):
    """A line of a map: the head of a section (`point` None), or somebody in it."""

    section: Section
    point: Point | None = None

    @property
    def key(self) -> str:
        """By the person, or the section."""
        return self.point.who.key if self.point else f"= {self.section.id}"

    @property
    def stops(self) -> bool:
        """Whether the cursor may stand on it."""
        return self.point is not None


class SectionRows(Sequence[MapRow]):
    """The lines of some sections, each made when it is asked for; sections without anybody are left
    out."""

    def __init__(self, sections: Iterable[Section] = ()) -> None:
        self._sections = [section for section in sections if section.points]
        lengths = [len(section.points) + 1 for section in self._sections]
        self._starts = [0, *accumulate(lengths)]

    def __len__(self) -> int:
        return self._starts[-1]

    @overload
    def __getitem__(self, place: int) -> MapRow: ...

    @overload
    def __getitem__(self, place: slice) -> list[MapRow]: ...

    def __getitem__(self, place: int | slice) -> MapRow | list[MapRow]:
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(len(self)))]
        if not 0 <= place < len(self):
            raise IndexError(place)
        number = bisect_right(self._starts, place) - 1
        section = self._sections[number]
        at = place - self._starts[number] - 1
        return MapRow(section, section.points[at]) if at >= 0 else MapRow(section)

    def place_of(self, key: str) -> int | None:
        """The line of somebody; None where they are not here."""
        for start, section in zip(self._starts, self._sections, strict=False):
            for place, point in enumerate(section.points, start + 1):
                if point.who.key == key:
                    return place
        return None


@dataclass(frozen=True, slots=True)
class RowsDrawing:
    """Draws the rows of one map; as a plain list where `listed`. `trail` gives where somebody was
    in the weeks passed, the newest first.
    """

    kind: MapKind
    look: Look
    veil: Veil
    listed: bool = False
    trail: Callable[[str], Sequence[Point]] = nowhere

    def head(self, cells: int) -> Line:
        """The captions over the columns."""
        if self.listed:
            said = left(" " + _("who"), self._name(cells) + 5) + "  " + _("position")
        elif self.kind is MapKind.STANCE_ENERGY:
            name = left(_("who"), self._name(cells) + 2)
            said = left(" " + _("energy"), ENERGY + 2) + name + self._ends(self._bar(cells))
        else:
            said = left(" " + _("who"), self._name(cells) + 5)
            said += "".join(self._middle(word(each), cells) for each in self._columns())
        return (Piece(cut(said.rstrip(), cells, self.look.ellipsis), Ink.MUTED),)

    def row(self, row: MapRow, cells: int, *, selected: bool) -> Line:
        """A line."""
        if row.point is None:
            return self._heading(row.section, cells)
        if self.listed:
            return self._entry(row.point, cells, selected=selected)
        if self.kind is MapKind.STANCE_ENERGY:
            return self._stance(row, row.point, cells, selected=selected)
        if self.kind is MapKind.WANTED_NOW:
            return self._levels(row.point, cells, selected=selected)
        return self._ticks(row.point, cells, selected=selected)

    # headings

    def _heading(self, section: Section, cells: int) -> Line:
        if self.kind is not MapKind.STANCE_ENERGY or self.listed or section.id == UNKNOWN:
            return rule(section.title, "", cells, stroke=self.look.rule)
        words = {
            ACTIVE: (
                position_word("opponent"),
                position_word("critic"),
                f"{position_word('partner')}, {position_word('supporter')}",
            ),
            PASSIVE: tuple(
                position_word(each)
                for each in ("quiet_opponent", "fence_sitter", "quiet_supporter")
            ),
        }[section.id]
        first = f"{self.look.rule * 2} {section.title}: {words[0]} "
        free = cells - width(first) - width(words[1]) - width(words[2]) - 4
        before = max(2, free // 2)
        text = f"{first}{self.look.rule * before} {words[1]} "
        text += f"{self.look.rule * max(2, free - before)} {words[2]} "
        return (Piece(cut(text, cells, self.look.ellipsis), Ink.MUTED),)

    def _ends(self, bar: int) -> str:
        against, for_ = _("against"), _("for")
        middle = _("between")
        gap = bar - width(against) - width(for_) - width(middle)
        if gap < 2:
            return left(against, bar - width(for_)) + for_
        return against + " " * (gap // 2) + middle + " " * (gap - gap // 2) + for_

    # rows

    def _lead(self, selected: bool) -> Piece:
        return Piece(self.look.selected if selected else " ", Ink.FOCUS)

    def _called(self, point: Point, cells: int) -> Piece:
        who = point.who
        return Piece(left(self.veil.name(who.id, who.name, who.kind), cells, self.look.ellipsis))

    def _glyph(self, point: Point) -> Piece:
        label = point.now.label
        return Piece(f"{self.look.position(label)} ", POSITION_INK.get(label, Ink.MUTED))

    def _entry(self, point: Point, cells: int, *, selected: bool) -> Line:
        """Somebody in a plain list: name, position in words, impact, stance."""
        now, who = point.now, point.who
        told = [position_word(now.label)]
        if now.side is not None:
            told.append(fraction(now.stance))
        if who.impact:
            told.append(f"{_('impact')} {word(who.impact)}")
        rest = f"  {self.look.between} ".join((left(told[0], widest_position()), *told[1:]))
        return (
            self._lead(selected),
            Piece(" "),
            self._glyph(point),
            self._called(point, self._name(cells)),
            Piece(f"   {rest}", Ink.MUTED),
        )

    def _stance(self, row: MapRow, point: Point, cells: int, *, selected: bool) -> Line:
        bar, name = self._bar(cells), self._name(cells)
        start = (
            self._lead(selected),
            Piece(right(decimal(point.now.energy), ENERGY - 1), Ink.MUTED),
            Piece("  "),
            self._called(point, name),
            Piece("  "),
        )
        if row.section.id == UNKNOWN:
            return (*start, self._glyph(point), Piece(_("too little"), Ink.MUTED))
        line = (*start, *self._track(point, bar))
        if cells - bar - name - ENERGY - 6 < widest_position():
            return line
        ink = POSITION_INK.get(point.now.label, Ink.MUTED)
        return (*line, Piece("  "), Piece(position_word(point.now.label), ink))

    def _track(self, point: Point, bar: int) -> Iterator[Piece]:
        """The interval bar with the estimate's glyph, and those of passed weeks, dim, on it."""
        look, now, middle = self.look, point.now, bar // 2
        first, last, at = (track_cell(value, bar) for value in (now.low, now.high, now.stance))
        track = [look.interval if first <= cell <= last else look.track for cell in range(bar)]
        track[middle] = look.crossing if first <= middle <= last else look.middle
        for before in reversed(self.trail(point.who.key)):
            track[track_cell(before.now.stance, bar)] = look.position(before.now.label)
        ink = POSITION_INK.get(now.label, Ink.MUTED)
        yield Piece("".join(track[:at]), Ink.MUTED)
        yield Piece(look.position(now.label), ink)
        yield Piece("".join(track[at + 1 :]), Ink.MUTED)

    def _levels(self, point: Point, cells: int, *, selected: bool) -> Line:
        """C and D under the levels; glyphs of the levels of passed weeks, dim."""
        passed = {
            before.level: self.look.position(before.now.label)
            for before in reversed(self.trail(point.who.key))
        }
        pieces = [
            self._lead(selected),
            Piece(" "),
            self._glyph(point),
            self._called(point, self._name(cells)),
            Piece(" "),
        ]
        for level in LEVELS:
            now, wanted = level == point.level, level == point.wanted
            if now or wanted:
                said = "C=D" if now and wanted else "C" if now else "D"
                ink = Ink.BOLD if now else Ink.PLAIN
            else:
                said, ink = passed.get(level, self.look.track), Ink.MUTED
            pieces.append(Piece(self._middle(said, cells), ink))
        return tuple(pieces)

    def _ticks(self, point: Point, cells: int, *, selected: bool) -> Line:
        ticks = (
            Piece(self._middle("x", cells), Ink.BOLD)
            if attribute in point.who.salience
            else Piece(self._middle(self.look.track, cells), Ink.MUTED)
            for attribute in ATTRIBUTES
        )
        name = self._called(point, self._name(cells))
        return (self._lead(selected), Piece(" "), self._glyph(point), name, Piece(" "), *ticks)

    # room

    def _columns(self) -> tuple[str, ...]:
        return tuple(LEVELS) if self.kind is MapKind.WANTED_NOW else ATTRIBUTES

    def _bar(self, cells: int) -> int:
        """An odd number of cells, so that there is a middle."""
        room = cells - ENERGY - 4 - NAME_LEAST - 1
        return max(11, min(BAR, room - (room + 1) % 2))

    def _name(self, cells: int) -> int:
        """Cells of a name."""
        if self.listed:
            return max(NAME_LEAST, min(NAME_MOST, cells - widest_position() - 8))
        if self.kind is MapKind.STANCE_ENERGY:
            return max(NAME_LEAST, min(NAME_MOST, cells - self._bar(cells) - ENERGY - 5))
        columns = len(self._columns())
        room = cells - COLUMN * columns - 6
        if room < NAME_USUAL:
            room = cells - COLUMN_LEAST * columns - 6
        return max(NAME_LEAST, min(NAME_MOST, room))

    def _middle(self, said: str, cells: int) -> str:
        """`said` in the middle of a column."""
        room = max(4, min(12, (cells - self._name(cells) - 6) // len(self._columns())))
        said = cut(said, room - 1, self.look.ellipsis)
        before = (room - width(said)) // 2
        return left(" " * before + said, room)
