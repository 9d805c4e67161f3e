"""Everything the page of one stakeholder shows, gathered in one go: one question a part (S3)."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Select, and_, func, or_, select

from staketerm.domain import phrases
from staketerm.domain.errors import NotFound
from staketerm.domain.evidence import UNANSWERED, open_questions
from staketerm.domain.maps.salience import attributes_of
from staketerm.domain.position import Glimpse
from staketerm.journal.ledger import OpenItem, items
from staketerm.journal.nurture.consents import consent_of
from staketerm.journal.nurture.queue import Queue
from staketerm.journal.nurture.queue import queue as queue_of
from staketerm.journal.opening import Journal
from staketerm.journal.positions.counting import counts
from staketerm.journal.positions.evidence import Pair, absences_of, asks_of
from staketerm.journal.positions.model import model_on
from staketerm.journal.positions.review import Why, months_of, why_of
from staketerm.journal.stakeholders.person_row import ROLES
from staketerm.journal.timeline import WINDOW, Place, Told, told
from staketerm.journal.writing import involvement_id
from staketerm.locale import _
from staketerm.store import tables
from staketerm.store.reader import Reader
from staketerm.store.records import Absence, Consent, Contact, Involvement, Stakeholder, Tag

HEAT_WEEKS = 26
"""Weeks in the heat strip."""

SETTLED_SHOWN = 12
"""How many closed asks and agreements the page shows, newest first."""

NOTES_SHOWN = 12
"""How many notes the page shows, newest first; the timeline has all of them."""

NOTES = frozenset({"note", "memory", "journal", "lesson", "report", "call"})
"""The kinds of entry that are notes about somebody."""


@dataclass(frozen=True, slots=True)
class Profile:
    """Who somebody is, and what the user set for them in one project.

    `organisation` is a name. `emails`, `phones` and `urls` are as written; `away` are the periods
    that are not over yet; `consent` is the last word on carrying news to others.
    """

    id: str
    handle: str
    name: str
    kind: str
    organisation: str | None
    job: str | None
    language: str | None
    do_not_contact: bool
    private: bool
    emails: tuple[str, ...]
    phones: tuple[str, ...]
    urls: tuple[str, ...]
    tags: tuple[str, ...]
    away: tuple[Absence, ...]
    project: str
    project_name: str
    personal: bool
    roles: tuple[str, ...] = ()
    power: int | None = None
    interest: int | None = None
    impact: str | None = None
    reach: str | None = None
    desired: str | None = None
    valued_critic: bool = False
    style: str | None = None
    ideal_days: int | None = None
    latest_days: int | None = None
    recurrence: str | None = None
    salience: frozenset[str] = frozenset()
    consent: Consent | None = None


@dataclass(frozen=True, slots=True)
class Week:
    """One week of contact: how often the two of you met, wrote or spoke, and how often I asked."""

    both: int
    mine: int


@dataclass(frozen=True, slots=True)
class Page:
    """The page of one stakeholder in one project, as of a day.

    `months` end with the day itself; `weeks` too. `open` awaits its end, `settled` and `notes` are
    newest first. The timeline is asked for by window (`timeline.told`). `queue` holds the acts.
    """

    profile: Profile
    why: Why
    months: tuple[Glimpse, ...]
    open: tuple[OpenItem, ...]
    settled: tuple[Told, ...]
    notes: tuple[Told, ...]
    weeks: tuple[Week, ...]
    told: int
    queue: Queue


def page(
    journal: Journal, stakeholder: str, project: str | None = None, as_of: date | None = None
) -> Page:
    """The page of a stakeholder; raises NotFound for one who is not here any more."""
    day = as_of or journal.today
    with journal.read() as reader:
        why = why_of(reader, journal.today, stakeholder, project, as_of)
        who = profile_of(reader, stakeholder, why.project, day)
        open_then = items(reader, day, stakeholder, why.project)
        weeks = _weeks(reader, stakeholder, why.project, day)
        much = _count(reader, stakeholder, why.project)
        months = tuple(months_of(reader, why))
    return Page(
        profile=who,
        why=why,
        months=months,
        open=open_then,
        settled=_of_kinds(journal, who, day, {"answered", "settled"})[:SETTLED_SHOWN],
        notes=_of_kinds(journal, who, day, {"entry"}, NOTES)[:NOTES_SHOWN],
        weeks=weeks,
        told=much,
        queue=queue_of(journal, stakeholder, why.project, as_of),
    )


def timeline(
    journal: Journal,
    stakeholder: str,
    project: str,
    before: Place | None = None,
    as_of: date | None = None,
) -> tuple[Told, ...]:
    """The next window of what was told of somebody in a project, newest first.

    Mails and requests for advice that were not answered stand on the day from which silence counts
    (inference 4.5); they are no rows and follow from what was asked.
    """
    day = as_of or journal.today
    window = told(journal, stakeholder=stakeholder, project=project, before=before, as_of=as_of)
    last = window[-1].place if len(window) >= WINDOW else Place(date.min, "")
    with journal.read() as reader:
        silences = _silences(reader, (stakeholder, project), day)
    here = [item for item in silences if item.place > last and (not before or item.place < before)]
    return tuple(sorted((*window, *here), key=lambda item: item.place, reverse=True))


def _silences(reader: Reader, pair: Pair, day: date) -> list[Told]:
    """The silences that count on a day; they follow from what was asked and answered alone."""
    model = model_on(reader, day)
    asked = asks_of(reader, [pair]).get(pair, [])
    away = absences_of(reader, [pair[0]]).get(pair[0], ())
    points = model.correction.of(model.catalogue[UNANSWERED].points)
    return [
        Told(
            day=one.counts_from,
            what="silence",
            table="ask",
            id=one.asked.source or "",
            kind=UNANSWERED,
            about=(),
            project=None,
            text=None,
            points=points,
            weight="D",
            label=phrases.unanswered(one.asked.kind, one.asked.on, one.counts_from),
        )
        for one in open_questions(asked, day, model.catalogue, away)
        if one.counts_from is not None and one.counts_from <= day
    ]


def profile(journal: Journal, stakeholder: str, project: str) -> Profile:
    """Who somebody is in a project; raises NotFound."""
    with journal.read() as reader:
        return profile_of(reader, stakeholder, project, journal.today)


def profile_of(reader: Reader, stakeholder: str, project: str, day: date) -> Profile:
    """`profile`, by a reader at hand; `away` holds the periods not over on the day."""
    person = reader.get(Stakeholder, stakeholder)
    if person is None:
        raise NotFound(_("This stakeholder is not in the journal any more."))
    where = tables.project
    name, kind = reader.select(select(where.c.name, where.c.kind).where(where.c.id == project))[0]
    organisation = (
        reader.get(Stakeholder, person.organisation, deleted=True) if person.organisation else None
    )
    row = involvement_id(stakeholder, project)
    involved = reader.get(Involvement, row) or Involvement(
        id=row, stakeholder=stakeholder, project=project
    )
    ways = _contacts(reader, stakeholder)
    return Profile(
        id=person.id,
        handle=person.handle,
        name=person.name,
        kind=person.kind,
        organisation=organisation.name if organisation else None,
        job=person.job,
        language=person.language,
        do_not_contact=person.do_not_contact,
        private=person.private,
        tags=_tags(reader, stakeholder),
        away=_away(reader, stakeholder, day),
        project=project,
        project_name=name,
        personal=kind == "personal",
        roles=tuple(involved.roles.split(ROLES)) if involved.roles else (),
        emails=ways.get("email", ()),
        phones=ways.get("phone", ()),
        urls=ways.get("url", ()),
        power=involved.power,
        interest=involved.interest,
        impact=involved.impact,
        reach=involved.reach,
        desired=involved.desired,
        valued_critic=involved.valued_critic,
        style=involved.style,
        ideal_days=involved.ideal_days,
        latest_days=involved.latest_days,
        recurrence=involved.recurrence,
        salience=attributes_of(involved.salience),
        consent=consent_of(reader, stakeholder, project, day),
    )


def _contacts(reader: Reader, stakeholder: str) -> dict[str, tuple[str, ...]]:
    """The ways to reach somebody, by sort."""
    table = tables.contact
    found: dict[str, tuple[str, ...]] = {}
    for contact in reader.rows(
        Contact, table.c.stakeholder == stakeholder, order_by=(table.c.rev, table.c.id)
    ):
        found[contact.way] = (*found.get(contact.way, ()), contact.value)
    return found


def _tags(reader: Reader, stakeholder: str) -> tuple[str, ...]:
    table = tables.tag
    rows = reader.rows(Tag, table.c.stakeholder == stakeholder, order_by=(table.c.tag,))
    return tuple(row.tag for row in rows)


def _away(reader: Reader, stakeholder: str, day: date) -> tuple[Absence, ...]:
    table = tables.absence
    return tuple(
        reader.rows(
            Absence,
            table.c.stakeholder == stakeholder,
            table.c.ends >= day,
            order_by=(table.c.starts,),
        )
    )


def _of_kinds(
    journal: Journal,
    who: Profile,
    day: date,
    what: set[str],
    kinds: frozenset[str] | None = None,
) -> tuple[Told, ...]:
    """What was told of some sorts, newest first; entries about somebody belong to no project."""
    project = None if "entry" in what else who.project
    window = told(journal, stakeholder=who.id, project=project, as_of=day, what=what)
    return tuple(item for item in window if kinds is None or item.kind in kinds)


def _weeks(reader: Reader, stakeholder: str, project: str, day: date) -> tuple[Week, ...]:
    """Contacts of the last weeks, oldest first; each week ends on the weekday of the day."""
    first = day - timedelta(days=7 * HEAT_WEEKS - 1)
    both, mine = [0] * HEAT_WEEKS, [0] * HEAT_WEEKS

    def counted(query: Select[Any], into: list[int]) -> None:
        for (on,) in reader.select(query):
            into[(on - first).days // 7] += 1

    signal, ask = tables.signal, tables.ask
    met = [kind.id for kind in model_on(reader, day).catalogue.values() if kind.contact]
    counted(
        _between(signal, signal.c.day, stakeholder, project, first, day).where(
            signal.c.kind.in_(met)
        ),
        both,
    )
    answered = _between(ask, ask.c.answered_on, stakeholder, project, first, day)
    counted(answered.where(ask.c.outcome.in_(("answered", "given", "accepted"))), both)
    counted(
        _between(ask, ask.c.asked_on, stakeholder, project, first, day).where(ask.c.by == "me"),
        mine,
    )
    return tuple(Week(*week) for week in zip(both, mine, strict=True))


def _between(
    table: Any, on: Any, stakeholder: str, project: str, first: date, last: date
) -> Select[Any]:
    return select(on).where(
        table.c.stakeholder == stakeholder,
        table.c.project == project,
        table.c.deleted.is_(None),
        counts(table),
        on >= first,
        on <= last,
    )


def _count(reader: Reader, stakeholder: str, project: str) -> int:
    """How many things were told of somebody in a project."""
    total = 0
    for table in (tables.signal, tables.ask, tables.agreement, tables.judgement):
        query = select(func.count()).where(
            table.c.stakeholder == stakeholder,
            table.c.project == project,
            table.c.deleted.is_(None),
        )
        total += reader.select(query)[0][0]
    about, entry = tables.about, tables.entry
    linked = (
        select(func.count(func.distinct(entry.c.id)))
        .join(about, about.c.entry == entry.c.id)
        .where(
            about.c.stakeholder == stakeholder,
            about.c.deleted.is_(None),
            and_(
                entry.c.deleted.is_(None),
                or_(entry.c.project == project, entry.c.project.is_(None)),
            ),
        )
    )
    return total + int(reader.select(linked)[0][0])
