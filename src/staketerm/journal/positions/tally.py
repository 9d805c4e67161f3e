"""How many signals of each kind there are: logged, and derived from what was asked and agreed."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from staketerm.journal.positions.counting import counts
from staketerm.journal.positions.evidence import ANSWERS, OUTCOMES
from staketerm.store import tables
from staketerm.store.reader import Reader


def tally(
    reader: Reader, last: date, first: date = date.min, *, scored: bool = False
) -> Counter[str]:
    """The signals that count from `first` to `last`, both included, by the id of their kind.

    Silences are none. `scored` leaves out projects without positions.
    """
    found: Counter[str] = Counter()
    for kind, many in _counted(reader, first, last, scored):
        found[kind] += many
    return found


def _counted(reader: Reader, first: date, last: date, scored: bool) -> Iterator[tuple[str, int]]:
    signal, ask, agreement = tables.signal.c, tables.ask.c, tables.agreement.c
    # the whole table is read, once through: by its index of days that takes three times as long
    day = func.coalesce(signal.day, first)
    logged = (counts(tables.signal), day.between(first, last))
    yield from reader.select(_grouped(signal, (signal.kind,), scored, *logged))
    answered = (counts(tables.ask), ask.by == "me", ask.answered_on.between(first, last))
    for kind, outcome, many in reader.select(
        _grouped(ask, (ask.kind, ask.outcome), scored, *answered)
    ):
        if said := ANSWERS.get(outcome or "", {}).get(kind):
            yield said, many
    closed = (
        counts(tables.agreement),
        agreement.by == "them",
        agreement.closed_on.between(first, last),
    )
    for outcome, many in reader.select(_grouped(agreement, (agreement.outcome,), scored, *closed)):
        if outcome in OUTCOMES:
            yield OUTCOMES[outcome], many


def _grouped(
    columns: Any, by: tuple[Any, ...], scored: bool, *where: ColumnElement[bool]
) -> Select[Any]:
    query = select(*by, func.count()).where(columns.deleted.is_(None), *where).group_by(*by)
    if scored:
        project = tables.project.c
        unscored = select(project.id).where(project.kind == "personal")
        query = query.where(columns.project.not_in(unscored))
    return query
