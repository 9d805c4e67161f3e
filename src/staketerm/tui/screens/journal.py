"""The journal: everything that was told, newest first, and the item under the cursor (S6)."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from staketerm.locale import _, ngettext
from staketerm.tui.commands.base import Commands, bindings
from staketerm.tui.commands.people import Filter, OpenSelected, WhyInFull
from staketerm.tui.drawing.lines import EMPTY, Ink, Line, Piece, apart, rule, wrap
from staketerm.tui.drawing.told import ToldDrawing, ToldLine
from staketerm.tui.drawing.values import count, week_day
from staketerm.tui.program import program
from staketerm.tui.screens import questions
from staketerm.tui.screens.acting import ActsOnTold
from staketerm.tui.screens.frame import Frame, Subject
from staketerm.tui.widgets.drawn import Lines, OneLine
from staketerm.tui.widgets.footer import Hints, KeyFooter
from staketerm.tui.widgets.panes import Divider, Floor, Pane, Panes
from staketerm.tui.widgets.rows import RowState
from staketerm.tui.widgets.told_list import ToldList

if TYPE_CHECKING:
    from staketerm.journal.receipt import Receipt
    from staketerm.journal.timeline import Told

VERBS: Commands = (OpenSelected, WhyInFull, Filter)


class Head(OneLine):
    """` / all      1,204 entries   showing from Tue 24 Nov`."""

    def line(self, cells: int) -> Line:
        """What is shown of the journal."""
        screen = self.screen
        return screen.head(cells) if isinstance(screen, JournalPlace) else EMPTY


class JournalPlace(ActsOnTold, Frame):
    """The list of what was told, by window; the whole text of one item beside or below it."""

    VERBS: ClassVar[Commands] = VERBS
    BINDINGS: ClassVar[list[BindingType]] = bindings(VERBS)
    HINTS = Hints(left=("line", "new", "log", "open", "edit", "filter"), right=("find", "keys"))
    HINTS_ROOMY = Hints(
        left=("line", "new", "log", "meeting", "open", "edit", "skip", "delete", "filter"),
        right=("find", "keys"),
    )
    DEFAULT_CSS = """
    JournalPlace #entry { height: 5; }
    JournalPlace.-roomy #entry, JournalPlace.-wide #entry { width: 42; height: 1fr; }
    JournalPlace.-low #entry, JournalPlace.-tiny #entry { display: none; }
    """

    def __init__(self) -> None:
        super().__init__("journal")
        self._filter = ""
        self._total = 0
        self._projects: Mapping[str, str] = {}

    def body(self) -> ComposeResult:
        """The line of the filter, the list, the item."""
        yield Head()
        with Panes():
            with Pane():
                yield ToldList(
                    self._draw, self._read_on, days=True, indent=21, empty=self._nothing, id="told"
                )
            yield Divider()
            yield Lines(self._entry, id="entry")
        yield Floor()

    def on_mount(self) -> None:
        """The list has the focus."""
        self.rows.focus()

    @property
    def rows(self) -> ToldList:
        """The list."""
        return self.query_one("#told", ToldList)

    @property
    def main(self) -> ToldList:
        """The moving keys move the list."""
        return self.rows

    @property
    def told(self) -> "Told | None":
        """The item under the cursor, wherever the focus is."""
        return self.rows.item

    @property
    def subject(self) -> Subject | None:
        """Whom the item is about, where that is one person."""
        told = self.told
        if told is None or len(told.about) != 1:
            return None
        (id, name), project = told.about[0], told.project or program(self).outlook.project
        return Subject(id, name, "person", project)

    # reading

    def read(self) -> None:
        """Ask for the first window, or for what holds the words of the filter."""
        self._ask(questions.WINDOW)

    def reread(self, receipt: "Receipt") -> None:
        """As much as was read, anew; the cursor stays on its item."""
        self._ask(max(questions.WINDOW, len(self.rows.items)))

    def _ask(self, many: int) -> None:
        outlook = program(self).outlook
        if self._filter:
            question = questions.written(self._filter, outlook.project, outlook.as_of)
        else:
            question = questions.chronicle(outlook.project, None, outlook.as_of, many)
        self.ask(question, self._show, group="told")

    def _show(self, chronicle: questions.Chronicle) -> None:
        self._total, self._projects = chronicle.total, chronicle.projects
        self.rows.begin(chronicle.items, ended=chronicle.ended)
        self.arrived()
        self.redraw()

    def _read_on(self, last: "Told") -> None:
        outlook = program(self).outlook
        self.ask(
            questions.chronicle(outlook.project, last.place, outlook.as_of),
            lambda found: self.rows.go_on(found.items, ended=found.ended),
            group="told on",
            aside=True,
        )

    # the filter

    def edit_filter(self) -> None:
        """Type words where the filter stands; every letter is followed."""
        self.prompt(
            program(self).keymap.shown("filter"),
            self._filter_done,
            value=self._filter,
            live=self._filter_by,
            left=lambda: self._filter_done(""),
            instead_of=self.query_one(Head),
        )

    def look_for(self, words: str) -> None:
        """Show what holds these words."""
        if self.ready:
            self._filter_by(words)
        else:
            self._filter = words

    def _filter_by(self, text: str) -> None:
        """The last question counts: one that is not put yet is never put."""
        if text.strip() != self._filter:
            self._filter = text.strip()
            self.read()

    def _filter_done(self, text: str) -> None:
        self._filter_by(text)
        self.rows.focus()

    def clear(self) -> bool:
        """esc: every item again."""
        if not self._filter:
            return False
        self._filter_done("")
        return True

    # verbs

    def new(self) -> None:
        """A longer entry."""
        from staketerm.tui.dialogs.entry import EntryForm

        self.app.push_screen(EntryForm())

    @property
    def can_be_edited(self) -> bool:
        """What can be opened can be edited."""
        return self.can_be_opened

    def edit(self) -> None:
        """The form of the item."""
        self.open_selected()

    def on_row_list_selected(self) -> None:
        """Another item is under the cursor."""
        self.query_one("#entry", Lines).move_to(0)
        self.query_one("#entry", Lines).redraw()
        self.query_one(KeyFooter).redraw()

    def on_row_list_opened(self) -> None:
        """A click on the selected one."""
        self.open_selected()

    # drawing

    @property
    def _drawing(self) -> ToldDrawing:
        app = program(self)
        return ToldDrawing(app.look, app.outlook.veil, app.outlook.day)

    def head(self, cells: int) -> Line:
        """The filter, how much there is, from which day on."""
        app = program(self)
        outlook = app.outlook
        shown = outlook.veil.text(self._filter) or _("all")
        start = [
            Piece(f" {app.keymap.shown('filter')} ", Ink.BOLD, "screen.command('filter')"),
            Piece(shown, Ink.PLAIN if self._filter else Ink.MUTED),
        ]
        if self._filter:
            found = len(self.rows.items)
            said = _("{n} found").format(n=count(found))
        else:
            said = ngettext("{n} entry", "{n} entries", self._total).format(n=count(self._total))
        first = self.rows.items[0].day if self.rows.items else None
        if first is not None and cells >= 60:
            said += "   " + _("from {day}").format(day=week_day(first, outlook.today))
        return apart(tuple(start), (Piece(f"{said} ", Ink.MUTED),), cells, app.look.ellipsis)

    def _draw(self, line: ToldLine, cells: int, state: RowState) -> Line:
        return self._drawing.journal_row(
            line, cells, self._projects, selected=state.selected and line.part == 0
        )

    def _entry(self, cells: int) -> Sequence[Line]:
        """The whole item: its sort and day, whom it is about, all that was written."""
        app, told, drawing = program(self), self.told, self._drawing
        key = app.keymap.shown("edit")
        hint = _("{key} edit").format(key=key) if self.can_be_opened else ""
        title = drawing.sort(told) if told else _("entry")
        lines = [rule(title, hint, cells, stroke=app.look.rule)]
        if told is None:
            return lines
        said = drawing.happened(told)
        if told.what != "entry" or told.title:
            lines += [(Piece(f" {line}", Ink.BOLD),) for line in wrap(said, cells - 2)]
        if names := drawing.names(told):
            lines += [(Piece(f" {line}", Ink.MUTED),) for line in wrap(names, cells - 2)]
        text = told.text or ""
        for paragraph in text.splitlines() if text not in (told.title, said) else ():
            hidden = app.outlook.veil.text(paragraph)
            lines += [(Piece(f" {line}"),) for line in wrap(hidden, cells - 2)]
        return lines

    def _nothing(self, cells: int) -> Sequence[Line]:
        if not self.ready:
            return ()
        keys = program(self).keymap
        if self._filter:
            said = _("Nothing holds these words. esc clears them.")
        else:
            said = _("Nothing told yet. {line} writes a line, {new} a longer entry.").format(
                line=keys.shown("line"), new=keys.shown("new")
            )
        return (EMPTY, (Piece(f"   {said}", Ink.MUTED),))
