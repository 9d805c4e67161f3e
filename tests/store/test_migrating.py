"""A journal of an older schema is brought up to date whole, after a backup, or not at all."""

import os
import shutil
import signal as signals
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect, text

from staketerm.store import migrating, schema
from staketerm.store.errors import DiskFull, JournalDamaged, JournalReadOnly
from staketerm.store.opening import open_store
from staketerm.store.records import Signal, Stakeholder
from staketerm.store.rotation import backups_of
from staketerm.store.search import search
from tests.store.next_schema import write_revisions
from tests.store.people import begin, ident, visible

JOURNALS = Path(__file__).parent / "journals"


def released(version: int, place: Path) -> Path:
    """The journal that the release with schema `version` left behind."""
    with closing(sqlite3.connect(place)) as connection:
        connection.executescript((JOURNALS / f"schema-{version}.sql").read_text("utf-8"))
    return place


def shape(connection: sqlite3.Connection) -> dict[str, object]:
    """The schema as SQLite understands it, free of how its statements are written."""
    found: dict[str, object] = {}
    for name, kind, strict in connection.execute(
        "SELECT name, type, strict FROM pragma_table_list "
        "WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'"
    ).fetchall():
        indexes = []
        for _n, index, unique, origin, partial in connection.execute(
            f'PRAGMA index_list("{name}")'
        ).fetchall():
            columns = [row[2] for row in connection.execute(f'PRAGMA index_info("{index}")')]
            indexes.append((None if origin == "pk" else index, unique, partial, columns))
        found[name] = (
            kind,
            strict,
            sorted(row[1:] for row in connection.execute(f'PRAGMA table_xinfo("{name}")')),
            sorted(row[2:] for row in connection.execute(f'PRAGMA foreign_key_list("{name}")')),
            sorted(indexes, key=str),
        )
    return found


def version_of(place: Path) -> int:
    with closing(sqlite3.connect(place)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


@pytest.fixture
def next_schema(tmp_path, monkeypatch):
    """As if this program knew a schema 2; `then` is what its revision does last."""

    def make(then: str = "pass") -> Path:
        folder = write_revisions(tmp_path / "revisions", then)
        monkeypatch.setattr(migrating, "FOLDER", folder)
        monkeypatch.setattr(schema, "SCHEMA", 2)
        return folder

    return make


@pytest.mark.parametrize("version", range(1, schema.SCHEMA + 1))
def test_every_released_schema_becomes_that_of_a_fresh_journal(version, place, clock):
    released(version, place)
    store = open_store(place, clock=clock)
    with store.read() as reader:
        assert reader.get(Stakeholder, ident(2)) is not None
        assert [row.note for row in reader.rows(Signal)] == ["The water board said yes"]
        assert len(search(reader, "water")) == 1
    store.close()
    fresh = place.with_name("fresh.db")
    open_store(fresh, clock=clock).close()
    with closing(sqlite3.connect(place)) as old, closing(sqlite3.connect(fresh)) as new:
        assert shape(old) == shape(new)


def test_the_revisions_from_nothing_make_the_tables_of_a_fresh_journal(place, clock):
    """A column added to the tables needs a revision; this is where its absence shows."""
    engine = create_engine(f"sqlite:///{place}")
    with engine.begin() as connection:
        migrating.upgrade(connection, 0, schema.SCHEMA)
    engine.dispose()
    fresh = place.with_name("fresh.db")
    open_store(fresh, clock=clock).close()
    with closing(sqlite3.connect(place)) as old, closing(sqlite3.connect(fresh)) as new:
        assert shape(old) == shape(new)


def test_the_revisions_make_the_same_tables_on_a_server(server_place, clock):
    url = server_place.replace("postgresql:", "postgresql+psycopg:")

    def columns() -> dict[str, list]:
        engine = create_engine(url)
        look = inspect(engine)
        found = {
            name: (
                sorted((c["name"], str(c["type"]), c["nullable"]) for c in look.get_columns(name)),
                sorted(str(index["name"]) for index in look.get_indexes(name)),
            )
            for name in look.get_table_names()
        }
        engine.dispose()
        return {name: list(value) for name, value in found.items()}

    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT)"))
        connection.execute(text("DROP TABLE meta"))
        migrating.upgrade(connection, 0, schema.SCHEMA)
    by_revisions = columns()
    with engine.begin() as connection:
        for name in by_revisions:
            connection.execute(text(f'DROP TABLE "{name}" CASCADE'))
    engine.dispose()
    open_store(server_place, clock=clock).close()
    assert columns() == by_revisions


