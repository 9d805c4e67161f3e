"""The first frame: it is the frame itself, styled once, before anything is known of the journal."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rich.style import Style
from textual.css.stylesheet import Stylesheet
from textual.screen import Screen

from staketerm.journal.opening import Journal, open_journal
from staketerm.tui.app import OpensOnToday, Staketerm
from staketerm.tui.config import ScreenConfig
from staketerm.tui.screens.places import PLACES
from staketerm.tui.state import ScreenState, keep_state
from tests.tui.conftest import CLOCK, screen_text, settled
from tests.tui.stillness import UPDATE_PERIOD, draw, press

Drawn = list[list[tuple[str, Style | None]]]

MESSAGE = -2
"""The line on which "reading ..." may have come meanwhile."""


@pytest.fixture(autouse=True)
def every_frame(monkeypatch: pytest.MonkeyPatch) -> None:
    """Frames are drawn as on a terminal, not once all is still."""
    monkeypatch.setattr(Screen, "_compositor_refresh", draw)
    monkeypatch.setattr("textual.screen.UPDATE_PERIOD", UPDATE_PERIOD)


class Watched(Staketerm):
    """The program, which keeps the first frame that it shows."""

    def __init__(self, opening: Callable[[], Journal]) -> None:
        super().__init__(opening, today=CLOCK.today, now=CLOCK.now, config=ScreenConfig())
        self.first: Drawn = []

    def drawn(self) -> Drawn:
        """The lines on the terminal, but for the message, in their colours."""
        strips = self.screen._compositor.render_strips(self.screen.size)
        lines = [[(segment.text, segment.style) for segment in strip] for strip in strips]
        del lines[MESSAGE]
        return lines

    def _display(self, screen: Screen[Any], renderable: Any) -> None:
        if not self.first and renderable is not None and not self._batch_count:
            self.first = self.drawn()
        super()._display(screen, renderable)


class WatchedToday(Watched, OpensOnToday):
    """The same, opened on Today."""


async def first_and_later(
    path: Path, size: tuple[int, int], program: type[Watched] = Watched
) -> tuple[Drawn, Drawn]:
    """The first frame, and the one that stands before the journal is open."""
    opened = threading.Event()

    def opening() -> Journal:
        opened.wait()
        return open_journal(path, clock=CLOCK)

    app = program(opening)
    async with app.run_test(size=size) as pilot:
        for _round in range(3):
            await pilot.pause()
        stands = app.drawn()
        opened.set()
        await settled(pilot)
    return app.first, stands


@pytest.mark.parametrize("size", [(120, 40), (100, 30), (80, 24), (50, 15)])
async def test_nothing_of_the_first_frame_moves_until_the_rows_come(
    journal_file: Path, size: tuple[int, int]
):
    for program, place in ((Watched, "[2 People]"), (WatchedToday, "[1 Today]")):
        first, stands = await first_and_later(journal_file, size, program)
        assert first == stands
        assert place in "".join(text for text, _style in first[0])


async def test_the_first_frame_has_the_colours_that_were_chosen_last_time(journal_file: Path):
    dark, _stands = await first_and_later(journal_file, (120, 40))
    keep_state(ScreenState(theme="textual-light"))
    light, stands = await first_and_later(journal_file, (120, 40))
    assert light == stands
    assert light != dark


async def test_the_style_sheets_are_parsed_once_until_the_rows_are_there(
    journal_file: Path, monkeypatch: pytest.MonkeyPatch
):
    anew: list[Stylesheet] = []
    monkeypatch.setattr(Stylesheet, "reparse", lambda sheet: anew.append(sheet))
    app = Watched(lambda: open_journal(journal_file, clock=CLOCK))
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        assert "Anneke de Wit" in "\n".join(screen_text(app))
    assert anew == []


async def test_no_place_that_is_opened_has_the_style_sheets_parsed_anew(
    journal_file: Path, monkeypatch: pytest.MonkeyPatch
):
    anew: list[Stylesheet] = []
    monkeypatch.setattr(Stylesheet, "reparse", lambda sheet: anew.append(sheet))
    app = Watched(lambda: open_journal(journal_file, clock=CLOCK))
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        for place in PLACES:
            await press(pilot, place.digit)
            assert app.place == place.id
    assert anew == []


async def test_a_place_opened_after_another_theme_was_chosen_has_its_colours(journal_file: Path):
    app = Watched(lambda: open_journal(journal_file, clock=CLOCK))
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "5", "2")
        app.theme = "textual-light"
        await settled(pilot)
        light = app.screen.styles.background
        for place in ("5", "6"):  # one that stood already, one that comes
            await press(pilot, place)
            assert app.screen.styles.background == light
            assert app.current_theme.name == "textual-light"


async def test_another_theme_recolours_what_stands(journal_file: Path):
    app = Watched(lambda: open_journal(journal_file, clock=CLOCK))
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        dark = app.drawn()
        app.theme = "textual-light"
        await settled(pilot)
        assert app.current_theme.name == "textual-light"
        light = app.drawn()
    assert [[text for text, _style in line] for line in light] == [
        [text for text, _style in line] for line in dark
    ]
    assert light != dark


async def test_opened_on_today_it_has_the_day_and_the_other_places(journal_file: Path):
    app = WatchedToday(lambda: open_journal(journal_file, clock=CLOCK))
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        place, lines = app.screen, screen_text(app)
        assert "── to do" in lines[2]
        assert "project Graafloket" in lines[0]
        await pilot.press("2")
        await settled(pilot)
        assert "Anneke de Wit" in "\n".join(screen_text(app))
        await pilot.press("h")
        await settled(pilot)
        assert app.screen is place


async def test_one_comes_back_to_the_place_the_program_opened_on(journal_file: Path):
    app = Watched(lambda: open_journal(journal_file, clock=CLOCK))
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        place = app.screen
        await pilot.press("1")
        await settled(pilot)
        assert app.screen is not place
        await pilot.press("2")
        await settled(pilot)
        assert app.screen is place
