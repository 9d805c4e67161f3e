"""The day a journal was last looked at on this machine, for "moved since" and "changed" (S1).

Kept beside the state of the screen, never in the journal: looking writes nothing there. The day
before it is kept too, so that "since the last visit" still means an earlier day at the second look
of a day.
"""

import json
from datetime import date
from pathlib import Path

from staketerm.journal.location import own_state, write_private

KEPT = 50
"""Of so many journals the days are kept, the newest."""


def last_looked(journal_id: str, today: date) -> date | None:
    """The last day before today on which the journal was looked at; None where none is known.

    `journal_id` is the name of the replica (`Journal.store.replica`).
    """
    earlier = [day for day in _kept().get(journal_id, ()) if day < today]
    return max(earlier, default=None)


def remember_look(journal_id: str, day: date) -> None:
    """Keep that the journal was looked at on a day. Where that can't be kept, it is forgotten: the
    journal is read all the same.
    """
    kept = _kept()
    before = kept.pop(journal_id, ())
    if day in before:
        return
    earlier = [each for each in before if each < day]  # a later one is of a clock that was ahead
    kept[journal_id] = (*earlier[-1:], day)
    newest = sorted(kept.items(), key=lambda each: each[1])[-KEPT:]
    said = {name: [each.isoformat() for each in days] for name, days in newest}
    try:
        write_private(_path(), json.dumps(said))
    except OSError:
        return


def _kept() -> dict[str, tuple[date, ...]]:
    """The days of each journal; nothing where nothing was kept, or where it can't be read."""
    try:
        said = json.loads(_path().read_text(encoding="utf-8"))
        return {
            str(name): tuple(date.fromisoformat(day) for day in days) for name, days in said.items()
        }
    except (OSError, ValueError, AttributeError, TypeError):
        return {}


def _path() -> Path:
    return own_state() / "looked.json"