def test_an_older_journal_is_backed_up_and_brought_up_to_date(place, clock, next_schema):
    store = open_store(place, clock=clock)
    begin(store)
    before = visible(store)
    store.close()
    next_schema()
    clock.move(days=1)
    store = open_store(place, clock=clock)
    assert visible(store)["stakeholder"] == before["stakeholder"]
    store.close()
    assert version_of(place) == 2
    (kept,) = backups_of(place)
    assert (kept.schema, version_of(kept.path)) == (1, 1)
    with closing(sqlite3.connect(place)) as connection:
        assert "pronouns" in str(connection.execute("PRAGMA table_info(stakeholder)").fetchall())
        assert connection.execute(
            "SELECT strict FROM pragma_table_list WHERE name = 'tag'"
        ).fetchone() == (1,)


def test_an_older_journal_cannot_be_opened_for_reading_alone(place, clock, next_schema):
    open_store(place, clock=clock).close()
    next_schema()
    before = place.read_bytes()
    with pytest.raises(JournalReadOnly, match="brought up to date"):
        open_store(place, clock=clock, read_only=True)
    assert place.read_bytes() == before


@pytest.mark.parametrize(
    ("then", "kind"),
    [
        ("raise ZeroDivisionError", ZeroDivisionError),
        ("op.execute(\"UPDATE involvement SET project = 'nowhere'\")", JournalDamaged),
    ],
)
def test_a_step_that_fails_leaves_the_journal_as_it_was(place, clock, next_schema, then, kind):
    from staketerm.store.records import Involvement
    from tests.store.people import BRIDGE

    store = open_store(place, clock=clock)
    begin(store)
    with store.write("add") as work:
        work.put(Involvement(id=ident(30), stakeholder=ident(2), project=BRIDGE.id))
    before = visible(store)
    store.close()
    next_schema(then)
    with pytest.raises(kind):
        open_store(place, clock=clock)
    assert version_of(place) == 1
    copied = place.with_name("copy.db")
    copied.write_bytes(place.read_bytes())
    with closing(sqlite3.connect(copied)) as connection:
        assert "pronouns" not in str(
            connection.execute("PRAGMA table_info(stakeholder)").fetchall()
        )
        assert connection.execute("SELECT count(*) FROM involvement").fetchone() == (1,)
    assert before["involvement"][0]["project"] == BRIDGE.id


def test_without_room_for_a_backup_nothing_is_changed(place, clock, next_schema, monkeypatch):
    open_store(place, clock=clock).close()
    next_schema()
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: type("Usage", (), {"free": 1000}))
    with pytest.raises(DiskFull, match="MB free"):
        open_store(place, clock=clock)
    assert version_of(place) == 1


KILLED = """
import sys
from pathlib import Path
from staketerm.store import opening
from staketerm.store.clock import SystemClock
from tests.store.next_schema import know_schema_2
know_schema_2(Path(sys.argv[2]))
opening.open_store(Path(sys.argv[1]), clock=SystemClock())
"""


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")
def test_killed_half_way_it_is_still_the_old_journal(place, clock, next_schema):
    store = open_store(place, clock=clock)
    begin(store)
    before = visible(store)
    store.close()
    folder = next_schema("import os, signal; os.kill(os.getpid(), signal.SIGKILL)")
    for _round in range(2):
        ended = subprocess.run(
            [sys.executable, "-c", KILLED, str(place), str(folder)],
            check=False,
            cwd=Path(__file__).parents[2],
        )
        assert ended.returncode == -signals.SIGKILL
        assert version_of(place) == 1
    next_schema()
    store = open_store(place, clock=clock)
    assert store.check is not None
    assert store.check.wait(30)
    assert store.check.finding is None
    assert visible(store)["stakeholder"] == before["stakeholder"]
    store.close()
    assert version_of(place) == 2
