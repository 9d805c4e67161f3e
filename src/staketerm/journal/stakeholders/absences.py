"""Periods in which somebody is away: the clock of waiting stands still (inference 4.5)."""

from datetime import date
from typing import TYPE_CHECKING

from staketerm.domain.day_words import say_day
from staketerm.domain.errors import UsageError
from staketerm.journal.opening import Journal
from staketerm.journal.receipt import Receipt
from staketerm.locale import _, language
from staketerm.store.records import Absence

if TYPE_CHECKING:
    from staketerm.journal.requests import AwayFrom


def add_absence(journal: Journal, request: "AwayFrom") -> Receipt:
    """Mark a period in which waiting for somebody stands still (inference 4.5).

    Raises UsageError for one that ends before it begins.
    """
    refuse_backward(request.starts, request.ends, journal.today)
    with journal.write("absence") as writing:
        writing.put(
            Absence(
                id=writing.new_id(),
                stakeholder=request.stakeholder,
                starts=request.starts,
                ends=request.ends,
                note=request.note,
            )
        )
    return writing.receipt


def refuse_backward(first: date, last: date, today: date) -> None:
    """Raises UsageError for days that end before they begin."""
    if last < first:
        days = [say_day(day, today, language()) for day in (first, last)]
        raise UsageError(
            _(
                "From {first} until {last}: it ends before it begins. Give the first day first."
            ).format(first=days[0], last=days[1])
        )


def delete_absence(journal: Journal, absence: str) -> Receipt:
    """Take a period back."""
    with journal.write("absence") as writing:
        writing.delete(Absence, absence)
    return writing.receipt
