"""Joining colleagues with an empty journal, and what the sync screen says to somebody new to it."""

import shutil
from pathlib import Path

import pytest

from staketerm.tui.dialogs.share import ShareDialog
from tests.tui.dialog_stage import on_top, playing, press, settled, shown
from tests.tui.stillness import until
from tests.tui.sync_stage import stage


def text(app) -> str:
    """What is on screen."""
    return "\n".join(shown(app))


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A journal with news in its share."""
    return stage(tmp_path / "place")[0]


async def join(pilot, folder: Path) -> None:
    """Say which folder, look, and sync."""
    await press(pilot, "escape", "S")
    form = pilot.app.screen
    assert isinstance(form, ShareDialog)
    form.path_line.value = str(folder)
    await settled(pilot)
    await press(pilot, "enter", "S")


async def test_who_joins_with_an_empty_journal_looks_at_the_project_that_came(mine, tmp_path):
    folder = mine.parent / "graafloket-team"
    async with playing(tmp_path / "new.db") as (app, pilot):
        await join(pilot, folder)
        assert "What you log from now on goes into Graafloket" in text(app)
        assert "P looks at" not in text(app)
        await press(pilot, "escape")
        assert "Graafloket" in shown(app)[0]
        assert "Nelleke Vos" in text(app)


async def test_who_has_people_already_goes_on_looking_at_them(mine, tmp_path):
    folder = mine.parent / "graafloket-team"
    async with playing(tmp_path / "new.db") as (app, pilot):
        await press(pilot, "escape", "n", *"Ada", "enter")
        await join(pilot, folder)
        assert "P looks at the project that came" in text(app)
        await press(pilot, "escape")
        assert "Ada" in text(app)
        assert "Nelleke Vos" not in text(app)


async def test_a_journal_that_was_moved_is_asked_about_in_words_of_the_screen(mine):
    elsewhere = shutil.copy(mine, mine.with_name("elsewhere.db"))
    async with playing(Path(elsewhere)) as (app, pilot):
        await press(pilot, "S")
        said = text(app)
        assert "Was it moved, or copied?" in said
        assert "…" not in said
        await press(pilot, "escape")
        assert "--moved" not in text(app)
        assert "this journal lies elsewhere than at its last sync" in text(app)
        assert on_top(app).ready


async def test_who_is_new_is_offered_to_join_colleagues_at_the_first_start(tmp_path):
    async with playing(tmp_path / "new.db") as (app, pilot):
        assert "S  join colleagues" in text(app)
        await press(pilot, "S")
        assert isinstance(app.screen, ShareDialog)


async def test_tab_goes_on_from_the_folder_of_a_share_and_not_into_it(mine, tmp_path):
    folder = mine.parent / "graafloket-team"
    async with playing(tmp_path / "new.db") as (app, pilot):
        await press(pilot, "S")
        form = app.screen
        assert isinstance(form, ShareDialog)
        form.path_line.value = str(folder)[:-3]
        await settled(pilot)
        await press(pilot, "tab")
        assert form.path_line.value == f"{folder}/"
        await until(pilot, lambda: "a share, Graafloket" in text(app))
        await press(pilot, "tab")
        assert form.path_line.value == f"{folder}/"
        assert form.focused is form.query_one("#field-person")


async def test_what_was_shared_by_mistake_is_given_no_more(mine):
    async with playing(mine) as (app, pilot):
        await press(pilot, "S", "n", "right", "tab", "right", "right", "enter")
        assert "Give no more of it?" in text(app)
        assert "Nothing of Graafloket goes out any more" in " ".join(text(app).split())
        await press(pilot, "f9")
        assert "Graafloket" not in text(app)
        await press(pilot, "f9", "enter")
        await until(pilot, lambda: "taken in" in text(app))
        assert "projects Graafloket, Persoonlijk" in text(app)
