"""The verbs that change how one looks: hidden, which project, as of when, in which colours."""

from collections.abc import Awaitable

from staketerm.locale import N_, _
from staketerm.tui.commands.base import Command, Commands
from staketerm.tui.notices import say


class Privacy(Command):
    """Names become numbers, everywhere."""

    id = "privacy"
    keys = ("p",)
    typing = True
    fixed = ("f9",)
    footer = N_("show")
    label = N_("privacy screen")
    help = N_(
        "Names, notes, texts and organisations are hidden, also in messages; again shows them."
    )
    waits = False

    def run(self) -> None:
        """Let the veil down, or lift it."""
        self.app.toggle_veil()


class ChooseProject(Command):
    """The project all places show."""

    id = "project"
    keys = ("P",)
    label = N_("project scope")
    help = N_("Which project all places show; all of them is a choice too.")

    def run(self) -> None:
        """Open the list of projects."""
        from staketerm.tui.screens.palette import ProjectFinder

        self.app.push_screen(ProjectFinder(), self.app.look_at_project)


class AsOf(Command):
    """Everything as it was known to be on another day."""

    id = "as_of"
    keys = ("@",)
    label = N_("as of another day")
    help = N_("Positions as of any day; esc is today again.")

    def run(self) -> Awaitable[object]:
        """Ask for the day."""
        return self.here.prompt(_("as of"), self.app.look_from)


class WeekEarlier(Command):
    """A week back in time."""

    id = "week_earlier"
    keys = ("[",)
    fixed = ("shift+left",)
    footer = N_("week")
    label = N_("a week earlier")

    def run(self) -> None:
        """Look from there."""
        self.app.look_by(-7)


class WeekLater(Command):
    """A week on in time."""

    id = "week_later"
    keys = ("]",)
    fixed = ("shift+right",)
    label = N_("a week later")

    def run(self) -> None:
        """Look from there, today at the latest."""
        self.app.look_by(7)


class Zoom(Command):
    """The pane or the list alone."""

    id = "zoom"
    keys = ("z",)
    footer = N_("zoom")
    label = N_("zoom the pane or the list")
    help = N_("What has the focus takes the whole screen; again gives it back.")

    def run(self) -> None:
        """Zoom, or back."""
        self.here.zoom()


class Copy(Command):
    """The selected row."""

    id = "copy"
    keys = ("y",)
    footer = N_("copy")
    label = N_("copy the selected row, or the page")
    help = N_("To the clipboard of the terminal, as it is shown: hidden names stay hidden.")

    def run(self) -> None:
        """Copy it."""
        text = self.here.copied()
        if text:
            self.app.copy_to_clipboard(text)
            self.app.tell(say(_("copied")))


class Theme(Command):
    """The colours."""

    id = "theme"
    label = N_("theme")
    help = N_("Other colours; the choice is kept for the next time.")
    waits = False

    def run(self) -> None:
        """Open the list of themes."""
        from staketerm.tui.screens.palette import ThemeFinder

        self.app.push_screen(ThemeFinder(), self.app.keep_theme)


LOOKING: Commands = (
    Privacy,
    ChooseProject,
    AsOf,
    WeekEarlier,
    WeekLater,
    Zoom,
    Copy,
    Theme,
)
"""Ways of looking."""
