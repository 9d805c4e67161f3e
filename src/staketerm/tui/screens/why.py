"""Why in full: every signal a position rests on, and what each still counts (screens S4)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import BindingType

from staketerm.locale import _
from staketerm.tui import questions
from staketerm.tui.commands.base import Commands, bindings
from staketerm.tui.commands.people import Done, OpenSelected, Order, WhyInFull
from staketerm.tui.drawing.lines import EMPTY, Ink, Line, Piece, fit, rule
from staketerm.tui.drawing.why_full import FullDrawing
from staketerm.tui.outlook import Outlook
from staketerm.tui.program import program
from staketerm.tui.screens.frame import TALL, Frame, Subject
from staketerm.tui.screens.seeing import see_alarm
from staketerm.tui.widgets.drawn import Fixed, OneLine
from staketerm.tui.widgets.footer import Hints
from staketerm.tui.widgets.rows import RowList, RowState

if TYPE_CHECKING:
    from textual.await_complete import AwaitComplete

    from staketerm.domain.grounds import Reason
    from staketerm.domain.position import Glimpse
    from staketerm.journal.positions.review import Why
    from staketerm.journal.receipt import Receipt

VERBS: Commands = (OpenSelected, WhyInFull, Done, Order)


COURSE_FROM = 24
"""From this height on there is a line for the course of the last months."""


class Title(OneLine):
    """Who, where, as of when."""

    ground = "panel"

    def line(self, cells: int) -> Line:
        """The title of the page it is on."""
        page = self.screen
        drawing = page.drawing() if isinstance(page, WhyPage) else None
        keys = program(self).keymap
        hint = _("{as_of} another day   esc back").format(as_of=keys.shown("as_of"))
        return drawing.title(cells, hint) if drawing else EMPTY


class WhyPage(Frame):
    """Numbers, reasons, conclusions; the list of reasons has the cursor."""

    VERBS: ClassVar[Commands] = VERBS
    BINDINGS: ClassVar[list[BindingType]] = bindings(VERBS)
    LASTS = True
    HINTS = Hints(left=("open", "edit", "skip", "judge", "done", "why", "order"), right=("keys",))
    HINTS_ROOMY = HINTS

    def __init__(self, subject: Subject) -> None:
        super().__init__()
        self._subject = subject
        self._why: Why | None = None
        self._drawing: tuple[tuple[Why, Outlook], FullDrawing] | None = None
        self._by_day = False
        self._months: Sequence[Glimpse] = ()

    def top(self) -> ComposeResult:
        """A title in the place of the bar."""
        yield Title()

    def body(self) -> ComposeResult:
        """Numbers, the course of the last months, the reasons, up to five lines of conclusions."""
        yield Fixed(self._summary)
        yield Fixed(self._course)
        yield Fixed(self._caption)
        yield RowList["Reason"](self._draw, key=reason_key, empty=self._empty)
        yield Fixed(self._conclusions)

    def once_more(self) -> "WhyPage":
        """The same person's."""
        return WhyPage(self._subject)

    @property
    def subject(self) -> Subject:
        """Whom the page is about."""
        return self._subject

    def read(self) -> None:
        """Ask why, as of the day looked at."""
        self.ask(
            questions.why(self._subject.id, self._subject.project, program(self).outlook.as_of),
            self._show,
            group="why",
        )
        self.ask(
            questions.by_month(
                self._subject.id, self._subject.project, program(self).outlook.as_of
            ),
            self._show_course,
            group="course",
            aside=True,
        )

    def _show_course(self, months: "Sequence[Glimpse]") -> None:
        self._months = months
        self.redraw()

    def reread(self, receipt: "Receipt") -> None:
        """Ask again if it concerns this person."""
        if self._subject.id in receipt.concerned:
            self.read()

    def _show(self, why: "Why") -> None:
        self._why = why
        self._show_reasons()
        self.redraw()
        self.query_one(RowList).focus()
        self.arrived()

    def _show_reasons(self) -> None:
        if self._why is not None:
            reasons = self._why.assessment.reasons
            if self._by_day:
                reasons = tuple(sorted(reasons, key=lambda reason: reason.on, reverse=True))
            self.query_one(RowList).show(reasons)

    def next_order(self) -> None:
        """By strength, or by day."""
        self._by_day = not self._by_day
        self._show_reasons()
        self.redraw()

    @property
    def can_be_done(self) -> bool:
        """Where an alarm was not looked at yet."""
        why = self._why
        return why is not None and why.assessment.alarm is not None and not why.alarm_seen

    def done(self) -> "AwaitComplete | None":
        """Say that the alarm was seen, with a note if one likes."""
        why = self._why
        if why is None or why.assessment.alarm is None:
            return None
        who = self._subject._replace(project=why.project)
        return see_alarm(self, who, why.assessment.alarm.since)

    @property
    def _reason(self) -> "Reason | None":
        """The reason under the cursor."""
        return cast("Reason | None", self.query_one(RowList).selected)

    @property
    def can_be_opened(self) -> bool:
        """Where a reason is under the cursor that comes from something written down."""
        reason = self._reason
        return reason is not None and reason.source is not None

    @property
    def can_be_edited(self) -> bool:
        """What can be opened can be corrected."""
        return self.can_be_opened

    @property
    def can_be_left_out(self) -> bool:
        """What can be opened can be left out."""
        return self.can_be_opened

    def open_selected(self) -> None:
        """The form of the signal behind the reason."""
        from staketerm.tui.dialogs.signal import correct

        if self._reason is not None and self._reason.source is not None:
            correct(self, self._reason.source)

    def edit(self) -> None:
        """The same."""
        self.open_selected()

    def leave_out(self) -> None:
        """Let the signal behind the reason count no longer."""
        from staketerm.tui.dialogs.signal import leave_out

        if self._reason is not None and self._reason.source is not None:
            leave_out(self, self._reason.source)

    # drawing

    def drawing(self) -> FullDrawing | None:
        """The answer, ready to draw; None until it is there."""
        app = program(self)
        if self._why is None:
            return None
        looked = (self._why, app.outlook)
        if self._drawing is None or self._drawing[0] != looked:
            drawing = FullDrawing(self._why, app.look, app.outlook.veil, app.outlook.day)
            self._drawing = (looked, drawing)
        return self._drawing[1]

    def _summary(self, cells: int) -> Sequence[Line]:
        drawing = self.drawing()
        return drawing.summary(cells) if drawing else (EMPTY,) * 4

    def _course(self, cells: int) -> Sequence[Line]:
        drawing = self.drawing()
        height = program(self).size.height
        if drawing is None or height < COURSE_FROM or not self._months:
            return ()
        return drawing.course(self._months, cells, tall=height >= TALL)

    def _caption(self, cells: int) -> Sequence[Line]:
        app = program(self)
        order = (
            _("what was done, latest first")
            if self._by_day
            else _("what was done, strongest first")
        )
        other = _("{key} by strength") if self._by_day else _("{key} by day")
        hint = other.format(key=app.keymap.shown("order"))
        drawing = self.drawing()
        head = rule(order, hint, cells, stroke=app.look.rule)
        rows = self.query_one(RowList).cells or cells
        return (head, drawing.caption(rows) if drawing else EMPTY)

    def _draw(self, reason: "Reason", cells: int, state: RowState) -> Line:
        drawing = self.drawing()
        return drawing.reason(reason, cells, selected=state.selected) if drawing else EMPTY

    def _empty(self, cells: int) -> Sequence[Line]:
        return ((Piece(f"   {_('nothing logged yet')}", Ink.MUTED),),) if self._why else ()

    def _conclusions(self, cells: int) -> Sequence[Line]:
        drawing = self.drawing()
        ellipsis = program(self).look.ellipsis
        if drawing is None:
            return ()
        return [fit(line, cells, ellipsis) for line in drawing.conclusions(cells)]


def reason_key(reason: "Reason") -> str:
    """A reason by the record it comes from."""
    return f"{reason.source} {reason.on} {reason.kind}"
