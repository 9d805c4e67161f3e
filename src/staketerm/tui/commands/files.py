"""Files in and out, from wherever one is (screens 2: `I`, `E`)."""

from staketerm.locale import N_
from staketerm.tui.commands.base import Command, Commands
from staketerm.tui.commands.syncing import Sync


class TakeInFile(Command):
    """A file of somebody's, or one's own."""

    id = "import"
    keys = ("I",)
    footer = N_("take in")
    label = N_("take in a file")
    help = N_("A register, contacts, mail or an export; first shown, then written.")
    writes = True

    def run(self) -> None:
        """Ask for the file."""
        from staketerm.tui.dialogs.take_in import TakeInDialog

        self.app.push_screen(TakeInDialog())


class ExportFiles(Command):
    """Everything, to files."""

    id = "export"
    keys = ("E",)
    footer = N_("export")
    label = N_("export to files")
    help = N_(
        "Everything that is yours, as CSV files in a folder or one JSON file; on the map, the map."
    )

    def run(self) -> None:
        """Ask for the place."""
        self.here.export()


class FirstSteps(Command):
    """What the program asks in a new journal."""

    id = "first_steps"
    label = N_("first steps: language, what for, own addresses")
    help = N_("What is asked once in a new journal; the ways to begin.")
    writes = True

    def run(self) -> None:
        """Ask it again."""
        from staketerm.tui.dialogs.first_run import FirstRun

        self.app.push_screen(FirstRun())


FILES: Commands = (TakeInFile, ExportFiles, Sync, FirstSteps)
"""What every screen answers to."""
