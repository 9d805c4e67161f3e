"""The page of one stakeholder: one section at a time, or two columns of them (screens S3)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from staketerm.locale import _
from staketerm.tui.commands.base import Commands, bindings
from staketerm.tui.commands.pages import PAGE
from staketerm.tui.drawing.lines import EMPTY, Ink, Line, Piece
from staketerm.tui.drawing.page import PageDrawing
from staketerm.tui.drawing.told import ToldDrawing, ToldLine
from staketerm.tui.program import program
from staketerm.tui.screens import questions
from staketerm.tui.screens.acting import OPEN_ITEMS, ActsOnTold
from staketerm.tui.screens.frame import ROOMY, TALL, Frame, Subject
from staketerm.tui.screens.queue import HasQueue
from staketerm.tui.screens.sections import Headings, InSections
from staketerm.tui.screens.seeing import see_alarm
from staketerm.tui.widgets.drawn import Fixed, OneLine
from staketerm.tui.widgets.footer import Hints
from staketerm.tui.widgets.panes import Divider, Floor, Pane, Panes
from staketerm.tui.widgets.rows import RowList, RowState
from staketerm.tui.widgets.section import Section
from staketerm.tui.widgets.told_list import ToldList

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from staketerm.domain.assessment import Alarm
    from staketerm.journal.ledger import OpenItem
    from staketerm.journal.nurture.decisions import DueAct
    from staketerm.journal.receipt import Receipt
    from staketerm.journal.stakeholders.page import Page
    from staketerm.journal.timeline import Told


CHART_FROM = 22
"""From this height on a section that has the screen for itself has room for a chart."""


class Title(OneLine):
    """Who, and which page of how many."""

    ground = "panel"

    def line(self, cells: int) -> Line:
        """The title of the page it is on."""
        page = self.screen
        return page.whose(cells) if isinstance(page, StakeholderPage) else EMPTY


class StakeholderPage(InSections, HasQueue, ActsOnTold):
    """Who, why, when and what is open. `around` are the people before and after on the list."""

    VERBS: ClassVar[Commands] = PAGE
    LASTS: ClassVar[bool] = True
    BINDINGS: ClassVar[list[BindingType]] = bindings(PAGE)
    HINTS = Hints(
        left=("next_pane", "log", "again", "ask", "edit", "why", "draft", "done"),
        right=("back", "keys"),
    )
    HINTS_ROOMY = Hints(
        left=(
            "next_pane",
            "log",
            "again",
            "ask",
            "edit",
            "tag",
            "judge",
            "why",
            "draft",
            "brief",
            "done",
            "skip",
            "as_of",
        ),
        right=("keys",),
    )
    DEFAULT_CSS = """
    StakeholderPage #left, StakeholderPage #right { height: 1fr; }
    StakeholderPage #notes RowList, StakeholderPage #actions RowList {
        height: auto; max-height: 8;
    }
    StakeholderPage.-narrow #actions RowList, StakeholderPage.-middle #actions RowList {
        max-height: 18;
    }
    """

    def __init__(self, subject: Subject, around: Sequence[Subject] = ()) -> None:
        super().__init__()
        self._subject = subject
        self._around = tuple(around)
        self._page: Page | None = None

    def top(self) -> ComposeResult:
        """The bar, then whose page it is."""
        yield from super().top()
        yield Title()
        yield Headings()

    def body(self) -> ComposeResult:
        """Both columns; what is not to be seen is not displayed."""
        with Panes():
            with Pane(id="left"):
                yield self._fixed("who", _("who"))
                yield self._fixed("why", _("why"), "why", _("all"))
                yield self._fixed("months", _("stance by month"), "as_of", _("any day"))
                yield Section(
                    lambda: (_("asks and agreements"), self._hint("ask", _("new"))),
                    RowList["OpenItem"](
                        self._draw_item,
                        key=lambda item: item.id,
                        tail=self._past,
                        empty=self._past,
                        id=OPEN_ITEMS,
                    ),
                    tall=True,
                    id="asks",
                )
            yield Divider()
            with Pane(id="right"):
                yield Section(
                    lambda: (_("timeline"), self._hint("log", _("log"))),
                    ToldList(self._draw_told, self._read_on, empty=self._nothing),
                    tall=True,
                    id="timeline",
                )
                yield self.queue_section()
                yield Section(
                    lambda: (_("notes"), _("private")),
                    ToldList(self._draw_note, lambda _item: None),
                    tall=False,
                    id="notes",
                )
                yield self._fixed("heat", _("contacts a week, last 26"))
        yield Floor()

    def _fixed(self, id: str, title: str, command: str = "", does: str = "") -> Section:
        return Section(
            lambda: (title, self._hint(command, does) if command else ""),
            Fixed(lambda cells: self._drawn(id, cells)),
            tall=False,
            id=id,
        )

    def _hint(self, command: str, does: str) -> str:
        """The key of a command and what it does here, where it is possible."""
        if command not in self.offered():
            return ""
        return f"{program(self).keymap.shown(command)} {does}"

    def on_mount(self) -> None:
        """The timeline has the cursor."""
        self.timeline.focus()

    def on_resize(self) -> None:
        """One section, or two columns."""
        self.arrange_sections()

    # what is to do

    def item_of(self, act: "DueAct") -> "OpenItem | None":
        """The open ask or agreement behind an act."""
        found = self._page.open if self._page else ()
        return next((item for item in found if item.id == act.proposal.occasion), None)

    # whose page

    def once_more(self) -> Frame:
        """The same page anew."""
        return StakeholderPage(self._subject, self._around)

    @property
    def subject(self) -> Subject:
        """Whom the page is about."""
        return self._subject

    @property
    def _unseen(self) -> "Alarm | None":
        """The alarm that stands and was not looked at yet."""
        why = self._page.why if self._page else None
        return why.assessment.alarm if why and not (why.personal or why.alarm_seen) else None

    @property
    def can_be_done(self) -> bool:
        """What is selected, or where that cannot be done the alarm."""
        return super().can_be_done or self._unseen is not None

    def done(self) -> "Awaitable[object] | None":
        """What came of what is selected; else the alarm was seen, with a note if one likes."""
        if super().can_be_done or self._unseen is None or self._page is None:
            return super().done()
        who = self._subject._replace(project=self._page.profile.project)
        return see_alarm(self, who, self._unseen.since)

    def neighbour(self, by: int) -> Subject | None:
        """The person before or after on the list one came from."""
        ids = [one.id for one in self._around]
        if self._subject.id not in ids:
            return None
        at = ids.index(self._subject.id) + by
        return self._around[at] if 0 <= at < len(ids) else None

    def turn(self, by: int) -> None:
        """Show the page of the person before or after."""
        neighbour = self.neighbour(by)
        if neighbour is not None:
            self._subject = neighbour
            self.timeline.begin((), ended=True)
            self.read()

    # reading

    def read(self) -> None:
        """Gather the page, then the first window of the timeline."""
        who = self._subject
        question = questions.page(who.id, who.project, program(self).outlook.as_of)
        self.ask(question, self._show, group="page")

    def reread(self, receipt: "Receipt") -> None:
        """Only what concerns this person."""
        if self._subject.id in receipt.concerned or receipt.verb in ("note", "meeting", "undo"):
            self.read()

    def _show(self, page: "Page") -> None:
        self._page = page
        self.query_one("#asks RowList", RowList).show(page.open)
        self.query_one("#notes ToldList", ToldList).begin(page.notes, ended=True)
        self.show_queue(page.queue)
        self.arrange_sections()
        self.redraw()
        question = questions.timeline(
            page.profile.id, page.profile.project, None, program(self).outlook.as_of
        )
        self.ask(question, self._show_timeline, group="timeline")

    def _show_timeline(self, items: "tuple[Told, ...]") -> None:
        self.timeline.begin(items, ended=len(items) < questions.WINDOW)
        self.redraw()
        self.arrived()

    def _read_on(self, last: "Told") -> None:
        page = self._page
        if page is None:
            return
        who = page.profile
        as_of = program(self).outlook.as_of
        self.ask(
            questions.timeline(who.id, who.project, last.place, as_of),
            lambda items: self.timeline.go_on(items, ended=len(items) < questions.WINDOW),
            group="timeline on",
            aside=True,
        )

    @property
    def timeline(self) -> ToldList:
        """What was told of this person."""
        return self.query_one("#timeline ToldList", ToldList)

    def sections(self) -> "dict[str, int | None]":
        """The sections that have something, with how much is in each; None: no number."""
        page = self._page
        if page is None:
            return {"timeline": None}
        found: dict[str, int | None] = {"who": None, "why": None, "heat": None}
        if not page.profile.personal:
            found["months"] = None
        found["timeline"] = page.told
        if page.open or page.settled:
            found["asks"] = len(page.open)
        acts = len(page.queue.due.every)
        if acts or page.queue.decided:
            found["actions"] = acts
        if page.notes:
            found["notes"] = len(page.notes)
        return found

    @property
    def main(self) -> RowList[ToldLine]:
        """The moving keys move the timeline where nothing else has the focus."""
        return self.timeline

    # drawing

    @property
    def _drawing(self) -> PageDrawing | None:
        app = program(self)
        if self._page is None:
            return None
        return PageDrawing(self._page, app.look, app.outlook.veil, app.outlook.day)

    @property
    def _told(self) -> ToldDrawing:
        app = program(self)
        return ToldDrawing(app.look, app.outlook.veil, app.outlook.day)

    def _drawn(self, part: str, cells: int) -> Sequence[Line]:
        drawing = self._drawing
        if drawing is None:
            return (EMPTY,)
        parts = {
            "who": drawing.who,
            "why": drawing.why,
            "months": drawing.course if self._has_height else drawing.months,
            "heat": drawing.heat,
        }
        return parts[part](cells)

    @property
    def _has_height(self) -> bool:
        """Whether there is room for a chart of the course of the position."""
        least = TALL if self.side_by_side else CHART_FROM
        return program(self).size.height >= least

    def whose(self, cells: int) -> Line:
        """Who, and where in the list."""
        drawing = self._drawing
        if drawing is None:
            return EMPTY
        keys = program(self).keymap
        ids = [one.id for one in self._around]
        hint = ""
        if self._subject.id in ids and cells >= ROOMY:
            hint = _("page {n} of {of}   {up} / {down} previous, next person").format(
                n=ids.index(self._subject.id) + 1,
                of=len(ids),
                up=keys.shown("previous_person"),
                down=keys.shown("next_person"),
            )
        elif self._page is not None and self._page.profile.job:
            hint = program(self).outlook.veil.text(self._page.profile.job)
        return drawing.title(cells, hint)

    def _draw_told(self, line: ToldLine, cells: int, state: RowState) -> Line:
        return self._told.page_row(line, cells, selected=state.selected)

    def _draw_note(self, line: ToldLine, cells: int, state: RowState) -> Line:
        return self._told.page_row(line, cells, selected=state.selected)

    def _draw_item(self, item: "OpenItem", cells: int, state: RowState) -> Line:
        drawing = self._drawing
        return drawing.open_item(item, cells, selected=state.selected) if drawing else EMPTY

    def _past(self, cells: int) -> Sequence[Line]:
        """What came of earlier asks and agreements, below the open ones."""
        drawing, page = self._drawing, self._page
        if drawing is None or page is None:
            return ()
        below = self.query_one("#asks RowList").size.height - len(page.open) - bool(page.open)
        last = drawing.answering(cells)[-below:] if below > 0 else []
        lines = [
            drawing.settled_item(item, self._told.headline(item), cells)
            for item in page.settled[: max(0, below - len(last))]
        ]
        return [*lines, *last]

    def _nothing(self, cells: int) -> Sequence[Line]:
        if not self.ready:
            return ()
        said = _("Nothing logged yet. {key} logs what happened.").format(
            key=program(self).keymap.shown("log")
        )
        return (EMPTY, (Piece(f"   {said}", Ink.MUTED),))
