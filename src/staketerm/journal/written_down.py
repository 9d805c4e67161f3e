"""When, and by which colleague, something told was written down: its id and its stamps say it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, time
from typing import TYPE_CHECKING
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import null, select

from staketerm.journal.authors import Authors, first_stamps
from staketerm.store import tables
from staketerm.store.portions import portions
from staketerm.store.reader import Reader

if TYPE_CHECKING:
    from staketerm.journal.timeline import Told

VERSION_OF_TYPED = 7
"""The version of UUID that rows typed by somebody have: it begins with the moment (design 4)."""

_FIELDS = {"answered": "answered_on", "settled": "closed_on"}
"""The field that says it, for what is not told by the row as a whole."""


def written_down(
    reader: Reader, items: Iterable["Told"], zone: str | None, me: str
) -> "tuple[Told, ...]":
    """The items with when and by whom they were written down; `me` is how one signs oneself."""
    every, authors = list(items), Authors.of(reader, me)
    stamps = {} if authors.alone else dict(_stamps(reader, every))
    authors = authors.knowing(reader, set(stamps.values()))
    return tuple(
        replace(
            item,
            at=_time_of(item, zone),
            author=authors.of_stamp(stamp) if (stamp := stamps.get(item.place)) else None,
        )
        for item in every
    )


def _stamps(reader: Reader, items: list["Told"]) -> Iterator[tuple[object, str]]:
    """By the place of each item the stamp that it was written with."""
    by_table: defaultdict[str, list[Told]] = defaultdict(list)
    for item in items:
        by_table[item.table].append(item)
    for name, told in by_table.items():
        columns = tables.metadata.tables[name].c
        revs = columns.revs if "revs" in columns else null()
        ids = sorted({item.id for item in told})
        known = {
            row: (rev, cells or {})
            for some in portions(ids)
            for row, rev, cells in reader.select(
                select(columns.id, columns.rev, revs).where(columns.id.in_(some))
            )
        }
        first = {row: rev for row, (rev, _cells) in known.items()}
        if "revs" not in columns:
            first = first_stamps(reader, name, first)
        for item in told:
            if item.id in known:
                yield item.place, known[item.id][1].get(_FIELDS.get(item.what), first[item.id])


def _time_of(item: "Told", zone: str | None) -> time | None:
    """When an item was written down, by its id; None where that was on another day."""
    found = UUID(item.id)
    if found.version != VERSION_OF_TYPED:
        return None
    written = datetime.fromtimestamp((found.int >> 80) / 1000, ZoneInfo(zone or "UTC"))
    return written.time() if written.date() == item.day else None
