"""The plan of one day: what asks for attention, gathered from the rows and kept for status bars.

The `plan` table holds the answer of one day (design section 2). Whoever writes replaces the part of
the stakeholders concerned; a plan of another day is left alone until `due` makes a new one.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Select, delete, insert, select

from staketerm.domain.cadence import check_in_due
from staketerm.domain.day_words import say_day
from staketerm.domain.due import (
    ASK_RESTS_DAYS,
    HORIZON_DAYS,
    Act,
    Decision,
    Proposal,
    agreement_window,
    ask_window,
    owed_window,
    priority,
    rests,
)
from staketerm.journal.evidence import CHUNK, Pair, absences_of
from staketerm.journal.standing import assess_pairs
from staketerm.locale import _, language
from staketerm.store import tables
from staketerm.store.work import Reader, Work

PLAN_DAY = "plan_day"
"""Name in `meta` of the day that the plan table answers for, and the language it speaks."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A proposal with its id and the words to show it by."""

    id: str
    proposal: Proposal
    handle: str
    name: str
    project_name: str


@dataclass(frozen=True, slots=True)
class _Party:
    """What the plan needs to know of one stakeholder in one project."""

    pair: Pair
    handle: str
    name: str
    project_name: str
    impact: str | None
    style: str | None
    ideal_days: int | None
    latest_days: int | None
    last_contact: date | None
    do_not_contact: bool


def plan(reader: Reader, today: date, who: Collection[str] | None = None) -> list[Planned]:
    """What asks for attention on a day and in the two weeks after it, most pressing first.

    Of the stakeholders given by id, or of all. What rests by a decision is left out; what a brake
    holds back carries its reason.
    """
    parties = {party.pair: party for party in _parties(reader, who)}
    decisions = _decisions(reader, who)
    absences = absences_of(reader, who)
    horizon = today + timedelta(days=HORIZON_DAYS)
    found = []
    for proposal in (
        *_open_asks(reader, parties, today, who),
        *_agreements(reader, parties, today, who),
        *_check_ins(parties, today),
    ):
        if proposal.ideal > horizon or rests(decisions.get(proposal.id), today):
            continue
        party = parties[proposal.stakeholder, proposal.project]
        away = absences.get(proposal.stakeholder, ())
        found.append(
            Planned(
                proposal.id,
                replace(proposal, brake=_brake(proposal, party, away, today)),
                party.handle,
                party.name,
                party.project_name,
            )
        )
    return sorted(found, key=_urgency)


def _mark(today: date) -> str:
    """What a stored plan answers for: its sentences are in the language of whoever stored it."""
    return f"{today.isoformat()} {language()}"


def _urgency(planned: Planned) -> tuple[float, date, str]:
    proposal = planned.proposal
    return -proposal.priority, proposal.latest, planned.id


def refresh_plan(work: Work, today: date, who: Collection[str] | None = None) -> None:
    """Store the plan of a day anew: of everybody, or of some where the stored plan is of that
    day and language; one of another answers for nothing from now on.
    """
    if who is not None and work.meta(PLAN_DAY) != _mark(today):
        work.set_meta(PLAN_DAY, "")
        return
    table = tables.plan
    if who is None:
        work.connection.execute(delete(table))
        work.set_meta(PLAN_DAY, _mark(today))
    else:
        ids = sorted(who)
        for start in range(0, len(ids), CHUNK):
            work.connection.execute(
                delete(table).where(table.c.stakeholder.in_(ids[start : start + CHUNK]))
            )
    rows = [_row(planned, today) for planned in plan(work, today, who)]
    if rows:
        work.connection.execute(insert(table), rows)


def stored_plan(
    reader: Reader, today: date, who: Collection[str] | None = None
) -> list[Planned] | None:
    """The plan as it is stored, of some or of all; None where it is missing, of another day or in
    another language.
    """
    if reader.meta(PLAN_DAY) != _mark(today):
        return None
    table = tables.plan
    query = select(table)
    if who is not None:
        query = query.where(table.c.stakeholder.in_(sorted(who)))
    return sorted((_planned(row) for row in reader.select(query)), key=_urgency)


def _row(planned: Planned, today: date) -> dict[str, Any]:
    proposal = planned.proposal
    return {
        "id": planned.id,
        "day": today,
        "stakeholder": proposal.stakeholder,
        "project": proposal.project,
        "handle": planned.handle,
        "name": planned.name,
        "project_name": planned.project_name,
        "kind": proposal.kind,
        "occasion": proposal.occasion,
        "ideal": proposal.ideal,
        "latest": proposal.latest,
        "tier": 0,
        "impact": 1.0,
        "reach": 1.0,
        "urgency": 1.0,
        "priority": proposal.priority,
        "reason": proposal.reason,
        "rests": [],
        "brake": proposal.brake,
    }


def _planned(row: Any) -> Planned:
    proposal = Proposal(
        kind=row.kind,
        stakeholder=row.stakeholder,
        project=row.project,
        occasion=row.occasion,
        ideal=row.ideal,
        latest=row.latest,
        reason=row.reason,
        priority=row.priority,
        brake=row.brake,
    )
    return Planned(row.id, proposal, row.handle, row.name, row.project_name)


def _of(query: Select[Any], table: Any, who: Collection[str] | None) -> Select[Any]:
    query = query.where(table.c.deleted.is_(None))
    return query if who is None else query.where(table.c.stakeholder.in_(sorted(who)))


