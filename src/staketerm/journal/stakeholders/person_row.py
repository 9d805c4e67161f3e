"""One stakeholder in one project as a list shows it, made from columns; no database is needed."""

from collections.abc import Mapping
from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from staketerm.domain.blocking import keeps_blocking
from staketerm.domain.filters.row import searchable
from staketerm.domain.label import Position
from staketerm.domain.readout import Fading, confidence
from staketerm.domain.thin import deeds_to_place

if TYPE_CHECKING:
    from staketerm.journal.positions.evidence import Pair
    from staketerm.store.records import State

ROLES = " | "
"""What stands between the roles of an involvement."""


class PersonRow(NamedTuple):
    """One stakeholder in one project, as a list shows it on a day.

    Positions are of that day; impact and the other attributes are today's (design section 4).
    """

    id: str
    handle: str
    name: str
    kind: str
    organisation: str | None
    language: str | None
    do_not_contact: bool
    project: str
    project_name: str
    roles: tuple[str, ...]
    power: int | None
    interest: int | None
    impact: str | None
    reach: str | None
    desired: str | None
    valued_critic: bool
    label: str
    was: str | None
    since: date | None
    trend: str | None
    stance: float
    low: float
    high: float
    probability: float
    evidence: float
    confidence: str
    energy: float
    active: bool
    alarm: str | None
    alarm_since: date | None
    gap: str | None
    blocking: int
    last_contact: date | None
    personal: bool = False
    alarm_seen: bool = False
    tags: tuple[str, ...] = ()
    judgement: str | None = None
    by_judgement: bool = False
    open_asks: int = 0
    open_agreements: int = 0
    next_id: str | None = None
    next_kind: str | None = None
    next_text: str | None = None
    next_ideal: date | None = None
    next_due: date | None = None
    consent: str = "none"
    folded: str = ""
    salience: str | None = None
    authors: tuple[str, ...] = ()

    @property
    def blocks(self) -> bool:
        """Whether blocking acts have become a habit: three or more in 90 days (P24)."""
        return keeps_blocking(self.blocking)

    @property
    def more_to_place(self) -> int:
        """How many more ordinary deeds would place them; 0 where they have a place (F27)."""
        if self.personal or self.label != Position.UNKNOWN:
            return 0
        return deeds_to_place(self.evidence)

    @property
    def judged_elsewhere(self) -> bool:
        """Whether judgement and behaviour are on different sides today (inference 4.6)."""
        if self.judgement is None:
            return False
        judged, shown = Position(self.judgement).stance_class, Position(self.label).stance_class
        return judged is not None and shown is not None and judged is not shown

    @property
    def listed(self) -> str:
        """The position by which lists order and filter: the judged one where lists follow
        judgements and there is one, else the inferred one (4.6)."""
        if self.by_judgement and self.judgement and self.judgement != Position.UNKNOWN:
            return self.judgement
        return self.label


class NextAct(NamedTuple):
    """The most pressing act that nothing holds back, as a row tells it."""

    id: str | None = None
    kind: str | None = None
    text: str | None = None
    ideal: date | None = None
    latest: date | None = None


NOTHING_NEXT = NextAct()


class Besides(NamedTuple):
    """What a row shows besides the stakeholder and the position, by id or pair.

    `by_judgement` says that lists follow judgements, `seen` holds the day up to which the alarms
    were seen, `consent` how it stands.
    """

    tags: Mapping[str, tuple[str, ...]]
    judged: "Mapping[Pair, str]"
    by_judgement: bool
    asks: "Mapping[Pair, int]"
    agreements: "Mapping[Pair, int]"
    following: "Mapping[Pair, NextAct]"
    seen: "Mapping[Pair, date]"
    consent: "Mapping[Pair, str]"


STATE = (
    "for_points",
    "against_points",
    "energy",
    "day",
    "active",
    "label",
    "was",
    "since",
    "trend",
    "alarm_kind",
    "alarm_since",
    "gap",
    "blocking",
    "last_contact",
)
"""What a row takes from the stored state."""

