"""My judgement: all of them are in sight, each can be withdrawn, lists may follow, undo undoes."""

from datetime import date
from pathlib import Path

import pytest

from staketerm.journal.opening import open_journal
from staketerm.journal.positions.judging import judge, judgements_of
from staketerm.journal.requests import Judge
from tests.tui.dialog_stage import CLOCK, demo, key, playing, press, shown
from tests.tui.made_once import made_once


@made_once
def furnished(place: Path) -> None:
    """The made-up project, in which I changed my mind about Anneke."""
    demo(place)
    with open_journal(place, clock=CLOCK) as journal:
        judge(
            journal,
            Judge(
                stakeholder=key(journal, "Anneke"),
                label="partner",
                day=date(2026, 6, 20),
                note="moved her calendar for us",
            ),
        )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """That journal, of this test alone."""
    return furnished(tmp_path / "journal.db")


def labels(path: Path, who: str) -> list[str]:
    """What is judged of somebody, the newest first."""
    with open_journal(path, clock=CLOCK) as journal:
        return [each.label for each in judgements_of(journal, key(journal, who))]


async def test_the_dialog_shows_every_judgement_and_where_behaviour_is_on_another_side(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "2", "v")
        lines = shown(app)
        assert any(line.startswith('│ 20 Jun  ◉ partner  "moved her calendar') for line in lines)
        assert any(line.startswith("│  3 Mar  ● supporter") for line in lines)
        assert any("behaviour since then: in between" in line for line in lines)


async def test_withdrawing_lets_the_one_before_hold_again_and_u_brings_it_back(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "2", "v", "backspace")
        assert "judgement withdrawn" in shown(app)[-2]
        assert labels(path, "Anneke") == ["supporter"]
        await press(pilot, "u")
        assert labels(path, "Anneke") == ["partner", "supporter"]


async def test_a_judgement_is_revised_with_a_note_and_the_older_ones_stay(path: Path):
    async with playing(path) as (_app, pilot):
        await press(pilot, "2", "v", "c", *"asks hard questions", "enter")
        assert labels(path, "Anneke") == ["critic", "partner", "supporter"]
        await press(pilot, "u")
        assert labels(path, "Anneke") == ["partner", "supporter"]


async def test_notes_of_judgements_are_hidden_with_the_names(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "2", "p", "v")
        said = "\n".join(shown(app))
        assert "calendar" not in said
        assert "Anneke" not in said


async def test_lists_follow_my_judgement_once_i_say_so_and_behaviour_again(path: Path):
    async with playing(path, (120, 40)) as (app, pilot):
        await press(pilot, "2", "/", *"position:partner", "enter")
        assert not any("Anneke de Wit  " in line for line in shown(app))
        await press(pilot, ":", *"lists follow", "enter")
        lines = shown(app)
        assert any("Anneke de Wit  " in line and "◇ fence-sitter ≠◉" in line for line in lines)
        assert "as you judge" in lines[1]
        assert "Lists follow your judgement" in lines[-2]
        await press(pilot, "u")
        assert not any("Anneke de Wit  " in line for line in shown(app))
        await press(pilot, ":", *"lists follow", "enter", ":", *"lists follow", "enter")
        assert "Lists follow behaviour." in shown(app)[-2]


async def test_the_alarm_stands_whatever_lists_follow(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "2", ":", *"lists follow", "enter")
        assert any(line[1:].startswith("! Anneke") for line in shown(app))
