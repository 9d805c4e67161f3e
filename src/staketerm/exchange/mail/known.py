"""What a journal knows before mail is taken in: people, open asks, rows that were there once."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time, tzinfo
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import or_, select

from staketerm.exchange.mail.ledger import MailAsk
from staketerm.exchange.mail.people import Known, full_name
from staketerm.exchange.mail.rows import ORIGIN
from staketerm.store import tables
from staketerm.store.portions import portions
from staketerm.store.reader import Reader
from staketerm.store.records import Ask, Row

Presence = Literal["there", "undone"]
"""Of a row that a journal holds: there, alive or deleted by hand, or taken away by an undo."""


@dataclass(frozen=True, slots=True)
class Directory:
    """Stakeholders as mail meets them: what tells who is who, and everybody's name by id."""

    known: Known
    names: dict[str, str]


def zone_of(reader: Reader) -> tzinfo | None:
    """The zone in which the journal counts days; None, the machine's own, where it names none."""
    try:
        return ZoneInfo(reader.meta("zone") or "")
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def directory(reader: Reader) -> Directory:
    """Everybody in the journal, deleted ones as gone unless an undo took them away."""
    person, contact = tables.stakeholder.c, tables.contact.c
    undone = _undo_stamps(reader)
    rows = reader.select(
        select(person.id, person.name, person.kind, person.deleted, person.merged_into)
    )
    merged = {row.id: row.merged_into for row in rows if row.merged_into}
    alive = {row.id: row for row in rows if row.deleted is None and not row.merged_into}
    by_hand = {row.id for row in rows if row.deleted is not None and row.deleted not in undone}
    by_address: dict[str, str] = {}
    gone = set()
    for row in reader.select(
        select(contact.stakeholder, contact.folded, contact.deleted).where(contact.way == "email")
    ):
        owner = _canonical(row.stakeholder, merged)
        if owner in by_hand:
            gone.add(row.folded)
        elif owner in alive and row.deleted is None:
            by_address[row.folded] = owner
    full = {id: full_name(row.name) for id, row in alive.items() if row.kind == "person"}
    often = Counter(full.values())
    by_name = {name: id for id, name in full.items() if name and often[name] == 1}
    return Directory(
        known=Known(by_address, frozenset(gone) - by_address.keys(), by_name),
        names={id: row.name for id, row in alive.items()},
    )


def mail_asks(reader: Reader, zone: tzinfo | None) -> list[MailAsk]:
    """The asks from mail that the journal holds, open or answered; those closed otherwise aside."""
    ask = tables.ask.c
    rows = reader.rows(
        Ask,
        ask.origin.startswith(ORIGIN),
        or_(ask.answered_on.is_not(None), ask.outcome.is_(None)),
    )
    person = tables.stakeholder.c
    query = select(person.id, person.merged_into).where(person.merged_into.is_not(None))
    merged = {row.id: row.merged_into for row in reader.select(query)}
    return [
        MailAsk(
            who=_canonical(row.stakeholder, merged),
            message=(row.origin or "").removeprefix(ORIGIN),
            mine="",
            theirs="",
            moment=datetime.combine(row.asked_on, time(), zone).astimezone(UTC),
            asked_on=row.asked_on,
            subject=row.text or "",
            answered_on=row.answered_on,
            row=row.id,
        )
        for row in rows
    ]


def presence(reader: Reader, rows: Iterable[Row]) -> dict[tuple[str, str], Presence]:
    """Which of `rows` the journal holds already, by table and id, and in what state."""
    undone = _undo_stamps(reader)
    ids: dict[str, list[str]] = {}
    for row in rows:
        ids.setdefault(row.table, []).append(row.id)
    found: dict[tuple[str, str], Presence] = {}
    for table, wanted in ids.items():
        columns = tables.metadata.tables[table].c
        for some in portions(wanted):
            query = select(columns.id, columns.deleted).where(columns.id.in_(some))
            for id, deleted in reader.select(query):
                found[table, id] = "undone" if deleted in undone else "there"
    return found


def handles(reader: Reader) -> set[str]:
    """Every handle that is taken."""
    return {row.handle for row in reader.select(select(tables.stakeholder.c.handle))}


def _undo_stamps(reader: Reader) -> set[str]:
    batch = tables.batch.c
    return {row.rev for row in reader.select(select(batch.rev).where(batch.undoes.is_not(None)))}


def _canonical(stakeholder: str, merged: dict[str, str]) -> str:
    """Whom a stakeholder was merged into, or themselves."""
    seen = set()
    while stakeholder in merged and stakeholder not in seen:
        seen.add(stakeholder)
        stakeholder = merged[stakeholder]
    return stakeholder
