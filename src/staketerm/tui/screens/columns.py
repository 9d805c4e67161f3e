"""Saying what a column of a file holds: first the column, then what it goes to."""

from collections.abc import Sequence

from staketerm.domain.text import fold
from staketerm.locale import _
from staketerm.tui.drawing.lines import Ink, Piece
from staketerm.tui.intake import questions
from staketerm.tui.intake.preview import ColumnLine
from staketerm.tui.screens.picker import Choice, Picker


class ColumnFinder(Picker[str]):
    """A column by its heading."""

    def __init__(self, columns: Sequence[ColumnLine]) -> None:
        super().__init__()
        self._columns = columns

    def caption(self) -> str:
        """What is being chosen."""
        return _("which column")

    def choices(self, query: str) -> Sequence[Choice[str]]:
        """The columns whose heading or meaning holds what is typed."""
        return [
            Choice(column.header, (Piece(column.header),), column.header, column.word)
            for column in self._columns
            if fold(query) in fold(f"{column.header} {column.word}")
        ]


class FieldFinder(Picker[tuple[str, str]]):
    """What the column with the heading `header` goes to; gives heading and field."""

    def __init__(self, header: str) -> None:
        super().__init__()
        self._header = header
        self._fields = questions.table_fields()

    def caption(self) -> str:
        """What is being chosen."""
        return _("{column} holds").format(column=self._header)

    def choices(self, query: str) -> Sequence[Choice[tuple[str, str]]]:
        """What a column can hold."""
        return [
            Choice(value, (Piece(word, Ink.PLAIN),), (self._header, value))
            for value, word in self._fields
            if fold(query) in fold(word)
        ]
