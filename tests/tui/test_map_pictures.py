"""Pictures of the maps at the two usual sizes, in ASCII and hidden."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from textual.pilot import Pilot

from staketerm.tui.config import ScreenConfig
from tests.tui.conftest import program_on
from tests.tui.dialog_stage import press, settled
from tests.tui.map_stage import furnish_map

USUAL, ROOMY = (80, 24), (120, 40)


@pytest.mark.parametrize(
    ("size", "keys"),
    [
        pytest.param(ROOMY, ["3"], id="maps-120"),
        pytest.param(USUAL, ["3"], id="power-interest-80"),
        pytest.param(USUAL, ["3", "tab", "[", "["], id="stance-energy-80"),
        pytest.param(ROOMY, ["3", "tab", "tab", "tab", "[", "["], id="wanted-120"),
        pytest.param(USUAL, ["3", "tab", "tab"], id="interest-trust-80"),
        pytest.param(USUAL, ["3", "shift+tab"], id="salience-80"),
        pytest.param(USUAL, ["3", "z", "down"], id="list-80"),
    ],
)
def test_picture(snap_compare, tmp_path: Path, size: tuple[int, int], keys: Sequence[str]):
    async def run(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await press(pilot, *keys)

    app = program_on(furnish_map(tmp_path / "journal.db", ticked="shift+tab" in keys))
    assert snap_compare(app, terminal_size=size, run_before=run)


def test_picture_in_ascii(snap_compare, tmp_path: Path):
    async def run(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await press(pilot, "3", "down", "[", "[")

    path = furnish_map(tmp_path / "journal.db")
    app = program_on(path, ScreenConfig(glyphs="ascii"))
    assert snap_compare(app, terminal_size=ROOMY, run_before=run)
