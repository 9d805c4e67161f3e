"""The history of changes: what was changed when, and taking any of it back."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from staketerm.domain.own_kinds import is_own
from staketerm.domain.vocabulary import verb_words
from staketerm.locale import N_, _
from staketerm.tui import questions, writes
from staketerm.tui.commands.base import Command, Commands, bindings
from staketerm.tui.drawing.lines import Ink, Line, Piece, apart, left, rule
from staketerm.tui.drawing.values import week_day
from staketerm.tui.notices import receipt_notice
from staketerm.tui.program import program
from staketerm.tui.screens.frame import Frame
from staketerm.tui.widgets.drawn import Fixed
from staketerm.tui.widgets.footer import Hints
from staketerm.tui.widgets.rows import RowList, RowState

if TYPE_CHECKING:
    from staketerm.journal.history import HistoryLine
    from staketerm.journal.receipt import Receipt


BRING_SIGNALS = frozenset({"log", "meeting", "import", "done"})
"""The verbs of changes that signals may have come with."""


class TakeBack(Command):
    """The selected change."""

    id = "open"
    fixed = ("enter",)
    footer = N_("take back")
    label = N_("take back the selected change")
    writes = True

    def run(self) -> None:
        """Undo that batch; undoing an undo is the redo."""
        if isinstance(self.here, HistoryPage) and (line := self.here.rows.selected):
            self.here.undo(line.batch)


VERBS: Commands = (TakeBack,)


class HistoryPage(Frame):
    """One line a batch, newest first."""

    VERBS: ClassVar[Commands] = VERBS
    BINDINGS: ClassVar[list[BindingType]] = bindings(VERBS)
    LASTS = True
    HINTS = Hints(left=(("down", "up"), "open", "undo", "skip"), right=("keys",))
    HINTS_ROOMY = HINTS

    def body(self) -> ComposeResult:
        """A caption and the list."""
        yield Fixed(self._caption)
        yield RowList["HistoryLine"](self._draw, key=lambda line: line.batch, empty=self._empty)

    def once_more(self) -> "HistoryPage":
        """The log as it is by then."""
        return HistoryPage()

    @property
    def rows(self) -> "RowList[HistoryLine]":
        """The list."""
        return self.query_one(RowList)

    def read(self) -> None:
        """Ask for the change log."""
        self.ask(questions.history(), self._show, group="rows")

    def reread(self, receipt: "Receipt") -> None:
        """A change taken back is a change more."""
        self.read()

    @property
    def can_be_left_out(self) -> bool:
        """Where a change is under the cursor that signals came with, and that stands."""
        line = self.rows.selected
        return line is not None and line.verb in BRING_SIGNALS and not line.undone

    def leave_out(self) -> None:
        """Let all signals of a change count no longer; again where none of them counts."""
        line = self.rows.selected
        if line is not None:
            self.ask(writes.leave_out_change(line.batch), self._left_out, group="leave out")

    def _left_out(self, receipt: "Receipt") -> None:
        app = program(self)
        app.tell(receipt_notice(receipt, f"{verb_words(receipt.verb)}."))
        app.written(receipt)

    def _show(self, lines: "tuple[HistoryLine, ...]") -> None:
        self.rows.show(lines)
        self.rows.focus()
        self.arrived()

    def _caption(self, cells: int) -> Sequence[Line]:
        return (rule(_("history of changes"), "", cells, stroke=program(self).look.rule),)

    def _draw(self, line: "HistoryLine", cells: int, state: RowState) -> Line:
        app = program(self)
        veil = app.outlook.veil
        at = line.at.astimezone(app.zone)
        day = week_day(at.date(), app.outlook.today)
        names = ", ".join(veil.name(id, name) for id, name in line.about[:3])
        if len(line.about) > 3:
            names = _("{names} and {n} more").format(names=names, n=len(line.about) - 3)
        kinds = [veil.text(label) if is_own(id) else label for id, label in line.kinds]
        names = ", ".join(filter(None, (names, *kinds)))
        said = verb_words(line.verb)
        if line.undone:
            said = _("{verb}, taken back").format(verb=said)
        start = (
            Piece(app.look.selected if state.selected else " "),
            Piece(left(f"{day} {at:%H:%M}", 18), Ink.MUTED),
            Piece(left(said, 28, app.look.ellipsis), Ink.MUTED if line.undone else Ink.PLAIN),
            Piece(f"  {names}"),
        )
        end = (Piece(f"{veil.text(line.author)} ", Ink.MUTED),)
        return apart(start, end, cells, app.look.ellipsis)

    def _empty(self, cells: int) -> Sequence[Line]:
        if not self.ready:
            return ()
        return ((Piece(f"   {_('nothing to take back')}", Ink.MUTED),),)
