"""Make the pictures of README from the demo: `python3 run.py screenshots`.

Every picture is one screen of the made-up project on the same day, so that a picture changes only
when the program does.
"""

import asyncio
import re
import sys
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

from staketerm.exchange.demo.build import build
from staketerm.journal.opening import Journal, open_journal
from staketerm.store.clock import FixedClock
from staketerm.tui.app import Staketerm
from staketerm.tui.config import ScreenConfig
from tests.tui.conftest import settled

FOLDER = Path(__file__).resolve().parent.parent / "screenshots"
DAY = date(2026, 11, 24)
CLOCK = FixedClock(datetime(2026, 11, 24, 9, 30, tzinfo=UTC), DAY, "Europe/Amsterdam")
FOREIGN_FONT = re.compile(r"@font-face\s*{[^}]*}\s*")


class Picture(NamedTuple):
    """A screen to show: its file's name, the size of the window, the keys that lead there."""

    name: str
    size: tuple[int, int]
    keys: tuple[str, ...]


PICTURES = (
    Picture("people", (120, 36), ()),
    Picture("people-80x24", (80, 24), ()),
    Picture("why", (100, 34), ("w",)),
    Picture("stakeholder", (120, 40), ("enter",)),
    Picture("log", (80, 24), ("l", "f")),
    Picture("today", (120, 40), ("1",)),
    Picture("today-80x24", (80, 24), ("1",)),
    Picture("map", (120, 40), ("3", "down", "down", "down", "left", "[", "[", "[", "[")),
    Picture("journal", (80, 24), ("5",)),
    Picture("draft", (80, 24), ("/", *"claire", "enter", "c")),
    Picture("brief", (100, 26), ("/", *"daan", "enter", "b")),
    Picture("projects", (120, 24), ("4",)),
    Picture("review", (120, 24), ("6", "enter")),
)


def main() -> None:
    """Make all pictures anew."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "demo.db"
        with open_journal(path, clock=CLOCK) as journal:
            build(journal, CLOCK.today())
        for picture in PICTURES:
            drawn = asyncio.run(_draw(picture, path))
            (FOLDER / f"{picture.name}.svg").write_text(drawn, encoding="utf-8")
            sys.stdout.write(f"screenshots/{picture.name}.svg\n")


async def _draw(picture: Picture, path: Path) -> str:
    """The screen as SVG that fetches nothing from elsewhere."""

    def opening() -> Journal:
        return open_journal(path, clock=CLOCK)

    app = Staketerm(opening, today=CLOCK.today, now=CLOCK.now, config=ScreenConfig())
    async with app.run_test(size=picture.size) as pilot:
        await settled(pilot)
        for key in picture.keys:
            await pilot.press(key)
            await settled(pilot)
        drawn = app.export_screenshot(title="staketerm")
    return re.sub(r"terminal-\d+", "terminal", FOREIGN_FONT.sub("", drawn))


if __name__ == "__main__":
    main()
