"""What one journal gives to a share: all it has of it; files change only where their rows do."""

import csv
import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from io import StringIO
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from sqlalchemy import select

from staketerm.domain.errors import StaketermError
from staketerm.exchange.cells import guard
from staketerm.exchange.csvform import csv_text, extra_columns
from staketerm.exchange.export import FORMAT, MANIFEST
from staketerm.exchange.files import (
    FOR_COLLEAGUES,
    Written,
    copy_whole,
    make_folder,
    settle_folder,
    write_whole,
)
from staketerm.exchange.sync.folder import (
    CONFLICTS,
    DELETED,
    WRITERS,
    Manifest,
    ShareFolder,
    manifest_of,
    not_as_written,
)
from staketerm.exchange.sync.gone import Gone, Told, told_of
from staketerm.exchange.sync.peers import frontier_of
from staketerm.exchange.sync.renewal import form_of, stale_parts
from staketerm.exchange.sync.scope import SHARED_KINDS, Scope
from staketerm.exchange.sync.sharing import projects_of
from staketerm.exchange.sync.telling import Telling
from staketerm.journal.opening import Journal
from staketerm.store import tables
from staketerm.store.reader import Reader
from staketerm.store.records import Row, Signal
from staketerm.store.schema import SCHEMA
from staketerm.store.shapes import BY_TABLE
from staketerm.store.stamps import FIRST_TICK
from staketerm.store.types import data_text, moment_text

DELETED_HEADER = ("table", "id", "kind", "_rev")
PURGED = "purged"
CONFLICTS_HEADER = (
    "table",
    "id",
    "field",
    "lost_rev",
    "lost_value",
    "won_rev",
    "resolved",
    "resolved_rev",
)


GIVEN, GAVE_AT, FORM = "given:", "gave-at:", "form:"
"""Begin the names in `meta` of what there was to give the last time, of the clock then, and of the
form that it was given in.
"""


@dataclass(frozen=True, slots=True)
class Given:
    """What was written: how many rows there are, how many files of how many were not so before."""

    folder: Path
    rows: int
    files: int
    changed: int


@dataclass(frozen=True, slots=True)
class Own:
    """One's own folder in a share, with its manifest (None: nothing was given yet), and the names
    of the files that are not as they were written.
    """

    place: Path
    manifest: Manifest | None
    changed: tuple[str, ...]

    @property
    def unknown(self) -> "Own":
        """The same as a folder of which it is not known what stands in it."""
        return Own(self.place, None, ())

    @property
    def files(self) -> frozenset[tuple[str, str]]:
        """Name and digest of what was given: whoever has the same brings nothing new."""
        return frozenset(self.manifest.files.items() if self.manifest else ())


def own_folder(folder: ShareFolder, replica: str, person: str) -> Own:
    """The own folder as it is before anything is written."""
    place = folder.own(replica, person)
    try:
        manifest = manifest_of(place, folder.share)
    except StaketermError:
        return Own(place, None, ())
    return Own(place, manifest, tuple(not_as_written(place, manifest)))


@dataclass(frozen=True, slots=True)
class Twin:
    """What a colleague gave, all of which is here as it is there: a file of theirs with as many
    rows as there are here is one's own to the byte.
    """

    place: Path
    manifest: Manifest


def give(
    journal: Journal,
    folder: ShareFolder,
    own: Own,
    person: str,
    twin: Twin | None,
    telling: Telling,
) -> Given:
    """Give what is new here; where nothing was written since the last time nothing is looked at.

    A file that would not change is not touched, the manifest is written last. Raises
    `ExportFailed`; what was there before is then still there.
    """
    share = folder.share
    before = own.manifest if not own.changed else None
    with journal.read() as reader:
        projects = projects_of(reader, share)
        now = json.dumps([person, frontier_of(reader, share).ticks(), projects])
        if before is not None and reader.meta(GIVEN + share) == now:
            return Given(own.place, before.rows, len(before.files) + 1, 0)
        scope = Scope.of(reader, projects)
        form, clock = form_of(scope), reader.meta("clock") or FIRST_TICK
        stale = None
        if before is not None and reader.meta(FORM + share) == form:
            gave_at = reader.meta(GAVE_AT + share) or FIRST_TICK
            stale = stale_parts(reader, scope, own.place, gave_at)
        giving = _Giving(reader, folder, own, scope, stale, twin, telling)
        given = giving.give(person, journal.clock.now())
    with journal.store.write("sync") as work:
        Gone(work, share).remember(giving.gone)
        work.set_meta(GIVEN + share, now)
        work.set_meta(GAVE_AT + share, clock)
        work.set_meta(FORM + share, form)
    return given


