"""Whoever says what came of an ask or a promise can say that it was weak or strong."""

from datetime import date
from pathlib import Path

import pytest

from staketerm.journal.ledger import agree, open_items
from staketerm.journal.opening import open_journal
from staketerm.journal.positions.review import why
from staketerm.journal.requests import Agree
from tests.tui.dialog_stage import CLOCK, furnish, key, playing, press, shown


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The furnished journal, in which Hilde and the user have promised something."""
    path = furnish(tmp_path / "journal.db")
    with open_journal(path, clock=CLOCK) as journal:
        hilde, day = key(journal, "Hilde"), date(2026, 11, 20)
        agree(journal, Agree(stakeholder=hilde, text="the budget", by="them", day=day))
        agree(journal, Agree(stakeholder=hilde, text="the minutes", by="me", day=day))
    return path


async def to_item(app, pilot, text: str) -> None:
    """Open the page of Hilde and go to what is open with her."""
    await press(pilot, "2", "/", *"hilde", "enter", "enter", "tab")
    for _step in range(8):
        if any(line.startswith("▌") and text in line for line in shown(app)):
            return
        await press(pilot, "j")
    raise AssertionError(f"{text} is not on the page")


async def test_a_promise_kept_more_than_that_counts_half_as_much_again(path: Path):
    async with playing(path, (120, 40)) as (app, pilot):
        await to_item(app, pilot, "the budget")
        await press(pilot, "d")
        assert any("strength normal" in line for line in shown(app))
        await press(pilot, "plus")
        assert any("strength strong" in line for line in shown(app))
        await press(pilot, "k")
    with open_journal(path, clock=CLOCK) as journal:
        reasons = why(journal, key(journal, "Hilde")).assessment.reasons
        assert [one.points for one in reasons if one.kind == "agreement_kept"] == [4.5]


async def test_what_i_promised_has_no_strength(path: Path):
    async with playing(path, (120, 40)) as (app, pilot):
        await to_item(app, pilot, "the minutes")
        await press(pilot, "d")
        assert not any("strength" in line for line in shown(app))
        await press(pilot, "k")
    with open_journal(path, clock=CLOCK) as journal:
        assert [item.text for item in open_items(journal, key(journal, "Hilde"))] == ["the budget"]
