"""Whom a share was heard of, and how far: kept with the journal, never exchanged as a table."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import delete, insert, select

from staketerm.exchange.sync.folder import Manifest
from staketerm.store import tables
from staketerm.store.frontier import Frontier
from staketerm.store.reader import Reader
from staketerm.store.stamps import FIRST_TICK
from staketerm.store.work import Work

_PEER = tables.peer


def frontier_of(reader: Reader, share: str) -> Frontier:
    """How far everybody in a share was seen, this replica itself to its newest write."""
    query = select(_PEER.c.replica, _PEER.c.tick).where(_PEER.c.share == share)
    seen = dict(tuple(row) for row in reader.select(query))
    own = {reader.meta("replica") or "": reader.meta("clock") or FIRST_TICK}
    return Frontier({**seen, **own})


def taken_files(reader: Reader, share: str) -> set[tuple[str, str]]:
    """Name and digest of every file of a share that was taken in, whoever wrote it."""
    query = select(_PEER.c.files).where(_PEER.c.share == share)
    return {file for (files,) in reader.select(query) for file in files.items()}


def is_known(reader: Reader, share: str, manifest: Manifest) -> bool:
    """Whether nothing of a writer, and of whom they had seen, is news."""
    query = select(_PEER.c.replica, _PEER.c.tick, _PEER.c.files).where(_PEER.c.share == share)
    known = {replica: (tick, files) for replica, tick, files in reader.select(query)}
    seen = manifest.frontier.without(reader.meta("replica") or "").ticks()
    files = known.get(manifest.replica, ("", {}))[1]
    return files == dict(manifest.files) and all(
        known.get(name, ("", {}))[0] >= tick for name, tick in seen.items()
    )


def remember(work: Work, share: str, manifest: Manifest, waiting: Collection[str] = ()) -> None:
    """Keep that a writer's files were taken in, but for those `waiting` to be read again, and how
    far everybody was seen with that.
    """
    replica, seen = manifest.replica, manifest.frontier
    query = select(_PEER).where(_PEER.c.share == share)
    known: dict[str, dict[str, Any]] = {
        row.replica: dict(row._mapping) for row in work.select(query)
    }
    ticks = seen.joined(Frontier({name: row["tick"] for name, row in known.items()})).ticks()
    ticks.pop(work.meta("replica") or "", None)
    blank = {"share": share, "person": "", "files": {}}
    rows = [
        {**blank, **known.get(name, {}), "replica": name, "tick": tick}
        for name, tick in ticks.items()
    ]
    for row in rows:
        if row["replica"] == replica:
            taken = {name: at for name, at in manifest.files.items() if name not in waiting}
            row |= {"person": manifest.person, "files": taken}
    work.connection.execute(delete(_PEER).where(_PEER.c.share == share))
    if rows:
        work.connection.execute(insert(_PEER), rows)
