"""Pictures of places, pages and dialogs at the two usual sizes."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.dialog_stage import furnish, press, program_on, settled

USUAL, ROOMY = (80, 24), (120, 40)


def after(keys: Sequence[str]):
    """What the picture is taken after."""

    async def run(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await press(pilot, *keys)

    return run


@pytest.mark.parametrize(
    ("size", "keys"),
    [
        pytest.param(USUAL, ["1"], id="today-80"),
        pytest.param(ROOMY, ["1"], id="today-120"),
        pytest.param(USUAL, ["enter"], id="page-80"),
        pytest.param(ROOMY, ["enter"], id="page-120"),
        pytest.param(USUAL, ["5", "j"], id="journal-80"),
        pytest.param(ROOMY, ["5", "j"], id="journal-120"),
        pytest.param(USUAL, ["l", "s"], id="log-80"),
        pytest.param(ROOMY, ["l", "v"], id="log-120"),
        pytest.param(USUAL, ["m", *"Desk", "enter", "v", "x"], id="meeting-80"),
        pytest.param(USUAL, ["e"], id="edit-80"),
        pytest.param(USUAL, ["a"], id="ask-80"),
        pytest.param(USUAL, ["v"], id="judge-80"),
        pytest.param(USUAL, ["i", *"daan"], id="line-80"),
        pytest.param(USUAL, ["1", "d"], id="done-80"),
        pytest.param(USUAL, ["f", *"str"], id="find-80"),
        pytest.param(USUAL, ["5", "n"], id="entry-80"),
    ],
)
def test_picture(snap_compare, tmp_path: Path, size: tuple[int, int], keys: Sequence[str]):
    app = program_on(furnish(tmp_path / "journal.db"))
    assert snap_compare(app, terminal_size=size, run_before=after(keys))
