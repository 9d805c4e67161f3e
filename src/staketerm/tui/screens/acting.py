"""What can be done to one thing that was told: open it, leave it out, delete it, settle it."""

from typing import TYPE_CHECKING, cast

from staketerm.domain.progress import KINDS
from staketerm.locale import _
from staketerm.tui import writes
from staketerm.tui.dialogs.ending import settle
from staketerm.tui.notices import Private
from staketerm.tui.screens.frame import Frame
from staketerm.tui.widgets.rows import RowList
from staketerm.tui.widgets.told_list import ToldList

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from staketerm.journal.ledger import OpenItem
    from staketerm.journal.timeline import Told

OPEN_ITEMS = "open-items"
"""The id of a list of open asks and agreements."""

OCCASIONS = frozenset({"meeting", "call", "report"})
"""The kinds of entry that signals are logged with."""


class ActsOnTold(Frame):
    """A screen with a list of what was told; verbs act on the item under the cursor."""

    @property
    def told(self) -> "Told | None":
        """The item under the cursor of the list that has the focus."""
        focused = self.focused
        return focused.item if isinstance(focused, ToldList) else None

    @property
    def open_item(self) -> "OpenItem | None":
        """The open ask or agreement under the cursor."""
        focused = self.focused
        if isinstance(focused, RowList) and focused.id == OPEN_ITEMS:
            return cast("OpenItem | None", focused.selected)
        return None

    @property
    def can_be_opened(self) -> bool:
        """A signal or an entry opens its form, an open ask or agreement what came of it."""
        told = self.told
        return self.open_item is not None or (told is not None and told.what in ("signal", "entry"))

    def open_selected(self) -> None:
        """Open the form of what is under the cursor."""
        from staketerm.tui.dialogs.entry import EntryForm
        from staketerm.tui.dialogs.progress import edit_entry
        from staketerm.tui.dialogs.signal import SignalForm

        told = self.told
        if self.open_item is not None:
            settle(self, self.open_item)
        elif told is not None and told.what == "signal":
            self.app.push_screen(SignalForm(told))
        elif told is not None and told.kind in KINDS.words:
            edit_entry(self, told.id)
        elif told is not None and told.what == "entry":
            self.app.push_screen(EntryForm(told))

    @property
    def can_be_done(self) -> bool:
        """Where an open ask or agreement is under the cursor."""
        return self.open_item is not None

    def done(self) -> "Awaitable[object] | None":
        """Say what came of it."""
        if self.open_item is not None:
            settle(self, self.open_item)
        return None

    @property
    def can_be_left_out(self) -> bool:
        """Where a signal is under the cursor, or something with signals, such as a meeting."""
        told = self.told
        return told is not None and (told.what == "signal" or told.kind in OCCASIONS)

    def leave_out(self) -> None:
        """Let a signal count no longer, or again, or all signals of a meeting at once; what is left
        out stays in the timeline.
        """
        from staketerm.tui.dialogs.signal import leave_out, leave_out_occasion

        told = self.told
        if told is not None and told.what == "signal":
            leave_out(self, told.id)
        elif told is not None:
            leave_out_occasion(self, told)

    @property
    def can_be_deleted(self) -> bool:
        """Where something that was written down is under the cursor."""
        return self.open_item is not None or (self.told is not None and self.told.what != "silence")

    def delete(self) -> None:
        """Delete it; undo brings it back."""
        item = self.open_item or self.told
        if item is not None:
            label = item.text or (item.label if item is self.told else "") or item.kind
            self.write(
                writes.delete(item.table, item.id), Private(label), ": " + _("deleted") + "."
            )
