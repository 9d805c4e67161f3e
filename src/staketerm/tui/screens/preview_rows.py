"""The rows of a preview, and what a person can say about them before anything is written."""

from collections.abc import Sequence
from dataclasses import replace

from staketerm.locale import _
from staketerm.tui.dialogs.parts import DrawnLine
from staketerm.tui.drawing import intake as drawing
from staketerm.tui.drawing.lines import EMPTY, Line
from staketerm.tui.drawing.values import count
from staketerm.tui.intake.preview import Group, Intake, Preview, PreviewLine, in_order
from staketerm.tui.notices import say
from staketerm.tui.program import program
from staketerm.tui.screens.frame import Frame
from staketerm.tui.widgets.footer import Hints, KeyFooter
from staketerm.tui.widgets.rows import RowList, RowState


class PreviewRows(Frame):
    """A page with the rows of a preview; whatever is said of one has the file read again.

    `preview` is what is shown, None until it is there.
    """

    def __init__(self, intake: Intake) -> None:
        super().__init__()
        self.preview: Preview | None = None
        self._intake = intake
        self._shown = intake
        """What the preview on screen was made with."""
        self._left_out: dict[int, PreviewLine] = {}
        self._by_row = False

    @property
    def rows(self) -> RowList[PreviewLine]:
        """The list."""
        return self.query_one(RowList)

    @property
    def selected(self) -> PreviewLine | None:
        """The line under the cursor."""
        return self.rows.selected

    def _show_rows(self, *, anew: bool = False) -> None:
        """Show the rows; but for `anew` each stays where it stood."""
        if self.preview is None:
            return
        left = tuple(self._left_out[row] for row in sorted(self._shown.without))
        lines = (*self.preview.lines, *left)
        before = () if anew else self.rows.rows
        self.rows.show(in_order(lines, by_row=self._by_row, before=before))

    def on_row_list_selected(self) -> None:
        """Another row can be answered, corrected or left out."""
        self.query_one("#told", DrawnLine).redraw()
        self.query_one(KeyFooter).redraw()

    def hints(self, cells: int) -> Hints:
        """The keys that the selected row answers to."""
        line = self.selected
        left = ["open", "next_pane"]
        if any(one.asked for one in self.chosen):
            left += ["same", "new"]
        elif line is not None and line.group is Group.OUTSIDE:
            left.append("new")
        return Hints(left=(*left, "edit", "skip", "columns", "order"), right=("keys",))

    @property
    def chosen(self) -> Sequence[PreviewLine]:
        """What a verb acts on: the marked rows, else the selected one."""
        marked = self.rows.marked
        if marked:
            return [line for line in self.rows.rows if line.key in marked]
        return [self.selected] if self.selected else []

    def mark_selected(self) -> None:
        """Mark the selected row, or take its mark away, and go on to the next one."""
        if self.selected is not None:
            self.rows.mark(self.rows.marked ^ {self.selected.key})
            self.rows.move(1)

    def mark_all(self) -> None:
        """Mark all rows, or none where all are marked."""
        every = frozenset(line.key for line in self.rows.rows)
        self.rows.mark(() if self.rows.marked == every else every)

    def answer(self, *, same: bool) -> None:
        """Say of the rows chosen that they are, or aren't, who they probably are."""
        asked = [line.row for line in self.chosen if line.asked and line.row is not None]
        if asked:
            self._again(
                replace(self._intake, same={**self._intake.same, **dict.fromkeys(asked, same)})
            )

    def new(self) -> None:
        """The selected row is somebody else; a correspondent who is not here is let in."""
        line = self.selected
        if line is not None and line.group is Group.OUTSIDE:
            self._again(replace(self._intake, create=True))
        elif any(one.asked for one in self.chosen):
            self.answer(same=False)
        else:
            program(self).tell(say(_("this row doesn't ask anything")))

    @property
    def can_be_edited(self) -> bool:
        """On a cell that can't be read."""
        line = self.selected
        return line is not None and line.column is not None

    def edit(self) -> None:
        """Correct the cell; the file itself stays as it is."""
        line = self.selected
        if line is None or line.column is None or line.row is None:
            return
        at = (line.row, line.column)

        def corrected(text: str) -> None:
            said = {**self._intake.corrections, at: text}
            self._again(replace(self._intake, corrections=said))
            self.rows.focus()

        veil = program(self).outlook.veil
        place = _("row {n}").format(n=count(line.row))
        self.prompt(
            f"{place}, {veil.text(line.column)}:",
            corrected,
            value=line.value,
            left=lambda: self.set_focus(self.rows),
        )

    @property
    def can_be_left_out(self) -> bool:
        """On any row of a table."""
        line = self.selected
        return line is not None and line.row is not None

    def leave_out(self) -> None:
        """Leave the rows chosen out, or take them in again."""
        rows = {line.row for line in self.chosen if line.row is not None}
        for line in self.rows.rows:
            if line.row in rows - self._intake.without and line.head:
                left = replace(line, group=Group.LEFT_OUT, asked=False, column=None)
                self._left_out[line.row] = left
        self._again(replace(self._intake, without=self._intake.without ^ rows))

    def choose_column(self) -> None:
        """Say what a column goes to."""
        from staketerm.tui.screens.columns import ColumnFinder

        if self.preview is not None:
            finder = ColumnFinder(self.preview.columns)
            self.app.push_screen(finder, self._column_chosen)

    def _column_chosen(self, header: str | None) -> None:
        from staketerm.tui.screens.columns import FieldFinder

        if header is not None:
            self.app.push_screen(FieldFinder(header), self._field_chosen)

    def _field_chosen(self, chosen: tuple[str, str] | None) -> None:
        if chosen is not None:
            columns = {**self._intake.columns, chosen[0]: chosen[1]}
            self._again(replace(self._intake, columns=columns))

    def _again(self, intake: Intake) -> None:
        self._intake = intake
        self.read()

    def next_order(self) -> None:
        """What can't be read first, or as the rows stand in the file."""
        self._by_row = not self._by_row
        self._show_rows(anew=True)
        self.redraw()

    # drawing

    def _drawing(self) -> drawing.RowDrawing:
        app = program(self)
        numbered = bool(self.preview and self.preview.columns)
        return drawing.RowDrawing(app.look, app.outlook.veil, numbered)

    def _draw(self, line: PreviewLine, cells: int, state: RowState) -> Line:
        return self._drawing().row(line, cells, selected=state.selected, marked=state.marked)

    def _told(self, cells: int) -> Line:
        """What the selected row had to cut; only narrow screens have this line."""
        return self._drawing().told(self.selected, cells) if self.selected else EMPTY
