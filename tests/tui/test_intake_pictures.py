"""Pictures of taking a file in and of the first run."""

import pytest
from textual.pilot import Pilot

from tests.tui.conftest import program_on, settled
from tests.tui.intake_stage import look_into, press, register


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80", "120"])
def test_preview(snap_compare, journal_file, tmp_path, size):
    async def run(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await look_into(pilot, register(tmp_path))
        await press(pilot, "j", "j", "=")

    assert snap_compare(program_on(journal_file), terminal_size=size, run_before=run)


@pytest.mark.parametrize("size", [(80, 15), (120, 40)], ids=["80", "120"])
def test_first_run(snap_compare, tmp_path, size):
    app = program_on(tmp_path / "journal.db")
    assert snap_compare(app, terminal_size=size, run_before=settled)
