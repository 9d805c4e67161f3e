"""What a command is: one verb of a person, told once for key, footer, palette and help."""

from collections.abc import Awaitable
from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import Binding, BindingType

if TYPE_CHECKING:
    from staketerm.tui.app import Staketerm
    from staketerm.tui.screens.frame import Frame


class Command:
    """One verb. A subclass says what it is called and does it in `run`.

    `id`       its name in `[keys]` of config.toml and in the help
    `keys`     the keys that do it unless rebound, as a person types them: "l", "ctrl+d", "?"
    `fixed`    keys that do it whatever is configured (Enter, esc, arrows, Tab)
    `footer`   the word beside the key in the footer
    `label`    its name in the palette, `help` one sentence more; translated where they are shown
    `typing`   its fixed keys do it also while a line is being typed
    `waits`    it needs the rows: typed before they are there it is kept and done then
    `writes`   it changes the journal: on a read-only one it says why not
    """

    id: ClassVar[str]
    keys: ClassVar[tuple[str, ...]] = ()
    fixed: ClassVar[tuple[str, ...]] = ()
    footer: ClassVar[str] = ""
    label: ClassVar[str]
    help: ClassVar[str] = ""
    typing: ClassVar[bool] = False
    waits: ClassVar[bool] = True
    writes: ClassVar[bool] = False

    def __init__(self, here: "Frame") -> None:
        self.here = here

    @property
    def app(self) -> "Staketerm":
        """The program."""
        return cast("Staketerm", self.here.app)

    def possible(self) -> bool:
        """Whether it makes sense here and now; what is not possible is not offered."""
        return True

    def run(self) -> Awaitable[object] | None:
        """Do it. What it gives, if anything, is awaited before the next key is looked at."""
        raise NotImplementedError


Commands = tuple[type[Command], ...]
"""Commands in the order in which the help tells them."""


def bindings(commands: Commands) -> list[BindingType]:
    """Textual's bindings for `commands`; those of `keys` carry the id that a keymap rebinds.

    They have priority: a key is acted on before the next one is looked at, so that keys typed in a
    burst fall where the first of them led. `Frame.check_action` keeps them out of lines of text.
    """
    made: list[BindingType] = []
    for command in commands:
        if command.keys:
            made.append(_binding(command.keys, f"command('{command.id}')", command.id))
        if command.fixed:
            made.append(_binding(command.fixed, f"fixed('{command.id}')", None))
    return made


def _binding(keys: tuple[str, ...], action: str, id: str | None) -> Binding:
    return Binding(",".join(_long(key) for key in keys), action, show=False, priority=True, id=id)


def _long(key: str) -> str:
    """Textual's own name of a key: a comma would part keys."""
    return "comma" if key == "," else key
