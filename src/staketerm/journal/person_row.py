"""One stakeholder in one project as a list shows it: a few queries, whatever the number of rows."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from operator import attrgetter
from typing import Any, NamedTuple

from sqlalchemy import Select, func, select

from staketerm.domain.filters.row import searchable
from staketerm.domain.label import Position
from staketerm.domain.readout import Fading, confidence
from staketerm.journal.evidence import Pair
from staketerm.journal.people import ROLES
from staketerm.journal.plan import Planned, plan, stored_plan
from staketerm.journal.seen import seen_alarms
from staketerm.journal.standing import assess_pairs, lapsed_pairs, state_of
from staketerm.store import tables
from staketerm.store.records import State
from staketerm.store.work import Reader


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
    last_contact: date | None
    personal: bool = False
    alarm_seen: bool = False
    tags: tuple[str, ...] = ()
    judgement: str | None = None
    open_asks: int = 0
    open_agreements: int = 0
    next_id: str | None = None
    next_kind: str | None = None
    next_text: str | None = None
    next_ideal: date | None = None
    next_due: date | None = None
    folded: str = ""

    @property
    def judged_elsewhere(self) -> bool:
        """Whether judgement and behaviour are on different sides today (inference 4.6)."""
        if self.judgement is None:
            return False
        judged, shown = Position(self.judgement).stance_class, Position(self.label).stance_class
        return judged is not None and shown is not None and judged is not shown


def rows_of(
    reader: Reader,
    as_of: date,
    today: date,
    project: str | None = None,
    only: Iterable[str] | None = None,
) -> Iterator[PersonRow]:
    """The rows of the People list, in no particular order; `only` of some stakeholders by id."""
    wanted = None if only is None else sorted(set(only))
    found = reader.select(_people(project, wanted))
    pairs = {(row[_WHO], row[_PROJECT]) for row in found}
    fresh = _fresh_states(reader, pairs, as_of, today)
    besides = _Besides(
        tags=_tags(reader, wanted),
        judged=_judgements(reader, as_of, wanted),
        asks=_open_counts(reader, tables.ask, wanted),
        agreements=_open_counts(reader, tables.agreement, wanted),
        following=_next(reader, today, wanted),
        seen=seen_alarms(reader),
    )
    fading = Fading()
    for row in found:
        yield _person(row, fresh.get((row[_WHO], row[_PROJECT])), as_of, fading, besides)


class _Besides(NamedTuple):
    """What a row shows besides the stakeholder and the position, by id or pair."""

    tags: Mapping[str, tuple[str, ...]]
    judged: Mapping[Pair, str]
    asks: Mapping[Pair, int]
    agreements: Mapping[Pair, int]
    following: Mapping[Pair, Planned]
    seen: Mapping[Pair, date]


_WHO, _PROJECT = 0, 7
"""The places of the stakeholder's and the project's id in a row of `_people`."""

_STATE = (
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
    "last_contact",
)
"""What a row takes from the stored state."""


LISTED = (
    tables.stakeholder.c.deleted.is_(None),
    tables.stakeholder.c.merged_into.is_(None),
    tables.project.c.deleted.is_(None),
    tables.involvement.c.deleted.is_(None),
)
"""Which involvements a list shows."""


def _people(project: str | None, only: list[str] | None) -> Select[Any]:
    person, involved, where, state = (
        tables.stakeholder,
        tables.involvement,
        tables.project,
        tables.state,
    )
    organisation = person.alias("organisation")
    query = (
        select(
            person.c.id,
            person.c.handle,
            person.c.name,
            person.c.kind,
            organisation.c.name.label("organisation"),
            person.c.language,
            person.c.do_not_contact,
            involved.c.project,
            where.c.name.label("project_name"),
            where.c.kind.label("project_kind"),
            involved.c.roles,
            involved.c.power,
            involved.c.interest,
            involved.c.impact,
            involved.c.reach,
            involved.c.desired,
            involved.c.valued_critic,
            *(state.c[name] for name in _STATE),
        )
        .select_from(involved)
        .join(person, person.c.id == involved.c.stakeholder)
        .join(where, where.c.id == involved.c.project)
        .outerjoin(organisation, organisation.c.id == person.c.organisation)
        .outerjoin(
            state,
            (state.c.stakeholder == involved.c.stakeholder)
            & (state.c.project == involved.c.project),
        )
        .where(*LISTED)
    )
    if project is not None:
        query = query.where(involved.c.project == project)
    return _only(query, person.c.id, only)


def _only(query: Select[Any], column: Any, ids: list[str] | None) -> Select[Any]:
    return query if ids is None else query.where(column.in_(ids))


def _person(row: Any, fresh: State | None, day: date, fading: Fading, more: _Besides) -> PersonRow:
    """A row as of a day: words from the state, numbers faded to that day.

    The columns are taken by place, in the order of `_people`: naming them costs more than all else.
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
        last_contact,
    ) = stored if fresh is None else _words_of(fresh)
    pair = (who, project)
    if folded_on is None:
        now = fading.after(0.0, 0.0, 0.0, 0)
    else:
        now = fading.after(for_points, against_points, energy, (day - folded_on).days)
    act = more.following.get(pair)
    proposal = act.proposal if act else None
    tags = more.tags.get(who, ())
    return PersonRow(
        id=who,
        handle=handle,
        name=name,
        kind=kind,
        organisation=organisation,
        language=language,
        do_not_contact=do_not_contact,
        project=project,
        project_name=project_name,
        personal=project_kind == "personal",
        roles=tuple(roles.split(ROLES)) if roles else (),
        power=power,
        interest=interest,
        impact=impact,
        reach=reach,
        desired=desired,
        valued_critic=valued_critic,
        label=label or "unknown",
        was=was,
        since=since,
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
        last_contact=last_contact,
        tags=tags,
        judgement=more.judged.get(pair),
        open_asks=more.asks.get(pair, 0),
        open_agreements=more.agreements.get(pair, 0),
        next_id=act.id if act else None,
        next_kind=proposal.kind if proposal else None,
        next_text=proposal.reason if proposal else None,
        next_ideal=proposal.ideal if proposal else None,
        next_due=proposal.latest if proposal else None,
        folded=searchable(name, organisation, tags),
    )


