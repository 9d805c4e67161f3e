"""What the sections about changes have in common: rows about somebody on the People list."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from staketerm.tui.drawing import marks
from staketerm.tui.drawing.lines import Ink, Line, Piece, apart, fit, left, right, wrap
from staketerm.tui.review import questions
from staketerm.tui.review.section import Pencil, ReviewSection, Source
from staketerm.tui.screens.subject import Subject

if TYPE_CHECKING:
    from staketerm.journal.stakeholders.person_row import PersonRow

NAME_CELLS = 22
POSITION_CELLS = 18
DAY_CELLS = 6
INDENT = 4
"""Cells before the lines that tell more of a row."""


class AboutChanges(ReviewSection):
    """A section whose rows are news about somebody, each with the `row` of their list."""

    @property
    def source(self) -> Source:
        """What changed: one answer for all of these sections."""
        return questions.changed

    def subject(self, row: Any) -> Subject:
        """Whom the news is about."""
        return subject_of(row.row)


def subject_of(row: "PersonRow") -> Subject:
    """The person of a row."""
    return Subject(row.id, row.name, row.kind, row.project)


def name(row: "PersonRow", pencil: Pencil) -> Piece:
    """Their name, as it may be shown."""
    shown = pencil.veil.name(row.id, row.name, row.kind)
    return Piece(left(shown, NAME_CELLS, pencil.look.ellipsis) + " ", Ink.BOLD)


def position(row: "PersonRow", pencil: Pencil, cells: int = POSITION_CELLS) -> Piece:
    """Where they stand, and that the own judgement is another."""
    (stands,) = marks.position(row.label, pencil.look)
    differs = f" {pencil.look.differs}" if row.judged_elsewhere else ""
    return stands._replace(text=left(stands.text + differs, cells, pencil.look.ellipsis))


def headed(head: Line, row: "PersonRow", pencil: Pencil, cells: int) -> Line:
    """The first line of a row; at its end the project, where all are looked at."""
    ellipsis = pencil.look.ellipsis
    if not pencil.everywhere:
        return fit(head, cells, ellipsis)
    project = pencil.veil.text(row.project_name)
    return apart(head, (Piece(f"{project} ", Ink.MUTED),), cells, ellipsis)


def told(text: str, cells: int, ink: Ink = Ink.MUTED, indent: int = INDENT) -> Sequence[Line]:
    """A sentence that tells more of a row, in as many lines as it takes."""
    return [
        (Piece(" " * indent + line, ink),) for line in wrap(text, max(1, cells - indent)) if text
    ]


def dated(day: str, text: str, cells: int, ellipsis: str) -> Line:
    """A day and what happened on it, in one line."""
    start = Piece(" " * INDENT + right(day, DAY_CELLS) + "  ", Ink.MUTED)
    return fit((start, Piece(text)), cells, ellipsis)
