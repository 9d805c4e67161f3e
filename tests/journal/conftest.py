"""A journal whose day a test sets: in memory, or on a server."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time

import pytest

from staketerm.journal import capture
from staketerm.journal.opening import Journal, open_journal
from staketerm.journal.receipt import Receipt
from staketerm.journal.requests import AddStakeholder, LogSignal
from staketerm.journal.stakeholders import people
from tests.places import Where

TODAY = date(2026, 11, 24)


class Calendar:
    """A clock that stands at noon of a day that a test chooses."""

    zone = "UTC"

    def __init__(self, day: date) -> None:
        self.day = day

    def now(self) -> datetime:
        return datetime.combine(self.day, time(12), UTC)

    def today(self) -> date:
        return self.day

    def in_zone(self, zone: str) -> "Calendar":
        return self


@pytest.fixture
def calendar() -> Calendar:
    return Calendar(TODAY)


@pytest.fixture
def journal(where: Where, calendar: Calendar) -> Iterator[Journal]:
    with open_journal(where(), clock=calendar) as journal:
        yield journal


@pytest.fixture
def ada(journal: Journal) -> str:
    """The id of Ada Lens, high impact."""
    return add(journal, "Ada Lens", impact="high")


def add(journal: Journal, name: str, **known) -> str:
    """Somebody new; their id."""
    people.add_stakeholder(journal, AddStakeholder(name=name, **known))
    return people.find(journal, name).key


def log(journal: Journal, who: str, kind: str, day: str = "2026-11-23", **more) -> Receipt:
    """Log one act."""
    return capture.log_signal(
        journal, LogSignal(stakeholder=who, kind=kind, day=date.fromisoformat(day), **more)
    )


@pytest.fixture
def partner(journal: Journal, ada: str) -> Callable[[], str]:
    """Makes Ada a partner by what she did."""

    def make() -> str:
        for day, kind in (
            ("2026-11-10", "agenda_changed"),
            ("2026-11-12", "invited_to_team"),
            ("2026-11-17", "brought_others"),
        ):
            log(journal, ada, kind, day)
        return ada

    return make
