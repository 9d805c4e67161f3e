"""The verbs of the map (screens 2, S4)."""

from typing import TYPE_CHECKING, cast

from staketerm.locale import N_
from staketerm.tui.commands.base import Command, Commands
from staketerm.tui.commands.people import Filter, OpenSelected, WhyInFull

if TYPE_CHECKING:
    from staketerm.tui.screens.map import MapPlace


class OfMap(Command):
    """A verb of the map."""

    @property
    def map(self) -> "MapPlace":
        """The place."""
        return cast("MapPlace", self.here)


class OtherNames(OfMap):
    """What the corners are called."""

    id = "other_names"
    keys = ("N",)
    footer = N_("names")
    label = N_("names of the corners: Mendelow, Eden and Ackermann")
    help = N_("Keep satisfied or context setters: two traditions name the same four corners.")

    def run(self) -> None:
        """Take the other tradition."""
        self.map.other_names()


class AllPaths(OfMap):
    """Where everybody came from."""

    id = "all_paths"
    keys = ("T",)
    footer = N_("trails")
    label = N_("trails of everybody, or of the selected one")
    help = N_("The signs of the weeks passed with [ and ], of the last four where none were.")

    def run(self) -> None:
        """Show them, or only that of the selected one."""
        self.map.all_paths()


ON_MAP: Commands = (OtherNames, AllPaths)
"""What no other place answers to."""

MAP: Commands = (OpenSelected, WhyInFull, Filter, *ON_MAP)
"""What the map answers to."""
