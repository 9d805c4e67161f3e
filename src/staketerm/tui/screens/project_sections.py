"""The sections of a project: what each asks for, and how its rows stand (S6)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from staketerm.domain.text import fold
from staketerm.locale import N_
from staketerm.tui import project_questions as questions
from staketerm.tui.drawing.coming import ComingDrawing
from staketerm.tui.drawing.communication import CommunicationDrawing
from staketerm.tui.drawing.lines import EMPTY, Line
from staketerm.tui.drawing.progress import ProgressDrawing, RisksDrawing, ThanksDrawing
from staketerm.tui.drawing.section import Item, SectionDrawing, SectionLine
from staketerm.tui.program import program
from staketerm.tui.widgets.rows import RowState
from staketerm.tui.widgets.stepping import SteppingList

if TYPE_CHECKING:
    from staketerm.journal.nurture.decisions import DueAct
    from staketerm.tui.questions import Question

WINDOW = 200
"""Entries read at first; as the cursor nears the end, four times as many."""

AHEAD = 40
"""Lines before the end at which more is read."""


@dataclass(frozen=True, slots=True)
class Section:
    """One section: its heading, its title, what stands where it is empty, what it asks the journal
    (of a project, as of a day, so many at most), and what draws it.
    """

    heading: str
    caption: str
    nothing: str
    ask: "Callable[[str, date | None, int | None], Question[questions.Found]]"
    drawing: type[SectionDrawing]


SECTIONS: Mapping[str, Section] = MappingProxyType(
    {
        "entries": Section(
            N_("progress"),
            N_("progress entries"),
            N_("Nothing told yet. {new} writes a success, a risk, a plan."),
            questions.entries,
            ProgressDrawing,
        ),
        "thanks": Section(
            N_("to thank"),
            N_("not celebrated yet"),
            N_("Everybody who made a success was thanked."),
            questions.to_thank,
            ThanksDrawing,
        ),
        "risks": Section(
            N_("risks"),
            N_("open risks"),
            N_("No risk is open. {new} writes one."),
            questions.risks,
            RisksDrawing,
        ),
        "communication": Section(
            N_("communication"),
            N_("communication plan"),
            N_("Nobody is in this project yet."),
            questions.communication,
            CommunicationDrawing,
        ),
        "coming": Section(
            N_("coming weeks"),
            N_("coming four weeks"),
            N_("Nothing is planned or promised in the coming four weeks."),
            questions.coming,
            ComingDrawing,
        ),
    }
)
"""The sections, in the order in which Tab goes through them."""


class ProjectRows(SteppingList[SectionLine]):
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
        self._found: Sequence[Any] = ()
        self._acts: Mapping[tuple[str, str], DueAct] = {}
        self._ended = True
        self._window = WINDOW
        self.filter = ""
        """The words that what is shown holds."""

    @property
    def most(self) -> int | None:
        """How many entries to read; with a filter all of them, which it looks through."""
        return None if self.filter else self._window

    @property
    def acts(self) -> "Mapping[tuple[str, str], DueAct]":
        """The acts due for what is shown, by entry and stakeholder."""
        return self._acts

    @property
    def count(self) -> str:
        """How many there are; of more than were read, so many and a plus."""
        drawing = self._drawing
        many = len(self._shown(drawing)) if drawing else 0
        return f"{many}" + ("" if self._ended else "+")

    @property
    def item(self) -> Item | None:
        """What the cursor stands on."""
        return self.stop.item if self.stop is not None else None

    def forget(self) -> None:
        """Another section or project is read: nothing of this one stays in sight."""
        self._found, self._ended, self._window = (), True, WINDOW
        self.show(())
        self.move_to(0)

    def begin(self, section: Section, found: "questions.Found") -> None:
        """Show what was read of a section."""
        self._section, self._found, self._ended = section, found.rows, found.ended
        self._acts = found.acts
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
        """What the cursor stands on, with all that is told of it."""
        drawing = self._drawing
        return drawing.pane(self.stop, cells, hint) if drawing and self.stop else ()

    def _lay_out(self) -> None:
        if (drawing := self._drawing) is not None:
            self.show(tuple(drawing.lines(self._shown(drawing))))

    def _shown(self, drawing: SectionDrawing) -> Sequence[Any]:
        wanted = fold(self.filter).split()
        if not wanted:
            return self._found
        return [
            row for row in self._found if all(word in fold(drawing.words(row)) for word in wanted)
        ]

    @property
    def _drawing(self) -> SectionDrawing | None:
        if self._section is None:
            return None
        app = program(self)
        outlook = app.outlook
        return self._section.drawing(app.look, outlook.veil, outlook.day, outlook.scored)

    def _draw_line(self, line: SectionLine, cells: int, state: RowState) -> Line:
        drawing = self._drawing
        if drawing is None:
            return EMPTY
        return drawing.draw(line, cells, selected=state.selected and line.stops)
