"""The catalogue on its page: own kinds, other points, and who would move by them."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from staketerm.journal.opening import open_journal
from staketerm.journal.positions.kind_requests import AddKind, ChangeKind
from staketerm.journal.positions.kinds import add_kind, change_kind, kinds
from staketerm.store.records import Signal
from staketerm.tui.dialogs.kind import KindForm
from staketerm.tui.screens.kinds import KindsPage
from tests.tui.dialog_stage import (
    CLOCK,
    TODAY,
    furnish,
    key,
    playing,
    press,
    program_on,
    settled,
    shown,
)
from tests.tui.made_once import made_once


@made_once
def furnished(path: Path) -> None:
    """A journal with an own kind, another weight, a retired kind, and one from elsewhere."""
    furnish(path)
    with open_journal(path, clock=CLOCK) as journal:
        add_kind(journal, AddKind(label="sang for us", dutch="zong voor ons", points=5))
        change_kind(journal, ChangeKind(id="advice_given", points=5))
        change_kind(journal, ChangeKind(id="bad_news_early", retired=True))
        with journal.write("import") as writing:
            writing.put(
                Signal(
                    id=writing.new_id(),
                    stakeholder=key(journal, "Daan"),
                    project=journal.default_project().id,
                    day=TODAY - timedelta(days=4),
                    kind="juggled",
                )
            )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """That journal, of this test alone."""
    return furnished(tmp_path / "journal.db")


def kind_of(path: Path, id: str):
    """A kind as the journal has it."""
    with open_journal(path, clock=CLOCK) as journal:
        return next(row for row in kinds(journal) if row.kind.id == id)


async def open_page(pilot: Pilot[None], id: str = "") -> None:
    """By its name in the list of all commands; the cursor on one kind."""
    await settled(pilot)
    await press(pilot, "colon", *"kinds of", "enter")
    page = pilot.app.screen
    assert isinstance(page, KindsPage)
    if id:
        page.rows.select(id)
        await settled(pilot)


def text_of(app) -> str:
    """What is on screen."""
    return "\n".join(shown(app))


async def test_the_catalogue_marks_what_is_own_changed_retired_and_unknown(path: Path):
    async with playing(path) as (app, pilot):
        await open_page(pilot)
        lines = {line[1:13]: line for line in shown(app)}
        assert "was +3" in lines["gave input or advice I asked for"[:12]]
        await press(pilot, *"jjjjjjjjjjjj")
        lines = {line[1:13]: line for line in shown(app)}
        assert "retired" in lines["brought bad news early"[:12]]
        await press(pilot, "G")
        text = text_of(app)
        assert "own" in next(line for line in shown(app) if "sang for us" in line)
        assert "not known" in next(line for line in shown(app) if "juggled" in line)
        assert "e adopts it" in text


async def test_points_are_tried_live_and_enter_saves_them(path: Path):
    async with playing(path) as (app, pilot):
        await open_page(pilot, "cancelled_late")
        await press(pilot, *"-----")
        text = text_of(app)
        assert "-3 → -8" in text
        assert "what if" in text
        assert "Anneke de Wit" in text
        assert kind_of(path, "cancelled_late").kind.points == -3
        await press(pilot, "enter")
        assert "saved, from today on" in text_of(app)
        assert kind_of(path, "cancelled_late").kind.points == -8
        await press(pilot, "u")
        assert kind_of(path, "cancelled_late").kind.points == -3
        assert "was -3" not in text_of(app)


async def test_escape_and_another_row_drop_what_was_tried(path: Path):
    async with playing(path) as (app, pilot):
        await open_page(pilot, "no_show")
        await press(pilot, "+", "escape")
        assert isinstance(app.screen, KindsPage)
        assert "what if" not in text_of(app)
        await press(pilot, "+", "j")
        assert "not saved" in text_of(app)
        assert kind_of(path, "no_show").kind.points == -5


async def test_points_stop_at_twelve(path: Path):
    async with playing(path) as (app, pilot):
        await open_page(pilot, "mobilised_against")
        await press(pilot, "-", "-")
        assert "-12 → -12" in text_of(app)


async def test_what_i_do_myself_cannot_be_weighed_or_retired(path: Path):
    async with playing(path) as (app, pilot):
        await open_page(pilot, "mail_sent")
        before = shown(app)
        await press(pilot, "+", "D")
        assert shown(app) == before


async def test_a_kind_is_retired_and_undo_offers_it_again(path: Path):
    async with playing(path) as (app, pilot):
        await open_page(pilot, "no_show")
        await press(pilot, "D")
        assert "retired; its signals count on" in text_of(app)
        assert kind_of(path, "no_show").kind.retired
        await press(pilot, "u")
        assert not kind_of(path, "no_show").kind.retired
        await press(pilot, "D", "D")
        assert not kind_of(path, "no_show").kind.retired


async def test_a_new_kind_is_filled_in_and_stands_in_the_list(path: Path):
    async with playing(path) as (app, pilot):
        await open_page(pilot)
        await press(pilot, "n", *"lent us her office", "tab", *"leende ons haar kamer", "tab")
        assert isinstance(app.screen, KindForm)
        await press(pilot, "end", "backspace", "7", "enter")
        kind = kind_of(path, "lent_us_her_office").kind
        assert (kind.points, kind.dutch) == (7, "leende ons haar kamer")
        await press(pilot, "G", "k")
        assert "lent us her office" in text_of(app)


async def test_what_cannot_be_is_refused_in_the_form(path: Path):
    async with playing(path) as (app, pilot):
        await open_page(pilot)
        await press(pilot, "n", *"did not turn up", "enter")
        assert isinstance(app.screen, KindForm)
        assert "no_show" in text_of(app)
        await press(pilot, "escape", "n", *"x", "tab", "tab", *"y", "enter")
        assert "points and effort are numbers" in text_of(app)


async def test_an_unknown_kind_is_adopted_by_its_form(path: Path):
    async with playing(path) as (app, pilot):
        await open_page(pilot, "juggled")
        await press(pilot, "e")
        assert "Adopt" in text_of(app)
        await press(pilot, "tab", "tab", "end", "backspace", "9")
        assert "Daan" in text_of(app) or "No one" in text_of(app)
        await press(pilot, "enter")
        row = kind_of(path, "juggled")
        assert (row.known, row.kind.points, row.signals) == (True, 9, 1)


async def test_a_past_day_is_looked_at_and_not_changed(path: Path):
    async with playing(path) as (app, pilot):
        await open_page(pilot, "advice_given")
        await press(pilot, "at", *"23 nov", "enter")
        text = text_of(app)
        assert "was +3" not in text
        assert "sang for us" not in text
        await press(pilot, "+", "e", "D")
        assert isinstance(app.screen, KindsPage)
        assert "what if" not in text_of(app)


async def test_the_privacy_screen_hides_words_of_ones_own(path: Path):
    async with playing(path) as (app, pilot):
        await open_page(pilot, "sang_for_us")
        await press(pilot, "p")
        assert "sang for us" not in text_of(app)
        assert "kept an agreement" in text_of(app) or "met, nothing special" in text_of(app)


def after(keys: Sequence[str], id: str):
    """What a picture is taken after."""

    async def run(pilot: Pilot[None]) -> None:
        await open_page(pilot, id)
        await press(pilot, *keys)

    return run


@pytest.mark.parametrize(
    ("size", "id", "keys"),
    [
        pytest.param((80, 24), "cancelled_late", "-----", id="what-if-80"),
        pytest.param((120, 40), "cancelled_late", "-----", id="what-if-120"),
        pytest.param((120, 40), "juggled", "", id="catalogue-120"),
    ],
)
def test_picture(snap_compare, path: Path, size: tuple[int, int], id: str, keys: str):
    app = program_on(path)
    assert snap_compare(app, terminal_size=size, run_before=after(keys, id))
