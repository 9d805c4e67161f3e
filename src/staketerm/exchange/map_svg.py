"""A map as SVG by hand: small, accessible, and free of anything that runs or is fetched.

Shapes tell positions apart without colour (screens 4); every person is a group with a title, in
reading order. All text is escaped, and what a terminal or a browser would obey was dropped.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from rich.cells import cell_len, set_cell_size

from staketerm.domain.glyphs import LABELS
from staketerm.domain.maps.grid import Grid
from staketerm.domain.maps.maps import MapKind
from staketerm.domain.maps.point import LEVELS, Point
from staketerm.domain.maps.salience import ATTRIBUTES
from staketerm.domain.maps.sections import Section
from staketerm.domain.phrases import decimal, fraction
from staketerm.domain.text import plain_line
from staketerm.domain.vocabulary import word
from staketerm.exchange.files import Written, write_whole
from staketerm.exchange.map_sheet import Sheet, refuse_other
from staketerm.locale import _

WIDTH, EDGE, LINE = 960, 24, 20
"""Units of the page, its margin, and the height of a line of names."""

TOP = 64
"""Units above the map, for its heading."""

LETTER = 7.2
"""Units that a cell of text takes at the usual size."""

OURS = '<svg xmlns="http://www.w3.org/2000/svg" data-made-by="staketerm"'
"""How a map begins: no other file is written over."""

INK, FAINT, RULE, FOR, AGAINST = "#1f2328", "#57606a", "#c4cad0", "#1a7f37", "#9a6700"
_Cells = Callable[[Point, Sequence[float], float], Iterator[str]]
"""Draws somebody's cells of a table at the middles of its columns, on a line."""

COLOURS = {
    "partner": FOR,
    "supporter": FOR,
    "quiet_supporter": FOR,
    "quiet_opponent": AGAINST,
    "opponent": AGAINST,
    "unknown": FAINT,
}


def write_svg(path: Path, sheet: Sheet) -> Written:
    """Write a map to `path`, for its owner alone; a map that is there is replaced.

    Raises `ExportFailed` for a file that is something else, and where nothing can be written.
    """
    refuse_other(path, (OURS,))
    return write_whole(path, (f"{line}\n" for line in svg(sheet)))


def svg(sheet: Sheet) -> Iterator[str]:
    """The file, line by line."""
    drawing = _Drawing(sheet)
    body = [*drawing.body()]
    bottom = drawing.bottom + EDGE
    heading = escape(sheet.heading)
    yield (
        f'{OURS} viewBox="0 0 {WIDTH} {bottom:g}" width="{WIDTH}" height="{bottom:g}" role="img"'
        ' aria-labelledby="title about" font-family="system-ui, sans-serif" font-size="13"'
        f' fill="{INK}">'
    )
    yield f'<title id="title">{heading}</title>'
    yield f'<desc id="about">{escape(" ".join((*drawing.told(), *sheet.remarks)))}</desc>'
    yield f'<rect width="{WIDTH}" height="{bottom:g}" fill="#ffffff"/>'
    yield _text(EDGE, 36, sheet.heading, size=18, weight="600")
    yield from body
    yield "</svg>"


