"""What places and pages are built in: bar, body, message line, footer; and how keys become acts."""

import gc
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import BindingType
from textual.events import Key, Paste
from textual.widget import Widget
from textual.widgets import Input

from staketerm.tui import questions
from staketerm.tui.commands.anywhere import ANYWHERE
from staketerm.tui.commands.base import Command, Commands, bindings
from staketerm.tui.commands.moving import MOVING
from staketerm.tui.commands.writing import WRITING
from staketerm.tui.outlook import Outlook
from staketerm.tui.program import program
from staketerm.tui.screens.doing import Doing
from staketerm.tui.screens.places import GOING
from staketerm.tui.screens.subject import Mover, Subject
from staketerm.tui.widgets.bar import Bar
from staketerm.tui.widgets.drawn import Fixed, Lines, OneLine
from staketerm.tui.widgets.footer import Hints, KeyFooter
from staketerm.tui.widgets.message import MessageLine
from staketerm.tui.widgets.rows import RowList

if TYPE_CHECKING:
    from staketerm.journal.receipt import Receipt
    from staketerm.tui.widgets.prompt import Prompt

__all__ = ["EVERYWHERE", "ROOMY", "TALL", "Frame", "Mover", "Subject"]

EVERYWHERE: Commands = (*MOVING, *GOING, *WRITING, *ANYWHERE)
"""What every frame answers to."""

ROOMY = 100
"""From this width on there is room for two panes and the longer footer."""

FRAME_OUT = 0.02
"""Seconds in which the first frame reaches the terminal; importing the database layer would hold
it up."""

TALL = 34
"""From this height on there is room for blank lines, legends and rules (screens 4)."""


