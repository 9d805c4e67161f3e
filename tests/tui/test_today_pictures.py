"""Pictures of Today and of deciding, on the made-up project: a full day, an empty one, one held."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest

from staketerm.journal.capture import log_signal
from staketerm.journal.opening import open_journal
from staketerm.journal.requests import LogSignal
from tests.tui.dialog_stage import CLOCK, TODAY, demo, furnish, key, program_on
from tests.tui.test_pages_pictures import ROOMY, USUAL, after

SMALL = (80, 15)


@pytest.mark.parametrize(
    ("size", "keys"),
    [
        pytest.param(USUAL, ["1"], id="today-80"),
        pytest.param(ROOMY, ["1"], id="today-120"),
        pytest.param(USUAL, ["1", "z"], id="today-all-80"),
        pytest.param(USUAL, ["1", "tab"], id="act-80"),
        pytest.param(ROOMY, ["1", *("j",) * 5], id="moved-120"),
        pytest.param(USUAL, ["1", "j", "j", "d"], id="done-80"),
        pytest.param(ROOMY, ["1", "x"], id="skip-120"),
        pytest.param(USUAL, ["1", "enter", "tab", "tab", "d", "enter"], id="queue-80"),
        pytest.param(ROOMY, ["1", "enter"], id="queue-120"),
    ],
)
def test_day(snap_compare, tmp_path: Path, size: tuple[int, int], keys: Sequence[str]):
    app = program_on(demo(tmp_path / "demo.db"))
    assert snap_compare(app, terminal_size=size, run_before=after(keys))


def test_empty_day(snap_compare, tmp_path: Path):
    app = program_on(tmp_path / "journal.db")
    assert snap_compare(app, terminal_size=SMALL, run_before=after(["escape", "1"]))


@pytest.mark.parametrize("size", [pytest.param(USUAL, id="80"), pytest.param(ROOMY, id="120")])
def test_day_all_held_back(snap_compare, tmp_path: Path, size: tuple[int, int]):
    path = furnish(tmp_path / "journal.db")
    with open_journal(path, clock=CLOCK) as journal:
        for ago in (6, 3):
            who, day = key(journal, "Daan"), TODAY - timedelta(days=ago)
            log_signal(journal, LogSignal(stakeholder=who, kind="mail_sent", day=day))
    app = program_on(path)
    assert snap_compare(app, terminal_size=size, run_before=after(["1"]))
