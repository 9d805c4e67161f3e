"""The verbs of the People list (screens 2)."""

from collections.abc import Awaitable
from typing import TYPE_CHECKING, cast

from staketerm.locale import N_
from staketerm.tui.commands.base import Command, Commands

if TYPE_CHECKING:
    from staketerm.tui.screens.people import People


class OfPeople(Command):
    """A verb of the People list."""

    @property
    def people(self) -> "People":
        """The list."""
        return cast("People", self.here)


class OpenSelected(Command):
    """What is selected, in full."""

    id = "open"
    fixed = ("enter",)
    footer = N_("open")
    label = N_("open what is selected")

    def possible(self) -> bool:
        """Where something that opens is selected."""
        return self.here.can_be_opened

    def run(self) -> None:
        """Open it."""
        self.here.open_selected()


class WhyInFull(Command):
    """Why, with every reason."""

    id = "why"
    keys = ("w",)
    footer = N_("why")
    label = N_("why in full")
    help = N_("Every signal the position rests on and what it still counts; again closes.")

    def possible(self) -> bool:
        """Where somebody is selected, in a project with positions."""
        return self.here.subject is not None and self.app.outlook.scored

    def run(self) -> None:
        """Open the page, or close it."""
        from staketerm.tui.screens.why import WhyPage

        if isinstance(self.here, WhyPage):
            self.here.close()
        elif self.here.subject is not None:
            self.app.open(WhyPage(self.here.subject))


class Filter(OfPeople):
    """Only those who fit."""

    id = "filter"
    keys = ("/",)
    footer = N_("filter")
    label = N_("filter")
    help = N_("Words, or field:value such as position:critic impact:high quiet:30d; esc clears.")
    waits = False

    def run(self) -> Awaitable[object]:
        """Type the filter in its line."""
        return self.people.edit_filter()


class Order(Command):
    """The next order."""

    id = "order"
    keys = ("o",)
    label = N_("order")
    help = N_("By attention, name, position, last contact and more; each press takes the next.")

    def run(self) -> None:
        """Take the next order."""
        self.here.next_order()


class Mark(OfPeople):
    """The selected row."""

    id = "mark"
    keys = ("space",)
    footer = N_("mark")
    label = N_("mark")
    help = N_("Verbs then act on all marked.")

    def run(self) -> None:
        """Mark it or not, and go on."""
        self.people.mark_selected()


class MarkAll(OfPeople):
    """All rows shown."""

    id = "mark_all"
    keys = ("*",)
    label = N_("mark all shown, or none")

    def run(self) -> None:
        """Mark all, or none where all are."""
        self.people.mark_all()


class NextAlarm(OfPeople):
    """The next alarm below."""

    id = "next_alarm"
    keys = ("!",)
    label = N_("next alarm")
    help = N_("The next person who cools or crossed over, from the top again after the last.")

    def run(self) -> None:
        """Select it."""
        self.people.next_alarm()


class Done(Command):
    """An act is done, an ask answered, an alarm seen: whatever is selected."""

    id = "done"
    keys = ("d",)
    footer = N_("done")
    label = N_("done: act done, ask answered, alarm seen")
    help = N_("An alarm that was seen is quiet, and returns if the person cools again.")
    writes = True

    def possible(self) -> bool:
        """Where something selected can be done."""
        return self.here.can_be_done

    def run(self) -> "Awaitable[object] | None":
        """Say that it is done."""
        return self.here.done()


PEOPLE: Commands = (OpenSelected, WhyInFull, Filter, Order, Mark, MarkAll, NextAlarm, Done)
"""What the People list answers to."""
