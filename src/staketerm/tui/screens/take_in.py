"""Taking a file in: what it would do, row by row; Enter writes it as one batch (screens S8)."""

from collections.abc import Sequence
from threading import Event
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import Key, Paste
from textual.message import Message

from staketerm.domain.errors import StaketermError
from staketerm.locale import _, ngettext
from staketerm.tui.commands.base import Commands, bindings
from staketerm.tui.commands.taking_in import TAKING_IN
from staketerm.tui.dialogs.parts import DrawnLine
from staketerm.tui.drawing import intake as drawing
from staketerm.tui.drawing.lines import EMPTY, Ink, Line, Piece, apart, rule
from staketerm.tui.drawing.values import count
from staketerm.tui.intake import questions
from staketerm.tui.intake.paths import without_folder
from staketerm.tui.intake.preview import Intake, Preview, PreviewLine
from staketerm.tui.notices import Private, receipt_notice, say
from staketerm.tui.program import program
from staketerm.tui.screens.frame import TALL
from staketerm.tui.screens.preview_rows import PreviewRows
from staketerm.tui.widgets.buttons import Buttons, Either, Press
from staketerm.tui.widgets.drawn import Fixed, OneLine
from staketerm.tui.widgets.rows import RowList

if TYPE_CHECKING:
    from staketerm.exchange.plan import Progress
    from staketerm.journal.receipt import Receipt
    from staketerm.tui.intake.questions import TakenIn


class Title(OneLine):
    """Which file, and what it was recognised as."""

    ground = "panel"

    def line(self, cells: int) -> Line:
        """The title of the page it is on."""
        page = self.screen
        return page.title_line(cells) if isinstance(page, TakeInPage) else EMPTY


