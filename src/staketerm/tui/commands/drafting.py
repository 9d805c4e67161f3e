"""The draft of an act, and the verbs of its page (screens 2, S7)."""

from collections.abc import Awaitable
from typing import TYPE_CHECKING, cast

from staketerm.locale import N_
from staketerm.tui.commands.base import Command, Commands

if TYPE_CHECKING:
    from staketerm.tui.screens.draft import DraftPage


class Compose(Command):
    """The text of an act."""

    id = "draft"
    keys = ("c",)
    footer = N_("draft")
    label = N_("draft of the act, or an update to the person")
    help = N_("A text to send, from what may be told; nothing is sent from here. Again closes.")

    def possible(self) -> bool:
        """Where somebody is selected."""
        return self.here.subject is not None

    def run(self) -> None:
        """Open the page, or close it."""
        from staketerm.tui.screens.acting import ActsOnTold
        from staketerm.tui.screens.draft import DraftPage

        here = self.here
        if isinstance(here, DraftPage):
            here.close()
        elif here.subject is not None:
            item = here.open_item if isinstance(here, ActsOnTold) else None
            self.app.open(DraftPage(here.subject, here.selected_act, item))


class OfDraft(Command):
    """A verb of the draft page."""

    @property
    def page(self) -> "DraftPage":
        """The page."""
        return cast("DraftPage", self.here)


class TakeRow(OfDraft):
    """The selected row."""

    id = "mark"
    keys = ("space",)
    footer = N_("leave out, take")
    label = N_("leave the row out of the text, or take it")
    help = N_("The text is drawn anew.")

    def possible(self) -> bool:
        """Where there are rows."""
        return self.page.sources.selected is not None

    def run(self) -> None:
        """Turn it, and draw the text anew."""
        self.page.turn_row()


class OtherLanguage(OfDraft):
    """English or Dutch."""

    id = "draft_language"
    keys = ("L",)
    footer = N_("language")
    label = N_("the draft in the other language")

    def run(self) -> None:
        """Draw the text in it."""
        self.page.other_language()


class SaveMail(OfDraft):
    """To a file."""

    id = "draft_save"
    keys = ("W",)
    footer = N_("save as .eml")
    label = N_("save the draft as a mail that waits to be sent")
    help = N_("Your mail program opens the file for sending; no other file is overwritten.")

    def run(self) -> Awaitable[object]:
        """Ask for the name of the file."""
        return self.page.save()


ON_DRAFT: Commands = (OtherLanguage, SaveMail)
"""Those whose keys are the page's alone."""

DRAFT_PAGE: Commands = (TakeRow, *ON_DRAFT)
"""What the page answers to, besides copy, edit, done, snooze and skip."""
