"""What every importer says in the same words: what cannot be read, and how far it is."""

from dataclasses import dataclass

from staketerm.domain.errors import StaketermError
from staketerm.domain.text import plain_line
from staketerm.locale import _

SHOWN_CHARACTERS = 60  # of a value quoted in a message


class ImportRefused(StaketermError):
    """The file cannot be taken in; nothing of it was. `problems` holds all that was found."""

    def __init__(self, message: str, problems: tuple["Problem", ...] = ()) -> None:
        super().__init__(message)
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Problem:
    """One place of a file that cannot be read, and the rule it breaks.

    `row` counts as a spreadsheet does: the first line of the file is 1. A part that does not
    apply is None.
    """

    file: str
    row: int | None
    column: str | None
    value: str | None
    text: str

    def __str__(self) -> str:
        """The problem as one line: file, row, column, the value in quotes, the rule."""
        places = [quoted(self.file)]
        if self.row is not None:
            places.append(_("row {row}").format(row=self.row))
        if self.column is not None:
            places.append(_("column {column}").format(column=quoted(self.column)))
        if self.value:
            places.append(f'"{quoted(self.value)}"')
        return f"{', '.join(places)}: {self.text}"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an import is: `done` of `total` (None = not known) of `what`, a word for people;
    `writes`: how far what goes out is.
    """

    done: int
    total: int | None
    what: str
    writes: bool = False

    @property
    def share(self) -> str:
        """ "43 %"; empty where the total is not known."""
        return f"{100 * self.done // self.total} %" if self.total else ""

    @property
    def words(self) -> str:
        """ "reading 43 % of 1,200 rows of Noor", or "writing 600 rows"."""
        if self.total:
            said = _("reading {share} of {total} {what}")
            return said.format(share=self.share, total=f"{self.total:,}", what=self.what)
        said = _("writing {n} {what}") if self.writes else _("reading {n} {what}")
        return said.format(n=f"{self.done:,}", what=self.what)


def quoted(value: str) -> str:
    """`value` on one line, cleaned and cut to what a message can hold."""
    shown = plain_line(value)
    return shown if len(shown) <= SHOWN_CHARACTERS else shown[: SHOWN_CHARACTERS - 1] + "…"
