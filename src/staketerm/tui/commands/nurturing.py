"""The verbs before a talk and around consent, wherever somebody is selected (screens 2)."""

from staketerm.locale import N_
from staketerm.tui.commands.base import Command, Commands


class Brief(Command):
    """What to know before a talk."""

    id = "brief"
    keys = ("b",)
    footer = N_("brief")
    label = N_("brief me: meeting prep")
    help = N_("Why, what is open, what to thank for, ask and tell; again closes.")

    def possible(self) -> bool:
        """Where somebody is selected."""
        return self.here.subject is not None

    def run(self) -> None:
        """Open the sheet, or close it."""
        from staketerm.tui.screens.brief import BriefPage

        if isinstance(self.here, BriefPage):
            self.here.close()
        elif self.here.subject is not None:
            self.app.open(BriefPage(self.here.subject))


class SayConsent(Command):
    """What somebody said about carrying news to others."""

    id = "consent"
    label = N_("consent to carry news: asked, granted, declined, withdrawn")
    help = N_("An ambassador is asked for nothing without it; every word is kept.")
    writes = True

    def possible(self) -> bool:
        """Where somebody is selected, in a project with positions."""
        return self.here.subject is not None and self.app.outlook.scored

    def run(self) -> None:
        """Open the form."""
        from staketerm.tui.dialogs.consent import say_consent

        if self.here.subject is not None:
            say_consent(self.here, self.here.subject)


class SayUpdates(Command):
    """What somebody said about extra updates."""

    id = "updates"
    label = N_("extra updates: useful, fewer, none")
    help = N_("What they say about them, asked or not; the next ones follow it.")
    writes = True

    def possible(self) -> bool:
        """Where somebody is selected, in a project with positions."""
        return self.here.subject is not None and self.app.outlook.scored

    def run(self) -> None:
        """Ask for their word."""
        from staketerm.tui.dialogs.updates import say_updates

        if self.here.subject is not None:
            say_updates(self.here, self.here.subject)


class WhatHelped(Command):
    """After which acts people moved."""

    id = "helped"
    label = N_("what helped: after which acts people moved")
    help = N_("Counts and spread of how people stood a month after an act.")

    def run(self) -> None:
        """Open the page."""
        from staketerm.tui.screens.helped import HelpedPage

        self.app.open(HelpedPage())


NURTURING: Commands = (Brief, SayConsent, SayUpdates, WhatHelped)
"""What every screen answers to: all but the last where somebody is selected."""
