"""The footer: the keys worth knowing here, at most seven or so; `?` shows all (screens 1)."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import ClassVar, NamedTuple

from staketerm.locale import _
from staketerm.tui.commands.base import Command
from staketerm.tui.drawing.lines import Ink, Line, Piece, line_width
from staketerm.tui.program import program
from staketerm.tui.widgets.drawn import OneLine

Hint = str | tuple[str, ...]
"""The id of a command, or of several that share a word: ("down", "up") is "j/k move"."""


class Hints(NamedTuple):
    """Which commands a footer shows: from the left, and at the right edge. The last ones yield.
    `words` are what commands are called here where that is not what they are called elsewhere."""

    left: tuple[Hint, ...]
    right: tuple[Hint, ...]
    words: Mapping[str, str] = MappingProxyType({})


class KeyFooter(OneLine):
    """`j/k move  Enter open  l log     m meeting  ? keys`; every key can be clicked."""

    ground: ClassVar[str] = "panel"

    def __init__(
        self,
        hints: Callable[[int], Hints],
        offered: Callable[[], Mapping[str, type[Command]]],
    ) -> None:
        super().__init__()
        self._hints = hints
        self._offered = offered

    def line(self, cells: int) -> Line:
        """As many hints as fit."""
        offered = self._offered()
        if cells < 40:
            return self._line(("keys",), offered, {})
        hints = self._hints(cells)
        words = hints.words
        right = self._line(hints.right, offered, words)[1:]
        kept = list(hints.left)
        left = self._line(kept, offered, words)
        while kept and line_width(left) + line_width(right) + 3 > cells:
            kept.pop()
            left = self._line(kept, offered, words)
        gap = " " * max(0, cells - line_width(left) - line_width(right) - 1)
        return (*left, Piece(gap), *right, Piece(" "))

    def _line(
        self,
        hints: Sequence[Hint],
        offered: Mapping[str, type[Command]],
        words: Mapping[str, str],
    ) -> Line:
        keymap = program(self).keymap
        pieces: list[Piece] = [Piece(" ")]
        for hint in hints:
            ids = (hint,) if isinstance(hint, str) else hint
            if any(id not in offered for id in ids):
                continue
            command = offered[ids[0]]
            key = "/".join(keymap.shown(id) for id in ids)
            action = f"screen.command('{ids[0]}')"
            if len(pieces) > 1:
                pieces.append(Piece("  "))
            pieces.append(Piece(key, Ink.BOLD, action))
            said = words.get(ids[0]) or command.footer or command.label
            pieces.append(Piece(f" {_(said)}", Ink.PLAIN, action))
        return tuple(pieces)
