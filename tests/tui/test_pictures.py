"""Pictures of the screens at the two usual sizes; a change shows in the report of the run."""

import random
from collections.abc import Iterable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from staketerm.tui.config import ScreenConfig
from tests.tui.conftest import program_on, settled

USUAL, ROOMY, SMALL = (80, 24), (120, 40), (80, 15)


class InOrder(random.Random):
    """Gives the numbers of hidden people in order, so that two pictures are alike."""

    def shuffle(self, x: object) -> None:
        """Leave it as it is."""


def after(*keys: str):
    """What the picture is taken after: everything read, keys pressed, everything read again."""

    async def run(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await pilot.press(*keys)
        await settled(pilot)

    return run


@pytest.mark.parametrize(
    ("size", "keys"),
    [
        pytest.param(USUAL, "", id="people-80"),
        pytest.param(ROOMY, "", id="people-120"),
        pytest.param(USUAL, "w", id="why-80"),
        pytest.param(ROOMY, "w", id="why-120"),
        pytest.param(USUAL, "?", id="keys-80"),
        pytest.param(USUAL, ":", id="palette-80"),
        pytest.param(ROOMY, ":lo", id="palette-120"),
        pytest.param(USUAL, "U", id="history-80"),
    ],
)
def test_screen(snap_compare, journal_file: Path, size: tuple[int, int], keys: Iterable[str]):
    app = program_on(journal_file)
    assert snap_compare(app, terminal_size=size, run_before=after(*keys))


def test_without_colour_in_ascii(snap_compare, journal_file, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    app = program_on(journal_file, ScreenConfig(glyphs="ascii"))
    assert snap_compare(app, terminal_size=SMALL, run_before=after())


def test_hidden(snap_compare, journal_file, monkeypatch):
    monkeypatch.setattr("staketerm.tui.veil.random.SystemRandom", InOrder)
    app = program_on(journal_file)
    assert snap_compare(app, terminal_size=SMALL, run_before=after("p"))


def test_nobody_yet(snap_compare, tmp_path):
    app = program_on(tmp_path / "journal.db")
    assert snap_compare(app, terminal_size=USUAL, run_before=after("escape"))
