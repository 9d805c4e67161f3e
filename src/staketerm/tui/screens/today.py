"""Today: who needs me, why, and what do I do (screens S1)."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widget import Widget

from staketerm.locale import _
from staketerm.tui import act_questions
from staketerm.tui.commands.base import Commands, bindings
from staketerm.tui.commands.people import Done, NextAlarm, OpenSelected, WhyInFull
from staketerm.tui.drawing.day_text import TodayLine
from staketerm.tui.drawing.lines import EMPTY, Line, Piece, fit
from staketerm.tui.drawing.today import TodayDrawing
from staketerm.tui.drawing.values import number
from staketerm.tui.notices import say
from staketerm.tui.program import program
from staketerm.tui.screens import questions
from staketerm.tui.screens.day_order import DayOrder
from staketerm.tui.screens.deciding import DecidesActs
from staketerm.tui.screens.frame import ROOMY, TALL, Subject
from staketerm.tui.screens.seeing import see_alarm
from staketerm.tui.widgets.act_pane import ActPane
from staketerm.tui.widgets.drawn import OneLine
from staketerm.tui.widgets.footer import Hints, KeyFooter
from staketerm.tui.widgets.panes import Divider, Floor, Pane, Panes
from staketerm.tui.widgets.rows import RowState
from staketerm.tui.widgets.stepping import SteppingList

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from staketerm.journal.ledger import OpenItem
    from staketerm.journal.nurture.decisions import DueAct
    from staketerm.journal.nurture.today import Today
    from staketerm.journal.positions.evidence import Pair
    from staketerm.journal.receipt import Receipt
    from staketerm.journal.stakeholders.person_row import PersonRow

VERBS: Commands = (OpenSelected, WhyInFull, Done, NextAlarm)


class Head(OneLine):
    """How many acts, alarms and promises."""

    def line(self, cells: int) -> Line:
        """What the screen says of the day."""
        screen = self.screen
        return screen.head(cells) if isinstance(screen, TodayPlace) else EMPTY


class TodayPlace(DecidesActs):
    """The acts of the day, what moved, what falls due; the selected one in full beside it.

    Where there is no room beside the list, Tab shows the pane in its place.
    """

    VERBS: ClassVar[Commands] = VERBS
    BINDINGS: ClassVar[list[BindingType]] = bindings(VERBS)
    HINTS = Hints(
        left=(("down", "up"), "done", "snooze", "skip", "draft", "brief", "why"),
        right=("log", "keys"),
    )
    HINTS_ROOMY = Hints(
        left=(
            ("down", "up"),
            "next_pane",
            "open",
            "done",
            "snooze",
            "skip",
            "draft",
            "brief",
            "why",
            "log",
        ),
        right=("find", "keys"),
    )
    DEFAULT_CSS = """
    TodayPlace #act { display: none; }
    TodayPlace.-roomy #act { display: block; width: 42; }
    TodayPlace.-wide #act { display: block; width: 52; }
    TodayPlace.-zoom-pane #act { display: block; width: 1fr; }
    """

    def __init__(self) -> None:
        super().__init__("today")
        self._facts: Today | None = None
        self._order = DayOrder()
        self._everything = False
        self._people: Mapping[Pair, PersonRow] = {}

    def body(self) -> ComposeResult:
        """The sentence, the list, the pane."""
        yield Head()
        with Panes():
            with Pane():
                yield SteppingList[TodayLine](
                    self._draw, key=lambda line: line.key, stops=lambda line: line.stops, id="day"
                )
            yield Divider()
            yield ActPane(id="act")
        yield Floor()

    def on_mount(self) -> None:
        """The list has the focus."""
        self.rows.focus()

    def on_resize(self) -> None:
        """There is room for other lines, and for the pane or not."""
        self._lay_out()

    @property
    def rows(self) -> "SteppingList[TodayLine]":
        """The list."""
        return self.query_one("#day", SteppingList)

    @property
    def pane(self) -> ActPane:
        """All about what is selected."""
        return self.query_one("#act", ActPane)

    @property
    def main(self) -> "SteppingList[TodayLine]":
        """The moving keys move the list."""
        return self.rows

    @property
    def selected(self) -> TodayLine | None:
        """What the cursor stands on."""
        return self.rows.stop

    @property
    def selected_act(self) -> "DueAct | None":
        """The act under the cursor."""
        return self.selected.act if self.selected else None

    def item_of(self, act: "DueAct") -> "OpenItem | None":
        """The open ask or agreement behind an act."""
        return self._facts.items.get(act.proposal.occasion) if self._facts else None

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
        proposal, row = line.act.proposal, self._person(line)
        kind = row.kind if row else "person"
        return Subject(proposal.stakeholder, line.act.planned.name, kind, proposal.project)

    # reading

    def read(self) -> None:
        """Gather the day anew, in its own order."""
        self._ask(self._open)

    def reread(self, receipt: "Receipt") -> None:
        """What was decided leaves its place; nothing else moves, and the day's five stay."""
        self._ask(self._show)

    def _ask(self, then: "Callable[[Today], None]") -> None:
        outlook = program(self).outlook
        question = questions.today(
            outlook.project,
            outlook.as_of,
            personal=not outlook.scored,
            remembers=program(self).remembers,
        )
        self.ask(question, then, group="today")

    def _open(self, facts: "Today") -> None:
        self._order = DayOrder()
        self._people = {}
        self._show(facts)
        self._ask_people()

    def _show(self, facts: "Today") -> None:
        self._order = self._order.following(facts)
        facts = replace(facts, people={**self._people, **facts.people})
        self._facts = self._order.arranged(facts)
        self.arrived()
        self.redraw()

    def _lay_out(self) -> None:
        drawing = self._drawing
        if drawing is not None:
            self.rows.show(tuple(drawing.lines()))

    def _ask_people(self) -> None:
        """Where the others stand is asked once all acts are shown: there may be thousands."""
        facts, outlook = self._facts, program(self).outlook
        if facts is None or not self._everything or self._people:
            return
        if any(act.pair not in facts.people for act in facts.due.every):
            question = questions.today_people(facts.due, outlook.project, outlook.as_of)
            self.ask(question, self._show_people, group="people", aside=True)

    def _show_people(self, people: "Mapping[Pair, PersonRow]") -> None:
        self._people = people
        if self._facts is not None:
            self._facts = replace(self._facts, people={**people, **self._facts.people})
            self.redraw()

    def redraw(self) -> None:
        """Lay the lines out anew: some tell names, and which there are depends on the day."""
        self._lay_out()
        super().redraw()

    # looking

    def zoom(self) -> None:
        """All acts, or the day's five again."""
        self._everything = not self._everything
        self.redraw()
        self._ask_people()

    def leave_zoom(self) -> bool:
        """The list again, the day's five again; False if nothing more is shown."""
        if self.has_class("-zoom-pane"):
            self._show_pane(shown=False)
            return True
        if not self._everything:
            return False
        self.zoom()
        return True

    def focus_next(self, selector: str | type = "*") -> Widget | None:
        """The other pane; where there is room for one, it takes the place of the list."""
        if program(self).size.width >= ROOMY:
            return super().focus_next(selector)
        self._show_pane(shown=not self.has_class("-zoom-pane"))
        return self.focused

    def focus_previous(self, selector: str | type = "*") -> Widget | None:
        """The other pane too: there are two."""
        if program(self).size.width >= ROOMY:
            return super().focus_previous(selector)
        return self.focus_next()

    def _show_pane(self, *, shown: bool) -> None:
        self.set_class(shown, "-zoom-pane")
        self.set_focus(self.pane if shown else self.rows)
        self._look_behind()

    def next_alarm(self) -> None:
        """Select the next person with an alarm, from the top again after the last one."""
        rows, at = self.rows.rows, self.rows.cursor
        for place in (*range(at + 1, len(rows)), *range(at + 1)):
            row = rows[place].row
            if row is not None and row.alarm and not row.alarm_seen and rows[place].stops:
                self.rows.move_to(place)
                return
        program(self).tell(say(_("no alarm stands")))

    # deciding

    @property
    def can_be_done(self) -> bool:
        """An act, or an alarm not yet seen."""
        row = self.selected.row if self.selected else None
        return super().can_be_done or (row is not None and bool(row.alarm) and not row.alarm_seen)

    def done(self) -> "Awaitable[object] | None":
        """What came of the act; or the alarm was seen, with a note if one likes."""
        row = self.selected.row if self.selected else None
        if row is None or row.alarm_since is None:
            return super().done()
        subject = Subject(row.id, row.name, row.kind, row.project)
        return see_alarm(self, subject, row.alarm_since)

    def on_row_list_selected(self) -> None:
        """The pane and the keys follow the cursor, and both lines of an act are marked."""
        self.rows.refresh()
        self.query_one(KeyFooter).redraw()
        line, drawing = self.selected, self._drawing
        row = self._person(line) if line else None
        moves = drawing.moves(line.row) if drawing and line and line.row else ()
        self.pane.show(line.act if line else None, row, moves)
        self._look_behind()

    def _look_behind(self) -> None:
        """Read what stands behind the act, where it is seen."""
        act = self.selected_act
        if act is not None and self.pane.display:
            question = act_questions.act_facts(act, program(self).outlook.as_of)
            self.ask(question, self.pane.show_facts, group="act", aside=True)

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
            tall=app.size.height >= TALL,
        )

    def head(self, cells: int) -> Line:
        """The sentence of the day."""
        drawing = self._drawing
        if drawing is None:
            return EMPTY
        return fit((Piece(f" {drawing.head(cells - 1)}"),), cells, program(self).look.ellipsis)

    def _draw(self, line: TodayLine, cells: int, state: RowState) -> Line:
        drawing, here = self._drawing, self.selected
        if drawing is None:
            return EMPTY
        selected = here is not None and (line.act, line.row) == (here.act, here.row)
        selected = selected and (line.act or line.row) is not None
        return drawing.draw(line, cells, self._hint(line), selected=selected)

    def _hint(self, line: TodayLine) -> str:
        keys, facts = program(self).keymap, self._facts
        if line.part >= 0 or facts is None:
            return ""
        if line.section == "to_do" and self._everything:
            return _("{key} fewer").format(key=keys.shown("zoom"))
        if line.section == "to_do" and len(facts.due.to_do) > len(facts.due.today):
            all_ = number(len(facts.due.to_do))
            return _("{key} all {n}").format(key=keys.shown("zoom"), n=all_)
        if line.section == "moved" and self._drawing and self._drawing.alarms:
            return _("{key} next alarm").format(key=keys.shown("next_alarm"))
        return ""

    def _person(self, line: TodayLine) -> "PersonRow | None":
        """Whom a line is about."""
        if line.act is None or self._facts is None:
            return line.row
        proposal = line.act.proposal
        return self._facts.people.get((proposal.stakeholder, proposal.project))