COLUMNS = (
    "CAST(stakeholder.id AS TEXT)",
    "stakeholder.handle",
    "stakeholder.name",
    "stakeholder.kind",
    "organisation.name",
    "stakeholder.language",
    "stakeholder.do_not_contact",
    "CAST(involvement.project AS TEXT)",
    "project.name",
    "project.kind",
    "involvement.roles",
    "involvement.power",
    "involvement.interest",
    "involvement.impact",
    "involvement.reach",
    "involvement.desired",
    "involvement.valued_critic",
    "involvement.salience",
    *(f"state.{name}" for name in STATE),
)
"""What a row is made of, of the tables that `attention.LISTED` joins."""

WHO, PROJECT = 0, 7
"""The places of the stakeholder's and the project's id among them."""

_words_of = attrgetter(*STATE)


def day_of(told: str | date | None) -> date | None:
    """A day as a database tells it: SQLite as ISO text, PostgreSQL as a day."""
    return date.fromisoformat(told) if isinstance(told, str) else told


def person_row(
    row: Any, fresh: "State | None", day: date, fading: Fading, more: Besides
) -> PersonRow:
    """A row as of a day: words from the state, numbers faded to that day.

    `row` holds `COLUMNS`, days as ISO text or as days; `fresh` goes before what it says of the
    state. Columns are taken by place: naming them costs more than all else.
    """
    (
        who,
        handle,
        name,
        kind,
        organisation,
        language,
        do_not_contact,
        project,
        project_name,
        project_kind,
        roles,
        power,
        interest,
        impact,
        reach,
        desired,
        valued_critic,
        salience,
        *stored,
    ) = row
    (
        for_points,
        against_points,
        energy,
        folded_on,
        active,
        label,
        was,
        since,
        trend,
        alarm,
        alarm_since,
        gap,
        blocking,
        last_contact,
    ) = stored if fresh is None else _words_of(fresh)
    pair = (who, project)
    folded_on, alarm_since = day_of(folded_on), day_of(alarm_since)
    if folded_on is None:
        now = fading.after(0.0, 0.0, 0.0, 0)
    else:
        now = fading.after(for_points, against_points, energy, (day - folded_on).days)
    act = more.following.get(pair, NOTHING_NEXT)
    tags = more.tags.get(who, ())
    return PersonRow(
        id=who,
        handle=handle,
        name=name,
        kind=kind,
        organisation=organisation,
        language=language,
        do_not_contact=bool(do_not_contact),
        project=project,
        project_name=project_name,
        personal=project_kind == "personal",
        roles=tuple(roles.split(ROLES)) if roles else (),
        power=power,
        interest=interest,
        impact=impact,
        reach=reach,
        desired=desired,
        valued_critic=bool(valued_critic),
        salience=salience,
        label=label or "unknown",
        was=was,
        since=day_of(since),
        trend=trend,
        stance=now.stance,
        low=now.low,
        high=now.high,
        probability=now.probability,
        evidence=now.evidence,
        confidence=confidence(now.evidence),
        energy=now.energy,
        active=bool(active),
        alarm=alarm,
        alarm_since=alarm_since,
        alarm_seen=bool(alarm_since and alarm_since <= more.seen.get(pair, date.min)),
        gap=gap,
        blocking=blocking or 0,
        last_contact=day_of(last_contact),
        tags=tags,
        judgement=more.judged.get(pair),
        by_judgement=more.by_judgement,
        open_asks=more.asks.get(pair, 0),
        open_agreements=more.agreements.get(pair, 0),
        next_id=act.id,
        next_kind=act.kind,
        next_text=act.text,
        next_ideal=act.ideal,
        next_due=act.latest,
        consent=more.consent.get(pair, "none"),
        folded=searchable(name, organisation, tags),
    )
