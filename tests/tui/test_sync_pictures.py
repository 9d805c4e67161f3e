"""Pictures of the sync screen: before and after a sync, and what is said before sharing."""

import pytest
from textual.pilot import Pilot

from staketerm.tui.dialogs.share import ShareDialog
from tests.tui.dialog_stage import furnish, press, program_on, settled
from tests.tui.sync_stage import stage


@pytest.mark.parametrize(
    ("size", "keys"),
    [
        pytest.param((80, 24), "S", id="before-80"),
        pytest.param((80, 24), "SS", id="after-80"),
        pytest.param((120, 40), "SSj", id="after-120"),
    ],
)
def test_sync(snap_compare, tmp_path, size: tuple[int, int], keys: str):
    async def run(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await press(pilot, *keys)

    path = stage(tmp_path / "place")[0]
    assert snap_compare(program_on(path), terminal_size=size, run_before=run)


def test_share(snap_compare, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("staketerm.exchange.sync.sharing.getuser", lambda: "anna")

    async def run(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await press(pilot, "S")
        form = pilot.app.screen
        assert isinstance(form, ShareDialog)
        form.path_line.value = "team"
        await settled(pilot)
        await press(pilot, "enter")

    path = furnish(tmp_path / "journal.db")
    assert snap_compare(program_on(path), terminal_size=(80, 24), run_before=run)
