"""Alarms that were looked at: quiet until a later one goes off (inference 6.1)."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from staketerm.domain.ids import derived_id
from staketerm.domain.text import clean_line
from staketerm.journal.opening import Journal
from staketerm.journal.positions.evidence import Pair
from staketerm.journal.receipt import Receipt
from staketerm.journal.stakeholders.attention import ALARM
from staketerm.store import tables
from staketerm.store.reader import Reader
from staketerm.store.records import Action


class Seen(NamedTuple):
    """Alarms were seen: those raised up to the day `until`, on the day `on`; `note` is what was
    thought of it."""

    until: date
    on: date
    note: str | None


def mark_seen(
    journal: Journal, stakeholder: str, project: str, since: date, note: str | None = None
) -> Receipt:
    """Say that the alarm of a day was seen: it and all before it are quiet, later ones speak.

    `note` says what one thought of it, and is for oneself; saying it again replaces it.
    """
    with journal.write("seen") as writing:
        occasion = since.isoformat()
        writing.put(
            Action(
                id=derived_id(since, ALARM, stakeholder, project, occasion),
                stakeholder=stakeholder,
                project=project,
                kind=ALARM,
                occasion=occasion,
                state="done",
                on=writing.today,
                outcome=(clean_line(note) or None) if note else None,
            )
        )
    return writing.receipt


def seen(reader: Reader, stakeholders: Iterable[str], day: date) -> dict[Pair, Seen]:
    """Up to which day the alarms of each pair had been seen on a day, and what was noted last."""
    columns = tables.action.c
    rows = reader.rows(
        Action,
        columns.kind == ALARM,
        columns.on <= day,
        columns.stakeholder.in_(sorted(set(stakeholders))),
        order_by=(columns.occasion,),
    )
    return {
        (row.stakeholder, row.project): Seen(date.fromisoformat(row.occasion), row.on, row.outcome)
        for row in rows
    }
