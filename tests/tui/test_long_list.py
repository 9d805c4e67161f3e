"""A list of many: its first rows are there before the rest is read, and then all of it."""

from staketerm.journal.triage import people
from staketerm.tui.screens import people as screen
from tests.benchmarks.large_journal import large_journal
from tests.tui.conftest import program_on, settled


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
