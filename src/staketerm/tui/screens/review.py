"""Review: what changed, and what deserves a second look? (screens S7)."""

from collections.abc import Awaitable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.widget import Widget

from staketerm.locale import _
from staketerm.tui.commands.base import Commands, bindings
from staketerm.tui.commands.people import Done, NextAlarm, OpenSelected, WhyInFull
from staketerm.tui.dialogs.parts import DrawnLine
from staketerm.tui.drawing.lines import EMPTY, Ink, Line, Piece, fit, left, right, rule
from staketerm.tui.drawing.values import count, week_day
from staketerm.tui.notices import say
from staketerm.tui.program import program
from staketerm.tui.review import questions
from staketerm.tui.review.section import Pencil, ReviewSection, Scope
from staketerm.tui.review.sections import SECTIONS
from staketerm.tui.screens.frame import ROOMY, Frame, Subject
from staketerm.tui.widgets.footer import Hints, KeyFooter
from staketerm.tui.widgets.panes import Divider, Floor, Pane, Panes
from staketerm.tui.widgets.review_rows import ReviewRows
from staketerm.tui.widgets.rows import RowList, RowState

if TYPE_CHECKING:
    from staketerm.journal.receipt import Receipt

VERBS: Commands = (OpenSelected, WhyInFull, Done, NextAlarm)

HEADING_CELLS = 20
COUNT_CELLS = 5


class Above(Container):
    """The sections, as high as they are many; beside the rows they have a column."""

    DEFAULT_CSS = "Above { height: auto; max-height: 60%; width: 1fr; }"


