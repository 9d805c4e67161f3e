"""Alarms that were looked at: quiet until a later one goes off (inference 6.1)."""

from datetime import date

from staketerm.domain.ids import derived_id
from staketerm.journal.attention import ALARM
from staketerm.journal.opening import Journal
from staketerm.journal.receipt import Receipt
from staketerm.store.records import Action


def mark_seen(journal: Journal, stakeholder: str, project: str, since: date) -> Receipt:
    """Say that the alarm of a day was seen: it and all before it are quiet, later ones speak."""
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
            )
        )
    return writing.receipt
