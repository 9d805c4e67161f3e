"""The verbs that write something down, from wherever one is (screens 1, 2)."""

from typing import TYPE_CHECKING

from staketerm.locale import N_, _
from staketerm.tui import writes
from staketerm.tui.commands.base import Command, Commands
from staketerm.tui.commands.drafting import Compose
from staketerm.tui.drawing.values import week_day
from staketerm.tui.notices import Named, Private, say

if TYPE_CHECKING:
    from staketerm.tui.screens.frame import Subject


class Log(Command):
    """One act of somebody."""

    id = "log"
    keys = ("l",)
    footer = N_("log")
    label = N_("log a signal")
    help = N_("What somebody did or said; a letter marks the kind, Enter saves.")
    writes = True

    def run(self) -> None:
        """Open the quick log, on the marked or the selected."""
        from staketerm.tui.dialogs.log import QuickLog

        self.app.push_screen(QuickLog(self.here, self.here.subjects))


class Again(Command):
    """The same kind once more."""

    id = "again"
    keys = (".",)
    footer = N_("again")
    label = N_("log the same kind again")
    help = N_("The kind logged last, for the selected person, today.")
    writes = True

    def possible(self) -> bool:
        """Where somebody is selected."""
        return self.here.subject is not None

    def run(self) -> None:
        """Log it."""
        kind, today = self.app.last_kind, self.app.outlook.today
        if not kind or self.app.outlook.as_of is not None:
            log = self.app.keymap.shown("log")
            self.app.tell(say(_("nothing to repeat yet; {key} logs").format(key=log)))
            return
        subjects = self.here.subjects
        from staketerm.domain.catalogue import CATALOGUE

        known = CATALOGUE.get(kind)
        who, label = subjects[0], known.label if known else kind.replace("_", " ")
        self.here.write(
            writes.log_signals(
                [
                    {"stakeholder": one.id, "project": one.project, "kind": kind, "day": today}
                    for one in subjects
                ]
            ),
            Named(who.id, who.name, who.kind),
            ": ",
            Private(f'"{label}"'),
            " " + _("logged for {day}").format(day=week_day(today, today)) + ".",
        )


class Line(Command):
    """One line of capture."""

    id = "line"
    keys = ("i",)
    footer = N_("write a line")
    label = N_("one line: who, what, when")
    help = N_("ada kept agreement yesterday: budget review; the line below shows what is meant.")
    writes = True
    waits = False

    def run(self) -> None:
        """Open the line."""
        from staketerm.tui.dialogs.one_line import OneLineCapture

        self.app.push_screen(OneLineCapture())


class TellProgress(Command):
    """A success, a risk, a plan, from anywhere."""

    id = "progress"
    label = N_("progress of the project: success, risk, plan, decision")
    help = N_("What happened, may happen or is to be; with who made it and who can help.")
    writes = True

    def run(self) -> None:
        """Open the form, in the project looked at."""
        from staketerm.tui.dialogs.progress import ProgressForm

        self.app.push_screen(ProgressForm(project=self.app.outlook.project))


class Meeting(Command):
    """A meeting of several."""

    id = "meeting"
    keys = ("m",)
    footer = N_("meeting")
    label = N_("log a meeting")
    help = N_("Who came and what each did, in one batch.")
    writes = True

    def run(self) -> None:
        """Open the meeting log, with the marked as attendees."""
        from staketerm.tui.dialogs.meeting import MeetingLog

        subjects = self.here.subjects
        self.app.push_screen(MeetingLog(subjects if len(subjects) > 1 else ()))


class AskOrAgree(Command):
    """An ask or a promise."""

    id = "ask"
    keys = ("a",)
    footer = N_("ask")
    label = N_("ask or agreement, mine or theirs")
    help = N_("What awaits an answer or was promised, with its day.")
    writes = True

    def run(self) -> None:
        """Open the form on the selected person, or find somebody first."""
        if self.here.subject is None:
            from staketerm.tui.screens.palette import PersonFinder

            self.app.push_screen(PersonFinder(), self._about)
        else:
            self._about(self.here.subject)

    def _about(self, subject: "Subject | None") -> None:
        from staketerm.tui.dialogs.ask import AskForm

        if subject is not None:
            self.app.push_screen(AskForm(subject))


