"""The sections of a project: what each asks for, how its rows stand, what a row is about (S6)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from staketerm.domain.text import fold
from staketerm.locale import N_
from staketerm.tui import project_questions as questions
from staketerm.tui.drawing.lines import EMPTY, Line
from staketerm.tui.drawing.progress import ProgressDrawing, ProgressLine
from staketerm.tui.drawing.words import word
from staketerm.tui.program import program
from staketerm.tui.widgets.rows import RowState
from staketerm.tui.widgets.stepping import SteppingList

if TYPE_CHECKING:
    from staketerm.journal.progress_list import Progress
    from staketerm.tui.questions import Question

WINDOW = 200
"""Entries read at first; as the cursor nears the end, four times as many."""

AHEAD = 40
"""Lines before the end at which more is read."""


class Item(NamedTuple):
    """What a row is about: an entry, somebody (id, name, kind), or somebody in an entry.

    `person` says that the row itself stands for the person; `to_thank` that they are to be thanked.
    """

    entry: "Progress | None" = None
    who: tuple[str, str, str] | None = None
    person: bool = False
    to_thank: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """One section: its name, what it asks the journal, and its rows as lines.

    `lines` puts what was found in lines, `draw` draws one of them, `item` says what it is about,
    `holds` gives the words by which the filter finds what it shows.
    """

    heading: str
    caption: str
    nothing: str
    ask: "Callable[[str, date | None, int | None], Question[questions.Entries]]"
    lines: Callable[[ProgressDrawing, Sequence[Any]], Iterator[Any]]
    draw: Callable[[ProgressDrawing, Any, int, bool], Line]


def _parties(entry: "Progress") -> "tuple[Any, ...]":
    return (*entry.contributors, *entry.helpers, *entry.affected)


def _item(line: ProgressLine) -> Item:
    entry, party = line.entry, line.party
    if party is not None:
        who = (party.id, party.name, party.kind)
        return Item(entry, who, person=True, to_thank=party in entry.to_thank)
    there = {(one.id, one.name, one.kind) for one in _parties(entry)}
    return Item(entry, next(iter(there)) if len(there) == 1 else None)


def _words(entry: "Progress") -> str:
    """Everything by which an entry is found, folded."""
    told = [word(entry.kind), entry.line, entry.more]
    for party in _parties(entry):
        told += [party.name, party.note or ""]
    return fold(" ".join(told))


SECTIONS: Mapping[str, Section] = MappingProxyType(
    {
        "entries": Section(
            N_("progress"),
            N_("progress entries"),
            N_("Nothing told yet. {new} writes a success, a risk, a plan."),
            questions.entries,
            ProgressDrawing.in_lines,
            lambda drawing, line, cells, here: drawing.row(line, cells, selected=here),
        ),
        "thanks": Section(
            N_("to thank"),
            N_("not celebrated yet"),
            N_("Everybody who made a success was thanked."),
            lambda project, _as_of, _most: questions.to_thank(project),
            ProgressDrawing.in_thanks,
            lambda drawing, line, cells, here: drawing.thanks_row(line, cells, selected=here),
        ),
        "risks": Section(
            N_("risks"),
            N_("open risks"),
            N_("No risk is open. {new} writes one."),
            lambda project, _as_of, _most: questions.risks(project),
            ProgressDrawing.in_risks,
            lambda drawing, line, cells, here: drawing.risk_row(line, cells, selected=here),
        ),
    }
)
"""The sections, in the order in which Tab goes through them."""


class ProjectRows(SteppingList[ProgressLine]):
    """The rows of one section, narrowed by a filter; `more` is called when the end comes near."""

    def __init__(
        self,
        more: Callable[[], None],
        nothing: Callable[[int], Sequence[Line]],
        *,
        id: str,
    ) -> None:
        super().__init__(
            self._draw_line,
            key=lambda line: line.key,
            stops=lambda line: line.stops,
            empty=nothing,
            id=id,
        )
        self._more = more
        self._section: Section | None = None
        self._found: Sequence[Progress] = ()
        self._ended = True
        self._window = WINDOW
        self.filter = ""
        """The words that what is shown holds."""

    @property
    def most(self) -> int | None:
        """How many entries to read; with a filter all of them, which it looks through."""
        return None if self.filter else self._window

    @property
    def count(self) -> str:
        """How many there are; of more than were read, so many and a plus."""
        return f"{len(self._shown())}" + ("" if self._ended else "+")

    @property
    def item(self) -> Item | None:
        """What the cursor stands on."""
        return _item(self.stop) if self.stop is not None else None

    def forget(self) -> None:
        """Another section or project is read: nothing of this one stays in sight."""
        self._found, self._ended, self._window = (), True, WINDOW
        self.show(())
        self.move_to(0)

    def begin(self, section: Section, found: "questions.Entries") -> None:
        """Show what was read of a section."""
        self._section, self._found, self._ended = section, found.rows, found.ended
        self._lay_out()

    def narrow(self, text: str) -> bool:
        """Show only what holds these words; whether more must be read for it."""
        text = text.strip()
        if text == self.filter:
            return False
        self.filter = text
        self._lay_out()
        return not self._ended

    def move_to(self, row: int) -> None:
        """The cursor to a row; near the end of what was read, more is read."""
        super().move_to(row)
        if not self._ended and self.cursor + AHEAD >= len(self.rows):
            self._ended = True
            self._window *= 4
            self._more()

    def in_full(self, cells: int, hint: str) -> Sequence[Line]:
        """The entry under the cursor with all that is told of it."""
        entry = self.stop.entry if self.stop is not None else None
        return self._drawing.pane(entry, cells, hint) if entry is not None else ()

    def _lay_out(self) -> None:
        if self._section is not None:
            self.show(tuple(self._section.lines(self._drawing, self._shown())))

    def _shown(self) -> "Sequence[Progress]":
        wanted = fold(self.filter).split()
        if not wanted:
            return self._found
        return [entry for entry in self._found if all(w in _words(entry) for w in wanted)]

    @property
    def _drawing(self) -> ProgressDrawing:
        app = program(self)
        return ProgressDrawing(app.look, app.outlook.veil, app.outlook.day)

    def _draw_line(self, line: ProgressLine, cells: int, state: RowState) -> Line:
        if self._section is None:
            return EMPTY
        return self._section.draw(self._drawing, line, cells, state.selected and line.stops)
