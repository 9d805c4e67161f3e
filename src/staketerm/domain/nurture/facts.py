"""What the planner is given: one case for each stakeholder in a project, and the project's scene.

All of it is read by the journal; nothing here knows where it came from.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from staketerm.domain.cadence import NO_RHYTHM, Period, Rhythm
from staketerm.domain.nurture.acts import Decision

PROGRESS_KINDS = ("success", "risk", "plan", "decision", "milestone", "setback", "stress")
"""Kinds of entry that tell how a project goes (P15 to P18, P87, P88)."""

TOLD_KINDS = ("success", "decision", "milestone", "plan", "setback", "risk")
"""Those that an update tells, in the order in which they are counted."""


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


@dataclass(frozen=True, slots=True)
class Party:
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


@dataclass(frozen=True, slots=True)
class Progress:
    """An entry that tells how the project goes; `text` is its headline."""

    id: str
    kind: str
    day: date
    text: str
    due: date | None = None
    private: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """What somebody has to do with an entry: contributor, affected or helper, and how."""

    entry: Progress
    role: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Asked:
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


@dataclass(frozen=True, slots=True)
class Promised:
    """An open agreement with a due day."""

    id: str
    by: str
    text: str
    due: date


@dataclass(frozen=True, slots=True)
class Deed:
    """Something they did of late: the signal, what it is called, its points and note."""

    id: str
    kind: str
    day: date
    label: str
    points: float
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Consented:
    """The last word on carrying news to others (P20)."""

    state: str
    day: date
    load: int | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Case:
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
        return max(
            (each.on for each in self.decisions if each.state == "done" and each.kind in kinds),
            default=None,
        )

    def was_done(self, kind: str, occasion: str) -> bool:
        """Whether that act was done."""
        return any(
            each.state == "done" and each.kind == kind and each.occasion == occasion
            for each in self.decisions
        )


@dataclass(frozen=True, slots=True)
class Reached:
    """Somebody out of reach whom this person could carry something to, over so many ties (P22)."""

    remote: Party
    steps: int
    strength: float


@dataclass(frozen=True, slots=True)
class Scene:
    """What all cases of a project share.

    `told` holds the shareable progress entries of the last weeks by day, `plans` those still open,
    `open_to_all` the ids of those plans that name nobody,
    `audience` those whom a small success may win, `carried_by` whom each could reach who is remote.
    """

    told: tuple[Progress, ...] = ()
    plans: tuple[Progress, ...] = ()
    open_to_all: frozenset[str] = frozenset()
    audience: tuple[Party, ...] = ()
    carried_by: Mapping[str, tuple[Reached, ...]] = field(default_factory=dict)
    starts: date | None = None


NOTHING = Scene()
