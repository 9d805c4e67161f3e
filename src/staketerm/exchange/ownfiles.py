"""The files of an export, opened again: rows as a stream, and whether they are as they were
written."""

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from pydantic import ValidationError

from staketerm.domain.text import plain
from staketerm.exchange.checking import Besides, adapter, records_of
from staketerm.exchange.csvform import REV, REVS, files_of, form_of
from staketerm.exchange.csvread import AT_ONCE, read_table
from staketerm.exchange.export import MANIFEST, OWN_NAME
from staketerm.exchange.plan import ImportRefused, Problem
from staketerm.exchange.rules import rule_of
from staketerm.exchange.snapshot import SCHEMA
from staketerm.exchange.sync.confined import digest_of, whole_file
from staketerm.locale import _
from staketerm.store.records import Row

KNOWN_FORMAT = "1"
"""The first part of the format that this program reads."""


class OwnFiles(Protocol):
    """An export, in either form."""

    edited: tuple[str, ...]
    default_project: str | None

    def rows(self, kind: type[Row]) -> Iterator[Row]:
        """The rows of a kind, checked; raises `ImportRefused` for what cannot be read."""

    def name_of(self, kind: type[Row]) -> str:
        """The name of the file that holds a kind, for messages."""


def open_own(path: Path) -> OwnFiles:
    """The export at `path`; raises `ImportRefused` where it is none, is incomplete or too new."""
    try:
        return _Folder(path) if path.is_dir() else _File(path)
    except OSError as error:
        rule = _("cannot be read: {reason}").format(reason=error.strerror or error)
        raise _refused(path.name, rule) from error


class _Folder:
    """A folder of CSV files with a manifest."""

    def __init__(self, path: Path) -> None:
        self._path = path
        manifest = _loaded(path / MANIFEST, whole_file)
        self.default_project = _text(manifest.get("default_project"))
        said = manifest.get("files")
        files: Mapping[str, Any] = said if isinstance(said, dict) else {}
        self._files = sorted(name for name in files if OWN_NAME.fullmatch(name))
        missing = [name for name in self._files if not os.path.lexists(path / name)]
        if missing:
            raise _refused(missing[0], _("this file of the export is missing"))
        self.edited = tuple(
            name for name in self._files if digest_of(path / name) != _digest(files[name])
        )

    def rows(self, kind: type[Row]) -> Iterator[Row]:
        for name in files_of(kind, self._files):
            for batch in read_table(kind, name, whole_file(self._path / name)):
                yield from batch

    def name_of(self, kind: type[Row]) -> str:
        return f"{kind.table}.csv"


class _File:
    """One JSON file."""

    def __init__(self, path: Path) -> None:
        self._name = path.name
        self.edited: tuple[str, ...] = ()
        whole = _loaded(path, Path.read_bytes)
        if whole.get("schema") != SCHEMA:
            raise _refused(path.name, _("this is no export of staketerm"))
        self.default_project = _text(whole.get("default_project"))
        said = whole.get("tables")
        self._tables: Mapping[str, Any] = said if isinstance(said, dict) else {}

    def rows(self, kind: type[Row]) -> Iterator[Row]:
        rows = self._tables.get(kind.table, [])
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise _refused(self.name_of(kind), _("this table is no list of rows"))
        for start in range(0, len(rows), AT_ONCE):
            yield from self._checked(kind, rows[start : start + AT_ONCE], start)

    def name_of(self, kind: type[Row]) -> str:
        return f"{self._name}, {kind.table}"

    def _checked(
        self, kind: type[Row], rows: Sequence[Mapping[str, Any]], start: int
    ) -> Iterator[Row]:
        columns = (*form_of(kind).columns, REV)
        cells = [tuple(_cleaned(row.get(name)) for name in columns) for row in rows]
        try:
            checked = adapter(kind.table, columns, native=True).validate_python(cells)
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            at, column = int(first["loc"][0]), columns[int(first["loc"][1])]
            value = str(rows[at].get(column, ""))
            problem = Problem(self.name_of(kind), start + at + 1, column, value, rule_of(first))
            raise ImportRefused(str(problem), (problem,)) from None
        yield from records_of(kind, columns, checked, map(_besides, rows))


def _besides(row: Mapping[str, Any]) -> Besides:
    """What a row has besides its columns."""
    extra, revs = row.get("extra"), row.get(REVS)
    return Besides(
        {str(name): _cleaned(value) for name, value in extra.items()}
        if isinstance(extra, dict)
        else {},
        revs if isinstance(revs, dict) else {},
    )


def _loaded(path: Path, read: Callable[[Path], bytes]) -> Mapping[str, Any]:
    """The JSON object in a file, of a format that is known here."""
    try:
        whole = json.loads(read(path).decode("utf-8"))
    except FileNotFoundError:
        raise _refused(path.name, _("there is no such file; is this an export?")) from None
    except (ValueError, RecursionError):
        raise _refused(path.name, _("this is no JSON; the file was cut or changed")) from None
    if not isinstance(whole, dict) or "format" not in whole:
        raise _refused(path.name, _("this is no export of staketerm"))
    if str(whole["format"]).partition(".")[0] != KNOWN_FORMAT:
        rule = _("made by a newer staketerm (format {theirs}; this one knows {ours})")
        raise _refused(path.name, rule.format(theirs=whole["format"], ours=KNOWN_FORMAT))
    return whole


def _cleaned(value: Any) -> Any:
    """Text past the gate; anything else as it is."""
    return plain(value) if isinstance(value, str) else value


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _digest(entry: Any) -> Any:
    return entry.get("sha256") if isinstance(entry, dict) else None


def _refused(name: str, rule: str) -> ImportRefused:
    problem = Problem(name, None, None, None, rule)
    return ImportRefused(str(problem), (problem,))
