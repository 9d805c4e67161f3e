"""Alarms that were looked at: quiet until a later one goes off (inference 6.1)."""

from datetime import date

from sqlalchemy import func, select

from staketerm.domain.ids import derived_id
from staketerm.journal.evidence import Pair
from staketerm.journal.opening import Journal
from staketerm.journal.receipt import Receipt
from staketerm.store import tables
from staketerm.store.records import Action
from staketerm.store.work import Reader

ALARM = "alarm"
"""The kind of action that says an alarm was seen; its occasion is the day the alarm went off."""


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


def seen_alarms(reader: Reader) -> dict[Pair, date]:
    """Up to which day the alarms of each pair were seen."""
    table = tables.action
    query = (
        select(table.c.stakeholder, table.c.project, func.max(table.c.occasion))
        .where(table.c.kind == ALARM, table.c.deleted.is_(None))
        .group_by(table.c.stakeholder, table.c.project)
    )
    return {(who, project): date.fromisoformat(day) for who, project, day in reader.select(query)}
