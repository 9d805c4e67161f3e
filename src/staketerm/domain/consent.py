"""Consent to carry news to others: what may follow what, and how it stands on a day (P20)."""

from datetime import date
from typing import Protocol

from staketerm.domain.day_words import say_day
from staketerm.domain.errors import UsageError
from staketerm.domain.phrases import short_day
from staketerm.locale import _, language

STATES = ("asked", "granted", "declined", "withdrawn")
"""What can be said of it; that it has ended, or was never asked, follows by itself."""


class Consent(Protocol):
    """One word on it, as the journal keeps it; `load` are tasks in a quarter of a year at most."""

    @property
    def day(self) -> date:
        """The day it was said."""

    @property
    def state(self) -> str:
        """One of `STATES`."""

    @property
    def load(self) -> int | None:
        """Tasks in a quarter of a year at most; None: not bounded."""

    @property
    def until(self) -> date | None:
        """The last day it holds; None: until it is withdrawn."""


def standing(consent: Consent | None, day: date) -> str:
    """How consent stands on a day: one of `STATES`, "none" or "ended"; `consent` is the last word
    by that day.
    """
    return "none" if consent is None else held(consent.state, consent.until, day)


def held(state: str, until: date | None, day: date) -> str:
    """What a word holds on a day: a consent that was granted ends with its last day."""
    return "ended" if state == "granted" and until is not None and until < day else state


def check_next(last: Consent | None, state: str, day: date, until: date | None) -> None:
    """Raises UsageError where a state cannot follow the last word: never granted and withdrawn,
    granted and asked for again, an end before the beginning, a day before the last word."""
    here, today = standing(last, day), day
    if last is not None and day < last.day:
        raise UsageError(
            _("The last word on consent is of {last}; one of {day} would come before it.").format(
                last=_day(last.day, today), day=_day(day, today)
            )
        )
    if until is not None and until < day:
        raise UsageError(
            _("Until {until} is before {day}, the day it begins.").format(
                until=_day(until, today), day=_day(day, today)
            )
        )
    if state == "withdrawn" and here != "granted":
        raise UsageError(_not_withdrawn(last, here, today))
    if here == "granted" and last is not None and state in ("asked", "declined"):
        message = {
            "asked": _("Granted on {day} and in force; 'granted' again changes what it covers."),
            "declined": _("Granted on {day} and in force; say 'withdrawn' if it holds no longer."),
        }[state]
        raise UsageError(message.format(day=_day(last.day, today)))


def said(consent: Consent | None, day: date) -> str:
    """How consent stands, in a few words: "granted on 3 Nov, to 1 Mar (2 in a quarter)"."""
    if consent is None:
        return _("not asked")
    words = {
        "asked": _("asked {day}"),
        "granted": _("granted {day}"),
        "declined": _("declined {day}"),
        "withdrawn": _("withdrawn {day}"),
    }[consent.state].format(day=short_day(consent.day, day))
    if consent.until is not None:
        until = short_day(consent.until, day)
        here = standing(consent, day)
        words += ", " + (_("ended {day}") if here == "ended" else _("to {day}")).format(day=until)
    if consent.load is not None:
        words += " " + _("({n} in a quarter)").format(n=consent.load)
    return words


def _not_withdrawn(last: Consent | None, here: str, today: date) -> str:
    if last is None or here in ("asked", "declined"):
        return _("Consent was never granted, so there is nothing to withdraw.")
    if here == "ended" and last.until is not None:
        return _("The consent ended on {day} already.").format(day=_day(last.until, today))
    return _("The consent was withdrawn on {day} already.").format(day=_day(last.day, today))


def _day(day: date, today: date) -> str:
    return say_day(day, today, language())
