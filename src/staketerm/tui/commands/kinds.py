"""The verbs of the catalogue of kinds."""

from typing import TYPE_CHECKING, cast

from staketerm.locale import N_
from staketerm.tui.commands.base import Command, Commands
from staketerm.tui.commands.writing import Delete

if TYPE_CHECKING:
    from staketerm.tui.screens.kinds import KindsPage


class Kinds(Command):
    """The catalogue."""

    id = "kinds"
    label = N_("kinds of signal: what each counts, own kinds")
    help = N_("Other points, own kinds, retired ones; who would move is shown before it is saved.")

    def run(self) -> None:
        """Open the page."""
        from staketerm.tui.screens.kinds import KindsPage

        self.app.open(KindsPage())


class Habit(Command):
    """How one logs."""

    id = "habit"
    label = N_("logging habit: more bad news or more good news written down")
    help = N_(
        "The share of signals against in a year; a correction is offered, never taken unasked."
    )

    def possible(self) -> bool:
        """In a project with positions."""
        return self.app.outlook.scored

    def run(self) -> None:
        """Open the sheet, as of today."""
        from staketerm.tui.dialogs.habit import HabitSheet

        self.app.push_screen(HabitSheet())


class MorePoints(Command):
    """A point more."""

    id = "more_points"
    keys = ("+",)
    footer = N_("more")
    label = N_("try a point more on a kind")
    help = N_("Who would move is shown; Enter saves, esc drops it.")
    writes = True
    by = 1

    @property
    def page(self) -> "KindsPage":
        """The page."""
        return cast("KindsPage", self.here)

    def possible(self) -> bool:
        """Where the selected kind can be weighed otherwise."""
        return self.page.can_be_weighed

    def run(self) -> None:
        """Try it."""
        self.page.try_points(self.by)


class FewerPoints(MorePoints):
    """A point fewer."""

    id = "fewer_points"
    keys = ("-",)
    footer = N_("fewer")
    label = N_("try a point fewer on a kind")
    by = -1


class Retire(Delete):
    """What `D` does to a kind: its signals count on."""

    footer = N_("retire")
    label = N_("retire the kind, or offer it again")
    help = N_("A retired kind is not logged any more; its signals count on. Undo brings it back.")


WEIGHING: Commands = (MorePoints, FewerPoints)
"""What the catalogue answers to, besides what every screen does."""
