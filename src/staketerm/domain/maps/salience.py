"""Salience: power, legitimacy, urgency, and what they make together (Mitchell, Agle, Wood 1997).

The three are as the user sees them; nothing that people do shows them, and they say nothing of for
or against. So they are ticked by hand, and the map is there for those who are ticked.
"""

from collections.abc import Iterable
from typing import Final

from staketerm.domain.maps.point import Point
from staketerm.domain.maps.sections import Section
from staketerm.locale import N_, _

POWER, LEGITIMACY, URGENCY = ATTRIBUTES = ("power", "legitimacy", "urgency")

BETWEEN: Final = " "
"""What parts the attributes where they are kept."""

CLASSES: Final = (
    ("definitive", N_("definitive"), frozenset({POWER, LEGITIMACY, URGENCY})),
    ("dominant", N_("dominant"), frozenset({POWER, LEGITIMACY})),
    ("dangerous", N_("dangerous"), frozenset({POWER, URGENCY})),
    ("dependent", N_("dependent"), frozenset({LEGITIMACY, URGENCY})),
    ("dormant", N_("dormant"), frozenset({POWER})),
    ("discretionary", N_("discretionary"), frozenset({LEGITIMACY})),
    ("demanding", N_("demanding"), frozenset({URGENCY})),
)
"""Each class by its attributes, the most salient first."""


def attributes_of(kept: str | None) -> frozenset[str]:
    """The attributes in what is kept of somebody; words of a later program are passed over."""
    return frozenset((kept or "").split()) & frozenset(ATTRIBUTES)


def kept_as(attributes: Iterable[str]) -> str | None:
    """How attributes are kept: in one order, so that the same ticks are the same words."""
    ticked = frozenset(attributes)
    return BETWEEN.join(word for word in ATTRIBUTES if word in ticked) or None


def salience_class(attributes: frozenset[str]) -> str | None:
    """The class that the attributes make; None for none of them."""
    return next((id for id, _title, asked in CLASSES if asked == attributes), None)


def salience(points: Iterable[Point]) -> tuple[Section, ...]:
    """Those who are ticked, by class; classes without anybody are left out."""
    ticked = [point for point in points if point.who.salience]
    sections = (
        Section(
            id,
            _(title),
            tuple(point for point in ticked if point.who.salience == asked),
        )
        for id, title, asked in CLASSES
    )
    return tuple(section for section in sections if section.points)
