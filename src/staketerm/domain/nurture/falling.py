"""What falls due because it was asked or promised (P4, P8; design 5)."""

from collections.abc import Iterator
from datetime import date, timedelta

from staketerm.domain.day_words import say_day
from staketerm.domain.nurture.acts import Act, Proposal, weigh
from staketerm.domain.nurture.facts import Asked, Case, Promised
from staketerm.domain.nurture.making import brief
from staketerm.locale import _, language

AGREEMENT_NOTICE_DAYS = 3
"""An agreement comes into sight this many days before its due day."""

ASK_NOTICE_DAYS = 2
"""An open ask comes into sight this many days before silence counts or its due day comes."""

ASK_RESTS_DAYS = 30
"""Silence that has counted for this long is history: the ask no longer asks for anything."""

ANSWER_OWED_DAYS = 5
"""How long something asked of me without a due day may wait for my answer."""


def falling_due(case: Case, today: date) -> Iterator[Proposal]:
    """The open asks and agreements that want a word."""
    for ask in case.asks:
        if ask.answered_on is None and ask.outcome is None:
            yield from _ask(case, ask, today)
    for promise in case.promises:
        yield _agreement(case, promise, today)


def ask_window(ask: Asked) -> tuple[date, date] | None:
    """The days in which an open ask asks for a word; None where no day is known for it.

    One of mine by its due day, else by the day from which silence counts (inference 4.5); one of
    theirs from the day it was asked.
    """
    if ask.by == "them":
        latest = ask.due or ask.asked_on + timedelta(days=ANSWER_OWED_DAYS)
        return min(ask.asked_on, latest), latest
    day = ask.due or ask.counts_from
    return (day - timedelta(days=ASK_NOTICE_DAYS), day) if day else None


def _ask(case: Case, ask: Asked, today: date) -> Iterator[Proposal]:
    window = ask_window(ask)
    if window is None or (ask.by == "me" and (today - window[1]).days > ASK_RESTS_DAYS):
        return
    party = case.party
    yield Proposal(
        kind=Act.ASK_OPEN,
        stakeholder=party.stakeholder,
        project=party.project,
        occasion=ask.id,
        ideal=window[0],
        latest=window[1],
        reason=_ask_reason(ask, party.name, window[1], today),
        weight=weigh(party.impact, party.reach, window[1], today),
        rests=(f"ask:{ask.id}",),
    )


def _agreement(case: Case, promise: Promised, today: date) -> Proposal:
    party = case.party
    sentence = _("You owe {name}: {text}") if promise.by == "me" else _("{name} promised: {text}")
    return Proposal(
        kind=Act.AGREEMENT_DUE,
        stakeholder=party.stakeholder,
        project=party.project,
        occasion=promise.id,
        ideal=promise.due - timedelta(days=AGREEMENT_NOTICE_DAYS),
        latest=promise.due,
        reason=sentence.format(name=party.name, text=brief(promise.text)),
        weight=weigh(party.impact, party.reach, promise.due, today),
        rests=(f"agreement:{promise.id}",),
    )


def _ask_reason(ask: Asked, name: str, latest: date, today: date) -> str:
    asked, until = (say_day(day, today, language()) for day in (ask.asked_on, latest))
    if ask.by == "them":
        sentence = (
            _("{name} asked you on {asked}: {text}")
            if ask.text
            else _("{name} asked you something on {asked}.")
        )
    elif ask.kind == "invitation":
        sentence = (
            _("Your invitation of {asked} to {name} has its day on {until}.")
            if latest >= today
            else _("Your invitation of {asked} to {name} had its day on {until}.")
        )
    elif ask.due is not None and latest >= today:
        sentence = _("You asked {name} on {asked} for an answer by {until}.")
    elif latest > today:
        sentence = _("Your {kind} of {asked} to {name} counts as unanswered from {until}.")
    else:
        sentence = _("No answer yet from {name} to your {kind} of {asked}.")
    kinds = {"mail": _("mail"), "advice": _("request for advice")}
    return sentence.format(
        name=name,
        asked=asked,
        until=until,
        text=brief(ask.text or ""),
        kind=kinds.get(ask.kind, ""),
    )
