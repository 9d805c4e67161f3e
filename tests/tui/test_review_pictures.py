"""Pictures of Review on the made-up project: sections, alarms, a seen alarm, ASCII."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.tui.dialog_stage import demo, program_on
from tests.tui.test_pages_pictures import ROOMY, USUAL, after


@pytest.mark.parametrize(
    ("size", "keys"),
    [
        pytest.param(USUAL, ["6"], id="review-80"),
        pytest.param(ROOMY, ["6", "enter"], id="alarms-120"),
        pytest.param(USUAL, ["6", "enter", "d"], id="seen-note-80"),
        pytest.param(ROOMY, ["6", "j", "enter"], id="moved-120"),
    ],
)
def test_picture(snap_compare, tmp_path: Path, size: tuple[int, int], keys: Sequence[str]):
    app = program_on(demo(tmp_path / "demo.db"))
    assert snap_compare(app, terminal_size=size, run_before=after(keys))
