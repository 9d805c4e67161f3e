"""Words as they stand on the screens: the domain's, and those that head columns (screens 4, 7)."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from staketerm.domain import vocabulary
from staketerm.domain.glyphs import LABELS
from staketerm.locale import N_, _, language
from staketerm.tui.drawing.lines import width

_COLUMNS: Mapping[str, str] = MappingProxyType(
    {
        "attention": N_("attention"),
        "name": N_("name"),
        "position": N_("position"),
        "last": N_("last"),
        "stance": N_("stance"),
        "energy": N_("energy"),
        "evidence": N_("evidence"),
        "next": N_("next"),
        "impact": N_("impact"),
        "agreement_due": N_("promise"),
    }
)
"""What heads a column or stands in a narrow one; all other words are the domain's."""


def word(identifier: str) -> str:
    """`identifier` in the language spoken now; one without a word is shown with blanks."""
    said = _COLUMNS.get(identifier)
    return _(said) if said else vocabulary.word(identifier)


def position_word(label: str) -> str:
    """What a position is called: "fence-sitter" or "afwachter"."""
    return word(label)


def widest_position() -> int:
    """Cells of the longest position word in the language spoken now: 15 in English."""
    return _widest(language())


@lru_cache
def _widest(_language: str) -> int:
    return max(width(position_word(label)) for label in LABELS)