class _Giving:
    """What is here of a share on its way into the own folder.

    `stale` are the parts of the journal that are given anew, None for all: a file of another part
    stays as it is.
    """

    def __init__(
        self,
        reader: Reader,
        folder: ShareFolder,
        own: Own,
        scope: Scope,
        stale: Collection[str] | None,
        twin: Twin | None,
        telling: Telling,
    ) -> None:
        self._reader, self._folder, self._own, self._scope = reader, folder, own, scope
        self._stale, self._twin, self._telling = stale, twin, telling
        self.gone = _gone(reader, folder.share, scope)

    def give(self, person: str, moment: datetime) -> Given:
        """Write everything to the own folder, the manifest last."""
        reader, share, own = self._reader, self._folder.share, self._own.place
        replica = reader.meta("replica") or ""
        make_folder(self._folder.path / WRITERS, mode=0o777)
        make_folder(own, mode=0o777)
        files = list(self._files())
        rows = sum(file.rows for file in files if file.name not in (DELETED, CONFLICTS))
        before = set(self._own.manifest.files if self._own.manifest else ())
        for name in before - {file.name for file in files}:
            (own / name).unlink(missing_ok=True)
        settle_folder(own)
        said = {
            "format": FORMAT,
            "schema": SCHEMA,
            "share": share,
            "replica": replica,
            "person": person,
            "clock": reader.meta("clock") or FIRST_TICK,
            "frontier": frontier_of(reader, share).without(replica).ticks(),
            "files": {
                file.name: {"sha256": file.sha256, "bytes": file.size, "rows": file.rows}
                for file in files
            },
        }
        manifest = _manifest(own, said, moment_text(moment))
        files.append(_write(own / MANIFEST, [manifest]))
        settle_folder(own)
        return Given(own, rows, len(files), sum(file.changed for file in files))

    def _files(self) -> Iterator[Written]:
        reader, share, own = self._reader, self._folder.share, self._own.place
        for kind in SHARED_KINDS:
            for part in self._scope.parts(reader, kind):
                name = f"{part}.csv"
                if self._stale is not None and part not in self._stale:
                    yield from self._kept(name)
                else:
                    yield from self._copied(kind, name, part) or self._drawn(kind, name, part)
        yield _write(own / DELETED, _lines(DELETED_HEADER, _deleted(reader, self.gone)))
        yield _write(
            own / CONFLICTS, _lines(CONFLICTS_HEADER, _conflicts(reader, share, self._scope))
        )

    def _kept(self, name: str) -> list[Written]:
        """The file as it was given the last time; none where there was nothing to give."""
        before = self._own.manifest
        if before is None or name not in before.files:
            return []
        size = before.sizes[name]
        return [Written(name, before.files[name], size.bytes, size.rows, changed=False)]

    def _copied(self, kind: type[Row], name: str, part: str) -> list[Written]:
        """The file as a colleague gave it, where it is the same; none where it may not be."""
        twin, own = self._twin, self._own.place
        if twin is None or kind is not Signal or (own / name).exists():
            return []
        rows = self._scope.count(self._reader, part)
        if name not in twin.manifest.files or twin.manifest.sizes[name].rows != rows:
            return []
        return [copy_whole(twin.place / name, own / name, rows=rows, mode=FOR_COLLEAGUES)]

    def _drawn(self, kind: type[Row], name: str, part: str) -> list[Written]:
        """The file as its rows make it; none for a month without any."""
        rows = list(self._scope.rows(self._reader, kind, part))
        if not rows and kind is Signal:
            return []
        self._telling.writes(len(rows))
        return [_write(self._own.place / name, csv_text(kind, rows, extra_columns(rows)))]


def _write(path: Path, lines: Iterable[str]) -> Written:
    return write_whole(path, lines, uncounted=1, mode=FOR_COLLEAGUES)


def _gone(reader: Reader, share: str, scope: Scope) -> dict[tuple[str, str], str]:
    """Every deletion of the share: told before, and of rows that would leave if they were there."""
    found = told_of(reader, share)
    for kind in SHARED_KINDS:
        for row, rev in scope.deleted(reader, kind):
            found[kind.table, row] = max(rev, found.get((kind.table, row), ""))
    return found


def _deleted(reader: Reader, gone: Told) -> Iterator[tuple[str, ...]]:
    """Table, id, deleted or purged, and stamp of every row that is gone, by table and id: of the
    share, and of all that was erased, for an erasure travels everywhere. What can never be shared
    is told nobody.
    """
    erased = tables.purged.c
    shared = [kind.table for kind in SHARED_KINDS]
    query = select(erased.tab, erased.id, erased.rev).where(erased.tab.in_(shared))
    purged = {(table, row): rev for table, row, rev in reader.select(query)}
    for (table, row), rev in sorted({**gone, **purged}.items()):
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
            table.resolved,
            table.resolved_rev,
        )
        .where(table.share == share)
        .order_by(table.tab, table.row, table.field, table.lost_rev)
    )
    for (tab, row), lines in groupby(reader.select(query), key=itemgetter(0, 1)):
        here = reader.get(BY_TABLE[tab], row, deleted=True)
        if here is not None and not scope.leaves(here):
            continue
        for _tab, _row, field, lost, value, won, resolved, since in lines:
            told = value if here is None else scope.cut_value(here, field, value)
            said = "yes" if resolved else ""
            yield tab, row, field, lost, guard(data_text(told)), won, said, since or ""


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
