"""Which key does what: the commands' own keys, and what `config.toml` makes of them (screens 2)."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from staketerm.locale import _
from staketerm.tui.commands.base import Command, Commands
from staketerm.tui.config import ScreenConfig

SHOWN: Mapping[str, str] = MappingProxyType(
    {
        "enter": "Enter",
        "escape": "esc",
        "tab": "Tab",
        "shift+tab": "shift+Tab",
        "space": "Space",
        "down": "↓",
        "up": "↑",
        "left": "←",
        "right": "→",
        "home": "Home",
        "end": "End",
        "pagedown": "PgDn",
        "pageup": "PgUp",
        "backspace": "Backspace",
        "f1": "F1",
        "f9": "F9",
    }
)
"""Keys whose name on screen differs from Textual's."""


class Keymap(NamedTuple):
    """The keys in force. `rebound` is what Textual is told; `problems` name file and line."""

    keys: Mapping[str, tuple[str, ...]]
    rebound: Mapping[str, str]
    problems: tuple[str, ...] = ()

    def shown(self, id: str) -> str:
        """The first key of a command as it is written on screen: "l", "Enter"; empty for none."""
        keys = self.keys.get(id, ())
        return SHOWN.get(keys[0], keys[0]) if keys else ""

    def all_shown(self, id: str) -> str:
        """Every key of a command: "j ↓"."""
        return " ".join(SHOWN.get(key, key) for key in self.keys.get(id, ()))


def keymap(commands: Commands, config: ScreenConfig) -> Keymap:
    """The built-in keys of `commands` with those of `config` in their place.

    An unknown id, a fixed key and a key that another command has already are refused one by one;
    the built-in key serves.
    """
    by_id = {command.id: command for command in commands}
    fixed = {key for command in commands for key in command.fixed}
    wanted: dict[str, tuple[str, ...]] = {}
    problems: list[str] = []
    for id, text in config.keys.items():
        keys = tuple(_key(part) for part in ([","] if text.strip() == "," else text.split(",")))
        if id not in by_id:
            problems.append(_("{at}: no command {id}").format(at=config.at(id), id=id))
        elif taken := fixed.intersection(keys):
            problems.append(
                _("{at}: {key} is fixed, {id} keeps its own key").format(
                    at=config.at(id), key=SHOWN.get(min(taken), min(taken)), id=id
                )
            )
        else:
            wanted[id] = keys
    while clash := _clash(by_id, wanted):
        id, other, key = clash
        del wanted[id]
        problems.append(
            _("{at}: {key} is the key of {other}, {id} keeps its own").format(
                at=config.at(id), key=key, other=other, id=id
            )
        )
    keys_now = {id: wanted.get(id, command.keys) + command.fixed for id, command in by_id.items()}
    rebound = {id: ",".join(_textual(key) for key in keys) for id, keys in wanted.items()}
    return Keymap(MappingProxyType(keys_now), MappingProxyType(rebound), tuple(problems))


def _clash(
    by_id: Mapping[str, type[Command]], wanted: Mapping[str, tuple[str, ...]]
) -> tuple[str, str, str] | None:
    """A rebound command, the command that has one of its keys, and that key."""
    owner: dict[str, str] = {}
    for id, command in by_id.items():
        if id not in wanted:
            owner.update(dict.fromkeys(command.keys, id))
    for id, keys in wanted.items():
        for key in keys:
            if owner.setdefault(key, id) != id:
                return id, owner[key], key
    return None


def _key(text: str) -> str:
    """A key as a person writes it, as the commands write it: "PgDn" is "pagedown"."""
    text = text.strip()
    if len(text) == 1:
        return text
    named = {shown.lower(): key for key, shown in SHOWN.items()}
    return named.get(text.lower(), text.lower())


def _textual(key: str) -> str:
    return "comma" if key == "," else key
