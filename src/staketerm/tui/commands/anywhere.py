"""The verbs that mean the same on every screen (screens 2)."""

from collections.abc import Awaitable

from staketerm.locale import N_, _
from staketerm.tui.commands.base import Command, Commands
from staketerm.tui.notices import say


class Keys(Command):
    """The keys of the screen one is on."""

    id = "keys"
    fixed = ("?",)
    footer = N_("keys")
    label = N_("keys of this screen")
    help = N_("What every key does here; any of them can be set in config.toml.")
    waits = False

    def run(self) -> None:
        """Open the list of keys."""
        from staketerm.tui.screens.keys import KeysPage

        self.app.open(KeysPage(self.here))


class Palette(Command):
    """All commands by name, and everybody."""

    id = "commands"
    keys = (":", "ctrl+p")
    footer = N_("commands")
    label = N_("all commands")
    help = N_("Find any command or person by a few letters, in English or Dutch.")
    waits = False

    def run(self) -> None:
        """Open the palette."""
        from staketerm.tui.screens.palette import Palette as PaletteDialog

        self.app.push_screen(PaletteDialog(self.here), lambda act: act() if act else None)


class Find(Command):
    """Somebody by name."""

    id = "find"
    keys = ("f",)
    footer = N_("find")
    label = N_("find somebody")
    help = N_("A few letters of a name, in any order; Enter opens the person.")

    def run(self) -> None:
        """Open the finder."""
        from staketerm.tui.screens.palette import PersonFinder

        self.app.push_screen(PersonFinder(), self.app.open_person)


class Back(Command):
    """Close the topmost thing, then the filter, then the other day."""

    id = "escape"
    typing = True
    fixed = ("escape",)
    label = N_("close what is on top")
    help = N_("Closes a prompt, a filter, a page; then an as-of day.")
    waits = False

    def run(self) -> None:
        """Ask the screen first; what it has nothing for goes back to today."""
        if not self.here.dismiss_something():
            self.app.look_from_today()


class Quit(Command):
    """Close a page; on a place, twice, leave."""

    id = "quit"
    keys = ("q",)
    footer = N_("close")
    label = N_("close the page, leave the program")
    help = N_("On a place twice: everything is saved already.")
    waits = False

    def run(self) -> None:
        """Close a page, or say what leaves."""
        if self.here.close():
            return
        if self.app.last_command == self.id:
            self.app.exit()
        else:
            self.app.tell(say(_("{key} again leaves").format(key=self.app.keymap.shown(self.id))))


class Undo(Command):
    """Take back the last batch."""

    id = "undo"
    keys = ("u",)
    footer = N_("undo")
    label = N_("undo")
    help = N_("Takes back the last change; again goes further.")
    writes = True

    def run(self) -> None:
        """Undo, and say what."""
        self.here.undo()


class History(Command):
    """All changes, and undoing any of them."""

    id = "history"
    keys = ("U",)
    label = N_("history of changes")
    help = N_("What was changed when; Enter takes one back.")

    def run(self) -> None:
        """Open the history."""
        from staketerm.tui.screens.history import HistoryPage

        self.app.open(HistoryPage())


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


class FocusNext(Command):
    """The next pane."""

    id = "next_pane"
    fixed = ("tab", "right")
    footer = N_("pane")
    label = N_("next pane")
    waits = False

    def run(self) -> None:
        """Move the focus on."""
        self.here.focus_next()


class FocusPrevious(Command):
    """The pane before."""

    id = "previous_pane"
    fixed = ("shift+tab", "left")
    label = N_("previous pane")
    waits = False

    def run(self) -> None:
        """Move the focus back."""
        self.here.focus_previous()


ANYWHERE: Commands = (
    Keys,
    Palette,
    Find,
    Undo,
    History,
    Privacy,
    ChooseProject,
    AsOf,
    FocusNext,
    FocusPrevious,
    Back,
    Quit,
    Theme,
)
"""What every screen answers to, besides moving and the places."""
