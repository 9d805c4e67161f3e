"""How the rules make a proposal: the weight and the key from the case, the rest from the rule."""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache, lru_cache

from staketerm.domain.cadence import Rhythm, Window, window_after
from staketerm.domain.nurture.acts import Act, Proposal, weigh
from staketerm.domain.nurture.facts import Case
from staketerm.domain.text import in_brief

REASON_TEXT = 120
"""Characters of a text that a reason repeats; the rows it rests on have all of it."""

RAISED_BEFORE_DAYS = 14
"""From this many days before a milestone on, those for whom it gets concrete need more (P87)."""

RAISED_AFTER_DAYS = 30
"""For this many days after a milestone, a setback or a stress marker they still do (P88)."""

RAISING = frozenset(("milestone", "setback", "stress"))
"""Entries that raise the attention for those they affect."""


def proposal(
    kind: Act,
    case: Case,
    occasion: str,
    window: tuple[date, date],
    reason: str,
    today: date,
    rests: Iterable[str] = (),
) -> Proposal:
    """A proposal of the case; `window` is the ideal and the latest day."""
    party = case.party
    ideal, latest = window
    return Proposal(
        kind=kind,
        stakeholder=party.stakeholder,
        project=party.project,
        occasion=occasion,
        ideal=ideal,
        latest=max(ideal, latest),
        reason=reason,
        weight=weigh(party.impact, party.reach, latest, today, raised=raised(case, today)),
        rests=tuple(rests),
    )


def raised(case: Case, today: date) -> bool:
    """Whether something gets concrete for them, or presses on them, around today (P87, P88)."""
    for part in case.parts:
        if part.role == "affected" and part.entry.kind in RAISING:
            day = part.entry.due or part.entry.day
            if -RAISED_AFTER_DAYS <= (day - today).days <= RAISED_BEFORE_DAYS:
                return True
    return False


@cache
def eased(window: Window, rhythm: Rhythm, *tried: date | None) -> tuple[date, date]:
    """A window by a rhythm whose latest day gives one more interval from each of these days, on
    which something was done for them, or decided not to be.

    Its first day stays: only contact moves that (design 5). So nothing is late for ever because
    somebody does not write back.
    """
    last = window_after(max(filter(None, tried), default=None), rhythm)
    return window.ideal, max(window.latest, last.latest) if last else window.latest


def days(many: int) -> timedelta:
    """So many days."""
    return timedelta(days=many)


@lru_cache(maxsize=512)
def brief(text: str) -> str:
    """What somebody wrote as a reason has room for it: one line, cut after a word."""
    return in_brief(text, REASON_TEXT)


def sentence(text: str) -> str:
    """The text in brief, with an end to it."""
    text = brief(text)
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def begun(text: str) -> str:
    """The text as a sentence that begins with a capital where its first word has none."""
    first, space, rest = sentence(text).partition(" ")
    return (first.capitalize() if first.islower() else first) + space + rest
