"""Write the journal of this release as `schema-N.sql`: run once, when a schema is released.

python -m tests.store.journals.dump
"""

import sqlite3
import tempfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from staketerm.store.clock import FixedClock
from staketerm.store.opening import open_store
from staketerm.store.records import Involvement
from staketerm.store.schema import APPLICATION_ID, SCHEMA
from tests.store.people import BRIDGE, begin, ident, signal


def main() -> None:
    """Make a small journal and write it beside this file."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "journal.db"
        clock = FixedClock(datetime(2026, 11, 21, 12, tzinfo=UTC), zone="Europe/Brussels")
        store = open_store(place, clock=clock)
        begin(store)
        with store.write("log") as work:
            work.put(Involvement(id=ident(30), stakeholder=ident(2), project=BRIDGE.id, power=4))
            work.put(signal(100, note="The water board said yes"))
        store.close()
        with closing(sqlite3.connect(place)) as connection:
            text = dumped(connection)
    Path(__file__).with_name(f"schema-{SCHEMA}.sql").write_text(text, "utf-8")


def dumped(connection: sqlite3.Connection) -> str:
    """The statements that make the journal again; the search index is filled by its own command."""
    lines = [f"PRAGMA application_id = {APPLICATION_ID};", f"PRAGMA user_version = {SCHEMA};"]
    rows = connection.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL "
        "AND name NOT LIKE 'search_words_%' AND name NOT LIKE 'sqlite_%' ORDER BY type DESC, name"
    ).fetchall()
    lines += [f"{sql};" for kind, _name, sql in rows if kind == "table"]
    for kind, name, _sql in rows:
        if kind == "table" and name != "search_words":
            lines += _inserts(connection, name)
    lines += [f"{sql};" for kind, _name, sql in rows if kind == "index"]
    lines.append("INSERT INTO search_words (search_words) VALUES ('rebuild');")
    return "\n".join(lines) + "\n"


def _inserts(connection: sqlite3.Connection, table: str) -> list[str]:
    columns = [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')]
    values = " || ', ' || ".join(f'quote("{name}")' for name in columns)
    names = ", ".join(f'"{name}"' for name in columns)
    query = f'SELECT {values} FROM "{table}" ORDER BY rowid'
    return [
        f'INSERT INTO "{table}" ({names}) VALUES ({row[0]});' for row in connection.execute(query)
    ]


if __name__ == "__main__":
    main()
