"""The rows of a journal as frozen values (design section 4); `store.tables` holds their tables.

A record is what goes up from the store and what comes down to a unit of work. `rev` and `revs` are
stamps; they are set by the unit of work and never by hand.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType
from typing import Any, ClassVar

NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What every exchanged row has: id, oldest stamp, deletion stamp, columns unknown to us."""

    table: ClassVar[str]

    id: str
    rev: str = ""
    deleted: str | None = None
    extra: Mapping[str, Any] = field(default_factory=lambda: NOTHING)


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldRow(Row):
    """A row whose fields carry stamps of their own; `revs` holds those that differ from `rev`."""

    revs: Mapping[str, str] = field(default_factory=lambda: NOTHING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stakeholder(FieldRow):
    """A person, organisation, group or role without a name."""

    table: ClassVar[str] = "stakeholder"

    kind: str = "person"  # person, organisation, group, role
    name: str
    folded: str
    handle: str  # local: never exchanged
    organisation: str | None = None  # id of a stakeholder of kind organisation
    job: str | None = None
    language: str | None = None  # en, nl, ...
    do_not_contact: bool = False
    private: bool = False
    merged_into: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact(FieldRow):
    """A way to reach a stakeholder."""

    table: ClassVar[str] = "contact"

    stakeholder: str
    way: str  # email, phone, url, address
    label: str | None = None
    value: str
    folded: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Project(FieldRow):
    """An undertaking; kind `personal` is kept without scoring."""

    table: ClassVar[str] = "project"

    name: str
    kind: str = "project"  # project, personal
    starts: date | None = None
    ends: date | None = None
    sharing: str = "none"  # none, signals, notes


@dataclass(frozen=True, slots=True, kw_only=True)
class Involvement(FieldRow):
    """The attributes of one stakeholder in one project; its id follows from the pair."""

    table: ClassVar[str] = "involvement"

    stakeholder: str
    project: str
    roles: str | None = None  # several joined by " | "
    power: int | None = None  # 1..5
    interest: int | None = None  # 1..5
    impact: str | None = None  # none, low, medium, high
    reach: str | None = None  # direct, step, remote
    desired: str | None = None  # unaware, resistant, neutral, supportive, leading, as_is
    valued_critic: bool = False
    style: str | None = None  # periodic, ambient, triggered
    ideal_days: int | None = None
    latest_days: int | None = None
    recurrence: str | None = None  # rule of RFC 5545 without its start: "FREQ=WEEKLY;BYDAY=MO"
    salience: str | None = None  # some of power, legitimacy, urgency, in this order, by blanks


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask(FieldRow):
    """Something requested that awaits an answer."""

    table: ClassVar[str] = "ask"

    stakeholder: str
    project: str
    kind: str = "mail"  # mail, advice, invitation
    by: str = "me"  # me, them
    asked_on: date
    text: str | None = None
    due: date | None = None
    answered_on: date | None = None
    outcome: str | None = None  # answered, given, refused, accepted, declined, withdrawn
    intensity: float = 1.0  # 0.5, 1.0, 1.5
    origin: str | None = None  # batch source: mail, demo, ...
    private: bool = False
    doubles: str | None = None  # id of the ask that says the same, logged by somebody else


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement(FieldRow):
    """Something promised, by them or by me."""

    table: ClassVar[str] = "agreement"

    stakeholder: str
    project: str
    by: str  # me, them
    text: str
    made_on: date
    due: date | None = None
    closed_on: date | None = None
    outcome: str | None = None  # kept, late, broken, renegotiated, cancelled
    intensity: float = 1.0  # 0.5, 1.0, 1.5
    private: bool = False
    doubles: str | None = None  # id of the agreement that says the same, logged by somebody else


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(FieldRow):
    """Anything dated and told."""

    table: ClassVar[str] = "entry"

    kind: str  # note, journal, meeting, call, report, success, risk, plan, decision, ...
    day: date
    project: str | None = None
    title: str | None = None
    text: str | None = None
    due: date | None = None  # when a plan or milestone is to be; by when a risk can be avoided
    closed_on: date | None = None
    outcome: str | None = None  # done, dropped; of a risk averted, happened
    private: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Action(FieldRow):
    """What was decided about a proposed act; its id follows from the act's key."""

    table: ClassVar[str] = "action"

    stakeholder: str
    project: str
    kind: str
    occasion: str
    state: str  # done, skipped, snoozed, planned
    on: date
    until: date | None = None
    why: str | None = None
    outcome: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class About(Row):
    """Who an entry is about, and as what."""

    table: ClassVar[str] = "about"

    entry: str
    stakeholder: str
    role: str = "subject"  # subject, attendee, contributor, affected, helper
    note: str | None = None  # what they did for it, or how they can help


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal(Row):
    """One observed act or saying of a stakeholder in a project."""

    table: ClassVar[str] = "signal"

    stakeholder: str
    project: str
    entry: str | None = None
    day: date
    kind: str
    intensity: float = 1.0
    note: str | None = None
    source: str | None = None  # seen, mail, hearsay, ...
    origin: str | None = None  # key of what it was imported from
    ignored: bool = False
    private: bool = False
    doubles: str | None = None  # id of the signal that says the same, logged by somebody else


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement(Row):
    """Somebody's own dated claim about a position; beside the inferred one, never inside."""

    table: ClassVar[str] = "judgement"

    stakeholder: str
    project: str
    day: date
    label: str
    note: str | None = None
    by: str | None = None
    origin: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence(Row):
    """A period in which the clock of waiting stands still, both days included."""

    table: ClassVar[str] = "absence"

    stakeholder: str
    starts: date
    ends: date
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent(Row):
    """One word on carrying news to others: asked, granted, declined or withdrawn (P20)."""

    table: ClassVar[str] = "consent"

    stakeholder: str
    project: str
    day: date
    state: str
    scope: str | None = None  # what they agreed to, in their words
    load: int | None = None  # tasks in a quarter of a year at most
    until: date | None = None  # the last day it holds
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag(Row):
    """A word on a stakeholder; its id follows from the pair."""

    table: ClassVar[str] = "tag"

    stakeholder: str
    tag: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting(Row):
    """A dated setting of the model: the one in force on T serves all records up to T."""

    table: ClassVar[str] = "setting"

    name: str
    day: date
    value: Any


EXCHANGED: tuple[type[Row], ...] = (
    Stakeholder,
    Contact,
    Project,
    Involvement,
    Ask,
    Agreement,
    Entry,
    Action,
    About,
    Signal,
    Judgement,
    Absence,
    Consent,
    Tag,
    Setting,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """One unit of work = one clock tick = one undo step.

    `unlogged` counts the rows written without entries in the change log: those of an import, found
    by their stamp, and those that its undo hides.
    """

    id: str
    rev: str
    at: datetime
    author: str
    verb: str
    undoes: str | None = None
    unlogged: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One entry of the change log: a field, or a whole row where `field` is None."""

    n: int
    batch: str
    tab: str
    row: str
    field: str | None
    old: Any
    new: Any
    rev: str


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """The folded position of one stakeholder in one project: a cache, never a truth."""

    stakeholder: str
    project: str
    for_points: float
    against_points: float
    energy: float
    day: date | None  # of the newest evidence
    side: str | None  # supportive, between, opposing; None while unknown
    known: bool
    active: bool
    label: str
    was: str | None
    since: date | None  # day the label changed from `was`
    trend: str | None
    alarm_kind: str | None
    alarm_since: date | None
    alarm_ended: date | None  # of the last one, while none is shown
    gap: str | None
    blocking: int  # blocking acts of the last 90 days
    last_contact: date | None
    stance: float
    low: float
    high: float
    evidence: float
    computed_on: date
    lapses_on: date | None