_words_of = attrgetter(*_STATE)


def _fresh_states(reader: Reader, pairs: set[Pair], as_of: date, today: date) -> dict[Pair, State]:
    """The states that the cache cannot tell: lapsed ones, and all of them on another day."""
    stale = pairs if as_of != today else pairs.intersection(lapsed_pairs(reader, today))
    if not stale:
        return {}
    assessed = assess_pairs(reader, as_of, stale)
    return {pair: state_of(pair, assessment) for pair, assessment in assessed.items()}


def _tags(reader: Reader, only: list[str] | None) -> dict[str, tuple[str, ...]]:
    table = tables.tag
    query = select(table.c.stakeholder, table.c.tag).where(table.c.deleted.is_(None))
    found: dict[str, tuple[str, ...]] = {}
    for who, word in reader.select(_only(query.order_by(table.c.tag), table.c.stakeholder, only)):
        found[who] = (*found.get(who, ()), word)
    return found


def _judgements(reader: Reader, as_of: date, only: list[str] | None) -> dict[Pair, str]:
    """The judgement in force on a day, per pair (inference 4.6)."""
    table = tables.judgement
    query = (
        select(table.c.stakeholder, table.c.project, table.c.label)
        .where(table.c.deleted.is_(None), table.c.day <= as_of)
        .order_by(table.c.day, table.c.rev)
    )
    rows = reader.select(_only(query, table.c.stakeholder, only))
    return {(who, project): label for who, project, label in rows}


def _open_counts(reader: Reader, table: Any, only: list[str] | None) -> dict[Pair, int]:
    query = (
        select(table.c.stakeholder, table.c.project, func.count())
        .where(table.c.deleted.is_(None), table.c.outcome.is_(None))
        .group_by(table.c.stakeholder, table.c.project)
    )
    rows = reader.select(_only(query, table.c.stakeholder, only))
    return {(who, project): count for who, project, count in rows}


def _next(reader: Reader, today: date, only: list[str] | None) -> dict[Pair, Planned]:
    """The most pressing act of each pair that nothing holds back."""
    planned = stored_plan(reader, today, only)
    if planned is None:
        planned = plan(reader, today, only)
    found: dict[Pair, Planned] = {}
    for act in planned:
        if act.proposal.brake is None:
            found.setdefault((act.proposal.stakeholder, act.proposal.project), act)
    return found
