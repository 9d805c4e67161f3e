"""The places on the digit keys; a place is listed when it can be opened, never as a stub."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from staketerm.locale import N_, _
from staketerm.tui.commands.base import Command, Commands
from staketerm.tui.notices import say

if TYPE_CHECKING:
    from staketerm.tui.screens.frame import Frame


class Place(NamedTuple):
    """One place: its digit, its name in the bar, and how its screen is made when first opened."""

    id: str
    digit: str
    name: str
    make: "Callable[[], Frame]"
    scored: bool = False
    """Whether it is there only in projects with scoring."""


def _people() -> "Frame":
    from staketerm.tui.screens.people import People

    return People()


def _today() -> "Frame":
    from staketerm.tui.screens.today import TodayPlace

    return TodayPlace()


def _map() -> "Frame":
    from staketerm.tui.screens.map import MapPlace

    return MapPlace()


def _projects() -> "Frame":
    from staketerm.tui.screens.projects import ProjectsPlace

    return ProjectsPlace()


def _journal() -> "Frame":
    from staketerm.tui.screens.journal import JournalPlace

    return JournalPlace()


def _review() -> "Frame":
    from staketerm.tui.screens.review import ReviewPlace

    return ReviewPlace()


PLACES: tuple[Place, ...] = (
    Place("today", "1", N_("Today"), _today),
    Place("people", "2", N_("People"), _people),
    Place("map", "3", N_("Map"), _map, scored=True),
    Place("projects", "4", N_("Projects"), _projects),
    Place("journal", "5", N_("Journal"), _journal),
    Place("review", "6", N_("Review"), _review),
)
"""In the order of the bar; a digit stays with its place."""

OPENS_ON = "people"
"""The place the program opens on."""


def _going_to(place: Place) -> type[Command]:
    """The command that opens `place`."""

    class Go(Command):
        """Open a place."""

        id = f"place_{place.id}"
        keys = (place.digit,)
        label = place.name
        waits = False

        def run(self) -> None:
            """Go there; a place that needs scoring says that there is none."""
            if place.scored and not self.app.outlook.scored:
                self.app.tell(say(_("There is no map in a project without scoring.")))
            else:
                self.app.go(place.id)

    return Go


GOING: Commands = tuple(_going_to(place) for place in PLACES)
"""A command for each place."""
