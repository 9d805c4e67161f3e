"""The rows of the sync screen: some take several lines under captions; the cursor steps from row to
row."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from staketerm.tui.drawing.lines import Line, Piece, rule
from staketerm.tui.drawing.look import Look
from staketerm.tui.program import program
from staketerm.tui.widgets.rows import RowState
from staketerm.tui.widgets.stepping import SteppingList


class SyncRow(NamedTuple):
    """One row: its key, what it is about, and its lines for a width."""

    key: str
    about: Any
    lines: Callable[[int], Sequence[Line]]


class SyncSection(NamedTuple):
    """Rows under a caption; `end` are sentences below them."""

    title: str
    hint: str
    rows: Sequence[SyncRow]
    end: Sequence[Line] = ()


class SyncLine(NamedTuple):
    """One line; the first of a row has part 0, what belongs to none has no row."""

    key: str
    part: int
    row: SyncRow | None
    line: Line


class SyncRows(SteppingList[SyncLine]):
    """The sections below each other, laid out for the width there is."""

    def __init__(self, empty: Callable[[int], Sequence[Line]], *, id: str) -> None:
        super().__init__(
            self._draw_line,
            key=lambda line: line.key,
            stops=lambda line: line.row is not None and line.part == 0,
            empty=empty,
            id=id,
        )
        self._sections: Sequence[SyncSection] = ()

    @property
    def chosen(self) -> SyncRow | None:
        """The row the cursor stands on."""
        return self.stop.row if self.stop is not None else None

    @property
    def marked_rows(self) -> list[SyncRow]:
        """The rows that are marked, from the top."""
        return [each for each in self._every() if _first(each) in self.marked]

    def mark_chosen(self) -> None:
        """Mark the row under the cursor, or take its mark away, and go on to the next one."""
        if self.chosen is not None:
            self.mark(self.marked ^ {_first(self.chosen)})
            self.move(1)

    def mark_these(self, rows: Sequence[SyncRow]) -> None:
        """Mark these rows, or none where all of them are."""
        keys = frozenset(map(_first, rows))
        self.mark(() if self.marked == keys else keys)

    def begin(self, sections: Sequence[SyncSection]) -> None:
        """Show these sections; those without rows are left out."""
        self._sections = [section for section in sections if section.rows]
        self.lay_out()

    def on_resize(self) -> None:
        """Another width asks for other lines."""
        self.lay_out()

    def move_to(self, row: int) -> None:
        """The cursor to a row, and every line of it in sight, where there is room."""
        super().move_to(row)
        self.refresh()  # a row has several lines
        last, height = self.cursor, self.size.height
        while last + 1 < len(self.rows) and self.rows[last + 1].part:
            last += 1
        top = min(self.cursor, last - height + 1)
        if self.cursor == 1:
            top = 0  # the caption above the first row
        if height and (self.scroll_offset.y < top or not top):
            self.scroll_to(y=top, animate=False, force=True, immediate=True)

    def lay_out(self) -> None:
        """Draw everything for the width there is."""
        width, height = self.size
        if width < 2:
            return
        lines = self._lines(width - 1)
        if len(lines) > height:  # a scroll bar takes one cell of each line
            lines = self._lines(width - 2)
        self.show(lines)

    def _every(self) -> list[SyncRow]:
        return [row for section in self._sections for row in section.rows]

    def _lines(self, cells: int) -> list[SyncLine]:
        look: Look = program(self).look
        lines: list[SyncLine] = []
        for section in self._sections:
            caption = rule(section.title, section.hint, cells + 1, stroke=look.rule)
            lines.append(SyncLine(f"{section.title} caption", 0, None, caption))
            for row in section.rows:
                lines += [
                    SyncLine(f"{row.key} {part}", part, row, line)
                    for part, line in enumerate(row.lines(cells))
                ]
            lines += [
                SyncLine(f"{section.title} end {at}", 0, None, (Piece(" "), *line))
                for at, line in enumerate(section.end)
            ]
        return lines

    def _draw_line(self, line: SyncLine, cells: int, state: RowState) -> Line:
        look = program(self).look
        if line.row is None:
            return line.line
        marked = line.part == 0 and state.marked
        here = line.part == 0 and self.chosen is line.row
        lead = look.selected if here else look.marked if marked else " "
        return (Piece(lead), *line.line)


def _first(row: SyncRow) -> str:
    return f"{row.key} 0"
