"""The order of Today: what is written moves nothing, and the day's five stay the day's five."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

from staketerm.domain.nurture.acts import TODAY_SHOWS

if TYPE_CHECKING:
    from staketerm.journal.nurture.today import Today

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class DayOrder:
    """Where everything stood when the place was opened, and which acts were chosen for the day.

    What comes later stands at the end; what is gone leaves its place free, so that undo puts it
    back where it was (screens 1).
    """

    chosen: tuple[str, ...] = ()
    places: Mapping[str, int] = field(default_factory=dict)

    def following(self, facts: "Today") -> "DayOrder":
        """The order with what is new in these facts; acts are chosen up to five in all."""
        due = facts.due
        fresh = [act.proposal.id for act in due.today if act.proposal.id not in self.chosen]
        keys = [
            *(act.proposal.id for act in (*due.acts, *due.held_back)),
            *(f"{row.id} {row.project}" for row in facts.moved),
        ]
        known = dict(self.places)
        for key in keys:
            known.setdefault(key, len(known))
        return DayOrder((*self.chosen, *fresh)[: max(TODAY_SHOWS, len(self.chosen))], known)

    def arranged(self, facts: "Today") -> "Today":
        """The facts in this order, and of the acts of the day those that are chosen."""
        due = facts.due
        acts = self._in_place(due.acts, lambda act: act.proposal.id)
        due = replace(
            due,
            acts=acts,
            today=tuple(act for act in acts if act.proposal.id in self.chosen),
            held_back=self._in_place(due.held_back, lambda act: act.proposal.id),
        )
        moved = self._in_place(facts.moved, lambda row: f"{row.id} {row.project}")
        return replace(facts, due=due, moved=moved)

    def _in_place(self, things: Iterable[T], key: Callable[[T], str]) -> tuple[T, ...]:
        return tuple(sorted(things, key=lambda each: self.places[key(each)]))
