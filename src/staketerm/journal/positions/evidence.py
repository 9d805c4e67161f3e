"""From rows to records: what the ledger of one stakeholder in one project says to the model.

One fact is one row (design section 4): an ask and its answer, an agreement and its outcome are
rows of
their own, and the acts that the model weighs are derived from them here.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Select, select, tuple_

from staketerm.domain.signals import Record
from staketerm.journal.positions.counting import counts
from staketerm.store import tables
from staketerm.store.portions import FEW, portions
from staketerm.store.reader import Reader

Pair = tuple[str, str]
"""(stakeholder id, project id)."""

OPENS = {"mail": "mail_sent", "advice": "advice_asked", "invitation": "invitation"}
ANSWERS = {
    "answered": {"mail": "mail_answered", "advice": "advice_given", "invitation": "contact"},
    "given": {"advice": "advice_given"},
    "refused": {"advice": "advice_refused"},
    "accepted": {"invitation": "contact"},
}
"""What an outcome of an ask says, per kind of ask; an outcome that is not here says nothing."""

OUTCOMES = {"kept": "agreement_kept", "late": "agreement_late", "broken": "agreement_broken"}
"""What an outcome of their agreement says; renegotiated and cancelled ones count nothing (4.5).

Those, and all promises of mine, ask nothing of them: they are told as a promise, not as a question.
"""


def records_of(reader: Reader, pairs: Iterable[Pair] | None = None) -> dict[Pair, list[Record]]:
    """The records of each pair, in no particular order; of every pair where None is given."""
    found: dict[Pair, list[Record]] = {}
    for part in _chunks(pairs):
        for pair, record in _signals(reader, part):
            found.setdefault(pair, []).append(record)
        for pair, record in _asks_and_answers(reader, part):
            found.setdefault(pair, []).append(record)
        for pair, record in _agreements(reader, part):
            found.setdefault(pair, []).append(record)
    return found


def asks_of(reader: Reader, pairs: Iterable[Pair] | None = None) -> dict[Pair, list[Record]]:
    """Of the records of each pair the asks and their answers alone; those of many pairs are found
    by reading all of them once.
    """
    wanted = None if pairs is None else set(pairs)
    many = wanted is None or len(wanted) > FEW
    found: dict[Pair, list[Record]] = {}
    for part in _chunks(None if many else wanted):
        for pair, record in _asks_and_answers(reader, part, wanted if many else None):
            found.setdefault(pair, []).append(record)
    return found


def absences_of(
    reader: Reader, stakeholders: Iterable[str] | None = None
) -> dict[str, tuple[tuple[date, date], ...]]:
    """The periods, first and last day, in which the waiting for each stakeholder stands still."""
    table = tables.absence
    found: dict[str, tuple[tuple[date, date], ...]] = {}
    ids = None if stakeholders is None else sorted(set(stakeholders))
    for some in [None] if ids is None else portions(ids):
        query = select(table.c.stakeholder, table.c.starts, table.c.ends).where(
            table.c.deleted.is_(None)
        )
        if some is not None:
            query = query.where(table.c.stakeholder.in_(some))
        for who, starts, ends in reader.select(query):
            found[who] = (*found.get(who, ()), (starts, ends))
    return found


def impacts_of(reader: Reader, pairs: Iterable[Pair] | None = None) -> Mapping[Pair, str | None]:
    """The impact the user gave each pair; a pair without involvement is absent."""
    table = tables.involvement
    found: dict[Pair, str | None] = {}
    for part in _chunks(pairs):
        query = _of_pairs(select(table.c.stakeholder, table.c.project, table.c.impact), table, part)
        found.update({(who, project): impact for who, project, impact in reader.select(query)})
    return found


def _chunks(pairs: Iterable[Pair] | None) -> Iterator[list[Pair] | None]:
    if pairs is None:
        yield None
        return
    wanted = sorted(set(pairs))
    yield from portions(wanted)


def _of_pairs(query: Select[Any], table: Any, pairs: list[Pair] | None) -> Select[Any]:
    query = query.where(table.c.deleted.is_(None))
    if pairs is None:
        return query
    if len(pairs) == 1:
        who, project = pairs[0]
        return query.where(table.c.stakeholder == who, table.c.project == project)
    # by the index over stakeholders: for pairs alone SQLite reads the whole table
    everybody = sorted({who for who, _project in pairs})
    pair = tuple_(table.c.stakeholder, table.c.project)
    return query.where(table.c.stakeholder.in_(everybody), pair.in_(pairs))


def _signals(reader: Reader, pairs: list[Pair] | None) -> Iterator[tuple[Pair, Record]]:
    table = tables.signal
    columns = table.c
    query = select(
        columns.stakeholder,
        columns.project,
        columns.id,
        columns.day,
        columns.kind,
        columns.intensity,
    ).where(counts(table))
    for who, project, row, day, kind, intensity in reader.select(_of_pairs(query, table, pairs)):
        yield (who, project), Record(day, kind, row, None, intensity)


def _asks_and_answers(
    reader: Reader, pairs: list[Pair] | None, of: Collection[Pair] | None = None
) -> Iterator[tuple[Pair, Record]]:
    """The asks of the pairs that are read, of those in `of` alone where that is given."""
    table = tables.ask
    columns = table.c
    query = select(
        columns.stakeholder,
        columns.project,
        columns.id,
        columns.kind,
        columns.by,
        columns.asked_on,
        columns.answered_on,
        columns.outcome,
        columns.intensity,
    ).where(counts(table))
    rows = reader.select(_of_pairs(query, table, pairs))
    for who, project, row, kind, by, asked, answered, outcome, intensity in rows:
        pair = (who, project)
        if of is not None and pair not in of:
            continue
        if by == "them":
            yield pair, Record(asked, "contact", id=row)
        elif outcome != "withdrawn":
            yield pair, Record(asked, OPENS[kind], id=row)
            said = ANSWERS.get(outcome or "", {}).get(kind)
            if answered is not None and said is not None:
                yield pair, Record(answered, said, id=row, re=row, intensity=intensity)


def _agreements(reader: Reader, pairs: list[Pair] | None) -> Iterator[tuple[Pair, Record]]:
    table = tables.agreement
    columns = table.c
    query = select(
        columns.stakeholder,
        columns.project,
        columns.id,
        columns.by,
        columns.made_on,
        columns.closed_on,
        columns.outcome,
        columns.intensity,
    ).where(counts(table))
    rows = reader.select(_of_pairs(query, table, pairs))
    for who, project, row, by, made, closed, outcome, intensity in rows:
        pair = (who, project)
        said = OUTCOMES.get(outcome or "") if by == "them" else None
        waits = by == "them" and (outcome is None or said is not None)
        yield pair, Record(made, "agreement_made" if waits else "promised", id=row)
        if closed is not None and said is not None:
            yield pair, Record(closed, said, id=row, re=row, intensity=intensity)
