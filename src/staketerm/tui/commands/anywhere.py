"""The verbs that mean the same on every screen (screens 2)."""

from typing import TYPE_CHECKING

from staketerm.locale import N_, _
from staketerm.tui.commands.base import Command, Commands
from staketerm.tui.commands.files import FILES
from staketerm.tui.commands.judging import JUDGING
from staketerm.tui.commands.kinds import Habit, Kinds
from staketerm.tui.commands.looking import LOOKING
from staketerm.tui.commands.nurturing import NURTURING
from staketerm.tui.notices import say

if TYPE_CHECKING:
    from staketerm.tui.screens.subject import Subject


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
    """Anybody, and anything that was written."""

    id = "find"
    keys = ("f",)
    footer = N_("find")
    label = N_("find anything")
    help = N_("A few letters of a name, or words of a text; Enter opens the person.")

    def run(self) -> None:
        """Open the finder."""
        from staketerm.tui.screens.anything import Anything

        self.app.push_screen(Anything(), self._found)

    def _found(self, found: "Subject | str | None") -> None:
        """Open the person, or the journal on the words."""
        if isinstance(found, str):
            self.app.go("journal")
            self.app.frames()[-1].look_for(found)
        else:
            self.app.open_person(found)


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


class Backward(Command):
    """Where one was before."""

    id = "back"
    keys = ("h",)
    fixed = ("backspace",)
    footer = N_("back")
    label = N_("back to where one was")
    waits = False

    def run(self) -> None:
        """Go there."""
        self.app.wander(-1)


class Forward(Command):
    """Where one came back from."""

    id = "forward"
    keys = ("H",)
    label = N_("forward again")
    waits = False

    def run(self) -> None:
        """Go there."""
        self.app.wander(1)


class JumpTo(Command):
    """A letter on everything in sight."""

    id = "jump"
    keys = (";",)
    label = N_("jump to a row or pane")
    help = N_("Every row and pane in sight gets a letter; pressing it goes there.")

    def run(self) -> None:
        """Show the letters."""
        from staketerm.tui.screens.jump import Jump

        self.app.push_screen(Jump(self.here), lambda target: target.go() if target else None)


class Messages(Command):
    """Everything the message line has said."""

    id = "messages"
    label = N_("messages so far")
    waits = False

    def run(self) -> None:
        """Open them."""
        from staketerm.tui.screens.messages import MessagesPage

        self.app.open(MessagesPage())


class FocusNext(Command):
    """The next pane."""

    id = "next_pane"
    fixed = ("tab",)
    footer = N_("pane")
    label = N_("next pane")
    waits = False

    def run(self) -> None:
        """Move the focus on."""
        self.here.focus_next()


class FocusPrevious(Command):
    """The pane before."""

    id = "previous_pane"
    fixed = ("shift+tab",)
    label = N_("previous pane")
    waits = False

    def run(self) -> None:
        """Move the focus back."""
        self.here.focus_previous()


class Rightward(Command):
    """What lies to the right."""

    id = "rightward"
    fixed = ("right",)
    label = N_("to the right")
    help = N_("On a map the nearest square on that side, elsewhere the next pane.")
    waits = False
    by = 1

    def run(self) -> None:
        """Go there."""
        self.here.sideways(self.by)


class Leftward(Rightward):
    """What lies to the left."""

    id = "leftward"
    fixed = ("left",)
    label = N_("to the left")
    by = -1


ANYWHERE: Commands = (
    Keys,
    Palette,
    Find,
    *NURTURING,
    Undo,
    History,
    Kinds,
    Habit,
    *JUDGING,
    *FILES,
    Messages,
    *LOOKING,
    FocusNext,
    FocusPrevious,
    Rightward,
    Leftward,
    JumpTo,
    Backward,
    Forward,
    Back,
    Quit,
)
"""What every screen answers to, besides moving, writing and the places."""
