"""What one journal gives to a share: all it has of it; files change only where their rows do."""

import csv
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import StringIO
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from sqlalchemy import select

from staketerm.exchange.cells import guard
from staketerm.exchange.csvform import by_file, csv_text
from staketerm.exchange.export import FORMAT, MANIFEST
from staketerm.exchange.files import (
    FOR_COLLEAGUES,
    Written,
    make_folder,
    settle_folder,
    write_whole,
)
from staketerm.exchange.plan import ImportRefused
from staketerm.exchange.sync.folder import (
    CONFLICTS,
    DELETED,
    WRITERS,
    ShareFolder,
    manifest_of,
)
from staketerm.exchange.sync.peers import frontier_of
from staketerm.exchange.sync.scope import SHARED_KINDS, Scope
from staketerm.store import tables
from staketerm.store.records import Row
from staketerm.store.schema import SCHEMA
from staketerm.store.shapes import BY_TABLE
from staketerm.store.stamps import FIRST_TICK
from staketerm.store.types import data_text, moment_text
from staketerm.store.work import Reader

DELETED_HEADER = ("table", "id", "kind", "_rev")
PURGED = "purged"
CONFLICTS_HEADER = ("table", "id", "field", "lost_rev", "lost_value", "won_rev", "resolved_rev")


@dataclass(frozen=True, slots=True)
class Given:
    """What was written: how many rows there are, how many files of how many were not so before."""

    folder: Path
    rows: int
    files: int
    changed: int


def give(reader: Reader, folder: ShareFolder, scope: Scope, person: str, moment: Any) -> Given:
    """Write everything of the share that is here to the own folder in it.

    A file that would not change is not touched, the manifest is written last. Raises
    `ExportFailed`; what was there before is then still there.
    """
    replica = reader.meta("replica") or ""
    own = folder.own(replica, person)
    make_folder(folder.path / WRITERS, mode=0o777)
    make_folder(own, mode=0o777)
    files = list(_files(reader, own, folder.share, scope))
    rows = sum(file.rows for file in files if file.name not in (DELETED, CONFLICTS))
    for name in _files_before(own, folder.share) - {file.name for file in files}:
        (own / name).unlink(missing_ok=True)
    settle_folder(own)
    said = {
        "format": FORMAT,
        "schema": SCHEMA,
        "share": folder.share,
        "replica": replica,
        "person": person,
        "clock": reader.meta("clock") or FIRST_TICK,
        "frontier": frontier_of(reader, folder.share).without(replica).ticks(),
        "files": {
            file.name: {"sha256": file.sha256, "bytes": file.size, "rows": file.rows}
            for file in files
        },
    }
    manifest = _manifest(own, said, moment_text(moment))
    files.append(_write(own / MANIFEST, [manifest]))
    settle_folder(own)
    return Given(own, rows, len(files), sum(file.changed for file in files))


def _files_before(own: Path, share: str) -> set[str]:
    """The names of the files that were given the last time."""
    try:
        return set(manifest_of(own, share).files)
    except ImportRefused:
        return set()


def _files(reader: Reader, own: Path, share: str, scope: Scope) -> Iterator[Written]:
    for kind in SHARED_KINDS:
        for name, rows in by_file(kind, scope.rows(reader, kind)):
            yield _write(own / name, csv_text(kind, rows, _extras(reader, kind)))
    yield _write(own / DELETED, _lines(DELETED_HEADER, _deleted(reader, share, scope)))
    yield _write(own / CONFLICTS, _lines(CONFLICTS_HEADER, _conflicts(reader, share, scope)))


def _write(path: Path, lines: Iterable[str]) -> Written:
    return write_whole(path, lines, uncounted=1, mode=FOR_COLLEAGUES)


def _extras(reader: Reader, kind: type[Row]) -> tuple[str, ...]:
    """The columns unknown to this program that any row of the table has, by name."""
    table = tables.metadata.tables[kind.table]
    found = {name for (extra,) in reader.select(select(table.c.extra).distinct()) for name in extra}
    return tuple(sorted(found))


def _deleted(reader: Reader, share: str, scope: Scope) -> Iterator[tuple[str, ...]]:
    """Table, id, deleted or purged, and stamp of every row that is gone, by table and id: of the
    share, and of all that was erased, for an erasure travels everywhere. What can never be shared
    is told nobody.
    """
    gone = tables.gone.c
    query = select(gone.tab, gone.row, gone.rev).where(gone.share == share)
    found = {(table, row): rev for table, row, rev in reader.select(query)}
    for kind in SHARED_KINDS:
        for row, rev in scope.deleted(reader, kind):
            found[kind.table, row] = max(rev, found.get((kind.table, row), ""))
    erased = tables.purged.c
    shared = [kind.table for kind in SHARED_KINDS]
    query = select(erased.tab, erased.id, erased.rev).where(erased.tab.in_(shared))
    purged = {(table, row): rev for table, row, rev in reader.select(query)}
    for (table, row), rev in sorted({**found, **purged}.items()):
        yield table, row, PURGED if (table, row) in purged else "deleted", rev


def _conflicts(reader: Reader, share: str, scope: Scope) -> Iterator[tuple[str, ...]]:
    """The values in conflict, of rows that leave or are not here, without what is withheld."""
    table = tables.conflict.c
    query = (
        select(
            table.tab,
            table.row,
            table.field,
            table.lost_rev,
            table.lost_value,
            table.won_rev,
            table.resolved_rev,
        )
        .where(table.share == share)
        .order_by(table.tab, table.row, table.field, table.lost_rev)
    )
    for (tab, row), lines in groupby(reader.select(query), key=itemgetter(0, 1)):
        here = reader.get(BY_TABLE[tab], row, deleted=True)
        if here is not None and not scope.leaves(here):
            continue
        for _tab, _row, field, lost, value, won, resolved in lines:
            told = value if here is None else scope.cut_value(here, field, value)
            yield tab, row, field, lost, guard(data_text(told)), won, resolved or ""


def _lines(header: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    for cells in (header, *rows):
        line = StringIO()
        csv.writer(line, lineterminator="\n").writerow(cells)
        yield line.getvalue()


def _manifest(own: Path, said: dict[str, Any], written: str) -> str:
    """The manifest as text. Where no file and nobody's news is new it stays as it was: what was
    written elsewhere in the journal meanwhile is nobody's business.
    """
    try:
        before = json.loads((own / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        before = None
    moments = {"clock": None, "written": None}
    same = isinstance(before, dict) and {**before, **moments} == {**said, **moments}
    whole = before if same else {**said, "written": written}
    return json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
