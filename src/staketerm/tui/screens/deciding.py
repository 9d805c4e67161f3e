"""What can be decided about the act under the cursor: done, skipped, put off (screens 5)."""

from typing import TYPE_CHECKING

from staketerm.tui.program import program
from staketerm.tui.screens.frame import Frame

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from staketerm.journal.ledger import OpenItem
    from staketerm.journal.nurture.decisions import DueAct


class DecidesActs(Frame):
    """A screen with acts on it. Where none is under the cursor, verbs mean what they meant; acts of
    another day than today are looked at and not decided.
    """

    def item_of(self, act: "DueAct") -> "OpenItem | None":
        """The open ask or agreement behind an act, if it is one."""
        raise NotImplementedError

    @property
    def deciding(self) -> "DueAct | None":
        """The act that can be decided about now."""
        return self.selected_act if program(self).outlook.as_of is None else None

    @property
    def can_be_done(self) -> bool:
        """An act can be done."""
        return self.deciding is not None or super().can_be_done

    def done(self) -> "Awaitable[object] | None":
        """Ask what came of it."""
        from staketerm.tui.dialogs.outcomes import act_done

        if self.deciding is None:
            return super().done()
        item, today = self.item_of(self.deciding), program(self).outlook.today
        act_done(
            self,
            self.deciding,
            kind=item.kind if item else "mail",
            by=item.by if item else "me",
            late=bool(item and item.due and today > item.due),
        )
        return None

    @property
    def can_be_put_off(self) -> bool:
        """An act can rest."""
        return self.deciding is not None or super().can_be_put_off

    def snooze(self) -> None:
        """Let the act rest until a day."""
        from staketerm.tui.dialogs.outcomes import snooze_act

        if self.deciding is None:
            super().snooze()
        else:
            snooze_act(self, self.deciding)

    @property
    def can_be_brought_back(self) -> bool:
        """An act that is snoozed."""
        return self.deciding is not None and self.deciding.proposal.until is not None

    def bring_back(self) -> None:
        """Take the act up now."""
        from staketerm.tui.dialogs.outcomes import bring_act_back

        if self.deciding is not None:
            bring_act_back(self, self.deciding)

    @property
    def can_be_left_out(self) -> bool:
        """An act can be skipped."""
        return self.deciding is not None or super().can_be_left_out

    def leave_out(self) -> None:
        """Skip the act, with a reason."""
        from staketerm.tui.dialogs.outcomes import skip_act

        if self.deciding is None:
            super().leave_out()
        else:
            skip_act(self, self.deciding)
