"""Reading the field for the map: rows first, then everybody's course, a part at a time."""

from datetime import date
from typing import TYPE_CHECKING

from textual.await_complete import AwaitComplete

from staketerm.domain.errors import StaketermError
from staketerm.domain.maps.maps import MapKind, sections_of
from staketerm.tui import map_questions, questions
from staketerm.tui.program import program
from staketerm.tui.screens.frame import Frame
from staketerm.tui.screens.map_state import MapState
from staketerm.tui.widgets.footer import KeyFooter

if TYPE_CHECKING:
    from staketerm.journal.positions.field import Courses, Field
    from staketerm.journal.positions.review import Why
    from staketerm.journal.receipt import Receipt


class ReadsField(Frame):
    """A screen on the field of a project: `lay_out` is called when there are other people,
    `show_all` when they stand elsewhere, `tell_reading` as more is read."""

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.state = MapState()
        self.filter = ""
        self.selected = ""
        self.why: Why | None = None
        self._asked: tuple[str | None, str] | None = None

    def lay_out(self) -> None:
        """Other people: which maps are in sight, and all of them anew."""
        raise NotImplementedError

    def show_all(self) -> None:
        """Draw the day."""
        raise NotImplementedError

    def show_strip(self) -> None:
        """Draw what is told of the selected one."""
        raise NotImplementedError

    def focus_map(self) -> None:
        """The keys go to the map."""
        raise NotImplementedError

    @property
    def kind(self) -> MapKind:
        """The map the keys go to."""
        raise NotImplementedError

    def tell_reading(self) -> None:
        """Draw how far the reading is."""
        raise NotImplementedError

    def read(self) -> None:
        """Ask who is in the field; another day alone is read from the courses, where they tell."""
        outlook = program(self).outlook
        if not outlook.scored:
            self.state = MapState()
            self._asked = None
            self.lay_out()
            self.arrived()
            return
        asked = (outlook.project, self.filter)
        if asked == self._asked and outlook.day != self.state.day:
            self.state.pass_to(outlook.day)
            self._slide(outlook.day)
        else:
            self._asked = asked
            self._ask()

    def _ask(self) -> None:
        outlook = program(self).outlook
        question = map_questions.field(self.filter, outlook.project, outlook.as_of)
        self.ask(question, self._show, group="field", otherwise=self._unreadable)

    def _unreadable(self, error: StaketermError) -> None:
        """A filter that can't be read leaves the map as it was."""
        self.fault(error)
        self.filter = self.state.field.filter if self.state.field else ""
        self._asked = (program(self).outlook.project, self.filter)
        self.arrived()

    def _show(self, field: "Field") -> None:
        passed = self.state.passed if field.day == self.state.day else set[date]()
        known = self.state.take(field)
        self.state.passed = passed
        if self.state.point(self.selected) is None:
            self.selected = self._foremost()
        self.lay_out()
        self.arrived()
        self._ask_why()
        if not known:
            self._ask_courses()

    def _foremost(self) -> str:
        """Who is selected at first: the top right of the map asks for most."""
        sections = sections_of(self.state.drawn(self.kind)) if self.state.points else ()
        return next((point.who.key for each in sections for point in each.points), "")

    def _ask_courses(self) -> None:
        question = map_questions.courses(program(self).outlook.day)
        self.ask(question, self._begin_courses, group="courses", aside=True)

    def _begin_courses(self, courses: "Courses") -> None:
        self.state.take_courses(courses)
        self._read_on()

    def _read_on(self) -> None:
        """Read the next part, so that others may ask the journal in between."""
        part, courses = self.state.next_part(), self.state.courses
        if not part or courses is None:
            self._slide(program(self).outlook.day)
            return
        self.tell_reading()

        def read(_nothing: None) -> None:
            self.state.part_read(len(part))
            self._read_on()

        self.ask(map_questions.load(courses, part), read, group="courses", aside=True)

    def _slide(self, day: date) -> None:
        """Show a day from the courses; where they cannot tell of it, have others read."""
        if self.state.tells(day) or not self.state.points:
            self.show_all()
        elif self.state.complete:
            self._ask_courses()
        elif self.state.stopped and self.state.field and self.state.field.day != day:
            self._ask()
        self._ask_why()

    def reread(self, receipt: "Receipt") -> None:
        """Those concerned are read anew; everybody, where somebody came or went."""
        outlook, concerned = program(self).outlook, receipt.concerned
        if not concerned or not outlook.scored:
            self._ask()
            return

        def renewed(field: "Field") -> None:
            gone = {point.who.id for point in self.state.points} & set(concerned)
            if gone - {point.who.id for point in field.points} or not self.state.renew(field):
                self._ask()
                return
            courses = self.state.courses
            if courses is not None:
                load = map_questions.load(courses, field.people)
                self.ask(load, lambda _none: self._slide(outlook.day), group="renewed")
            self.show_all()

        question = map_questions.field("", outlook.project, outlook.as_of, concerned)
        self.ask(question, renewed, group="changed")

    def edit_filter(self) -> AwaitComplete:
        """Type the filter: only those who fit on the day looked at are on the map."""
        key = program(self).keymap.shown("filter")
        return self.prompt(key, self.filter_by, value=self.filter)

    def filter_by(self, text: str) -> None:
        self.filter = text.strip()
        self.read()
        self.focus_map()

    def _ask_why(self) -> None:
        subject = self.subject
        self.query_one(KeyFooter).redraw()
        if subject is None:
            return
        question = questions.why(subject.id, subject.project, program(self).outlook.as_of)
        self.ask(question, self._tell_why, group="why", aside=True, otherwise=lambda _error: None)

    def _tell_why(self, why: "Why") -> None:
        self.why = why
        self.show_strip()

    def clear(self) -> bool:
        """esc: stop reading, then the filter, then the trail with its day."""
        if self.state.progress is not None:
            self.state.stopped = True
            self.tell_reading()
            return True
        if self.filter:
            self.filter_by("")
            return True
        if self.state.passed and program(self).outlook.as_of is None:
            self.state.passed.clear()
            self.show_all()
            return True
        return False
