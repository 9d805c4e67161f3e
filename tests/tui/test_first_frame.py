"""The first frame: it is the frame itself, styled once, before anything is known of the journal."""

import threading
from pathlib import Path
from typing import Any

import pytest
from textual.css.stylesheet import Stylesheet
from textual.screen import Screen

from staketerm.journal.opening import Journal, open_journal
from staketerm.tui.app import Staketerm
from staketerm.tui.config import ScreenConfig
from tests.tui.conftest import CLOCK, screen_text, settled


class Watched(Staketerm):
    """The program, which keeps the first frame that it shows."""

    first: list[str] | None = None

    def _display(self, screen: Screen[Any], renderable: Any) -> None:
        if self.first is None and renderable is not None and not self._batch_count:
            self.first = screen_text(self)
        super()._display(screen, renderable)


@pytest.mark.parametrize("size", [(120, 40), (100, 30), (80, 24), (50, 15)])
async def test_nothing_of_the_first_frame_moves_until_the_rows_come(
    journal_file: Path, size: tuple[int, int]
):
    opened = threading.Event()

    def opening() -> Journal:
        opened.wait()
        return open_journal(journal_file, clock=CLOCK)

    app = Watched(opening, today=CLOCK.today, now=CLOCK.now, config=ScreenConfig())
    async with app.run_test(size=size) as pilot:
        for _round in range(3):
            await pilot.pause()
        first, stands = app.first, screen_text(app)
        opened.set()
        await settled(pilot)
    message = -2
    assert first is not None
    first[message] = stands[message]  # "reading ..." may have come
    assert first == stands
    assert "2 People" in first[0]


async def test_the_style_sheets_are_parsed_once_until_the_rows_are_there(
    journal_file: Path, monkeypatch: pytest.MonkeyPatch
):
    anew: list[Stylesheet] = []
    monkeypatch.setattr(Stylesheet, "reparse", lambda sheet: anew.append(sheet))
    app = Watched(
        lambda: open_journal(journal_file, clock=CLOCK),
        today=CLOCK.today,
        now=CLOCK.now,
        config=ScreenConfig(),
    )
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        assert "Anneke de Wit" in "\n".join(screen_text(app))
    assert anew == []


async def test_one_comes_back_to_the_place_the_program_opened_on(journal_file: Path):
    app = Watched(
        lambda: open_journal(journal_file, clock=CLOCK),
        today=CLOCK.today,
        now=CLOCK.now,
        config=ScreenConfig(),
    )
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        place = app.screen
        await pilot.press("1")
        await settled(pilot)
        assert app.screen is not place
        await pilot.press("2")
        await settled(pilot)
        assert app.screen is place