class _Drawing:
    """One sheet; `bottom` is how far down it reaches once its body is drawn."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.bottom = float(TOP)

    def body(self) -> Iterator[str]:
        """The map, then the signs and what has to be known."""
        drawn = self.sheet.drawn
        if isinstance(drawn, Grid):
            yield from self._grid(drawn)
        elif self.sheet.kind is MapKind.STANCE_ENERGY:
            yield from self._bars(drawn)
        elif self.sheet.kind is MapKind.WANTED_NOW:
            yield from self._table(drawn, [word(level) for level in LEVELS], self._levels)
        else:
            yield from self._table(drawn, [word(each) for each in ATTRIBUTES], self._ticks)
        yield from self._legend()
        for remark in self.sheet.remarks:
            self.bottom += LINE
            yield _text(EDGE, self.bottom, remark, fill=FAINT)

    def told(self) -> Iterator[str]:
        """The map in sentences, for whoever hears it."""
        drawn = self.sheet.drawn
        if isinstance(drawn, Grid):
            for (column, row), points in drawn.in_order():
                up, across = drawn.up, drawn.across
                place = f"{up.title} {up.steps[row - 1]}, {across.title} {across.steps[column - 1]}"
                yield f"{place}: {self._names(points)}."
            if told := self.sheet.not_placed(drawn):
                yield f"{told}."
            return
        for section in drawn:
            if section.points:
                yield f"{section.title}: {self._names(section.points)}."

    def _names(self, points: Iterable[Point]) -> str:
        return ", ".join(
            f"{self.sheet.called(point.who)} ({word(point.now.label)})" for point in points
        )

    # squares

    def _grid(self, grid: Grid) -> Iterator[str]:
        left, columns, rows = EDGE + 56, len(grid.across.steps), len(grid.up.steps)
        wide = (WIDTH - EDGE - left) / columns
        names = grid.quarters[self.sheet.tradition]
        right = WIDTH - EDGE
        yield _text(left, TOP + 14, names.top_left, fill=FAINT)
        yield _text(right, TOP + 14, names.top_right, fill=FAINT, anchor="end")
        tops = self._tops(grid, TOP + 24)
        for row in range(rows, 0, -1):
            top, high = tops[rows - row], tops[rows - row + 1] - tops[rows - row]
            yield _text(left - 12, top + 24, grid.up.steps[row - 1], fill=FAINT, anchor="end")
            for column in range(1, columns + 1):
                x = left + (column - 1) * wide
                yield (
                    f'<rect x="{x:g}" y="{top:g}" width="{wide:g}" height="{high:g}"'
                    f' fill="none" stroke="{RULE}"/>'
                )
                for place, point in enumerate(grid.cells.get((column, row), ())):
                    yield from self._person(point, x + 16, top + 20 + place * LINE, wide - 34)
        bottom = tops[-1]
        for column, step in enumerate(grid.across.steps):
            middle = left + (column + 0.5) * wide
            yield _text(middle, bottom + 18, step, fill=FAINT, anchor="middle")
        yield _text(left, bottom + 38, names.bottom_left, fill=FAINT)
        yield _text((left + right) / 2, bottom + 38, grid.across.title, anchor="middle")
        yield _text(right, bottom + 38, names.bottom_right, fill=FAINT, anchor="end")
        yield _text(EDGE, TOP + 14, grid.up.title)
        self.bottom = bottom + 44
        if told := self.sheet.not_placed(grid):
            yield from self._wrapped(told)

    def _tops(self, grid: Grid, top: float) -> list[float]:
        """Where each row begins, from the top, and where the last one ends."""
        heights = []
        for row in range(len(grid.up.steps), 0, -1):
            held = (
                len(grid.cells.get((column, row), ()))
                for column in range(1, len(grid.across.steps) + 1)
            )
            heights.append(max(2, *held) * LINE + 12.0)
        return [*accumulate(heights, initial=top)]

    # rows

    def _bars(self, sections: Sequence[Section]) -> Iterator[str]:
        left, right = 330.0, WIDTH - 150.0
        middle, half = (left + right) / 2, (right - left) / 2
        for x, caption in ((left, _("against")), (middle, "0"), (right, _("for"))):
            yield _text(x, TOP + 14, caption, fill=FAINT, anchor="middle")
        self.bottom = TOP + 20
        for section in sections:
            if section.id == "unknown":
                yield from self._listed(section)
                continue
            yield from self._headed(section)
            for point in section.points:
                self.bottom += LINE
                y = self.bottom
                yield self._opened(point)
                yield _text(EDGE + 36, y + 4, decimal(point.now.energy), fill=FAINT, anchor="end")
                yield _text(EDGE + 52, y + 4, self._short(point, 230))
                yield _line(left, y, right, y, RULE, 0.8)
                yield _line(middle, y - 6, middle, y + 6, RULE, 1)
                low, high = (middle + half * value for value in (point.now.low, point.now.high))
                yield _line(low, y, high, y, COLOURS.get(point.now.label, INK), 3)
                yield _mark(point.now.label, middle + half * point.now.stance, y)
                yield _text(right + 14, y + 4, word(point.now.label), fill=FAINT)
                yield "</g>"

    def _table(
        self, sections: Sequence[Section], heads: Sequence[str], draw: _Cells
    ) -> Iterator[str]:
        left = 300.0
        wide = (WIDTH - EDGE - left) / len(heads)
        places = [left + (place + 0.5) * wide for place in range(len(heads))]
        for x, head in zip(places, heads, strict=True):
            yield _text(x, TOP + 14, head, fill=FAINT, anchor="middle")
        self.bottom = TOP + 20
        for section in sections:
            if section.id == "unknown":
                yield from self._listed(section)
                continue
            if section.points:
                yield from self._headed(section)
            for point in section.points:
                self.bottom += LINE
                yield self._opened(point)
                yield _mark(point.now.label, EDGE + 10, self.bottom)
                yield _text(EDGE + 24, self.bottom + 4, self._short(point, left - EDGE - 30))
                yield from draw(point, places, self.bottom)
                yield "</g>"

    def _levels(self, point: Point, places: Sequence[float], y: float) -> Iterator[str]:
        now, wanted = point.level, point.wanted
        if now is None or wanted is None:
            return
        at, to = places[LEVELS.index(now)], places[LEVELS.index(wanted)]
        if at != to:
            yield _line(at, y, to, y, FAINT, 1.2)
        for x, letter in ((at, "C"), (to, "D")) if at != to else ((at, "C = D"),):
            half = 4 + len(letter) * 4
            yield (
                f'<rect x="{x - half:g}" y="{y - 8:g}" width="{2 * half:g}" height="16" rx="4"'
                f' fill="#ffffff" stroke="{INK}" stroke-width=".8"/>'
            )
            yield _text(x, y + 4, letter, anchor="middle", size=11)

    def _ticks(self, point: Point, places: Sequence[float], y: float) -> Iterator[str]:
        for attribute, x in zip(ATTRIBUTES, places, strict=True):
            if attribute in point.who.salience:
                yield _text(x, y + 4, "x", anchor="middle", weight="600")

    # pieces

    def _headed(self, section: Section) -> Iterator[str]:
        self.bottom += LINE + 10
        yield _text(EDGE, self.bottom, section.title, weight="600")
        self.bottom += 2

    def _listed(self, section: Section) -> Iterator[str]:
        if section.points:
            yield from self._headed(section)
            yield from self._wrapped(
                ", ".join(self.sheet.called(point.who) for point in section.points)
            )

    def _person(self, point: Point, x: float, y: float, room: float) -> Iterator[str]:
        yield self._opened(point)
        yield _mark(point.now.label, x, y - 4)
        yield _text(x + 13, y, self._short(point, room))
        yield "</g>"

    def _opened(self, point: Point) -> str:
        """The group of one person, with a title that says all of it."""
        who, now = point.who, point.now
        told = [self.sheet.called(who), word(now.label)]
        if now.side is not None:
            told.append(
                _("stance {stance}, between {low} and {high}").format(
                    stance=fraction(now.stance), low=fraction(now.low), high=fraction(now.high)
                )
            )
        told += [
            f"{caption} {value}"
            for caption, value in ((_("power"), who.power), (_("interest"), who.interest))
            if value
        ]
        return f"<g><title>{escape(', '.join(told))}</title>"

    def _short(self, point: Point, room: float) -> str:
        name = self.sheet.called(point.who)
        cells = int(room / LETTER)
        return name if cell_len(name) <= cells else set_cell_size(name, cells - 1).rstrip() + "…"

    def _legend(self) -> Iterator[str]:
        self.bottom += LINE + 10
        x = float(EDGE + 6)
        for label in LABELS:
            yield _mark(label, x, self.bottom - 4)
            yield _text(x + 12, self.bottom, word(label), fill=FAINT, size=12)
            x += 34 + len(word(label)) * 6.6

    def _wrapped(self, text: str) -> Iterator[str]:
        line = ""
        for each in text.split():
            if cell_len(f"{line} {each}") * LETTER > WIDTH - 2 * EDGE:
                self.bottom += LINE
                yield _text(EDGE, self.bottom, line)
                line = each
            else:
                line = f"{line} {each}".strip()
        self.bottom += LINE
        yield _text(EDGE, self.bottom, line)


def _mark(label: str, x: float, y: float) -> str:
    """The sign of a position as a shape: round, diamond or square, filled where active."""
    colour = COLOURS.get(label, INK)
    fill = colour if label in {"partner", "supporter", "critic", "opponent"} else "#ffffff"
    style = f'fill="{fill}" stroke="{colour}" stroke-width="1.4"'
    if label == "unknown":
        return f'<circle cx="{x:g}" cy="{y:g}" r="1.8" fill="{colour}"/>'
    if label == "partner":
        ring = f'<circle cx="{x:g}" cy="{y:g}" r="6.4" fill="#ffffff" stroke="{colour}"/>'
        return f'{ring}<circle cx="{x:g}" cy="{y:g}" r="3.6" {style}/>'
    if label in {"supporter", "quiet_supporter"}:
        return f'<circle cx="{x:g}" cy="{y:g}" r="5" {style}/>'
    if label in {"critic", "fence_sitter"}:
        return f'<path d="M{x:g} {y - 6:g}l6 6-6 6-6-6z" {style}/>'
    return f'<rect x="{x - 4.6:g}" y="{y - 4.6:g}" width="9.2" height="9.2" {style}/>'


def _line(x1: float, y1: float, x2: float, y2: float, colour: str, wide: float) -> str:
    return (
        f'<path d="M{x1:g} {y1:g}L{x2:g} {y2:g}" fill="none" stroke="{colour}"'
        f' stroke-width="{wide:g}"/>'
    )


def _text(
    x: float,
    y: float,
    said: str,
    *,
    fill: str = "",
    size: int = 0,
    weight: str = "",
    anchor: str = "",
) -> str:
    given = {
        "fill": fill,
        "font-size": str(size) if size else "",
        "font-weight": weight,
        "text-anchor": anchor,
    }
    attributes = "".join(f" {name}={quoteattr(value)}" for name, value in given.items() if value)
    return f'<text x="{x:g}" y="{y:g}"{attributes}>{escape(plain_line(said))}</text>'
