"""Who may have changed between two days, told from the state cache without folding anybody."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import NamedTuple

from sqlalchemy import and_, select

from staketerm.domain.constants import EVIDENCE_HALF_LIFE
from staketerm.domain.label import Position
from staketerm.domain.readout import confidence
from staketerm.domain.shift import fell
from staketerm.journal.positions.evidence import Pair
from staketerm.journal.positions.standing import lapsed_pairs
from staketerm.store import tables
from staketerm.store.reader import Reader
from staketerm.store.records import Judgement


class Kept(NamedTuple):
    """What the cache keeps of somebody that a change would show in."""

    label: str
    since: date | None
    alarm_kind: str | None
    alarm_ended: date | None
    last_contact: date | None
    evidence: float
    computed_on: date


def scored_pairs(reader: Reader, project: str | None) -> list[Pair]:
    """Everybody in a project with scoring, or in any of them."""
    involved, where = tables.involvement.c, tables.project.c
    query = (
        select(involved.stakeholder, involved.project)
        .join(tables.project, where.id == involved.project)
        .where(involved.deleted.is_(None), where.deleted.is_(None), where.kind != "personal")
    )
    if project is not None:
        query = query.where(involved.project == project)
    return [(who, within) for who, within in reader.select(query)]


def kept(reader: Reader, project: str | None) -> dict[Pair, Kept]:
    """What is kept of everybody in a project with scoring, or in any of them."""
    state, where = tables.state.c, tables.project.c
    query = (
        select(
            state.stakeholder,
            state.project,
            state.label,
            state.since,
            state.alarm_kind,
            state.alarm_ended,
            state.last_contact,
            state.evidence,
            state.computed_on,
        )
        .join(tables.project, and_(where.id == state.project, where.kind != "personal"))
        .where(where.deleted.is_(None))
    )
    if project is not None:
        query = query.where(state.project == project)
    return {(who, within): Kept(*rest) for who, within, *rest in reader.select(query)}


def may_have_changed(
    reader: Reader,
    stored: Mapping[Pair, Kept],
    since: date,
    today: date,
    judged: Mapping[Pair, Judgement],
) -> Collection[Pair]:
    """Of these everybody whose words may be others than before the day `since`, or lapsed, who has
    an alarm, who answered since, or whom a judgement puts on another side.

    Nobody else changed: a label says since when it is, an alarm when it ended, evidence never
    becomes less by what is logged, and what was known then is rewritten by late answers alone.
    """
    may = {*lapsed_pairs(reader, today), *_answered(reader, since)}
    found = {
        pair
        for pair, each in stored.items()
        if pair in may
        or each.alarm_kind is not None
        or (each.since is not None and each.since >= since)
        or (each.alarm_ended is not None and each.alarm_ended >= since)
        or _may_be_less(each, since, today)
    }
    return found | {
        pair
        for pair, claim in judged.items()
        if pair in stored and _elsewhere(claim.label, stored[pair].label)
    }


def _answered(reader: Reader, since: date) -> set[Pair]:
    """Who answered something since: a late answer takes a silence back."""
    ask = tables.ask.c
    query = select(ask.stakeholder, ask.project).where(
        ask.deleted.is_(None), ask.answered_on >= since
    )
    return {(who, project) for who, project in reader.select(query)}


def _may_be_less(each: Kept, since: date, today: date) -> bool:
    """Whether time may have made the word for the evidence a lesser one: it was at most what it is
    now, faded back to the day before."""
    now = each.evidence * 2.0 ** ((each.computed_on - today).days / EVIDENCE_HALF_LIFE)
    before = now * 2.0 ** (((today - since).days + 1) / EVIDENCE_HALF_LIFE)
    return fell(confidence(before), confidence(now))


def _elsewhere(judged: str, label: str) -> bool:
    sides = (Position(judged).stance_class, Position(label).stance_class)
    return None not in sides and sides[0] is not sides[1]
