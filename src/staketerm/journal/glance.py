"""A look at the stored plan for status bars: standard library only, read-only (design section 2).

The plan of a day is a few rows; reading them by sqlite3 costs a few milliseconds where the database
layer would cost hundreds.
"""

import sqlite3
from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True, slots=True)
class GlanceAct:
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


def glance(path: Path, today: date) -> tuple[GlanceAct, ...] | None:
    """The acts whose window is open today, most pressing first.

    None where the plan cannot answer: no such journal, an unfamiliar one, or a plan of another day.
    """
    if not path.is_file():
        return None
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=1.0)
    except sqlite3.Error:
        return None
    try:
        day = connection.execute("SELECT value FROM meta WHERE name = 'plan_day'").fetchone()
        if day is None or day[0] != today.isoformat():
            return None
        rows = connection.execute(
            "SELECT id, kind, handle, name, project_name, ideal, latest, priority, reason FROM plan"
            " WHERE brake IS NULL AND ideal <= ? ORDER BY priority DESC, latest, id",
            (today.isoformat(),),
        ).fetchall()
    except sqlite3.Error:
        return None
    finally:
        connection.close()
    return tuple(GlanceAct(*row) for row in rows)
