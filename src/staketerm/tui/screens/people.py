"""People: who stands where, and why (screens S2)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import BindingType

from staketerm.domain.errors import StaketermError
from staketerm.locale import _
from staketerm.tui import questions, writes
from staketerm.tui.commands.base import Commands, bindings
from staketerm.tui.commands.people import PEOPLE
from staketerm.tui.drawing import people as drawing
from staketerm.tui.drawing.lines import EMPTY, Ink, Line, Piece
from staketerm.tui.notices import Named, say
from staketerm.tui.program import program
from staketerm.tui.screens.frame import FRAME_OUT, TALL, Frame, Subject
from staketerm.tui.screens.seeing import see_alarm
from staketerm.tui.widgets.drawn import OneLine
from staketerm.tui.widgets.filter_line import FilterLine
from staketerm.tui.widgets.footer import Hints, KeyFooter
from staketerm.tui.widgets.panes import Divider, Floor, Pane, Panes
from staketerm.tui.widgets.rows import RowList, RowState
from staketerm.tui.widgets.why_pane import WhyPane

if TYPE_CHECKING:
    from staketerm.journal.receipt import Receipt
    from staketerm.journal.stakeholders.glimpse import Glimpse
    from staketerm.journal.stakeholders.people_list import PeopleList
    from staketerm.journal.stakeholders.person_row import PersonRow

ORDERS = ("attention", "name", "position", "stance", "last", "impact", "evidence")
"""The orders that `o` goes through; the journal knows them by these names."""

FIRST_ROWS = 120
"""Rows that are shown before the rest is read: more than the tallest window holds."""

TYPING_PAUSE = 0.1
"""Seconds without a letter after which the filter is read."""


def row_key(row: "PersonRow") -> str:
    """One stakeholder has a row in each project."""
    return f"{row.id} {row.project}"


class Head(OneLine):
    """The captions above the list."""

    def line(self, cells: int) -> Line:
        """Captions for the columns there are."""
        app = program(self)
        cells = self.screen.query_one(RowList).cells or cells
        columns = drawing.columns(cells, app.size.width, scored=app.outlook.scored)
        return drawing.head(columns, app.look)


class People(Frame):
    """The list of everybody, its filter and order, and the pane that says why."""

    VERBS: ClassVar[Commands] = PEOPLE
    BINDINGS: ClassVar[list[BindingType]] = bindings(PEOPLE)
    HINTS = Hints(
        left=(("down", "up"), "open", "why", "log", "filter", "mark"), right=("meeting", "keys")
    )
    HINTS_ROOMY = Hints(
        left=(
            ("down", "up"),
            "next_pane",
            "open",
            "log",
            "again",
            "ask",
            "meeting",
            "filter",
            "mark",
            "judge",
        ),
        right=("find", "keys"),
    )

    def __init__(self) -> None:
        super().__init__("people")
        self._filter = ""
        self._order = ORDERS[0]
        self._typed = ""
        self._glimpsed = False

    def body(self) -> ComposeResult:
        """The filter line, the list, the pane."""
        yield FilterLine()
        with Panes():
            with Pane():
                yield Head()
                yield RowList["PersonRow"](
                    self._draw, key=row_key, tail=self._legend, empty=self._empty, id="rows"
                )
            yield Divider()
            yield WhyPane()
        yield Floor()

    def on_mount(self) -> None:
        """The list has the focus."""
        self.query_one(FilterLine).order = self._order
        self.rows.focus()

    @property
    def rows(self) -> "RowList[PersonRow]":
        """The list."""
        return self.query_one("#rows", RowList)

    @property
    def subject(self) -> Subject | None:
        """Who is selected."""
        row = self.rows.selected
        return None if row is None else _subject(row)

    @property
    def subjects(self) -> tuple[Subject, ...]:
        """The marked, else the selected one."""
        marked = self.rows.marked
        if not marked:
            return super().subjects
        return tuple(_subject(row) for row in self.rows.rows if row_key(row) in marked)

    @property
    def listed(self) -> Sequence[Subject]:
        """Everybody who is shown, in the order shown."""
        return tuple(map(_subject, self.rows.rows))

    # reading

    def begin(self, after: float) -> None:
        """Show what can be told of the journal before it is open, and then have it opened."""
        self.look(self.app.size.height, self._show_glimpse, group="rows", after=after)

    def _show_glimpse(self, seen: "Glimpse | None") -> None:
        if seen is None:
            super().begin(after=0)
            return
        app = program(self)
        self._glimpsed = True
        app.outlook = replace(app.outlook, today=seen.today)
        app.look_at_project(questions.Scope(seen.project, seen.project_name, seen.personal))
        self._show_rows(seen.people)
        self.call_after_refresh(self._open_glimpsed)

    def _open_glimpsed(self) -> None:
        """Open the journal whose first rows stand: keys that need it wait until it is."""
        opening = questions.opening(remembers=program(self).remembers)
        self.ask(opening, self._opened, group="opening", after=FRAME_OUT)

    def _opened(self, journal: questions.Opened) -> None:
        self._glimpsed = False
        app = program(self)
        before = app.outlook.project
        app.opened(journal)
        if app.outlook.project == before:  # else it is read because of that
            self.read()

    def read(self) -> None:
        """Ask for the rows that fit, in order; at first for what is in sight, before the rest."""
        if self._glimpsed:
            return
        outlook = program(self).outlook
        if not self.ready and outlook.as_of is None:
            first = questions.first_people(outlook.project, FIRST_ROWS)
            self.ask(first, self._show_first, group="rows", otherwise=self._unreadable)
            return
        self._read_all()

    def _read_all(self) -> None:
        outlook = program(self).outlook
        self.ask(
            questions.people(self._filter, self._order, outlook.project, outlook.as_of),
            self._show,
            group="rows",
            otherwise=self._unreadable,
        )

    def reread(self, receipt: "Receipt") -> None:
        """Only the rows concerned change, in place; nothing moves, unless lists now go by something
        else."""
        if any(table == "setting" for table, _row in receipt.rows):
            self.read()
            return
        outlook = program(self).outlook
        self.ask(
            questions.people("", self._order, outlook.project, outlook.as_of, receipt.concerned),
            lambda people: self._show_changed(people, frozenset(receipt.concerned)),
            group="changed",
        )

    def _show_first(self, people: "PeopleList") -> None:
        self._show(people)
        if len(people.rows) < people.total:
            self.call_after_refresh(self._read_all)

    def _show(self, people: "PeopleList") -> None:
        self._show_rows(people)
        self.arrived()
        self._tell_marked()

    def _show_rows(self, people: "PeopleList") -> None:
        line = self.query_one(FilterLine)
        line.filter = people.filter or self._filter
        line.counts = (len(people.rows), people.total)
        line.judged = bool(people.rows and people.rows[0].by_judgement)
        self.rows.show(people.rows)
        self.query_one(Head).redraw()

    def _show_changed(self, people: "PeopleList", concerned: frozenset[str]) -> None:
        here = {row_key(row) for row in self.rows.rows}
        answered = {row_key(row) for row in people.rows}
        gone = any(row.id in concerned and row_key(row) not in answered for row in self.rows.rows)
        come = not self._filter and not answered <= here
        if gone or come:
            self.read()
        else:
            self.rows.update(people.rows)
        self._ask_why()

    def _unreadable(self, error: StaketermError) -> None:
        """A filter that can't be read leaves the list as it was."""
        self.fault(error)
        self.arrived()

    # the list

    def edit_filter(self) -> AwaitComplete:
        """Type the filter where it stands; every letter is followed."""
        line = self.query_one(FilterLine)
        key = program(self).keymap.shown("filter")
        return self.prompt(
            key,
            self._filter_done,
            value=self._filter,
            live=self._filter_typed,
            left=self._filter_left,
            instead_of=line,
        )

    def _filter_typed(self, text: str) -> None:
        self._typed = text
        self.set_timer(TYPING_PAUSE, lambda: self._filter_by(text, settled=False))

    def _filter_by(self, text: str, *, settled: bool) -> None:
        if text != self._filter and (settled or text == self._typed):
            self._filter = text
            self.read()

    def _filter_done(self, text: str) -> None:
        self._filter_by(text, settled=True)
        self.rows.focus()

    def _filter_left(self) -> None:
        self._filter_done("")

    def clear(self) -> bool:
        """esc: the marks first, then the filter."""
        if self.rows.marked:
            self.rows.mark(())
            self._tell_marked()
            return True
        if self._filter:
            self._filter_done("")
            return True
        return False

    def next_order(self) -> None:
        """Take the next order."""
        self._order = ORDERS[(ORDERS.index(self._order) + 1) % len(ORDERS)]
        self.query_one(FilterLine).order = self._order
        self.read()

    def mark_selected(self) -> None:
        """Mark the selected row, or take its mark away, and go on to the next one."""
        row = self.rows.selected
        if row is not None:
            self.rows.mark(self.rows.marked ^ {row_key(row)})
            self.rows.move(1)
            self._tell_marked()

    def mark_all(self) -> None:
        """Mark all rows shown, or none where all are marked."""
        every = frozenset(map(row_key, self.rows.rows))
        self.rows.mark(() if self.rows.marked == every else every)
        self._tell_marked()

    def _tell_marked(self) -> None:
        self.query_one(FilterLine).marked = len(self.rows.marked)

    def next_alarm(self) -> None:
        """Select the next person with an alarm, from the top again after the last one."""
        rows, at = self.rows.rows, self.rows.cursor
        for place in (*range(at + 1, len(rows)), *range(min(at + 1, len(rows)))):
            if rows[place].alarm and not rows[place].personal:
                self.rows.move_to(place)
                return
        program(self).tell(say(_("no alarm stands")))

    @property
    def can_be_done(self) -> bool:
        """Where the selected person has an alarm that was not looked at yet."""
        row = self.rows.selected
        return row is not None and bool(row.alarm) and not row.alarm_seen

    def done(self) -> "AwaitComplete | None":
        """Say that the alarm was seen, with a note if one likes."""
        row = self.rows.selected
        if row is None or row.alarm_since is None or self.subject is None:
            return None
        return see_alarm(self, self.subject, row.alarm_since)

    @property
    def can_be_deleted(self) -> bool:
        """Where somebody is selected."""
        return self.rows.selected is not None

    def delete(self) -> None:
        """Take the selected person out of sight; undo brings them back with everything."""
        row = self.rows.selected
        if row is not None:
            self.write(
                writes.delete("stakeholder", row.id),
                Named(row.id, row.name, row.kind),
                ": " + _("deleted") + ".",
            )

    # the pane

    def on_row_list_selected(self, event: "RowList.Selected[PersonRow]") -> None:
        """Say why about whoever is selected now."""
        self._ask_why()

    def on_row_list_opened(self) -> None:
        """A click on the selected row opens the person."""
        self.call_next(self.action_command, "open")

    def _ask_why(self) -> None:
        row = self.rows.selected
        pane = self.query_one(WhyPane)
        self.query_one(KeyFooter).redraw()
        if row is None:
            pane.show_nobody()
            return
        pane.show_name(row.id, row.name, row.kind)
        if not self.ready:
            return
        self.ask(
            questions.why(row.id, row.project, program(self).outlook.as_of),
            pane.show,
            group="why",
            aside=True,
            otherwise=pane.show_fault,
        )

    # drawing

    def _draw(self, row: "PersonRow", cells: int, state: RowState) -> Line:
        app = program(self)
        outlook = app.outlook
        columns = drawing.columns(cells, app.size.width, scored=outlook.scored)
        drawer = drawing.Drawer(app.look, outlook.veil, outlook.day, columns)
        return drawer.row(row, selected=state.selected, marked=state.marked)

    def _legend(self, cells: int) -> Sequence[Line]:
        app = program(self)
        tall = app.size.height >= TALL
        return drawing.legend(app.look) if tall and app.outlook.scored and cells >= 70 else ()

    def _empty(self, cells: int) -> Sequence[Line]:
        if not self.ready:
            return ()
        keys = program(self).keymap
        if self._filter:
            said = _("No one fits this filter. esc clears it.")
        else:
            said = _("Nobody here yet. {add} adds somebody, {file} takes in a file.").format(
                add=keys.shown("new"), file=keys.shown("import")
            )
        return (EMPTY, (Piece(f"   {said}", Ink.MUTED),))


def _subject(row: "PersonRow") -> Subject:
    return Subject(row.id, row.name, row.kind, row.project)
