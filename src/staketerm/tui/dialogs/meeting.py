"""The meeting log: attendees down, what each did across, one batch (screens S5)."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.widgets import Input

from staketerm.domain.days import parse_day
from staketerm.domain.errors import StaketermError
from staketerm.domain.phrases import short_day
from staketerm.locale import _
from staketerm.tui import questions, writes
from staketerm.tui.dialogs import questions as ask
from staketerm.tui.dialogs.dialog import Hints
from staketerm.tui.dialogs.knows_kinds import KnowsKinds
from staketerm.tui.dialogs.meeting_lines import Grid, legend, summary
from staketerm.tui.dialogs.meeting_state import (
    KINDS_HERE,
    PROMISES,
    Came,
    Promised,
    columns,
    counted,
)
from staketerm.tui.dialogs.parts import Caption, DrawnLine, Field, TextLine
from staketerm.tui.dialogs.promising import ask_promise
from staketerm.tui.drawing.lines import Ink, Line, Piece, apart, left, rule
from staketerm.tui.drawing.values import week_day
from staketerm.tui.notices import Private
from staketerm.tui.program import program
from staketerm.tui.screens.frame import Subject
from staketerm.tui.widgets.drawn import Fixed
from staketerm.tui.widgets.rows import RowList, RowState

if TYPE_CHECKING:
    from staketerm.journal.receipt import Moved, Receipt
    from staketerm.journal.stakeholders.people_list import PeopleList
    from staketerm.journal.timeline import Told


class MeetingLog(KnowsKinds):
    """A meeting: its title, who came, and a letter for what each did; the letter goes down.

    Who came to the meeting before is offered: Enter takes them.
    """

    def __init__(self, subjects: Sequence[Subject] = ()) -> None:
        super().__init__()
        self.day: date = date.min
        self.before: Told | None = None
        self._first = tuple(subjects)
        self._marked: str | None = None

    # the sheet

    def caption(self) -> Line:
        """What this is."""
        return (Piece(_("Log a meeting"), Ink.BOLD),)

    def fields(self) -> ComposeResult:
        """Title, who came, the grid, the legend, the note."""
        with Field(id="title-row"):
            yield Caption(_("What"), 6)
            yield TextLine(placeholder=_("what the meeting was about"), id="title")
        yield DrawnLine(self._came_line, id="came")
        yield DrawnLine(self._rule, id="rule")
        yield Fixed(self._captions)
        yield RowList[Came](self._row, key=lambda came: came.id, id="grid")
        yield Fixed(lambda cells: legend(cells, program(self).look))
        with Field():
            yield Caption(_("Note"), 6)
            yield TextLine(id="note")

    def begin(self) -> None:
        """Begin with the title; see who came last time."""
        super().begin()
        self.day = program(self).outlook.today
        self.set_focus(self.query_one("#title"))
        self.rows.can_focus = False
        self.ask(ask.last_meeting(self.project), self._have_before, group="before")
        self._add_all(Came(who.id, who.name, who.kind) for who in self._first)

    def hints(self) -> Hints:
        """The keys of the stage one is at."""
        if self.picker is not None:
            return (("enter", _("add; an empty line ends")), ("escape", _("that is all")))
        if self._titling:
            offered = bool(self.before and not self.rows.rows)
            then = _("who came last time") if offered else _("who came")
            return (("enter", then), ("escape", _("leave")))
        if isinstance(self.focused, Input):
            return (("enter", _("note kept")), ("tab", _("back")))
        return (
            ("enter", _("save")),
            ("tab", _("note")),
            ("backspace", _("clears")),
            ("+", _("add")),
            ("-", _("take out")),
            ("@", _("day")),
        )

    @property
    def rows(self) -> "RowList[Came]":
        """The attendees."""
        return self.query_one("#grid", RowList)

    @property
    def project(self) -> str | None:
        """Where the meeting belongs; None is the usual project."""
        return program(self).outlook.project

    @property
    def _titling(self) -> bool:
        return self.focused is not None and self.focused.id == "title"

    # who came

    def _have_before(self, before: "Told | None") -> None:
        self.before = before
        self.redraw()

    def _add_all(self, attendees: Iterable[Came]) -> None:
        there = {one.id for one in self.rows.rows}
        fresh = [one for one in attendees if one.id not in there]
        self.rows.show([*self.rows.rows, *fresh])
        if fresh:
            question = questions.people(
                "", "name", self.project, None, [one.id for one in self.rows.rows]
            )
            self.ask(question, self._have_labels, group="labels")
        self._tell()

    def _have_labels(self, people: "PeopleList") -> None:
        labels = {row.id: row for row in people.rows}
        self.rows.show(
            [
                replace(one, label=labels[one.id].label, kind=labels[one.id].kind)
                if one.id in labels
                else replace(one, label="unknown")
                for one in self.rows.rows
            ]
        )
        self._preview()

    def add_somebody(self) -> None:
        """Add attendees by name until an empty line."""
        there = [one.id for one in self.rows.rows]
        self.pick_somebody(
            self._came_too,
            instead_of=[self.rows],
            left=self._all_here,
            besides=there,
            empty_ends=bool(there),
        )
        self.redraw()

    def _came_too(self, subject: Subject) -> None:
        self._add_all([Came(subject.id, subject.name, subject.kind)])
        self.rows.move_to(0)
        self.call_after_refresh(self.add_somebody)

    def _all_here(self) -> None:
        self.close_picker()
        self.set_focus(None)
        self.redraw()

    # keys

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter: from the title to who came, from the note back to the grid."""
        event.stop()
        if event.input.id == "note":
            self._keep_note()
            self.set_focus(None)
            self.redraw()
        elif event.input.id == "title":
            self._to_attendees()

    def _to_attendees(self) -> None:
        self.set_focus(None)
        if not self.rows.rows and self.before is not None and self.before.about:
            self._add_all([Came(id, name) for id, name in self.before.about])
        elif not self.rows.rows:
            self.add_somebody()
        self.redraw()

    def cycle(self, by: int) -> None:
        """Tab: grid, note of the selected attendee, title."""
        if self.picker is not None:
            return
        if isinstance(self.focused, Input):
            was_note = self.focused.id == "note"
            if was_note:
                self._keep_note()
            self.set_focus(None)
            if was_note == (by > 0) or not self.rows.rows:
                self.set_focus(self.query_one("#title"))
        elif by > 0 and self.rows.rows:
            note = self.query_one("#note", TextLine)
            note.value = self._selected.note if self._selected else ""
            self.set_focus(note)
        else:
            self.set_focus(self.query_one("#title"))
        self.redraw()

    def press(self, key: str, character: str) -> bool:
        """A letter marks and goes down."""
        if self.picker is not None:
            return False
        match key, character:
            case "enter", _any:
                self.save()
            case _any, "<" | ">":
                self._weigh(1 if character == ">" else -1)
            case "down" | "up", _any:
                self._marked = None
                self.rows.move(1 if key == "down" else -1)
            case "left" | "right", _any:
                self._mark_shifted(1 if key == "right" else -1)
            case "backspace", _any:
                self._change(lambda one: replace(one.unmarked(), promises=(), note=""))
            case _any, "+":
                self.add_somebody()
            case _any, "-":
                self._take_out()
            case _any, "@":
                self.prompt(_("day"), self._take_day)
            case _any, digit if digit.isdecimal() and digit.isascii():
                self.day = program(self).outlook.today - timedelta(days=int(digit))
                self.redraw()
            case _any, letter if letter and letter in PROMISES:
                self._promise(letter)
            case _:
                return self._mark(key, character)
        return True

    def _mark(self, key: str, letter: str) -> bool:
        if key == "space" or letter == "␣":
            self._change(Came.unmarked)
        elif letter in KINDS_HERE and self.says_retired(KINDS_HERE[letter]):
            return True
        elif letter in KINDS_HERE:
            self._change(lambda one: one.marked(letter))
        else:
            return False
        self._marked = self._selected.id if self._selected else None
        self.rows.move(1)
        return True

    def _weigh(self, by: int) -> None:
        """Make the mark set last stronger or weaker; where one has moved since, that of the row."""
        chosen = next((one for one in self.rows.rows if one.id == self._marked), self._selected)
        if chosen is not None:
            self.rows.update([chosen.weighed(by)])
            self._preview()

    def _mark_shifted(self, by: int) -> None:
        deeds = columns(self.rows.rows).deeds
        self._change(lambda one: one.moved(deeds, by))

    def _take_out(self) -> None:
        gone = self._selected
        if gone is not None:
            self.rows.show([one for one in self.rows.rows if one.id != gone.id])
            self._tell()

    @property
    def _selected(self) -> Came | None:
        return self.rows.selected

    def _change(self, change: Callable[[Came], Came]) -> None:
        selected = self._selected
        if selected is None:
            return
        self.rows.update([change(selected)])
        self._preview()

    def _keep_note(self) -> None:
        text = self.query_one("#note", TextLine).value.strip()
        self._change(lambda one: replace(one, note=text))

    def _take_day(self, text: str) -> None:
        self.set_focus(None)
        today = program(self).outlook.today
        try:
            self.day = min(today, parse_day(text, today, toward="past"))
        except StaketermError as error:
            self.fault(error)
            return
        self._tell()

    # promises

    def _promise(self, key: str) -> None:
        """Ask what was promised; where it is noted already, take it away again."""
        selected = self._selected
        if selected is None:
            return
        if any(one.key == key for one in selected.promises):
            kept = tuple(one for one in selected.promises if one.key != key)
            self._change(lambda one: replace(one, promises=kept))
            return
        ask_promise(self, key, self.day, self._promised)

    def _promised(self, promise: Promised | None) -> None:
        self.set_focus(None)
        if promise is not None:
            self._change(lambda one: replace(one, promises=(*one.promises, promise)))
            self.rows.move(1)

    # the effect and the end

    def _preview(self) -> None:
        """Ask where everybody would stand; the answer fills the last column."""
        self._tell()
        if program(self).outlook.scored:
            acts = {one.id: one.acts for one in self.rows.rows}
            question = ask.meeting_effects(acts, self.day, self.project)
            self.ask(question, self._have_effects, group="effects")

    def _have_effects(self, moved: "Sequence[Moved]") -> None:
        after = {one.stakeholder: one.after for one in moved}
        self.rows.update(
            [replace(one, after=after.get(one.id, one.label)) for one in self.rows.rows]
        )

    def _tell(self) -> None:
        counts = counted(self.rows.rows)
        if counts.people:
            said = _("{counts} in one batch. One {key} takes all back.").format(
                counts=summary(counts), key=program(self).keymap.shown("undo")
            )
            self.say(Piece(said, Ink.MUTED))
        self.redraw()

    def save(self) -> None:
        """Log the meeting with everything in it."""
        title = self.query_one("#title", TextLine).value.strip()
        if not title:
            self.say(Piece(_("What was the meeting about?"), Ink.FAULT))
            self.set_focus(self.query_one("#title"))
        elif not self.rows.rows:
            self.add_somebody()
        else:
            self.write(
                writes.log_meeting(
                    {"title": title, "day": self.day, "project": self.project},
                    [one.values() for one in self.rows.rows],
                ),
                lambda receipt: self._wrote(receipt, title),
            )

    def _wrote(self, receipt: "Receipt", title: str) -> None:
        self.done(receipt, Private(f"{title}: "), summary(counted(self.rows.rows)) + ".")

    # drawing

    @property
    def _grid(self) -> Grid:
        app = program(self)
        return Grid(
            columns(self.rows.rows),
            app.look,
            app.outlook.veil,
            app.outlook.today,
            app.outlook.scored,
            self.catalogue,
        )

    def _captions(self, cells: int) -> Sequence[Line]:
        return self._grid.captions(cells)

    def _row(self, came: Came, cells: int, state: RowState) -> Line:
        return self._grid.row(came, cells, selected=state.selected)

    def _came_line(self, cells: int) -> Line:
        outlook = program(self).outlook
        count = len(self.rows.rows)
        if not count and self.before is not None and self.before.about:
            said = _("as on {day}: Enter takes those {n}").format(
                day=short_day(self.before.day, outlook.today), n=len(self.before.about)
            )
        else:
            said = str(count)
        start = (Piece(" " + left(_("Came"), 6), Ink.MUTED), Piece(said))
        hints = _("+ add somebody   - take out") if count else ""
        end = (
            Piece(f"{hints}   ", Ink.MUTED),
            Piece(_("Day") + " ", Ink.MUTED),
            Piece(week_day(self.day, outlook.today), Ink.BOLD),
            Piece("  0-9 @ ", Ink.MUTED),
        )
        return apart(start, end, cells)

    def _rule(self, cells: int) -> Line:
        stroke = program(self).look.rule
        return rule(_("what each did"), _("letter marks, goes down"), cells, stroke=stroke)
