"""Which of the files given the last time still say what there is; the others are given anew.

A file follows from its part of the journal and from who and which entries belong to the share. Both
are known without reading a row: when a part was written last is kept with it, and who belonged to
the share stands in what was given.
"""

import csv
import json
from collections.abc import Collection, Iterator, Mapping
from itertools import islice
from pathlib import Path

from sqlalchemy import select

from staketerm.exchange.export import FORMAT
from staketerm.exchange.sync.scope import Scope
from staketerm.store import tables
from staketerm.store.parts import BY_MONTH, EVERYTHING, part_of, written
from staketerm.store.portions import FEW, portions
from staketerm.store.reader import Reader
from staketerm.store.records import Entry, Setting, Stakeholder
from staketerm.store.schema import SCHEMA
from staketerm.store.stamps import tick_of


def form_of(scope: Scope) -> str:
    """What a file depends on besides its rows: how it is written, and how much of each project is
    shared.
    """
    also = {project: sorted(what) for project, what in sorted(scope.also.items())}
    return json.dumps([FORMAT, SCHEMA, dict(sorted(scope.sharing.items())), also])


def stale_parts(reader: Reader, scope: Scope, own: Path, gave_at: str) -> Collection[str] | None:
    """The parts of a journal to give anew; None for all of them.

    `own` is the folder as it was written the last time, `gave_at` the tick of the clock then.
    """
    fresh = {part for part, rev in written(reader).items() if tick_of(rev) > gave_at}
    fresh.add(Setting.table)  # which kinds are told of follows from the signals
    if EVERYTHING in fresh:
        return None
    people = scope.people ^ _ids(own, Stakeholder.table)
    entries = scope.entries ^ _ids(own, Entry.table)
    if len(entries) > FEW:  # to find the signals of each costs more than to give all of them
        return None
    if people or entries:
        fresh |= set(tables.metadata.tables) - {BY_MONTH}
        fresh |= set(_months_of(reader, {"stakeholder": people, "entry": entries}))
    return fresh


def _ids(folder: Path, table: str) -> set[str]:
    """The ids of the rows of a table that were given the last time."""
    try:
        with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            return {cells[0] for cells in islice(csv.reader(file), 1, None)}
    except FileNotFoundError:
        return set()


def _months_of(reader: Reader, those: Mapping[str, Collection[str]]) -> Iterator[str]:
    """The months of the signals that point to some rows."""
    for name, ids in those.items():
        wanted, column = sorted(ids), tables.signal.c[name]
        for some in portions(wanted):
            query = select(tables.signal.c.id).where(column.in_(some))
            for (row,) in reader.select(query):
                yield part_of(BY_MONTH, row)
