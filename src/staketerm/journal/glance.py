"""A look at a journal for status bars and Tab: standard library only, read-only (design section 2).

The plan of a day is a few rows; reading them by sqlite3 costs a few milliseconds where the database
layer would cost hundreds.
"""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

MOST_HANDLES = 200
"""How many handles Tab is offered at most."""

OF_KIND = "catalogue:"
"""What the setting of a kind is called, before its id (`journal.positions.model`)."""


class GlanceAct(NamedTuple):
    """One act that is due, as the plan has it; days are ISO text."""

    id: str
    kind: str
    handle: str
    name: str
    project: str
    ideal: str
    latest: str
    priority: float
    reason: str


class Glance(NamedTuple):
    """The acts whose window is open, most pressing first, and the ids of all that is planned (the
    beginning that names an act is unique among those)."""

    day: date
    acts: tuple[GlanceAct, ...]
    ids: tuple[str, ...]


def glance(path: Path, today: Callable[[str | None], date], language: str) -> Glance | None:
    """What is due today; `today` gives the day in a time zone, such as that of the journal.

    None where the plan cannot answer: no such journal, an unfamiliar one, or a plan of another day
    or in another language.
    """
    try:
        with reading(path) as connection:
            meta = dict(
                connection.execute(
                    "SELECT name, value FROM meta WHERE name IN ('plan_day', 'zone')"
                )
            )
            day = today(meta.get("zone"))
            if meta.get("plan_day") != f"{day.isoformat()} {language}":
                return None
            rows = connection.execute(
                "SELECT id, kind, handle, name, project_name, ideal, latest, priority, reason"
                " FROM plan WHERE brake IS NULL AND ideal <= ?"
                " ORDER BY tier, priority DESC, latest, kind, stakeholder, occasion",
                (day.isoformat(),),
            ).fetchall()
            ids = connection.execute("SELECT id FROM plan").fetchall()
    except sqlite3.Error:
        return None
    return Glance(day, tuple(GlanceAct(*row) for row in rows), tuple(row[0] for row in ids))


def handles(path: Path, begun: str) -> tuple[tuple[str, str], ...]:
    """(handle, name) of everybody whose handle begins so; nobody where the journal cannot be
    read."""
    try:
        with reading(path) as connection:
            return tuple(
                connection.execute(
                    "SELECT handle, name FROM stakeholder"
                    " WHERE deleted IS NULL AND merged_into IS NULL AND substr(handle, 1, ?) = ?"
                    " ORDER BY handle LIMIT ?",
                    (len(begun), begun, MOST_HANDLES),
                )
            )
    except sqlite3.Error:
        return ()


def kind_settings(path: Path, last: date) -> tuple[tuple[str, Any], ...]:
    """(id, what is said of it) of the kinds that were added or changed until a day, oldest first;
    none where the journal cannot be read."""
    try:
        with reading(path) as connection:
            rows = connection.execute(
                "SELECT substr(name, ?), value FROM setting"
                " WHERE deleted IS NULL AND day <= ? AND name LIKE ? ORDER BY day, rev",
                (len(OF_KIND) + 1, last.isoformat(), f"{OF_KIND}%"),
            ).fetchall()
            return tuple((id, json.loads(value) if value else None) for id, value in rows)
    except (sqlite3.Error, ValueError):
        return ()


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that cannot write; raises sqlite3.Error where there is nothing to read."""
    location = f"{path.absolute().as_uri()}?mode=ro"
    connection = sqlite3.connect(location, uri=True, timeout=1.0)
    try:
        yield connection
    finally:
        connection.close()
