"""From ink to colour: the styles of the theme in force, strips painted with them (screens 4)."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.strip import Strip

from staketerm.tui.drawing.lines import Ink, Line, shown

_VARIABLES: Mapping[Ink, tuple[str, bool]] = MappingProxyType(
    {
        Ink.PLAIN: ("foreground", False),
        Ink.BOLD: ("foreground", True),
        Ink.MUTED: ("text-muted", False),
        Ink.FOR: ("text-success", False),
        Ink.FOR_STRONG: ("text-success", True),
        Ink.AGAINST: ("text-warning", False),
        Ink.AGAINST_STRONG: ("text-warning", True),
        Ink.ALARM: ("text-error", True),
        Ink.FAULT: ("text-error", False),
        Ink.SOON: ("text-primary", False),
        Ink.LATEST: ("text-warning", False),
        Ink.FOCUS: ("text-primary", True),
    }
)
"""The theme's variable behind each ink, and whether it is bold."""


class Paint(NamedTuple):
    """The styles of one theme on one background; `selected` and `resting` are for the cursor row
    of a list that has the focus, or has not."""

    ground: Style
    inks: Mapping[Ink, Style]
    selected: Style
    resting: Style

    def strip(self, line: Line, cells: int, over: Style | None = None) -> Strip:
        """`line` in exactly `cells` cells; `over`, a cursor, outweighs an ink but for its bold."""
        segments = list(self._segments(line, over))
        return Strip(segments).adjust_cell_length(cells, over or self.ground)

    def _segments(self, line: Line, over: Style | None) -> Iterable[Segment]:
        for text, ink, action in line:
            style = self.inks[ink]
            if over is not None:
                style = style + over
            if action:
                style = style + Style.from_meta({"@click": action})
            yield Segment(shown(text), style)  # the last gate before the terminal (textual 4.3)


def mix(variables: Mapping[str, str], background: str, *, colour: bool = True) -> Paint:
    """The paint of a theme's `variables` on the background that the variable `background` names.

    Without `colour` the cursor is shown by reverse, so that it doesn't hang on a shade of grey.
    """
    ground = Color.parse(variables[background])
    if ground.a == 0:  # the themes of the terminal's own colours have but one ground
        ground = Color.parse(variables["background"])
    plain = _style(variables["foreground"], ground)
    inks = {
        ink: _style(variables[name], ground, bold=bold) for ink, (name, bold) in _VARIABLES.items()
    }
    inks[Ink.REVERSE] = plain + Style(reverse=True)
    if not colour:
        cursor = resting = plain + Style(reverse=True, dim=False)
    else:
        cursor = _cursor(variables, ground, "block-cursor")
        resting = _cursor(variables, ground, "block-cursor-blurred")
    return Paint(plain, MappingProxyType(inks), cursor, resting)


def _cursor(variables: Mapping[str, str], ground: Color, name: str) -> Style:
    behind = ground.blend(shade := Color.parse(variables[f"{name}-background"]), shade.a, 1.0)
    if shade.ansi is not None:
        behind = shade
    bold = variables.get(f"{name}-text-style") == "bold" or None
    return _style(variables[f"{name}-foreground"], behind) + Style(bold=bold, dim=False)


def _style(text: str, ground: Color, *, bold: bool = False) -> Style:
    """A foreground on a ground, as a theme writes it: "#8AD4A1", "auto 60%", "ansi_default 50%"."""
    name, _, percent = text.partition(" ")
    strength = float(percent.rstrip("%")) / 100 if percent else 1.0
    ink = ground.get_contrast_text() if name == "auto" else Color.parse(name)
    terminals_own = ink.ansi is not None or ground.ansi is not None
    if not terminals_own:
        ink = ground.blend(ink, strength * ink.a, 1.0)
    return Style(
        color=ink.rich_color,
        bgcolor=ground.rich_color,
        bold=bold or None,
        dim=(terminals_own and strength < 1) or None,
    )
