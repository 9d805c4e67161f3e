"""The verbs of the page of one stakeholder (screens 2, S3)."""

from typing import TYPE_CHECKING, cast

from staketerm.locale import N_
from staketerm.tui.commands.base import Command, Commands
from staketerm.tui.commands.people import Done, OpenSelected, WhyInFull

if TYPE_CHECKING:
    from staketerm.tui.screens.stakeholder import StakeholderPage


class PreviousPerson(Command):
    """The person before, on the list one came from."""

    id = "previous_person"
    keys = ("K",)
    footer = N_("previous")
    label = N_("previous person")
    by = -1

    @property
    def page(self) -> "StakeholderPage":
        """The page."""
        return cast("StakeholderPage", self.here)

    def possible(self) -> bool:
        """Where there is one."""
        return self.page.neighbour(self.by) is not None

    def run(self) -> None:
        """Turn the page."""
        self.page.turn(self.by)


class NextPerson(PreviousPerson):
    """The person after."""

    id = "next_person"
    keys = ("J",)
    footer = N_("next")
    label = N_("next person")
    by = 1


class Erase(Command):
    """Gone for good."""

    id = "erase"
    label = N_("erase somebody for good")
    help = N_("From rows, history, search and the file; asked first, for nothing brings it back.")
    writes = True

    def run(self) -> None:
        """Say what would go, and ask."""
        from staketerm.tui.dialogs.erase import ask_to_erase

        if self.here.subject is not None:
            ask_to_erase(self.here, self.here.subject)


PAGE: Commands = (OpenSelected, WhyInFull, Done, PreviousPerson, NextPerson, Erase)
"""What the page of a stakeholder answers to."""
