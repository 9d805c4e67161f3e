"""What the sections of a project have in common: rows come as lines, each is about something."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from staketerm.tui.drawing.lines import Ink, Line, Piece, wrap
from staketerm.tui.drawing.look import Look
from staketerm.tui.veil import Veil

if TYPE_CHECKING:
    from staketerm.journal.nurture.decisions import DueAct
    from staketerm.journal.progress_list import Progress


class Item(NamedTuple):
    """What a row is about: an entry, somebody (id, name, kind), or somebody in an entry.

    `person` says that the row itself stands for the person, `to_thank` that they are to be
    thanked; `act` is the act that it tells of.
    """

    entry: "Progress | None" = None
    who: tuple[str, str, str] | None = None
    person: bool = False
    to_thank: bool = False
    act: "DueAct | None" = None


class SectionLine(Protocol):
    """One line of a section."""

    @property
    def key(self) -> str:
        """The same after every reading."""
        ...

    @property
    def stops(self) -> bool:
        """Whether the cursor may stand on it."""
        ...

    @property
    def item(self) -> Item:
        """What it is about."""
        ...


@dataclass(frozen=True, slots=True)
class SectionDrawing:
    """Draws the rows of one section as of a day, for one look and one veil; `scored` says whether
    positions are shown."""

    look: Look
    veil: Veil
    today: date
    scored: bool = True

    def lines(self, rows: Sequence[Any]) -> Iterator[Any]:
        """Every row as lines."""
        raise NotImplementedError

    def draw(self, line: Any, cells: int, *, selected: bool) -> Line:
        """One of the lines."""
        raise NotImplementedError

    def pane(self, line: Any, cells: int, hint: str) -> Sequence[Line]:
        """All that is told of what a line is about."""
        raise NotImplementedError

    def words(self, row: Any) -> str:
        """The words by which a row is found."""
        raise NotImplementedError

    def lead(self, *, selected: bool) -> str:
        """The cell at the left edge."""
        return self.look.selected if selected else " "

    def wrapped(self, text: str, cells: int, ink: Ink, indent: str = " ") -> list[Line]:
        """A text in as many lines as it takes in a pane."""
        return [
            (Piece(f"{indent}{line}", ink),)
            for paragraph in text.splitlines()
            for line in wrap(paragraph, cells - 1 - len(indent))
        ]
