"""Moving in lists and pages: vim, less and arrow keys alike (screens 2)."""

from staketerm.locale import N_
from staketerm.tui.commands.base import Command, Commands


class Down(Command):
    """One row down."""

    id = "down"
    keys = ("j",)
    typing = True
    fixed = ("down",)
    footer = N_("move")
    label = N_("down")

    def run(self) -> None:
        """One row."""
        self.here.mover.move(1)


class Up(Command):
    """One row up."""

    id = "up"
    keys = ("k",)
    typing = True
    fixed = ("up",)
    label = N_("up")

    def run(self) -> None:
        """One row."""
        self.here.mover.move(-1)


class First(Command):
    """To the top."""

    id = "first"
    keys = ("g",)
    fixed = ("home",)
    label = N_("first row")

    def run(self) -> None:
        """To the first row."""
        self.here.mover.move_to(0)


class Last(Command):
    """To the bottom."""

    id = "last"
    keys = ("G",)
    fixed = ("end",)
    label = N_("last row")

    def run(self) -> None:
        """To the last row."""
        self.here.mover.move_to(-1)


class HalfDown(Command):
    """Half a page down."""

    id = "half_down"
    keys = ("ctrl+d",)
    typing = True
    fixed = ("pagedown",)
    label = N_("half a page down")

    def run(self) -> None:
        """Half of what is in sight."""
        self.here.mover.move(self.here.mover.half_page)


class HalfUp(Command):
    """Half a page up."""

    id = "half_up"
    keys = ("ctrl+u",)
    typing = True
    fixed = ("pageup",)
    label = N_("half a page up")

    def run(self) -> None:
        """Half of what is in sight."""
        self.here.mover.move(-self.here.mover.half_page)


MOVING: Commands = (Down, Up, First, Last, HalfDown, HalfUp)
"""What every list and page answers to."""
