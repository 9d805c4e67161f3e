"""What helped promises counts and spread, and says that they prove nothing."""

from datetime import timedelta
from pathlib import Path

from staketerm.domain.nurture.acts import Act, Proposal, Weight
from staketerm.journal.nurture import decisions
from staketerm.journal.opening import open_journal
from staketerm.tui.screens.helped import HelpedPage
from tests.tui.dialog_stage import CLOCK, TODAY, furnish, key, playing, press, shown


def thank(path: Path, days: int) -> None:
    """Anneke was thanked some days ago."""
    with open_journal(path, clock=CLOCK) as journal:
        act = Proposal(
            Act.THANK_YOU,
            key(journal, "Anneke"),
            journal.default_project().id,
            f"signal-{days}",
            TODAY,
            TODAY,
            "thanks",
            Weight(1.0, 1.0, 1.0),
        )
        decisions.done(journal, act, on=TODAY - timedelta(days=days))


async def open_page(pilot) -> None:
    """By its name in the list of all commands."""
    await press(pilot, "colon", *"what helped", "enter")


async def test_each_kind_of_act_has_its_counts_and_its_spread(tmp_path: Path):
    path = furnish(tmp_path / "journal.db")
    thank(path, 60)
    thank(path, 3)
    async with playing(path) as (app, pilot):
        await open_page(pilot)
        assert isinstance(app.screen, HelpedPage)
        text = "\n".join(shown(app))
        assert "thank-you" in text
        assert "1 act was done less than a month ago" in text
        assert "not because of it" in text


async def test_with_nothing_done_there_is_nothing_to_compare(tmp_path: Path):
    async with playing(furnish(tmp_path / "journal.db")) as (app, pilot):
        await open_page(pilot)
        assert "Nothing to compare yet." in "\n".join(shown(app))
