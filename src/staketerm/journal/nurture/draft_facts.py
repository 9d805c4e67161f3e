"""What the draft of an act may tell, read from the rows.

The one rule above all: what is private is never read here. Of entries only shareable progress is;
notes, judgements, and what was said about acts are not looked at at all.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, and_, false, func, literal, or_, select

from staketerm.domain.drafts.facts import Fact, Facts, Hand
from staketerm.domain.nurture.acts import Act, Proposal
from staketerm.domain.nurture.facts import TOLD_KINDS
from staketerm.journal.nurture.consents import consent_of
from staketerm.journal.nurture.nurture_settings import settings_on
from staketerm.journal.positions.counting import counts
from staketerm.store import tables
from staketerm.store.portions import portions
from staketerm.store.reader import Reader
from staketerm.store.records import Project, Stakeholder

FIRST_UPDATE_DAYS = 60
"""How far back an update reaches for somebody who never had one."""

ASKS_READ = 20
"""How many open asks and asks for advice are read, newest first."""

OPEN_READ = 100
"""How many plans, milestones and risks of before the last update are read, newest first."""


def facts_of(reader: Reader, person: Stakeholder, proposal: Proposal, today: date) -> Facts:
    """Everything the draft of an act may tell: nothing that is private."""
    project = reader.get(Project, proposal.project)
    updates, since = _updates(reader, proposal, today)
    settings = settings_on(reader, today)
    consent = consent_of(reader, person.id, proposal.project, today)
    return Facts(
        name=person.name,
        kind=person.kind,
        project=project.name if project and project.kind != "personal" else "",
        today=today,
        since=since,
        rows=(
            *_entries(reader, proposal, since, today),
            *_asks(reader, proposal, today),
            *_agreements(reader, proposal, today),
            *_signal(reader, proposal),
        ),
        occasion=proposal.occasion,
        rests=frozenset(proposal.rests),
        job=person.job or "",
        others=_others(reader, proposal),
        scope=(consent.scope or "") if consent and consent.state == "granted" else "",
        updates=updates,
        usefulness=updates + 1 >= settings.usefulness_after,
    )


def _updates(reader: Reader, proposal: Proposal, today: date) -> tuple[int, date]:
    """How many updates somebody had since they were asked whether those are of use, and the day of
    the last one."""
    columns = tables.action.c
    query = select(columns.kind, columns.on).where(
        columns.deleted.is_(None),
        columns.stakeholder == proposal.stakeholder,
        columns.project == proposal.project,
        columns.state == "done",
        columns.kind.in_((Act.STATUS_UPDATE, Act.USEFULNESS_CHECK)),
    )
    done = reader.select(query)
    updates = [row.on for row in done if row.kind == Act.STATUS_UPDATE]
    checked = max((row.on for row in done if row.kind != Act.STATUS_UPDATE), default=date.min)
    last = max(updates, default=today - timedelta(days=FIRST_UPDATE_DAYS))
    return sum(on > checked for on in updates), last


def _entries(reader: Reader, proposal: Proposal, since: date, today: date) -> list[Fact]:
    """The shareable progress of a project, newest first: since the last update, what is still open
    of before, and what called for the act."""
    columns = tables.entry.c
    shareable = and_(
        columns.deleted.is_(None),
        columns.private.is_(false()),
        columns.project == proposal.project,
        columns.kind.in_(TOLD_KINDS),
        columns.day <= today,
    )
    asked_about = min(since, _advised_on(reader, proposal) or since)
    fresh = or_(
        columns.day >= asked_about,
        columns.closed_on >= asked_about,
        columns.id == proposal.occasion,
    )
    still_open = and_(
        columns.day < asked_about,
        columns.kind.in_(("plan", "milestone", "risk")),
        columns.outcome.is_(None),
    )
    newest_first = (columns.day.desc(), columns.id.desc())
    rows = {
        row.id: row
        for query in (
            select(tables.entry).where(shareable, fresh).order_by(*newest_first),
            select(tables.entry)
            .where(shareable, still_open)
            .order_by(*newest_first)
            .limit(OPEN_READ),
        )
        for row in reader.select(query)
    }
    hands = _hands(reader, rows, proposal.stakeholder)
    return [
        Fact(
            ref=f"entry:{row.id}",
            kind=row.kind,
            day=row.day,
            text=row.text or "",
            title=row.title or "",
            due=row.due,
            closed_on=row.closed_on,
            outcome=row.outcome,
            hands=hands.get(row.id, ()),
        )
        for row in rows.values()
    ]


def _advised_on(reader: Reader, proposal: Proposal) -> date | None:
    """The day of the advice that a loop is closed on."""
    if proposal.kind != Act.LOOP_CLOSING:
        return None
    ask, signal = tables.ask.c, tables.signal.c
    days = reader.select(
        select(func.coalesce(ask.answered_on, ask.asked_on)).where(ask.id == proposal.occasion)
    ) or reader.select(select(signal.day).where(signal.id == proposal.occasion))
    return days[0][0] if days else None


def _hands(
    reader: Reader, entries: Collection[str], reader_id: str
) -> Mapping[str, tuple[Hand, ...]]:
    """Who had a part in entries; nobody who is private, but for whoever reads the draft."""
    about, person = tables.about.c, tables.stakeholder.c
    found: dict[str, tuple[Hand, ...]] = {}
    ids = sorted(entries)
    for some in portions(ids):
        query = (
            select(about.entry, about.role, about.note, person.id, person.name)
            .join(tables.stakeholder, person.id == about.stakeholder)
            .where(
                about.entry.in_(some),
                about.deleted.is_(None),
                person.deleted.is_(None),
                or_(person.private.is_(false()), person.id == reader_id),
            )
            .order_by(about.id)
        )
        for entry, role, note, who, name in reader.select(query):
            hand = Hand(name, role, note, reader=who == reader_id)
            found[entry] = (*found.get(entry, ()), hand)
    return found


def _asks(reader: Reader, proposal: Proposal, today: date) -> list[Fact]:
    """What called for the act, then open asks and asks for advice, newest first."""
    columns = tables.ask.c
    called_for = columns.id == proposal.occasion
    query = (
        _between(tables.ask, columns.kind, columns.asked_on, columns.answered_on, proposal)
        .where(
            columns.asked_on <= today,
            or_(called_for, columns.outcome.is_(None), columns.kind == "advice"),
        )
        .order_by(called_for.desc(), columns.asked_on.desc(), columns.id)
        .limit(ASKS_READ)
    )
    return _facts("ask", reader.select(query))


def _agreements(reader: Reader, proposal: Proposal, today: date) -> list[Fact]:
    """The agreements that are not settled yet."""
    columns, kind = tables.agreement.c, literal("agreement")
    query = (
        _between(tables.agreement, kind, columns.made_on, columns.closed_on, proposal)
        .where(columns.made_on <= today, columns.closed_on.is_(None))
        .order_by(columns.due.nulls_last(), columns.id)
    )
    return _facts("agreement", reader.select(query))


def _signal(reader: Reader, proposal: Proposal) -> list[Fact]:
    """The signal that called for the act, if one did."""
    columns = tables.signal.c
    query = select(tables.signal).where(
        columns.id == proposal.occasion, counts(tables.signal), _theirs(columns, proposal)
    )
    return [
        Fact(ref=f"signal:{row.id}", kind=row.kind, day=row.day, text=row.note or "")
        for row in reader.select(query)
    ]


def _between(
    table: Table,
    kind: ColumnElement[str],
    day: ColumnElement[date],
    closed_on: ColumnElement[date],
    proposal: Proposal,
) -> Select[Any]:
    """What was asked or promised between the reader and me, as `_facts` takes it."""
    columns = table.c
    told = (columns.text, columns.due, closed_on, columns.outcome, columns.by)
    return select(columns.id, kind, day, *told).where(_theirs(columns, proposal), counts(table))


def _theirs(columns: Any, proposal: Proposal) -> ColumnElement[bool]:
    """That a row is of the reader in this project, there, and not private."""
    return and_(
        columns.deleted.is_(None),
        columns.private.is_(false()),
        columns.stakeholder == proposal.stakeholder,
        columns.project == proposal.project,
    )


def _facts(table: str, rows: Iterable[Any]) -> list[Fact]:
    return [
        Fact(
            ref=f"{table}:{id}",
            kind=kind,
            day=day,
            text=text or "",
            due=due,
            closed_on=closed_on,
            outcome=outcome,
            by=by,
        )
        for id, kind, day, text, due, closed_on, outcome, by in rows
    ]


def _others(reader: Reader, proposal: Proposal) -> tuple[str, ...]:
    """Whom the act is about besides the reader; nobody who is private."""
    ids = {
        ref.removeprefix("stakeholder:") for ref in proposal.rests if ref.startswith("stakeholder:")
    } - {proposal.stakeholder}
    columns = tables.stakeholder.c
    query = (
        select(columns.name)
        .where(columns.id.in_(sorted(ids)), columns.deleted.is_(None), columns.private.is_(false()))
        .order_by(columns.folded)
    )
    return tuple(row.name for row in reader.select(query)) if ids else ()
