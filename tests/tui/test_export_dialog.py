"""Exporting from the screen: where, in which form, and what stays here (screens 2, `E`)."""

import json
import re

import pytest

from staketerm.tui.dialogs.export import ExportDialog
from staketerm.tui.screens.people import People
from tests.tui.conftest import settled
from tests.tui.intake_stage import press, write


@pytest.fixture
async def pilot(app, tmp_path, monkeypatch):
    """The program at 80x24, started in the folder of the test."""
    monkeypatch.chdir(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        yield pilot


async def test_a_folder_of_csv_without_what_is_private(pilot, tmp_path):
    said = await press(pilot, "E")
    assert "~/staketerm-2026-11-24" in said
    assert "[CSV files in a folder]" in said
    assert "[stay here]" in said
    await press(pilot, "ctrl+u")
    await write(pilot, "out")
    said = await press(pilot, "enter")
    assert isinstance(pilot.app.screen, People)
    assert "private rows stay here, to out" in said
    assert "u undoes" not in said
    assert "Anneke de Wit" in (tmp_path / "out/stakeholder.csv").read_text()
    assert "fears the council" not in (tmp_path / "out/judgement.csv").read_text()


async def test_one_json_file_with_what_is_private(pilot, tmp_path):
    await press(pilot, "E", "ctrl+u")
    await write(pilot, "out")
    await press(pilot, "tab", "right", "tab", "right")
    said = await press(pilot, "enter")
    assert "with the private rows, to out-PRIVATE.json" in said
    exported = json.loads((tmp_path / "out-PRIVATE.json").read_text())
    assert "fears the council" in exported["tables"]["judgement"][0]["note"]


async def test_a_calendar_by_initials(pilot, tmp_path):
    await press(pilot, "E", "ctrl+u")
    await write(pilot, "out")
    await press(pilot, "tab", "left")
    said = await press(pilot, "enter")
    assert isinstance(pilot.app.screen, People)
    assert re.search(r"exported: \d+ events in 1 file, for yourself, to out\.ics", said)
    calendar = (tmp_path / "out.ics").read_text()
    assert "A.d.W." in calendar
    assert "Anneke" not in calendar


async def test_a_folder_with_other_things_is_left_alone(pilot, tmp_path):
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos/cat.jpg").write_bytes(b"cat")
    await press(pilot, "E", "ctrl+u")
    await write(pilot, "photos")
    said = await press(pilot, "enter")
    assert isinstance(pilot.app.screen, ExportDialog)
    assert "photos holds other things" in said
    assert [one.name for one in (tmp_path / "photos").iterdir()] == ["cat.jpg"]


async def test_a_place_that_cannot_be_written_is_said(pilot, tmp_path):
    (tmp_path / "file").write_text("a file is no folder")
    await press(pilot, "E", "ctrl+u")
    await write(pilot, "file/out")
    said = await press(pilot, "enter")
    assert isinstance(pilot.app.screen, ExportDialog)
    assert "cannot be written" in said


async def test_no_place_is_asked_for(pilot):
    said = await press(pilot, "E", "ctrl+u", "enter")
    assert "Where to?" in said
