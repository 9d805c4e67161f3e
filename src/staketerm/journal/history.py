"""The change log as a person reads it, and the way back from any change (F74, F107)."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from staketerm.domain.errors import NotFound
from staketerm.journal.opening import Journal
from staketerm.journal.receipt import Receipt
from staketerm.locale import _
from staketerm.store import tables, undo as store_undo
from staketerm.store.records import Batch

SHOWN = 200
"""How many batches the history shows."""


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One batch: when, who, which verb, whom it concerned, and whether it was undone."""

    batch: str
    at: datetime
    author: str
    verb: str
    changes: int
    about: tuple[tuple[str, str], ...]
    undoes: str | None
    undone: bool
