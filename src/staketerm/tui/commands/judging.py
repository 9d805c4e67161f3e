"""The verb that says what lists follow (inference 4.6)."""

from staketerm.locale import N_, _
from staketerm.tui import questions, writes
from staketerm.tui.commands.base import Command, Commands


class ListsFollow(Command):
    """Behaviour, or one's own judgement."""

    id = "lists_follow"
    label = N_("lists follow my judgement, or behaviour again")
    help = N_("Order, filters and proposed acts; alarms always come from behaviour.")
    writes = True

    def possible(self) -> bool:
        """In a project with positions."""
        return self.app.outlook.scored

    def run(self) -> None:
        """The other one of the two."""
        self.here.ask(questions.lists_follow(), self._turn, group="lists")

    def _turn(self, now: str) -> None:
        if now == "judgement":
            wanted, said = "behaviour", _("Lists follow behaviour.")
        else:
            wanted, said = "judgement", _("Lists follow your judgement, where there is one.")
        self.here.write(writes.lists_follow(wanted), said)


JUDGING: Commands = (ListsFollow,)
"""What every frame answers to."""
