"""Review promises what changed and what deserves a second look, section by section."""

from pathlib import Path

import pytest

from tests.tui.dialog_stage import demo, playing, press, shown


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The made-up project."""
    return demo(tmp_path / "demo.db")


async def test_the_place_lists_sections_with_whom_they_are_about(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "6")
        lines = shown(app)
        assert "[6 Review]" in lines[0]
        assert "What changed since" in lines[1]
        assert any(line.split()[1:3] == ["2", "Roelof"] for line in lines if "alarms" in line)


async def test_enter_goes_into_a_section_and_from_a_row_to_the_person(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "6", "enter", "j", "enter")
        assert "Anneke de Wit" in shown(app)[1]
        await press(pilot, "q")
        assert any(line.startswith("▌!  Anneke") for line in shown(app))


async def test_an_alarm_that_was_seen_is_no_longer_counted_and_stays_where_it_stood(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "6", "enter", "d")
        lines = shown(app)
        assert any(line.split()[:2] == ["▌alarms", "1"] for line in lines)
        rows = [n for n, line in enumerate(lines) if "since" in line or "crossed" in line]
        assert "Roelof" in lines[rows[1]]
        await press(pilot, "u")
        assert any(line.split()[:2] == ["▌alarms", "2"] for line in shown(app))
