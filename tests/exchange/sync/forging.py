"""A colleague who writes what they like: files made by hand, under a manifest that fits them."""

import csv
import hashlib
import json
from io import StringIO
from pathlib import Path
from typing import Any

from staketerm.exchange.csvform import form_of
from staketerm.exchange.sync.giving import CONFLICTS_HEADER, DELETED_HEADER
from staketerm.store.records import Row
from staketerm.store.shapes import BY_TABLE

REPLICA = "0badc0de"
CLOCK = "01a20cc903b0-0000"
"""A little after the day that the tests of sync play on: 2026-11-24 09:00 UTC and some seconds."""

STAMP = f"{CLOCK}-{REPLICA}"


def _header(table: str, rows: list[dict[str, str]]) -> list[str]:
    if table == "deleted":
        return list(DELETED_HEADER)
    if table == "conflicts":
        return list(CONFLICTS_HEADER)
    form = form_of(BY_TABLE[table])
    extras = {name for row in rows for name in row} - {*form.columns, *form.stamps}
    return list(form.header(sorted(extras)))


class Forger:
    """The folder of somebody called Mallory in a share; nothing is there before `seal`."""

    def __init__(self, folder: Path, replica: str = REPLICA, person: str = "Mallory") -> None:
        self.share = folder
        self.place = folder / "from" / f"{replica}-mallory"
        self.replica, self.person = replica, person
        self.place.mkdir(parents=True)
        self.manifest: dict[str, Any] = {}

    def row(self, kind: type[Row], /, **cells: str) -> "Forger":
        """One row more in the file of a kind; it is stamped where nothing else is said."""
        name = f"{kind.table}-2026-11.csv" if kind.table == "signal" else f"{kind.table}.csv"
        return self.line(name, kind.table, {"_rev": STAMP, **cells})

    def deletes(self, table: str, row: str, how: str = "deleted", rev: str = STAMP) -> "Forger":
        cells = {"table": table, "id": row, "kind": how, "_rev": rev}
        return self.line("deleted.csv", "deleted", cells)

    def line(self, name: str, table: str, cells: dict[str, str]) -> "Forger":
        path = self.place / name
        rows = []
        if path.exists():
            with path.open(encoding="utf-8", newline="") as file:
                rows = list(csv.DictReader(file))
        rows.append(cells)
        text = StringIO()
        writer = csv.DictWriter(text, _header(table, rows), restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
        path.write_bytes(text.getvalue().encode("utf-8", "surrogatepass"))
        return self

    def seal(self, **said: Any) -> None:
        """Write the manifest: true of every file, and else as said."""
        share = json.loads((self.share / "staketerm-share.json").read_text(encoding="utf-8"))
        files = {
            path.name: {
                "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
                "bytes": path.stat().st_size,
                "rows": 1,
            }
            for path in self.place.glob("*.csv")
            if path.is_file()
        }
        self.manifest = {
            "format": "1.0",
            "schema": 1,
            "share": share["share"],
            "replica": self.replica,
            "person": self.person,
            "clock": CLOCK,
            "frontier": {},
            "files": files,
            **said,
        }
        (self.place / "manifest.json").write_text(json.dumps(self.manifest), encoding="utf-8")
