"""What asks for attention by its date: open asks, agreements, check-ins (P4, P8, P25; design 5).

A proposal is never stored as a decision: it has a key and a window, from the ideal to the latest
day.
Deciding about it (done, skipped, snoozed) is a row of its own under that key.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

AGREEMENT_NOTICE_DAYS = 3
"""An agreement comes into sight this many days before its due day."""

ASK_NOTICE_DAYS = 2
"""An open ask comes into sight this many days before silence counts or its due day comes."""

ASK_RESTS_DAYS = 30
"""Silence that has counted for this long is history: the ask no longer asks for anything."""

ANSWER_OWED_DAYS = 5
"""How long something asked of me without a due day may wait for my answer."""

HORIZON_DAYS = 14
"""How far ahead "falls due" looks."""

SHORTEST_ID = 4
"""Letters of a key's hash that are shown at least."""

IMPACT_WEIGHT: Mapping[str | None, float] = {
    "high": 3.0,
    "medium": 2.0,
    "low": 1.0,
    "none": 0.5,
    None: 1.0,
}
"""How much more an act weighs for somebody who can affect the project more (P21)."""

URGENT_DAYS = 7
"""From this many days before the latest day on, an act grows more urgent, up to twice its
weight.
"""


class Act(StrEnum):
    """The kinds of proposal that follow from dates alone."""

    ASK_OPEN = "ask_open"
    AGREEMENT_DUE = "agreement_due"
    CHECK_IN = "check_in"


@dataclass(frozen=True, slots=True)
class Proposal:
    """Something worth doing for one stakeholder in one project.

    `ideal` is the first day of its window, `latest` the last; `occasion` is the day or row that
    called for it; `reason` says why in one sentence; `priority` (> 0) orders: impact x urgency;
    `brake` says what holds it back, None where nothing does.
    """

    kind: str
    stakeholder: str
    project: str
    occasion: str
    ideal: date
    latest: date
    reason: str
    priority: float
    brake: str | None = None

    @property
    def id(self) -> str:
        """The hash of the key: the same proposal has the same id on every machine."""
        key = "\x1f".join((self.kind, self.stakeholder, self.project, self.occasion))
        return hashlib.sha256(key.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided about a proposal: its state, on which day, and until when it rests."""

    state: str
    on: date
    until: date | None


def priority(impact: str | None, latest: date, today: date) -> float:
    """Impact x urgency: the weight of the impact, growing to twice that on the latest day (P21)."""
    late = URGENT_DAYS - (latest - today).days
    return IMPACT_WEIGHT[impact] * (1 + min(max(late, 0), URGENT_DAYS) / URGENT_DAYS)


def agreement_window(due: date) -> tuple[date, date]:
    """The days in which an agreement with a due day asks for a word."""
    return due - timedelta(days=AGREEMENT_NOTICE_DAYS), due


def ask_window(due: date | None, counts_from: date | None) -> tuple[date, date] | None:
    """The days in which an open ask of mine asks for a word; None where no day is known for it.

    `counts_from` is the day from which silence counts (inference 4.5); a due day of its own goes
    first.
    """
    latest = due or counts_from
    return (latest - timedelta(days=ASK_NOTICE_DAYS), latest) if latest else None


def owed_window(asked_on: date, due: date | None) -> tuple[date, date]:
    """The days in which something asked of me wants its answer."""
    latest = due or asked_on + timedelta(days=ANSWER_OWED_DAYS)
    return min(asked_on, latest), latest


def rests(decision: Decision | None, today: date) -> bool:
    """Whether a proposal stays out of sight: done or skipped for good, or until a day still to
    come.
    """
    if decision is None:
        return False
    return decision.until is None or today < decision.until


def short_ids(ids: Iterable[str]) -> dict[str, str]:
    """Each id with its shortest prefix that no other shares, at least `SHORTEST_ID` letters."""
    ordered = sorted(set(ids))
    short: dict[str, str] = {}
    for place, full in enumerate(ordered):
        beside = ordered[max(place - 1, 0) : place] + ordered[place + 1 : place + 2]
        length = SHORTEST_ID
        while any(other[:length] == full[:length] for other in beside):
            length += 1
        short[full] = full[:length]
    return short
