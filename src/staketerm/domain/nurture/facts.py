"""What the planner is given: one case for each stakeholder in a project, and the project's scene.

All of it is read by the journal; nothing here knows where it came from.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from staketerm.domain.cadence import NO_RHYTHM, Period, Rhythm
from staketerm.domain.nurture.acts import BY_RHYTHM, Decision

TOLD_KINDS = ("success", "decision", "milestone", "plan", "setback", "risk")
"""The kinds of progress that an update tells, in the order in which they are counted; a stress
marker is about somebody and for nobody (P15 to P18)."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How much is too much, and which days are mine (P14, P16).

    `pressure_cap` contacts in `pressure_days` days and `week_cap` in seven, of one person;
    `usefulness_after` extra updates comes the question whether they are of use.
    """

    pressure_cap: int = 3
    pressure_days: int = 30
    week_cap: int = 2
    usefulness_after: int = 3
    working_days_only: bool = False
    holidays: tuple[Period, ...] = ()
    tags: Mapping[str, Rhythm] = field(default_factory=dict)
    projects: Mapping[str, Rhythm] = field(default_factory=dict)


class Party(NamedTuple):
    """A stakeholder in a project: what is said of them, and where they stand today."""

    stakeholder: str
    project: str
    name: str
    personal: bool = False
    impact: str | None = None
    reach: str | None = None
    interest: int | None = None
    desired: str | None = None
    valued_critic: bool = False
    do_not_contact: bool = False
    label: str = "unknown"
    since: date | None = None
    alarm: str | None = None
    alarm_since: date | None = None
    last_contact: date | None = None
    tags: frozenset[str] = frozenset()
    organisation: str | None = None


class Progress(NamedTuple):
    """An entry that tells how the project goes; `text` is its headline."""

    id: str
    kind: str
    day: date
    text: str
    due: date | None = None
    private: bool = False


class Part(NamedTuple):
    """What somebody has to do with an entry: contributor, affected or helper, and how."""

    entry: Progress
    role: str
    note: str | None = None


class Asked(NamedTuple):
    """Something asked, of them (`by` me) or of me; `counts_from` is the day silence counts."""

    id: str
    kind: str
    by: str
    asked_on: date
    text: str | None = None
    due: date | None = None
    answered_on: date | None = None
    outcome: str | None = None
    counts_from: date | None = None


class Promised(NamedTuple):
    """An open agreement with a due day."""

    id: str
    by: str
    text: str
    due: date


class Deed(NamedTuple):
    """Something they did of late: the signal, what it is called, its points and note."""

    id: str
    kind: str
    day: date
    label: str
    points: float
    note: str | None = None


class Consented(NamedTuple):
    """The last word on carrying news to others (P20)."""

    state: str
    day: date
    load: int | None = None
    until: date | None = None


class Case(NamedTuple):
    """All that is known of one stakeholder in one project."""

    party: Party
    rhythm: Rhythm = NO_RHYTHM
    asks: tuple[Asked, ...] = ()
    promises: tuple[Promised, ...] = ()
    parts: tuple[Part, ...] = ()
    deeds: tuple[Deed, ...] = ()
    decisions: tuple[Decision, ...] = ()
    consent: Consented | None = None
    away: tuple[Period, ...] = ()

    def last_done(self, *kinds: str) -> date | None:
        """The last day on which an act of one of these kinds was done."""
        if not self.decisions:
            return None
        return max(
            (each.on for each in self.decisions if each.state == "done" and each.kind in kinds),
            default=None,
        )

    def last_tried(self) -> date | None:
        """The last day on which I did an act for them."""
        if not self.decisions:
            return None
        return max((each.on for each in self.decisions if each.reached_out), default=None)

    def last_left_out(self) -> date | None:
        """The last day on which an act that comes by their rhythm was left out."""
        if not self.decisions:
            return None
        left_out = (
            each.on for each in self.decisions if each.state == "skipped" and each.kind in BY_RHYTHM
        )
        return max(left_out, default=None)

    def was_done(self, kind: str, occasion: str) -> bool:
        """Whether that act was done."""
        return any(
            each.state == "done" and each.kind == kind and each.occasion == occasion
            for each in self.decisions
        )

    def settled(self, kind: str) -> frozenset[str]:
        """The occasions of acts of a kind that were done, or left out with a reason."""
        return frozenset(
            each.occasion
            for each in self.decisions
            if each.kind == kind and each.state in ("done", "skipped")
        )


class Reached(NamedTuple):
    """Somebody out of reach whom this person could carry something to, over so many ties (P22)."""

    remote: Party
    steps: int
    strength: float


@dataclass(frozen=True)
class Scene:
    """What all cases of a project share.

    `told` holds the shareable progress entries of the last weeks by day, `plans` those still open,
    `open_to_all` the ids of those plans that name nobody, `audience` those whom a small success may
    win, `carried_by` whom each could reach who is remote.
    """

    told: tuple[Progress, ...] = ()
    plans: tuple[Progress, ...] = ()
    open_to_all: frozenset[str] = frozenset()
    audience: tuple[Party, ...] = ()
    carried_by: Mapping[str, tuple[Reached, ...]] = field(default_factory=dict)
    starts: date | None = None

    def told_since(self, day: date) -> int:
        """The place in `told` of the first entry after a day."""
        return bisect_right(self._days, day)

    def counts_from(self, place: int) -> Mapping[str, int]:
        """How many entries of each kind were told from a place in `told` on."""
        found = {
            kind: len(places) - bisect_left(places, place) for kind, places in self._places.items()
        }
        return {kind: many for kind, many in found.items() if many}

    @cached_property
    def successes(self) -> tuple[Progress, ...]:
        """The successes told, newest first."""
        return tuple(entry for entry in reversed(self.told) if entry.kind == "success")

    @cached_property
    def worth_carrying(self) -> Progress | None:
        """The newest success, decision or plan told."""
        kinds = ("success", "decision", "plan")
        return next((entry for entry in reversed(self.told) if entry.kind in kinds), None)

    @cached_property
    def open_plans(self) -> frozenset[str]:
        """The ids of the plans still open."""
        return frozenset(plan.id for plan in self.plans)

    @cached_property
    def laid_before_all(self) -> tuple[Progress, ...]:
        """The plans that name nobody, newest first."""
        named_nobody = (plan for plan in self.plans if plan.id in self.open_to_all)
        return tuple(sorted(named_nobody, key=lambda plan: (plan.day, plan.id), reverse=True))

    @cached_property
    def _days(self) -> list[date]:
        return [entry.day for entry in self.told]

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """The places in `told` of each kind, in order."""
        places: dict[str, list[int]] = {}
        for place, entry in enumerate(self.told):
            places.setdefault(entry.kind, []).append(place)
        return places


NOTHING = Scene()
