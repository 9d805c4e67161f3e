"""A list of many: its first rows are there before the rest is read, and then all of it."""

import threading

from staketerm.journal.nurture.decisions import keep_plan
from staketerm.journal.opening import open_journal
from staketerm.journal.stakeholders.glimpse import glimpse
from staketerm.journal.stakeholders.triage import people
from staketerm.tui.app import Staketerm
from staketerm.tui.config import ScreenConfig
from staketerm.tui.screens import people as screen
from tests.benchmarks.large_journal import large_journal
from tests.tui.conftest import CLOCK, program_on, screen_text, settled


async def test_all_of_a_long_list_comes_after_its_first_rows(tmp_path, monkeypatch):
    path = tmp_path / "journal.db"
    with large_journal(path, 300, 900) as journal:
        names = [row.name for row in people(journal).rows]
    shown: list[int] = []
    kept = screen.People._show

    def show(place, answer):
        shown.append(len(answer.rows))
        kept(place, answer)

    monkeypatch.setattr(screen.People, "_show", show)
    async with program_on(path).run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        place = pilot.app.screen
        assert isinstance(place, screen.People)
        assert [row.name for row in place.rows.rows] == names
        await pilot.press("G")
        assert place.subject is not None
        assert place.subject.name == names[-1]
    assert shown[0] == screen.FIRST_ROWS
    assert shown[-1] == 300


async def test_the_first_rows_are_there_before_the_journal_is_open(tmp_path):
    path = tmp_path / "journal.db"
    with large_journal(path, 300, 900) as journal:
        keep_plan(journal)
        names = [row.name for row in people(journal).rows]
    may_open = threading.Event()

    def opening():
        may_open.wait()
        return open_journal(path, clock=CLOCK)

    app = Staketerm(
        opening,
        glimpse=lambda most: glimpse(path, CLOCK, "en", most),
        today=CLOCK.today,
        now=CLOCK.now,
        config=ScreenConfig(),
    )
    async with app.run_test(size=(100, 30)) as pilot:
        found = app.screen
        assert isinstance(found, screen.People)
        place = found
        try:
            while not place.rows.rows:
                await pilot.pause(0.01)
            assert [row.name for row in place.rows.rows] == names[:30]
            await pilot.press("down", "e")  # kept until the journal is there
            assert app.screen is place
        finally:
            may_open.set()
        await settled(pilot)
        assert [row.name for row in place.rows.rows] == names
        assert app.screen != place
        await pilot.press("escape")
        await settled(pilot)
        assert place.subject is not None
        assert place.subject.name == names[1]
        assert any(f"why: {names[1]}" in line for line in screen_text(app))
