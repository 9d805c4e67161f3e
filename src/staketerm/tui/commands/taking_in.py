"""The verbs of the import preview (screens S8)."""

from typing import TYPE_CHECKING, cast

from staketerm.locale import N_
from staketerm.tui.commands.base import Command, Commands
from staketerm.tui.commands.people import Order

if TYPE_CHECKING:
    from staketerm.tui.screens.take_in import TakeInPage


class OfPreview(Command):
    """A verb of the preview."""

    waits = False  # typed before the rows are there it is dropped: nothing goes in unseen

    @property
    def page(self) -> "TakeInPage":
        """The preview."""
        return cast("TakeInPage", self.here)


class Enter(OfPreview):
    """What has the focus: the rows take the file in, a button does what it says."""

    id = "open"
    fixed = ("enter",)
    footer = N_("take in")
    label = N_("take in what is shown, as one batch")
    writes = True

    def possible(self) -> bool:
        """Once the preview is there."""
        return self.page.preview is not None

    def run(self) -> None:
        """Do it."""
        self.page.enter()


class Same(OfPreview):
    """The row is the one who is here."""

    id = "same"
    keys = ("=",)
    footer = N_("same")
    label = N_("the row is the person who is here")
    help = N_("Answers a row that asks; the key for new says that it is somebody else.")

    def possible(self) -> bool:
        """On a row that asks, or asked."""
        return any(line.asked for line in self.page.chosen)

    def run(self) -> None:
        """Answer the row."""
        self.page.answer(same=True)


class Columns(OfPreview):
    """What a column goes to."""

    id = "columns"
    keys = ("C",)
    footer = N_("columns")
    label = N_("say what a column holds")
    help = N_("First the column, then what it goes to; the rows are read again.")

    def possible(self) -> bool:
        """Where the file has columns."""
        return self.page.preview is not None and bool(self.page.preview.columns)

    def run(self) -> None:
        """Choose a column."""
        self.page.choose_column()


class MarkRow(OfPreview):
    """The selected row."""

    id = "mark"
    keys = ("space",)
    footer = N_("mark")
    label = N_("mark")
    help = N_("Same, new and skip then act on all marked rows.")

    def run(self) -> None:
        """Mark it or not, and go on."""
        self.page.mark_selected()


class MarkEvery(OfPreview):
    """All rows."""

    id = "mark_all"
    keys = ("*",)
    label = N_("mark all rows, or none")

    def run(self) -> None:
        """Mark all, or none where all are."""
        self.page.mark_all()


ANSWERING: Commands = (Same, Columns)
"""Those whose keys are the preview's alone."""

TAKING_IN: Commands = (Enter, *ANSWERING, MarkRow, MarkEvery, Order)
"""What the preview answers to, besides edit (correct a cell), skip (leave a row out) and new."""
