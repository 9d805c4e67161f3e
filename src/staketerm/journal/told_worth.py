"""What something that was told is worth to the model: points and words of the act that it is."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from staketerm.domain.signals import Kind
from staketerm.journal.positions.evidence import ANSWERS, OUTCOMES

if TYPE_CHECKING:
    from staketerm.journal.timeline import Told


def weighed(item: "Told", catalogue: Mapping[str, Kind]) -> "Told":
    """The item with the points, class and words of the act that it is; others without."""
    kind = catalogue.get(_act_of(item) or "")
    if kind is None:
        return replace(item, points=None)
    points = kind.points * (item.points or 1.0)
    return replace(item, points=points, weight=kind.weight, label=kind.label)


def _act_of(item: "Told") -> str | None:
    """The kind of act that an item is for the model: what I did and what they asked is none."""
    if item.what == "signal":
        return item.kind
    if item.what == "answered" and item.by == "me":
        return ANSWERS.get(item.outcome or "", {}).get(item.kind)
    if item.what == "settled" and item.by == "them":
        return OUTCOMES.get(item.outcome or "")
    return None
