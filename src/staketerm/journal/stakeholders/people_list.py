"""The People list as a value: its rows, and the orders they may stand in (P21, P25)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from staketerm.journal.stakeholders.attention import IMPACT_RANK, UNRANKED
from staketerm.journal.stakeholders.person_row import PersonRow

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
    "position": lambda row: (POSITION_RANK[row.listed], -row.stance),
    "stance": lambda row: (row.label == "unknown", -row.stance),
    "last": lambda row: row.last_contact or date.min,
    "impact": lambda row: (_impact(row), -(row.power or 0)),
    "evidence": lambda row: -row.evidence,
}
