"""`y` hands text to the terminal's clipboard by OSC 52: in base64, so that nothing in it can be a
command to the terminal."""

import base64
import re
from pathlib import Path

import pytest

from tests.tui.dialog_stage import furnish, playing, press, shown

OSC_52 = re.compile("\x1b\\]52;c;([A-Za-z0-9+/=]*)\a")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A journal with people."""
    return furnish(tmp_path / "journal.db")


async def sent(
    monkeypatch: pytest.MonkeyPatch, path: Path, *keys: str
) -> tuple[list[str], list[str]]:
    """What was put on the clipboard of the terminal by some keys, and the screen after them."""
    written: list[str] = []
    async with playing(path) as (app, pilot):
        driver = app._driver
        assert driver is not None
        monkeypatch.setattr(driver, "write", written.append)
        await press(pilot, *keys)
        lines = shown(app)
    found = OSC_52.findall("".join(written))
    return [base64.b64decode(each, validate=True).decode() for each in found], lines


async def test_what_is_copied_goes_to_the_terminal_as_it_is_shown(monkeypatch, path: Path):
    (copied,), lines = await sent(monkeypatch, path, "y")
    (selected,) = (line for line in lines if line.startswith("▌"))
    assert copied == " ".join(selected.removeprefix("▌").split())


async def test_nothing_goes_there_unasked(monkeypatch, path: Path):
    copied, _lines = await sent(monkeypatch, path, "j", "enter", "escape")
    assert copied == []


async def test_what_is_hidden_is_hidden_there_too(monkeypatch, path: Path):
    (copied,), _lines = await sent(monkeypatch, path, "p", "y")
    assert "stakeholder" in copied
    assert "Anneke" not in copied
