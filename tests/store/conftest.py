"""Journals to test with: in a file, and on PostgreSQL where a server is installed."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from staketerm.store.clock import FixedClock
from staketerm.store.opening import open_store
from staketerm.store.store import Store
from tests.store import server

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


class Hand:
    """A clock that a test sets; it stands still until moved."""

    def __init__(self, moment: datetime = NOON, zone: str = "Europe/Brussels") -> None:
        self.moment = moment
        self.zone = zone

    def now(self) -> datetime:
        return self.moment

    def today(self) -> date:
        return FixedClock(self.moment, zone=self.zone).today()

    def in_zone(self, zone: str) -> "Hand":
        self.zone = zone
        return self

    def move(self, **by: float) -> None:
        self.moment += timedelta(**by)


@pytest.fixture
def clock() -> Hand:
    return Hand()


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "journal.db"


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The address of a PostgreSQL server; skips where none is installed."""
    pytest.importorskip("psycopg", reason="psycopg, the driver for PostgreSQL, is not installed")
    programs = server.binaries()
    if programs is None:
        pytest.skip("no PostgreSQL server is installed")
    with server.running(programs) as address:
        yield address


@pytest.fixture
def server_place(postgresql: str, request) -> str:
    """The address of an empty schema of its own on the server."""
    import psycopg

    name = f"s{uuid4().hex}"
    with psycopg.connect(postgresql, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {name}")
    return f"{postgresql}&options=-csearch_path%3D{name}"


@pytest.fixture(params=["file", "postgresql"])
def location(request, place: Path) -> str | Path:
    """Where to make a journal: once on each kind of database (memory serves all rooms above)."""
    return str(request.getfixturevalue("server_place")) if request.param == "postgresql" else place


@pytest.fixture
def store(location: str | Path, clock: Hand) -> Iterator[Store]:
    """An empty journal, once on each kind of database."""
    store = open_store(location, clock=clock)
    yield store
    store.close()
