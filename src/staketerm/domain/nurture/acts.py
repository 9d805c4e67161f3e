"""What may be worth doing: the kinds of act, a proposal and its weight, and what was decided.

A proposal is never stored as a decision: it has a key and a window, from the ideal to the latest
day. Deciding about it (done, skipped, snoozed) is a row of its own under that key (design 5).
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

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

REACH_WEIGHT: Mapping[str | None, float] = {
    "direct": 1.0,
    "step": 0.75,
    "remote": 0.5,
    None: 1.0,
}
"""Best results are had with those you can influence yourself (P21)."""

TODAY_SHOWS = 5
"""Acts shown at most, the rest one key on (P25)."""

URGENT_DAYS = 7
"""From this many days before the latest day on, an act grows more urgent, up to twice its
weight.
"""

NEAR_DAYS = 2
"""Keeping in touch, this close to its latest day, goes before what can wait."""

RAISED = 1.5
"""How much more urgent acts are for those whom a milestone makes concrete or who are under stress
(P87, P88).
"""


class Act(StrEnum):
    """The kinds of proposal (design section 6)."""

    STATUS_UPDATE = "status_update"
    RISK_ALERT = "risk_alert"
    CELEBRATION = "celebration"
    ADVICE_REQUEST = "advice_request"
    AMBASSADOR_REQUEST = "ambassador_request"
    CHECK_IN = "check_in"
    USEFULNESS_CHECK = "usefulness_check"
    LOOP_CLOSING = "loop_closing"
    THANK_YOU = "thank_you"
    ROUTE_REQUEST = "route_request"
    VISIBLE_DEED = "visible_deed"
    PRIVATE_TALK = "private_talk"
    ASK_OPEN = "ask_open"
    AGREEMENT_DUE = "agreement_due"


FALLING_DUE = frozenset((Act.ASK_OPEN, Act.AGREEMENT_DUE))
"""Acts that follow from something asked or promised: they fall due, whatever else there is."""

HOLDING = frozenset(
    (
        Act.STATUS_UPDATE,
        Act.RISK_ALERT,
        Act.CELEBRATION,
        Act.ADVICE_REQUEST,
        Act.AMBASSADOR_REQUEST,
    )
)
"""The five of S002, by which those who work along are held (P12, P15 to P20)."""

BY_RHYTHM = (Act.CHECK_IN, Act.STATUS_UPDATE)
"""Acts that come again by a rhythm."""

KEEPING = frozenset((Act.CHECK_IN, *FALLING_DUE))
"""Acts that keep in touch, and in one's word."""

TURNING = frozenset((Act.ROUTE_REQUEST, Act.VISIBLE_DEED, Act.PRIVATE_TALK))
"""Acts for other positions, each with its own intervention (P22, P27); they come last."""


class Weight(NamedTuple):
    """What a priority is made of: impact (0.5 to 3), reach (0.5 to 1) and urgency (1 to 3)."""

    impact: float
    reach: float
    urgency: float

    @property
    def priority(self) -> float:
        """Impact x reach x urgency (P21)."""
        return self.impact * self.reach * self.urgency


def weigh(
    impact: str | None,
    reach: str | None,
    latest: date,
    today: date,
    *,
    raised: bool = False,
) -> Weight:
    """The weight of an act: its urgency grows to twice that of a calm one on the latest day, and is
    higher still for those who are `raised`.
    """
    late = min(max(URGENT_DAYS - (latest - today).days, 0), URGENT_DAYS)
    urgency = (1 + late / URGENT_DAYS) * (RAISED if raised else 1.0)
    return Weight(IMPACT_WEIGHT[impact], REACH_WEIGHT[reach], urgency)