class Frame(Doing):
    """A place or a page. A subclass gives its body, its verbs, its footer, and what it reads.

    `place` is the place that the bar shows as the current one; pages show the one they were opened
    from.
    """

    VERBS: ClassVar[Commands] = ()
    """The verbs of this screen besides `EVERYWHERE`; a subclass repeats them in its BINDINGS."""
    LASTS: ClassVar[bool] = False
    """Whether `h` and `H` come back to this page: `once_more` then makes it anew."""
    HINTS: ClassVar[Hints] = Hints(left=(("down", "up"),), right=("keys",))
    HINTS_ROOMY: ClassVar[Hints] = HINTS
    BINDINGS: ClassVar[list[BindingType]] = bindings(EVERYWHERE)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-middle"), (ROOMY, "-roomy"), (140, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (16, "-low"), (20, "-usual"), (TALL, "-tall")]

    def __init__(self, place: str | None = None) -> None:
        super().__init__()
        self.place = place
        self.ready = False
        self._prompt: Prompt | None = None

    # what a subclass fills in

    def top(self) -> ComposeResult:
        """The bar; a page may have a title in its place."""
        yield Bar(self.place or program(self).place)

    def body(self) -> ComposeResult:
        """The widgets between the bar and the message line."""
        raise NotImplementedError

    def read(self) -> None:
        """Ask the journal for what is shown; `arrived()` when it is there."""
        raise NotImplementedError

    def reread(self, receipt: "Receipt") -> None:
        """Something was written: read anew what it concerns, in place."""
        self.read()

    @property
    def main(self) -> Mover:
        """What the moving keys move where nothing else that moves has the focus."""
        return self.query(RowList).first()

    def once_more(self) -> "Frame":
        """This page anew, as when one comes back to it."""
        raise NotImplementedError

    def zoom(self) -> None:
        """Give the pane or the list that has the focus the whole screen, or take it back."""
        if not self.leave_zoom():
            self.add_class("-zoom-list" if isinstance(self.focused, RowList) else "-zoom-pane")

    def leave_zoom(self) -> bool:
        """Show list and pane again; False if both are shown."""
        zoomed = self.has_class("-zoom-list") or self.has_class("-zoom-pane")
        self.remove_class("-zoom-list", "-zoom-pane")
        return zoomed

    def dismiss_something(self) -> bool:
        """esc: close the topmost thing of this screen; False if there is none."""
        return self.leave_prompt() or self.leave_zoom() or self.clear() or self.close()

    def clear(self) -> bool:
        """esc: take away marks or a filter; False if there are none."""
        return False

    def close(self) -> bool:
        """Close this page; False on a place, which stays."""
        if len(program(self).screen_stack) <= 1:
            return False
        if self.LASTS:
            program(self).trail.closed()
        self.dismiss()
        return True

    # what stays the same

    def compose(self) -> ComposeResult:
        """Bar, body, message line, footer."""
        self._take_room()
        yield from self.top()
        yield from self.body()
        yield MessageLine()
        yield KeyFooter(self.hints, self.offered)

    def _take_room(self) -> None:
        """Take the classes of the room there is before anything is laid out. Textual takes them
        with the first resize: everything would be laid out and drawn without them first."""
        width, height = self.app.size
        for cells, steps in (
            (width, self.HORIZONTAL_BREAKPOINTS),
            (height, self.VERTICAL_BREAKPOINTS),
        ):
            self.add_class(max(step for step in steps if step[0] <= cells)[1], update=False)

    def on_mount(self) -> None:
        """Read once the first frame stands; follow the outlook."""
        self.watch(self.app, "outlook", self._outlook_changed, init=False)
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        """Read; the first frame of all has the journal opened, once it is on the terminal."""
        gc.enable()  # `launch` stopped it until the first frame stands
        if program(self).outlook.project_name:
            self.read()
        else:
            self.begin(after=FRAME_OUT)
        program(self).press_on()

    def begin(self, after: float) -> None:
        """Have the journal opened, `after` seconds from now."""
        self.ask(
            questions.opening(remembers=program(self).remembers),
            program(self).opened,
            group="opening",
            after=after,
        )

    def _outlook_changed(self, old: Outlook, new: Outlook) -> None:
        if (old.project, old.as_of) != (new.project, new.as_of) and self.is_mounted:
            self.read()
        self.redraw()

    def redraw(self) -> None:
        """Draw everything anew: names were hidden, colours changed, days passed."""
        for widget in self.query("*").results(Widget):
            if isinstance(widget, Lines | OneLine | Fixed):
                widget.redraw()
            else:
                widget.refresh()

    def arrived(self) -> None:
        """The rows are there: what was typed meanwhile is done now."""
        self.ready = True
        self.query_one(KeyFooter).redraw()
        program(self).press_on()

    def keeps(self, event: Key | Paste) -> bool:
        """Whether what was typed waits: for what is being written, and where its command needs
        them, for the rows. A line that is being typed takes every letter."""
        if self.writing or not self.is_mounted:
            return True
        if isinstance(self.focused, Input) or not isinstance(event, Key):
            return False
        there = (self.ready or self.refused) and not self.waiting
        command = None if there else self._command_of(event)
        return command is not None and command.waits

    def _command_of(self, key: Key) -> type[Command] | None:
        """The command that a key means here."""
        keys = program(self).keymap.keys
        names = {key.key, key.character}
        return next((one for one in self.commands() if not names.isdisjoint(keys[one.id])), None)

    def hints(self, cells: int) -> Hints:
        """The footer for a width."""
        return self.HINTS_ROOMY if cells >= ROOMY else self.HINTS

    def commands(self) -> Iterator[type[Command]]:
        """Every command of this screen, its own first."""
        yield from self.VERBS
        yield from EVERYWHERE

    def offered(self) -> dict[str, type[Command]]:
        """The commands that are possible now, by id."""
        return {command.id: command for command in self.commands() if command(self).possible()}

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether a key acts now: while a line is being typed, letters are text."""
        if action not in {"command", "fixed"} or not isinstance(self.focused, Input):
            return True
        typing = {command.id for command in self.commands() if command.typing}
        return action == "fixed" and parameters[0] in typing

    async def action_fixed(self, id: str) -> None:
        """Do the command of that id, called by a key that nobody can set."""
        await self.action_command(id)

    async def action_command(self, id: str) -> None:
        """Do the command of that id, if it can be done."""
        app = program(self)
        command = self.offered().get(id)
        if command is None or (command.waits and not self.ready):
            return
        if command.writes and app.read_only:
            app.say_closed()
            return
        begun = command(self).run()
        app.last_command = id
        if begun is not None:
            await begun

    @property
    def mover(self) -> Mover:
        """What the moving keys move now."""
        focused = self.focused
        return focused if isinstance(focused, RowList | Lines) else self.main

    def prompt(
        self,
        question: str,
        done: Callable[[str], None],
        *,
        value: str = "",
        live: Callable[[str], None] | None = None,
        left: Callable[[], None] | None = None,
        instead_of: Widget | None = None,
    ) -> AwaitComplete:
        """Ask for one line, on the message line or `instead_of` another; esc leaves it.

        A command returns what this gives: the key typed next then falls into the line.
        """
        from staketerm.tui.widgets.prompt import Prompt

        self.leave_prompt()
        covered = instead_of or self.query_one(MessageLine)
        covered.display = False
        self._prompt = Prompt(
            question,
            value=value,
            live=live,
            done=done,
            left=left,
            covered=covered,
        )
        return AwaitComplete(self._begin_prompt(self._prompt, covered))

    async def _begin_prompt(self, prompt: "Prompt", covered: Widget) -> None:
        await self.mount(prompt, after=covered)
        prompt.begin()

    def leave_prompt(self) -> bool:
        """Close the prompt that is open; False if there is none."""
        if self._prompt is None or not self._prompt.is_attached:
            return False
        self._prompt.leave()
        return True
