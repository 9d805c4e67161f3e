"""The words, glyphs and numbers of answers in text, in the language spoken now (screens 4, 7)."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from staketerm.domain.day_words import say_day
from staketerm.domain.glyphs import FULL
from staketerm.domain.phrases import decimal, fraction
from staketerm.domain.vocabulary import word
from staketerm.locale import _, language

_GLYPHS: Mapping[str, str] = MappingProxyType(
    {
        **FULL,
        "warming": "↑",
        "cooling": "↓",
        "steady": "–",
    }
)

ALARM_SIGNS: Mapping[str | None, str] = MappingProxyType(
    {"cooling": "!", "crossed_over": "!!", None: ""}
)
"""What stands beside the name of somebody with an alarm."""

GAP_SIGN, BLOCKS_SIGN = "±", "×"
"""What stands beside the name where words and deeds differ, and where somebody keeps blocking."""

DIFFERS = "≠"
"""What stands after a position where one's own judgement is on another side."""

BAR_CELLS = 21
"""Cells of the interval bar: .1 of stance each."""


def position(label: str) -> str:
    """Glyph and word of a position: "◇ fence-sitter"."""
    return f"{_GLYPHS.get(label, _GLYPHS['unknown'])} {word(label)}"


def glyph(identifier: str | None) -> str:
    """The glyph of a position or a trend; empty for none."""
    return _GLYPHS.get(identifier or "", "")


def week_day(day: date, today: date) -> str:
    """ "Tue 24 Nov", with the year where it is another."""
    return say_day(day, today, language())


def full_day(day: date) -> str:
    """ "Tue 24 Nov 2026"."""
    return f"{say_day(day, day, language())} {day.year}"


def signed(value: float) -> str:
    """`value` with its sign and two places: "+2.77"."""
    return ("+" if value >= 0 else "-") + decimal(abs(value), 2)


def interval_bar(label: str, stance: float, low: float, high: float) -> str:
    """The 80 % interval on a track from -1 to +1 with the glyph of the position on it."""
    first, last, at = (_cell(value) for value in (low, high, stance))
    track = ["━" if first <= cell <= last else "·" for cell in range(BAR_CELLS)]
    middle = BAR_CELLS // 2
    track[middle] = "┼" if first <= middle <= last else "│"
    track[at] = glyph(label)
    return _("against") + " " + "".join(track) + " " + _("for")


def stance_between(stance: float, low: float, high: float) -> str:
    """ "+.03, between -.39 and +.45"."""
    return _("{stance}, between {low} and {high}").format(
        stance=fraction(stance), low=fraction(low), high=fraction(high)
    )


def _cell(value: float) -> int:
    """The cell of `value` (-1..+1) on the track."""
    return min(BAR_CELLS - 1, max(0, round((value + 1) * (BAR_CELLS - 1) / 2)))
