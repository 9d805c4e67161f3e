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


PAGE: Commands = (OpenSelected, WhyInFull, Done, PreviousPerson, NextPerson)
"""What the page of a stakeholder answers to."""
