"""The first rows of the People list, before the database layer is there (storage-sync 3.5).

Loading that layer takes longer than all else on the way to the first rows. So they are read by
sqlite3, read-only, by the queries and the rules that everybody reads them by (`attention`,
`listing`, `person_row`). Only what the caches can tell today is shown; where they cannot, there is
no glimpse, and the rows come with the journal.
"""

import sqlite3
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from staketerm.journal.glance import reading
from staketerm.journal.location import file_of
from staketerm.journal.stakeholders.attention import Ask, first_by_attention
from staketerm.journal.stakeholders.listing import (
    besides_of,
    found_people,
    plan_mark,
    rows_from,
    stored_acts,
)
from staketerm.journal.stakeholders.people_list import PeopleList, in_order
from staketerm.store.version import APPLICATION_ID, SCHEMA

_LAPSED = (
    "SELECT count(*) FROM state WHERE state.stakeholder IN :ids"
    " AND (state.lapses_on <= :today OR state.computed_on > :today)"
)


class Days(Protocol):
    """What tells the day (the store's clock has this form)."""

    def today(self) -> date:
        """This day."""

    def in_zone(self, zone: str) -> "Days":
        """The same with its days counted in `zone`."""


class Glimpse(NamedTuple):
    """The journal's day, its usual project, and the first of its people by attention."""

    today: date
    project: str
    project_name: str
    personal: bool
    people: PeopleList


def glimpse(location: str | Path | None, clock: Days, language: str, most: int) -> Glimpse | None:
    """What opening the journal at `location` will show first, `most` rows of it.

    None where that cannot be told without the journal: one on a server, of another schema, without
    people, or not to be read; a plan of another day or language; positions that have lapsed.
    """
    path = file_of(location)
    if path is None:
        return None
    try:
        with reading(path) as connection:
            return _glimpse(connection, clock, language, most)
    except sqlite3.Error:
        return None


def _glimpse(
    connection: sqlite3.Connection, clock: Days, language: str, most: int
) -> Glimpse | None:
    connection.execute("BEGIN")  # all of it is of one moment
    marks = [
        connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("application_id", "user_version")
    ]
    if marks != [APPLICATION_ID, SCHEMA]:
        return None
    meta = dict(connection.execute("SELECT name, value FROM meta"))
    zone = meta.get("zone")
    day = (clock.in_zone(zone) if zone else clock).today()
    project = connection.execute(
        "SELECT id, name, kind FROM project WHERE id = ? AND deleted IS NULL",
        (meta.get("default_project"),),
    ).fetchone()
    if project is None or meta.get("plan_day") != plan_mark(day, language):
        return None
    people = _people(_asking(connection), day, project[0], most)
    if people is None:
        return None
    return Glimpse(day, project[0], project[1], project[2] == "personal", people)


def _people(ask: Ask, day: date, project: str, most: int) -> PeopleList | None:
    """The first rows; None where there are none, or what is stored of them has lapsed."""
    ids, total = first_by_attention(ask, day, most, project)
    if not ids or ask(_LAPSED, {"ids": ids, "today": day})[0][0]:
        return None
    besides = besides_of(ask, day, stored_acts(ask, ids), ids)
    rows = rows_from(found_people(ask, project, ids), {}, day, besides)
    return PeopleList(tuple(in_order(rows, "attention")[:most]), total)


def _asking(connection: sqlite3.Connection) -> Ask:
    """Asks by the bare driver, which knows neither days nor lists."""

    def ask(query: str, values: Mapping[str, Any]) -> list[Any]:
        plain: dict[str, Any] = {}
        for name, value in values.items():
            if isinstance(value, list):
                each = {f"{name}_{place}": item for place, item in enumerate(value)}
                query = query.replace(f":{name}", f"(:{', :'.join(each)})")
                plain |= each
            else:
                plain[name] = value.isoformat() if isinstance(value, date) else value
        return connection.execute(query, plain).fetchall()

    return ask
