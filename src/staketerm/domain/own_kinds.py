"""What a person may make of the catalogue: own kinds, other weights, retired kinds (F12).

The kinds that the program itself writes stay what they are: acts of my own are no evidence, and
asks, answers and agreements need their kinds.
"""

import re
from collections.abc import Container, Mapping
from types import MappingProxyType

from staketerm.domain.catalogue import CATALOGUE
from staketerm.domain.constants import LARGEST_EFFORT
from staketerm.domain.errors import UsageError
from staketerm.domain.signals import Kind, Origin, Weight
from staketerm.domain.text import fold
from staketerm.locale import N_, _

LABEL_LIMIT = 60
"""Characters of a label: it stands in lists and dialogs."""

ID_LIMIT = 40

NEEDED = frozenset({"contact", "promised"})
"""Kinds of theirs that the program writes by itself: present at a meeting, an agreement told."""

CLASSES: Mapping[str, Weight] = MappingProxyType(
    {"deed": Weight.DEED, "major": Weight.MAJOR, "words": Weight.WORDS}
)
"""How a person says of what nature a kind is."""

_CLASS_WORDS: Mapping[Weight, str] = MappingProxyType(
    {
        Weight.DEED: N_("deed"),
        Weight.MAJOR: N_("major deed"),
        Weight.WORDS: N_("words"),
    }
)

_ID = re.compile(rf"[a-z][a-z0-9_]{{1,{ID_LIMIT - 1}}}")
_NOT_IN_ID = re.compile("[^a-z0-9]+")


def class_id(weight: Weight) -> str:
    """The nature of a kind as commands and JSON say it: deed, major, words or none."""
    return next((id for id, one in CLASSES.items() if one is weight), "none")


def class_word(weight: Weight) -> str:
    """The same in the language spoken now; "-" for what is neither."""
    return _(_CLASS_WORDS[weight]) if weight in _CLASS_WORDS else "-"


def is_own(id: str) -> bool:
    """Whether an id is none of the built-in kinds."""
    return id not in CATALOGUE


def can_weigh(kind: Kind) -> bool:
    """Whether its points, effort and nature may be others: all but those of acts of my own."""
    return kind.origin is not Origin.MINE


def can_retire(kind: Kind) -> bool:
    """Whether it need not be offered: what the program writes by itself is always there."""
    return kind.origin is Origin.THEIRS and kind.id not in NEEDED


def id_for(label: str, taken: Container[str]) -> str:
    """An id made of a label: "Sang for us" is sang_for_us, sang_for_us_2 where that is taken."""
    plain = _NOT_IN_ID.sub("_", fold(label)).strip("_")[: ID_LIMIT - 4].strip("_")
    stem = plain if _ID.fullmatch(plain) else f"own_{plain}".rstrip("_")
    id, number = stem, 1
    while id in taken:
        number += 1
        id = f"{stem}_{number}"
    return id


def refuse_id(id: str, catalogue: Mapping[str, Kind]) -> None:
    """Raise UsageError for an id that a new kind cannot have, with the way out."""
    if id in catalogue:
        raise UsageError(
            _(
                "There is a kind {kind} already ({label}): change that one, or give another id."
            ).format(kind=id, label=catalogue[id].label)
        )
    if not _ID.fullmatch(id):
        raise UsageError(
            _(
                "'{id}' is no id for a kind: give small letters, digits and _, such as sang_for_us."
            ).format(id=id)
        )


def checked(kind: Kind, catalogue: Mapping[str, Kind]) -> Kind:
    """`kind` if it can stand in `catalogue` in the place of the one of its id.

    Raises UsageError for a label that is too long or that another kind has in either language, for
    too much effort, for points on an act of my own, and for retiring what the program needs.
    """
    _refuse_labels(kind, catalogue)
    if kind.effort > LARGEST_EFFORT:
        raise UsageError(
            _("{kind}: effort {effort:g}; give between 0 and {most:g}.").format(
                kind=kind.label, effort=kind.effort, most=LARGEST_EFFORT
            )
        )
    if not can_weigh(kind) and (kind.points or kind.effort or kind.weight is not Weight.NONE):
        raise UsageError(
            _(
                "{kind}: what you do yourself is no evidence; give points to what they do about it."
            ).format(kind=kind.label)
        )
    if kind.retired and not can_retire(kind):
        raise UsageError(
            _("{kind}: the program needs this kind; it can be called or weighed otherwise.").format(
                kind=kind.label
            )
        )
    return kind


def _refuse_labels(kind: Kind, catalogue: Mapping[str, Kind]) -> None:
    for label in (kind.english, kind.dutch):
        if len(label) > LABEL_LIMIT:
            raise UsageError(
                _("'{label}' is too long for a label: give at most {most} characters.").format(
                    label=label, most=LABEL_LIMIT
                )
            )
    labels = {fold(kind.english), fold(kind.dutch)}
    for other in catalogue.values():
        if other.id != kind.id and labels & {fold(other.english), fold(other.dutch)}:
            way = _("revive that one") if other.retired else _("log that one")
            raise UsageError(
                _("'{label}' is what {kind} is called already: {way}, or say it otherwise.").format(
                    label=other.label, kind=other.id, way=way
                )
            )
