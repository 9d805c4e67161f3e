"""The rows of the sync screen: some take several lines under captions; the cursor steps from row to
row."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from staketerm.tui.drawing.lines import Line, Piece, rule
from staketerm.tui.drawing.look import Look
from staketerm.tui.program import program
from staketerm.tui.widgets.rows import RowState
from staketerm.tui.widgets.tall_rows import TallLine, TallRows


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


class SyncRows(TallRows):
    """The sections below each other, laid out for the width there is."""

    def __init__(self, empty: Callable[[int], Sequence[Line]], *, id: str) -> None:
        super().__init__(empty, id=id)
        self._sections: Sequence[SyncSection] = ()

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

    def _bring_in_sight(self, top: int) -> None:
        """The caption above the first row as well."""
        if self.cursor == 1 or not top:
            self.scroll_to(y=0, animate=False, force=True, immediate=True)
        else:
            super()._bring_in_sight(top)

    def _every(self) -> list[SyncRow]:
        return [row for section in self._sections for row in section.rows]

    def _lines(self, cells: int) -> list[TallLine]:
        look: Look = program(self).look
        lines: list[TallLine] = []
        for section in self._sections:
            caption = rule(section.title, section.hint, cells + 1, stroke=look.rule)
            lines.append(TallLine(f"{section.title} caption", 0, None, caption))
            for row in section.rows:
                lines += [
                    TallLine(f"{row.key} {part}", part, row, line)
                    for part, line in enumerate(row.lines(cells))
                ]
            lines += [
                TallLine(f"{section.title} end {at}", 0, None, (Piece(" "), *line))
                for at, line in enumerate(section.end)
            ]
        return lines

    def _draw_line(self, line: TallLine, cells: int, state: RowState) -> Line:
        look = program(self).look
        if line.row is None:
            return line.line
        marked = line.part == 0 and state.marked
        here = line.part == 0 and self.chosen is line.row
        lead = look.selected if here else look.marked if marked else " "
        return (Piece(lead), *line.line)


def _first(row: SyncRow) -> str:
    return f"{row.key} 0"
