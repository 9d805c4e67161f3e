"""The catalogue of kinds: what each counts, own kinds, and who would move by other points."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container

from staketerm.domain.constants import LARGEST_POINTS
from staketerm.domain.own_kinds import can_retire, can_weigh
from staketerm.locale import _
from staketerm.tui import kind_questions as questions
from staketerm.tui.commands.base import Command, Commands, bindings
from staketerm.tui.commands.kinds import WEIGHING, Retire
from staketerm.tui.commands.people import OpenSelected
from staketerm.tui.drawing.kinds import KindsDrawing, Tried
from staketerm.tui.drawing.lines import EMPTY, Line, rule
from staketerm.tui.notices import Private, say
from staketerm.tui.program import program
from staketerm.tui.screens.frame import Frame
from staketerm.tui.trying import try_out
from staketerm.tui.widgets.drawn import Fixed, Lines
from staketerm.tui.widgets.footer import Hints, KeyFooter
from staketerm.tui.widgets.panes import Divider, Floor, Pane, Panes
from staketerm.tui.widgets.rows import RowList, RowState

if TYPE_CHECKING:
    from staketerm.journal.positions.kinds import KindRow
    from staketerm.journal.positions.what_if import WhatIf
    from staketerm.journal.receipt import Receipt

VERBS: Commands = (OpenSelected, *WEIGHING)


class KindPane(Container):
    """The selected kind: beside the list, or below it."""


class KindsPage(Frame):
    """One line a kind; `+` and `-` try other points on the selected one, Enter saves them."""

    VERBS: ClassVar[Commands] = VERBS
    BINDINGS: ClassVar[list[BindingType]] = bindings(VERBS)
    LASTS = True
    HINTS = Hints(
        left=(
            ("down", "up"),
            "more_points",
            "fewer_points",
            "open",
            "new",
            "edit",
            "delete",
        ),
        right=("undo", "keys"),
    )
    HINTS_ROOMY = HINTS
    DEFAULT_CSS = """
    KindPane { layout: vertical; width: 1fr; height: 8; }
    KindsPage.-low KindPane, KindsPage.-tiny KindPane { height: 4; }
    KindsPage.-roomy KindPane { width: 46; height: 1fr; }
    KindsPage.-wide KindPane { width: 64; height: 1fr; }
    KindsPage.-zoom-list KindPane { display: none; }
    KindsPage.-zoom-pane KindPane { width: 1fr; height: 1fr; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._tried: Tried | None = None

    def body(self) -> ComposeResult:
        """The list, and the selected kind in full."""
        with Panes():
            with Pane():
                yield Fixed(self._head)
                yield RowList["KindRow"](self._draw, key=lambda row: row.kind.id, id="rows")
            yield Divider()
            with KindPane():
                yield Fixed(self._title)
                yield Lines(self._pane, id="kind")
        yield Floor()

    def once_more(self) -> "KindsPage":
        """The catalogue as it is by then."""
        return KindsPage()

    @property
    def rows(self) -> "RowList[KindRow]":
        """The list."""
        return self.query_one("#rows", RowList)

    @property
    def main(self) -> "RowList[KindRow]":
        """The moving keys move the list."""
        return self.rows

    @property
    def kind(self) -> "KindRow | None":
        """The kind under the cursor."""
        return self.rows.selected

    # reading

    def read(self) -> None:
        """Ask for the catalogue, as of the day looked at."""
        self._tried = None
        self.ask(questions.kinds(program(self).outlook.as_of), self._show, group="rows")

    def reread(self, receipt: "Receipt") -> None:
        """Anything logged counts, and another change may have been taken back."""
        self.read()

    def _show(self, rows: "tuple[KindRow, ...]") -> None:
        self.rows.show(rows)
        self.rows.focus()
        self.redraw()
        self.arrived()

    def on_row_list_selected(self) -> None:
        """Another kind: points that were tried on the one before are dropped, and said so."""
        kind, tried = self.kind, self._tried
        if tried is not None and (kind is None or kind.kind.id != tried.id):
            self._tried = None
            program(self).tell(say(_("the points tried were not saved")))
        self.redraw()

    def on_row_list_opened(self) -> None:
        """A click on the selected one."""
        self.open_selected()

    # trying

    @property
    def _today(self) -> bool:
        """Whether the catalogue of today is looked at: only that can be changed."""
        return program(self).outlook.as_of is None

    @property
    def can_be_weighed(self) -> bool:
        """Where the selected kind may have other points."""
        kind = self.kind
        return self._today and kind is not None and kind.known and can_weigh(kind.kind)

    def try_points(self, by: int) -> None:
        """Try points on the selected kind, and ask who would move."""
        row = self.kind
        if row is None:
            return
        held = self._tried.points if self._tried else row.kind.points
        tried = min(LARGEST_POINTS, max(-LARGEST_POINTS, held + by))
        found = self._tried.found if self._tried else None
        self._tried = Tried(row.kind.id, tried, found)
        question = questions.try_kind({"id": row.kind.id, "points": tried}, new=False)
        try_out(self, question, self._have_tried)
        self.redraw()

    def _have_tried(self, found: "WhatIf") -> None:
        if self._tried is not None and found.after is not None and found.after.id == self._tried.id:
            self._tried = self._tried._replace(found=found)
            self.redraw()

    def clear(self) -> bool:
        """esc drops what is tried."""
        if self._tried is None:
            return False
        self._tried = None
        self.redraw()
        return True

    # verbs

    def offered(self) -> dict[str, type[Command]]:
        """What is deleted elsewhere is retired here."""
        found = super().offered()
        return found | {Retire.id: Retire} if Retire.id in found else found

    @property
    def can_be_opened(self) -> bool:
        """Enter saves what is tried, else opens the form."""
        return self._today and self.kind is not None

    def open_selected(self) -> None:
        """Save the points that are tried; where none are, edit the kind."""
        tried, row = self._tried, self.kind
        if tried is None or row is None:
            self.edit()
            return
        self._tried = None
        self.write(
            questions.save_kind({"id": tried.id, "points": tried.points}, new=False),
            *self._lead(row, _("saved, from today on")),
        )

    @property
    def can_be_edited(self) -> bool:
        """Any kind, as it stands today."""
        return self.can_be_opened

    def edit(self) -> None:
        """The form of the selected kind."""
        from staketerm.tui.dialogs.kind import KindForm

        self.clear()
        if self.kind is not None:
            self.app.push_screen(KindForm(self.kind))

    def new(self) -> None:
        """A kind of one's own."""
        from staketerm.tui.dialogs.kind import KindForm

        self.app.push_screen(KindForm())

    @property
    def can_be_deleted(self) -> bool:
        """A kind that can be retired, or is."""
        row = self.kind
        return self._today and row is not None and row.known and can_retire(row.kind)

    def delete(self) -> None:
        """Retire the selected kind, or revive it: it is never gone, its signals count on."""
        row = self.kind
        if row is None:
            return
        retired = not row.kind.retired
        said = _("retired; its signals count on") if retired else _("offered again")
        self.write(
            questions.save_kind({"id": row.kind.id, "retired": retired}, new=False),
            *self._lead(row, said),
        )

    def _lead(self, row: "KindRow", said: str) -> "tuple[str | Private, ...]":
        label = row.kind.label
        return (Private(label) if row.own else label, f": {said}.")

    # drawing

    @property
    def drawing(self) -> KindsDrawing:
        """What lines are drawn with."""
        app = program(self)
        return KindsDrawing(app.look, app.outlook.veil, app.outlook.day, self._tried)

    def redraw(self) -> None:
        """The footer too: what the selected kind allows."""
        super().redraw()
        for footer in self.query(KeyFooter):
            footer.redraw()

    def _head(self, cells: int) -> Sequence[Line]:
        return (self.drawing.head(self.rows.cells or cells),)

    def _draw(self, row: "KindRow", cells: int, state: RowState) -> Line:
        return self.drawing.row(row, cells, selected=state.selected)

    def _title(self, cells: int) -> Sequence[Line]:
        tried = self._tried is not None
        title = _("what if") if tried else _("this kind")
        hint = "" if tried or not self.can_be_weighed else _("+ - try other points")
        return (rule(title, hint, cells, stroke=program(self).look.rule, focused=tried),)

    def _pane(self, cells: int) -> Sequence[Line]:
        row = self.kind
        if row is None:
            return (EMPTY,)
        return self.drawing.in_full(row, cells, max(3, self.query_one("#kind").size.height))
