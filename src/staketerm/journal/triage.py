"""Who stands where: the People list, filtered and in order (P21, P25)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from staketerm.domain.filters.echo import normalise
from staketerm.domain.filters.matching import predicate
from staketerm.domain.filters.parsing import parse
from staketerm.journal.attention import IMPACT_RANK, UNRANKED, first_by_attention
from staketerm.journal.finding import holders
from staketerm.journal.opening import Journal
from staketerm.journal.person_row import PersonRow, rows_of
from staketerm.locale import language

ORDERS = ("attention", "name", "position", "stance", "last", "impact", "evidence")
"""The orders of the People list."""

ALARM_RANK = {"crossed_over": 0, "cooling": 0, None: 1}
POSITION_RANK = {
    label: place
    for place, label in enumerate(
        (
            "partner",
            "supporter",
            "quiet_supporter",
            "critic",
            "fence_sitter",
            "quiet_opponent",
            "opponent",
            "unknown",
        )
    )
}


@dataclass(frozen=True, slots=True)
class PeopleList:
    """The rows that fit, in order; how many there are in all; the filter as it is understood."""

    rows: tuple[PersonRow, ...]
    total: int
    filter: str = ""


def people(
    journal: Journal,
    *,
    filter: str = "",
    order: str = "attention",
    project: str | None = None,
    as_of: date | None = None,
    only: Iterable[str] | None = None,
) -> PeopleList:
    """Everybody involved in a project (in any, where None is given), one row per project.

    `only` narrows to stakeholders by id, as after a log. Raises UsageError for a filter that cannot
    be read.
    """
    day = as_of or journal.today
    tree = parse(filter, day, language()) if filter.strip() else None
    with journal.read() as reader:
        rows = list(rows_of(reader, day, journal.today, project, only))
        if tree is None:
            return PeopleList(tuple(in_order(rows, order)), len(rows))
        fits = predicate(tree, day, lambda word: holders(reader, word))
        fitting = [row for row in rows if fits(row)]
    shown = normalise(tree, language())
    return PeopleList(tuple(in_order(fitting, order)), len(rows), shown)


def first_people(journal: Journal, *, most: int, project: str | None = None) -> PeopleList:
    """The first rows of `people` by attention, for a screen to show while the rest is read.

    In a journal of many thousands they are there in a fraction of the time.
    """
    today = journal.today
    with journal.read() as reader:
        ids, total = first_by_attention(reader, today, most, project)
        rows = in_order(rows_of(reader, today, today, project, ids), "attention")
    return PeopleList(tuple(rows[:most]), total)


def in_order(rows: Iterable[PersonRow], order: str) -> list[PersonRow]:
    """The rows in one of `ORDERS`; an unknown one is by attention. Equal rows go by name."""
    named = sorted(rows, key=lambda row: row.folded)
    return sorted(named, key=_KEYS.get(order, _attention))


def _impact(row: PersonRow) -> int:
    return IMPACT_RANK.get(row.impact or "", UNRANKED)


def _attention(row: PersonRow) -> tuple[Any, ...]:
    """Alarms not yet seen, then acts by their latest day, then impact, then longest silence."""
    alarm = 0 if row.alarm and not row.alarm_seen else 1
    due = row.next_due or date.max
    return (
        alarm,
        _impact(row) if alarm == 0 else 0,
        due,
        _impact(row),
        row.last_contact or date.max,
    )


_KEYS: Mapping[str, Any] = {
    "name": lambda row: row.folded,
    "position": lambda row: (POSITION_RANK[row.label], -row.stance),
    "stance": lambda row: (row.label == "unknown", -row.stance),
    "last": lambda row: row.last_contact or date.min,
    "impact": lambda row: (_impact(row), -(row.power or 0)),
    "evidence": lambda row: -row.evidence,
}
