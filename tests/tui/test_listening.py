"""What somebody else writes meanwhile, in another program or on a server, shows by itself."""

from typing import Any

import pytest

from staketerm.journal.capture import log_signal
from staketerm.journal.opening import Journal, open_journal
from staketerm.journal.requests import AddStakeholder, LogSignal
from staketerm.journal.stakeholders.people import add_stakeholder, find
from staketerm.tui import listening
from staketerm.tui.app import Staketerm
from staketerm.tui.screens.people import People
from staketerm.tui.widgets.rows import RowList
from tests.places import Location
from tests.tui.conftest import CLOCK, TODAY, fill, program_on, screen_text, settled
from tests.tui.stillness import until


@pytest.fixture(autouse=True)
def by_hand(monkeypatch) -> None:
    """The moments at which the program listens are those of the test."""
    monkeypatch.setattr(listening, "EVERY", 3600)


def shown(app: Staketerm) -> str:
    return "\n".join(screen_text(app))


def rows(app: Staketerm) -> RowList[Any]:
    return app.screen.query_one(RowList)


def at(app: Staketerm) -> str:
    """Whom the cursor is on."""
    row = rows(app).selected
    assert row is not None
    return str(row.name)


def names(app: Staketerm) -> list[str]:
    return [row.name for row in rows(app).rows]


def write(location: Location, *, name: str = "", acts: int = 0) -> None:
    """Another program writes: somebody new, or acts of Roelof."""
    with open_journal(location, clock=CLOCK) as journal:
        if name:
            add_stakeholder(journal, AddStakeholder(name=name))
        for _act in range(acts):
            _log(journal, "Roelof Postma", "provided_resources")


def _log(journal: Journal, who: str, kind: str) -> None:
    log_signal(journal, LogSignal(stakeholder=find(journal, who).key, kind=kind, day=TODAY))


async def heard(app: Staketerm, pilot) -> None:
    """The moment comes at which the program listens."""
    app.listen()
    await settled(pilot)


async def test_somebody_new_stands_there_and_the_cursor_stays(app, journal_file):
    async with app.run_test(size=(100, 24)) as pilot:
        await settled(pilot)
        await pilot.press("j", "j")
        before = at(app)
        write(journal_file, name="Newly Met")
        assert "Newly Met" not in shown(app)
        await heard(app, pilot)
        assert "Newly Met" in shown(app)
        assert at(app) == before


async def test_what_somebody_did_changes_their_row(app, journal_file):
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        (before,) = (row for row in rows(app).rows if row.name == "Roelof Postma")
        write(journal_file, acts=4)
        await heard(app, pilot)
        (after,) = (row for row in rows(app).rows if row.name == "Roelof Postma")
        assert after.stance > before.stance


async def test_nothing_is_read_where_nobody_else_wrote(app, journal_file, monkeypatch):
    asked: list[str] = []
    async with app.run_test(size=(100, 24)) as pilot:
        await settled(pilot)
        for name in ("read", "reread"):
            monkeypatch.setattr(People, name, lambda *_args, name=name: asked.append(name))
        await heard(app, pilot)
        assert asked == []
        await app.desk.ask(lambda journal: _log(journal, "Roelof Postma", "contact"))
        await heard(app, pilot)
        assert asked == []  # one's own work is shown by whoever did it
        write(journal_file, acts=1)
        await heard(app, pilot)
        assert asked == ["reread"]


async def test_it_listens_by_itself(app, journal_file, monkeypatch):
    monkeypatch.setattr(listening, "EVERY", 0.3)
    async with app.run_test(size=(100, 24)) as pilot:
        await settled(pilot)
        write(journal_file, name="Newly Met")
        await until(pilot, lambda: "Newly Met" in names(app))


async def test_on_a_server_it_is_said_who_wrote(server_place: str, monkeypatch):
    with open_journal(server_place, clock=CLOCK) as journal:
        fill(journal)
    app = program_on(server_place)
    async with app.run_test(size=(100, 24)) as pilot:
        await settled(pilot)
        monkeypatch.setenv("STAKETERM_AUTHOR", "Bram")
        write(server_place, name="Newly Met")
        await heard(app, pilot)
        assert "Newly Met" in shown(app)
        assert "Bram wrote something" in shown(app)
