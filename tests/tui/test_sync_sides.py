"""Two values for one thing of which neither is one's own, or both are: what they are called."""

from pathlib import Path

import pytest

from staketerm.exchange.sync.team import sync
from tests.tui.dialog_stage import playing, press, shown
from tests.tui.sync_stage import TODAY, at, noor, stage


def text(app) -> str:
    """What is on screen, each line without its columns."""
    return "\n".join(" ".join(line.split()) for line in shown(app))


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Journals in step until Friday, with news in the folder."""
    return stage(tmp_path / "place")[0].parent


async def test_values_of_two_others_are_not_called_mine(place):
    with at(place / "mine.db", TODAY, 9) as journal:
        sync(journal, place / "graafloket-team", "Anna")
    async with playing(noor(place)) as (app, pilot):
        await press(pilot, "S", "S")
        said = text(app)
        assert "Roelof Postma, latest interval" in said
        assert "one 30 days Anna" in said
        assert "other 45 days Tim" in said
        await press(pilot, "g")
        assert "< one > other = both" in shown(app)[-1].replace("  ", " ")
        await press(pilot, "equals_sign")
        assert "this holds one value, not both: < keeps one, > other" in text(app)
        await press(pilot, "less_than_sign")
        assert "decided: one." in text(app)


async def test_what_was_decided_says_which_value_holds(place):
    async with playing(place / "mine.db") as (app, pilot):
        await press(pilot, "S", "S", "*", "greater_than_sign")
        await press(pilot, "z")
        said = text(app)
        assert "two values for one thing: 0 decided: 2" in said
        assert "now theirs, as was decided; it can be decided again" in said
