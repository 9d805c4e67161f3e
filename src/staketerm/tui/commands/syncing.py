"""In step with colleagues: the way to the sync screen, and its verbs (screens 2, S8)."""

from typing import TYPE_CHECKING, cast

from staketerm.locale import N_
from staketerm.tui.commands.base import Command, Commands
from staketerm.tui.commands.looking import Zoom
from staketerm.tui.commands.people import OpenSelected
from staketerm.tui.commands.taking_in import Same
from staketerm.tui.commands.writing import AskOrAgree, New, Skip

if TYPE_CHECKING:
    from staketerm.tui.screens.sync import SyncPage


class Sync(Command):
    """Everybody's news in, one's own out."""

    id = "sync"
    keys = ("S",)
    footer = N_("sync")
    label = N_("sync with colleagues, through a folder")
    help = N_("First shown: who is here, what comes and goes, what stays home. Again does it.")

    def run(self) -> None:
        """Open the screen; on it, do it."""
        self.here.sync()


class OfSync(Command):
    """A verb of the sync screen."""

    @property
    def page(self) -> "SyncPage":
        """The screen."""
        return cast("SyncPage", self.here)


class KeepMine(OfSync):
    """The upper value."""

    id = "keep_mine"
    keys = ("<",)
    footer = N_("mine")
    label = N_("keep mine, the value above")
    help = N_("Of the marked conflicts, or the selected one; undo takes it back.")
    writes = True
    above = True

    def possible(self) -> bool:
        """On a conflict."""
        return bool(self.page.conflicts)

    def run(self) -> None:
        """Settle what is chosen."""
        self.page.keep(above=self.above)


class KeepTheirs(KeepMine):
    """The lower value."""

    id = "keep_theirs"
    keys = (">",)
    footer = N_("theirs")
    label = N_("keep theirs, the value below")
    above = False


class KeepBoth(Same):
    """Both texts; or that what two logged is one."""

    footer = N_("both")
    label = N_("keep both texts; or say that what two logged is one")
    help = N_("Where a field can hold both, the one written first stands in front.")
    writes = True
    waits = True

    def possible(self) -> bool:
        """On a conflict, or on what was logged by two."""
        page = cast("SyncPage", self.here)
        return bool(page.conflicts) or page.twin is not None

    def run(self) -> None:
        """Settle what is chosen."""
        cast("SyncPage", self.here).keep_both()


class AreTwo(Skip):
    """Two after all."""

    footer = N_("two")
    label = N_("say that what two logged is two")
    help = N_("They are proposed as one no more; undo takes it back.")


class TakeInAllTheSame(AskOrAgree):
    """Files that were held back."""

    footer = N_("take in")
    label = N_("take in what is held back, after asking")
    help = N_("Files that delete much, or come from a clock far ahead.")

    def possible(self) -> bool:
        """On somebody whose files are held back."""
        return cast("SyncPage", self.here).held_back is not None

    def run(self) -> None:
        """Ask, then take them in."""
        cast("SyncPage", self.here).accept()


class ShareMore(New):
    """One more project."""

    footer = N_("share more")
    label = N_("share one more project, or through another folder")
    help = N_("What would be shared is said in full before it is.")

    def run(self) -> None:
        """Open the form."""
        self.here.new()


class ShowDecided(Zoom):
    """What was decided as well."""

    label = N_("show what was decided as well, or not")
    help = N_("A decision can be made again; the value that gave way is kept.")


class OpenOrSync(OpenSelected):
    """The person; where nothing is selected, the sync."""

    label = N_("open the person; where nothing is selected, sync")


class MarkConflict(OfSync):
    """The selected conflict."""

    id = "mark"
    keys = ("space",)
    footer = N_("mark")
    label = N_("mark")
    help = N_("Mine, theirs and both then act on all marked conflicts.")

    def possible(self) -> bool:
        """On a conflict."""
        return self.page.conflict is not None

    def run(self) -> None:
        """Mark it or not, and go on."""
        self.page.rows.mark_chosen()


class MarkConflicts(OfSync):
    """All conflicts."""

    id = "mark_all"
    keys = ("*",)
    label = N_("mark all conflicts, or none")

    def run(self) -> None:
        """Mark all, or none where all are."""
        self.page.mark_all()


DECIDING: Commands = (KeepMine, KeepTheirs)
"""Those whose keys are the sync screen's alone."""

SYNCING: Commands = (
    OpenOrSync,
    *DECIDING,
    KeepBoth,
    MarkConflict,
    MarkConflicts,
    ShowDecided,
    AreTwo,
    TakeInAllTheSame,
    ShareMore,
)
"""What the sync screen answers to; some are other verbs elsewhere, under the same keys."""
