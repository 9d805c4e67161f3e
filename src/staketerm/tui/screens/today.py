"""Today: who needs me, why, and what do I do (screens S1)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from staketerm.locale import _
from staketerm.tui import questions as common
from staketerm.tui.commands.base import Commands, bindings
from staketerm.tui.commands.people import Done, NextAlarm, OpenSelected, WhyInFull
from staketerm.tui.dialogs.outcomes import act_done, skip_act, snooze_act
from staketerm.tui.drawing.lines import EMPTY, Ink, Line, Piece, fit
from staketerm.tui.drawing.today import SHOWN, TodayDrawing, TodayLine
from staketerm.tui.notices import Named, say
from staketerm.tui.program import program
from staketerm.tui.screens import questions
from staketerm.tui.screens.frame import Frame, Subject
from staketerm.tui.widgets.drawn import Lines, OneLine
from staketerm.tui.widgets.footer import Hints
from staketerm.tui.widgets.panes import Divider, Floor, Pane, Panes
from staketerm.tui.widgets.rows import RowState
from staketerm.tui.widgets.stepping import SteppingList

if TYPE_CHECKING:
    from staketerm.journal.decisions import DueAct
    from staketerm.journal.person_row import PersonRow
    from staketerm.journal.today import Today

VERBS: Commands = (OpenSelected, WhyInFull, Done, NextAlarm)


class Head(OneLine):
    """How many acts, alarms and promises."""

    def line(self, cells: int) -> Line:
        """What the screen says of the day."""
        screen = self.screen
        return screen.head(cells) if isinstance(screen, TodayPlace) else EMPTY


class TodayPlace(Frame):
    """The acts of the day, what moved, what falls due; the selected one in full beside it."""

    VERBS: ClassVar[Commands] = VERBS
    BINDINGS: ClassVar[list[BindingType]] = bindings(VERBS)
    HINTS = Hints(
        left=(("down", "up"), "done", "snooze", "skip", "why", "open"), right=("log", "keys")
    )
    HINTS_ROOMY = Hints(
        left=(
            ("down", "up"),
            "next_pane",
            "open",
            "done",
            "snooze",
            "skip",
            "why",
            "log",
            "meeting",
        ),
        right=("find", "keys"),
    )
    DEFAULT_CSS = """
    TodayPlace #act { display: none; }
    TodayPlace.-roomy #act, TodayPlace.-wide #act { display: block; width: 42; }
    """

    def __init__(self) -> None:
        super().__init__("today")
        self._facts: Today | None = None
        self._everything = False

    def body(self) -> ComposeResult:
        """The sentence, the list, the pane."""
        yield Head()
        with Panes():
            with Pane():
                yield SteppingList[TodayLine](
                    self._draw, key=lambda line: line.key, stops=lambda line: line.stops, id="day"
                )
            yield Divider()
            yield Lines(self._pane, id="act")
        yield Floor()

    def on_mount(self) -> None:
        """The list has the focus."""
        self.rows.focus()

    @property
    def rows(self) -> "SteppingList[TodayLine]":
        """The list."""
        return self.query_one("#day", SteppingList)

    @property
    def main(self) -> "SteppingList[TodayLine]":
        """The moving keys move the list."""
        return self.rows

    @property
    def selected(self) -> TodayLine | None:
        """What the cursor stands on."""
        return self.rows.stop

    @property
    def subject(self) -> Subject | None:
        """Whom the act or the alarm is about."""
        line = self.selected
        if line is None:
            return None
        if line.row is not None:
            return Subject(line.row.id, line.row.name, line.row.kind, line.row.project)
        if line.act is None:
            return None
        proposal = line.act.proposal
        people = self._facts.people if self._facts else {}
        row = people.get((proposal.stakeholder, proposal.project))
        kind = row.kind if row else "person"
        return Subject(proposal.stakeholder, line.act.planned.name, kind, proposal.project)

    # reading

    def read(self) -> None:
        """Gather the day."""
        outlook = program(self).outlook
        self.ask(
            questions.today(outlook.project, outlook.as_of, personal=not outlook.scored),
            self._show,
            group="today",
        )

    def _show(self, facts: "Today") -> None:
        self._facts = facts
        self._lay_out()
        self.arrived()
        self.redraw()

    def _lay_out(self) -> None:
        drawing = self._drawing
        if drawing is not None:
            self.rows.show(tuple(drawing.lines()))

    # verbs

    def zoom(self) -> None:
        """All acts, or the first five again."""
        self._everything = not self._everything
        self._lay_out()

    def leave_zoom(self) -> bool:
        """The first five again; False if nothing more is shown."""
        if not self._everything:
            return False
        self.zoom()
        return True

    def next_alarm(self) -> None:
        """Select the next person with an alarm, from the top again after the last one."""
        rows, at = self.rows.rows, self.rows.cursor
        for place in (*range(at + 1, len(rows)), *range(at + 1)):
            row = rows[place].row
            if row is not None and row.alarm and not row.alarm_seen:
                self.rows.move_to(place)
                return
        program(self).tell(say(_("no alarm stands")))

    @property
    def can_be_done(self) -> bool:
        """An act, or an alarm not yet seen."""
        line = self.selected
        if line is None or line.row is None:
            return line is not None
        return bool(line.row.alarm) and not line.row.alarm_seen

    def done(self) -> None:
        """What came of the act; or the alarm was seen."""
        line, facts = self.selected, self._facts
        if line is None or facts is None:
            return
        if line.row is not None:
            self._seen(line.row)
        elif line.act is not None:
            item = facts.items.get(line.act.proposal.occasion)
            today = program(self).outlook.today
            act_done(
                self,
                line.act,
                kind=item.kind if item else "mail",
                by=item.by if item else "me",
                late=bool(item and item.due and today > item.due),
            )

    def _seen(self, row: "PersonRow") -> None:
        if row.alarm_since is not None:
            self.write(
                common.mark_seen(row.id, row.project, row.alarm_since),
                Named(row.id, row.name, row.kind),
                ": " + _("seen; it returns if it cools again") + ".",
            )

    @property
    def selected_act(self) -> "DueAct | None":
        """The act under the cursor."""
        return self.selected.act if self.selected else None

    @property
    def _on_act(self) -> bool:
        return self.selected_act is not None

    @property
    def can_be_put_off(self) -> bool:
        """An act can rest."""
        return self._on_act

    @property
    def can_be_left_out(self) -> bool:
        """An act can be skipped."""
        return self._on_act

    def snooze(self) -> None:
        """Let the act rest until a day."""
        if self.selected is not None and self.selected.act is not None:
            snooze_act(self, self.selected.act)

    def leave_out(self) -> None:
        """Skip the act, with a reason."""
        if self.selected is not None and self.selected.act is not None:
            skip_act(self, self.selected.act)

    def on_row_list_selected(self) -> None:
        """The pane follows the cursor."""
        pane = self.query_one("#act", Lines)
        pane.move_to(0)
        pane.redraw()

    def on_row_list_opened(self) -> None:
        """A click on the selected one opens the person."""
        self.open_selected()

    # drawing

    @property
    def _drawing(self) -> TodayDrawing | None:
        app = program(self)
        outlook = app.outlook
        if self._facts is None:
            return None
        return TodayDrawing(
            self._facts,
            app.look,
            outlook.veil,
            outlook.day,
            app.keymap.shown,
            personal=not outlook.scored,
            everything=self._everything,
        )

    def head(self, cells: int) -> Line:
        """The sentence of the day."""
        drawing = self._drawing
        if drawing is None:
            return EMPTY
        return fit((Piece(f" {drawing.head()}"),), cells, program(self).look.ellipsis)

    def _draw(self, line: TodayLine, cells: int, state: RowState) -> Line:
        drawing = self._drawing
        if drawing is None:
            return EMPTY
        selected = state.selected and line.stops
        return drawing.draw(line, cells, self._hint(line.section), selected=selected)

    def _hint(self, section: str) -> str:
        keys, facts = program(self).keymap, self._facts
        if section == "to_do" and facts is not None and len(facts.due.acts) > SHOWN:
            other = _("{key} five") if self._everything else _("{key} all")
            return other.format(key=keys.shown("zoom"))
        if section == "moved" and facts is not None and facts.moved:
            return _("{key} next alarm").format(key=keys.shown("next_alarm"))
        return ""

    def _pane(self, cells: int) -> Sequence[Line]:
        drawing = self._drawing
        if drawing is None:
            return ()
        scored = program(self).outlook.scored
        hint = _("{key} why").format(key=program(self).keymap.shown("why")) if scored else ""
        lines = drawing.pane(self.selected, cells, hint)
        if self.selected is None:
            nothing = _("Nothing is selected.")
            return [*lines, (Piece(f" {nothing}", Ink.MUTED),)]
        return lines