class ReviewPlace(Frame):
    """The sections above, the rows of the selected one below or beside.

    Where there is little room the sections that have nothing are named in one line. Tab goes from
    the sections to the rows and back; j and k walk where one is.
    """

    VERBS: ClassVar[Commands] = VERBS
    BINDINGS: ClassVar[list[BindingType]] = bindings(VERBS)
    HINTS = Hints(
        left=(("down", "up"), "next_pane", "open", "done", "why", "judge"),
        right=("log", "keys"),
    )
    HINTS_ROOMY = Hints(
        left=(("down", "up"), "next_pane", "open", "done", "why", "judge", "log", "as_of"),
        right=("find", "keys"),
    )
    DEFAULT_CSS = """
    ReviewPlace.-roomy Above, ReviewPlace.-wide Above { width: 42; height: 1fr; max-height: 100%; }
    ReviewPlace.-roomy #rest, ReviewPlace.-wide #rest { display: none; }
    ReviewPlace.-zoom-list Above, ReviewPlace.-tiny Above { display: none; }
    """

    def __init__(self) -> None:
        super().__init__("review")
        self._found: dict[Any, Any] = {}
        self._since: date | None = None
        self._awaiting: set[Any] = set()
        self._listed: frozenset[str] = frozenset()
        self._section: ReviewSection | None = None

    def body(self) -> ComposeResult:
        """The question, the sections, the rows of one of them."""
        yield DrawnLine(self.head)
        with Panes():
            with Above():
                yield RowList[ReviewSection](
                    self._draw_section, key=lambda each: each.id, id="sections"
                )
                yield DrawnLine(self.rest, id="rest")
            yield Divider()
            with Pane():
                yield DrawnLine(self.section_title, id="title")
                yield ReviewRows(self._nothing, id="rows")
        yield Floor()

    def on_mount(self) -> None:
        """The sections have the focus."""
        self._lay_out()
        self.sections.focus()

    def on_resize(self) -> None:
        """There is a column for the sections, or a few lines."""
        self._lay_out()

    @property
    def sections(self) -> "RowList[ReviewSection]":
        """The list of sections."""
        return self.query_one("#sections", RowList)

    @property
    def rows(self) -> ReviewRows:
        """The rows of the selected section."""
        return self.query_one(ReviewRows)

    @property
    def main(self) -> "RowList[ReviewSection]":
        """The moving keys move the sections where nothing else has the focus."""
        return self.sections

    @property
    def subject(self) -> Subject | None:
        """Whom the row under the cursor is about."""
        row, section = self.rows.chosen, self._section
        return section.subject(row) if section is not None and row is not None else None

    # reading

    @property
    def _there(self) -> list[ReviewSection]:
        """The sections there are: in a project without scoring those without positions."""
        scored = program(self).outlook.scored
        return [section for section in SECTIONS if scored or not section.scored]

    def read(self) -> None:
        """Everything since the day one last looked, in its own order."""
        self.rows.forget()
        self._listed = frozenset()
        question = questions.first_day(program(self).outlook.as_of)
        self.ask(question, self._look_back, group="review since")

    def _look_back(self, since: date) -> None:
        self._since = since
        self._ask(since)

    def reread(self, receipt: "Receipt") -> None:
        """Everything anew, in place."""
        if self._since is not None:
            self._ask(self._since)

    def _ask(self, since: date) -> None:
        """Ask once what several sections tell."""
        outlook = program(self).outlook
        scope = Scope(since, outlook.project, outlook.as_of)
        sources = list(dict.fromkeys(section.source for section in self._there))
        self._awaiting = set(sources)
        for at, source in enumerate(sources):

            def show(found: Any, source: Any = source) -> None:
                self._have(source, found)

            self.ask(source(scope), show, group=f"review {at}")
        if not sources:
            self.arrived()

    def _have(self, source: Any, found: Any) -> None:
        self._found[source] = found
        self._awaiting.discard(source)
        if self._section is not None and self._section.source is source:
            self._show_rows()
        if not self._awaiting:
            # what has been listed stays: an act of mine moves nothing
            speaking = {section.id for section in self._there if self._rows_of(section)}
            self._listed |= speaking
            self._lay_out()
            self.arrived()
        self.redraw()

    def _lay_out(self) -> None:
        """The list of sections; the selected one stays it."""
        roomy = program(self).size.width >= ROOMY
        there = self._there if roomy or not self._listed else self._speaking
        if not roomy and self._awaiting and not self.ready:
            there = []
        self.sections.show(there)
        self.sections.styles.height = "1fr" if roomy else len(there)

    @property
    def _speaking(self) -> list[ReviewSection]:
        """The sections that have something, or had when the place was opened."""
        return [section for section in self._there if section.id in self._listed]

    def _rows_of(self, section: ReviewSection) -> Sequence[Any]:
        found = self._found.get(section.source)
        return () if found is None else section.rows(found)

    def _show_rows(self) -> None:
        if self._section is not None:
            self.rows.begin(self._section, self._rows_of(self._section))

    def on_row_list_selected(self, event: "RowList.Selected[Any]") -> None:
        """Another section has other rows."""
        if event.rows is self.sections:
            self._choose(self.sections.selected)
        self.query_one(KeyFooter).redraw()

    def on_descendant_focus(self) -> None:
        """The rule above the rows shows whether one is in them: a prompt takes one out of them."""
        self.query_one("#title", DrawnLine).redraw()

    def on_descendant_blur(self) -> None:
        """And that one has left."""
        self.query_one("#title", DrawnLine).redraw()

    def _choose(self, section: ReviewSection | None) -> None:
        if section is not self._section:
            self._section = section
            self.rows.move_to(0)
            self._show_rows()
            self.query_one("#title", DrawnLine).redraw()

    def redraw(self) -> None:
        """Everything anew; rows hold their lines as they were drawn."""
        self.rows.redraw()
        super().redraw()

    # verbs

    def focus_next(self, selector: str | type = "*") -> Widget | None:
        """From the sections to the rows, and back."""
        self.set_focus(self.sections if self.focused is self.rows else self.rows)
        self.redraw()
        return self.focused

    def focus_previous(self, selector: str | type = "*") -> Widget | None:
        """The other one: there are two."""
        return self.focus_next()

    @property
    def can_be_opened(self) -> bool:
        """A section, or what a row is about."""
        return self.focused is not self.rows or self.rows.chosen is not None

    def open_selected(self) -> None:
        """From a section to its rows; from a row whatever the section says."""
        if self.focused is not self.rows:
            self.focus_next()
        elif self._section is not None and self.rows.chosen is not None:
            self._section.open(self, self.rows.chosen)

    def open_person(self, subject: Subject | None) -> None:
        """The page of somebody."""
        program(self).open_person(subject)

    def on_row_list_opened(self) -> None:
        """A click on the selected one."""
        self.open_selected()

    @property
    def can_be_done(self) -> bool:
        """What the section says."""
        row = self.rows.chosen
        return self._section is not None and row is not None and self._section.can_be_done(row)

    def done(self) -> "Awaitable[object] | None":
        """What the section says."""
        if self._section is None or self.rows.chosen is None:
            return None
        return self._section.done(self, self.rows.chosen)

    def next_alarm(self) -> None:
        """The alarms: the first that was not seen, then the next one."""
        alarms = next((each for each in self._there if each.id == "alarms"), None)
        if alarms is not None and any(map(alarms.speaks, self._rows_of(alarms))):
            begins = self._section is not alarms
            self.sections.select(alarms.id)
            self._choose(alarms)
            self.rows.step_to(alarms.speaks, begins=begins)
            self.set_focus(self.rows)
            return
        program(self).tell(say(_("no alarm stands")))

    # drawing

    @property
    def pencil(self) -> Pencil:
        """What rows are drawn with now."""
        app, outlook = program(self), program(self).outlook
        return Pencil(app.look, outlook.veil, outlook.day, outlook.project is None)

    def head(self, cells: int) -> Line:
        """The question, with the day it looks back to."""
        app = program(self)
        if self._since is None:
            return EMPTY
        said = _("What changed since {day}, and what deserves a second look?").format(
            day=week_day(self._since, app.outlook.today)
        )
        return fit((Piece(f" {said}"),), cells, app.look.ellipsis)

    def _draw_section(self, section: ReviewSection, cells: int, state: RowState) -> Line:
        pencil = self.pencil
        rows = [row for row in self._rows_of(section) if section.speaks(row)]
        names = ", ".join(section.brief(row, pencil) for row in rows[:5])
        ink = Ink.PLAIN if rows else Ink.MUTED
        many = count(len(rows)) if section.source in self._found else ""
        line = (
            Piece(pencil.look.selected if state.selected else " "),
            Piece(left(_(section.heading), HEADING_CELLS, pencil.look.ellipsis), ink),
            Piece(right(many, COUNT_CELLS), ink),
            Piece(f"  {names}", Ink.MUTED),
        )
        return fit(line, cells, pencil.look.ellipsis)

    def rest(self, cells: int) -> Line:
        """The sections that have nothing."""
        speaking = self._speaking
        names = [_(each.heading) for each in self._there if each not in speaking]
        if not speaking or not names or not self.ready:
            return EMPTY
        said = _("nothing in: {headings}").format(headings=", ".join(names))
        return fit((Piece(f" {said}", Ink.MUTED),), cells, program(self).look.ellipsis)

    def section_title(self, cells: int) -> Line:
        """What the rows are, and how many."""
        app, section = program(self), self._section
        if section is None:
            return EMPTY
        title = f"{_(section.title)} {count(len(self._rows_of(section)))}"
        hint = ""
        if self.can_be_done:
            hint = _("{key} seen").format(key=app.keymap.shown("done"))
        focused = self.focused is self.rows
        return rule(title, hint, cells, stroke=app.look.rule, focused=focused)

    def _nothing(self, cells: int) -> Sequence[Line]:
        if not self.ready or self._section is None:
            return ()
        return (EMPTY, (Piece(f"   {_(self._section.nothing)}", Ink.MUTED),))
