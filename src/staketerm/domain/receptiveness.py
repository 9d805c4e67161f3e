"""How receptive somebody is to being approached: read from what came of it, not asked (F32, P2).

One could let the user give receptiveness a number, as power and interest have; but S002 asks to
look at what people do, and what a user would put down is an impression of just this. So it is
measured: of the times I asked something, or did an act of nurturing, the share that met an answer
or a deed of theirs within its window. It says nothing of stance: an opponent may be receptive, and
a partner hard to reach.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from staketerm.domain.evidence import Act as Told
from staketerm.domain.nurture.acts import Act
from staketerm.domain.questions import Settled
from staketerm.domain.signals import Origin, Question, Weight
from staketerm.locale import _

WINDOW_DAYS = 14
"""How long an approach without a wait of its own has to meet something."""

LOOKS_BACK_DAYS = 365
"""Approaches before that say little of somebody now."""

LEAST_APPROACHES = 5
"""Fewer than these say nothing."""

HIGH, LOW = 2 / 3, 1 / 3
"""The shares from which, and below which, somebody is receptive or hardly so."""

APPROACHES = frozenset(
    {
        Act.STATUS_UPDATE,
        Act.RISK_ALERT,
        Act.CELEBRATION,
        Act.THANK_YOU,
        Act.AMBASSADOR_REQUEST,
        Act.CHECK_IN,
        Act.USEFULNESS_CHECK,
        Act.LOOP_CLOSING,
        Act.ROUTE_REQUEST,
        Act.PRIVATE_TALK,
    }
)
"""The acts of nurturing that are an approach of their own; advice is asked for by an ask."""

ASKING = frozenset({Question.MAIL, Question.ADVICE, Question.INVITATION})


class Openness(StrEnum):
    """Receptiveness in a word; unknown while there is too little to go by."""

    UNKNOWN = "unknown"
    LOW = "low"
    FAIR = "fair"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class Receptiveness:
    """How many of my approaches of the last year met something; those that still wait are not in.

    `tried` counts approaches whose window is over or that met something, `met` the latter.
    """

    tried: int
    met: int

    @property
    def share(self) -> float | None:
        """The share that met something, 0 to 1; None while there are fewer than five approaches."""
        return self.met / self.tried if self.tried >= LEAST_APPROACHES else None

    @property
    def word(self) -> Openness:
        """The share in a word."""
        if self.share is None:
            return Openness.UNKNOWN
        if self.share >= HIGH:
            return Openness.HIGH
        return Openness.FAIR if self.share >= LOW else Openness.LOW


@dataclass(slots=True)
class _Approach:
    on: date
    until: date
    source: str | None = None
    met: bool = False


def receptiveness(
    acts: Sequence[Told], questions: Iterable[Settled], done: Iterable[date], as_of: date
) -> Receptiveness:
    """The receptiveness as of a day.

    `acts` and `questions` are those of the evidence of that day; `done` are the days on which acts
    of nurturing were done. An answer meets its own question, by the day on which silence would
    count; any other deed for the project meets the latest approach before it, within two weeks. A
    refusal meets nothing, and words do not.
    """
    approaches = sorted(
        [_asked(one) for one in questions if one.asked.kind in ASKING]
        + [_Approach(on, on + timedelta(days=WINDOW_DAYS)) for on in done if on <= as_of],
        key=lambda one: (one.on, one.source or ""),
    )
    _meet(approaches, acts)
    first = as_of - timedelta(days=LOOKS_BACK_DAYS)
    decided = [one for one in approaches if one.on > first and (one.met or one.until < as_of)]
    return Receptiveness(len(decided), sum(one.met for one in decided))


def said(found: Receptiveness) -> str:
    """It in words, with the counts: "receptive: 7 of 9 approaches met an answer or a deed"; empty
    while too little is known.
    """
    words = {
        Openness.HIGH: _("receptive: {met} of {tried} approaches met an answer or a deed"),
        Openness.FAIR: _("fairly receptive: {met} of {tried} approaches met an answer or a deed"),
        Openness.LOW: _("hardly receptive: {met} of {tried} approaches met an answer or a deed"),
    }
    return words.get(found.word, "").format(met=found.met, tried=found.tried)


def _asked(question: Settled) -> _Approach:
    on = question.asked.on
    until = question.counts_from or on + timedelta(days=WINDOW_DAYS)
    return _Approach(on, until, question.asked.source)


def _meet(approaches: Sequence[_Approach], acts: Iterable[Told]) -> None:
    days = [one.on for one in approaches]
    by_source = {one.source: one for one in approaches if one.source is not None}
    for record, kind in acts:
        if kind.origin is not Origin.THEIRS or kind.points < 0:
            continue
        approach = by_source.get(record.re) if record.re is not None else None
        if approach is None and (kind.points > 0 and kind.weight in (Weight.DEED, Weight.MAJOR)):
            before = bisect_right(days, record.day)
            approach = approaches[before - 1] if before else None
        if approach is not None and record.day <= approach.until:
            approach.met = True
