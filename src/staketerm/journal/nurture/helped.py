"""What helped: how people stood a month after what was done for them (F57)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select

from staketerm.domain.nurture.acts import FALLING_DUE
from staketerm.domain.nurture.helped import AFTER_DAYS, Moves, moves
from staketerm.domain.position import history
from staketerm.journal.opening import Journal
from staketerm.journal.positions.evidence import Pair, absences_of, impacts_of, records_of
from staketerm.journal.positions.model import model_on
from staketerm.store import tables
from staketerm.store.reader import Reader


@dataclass(frozen=True, slots=True)
class Helped:
    """The moves after acts of each kind; `waiting` acts are too fresh to tell anything."""

    kinds: tuple[Moves, ...]
    waiting: int


def what_helped(journal: Journal, project: str | None = None) -> Helped:
    """How people moved in the 30 days after the acts done so far, in a project or in all."""
    with journal.read() as reader:
        done = _done(reader, project)
        told = [each for each in done if each[2] + timedelta(days=AFTER_DAYS) <= journal.today]
        changes = list(_changes(reader, journal.today, told))
    return Helped(tuple(moves(changes)), len(done) - len(told))


def _done(reader: Reader, project: str | None) -> list[tuple[Pair, str, date]]:
    columns = tables.action.c
    query = select(columns.stakeholder, columns.project, columns.kind, columns.on).where(
        columns.deleted.is_(None),
        columns.state == "done",
        columns.kind.not_in([str(kind) for kind in FALLING_DUE]),
    )
    if project is not None:
        query = query.where(columns.project == project)
    rows: list[Any] = reader.select(query)
    return [((who, where), kind, on) for who, where, kind, on in rows]


def _changes(
    reader: Reader, today: date, done: Iterable[tuple[Pair, str, date]]
) -> Iterator[tuple[str, float]]:
    """The kind of each act and the change of the stance in the days after it."""
    by_pair: dict[Pair, list[tuple[str, date]]] = {}
    for pair, kind, on in done:
        by_pair.setdefault(pair, []).append((kind, on))
    records = records_of(reader, by_pair)
    impacts = impacts_of(reader, by_pair)
    away = absences_of(reader, {who for who, _project in by_pair})
    model = model_on(reader, today)
    for pair, acts in by_pair.items():
        days = [day for _kind, on in acts for day in (on, on + timedelta(days=AFTER_DAYS))]
        glimpses = history(
            records.get(pair, ()),
            days,
            impact=impacts.get(pair),
            absences=away.get(pair[0], ()),
            catalogue=model.catalogue,
            correction=model.correction,
        )
        for place, (kind, _on) in enumerate(acts):
            yield kind, glimpses[2 * place + 1].stance - glimpses[2 * place].stance
