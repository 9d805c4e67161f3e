"""A journal with a real history, and what the program reads out of it: pinned for every schema.

python -m tests.store.journals.history writes `history-N.sql` and `history-N.json` of schema N. Do
it once when a schema is released; before the release whenever its tables change. Those of older
schemas stay as they are for ever: what a later program reads out of them is compared with them.
"""

import contextlib
import csv
import io
import json
import os
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Any

from staketerm.cli.main import main
from staketerm.store.schema import SCHEMA
from tests.store.journals.dump import dumped

FOLDER = Path(__file__).parent
TODAY = "2026-11-24"
PROJECT = "Graafloket"

WROTE: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("2026-05-04", ("project", PROJECT)),
    ("2026-05-04", ("add", "Ada Lens", "--impact", "high", "--org", "Gemeente Zuidrand")),
    ("2026-05-04", ("add", "Bo Berg", "--impact", "medium", "--email", "bo@example.org")),
    ("2026-05-05", ("add", "the contractors", "--kind", "role")),
    ("2026-05-05", ("add", "B. Berg", "--new", "--email", "berg@example.org")),
    (
        "2026-05-05",
        ("involve", "ada-lens", "--project", PROJECT, "--power", "5", "--interest", "2"),
    ),
    ("2026-05-05", ("tag", "ada-lens", "board")),
    ("2026-06-01", ("log", "ada-lens", "agreement_kept", "--note", "as agreed")),
    ("2026-07-01", ("log", "ada-lens", "active_in_meeting")),
    ("2026-07-01", ("log", "bo-berg", "obstructed", "--strong")),
    ("2026-07-02", ("log", "bo-berg", "open_opposition")),
    ("2026-07-02", ("undo",)),
    ("2026-08-03", ("ask", "bo-berg", "the drawings", "--due", "2026-08-20")),
    ("2026-08-03", ("agree", "ada-lens", "numbers", "--by", "me", "--due", "2026-11-20")),
    ("2026-08-10", ("agree", "ada-lens", "a room", "--by", "them", "--due", "2026-09-01")),
    ("2026-09-03", ("late", "a room")),
    ("2026-09-04", ("judge", "bo-berg", "critic", "--note", "says so himself")),
    ("2026-09-10", ("away", "ada-lens", "2026-09-14", "2026-09-28")),
    ("2026-09-10", ("cadence", "ada-lens", "--ideal", "21", "--latest", "35")),
    ("2026-09-11", ("edit", "ada-lens", "--job", "clerk")),
    ("2026-09-12", ("edit", "ada-lens", "--job", "head of permits")),
    ("2026-10-01", ("progress", "success", "the first kilometre lies", "--who", "ada-lens")),
    ("2026-10-02", ("note", "bo-berg", "has two children")),
    ("2026-10-03", ("updates", "ada-lens", "useful")),
    ("2026-10-05", ("merge", "bo-berg", "b-berg", "--yes")),
    ("2026-10-20", ("log", "ada-lens", "no_show")),
    ("2026-11-02", ("log", "ada-lens", "cancelled_late")),
    ("2026-11-12", ("log", "bo-berg", "contact")),
)
"""What was written, and on which day."""

_WORDS = frozenset({"text", "reason", "kind_text", "sentence", "schema", "summary", "hint"})
"""Keys of sentences: how a thing is said may change, what is said of whom may not."""


def write(place: Path) -> None:
    """Write the history into a new journal."""
    for day, command in WROTE:
        if command[0] == "late":  # an agreement is named by its id, which is made anew each time
            page = json.loads(_said(place, day, "show", "ada-lens", "--json"))
            command = ("late", next(e["id"] for e in page["open"] if e["text"] == command[1]))
        _said(place, day, *command)


def read_outs(place: Path, out: Path) -> dict[str, Any]:
    """What the program reads out of a journal on one day: lists, grounds, acts, pages, export."""
    listed = _json(place, "list")
    handles = sorted(each["handle"] for each in listed["stakeholders"])
    _said(place, TODAY, "export", str(out), "--with-private")
    (folder,) = out.parent.glob(f"{out.name}*PRIVATE*")
    return {
        "list": _facts(listed),
        "due": _facts(_json(place, "due", "--all")),
        "why": {handle: _facts(_json(place, "why", handle)) for handle in handles},
        "page": {handle: _facts(_json(place, "show", handle)) for handle in handles},
        "export": {path.name: _table(path) for path in sorted(folder.glob("*.csv"))},
    }


def known_columns(export: dict[str, Any], pinned: dict[str, Any]) -> dict[str, Any]:
    """The tables of an export with the columns alone that a pinned one has: later ones are new."""
    return {
        name: [{column: row.get(column) for column in rows[0]} for row in export.get(name, ())]
        for name, rows in pinned.items()
        if rows
    }


def _table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _facts(told: Any) -> Any:
    if isinstance(told, dict):
        return {name: _facts(value) for name, value in told.items() if name not in _WORDS}
    if isinstance(told, list):
        return [_facts(each) for each in told]
    return round(told, 6) if isinstance(told, float) else told


def _json(place: Path, *command: str) -> Any:
    return json.loads(_said(place, TODAY, *command, "--json"))


def _said(place: Path, day: str, *command: str) -> str:
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(["--journal", str(place), "--today", day, "--lang", "en", *command])
    if code:
        raise RuntimeError(f"{command}: {err.getvalue()}")
    return out.getvalue()


def restored(statements: str, place: Path) -> Path:
    """The journal that such statements make."""
    with closing(sqlite3.connect(place)) as connection:
        connection.executescript(statements)
    place.chmod(0o600)
    return place


def pin() -> None:
    """Write the history and what is read out of it beside this file."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "journal.db"
        write(place)
        with closing(sqlite3.connect(place)) as connection:
            text = dumped(connection)
        again = restored(text, Path(folder) / "again.db")
        told = read_outs(again, Path(folder) / "out")
    (FOLDER / f"history-{SCHEMA}.sql").write_text(text, "utf-8")
    said = json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    (FOLDER / f"history-{SCHEMA}.json").write_text(said, "utf-8")


if __name__ == "__main__":
    os.environ["TZ"] = "UTC"
    pin()
