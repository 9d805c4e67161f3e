"""A person's own export: everything that is theirs, as a folder of CSV files or one JSON file; and
what is to come as a calendar.

It holds the facts of the journal. What follows from them (positions) is told by `list --json`; the
history of changes stays in the journal and its backups. Private rows are left out unless asked for,
and then the name of the export says PRIVATE.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal, get_args

from staketerm.domain.errors import UsageError
from staketerm.exchange.csvform import by_file, csv_text, form_of
from staketerm.exchange.files import Written, make_folder, settle_folder, write_whole
from staketerm.exchange.leaving import Leaving
from staketerm.exchange.snapshot import Snapshot
from staketerm.journal.opening import DEFAULT_PROJECT, Journal
from staketerm.locale import _
from staketerm.store.reader import Reader
from staketerm.store.records import EXCHANGED
from staketerm.store.schema import SCHEMA
from staketerm.store.types import moment_text

FORMAT = "1.0"
MANIFEST = "manifest.json"
OWN_NAME = re.compile(r"[a-z]+(-\d{4}-\d{2})?\.csv")
"""Names of data files (storage-sync 1.2)."""

PRIVATE = "PRIVATE"

Form = Literal["csv", "json", "ics"]

FORMS: tuple[Form, ...] = get_args(Form)
"""What an export can be: a folder of CSV files, one JSON file, or a calendar of the next 90 days
(iCalendar, RFC 5545).
"""


@dataclass(frozen=True, slots=True)
class Exported:
    """Where an export is and what it holds; `changed` counts the files that were not so before,
    `stayed` the rows (of a calendar the events) that did not leave for being private."""

    path: Path
    format: Form
    rows: int
    files: int
    changed: int
    private: bool
    stayed: int = 0


def export(
    journal: Journal,
    path: Path,
    format: Form = "csv",
    *,
    with_private: bool = False,
    names: bool = False,
) -> Exported:
    """Write everything that is the person's own to `path`: a folder (csv) or a file (json); or what
    is to come, as a calendar (ics), with `names` or with initials.

    With `with_private` the private rows go too, and PRIVATE is put into the name where it is not
    there. Only their owner can read the files. A file that would not change is not touched. Raises
    `UsageError` for a folder or calendar with other things in it, `ExportFailed` where nothing can
    be written.
    """
    target = _private_name(path) if with_private else path
    if format == "ics":
        return _calendar(journal, target, names=names, with_private=with_private)
    with journal.read() as reader:
        leaving = Leaving(reader, with_private=with_private)
        head = _head(journal, reader, with_private=with_private)
        write = _snapshot if format == "json" else _folder
        done = write(target, leaving, head)
        every = done.rows if with_private else Leaving(reader, with_private=True).count()
    return replace(done, stayed=every - done.rows)


def _private_name(path: Path) -> Path:
    if PRIVATE in path.name:
        return path
    return path.with_name(f"{path.stem}-{PRIVATE}{path.suffix}")


def _head(journal: Journal, reader: Reader, *, with_private: bool) -> dict[str, Any]:
    """What an export says of itself."""
    return {
        "format": FORMAT,
        "content": "export",
        "schema": SCHEMA,
        "private": with_private,
        "replica": reader.meta("replica"),
        "zone": reader.meta("zone"),
        "default_project": reader.meta(DEFAULT_PROJECT),
        "written": moment_text(journal.clock.now()),
    }


def _folder(folder: Path, leaving: Leaving, head: Mapping[str, Any]) -> Exported:
    before = _manifest_before(folder)
    make_folder(folder)
    columns: dict[str, list[str]] = {}
    files = []
    for kind in EXCHANGED:
        extras = leaving.extras(kind)
        for name, rows in by_file(kind, leaving.rows(kind)):
            files.append(write_whole(folder / name, csv_text(kind, rows, extras), uncounted=1))
            columns[name] = list(form_of(kind).header(extras))
    files.append(write_whole(folder / "deleted.csv", _deleted(leaving), uncounted=1))
    columns["deleted.csv"] = ["table", "id", "kind", "_rev"]
    listed = {
        file.name: {
            "sha256": file.sha256,
            "bytes": file.size,
            "rows": file.rows,
            "columns": columns[file.name],
        }
        for file in files
    }
    gone = [name for name in before.get("files", {}) if name not in listed]
    for name in gone:
        (folder / name).unlink(missing_ok=True)
    manifest = {**head, "files": listed}
    if {**before, "written": head["written"]} == manifest:
        manifest["written"] = before["written"]
    said = json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    files.append(write_whole(folder / MANIFEST, [said], uncounted=1))
    settle_folder(folder)
    return _exported(folder, "csv", files, head)


def _deleted(leaving: Leaving) -> Iterator[str]:
    """The lines of deleted.csv: what was deleted, without its content."""
    yield "table,id,kind,_rev\n"
    for table, row, stamp in leaving.deleted():
        yield f"{table},{row},deleted,{stamp}\n"


def _manifest_before(folder: Path) -> dict[str, Any]:
    """The manifest of an earlier export in the folder; {} for a new or empty folder.

    Raises `UsageError` for a folder that holds other things.
    """
    if not folder.exists():
        return {}
    if folder.is_dir():
        try:
            manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        except FileNotFoundError:
            if not any(folder.iterdir()):
                return {}
        except (ValueError, RecursionError):
            pass
        else:
            if isinstance(manifest, dict) and manifest.get("content") == "export":
                files = manifest.get("files")
                known = files if isinstance(files, dict) else {}
                return {
                    **manifest,
                    "files": {n: f for n, f in known.items() if OWN_NAME.fullmatch(n)},
                }
    raise UsageError(
        _("{path} holds other things; name a folder that is new or holds an export").format(
            path=folder
        )
    )


def _calendar(journal: Journal, path: Path, *, names: bool, with_private: bool) -> Exported:
    from staketerm.exchange.calendar import write_calendar

    written, stayed = write_calendar(journal, path, names=names, with_private=with_private)
    return Exported(path, "ics", written.rows, 1, int(written.changed), with_private, stayed)


def _snapshot(path: Path, leaving: Leaving, head: Mapping[str, Any]) -> Exported:
    if path.is_dir():
        raise UsageError(_("{path} is a folder; name a file for JSON").format(path=path))
    make_folder(path.parent)
    snapshot = Snapshot(leaving, head)
    written = write_whole(path, snapshot.lines())
    settle_folder(path.parent)
    return _exported(path, "json", [replace(written, rows=snapshot.rows)], head)


def _exported(path: Path, form: Form, files: list[Written], head: Mapping[str, Any]) -> Exported:
    data = [file for file in files if file.name not in {MANIFEST, "deleted.csv"}]
    return Exported(
        path=path,
        format=form,
        rows=sum(file.rows for file in data),
        files=len(files),
        changed=sum(file.changed for file in files),
        private=bool(head["private"]),
    )