class Proposal(NamedTuple):
    """Something worth doing for one stakeholder in one project.

    `ideal` is the first day of its window, `latest` the last; `occasion` is the day or row that
    called for it; `reason` says why in one sentence; `rests` names the rows it comes from, as
    "entry:ID"; `brake` says what holds it back, None where nothing does; `until` is the day it is
    snoozed to, which is then its first day too.
    """

    kind: str
    stakeholder: str
    project: str
    occasion: str
    ideal: date
    latest: date
    reason: str
    weight: Weight
    rests: tuple[str, ...] = ()
    brake: str | None = None
    until: date | None = None

    @property
    def id(self) -> str:
        """The hash of the key: the same proposal has the same id on every machine."""
        return key_hash(self.kind, self.stakeholder, self.project, self.occasion)

    @property
    def priority(self) -> float:
        """What it weighs, above 0: impact x reach x urgency."""
        return self.weight.priority

    def tier(self, today: date) -> int:
        """Which acts go first: 0 for what holds whoever works along, and for keeping in touch and
        in one's word close to the latest day; 1 for the rest of that, and for courtesies; 2 for
        what turns others (P12).
        """
        if self.kind in HOLDING or (self.kind in KEEPING and is_near(self.latest, today)):
            return 0
        return 2 if self.kind in TURNING else 1


def promises_and_asks(open_acts: Iterable[str]) -> tuple[int, int]:
    """How many promises and how many open asks fall due, by the kinds of the acts whose window is
    open: the one rule for Today, for notices and for whatever else counts them.
    """
    kinds = list(open_acts)
    return kinds.count(Act.AGREEMENT_DUE), kinds.count(Act.ASK_OPEN)


def is_near(latest: date, today: date) -> bool:
    """Whether a latest day has come, or comes within two days."""
    return latest - today <= timedelta(days=NEAR_DAYS)


def todays(acts: Sequence[tuple[str, date]], today: date) -> list[int]:
    """The places of the acts to do today, five at most, among those that are open and free, told by
    kind and latest day in their order.

    What comes first by its tier and is near its latest day is taken first; of the others each kind
    once before any twice, so that a day is never five of the same.
    """
    first = [
        place
        for place, (kind, latest) in enumerate(acts)
        if kind in HOLDING | KEEPING and is_near(latest, today)
    ]
    chosen = first[:TODAY_SHOWS]
    kinds = {acts[place][0] for place in chosen}
    for fresh in (True, False):
        for place, (kind, _latest) in enumerate(acts):
            if len(chosen) == TODAY_SHOWS:
                break
            if place not in chosen and not (fresh and kind in kinds):
                chosen.append(place)
                kinds.add(kind)
    return sorted(chosen)


def order(proposal: Proposal, today: date) -> tuple[int, float, date, str, str, str]:
    """What proposals are sorted by, most pressing first; the same on every machine."""
    return (
        proposal.tier(today),
        -proposal.priority,
        proposal.latest,
        proposal.kind,
        proposal.stakeholder,
        proposal.occasion,
    )


class Decision(NamedTuple):
    """What was decided about an act: which, its state, on which day, and until when it rests.

    `state` is done, skipped, snoozed or planned; `outcome` what came of it, as told.
    """

    kind: str
    occasion: str
    state: str
    on: date
    until: date | None = None
    outcome: str | None = None

    @property
    def reached_out(self) -> bool:
        """Whether I did something for them: neither an answer nor a promise kept, nor their own
        word on updates, which has the day it was said as its occasion.
        """
        own_word = self.kind == Act.USEFULNESS_CHECK and self.occasion == self.on.isoformat()
        return self.state == "done" and self.kind not in FALLING_DUE and not own_word

    def rests(self, today: date) -> bool:
        """Whether its act stays out of sight: for good, or until a day still to come."""
        return self.until is None or today < self.until


def key_hash(kind: str, stakeholder: str, project: str, occasion: str) -> str:
    """The id of the proposal of that key, 64 letters."""
    key = "\x1f".join((kind, stakeholder, project, occasion))
    return hashlib.sha256(key.encode()).hexdigest()


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