class TakeInPage(PreviewRows):
    """The preview of one file. Nothing is written before Enter; esc leaves and nothing is."""

    VERBS: ClassVar[Commands] = TAKING_IN
    BINDINGS: ClassVar[list[BindingType]] = bindings(TAKING_IN)
    DEFAULT_CSS = """
    TakeInPage.-low #columns, TakeInPage.-tiny #columns { display: none; }
    TakeInPage.-tiny #happens, TakeInPage.-tiny #told { display: none; }
    TakeInPage.-roomy #told, TakeInPage.-wide #told { display: none; }
    """

    class Read(Message, bubble=False):
        """So much of the file has been read."""

        def __init__(self, said: str) -> None:
            super().__init__()
            self.said = said

    def __init__(self, intake: Intake) -> None:
        super().__init__(intake)
        self._stop = Event()
        self._said = ""
        self._fault = ""
        """Why the file cannot be taken in at all."""
        self._refusal = ""
        """Why what is shown could not be written."""
        self._writing = False

    def top(self) -> ComposeResult:
        """A title in the place of the bar."""
        yield Title()

    def body(self) -> ComposeResult:
        """Counts, columns, rows; what happens, and the buttons."""
        yield Fixed(self._counts)
        columns = Fixed(self._columns)
        columns.id = "columns"
        yield columns
        yield Fixed(self._caption)
        yield RowList[PreviewLine](self._draw, key=lambda line: line.key, empty=self._empty)
        yield DrawnLine(self._told, id="told")
        happens = Fixed(self._happens)
        happens.id = "happens"
        yield happens
        yield Either(self._aside, id="aside")
        with Buttons():
            yield Press(self._take_in_word, self.take_in, id="take-in")
            yield Press(lambda: _("Only check"), self.only_check, id="only-check")

    def on_mount(self) -> None:
        """The rows have the focus; the rest appears with them."""
        self.rows.focus()
        self._show_buttons()
        program(self).tell(say(_("nothing has been written yet")))

    def keeps(self, event: Key | Paste) -> bool:
        """What is typed before the rows are there is dropped: nothing goes in unseen."""
        return (self.ready or not self.is_mounted) and super().keeps(event)

    def on_unmount(self) -> None:
        """A reading that nobody waits for any more stops."""
        self._stop.set()

    # reading

    def read(self) -> None:
        """Ask what taking the file in would do, with what has been said about it so far."""
        if self._writing:
            return
        self._stop.set()
        stop = self._stop = Event()

        def progress(at: "Progress") -> None:
            if stop.is_set():
                raise questions.Stopped(_("stopped; nothing has been written"))
            if at.total:
                self.post_message(self.Read(at.share))

        self._said = ""
        intake = self._intake
        self.ask(
            questions.preview(intake, progress),
            lambda preview: self._show(preview, intake),
            group="preview",
            aside=True,
            otherwise=self._refused,
        )

    def reread(self, receipt: "Receipt") -> None:
        """What is here has changed, so perhaps what the file adds."""
        self.read()

    def on_take_in_page_read(self, event: Read) -> None:
        """Say how far the reading is."""
        self._said = event.said
        self.rows.refresh()

    def _show(self, preview: Preview, intake: Intake) -> None:
        self.preview, self._shown = preview, intake
        self._fault = self._refusal = ""
        self._show_rows()
        self._show_buttons()
        self.redraw()
        self.arrived()

    def _refused(self, error: StaketermError) -> None:
        """A file that can't be read is said on the page; a choice that can't be followed is taken
        back."""
        if self.preview is not None:
            self._intake = self._shown
            self.fault(error)
            return
        self._fault = without_folder(str(error), self._intake.path)
        self.rows.refresh()
        self.arrived()

    # ending

    def enter(self) -> None:
        """Enter: what has the focus."""
        focused = self.focused
        if isinstance(focused, Press):
            focused.does()
        elif isinstance(focused, Either):
            focused.other()
        else:
            self.take_in()

    def take_in(self) -> None:
        """Write what is shown, as one batch."""
        app = program(self)
        if self.preview is None or self._writing or self._intake != self._shown:
            return
        if app.read_only:
            app.say_closed()
            return
        if not self.preview.new:
            app.tell(say(_("nothing here is new; nothing has been written")))
            return
        self._writing = True
        app.tell(say(_("taking in ...")))
        aside = self.query_one(Either).chosen == 0
        self.ask(
            questions.take_in(self.preview, self._shown, put_aside=aside),
            self._taken_in,
            group="take in",
            aside=True,
            otherwise=self._not_taken_in,
        )

    def only_check(self) -> None:
        """Leave with what was found, and nothing written."""
        if self._writing or self.preview is None:
            return
        found = " ".join(self.preview.counts)
        app = program(self)
        self.dismiss()
        app.tell(say(_("checked: {counts}. Nothing has been written.").format(counts=found)))

    def _taken_in(self, taken: "TakenIn") -> None:
        app = program(self)
        lead = [f"{self.preview.receipt}." if self.preview else ""]
        if taken.aside is not None and self.preview is not None:
            n = self.preview.unread
            put = ngettext("{n} row is in", "{n} rows are in", n).format(n=count(n))
            notice = receipt_notice(taken.receipt, *lead, f" {put} ", Private(taken.aside.name))
        else:
            notice = receipt_notice(taken.receipt, *lead)
        self.dismiss()
        app.tell(notice)
        app.written(taken.receipt)

    def _not_taken_in(self, error: StaketermError) -> None:
        """What could not be written is said in full where else stands what happens."""
        self._writing = False
        self._refusal = without_folder(str(error), self._intake.path)
        program(self).tell(say(_("nothing has been written")))
        self.redraw()

    def dismiss_something(self) -> bool:
        """esc: the prompt, then the page. What is being written is written whole."""
        if self.leave_prompt():
            return True
        app = program(self)
        if self._writing:
            app.tell(say(_("being taken in; one undo takes it back")))
            return True
        self._stop.set()
        app.tell(say(_("left; nothing has been written")))
        return self.close()

    # drawing

    def title_line(self, cells: int) -> Line:
        """Which file, and what it was recognised as."""
        app = program(self)
        name = app.outlook.veil.text(self._intake.path.name)
        start = (Piece(" " + _("Take in:") + " "), Piece(name, Ink.BOLD))
        described = self.preview.described if self.preview else ""
        return apart(start, (Piece(f"{described} "),), cells, app.look.ellipsis)

    def _counts(self, cells: int) -> Sequence[Line]:
        app = program(self)
        if self.preview is None:
            return (EMPTY,)
        return (drawing.counts(self.preview, cells, app.outlook.veil, app.look),)

    def _columns(self, cells: int) -> Sequence[Line]:
        app = program(self)
        if self.preview is None or not self.preview.columns:
            return ()
        most = 8 if app.size.height >= TALL else 4
        hint = _("{key} changes one").format(key=app.keymap.shown("columns"))
        head = rule(_("columns"), hint, cells, stroke=app.look.rule)
        return (head, *drawing.columns(self.preview.columns, cells, most, app.look))

    def _caption(self, cells: int) -> Sequence[Line]:
        app = program(self)
        order = _("as in the file") if self._by_row else _("what needs a look first")
        hint = f"{app.keymap.shown('order')} {_('order')}: {order}"
        return (rule(_("rows"), hint, cells, stroke=app.look.rule),)

    def _empty(self, cells: int) -> Sequence[Line]:
        app = program(self)
        escape = app.keymap.shown("escape")
        if self._fault:
            return drawing.fault(self._fault, cells, app.outlook.veil, escape)
        if self.preview is not None:
            return (EMPTY, (Piece(f"   {_('nothing in here')}", Ink.MUTED),))
        return drawing.reading(self._said, escape)

    def _happens(self, cells: int) -> Sequence[Line]:
        app = program(self)
        if self.preview is None:
            return ()
        head = rule(_("what happens"), "", cells, stroke=app.look.rule)
        most = 6 if app.size.height >= TALL else 3
        if self._refusal:
            return (head, *drawing.faults(self._refusal, cells, app.outlook.veil)[:most])
        return (head, *drawing.happens(self.preview, cells, most))

    def _aside(self) -> tuple[str, Sequence[str]]:
        unread = self.preview.unread if self.preview else 0
        name = program(self).outlook.veil.text(f"{self._intake.path.stem}.cannot-read.csv")
        return drawing.aside(unread, name)

    def _take_in_word(self) -> str:
        return _("Take in {n}").format(n=count(self.preview.new if self.preview else 0))

    def _show_buttons(self) -> None:
        there = self.preview is not None
        self.query_one(Buttons).display = there
        self.query_one(Either).display = there and bool(self.preview and self.preview.unread)
        for button in self.query(Press):
            button.redraw()
