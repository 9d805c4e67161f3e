"""The glyphs of the screen, once as they should be and once in ASCII (screens 4)."""

import os
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from staketerm.domain import glyphs
from staketerm.tui.drawing.lines import Ink

POSITION_INK: Mapping[str, Ink] = MappingProxyType(
    {
        "partner": Ink.FOR_STRONG,
        "supporter": Ink.FOR,
        "quiet_supporter": Ink.FOR,
        "critic": Ink.BOLD,
        "fence_sitter": Ink.PLAIN,
        "quiet_opponent": Ink.AGAINST,
        "opponent": Ink.AGAINST_STRONG,
        "unknown": Ink.MUTED,
    }
)


class Look(NamedTuple):
    """One set of glyphs. `evidence` and `trends` are by the words of the domain."""

    positions: Mapping[str, str]
    trends: Mapping[str, str]
    evidence: Mapping[str, str]
    selected: str
    marked: str
    differs: str
    gap: str
    blocks: str
    arrow: str
    track: str
    middle: str
    crossing: str
    interval: str
    due: str
    latest: str
    dash: str
    rule: str
    divider: str
    ellipsis: str
    between: str
    bar: str
    counter_bar: str
    spark: str

    def position(self, label: str) -> str:
        """The glyph of a position; a label of a later program looks like an unknown one."""
        return self.positions.get(label, self.positions["unknown"])


def _by_confidence(glyphs: str) -> Mapping[str, str]:
    return MappingProxyType(dict(zip(("none", "low", "fair", "good"), glyphs.split(), strict=True)))


def _by_trend(glyphs: str) -> Mapping[str, str]:
    return MappingProxyType(dict(zip(("warming", "cooling", "steady"), glyphs, strict=True)))


FULL = Look(
    positions=glyphs.FULL,
    trends=_by_trend("↑↓–"),
    evidence=_by_confidence("░░░ █░░ ██░ ███"),
    selected="▌",
    marked="*",
    differs="≠",
    gap="±",
    blocks="×",
    arrow="→",
    track="·",
    middle="│",
    crossing="┼",
    interval="━",
    due=">",
    latest="»",
    dash="–",
    rule="─",
    divider="│",
    ellipsis="…",
    between="·",
    bar="█",
    counter_bar="▒",
    spark="▁▂▃▄▅▆▇█",
)

ASCII = Look(
    positions=glyphs.ASCII,
    trends=_by_trend("^v-"),
    evidence=_by_confidence("--- #-- ##- ###"),
    selected=">",
    marked="*",
    differs="/=",
    gap="+-",
    blocks="x",
    arrow="->",
    track=".",
    middle="|",
    crossing="+",
    interval="=",
    due=">",
    latest=">>",
    dash="-",
    rule="-",
    divider="|",
    ellipsis="...",
    between="-",
    bar="#",
    counter_bar="-",
    spark="_.-=+*#",
)


def look_for(wanted: str | None) -> Look:
    """The glyphs asked for: "ascii", "full", or None for what the terminal can show."""
    if wanted is None:
        wanted = "ascii" if os.environ.get("TERM") == "linux" else "full"
    return ASCII if wanted == "ascii" else FULL