class New(Command):
    """What this list holds."""

    id = "new"
    keys = ("n",)
    footer = N_("new")
    label = N_("new: what this list holds")
    help = N_("Somebody new; in the journal a longer entry, in a project a progress entry.")
    writes = True

    def run(self) -> None:
        """Let the screen say what is new."""
        self.here.new()


class Edit(Command):
    """What is selected."""

    id = "edit"
    keys = ("e",)
    footer = N_("edit")
    label = N_("edit")
    help = N_("What is known of somebody; in the journal the entry.")
    writes = True

    def possible(self) -> bool:
        """Where something selected can be edited."""
        return self.here.can_be_edited

    def run(self) -> None:
        """Let the screen open its form."""
        self.here.edit()


class Tag(Command):
    """Words on people."""

    id = "tag"
    keys = ("t",)
    footer = N_("tag")
    label = N_("tags of the selected or marked")
    help = N_("A word puts the tag on, -word takes it off.")
    writes = True

    def possible(self) -> bool:
        """Where somebody is selected."""
        return self.here.subject is not None

    def run(self) -> None:
        """Ask for the word."""
        from staketerm.tui.dialogs.tags import ask_for_tags

        ask_for_tags(self.here)


class Judge(Command):
    """My own judgement."""

    id = "judge"
    keys = ("v",)
    footer = N_("judge")
    label = N_("my judgement of the position")
    help = N_("Set, change or take back; behaviour still shows beside it.")
    writes = True

    def possible(self) -> bool:
        """Where somebody is selected, in a project with positions."""
        return self.here.subject is not None and self.app.outlook.scored

    def run(self) -> None:
        """Open the sheet."""
        from staketerm.tui.dialogs.judgement import JudgementSheet

        if self.here.subject is not None:
            self.app.push_screen(JudgementSheet(self.here.subject))


class Snooze(Command):
    """To another day."""

    id = "snooze"
    keys = ("s",)
    footer = N_("snooze")
    label = N_("snooze to a day")
    help = N_("The act rests until then.")
    writes = True

    def possible(self) -> bool:
        """Where an act is selected."""
        return self.here.can_be_put_off

    def run(self) -> None:
        """Ask for the day."""
        self.here.snooze()


class BringBack(Command):
    """Now after all."""

    id = "bring_back"
    keys = ("B",)
    footer = N_("bring back")
    label = N_("bring a snoozed act back now")
    help = N_("It is an act of today again, as if it had not been snoozed.")
    writes = True

    def possible(self) -> bool:
        """Where a snoozed act is selected."""
        return self.here.can_be_brought_back

    def run(self) -> None:
        """Take it up."""
        self.here.bring_back()


class Skip(Command):
    """Not this one."""

    id = "skip"
    keys = ("x",)
    footer = N_("skip")
    label = N_("skip with a reason; leave a signal or a whole meeting out")
    help = N_("An act is skipped; a signal, or all of a meeting, counts no longer, or again.")
    writes = True

    def possible(self) -> bool:
        """Where something selected can be left out."""
        return self.here.can_be_left_out

    def run(self) -> None:
        """Let the screen ask why."""
        self.here.leave_out()


class Delete(Command):
    """What is selected."""

    id = "delete"
    keys = ("D",)
    footer = N_("delete")
    label = N_("delete")
    help = N_("Undo brings it back.")
    writes = True

    def possible(self) -> bool:
        """Where something selected can be deleted."""
        return self.here.can_be_deleted

    def run(self) -> None:
        """Delete it."""
        self.here.delete()


WRITING: Commands = (
    Log,
    Again,
    Line,
    TellProgress,
    Meeting,
    AskOrAgree,
    New,
    Edit,
    Tag,
    Judge,
    Compose,
    Snooze,
    BringBack,
    Skip,
    Delete,
)
"""What every screen answers to; what the selected thing doesn't allow is not offered."""
