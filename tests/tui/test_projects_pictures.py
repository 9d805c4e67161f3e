"""Pictures of the projects, their sections and forms at the two usual sizes."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.dialog_stage import press, program_on, settled
from tests.tui.progress_stage import furnish_progress

USUAL, ROOMY = (80, 24), (120, 40)


@pytest.mark.parametrize(
    ("size", "keys"),
    [
        pytest.param(USUAL, ["4", "j"], id="projects-80"),
        pytest.param(ROOMY, ["4"], id="projects-120"),
        pytest.param(USUAL, ["4", "tab", "j"], id="to-thank-80"),
        pytest.param(ROOMY, ["4", "tab", "tab"], id="risks-120"),
        pytest.param(USUAL, ["4", "tab", "tab", "tab"], id="communication-80"),
        pytest.param(ROOMY, ["4", "tab", "tab", "tab"], id="communication-120"),
        pytest.param(USUAL, ["4", "tab", "tab", "tab", "tab"], id="coming-80"),
        pytest.param(USUAL, ["4", "e"], id="progress-form-80"),
    ],
)
def test_picture(snap_compare, tmp_path: Path, size: tuple[int, int], keys: Sequence[str]):
    async def run(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await press(pilot, *keys)

    app = program_on(furnish_progress(tmp_path / "journal.db"))
    assert snap_compare(app, terminal_size=size, run_before=run)