def _parties(reader: Reader, who: Collection[str] | None) -> Iterator[_Party]:
    involved, person, project, state = (
        tables.involvement,
        tables.stakeholder,
        tables.project,
        tables.state,
    )
    query = (
        select(
            involved.c.stakeholder,
            involved.c.project,
            person.c.handle,
            person.c.name,
            project.c.name.label("project_name"),
            involved.c.impact,
            involved.c.style,
            involved.c.ideal_days,
            involved.c.latest_days,
            state.c.last_contact,
            person.c.do_not_contact,
        )
        .join(person, person.c.id == involved.c.stakeholder)
        .join(project, project.c.id == involved.c.project)
        .outerjoin(
            state,
            (state.c.stakeholder == involved.c.stakeholder)
            & (state.c.project == involved.c.project),
        )
        .where(person.c.deleted.is_(None), project.c.deleted.is_(None))
    )
    for stakeholder, project_id, *rest in reader.select(_of(query, involved, who)):
        yield _Party((stakeholder, project_id), *rest)


def _decisions(reader: Reader, who: Collection[str] | None) -> dict[str, Decision]:
    table = tables.action
    query = select(
        table.c.kind,
        table.c.stakeholder,
        table.c.project,
        table.c.occasion,
        table.c.state,
        table.c.on,
        table.c.until,
    )
    found = {}
    for kind, stakeholder, project, occasion, state, on, until in reader.select(
        _of(query, table, who)
    ):
        key = Proposal(kind, stakeholder, project, occasion, on, on, "", 1.0)
        found[key.id] = Decision(state, on, until)
    return found


def _open_asks(
    reader: Reader, parties: dict[Pair, _Party], today: date, who: Collection[str] | None
) -> Iterator[Proposal]:
    table = tables.ask
    query = select(table).where(table.c.answered_on.is_(None), table.c.outcome.is_(None))
    asks = [
        ask
        for ask in reader.select(_of(query, table, who))
        if (ask.stakeholder, ask.project) in parties
    ]
    silent = {(ask.stakeholder, ask.project) for ask in asks if ask.by == "me"}
    counts_from = {
        question.source: question.counts_from
        for assessment in assess_pairs(reader, today, silent).values()
        for question in assessment.open_questions
    }
    for ask in asks:
        party = parties[ask.stakeholder, ask.project]
        window = (
            owed_window(ask.asked_on, ask.due)
            if ask.by == "them"
            else ask_window(ask.due, counts_from.get(ask.id))
        )
        if window is None:
            continue
        ideal, latest = window
        if ask.by == "me" and (today - latest).days > ASK_RESTS_DAYS:
            continue
        yield Proposal(
            kind=Act.ASK_OPEN,
            stakeholder=ask.stakeholder,
            project=ask.project,
            occasion=ask.id,
            ideal=ideal,
            latest=latest,
            reason=_ask_reason(ask, party, latest, today),
            priority=priority(party.impact, latest, today),
        )


def _agreements(
    reader: Reader, parties: dict[Pair, _Party], today: date, who: Collection[str] | None
) -> Iterator[Proposal]:
    table = tables.agreement
    query = select(table).where(table.c.closed_on.is_(None), table.c.due.is_not(None))
    for row in reader.select(_of(query, table, who)):
        party = parties.get((row.stakeholder, row.project))
        if party is None:
            continue
        ideal, latest = agreement_window(row.due)
        sentence = _("You owe {name}: {text}") if row.by == "me" else _("{name} promised: {text}")
        yield Proposal(
            kind=Act.AGREEMENT_DUE,
            stakeholder=row.stakeholder,
            project=row.project,
            occasion=row.id,
            ideal=ideal,
            latest=latest,
            reason=sentence.format(name=party.name, text=row.text),
            priority=priority(party.impact, latest, today),
        )


def _check_ins(parties: dict[Pair, _Party], today: date) -> Iterator[Proposal]:
    for party in parties.values():
        window = check_in_due(
            party.last_contact,
            party.impact,
            style=party.style,
            ideal_days=party.ideal_days,
            latest_days=party.latest_days,
        )
        if window is None or party.last_contact is None:
            continue
        days = (today - party.last_contact).days
        yield Proposal(
            kind=Act.CHECK_IN,
            stakeholder=party.pair[0],
            project=party.pair[1],
            occasion=party.last_contact.isoformat(),
            ideal=window.ideal,
            latest=window.latest,
            reason=_("{days} days since you and {name} were last in touch.").format(
                days=days, name=party.name
            ),
            priority=priority(party.impact, window.latest, today),
        )


def _ask_reason(ask: Any, party: _Party, latest: date, today: date) -> str:
    asked, until = (say_day(day, today, language()) for day in (ask.asked_on, latest))
    if ask.by == "them":
        sentence = (
            _("{name} asked you on {asked}: {text}")
            if ask.text
            else _("{name} asked you something on {asked}.")
        )
    elif ask.kind == "invitation":
        sentence = (
            _("Your invitation of {asked} to {name} has its day on {until}.")
            if latest >= today
            else _("Your invitation of {asked} to {name} had its day on {until}.")
        )
    elif ask.due is not None and latest >= today:
        sentence = _("You asked {name} on {asked} for an answer by {until}.")
    elif latest > today:
        sentence = _("Your {kind} of {asked} to {name} counts as unanswered from {until}.")
    else:
        sentence = _("No answer yet from {name} to your {kind} of {asked}.")
    kinds = {"mail": _("mail"), "advice": _("request for advice")}
    return sentence.format(
        name=party.name, asked=asked, until=until, text=ask.text or "", kind=kinds.get(ask.kind, "")
    )


def _brake(
    proposal: Proposal, party: _Party, away: tuple[tuple[date, date], ...], today: date
) -> str | None:
    if proposal.kind != Act.CHECK_IN:
        return None
    if party.do_not_contact:
        return _("asked not to be contacted")
    for starts, ends in away:
        if starts <= today <= ends:
            return _("away until {day}").format(day=say_day(ends, today, language()))
    return None
