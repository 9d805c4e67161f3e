"""The section "actions" of a page: one person's acts, and what was decided about earlier ones."""

from typing import TYPE_CHECKING, cast

from staketerm.locale import _
from staketerm.tui.drawing.lines import Line
from staketerm.tui.drawing.queue import QueueDrawing, QueueLine, queue_lines
from staketerm.tui.program import program
from staketerm.tui.screens.deciding import DecidesActs
from staketerm.tui.widgets.rows import RowList, RowState
from staketerm.tui.widgets.section import Section

if TYPE_CHECKING:
    from staketerm.journal.nurture.decisions import DueAct
    from staketerm.journal.nurture.queue import Queue

QUEUE = "queue"
"""The id of the list of acts."""


class HasQueue(DecidesActs):
    """A page with the acts of whom it is about; verbs act on the one under the cursor."""

    def queue_section(self) -> Section:
        """The section, empty until `show_queue`."""
        rows = RowList[QueueLine](self._draw_act, key=lambda line: line.key, id=QUEUE)
        return Section(lambda: (_("actions"), self._queue_hint()), rows, tall=False, id="actions")

    def show_queue(self, queue: "Queue") -> None:
        """Fill the section."""
        self.query_one(f"#{QUEUE}", RowList).show(tuple(queue_lines(queue)))

    @property
    def selected_act(self) -> "DueAct | None":
        """The act under the cursor of the list, where that has the focus."""
        focused = self.focused
        if isinstance(focused, RowList) and focused.id == QUEUE:
            line = cast("QueueLine | None", focused.selected)
            return line.act if line else None
        return None

    @property
    def can_be_opened(self) -> bool:
        """An act opens what came of it, what was told its form."""
        return self.deciding is not None or super().can_be_opened

    def open_selected(self) -> None:
        """Open what is under the cursor."""
        if self.deciding is not None:
            self.done()
        else:
            super().open_selected()

    def _queue_hint(self) -> str:
        if self.can_be_brought_back:
            key = program(self).keymap.shown("bring_back")
            return _("{key} brings it back now").format(key=key)
        if self.selected_act is None or "draft" not in self.offered():
            return ""
        return _("{key} draft").format(key=program(self).keymap.shown("draft"))

    def _draw_act(self, line: QueueLine, cells: int, state: RowState) -> Line:
        app = program(self)
        drawing = QueueDrawing(app.look, app.outlook.veil, app.outlook.day)
        return drawing.draw(line, cells, selected=state.selected)
