"""A map as plain text: a grid of names or rows under headings, for a terminal, a mail, a file."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.cells import cell_len, set_cell_size

from staketerm.domain.glyphs import ASCII, FULL
from staketerm.domain.maps.grid import Grid
from staketerm.domain.maps.maps import MapKind, title_of
from staketerm.domain.maps.point import LEVELS, Point
from staketerm.domain.maps.salience import ATTRIBUTES
from staketerm.domain.maps.sections import Section
from staketerm.domain.phrases import decimal
from staketerm.domain.vocabulary import word
from staketerm.exchange.files import Written, write_whole
from staketerm.exchange.map_sheet import Sheet, refuse_other
from staketerm.locale import _

WIDTH = 100
"""Cells of a line, where nothing else is asked for."""

NARROWEST = 80
"""Cells below which no map is legible."""

BAR, NAME, POSITION = 35, 28, 19
"""Cells of an interval bar and of a name where there is room, and of a position."""

LEVEL = 11
"""Cells of a level of engagement."""


class MapText:
    """One sheet as lines of at most `width` cells (at least 80), in Unicode or in ASCII."""

    def __init__(self, sheet: Sheet, width: int = WIDTH, *, ascii_only: bool = False) -> None:
        self.sheet = sheet
        self.width = max(NARROWEST, width)
        self.cells = BAR if self.width >= WIDTH else 25
        self.ascii = ascii_only
        self.glyphs = ASCII if ascii_only else FULL
        self.bar, self.dash, self.cross = ("|", "-", "+") if ascii_only else ("│", "─", "┼")

    def lines(self) -> Iterator[str]:
        """The heading, the map, what has to be known to read it."""
        yield self._cut(self.sheet.heading, self.width)
        yield ""
        drawn = self.sheet.drawn
        if isinstance(drawn, Grid):
            yield from self._grid(drawn)
        elif self.sheet.kind is MapKind.STANCE_ENERGY:
            yield from self._bars(drawn)
        elif self.sheet.kind is MapKind.WANTED_NOW:
            yield from self._matrix(drawn)
        else:
            yield from self._salience(drawn)
        yield ""
        for remark in self.sheet.remarks:
            yield from self._wrapped(remark, "")

    # squares

    def _grid(self, grid: Grid) -> Iterator[str]:
        margin = max(map(cell_len, grid.up.steps)) + 1
        columns = len(grid.across.steps)
        room = (self.width - margin - columns - 1) // columns
        names = grid.quarters[self.sheet.tradition]
        yield grid.up.title
        yield self._ends(names.top_left, names.top_right, margin)
        rows = len(grid.up.steps)
        for row in range(rows, 0, -1):
            yield self._rule("├┼┤" if row < rows else "┌┬┐", columns, margin, room)
            yield from self._row(grid, row, margin, room)
        yield self._rule("└┴┘", columns, margin, room)
        steps = "".join(self._fill(f" {step}", room + 1) for step in grid.across.steps)
        yield f"{' ' * margin}{steps.rstrip()}  {grid.across.title}"
        yield self._ends(names.bottom_left, names.bottom_right, margin)
        yield from self._unplaced(grid)

    def _rule(self, corners: str, columns: int, margin: int, room: int) -> str:
        left, between, right = tuple("+++" if self.ascii else corners)
        return " " * margin + left + between.join([self.dash * room] * columns) + right

    def _row(self, grid: Grid, row: int, margin: int, room: int) -> Iterator[str]:
        held = [
            grid.cells.get((column, row), ()) for column in range(1, len(grid.across.steps) + 1)
        ]
        for line in range(max(1, *map(len, held))):
            step = grid.up.steps[row - 1] if line == 0 else ""
            cells = (
                self._fill(f" {self._named(points[line])}" if line < len(points) else "", room)
                for points in held
            )
            yield self._fill(step, margin) + self.bar + self.bar.join(cells) + self.bar

    def _ends(self, left: str, right: str, margin: int) -> str:
        gap = self.width - margin - cell_len(left) - cell_len(right) - 2
        return f"{' ' * margin} {left}{' ' * max(2, gap)}{right}".rstrip()

    def _unplaced(self, grid: Grid) -> Iterator[str]:
        if told := self.sheet.not_placed(grid):
            yield ""
            yield from self._wrapped(told, "  ")

    # rows

    def _bars(self, sections: Sequence[Section]) -> Iterator[str]:
        name = min(NAME, self.width - self.cells - POSITION - 14)
        half = self.cells // 2
        ends = _("against").ljust(half) + _("for").rjust(self.cells - half)
        yield f"{_('energy'):>8}  {self._fill('', name)}  {ends}"
        for section in sections:
            if section.id == "unknown":
                yield from self._listed(section)
                continue
            yield self._headed(section)
            for point in section.points:
                energy = decimal(point.now.energy)
                called = self._fill(self.sheet.called(point.who), name)
                yield f"{energy:>8}  {called}  {self._interval(point)}  {word(point.now.label)}"

    def _interval(self, point: Point) -> str:
        first, at, last = (
            min(self.cells - 1, max(0, round((value + 1) * (self.cells - 1) / 2)))
            for value in (point.now.low, point.now.stance, point.now.high)
        )
        on, off = ("=", ".") if self.ascii else ("━", "·")
        track = [on if first <= cell <= last else off for cell in range(self.cells)]
        track[self.cells // 2] = self.cross if first <= self.cells // 2 <= last else self.bar
        track[at] = self.glyphs[point.now.label]
        return "".join(track)

    def _matrix(self, sections: Sequence[Section]) -> Iterator[str]:
        name = min(NAME, self.width - 2 - LEVEL * len(LEVELS))
        heads = "".join(f"{word(level):^{LEVEL}}" for level in LEVELS)
        yield f"  {self._fill('', name)}{heads}".rstrip()
        for section in sections:
            if section.id == "unknown":
                yield from self._listed(section)
                continue
            if section.points:
                yield self._headed(section)
            for point in section.points:
                cells = "".join(f"{_mark(point, place):^{LEVEL}}" for place in range(len(LEVELS)))
                yield f"  {self._fill(self._named(point), name)}{cells}".rstrip()

    def _salience(self, sections: Sequence[Section]) -> Iterator[str]:
        heads = "".join(f"{word(attribute):^{LEVEL}}" for attribute in ATTRIBUTES)
        yield f"  {self._fill('', NAME)}{heads}".rstrip()
        for section in sections:
            yield self._headed(section)
            for point in section.points:
                ticks = "".join(
                    f"{'x' if attribute in point.who.salience else self.glyphs['unknown']:^{LEVEL}}"
                    for attribute in ATTRIBUTES
                )
                yield f"  {self._fill(self._named(point), NAME)}{ticks}".rstrip()

    def _listed(self, section: Section) -> Iterator[str]:
        if section.points:
            yield self._headed(section)
            yield from self._wrapped(
                ", ".join(self.sheet.called(point.who) for point in section.points), "  "
            )

    def _headed(self, section: Section) -> str:
        head = f"{self.dash * 2} {section.title} "
        return head + self.dash * max(0, self.width - cell_len(head))

    # words

    def _named(self, point: Point) -> str:
        return f"{self.glyphs[point.now.label]} {self.sheet.called(point.who)}"

    def _fill(self, text: str, cells: int) -> str:
        text = self._cut(text, cells)
        return text + " " * (cells - cell_len(text))

    def _cut(self, text: str, cells: int) -> str:
        end = "..." if self.ascii else "…"
        if cell_len(text) <= cells:
            return text
        return set_cell_size(text, max(0, cells - len(end))).rstrip() + end

    def _wrapped(self, text: str, indent: str) -> Iterator[str]:
        line = indent
        for each in text.split():
            longer = f"{line} {each}" if line.strip() else indent + each
            if cell_len(longer) > self.width and line.strip():
                yield line
                longer = indent + each
            line = longer
        yield line


def _mark(point: Point, place: int) -> str:
    """What stands in one cell of the engagement matrix."""
    now, wanted = LEVELS[place] == point.level, LEVELS[place] == point.wanted
    if now and wanted:
        return "="
    return "C" if now else "D" if wanted else ""


def write_text(path: Path, sheet: Sheet) -> Written:
    """Write a map as text to `path`, for its owner alone; a text of ours that is there is replaced.

    Raises `ExportFailed` for a file that is something else, and where nothing can be written.
    """
    refuse_other(path, tuple(title_of(kind) for kind in MapKind))
    return write_whole(path, (f"{line}\n" for line in MapText(sheet).lines()))
