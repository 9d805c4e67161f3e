"""Review promises a second look: words against deeds, blocking, thin evidence, old hearsay."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from staketerm.journal.capture import log_signal
from staketerm.journal.opening import open_journal
from staketerm.journal.requests import LogSignal
from tests.tui.dialog_stage import CLOCK, TODAY, demo, key, playing, press, shown
from tests.tui.made_once import made_once


@made_once
def furnished(path: Path) -> None:
    """The made-up project, in which Roelof keeps blocking and of Owen something was heard once."""
    demo(path)
    with open_journal(path, clock=CLOCK) as journal:
        for who, kind, ago in (
            ("Roelof", "obstructed", 2),
            ("Roelof", "open_opposition", 4),
            ("the contractors", "hearsay_against", 120),
        ):
            day: date = TODAY - timedelta(days=ago)
            log_signal(journal, LogSignal(stakeholder=key(journal, who), kind=kind, day=day))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """That journal, of this test alone."""
    return furnished(tmp_path / "journal.db")


async def to_section(app, pilot, heading: str) -> list[str]:
    """Go to a section of Review; what is shown then."""
    await press(pilot, "6")
    for _section in range(12):
        if any(line.startswith(f"▌{heading}") for line in shown(app)):
            break
        await press(pilot, "j")
    return shown(app)


@pytest.mark.parametrize(
    ("heading", "who", "said"),
    [
        ("words and deeds", "Edwin Kuiper", "Says yes, does no (4 of 4 sayings for"),
        ("blocking", "Roelof Postma", "Keeps blocking: 4 acts in 90 days ("),
        ("thin evidence", "the contractors", "observations would place"),
        ("heard or guessed", "the contractors", "heard from others that they are against it"),
    ],
)
async def test_a_section_says_who_and_why(path: Path, heading: str, who: str, said: str):
    async with playing(path) as (app, pilot):
        lines = await to_section(app, pilot, heading)
        assert any(who in line for line in lines)
        assert said in " ".join(line.strip() for line in lines)


async def test_enter_opens_the_page_of_whom_it_is_about(path: Path):
    async with playing(path) as (app, pilot):
        await to_section(app, pilot, "blocking")
        await press(pilot, "enter", "enter")
        assert "Roelof Postma" in shown(app)[1]


async def test_who_keeps_blocking_is_marked_on_the_list(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "2", "/", *"blocking", "enter")
        (row,) = [line for line in shown(app) if "Roelof" in line and "opponent" in line]
        assert "×" in row
