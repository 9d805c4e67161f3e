"""Somebody who sees what is written into a few cells, and finds what became of every value."""

import csv
import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import select

from staketerm.journal.opening import Journal
from staketerm.store import tables
from staketerm.store.reader import Reader
from staketerm.store.records import EXCHANGED, Row
from staketerm.store.restamp import last_stamp, stamp_of
from staketerm.store.shapes import shape_of
from staketerm.store.stamps import replica_of
from tests.exchange.sync.colleagues import Colleague, Files

Cell = tuple[type[Row], str, str | None]
"""A kind of row, the row, and its field; None for the row as a whole."""


class Witness:
    """What was given to others, by cell and stamp, and what somebody replaced who had seen it."""

    def __init__(self, cells: Sequence[Cell]) -> None:
        self._cells = cells
        self._given: dict[tuple[str, str], Any] = {}
        self._known: set[tuple[str, str]] = set()

    @contextmanager
    def watching(self, who: Colleague) -> Iterator[None]:
        """While somebody writes: what they replace they had seen."""
        before = self._cells_of(who.journal)
        yield
        after = self._cells_of(who.journal)
        self._known |= {
            (row, stamp)
            for row, (stamp, value) in before.items()
            if after.get(row) != (stamp, value)
        }

    def knew(self, row: str, stamp: str) -> None:
        """Somebody replaces a value that they see, in a file."""
        self._known.add((row, stamp))

    def gave(self, who: Colleague) -> None:
        """What lies in somebody's folder they gave."""
        for kind, id, name in self._cells:
            for row in _rows(who.sent[-1], kind.table):
                if row["id"] == id:
                    pairs = dict(pair.split(":") for pair in row.get("_revs", "").split())
                    stamp = pairs.get(name, row["_rev"]) if name else row["_rev"]
                    self._given[id, stamp] = row[name or "note"] or None

    def lost(self, journal: Journal) -> list[str]:
        """What was given, holds no more, gave way to nobody who had seen it, and is not kept as a
        conflict: nothing.
        """
        conflict = tables.conflict.c
        with journal.read() as reader:
            query = select(conflict.row, conflict.lost_rev, conflict.lost_value)
            lost = reader.select(query)
            kept = {(row, stamp) for row, stamp, _value in lost} | {
                (row, value.get("note") if isinstance(value, dict) else value)
                for row, _stamp, value in lost
            }
            holds = self._alive(reader, deleted=True)
        return [
            f"{row}: {value!r} of {stamp}"
            for (row, stamp), value in self._given.items()
            if value is not None
            and (row, stamp) not in self._known
            and (row, stamp) not in kept
            and (row, value) not in kept  # given once more, under another stamp
            and holds.get(row) != (stamp, value)
            and (holds.get(row) or ("", None))[1] != value
        ]

    def _cells_of(self, journal: Journal) -> dict[str, tuple[str, Any]]:
        with journal.read() as reader:
            return self._alive(reader, deleted=False)

    def _alive(self, reader: Reader, *, deleted: bool) -> dict[str, tuple[str, Any]]:
        found = {}
        for kind, id, name in self._cells:
            row = reader.get(kind, id, deleted=deleted)
            if row is not None:
                found[id] = (stamp_of(row, name) if name else row.rev, getattr(row, name or "note"))
        return found


def all_cells(journal: Journal) -> dict[tuple[str, str, str], tuple[str, Any]]:
    """All cells of all rows: by table, row and field who wrote it, and the value."""
    found: dict[tuple[str, str, str], tuple[str, Any]] = {}
    with journal.read() as reader:
        for kind in EXCHANGED:
            shape = shape_of(kind)
            for row in reader.rows(kind, deleted=True):
                for name in shape.cells:
                    stamp = stamp_of(row, name) if shape.field_stamped else last_stamp(row)
                    found[kind.table, row.id, name] = replica_of(stamp), getattr(row, name)
    return found


def _rows(files: Files, table: str) -> Iterator[dict[str, str]]:
    for name, data in files.items():
        if name == f"{table}.csv" or name.startswith(f"{table}-"):
            yield from csv.DictReader(io.StringIO(data.decode(), newline=""))
