"""Periods in which somebody is away: the clock of waiting stands still (inference 4.5)."""

from typing import TYPE_CHECKING

from staketerm.journal.opening import Journal
from staketerm.journal.receipt import Receipt
from staketerm.store.records import Absence

if TYPE_CHECKING:
    from staketerm.journal.requests import AwayFrom


def add_absence(journal: Journal, request: "AwayFrom") -> Receipt:
    """Mark a period in which waiting for somebody stands still (inference 4.5)."""
    with journal.write("absence") as writing:
        writing.put(
            Absence(
                id=writing.new_id(),
                stakeholder=request.stakeholder,
                starts=min(request.starts, request.ends),
                ends=max(request.starts, request.ends),
                note=request.note,
            )
        )
    return writing.receipt


def delete_absence(journal: Journal, absence: str) -> Receipt:
    """Take a period back."""
    with journal.write("absence") as writing:
        writing.delete(Absence, absence)
    return writing.receipt
