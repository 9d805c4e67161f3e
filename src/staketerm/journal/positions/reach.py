"""Whose positions a kind of signal, or a setting of the model, has to do with."""

from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import ColumnElement, and_, false, or_, select

from staketerm.domain.evidence import UNANSWERED
from staketerm.journal.glance import OF_KIND
from staketerm.journal.positions.evidence import ANSWERS, OUTCOMES, Pair
from staketerm.store import tables
from staketerm.store.reader import Reader


def pairs_with(reader: Reader, kinds: Collection[str]) -> set[Pair]:
    """The pairs whose records may hold one of `kinds`: logged, or derived from what was asked and
    agreed (design 4)."""
    return {pair for query in _queries(kinds) for pair in map(tuple, reader.select(query))}


def pairs_moved_by(reader: Reader, setting: str) -> set[Pair]:
    """The pairs whose positions a setting of the model may move: those with signals of its kind, of
    a correction everybody's."""
    if setting.startswith(OF_KIND):
        return pairs_with(reader, {setting.removeprefix(OF_KIND)})
    return everybody(reader)


def everybody(reader: Reader) -> set[Pair]:
    """Every stakeholder in every project."""
    table = tables.involvement
    query = select(table.c.stakeholder, table.c.project).where(table.c.deleted.is_(None))
    return set(map(tuple, reader.select(query)))


def _queries(kinds: Collection[str]) -> Iterator[Any]:
    signal = tables.signal
    yield _pairs(signal, signal.c.kind.in_(sorted(kinds)), signal.c.ignored.is_(false()))
    if asks := _asks(kinds):
        yield _pairs(tables.ask, or_(*asks))
    agreement = tables.agreement
    outcomes = [outcome for outcome, kind in OUTCOMES.items() if kind in kinds]
    if outcomes:
        yield _pairs(agreement, agreement.c.by == "them", agreement.c.outcome.in_(outcomes))
    if {"promised", "agreement_made"} & set(kinds):
        yield _pairs(agreement)


def _asks(kinds: Collection[str]) -> list[ColumnElement[bool]]:
    """What asks look like from which one of `kinds` is derived."""
    ask = tables.ask.c
    found = [
        and_(ask.by == "me", ask.kind == kind, ask.outcome == outcome)
        for outcome, said in ANSWERS.items()
        for kind, becomes in said.items()
        if becomes in kinds
    ]
    if UNANSWERED in kinds:
        found.append(and_(ask.by == "me", ask.kind.in_(("mail", "advice"))))
    if "contact" in kinds:
        found.append(ask.by == "them")
    return found


def _pairs(table: Any, *where: ColumnElement[bool]) -> Any:
    # a pair may come more than once: looking for distinct ones takes ten times as long
    return select(table.c.stakeholder, table.c.project).where(table.c.deleted.is_(None), *where)
