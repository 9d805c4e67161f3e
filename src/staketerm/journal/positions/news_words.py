"""What changed, in sentences: the same words on the page of changes and at the shell.

No sentence holds a name, so that a screen that hides names shows it as it is.
"""

from datetime import date
from typing import TYPE_CHECKING

from staketerm.domain.day_words import say_day
from staketerm.domain.explain import told_apart
from staketerm.domain.grounds import Deed
from staketerm.domain.judgement import Judgement
from staketerm.domain.label import Position
from staketerm.domain.phrases import points, short_day
from staketerm.domain.shift import Step
from staketerm.domain.vocabulary import word
from staketerm.locale import _, language, ngettext

if TYPE_CHECKING:
    from staketerm.journal.positions.news import (
        AlarmEnded,
        AlarmNews,
        Contradicted,
        Lapse,
        QuietPartner,
        Shift,
    )


def deed(told: Deed) -> str:
    """An act with its points: "blocked or delayed a decision (-9)"."""
    return f"{told.label} ({points(told.points)})"


def because(step: Step) -> str:
    """What brought a step about: the deeds of its day, or time alone."""
    if not step.because:
        return _("time alone: what was done fades")
    return ", ".join(deed(each) for each in step.because)


def rewritten(shift: "Shift") -> str:
    """Why what was shown before is not what is known of it now; empty where it is."""
    if shift.late_answer:
        return _("a late answer took a silence back")
    return _("kinds of signals have other weights now") if shift.other_weights else ""


def alarm_since(news: "AlarmNews", today: date) -> str:
    """Since when an alarm stands."""
    crossed = news.alarm.kind == "crossed_over"
    said = _("crossed over on {day}") if crossed else _("cooling since {day}")
    return said.format(day=short_day(news.alarm.since, today))


def seen(news: "AlarmNews", today: date) -> str:
    """That an alarm was seen, and when; without the note. Empty where it was not."""
    if news.seen is None:
        return ""
    return _("seen on {day}; it returns if it cools again").format(
        day=short_day(news.seen.on, today)
    )


def ended(news: "AlarmEnded", today: date) -> str:
    """How an alarm came to its end."""
    crossed = news.spell.kind == "crossed_over"
    since = short_day(news.spell.since, today)
    if news.spell.ended is None:
        said = _("the alarm of {since} is gone: a late answer took a silence back")
        return said.format(since=since)
    said = (
        _("crossed over on {since}, back to the usual since {day}")
        if crossed
        else _("cooled since {since}, back to the usual since {day}")
    )
    return said.format(since=since, day=short_day(news.spell.ended, today))


def silence(news: "QuietPartner", today: date) -> str:
    """How long somebody was not heard from, and until when the rhythm would have it."""
    days = (today - news.silence.last_contact).days
    said = ngettext(
        "not heard from for {n} day, since {day}", "not heard from for {n} days, since {day}", days
    ).format(n=days, day=short_day(news.silence.last_contact, today))
    quiet = _("quiet since {day}").format(day=short_day(news.silence.since, today))
    return f"{said}; {quiet}"


def lapse(news: "Lapse", today: date) -> str:
    """What is known no longer, or less well."""
    if news.on is not None:
        said = _("unknown since {day}: too little is left of what was logged")
        return said.format(day=short_day(news.on, today))
    said = _("evidence {now}, it was {before}").format(now=word(news.now), before=word(news.before))
    if news.unknown_on is not None:
        day = say_day(news.unknown_on, today, language())
        said += "; " + _("unknown from {day} if nothing is logged").format(day=day)
    return said


def contradicted(news: "Contradicted", today: date) -> str:
    """A judgement beside the behaviour since then (inference 4.6)."""
    claim = Judgement(news.judgement.day, Position(news.judgement.label))
    shown = Position(news.row.label).stance_class
    return told_apart(claim, shown, news.row.probability, today)


def differs_since(news: "Contradicted", today: date) -> str:
    """Since when behaviour is on another side."""
    days = news.disagreement.days
    return ngettext(
        "another side since {day}, {n} day", "another side since {day}, {n} days", days
    ).format(day=short_day(news.disagreement.since, today), n=days)
