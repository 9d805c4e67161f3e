"""Journals to test with: in a file, and on PostgreSQL where a server can be had."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from staketerm.store.clock import FixedClock
from staketerm.store.opening import open_store
from staketerm.store.store import Store
from tests.places import Location, Where

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


@pytest.fixture
def location(where: Where) -> Location:
    """Where to make a journal: once on each kind of database (memory serves all rooms above)."""
    return where("journal")


@pytest.fixture
def store(location: Location, clock: Hand) -> Iterator[Store]:
    """An empty journal, once on each kind of database."""
    store = open_store(location, clock=clock)
    yield store
    store.close()
