"""The lines of the import preview (screens S8)."""

from collections.abc import Sequence
from dataclasses import dataclass

from staketerm.locale import _, ngettext
from staketerm.tui.drawing.lines import (
    EMPTY,
    Ink,
    Line,
    Piece,
    apart,
    cut,
    fit,
    left,
    line_width,
    width,
    wrap,
)
from staketerm.tui.drawing.look import Look
from staketerm.tui.drawing.values import count
from staketerm.tui.intake.preview import ColumnLine, Group, Preview, PreviewLine
from staketerm.tui.veil import Veil

INK_OF = {Group.CANNOT: Ink.FAULT, Group.ASKS: Ink.BOLD}
"""The groups that need a look; the others are muted."""

WORD_CELLS = 8
ROW_CELLS = 8

BETWEEN = 4
"""Blanks between two columns that stand on one line."""


def counts(preview: Preview, cells: int, veil: Veil, look: Look) -> Line:
    """How many rows do what, and where they go: "41 rows:  27 new  9 changed   into Graafloket"."""
    pieces = [Piece(" ")]
    pieces += [Piece(f"{said}  ", Ink.BOLD) for said in preview.counts]
    if preview.unread:
        said = _("{n} cannot be read").format(n=count(preview.unread))
        pieces.append(Piece(f" {said}", Ink.FAULT))
    into = _("into {project}").format(project=veil.text(preview.project))
    end = (Piece(f"{into} ", Ink.MUTED),) if preview.project else EMPTY
    return apart(tuple(pieces), end, cells, look.ellipsis)


def columns(several: Sequence[ColumnLine], cells: int, most: int, look: Look) -> list[Line]:
    """What was recognised, as many on a line as fit, in at most `most` lines."""
    lines: list[list[Piece]] = []
    room = 0
    for n, column in enumerate(several):
        text = cut(f"{column.header} > {column.word}", cells - 2, look.ellipsis)
        if room >= BETWEEN + width(text):
            lines[-1].append(Piece(" " * BETWEEN))
            room -= BETWEEN
        elif len(lines) == most:
            more = _("and {n} more").format(n=len(several) - n)
            lines[-1] = _with_end(lines[-1], more, cells, look)
            break
        else:
            lines.append([])
            room = cells - 2
        lines[-1].append(Piece(text, Ink.MUTED if column.left_out else Ink.PLAIN))
        room -= width(text)
    return [(Piece(" "), *fit(tuple(line), cells - 2, look.ellipsis)) for line in lines]


def _with_end(line: list[Piece], end: str, cells: int, look: Look) -> list[Piece]:
    return list(apart(tuple(line), (Piece(end, Ink.MUTED),), cells - 2, look.ellipsis))


def reading(said: str, escape: str) -> Sequence[Line]:
    """How far the reading is: "reading ... 41 %   esc stops"."""
    stops = _("{key} stops").format(key=escape)
    return (
        EMPTY,
        (Piece(f"   {_('reading ...')} {said}".rstrip()), Piece(f"   {stops}", Ink.MUTED)),
    )


def fault(text: str, cells: int, veil: Veil, escape: str) -> Sequence[Line]:
    """Why a file cannot be taken in, in full, and that nothing has happened."""
    leaves = _("{key} leaves; nothing has been written").format(key=escape)
    return (EMPTY, *faults(text, cells, veil), EMPTY, (Piece(f"  {leaves}", Ink.MUTED),))


def faults(text: str, cells: int, veil: Veil) -> list[Line]:
    """What went wrong, line by line."""
    return [
        (Piece(f" {part}", Ink.FAULT),)
        for said in text.splitlines()
        for part in wrap(veil.text(said), max(10, cells - 2))
    ]


def happens(preview: Preview, cells: int, most: int) -> Sequence[Line]:
    """What Enter would do, in at most `most` lines."""
    lines = [(Piece(f" {part}"),) for said in preview.happens for part in wrap(said, cells - 2)]
    return lines[:most]


def aside(unread: int, file: str) -> tuple[str, Sequence[str]]:
    """The question what becomes of the rows that cannot be read, and its two answers."""
    if not unread:
        return "", ()
    question = ngettext("The row that cannot be read", "The {n} that cannot be read", unread)
    goes = ngettext("goes to {file}", "go to {file}", unread).format(file=file)
    return question.format(n=count(unread)), (goes, _("left out"))


@dataclass(frozen=True, slots=True)
class RowDrawing:
    """How every row of one preview is drawn; `numbered` where rows have a place in a file."""

    look: Look
    veil: Veil
    numbered: bool

    def row(
        self, line: PreviewLine, cells: int, *, selected: bool = False, marked: bool = False
    ) -> Line:
        """A row: what becomes of it, which one it is, who, and what is said of it."""
        lead = self.look.selected if selected else " "
        pieces = [Piece(lead), Piece(self.look.marked if marked else " "), self._word(line)]
        if self.numbered:
            number = _("row {n}").format(n=count(line.row or 0)) if line.head else ""
            pieces.append(Piece(left(number, ROW_CELLS), Ink.MUTED))
        if line.name or not self.numbered:
            pieces.append(Piece(left(self._name(line), _name_cells(cells), self.look.ellipsis)))
        pieces.append(Piece(f" {self.veil.text(line.text)}", self._text_ink(line)))
        return fit(tuple(pieces), cells, self.look.ellipsis)

    def told(self, line: PreviewLine, cells: int) -> Line:
        """All that is said of a row, for where the row itself had to be cut; else nothing."""
        told = line_width(self.row(line, cells * 10))
        if told <= cells:
            return EMPTY
        return fit((Piece(f" {self.veil.text(line.text)}", Ink.MUTED),), cells, self.look.ellipsis)

    def _word(self, line: PreviewLine) -> Piece:
        word = line.group.word if line.head else ""
        return Piece(left(word, WORD_CELLS, self.look.ellipsis), INK_OF.get(line.group, Ink.MUTED))

    def _name(self, line: PreviewLine) -> str:
        if line.stakeholder:
            return self.veil.name(line.stakeholder, line.name)
        return self.veil.text(line.name)

    def _text_ink(self, line: PreviewLine) -> Ink:
        return Ink.PLAIN if line.group in INK_OF else Ink.MUTED


def _name_cells(cells: int) -> int:
    return 28 if cells >= 100 else 22
