"""The program on an encrypted journal: all of it, and what leaves it is said to be plain."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from staketerm.journal import passphrase
from staketerm.journal.stakeholders.glimpse import glimpse
from staketerm.store.encrypting import encrypt, plain_copies, remove
from staketerm.store.errors import JournalEncrypted
from staketerm.tui import launch
from staketerm.tui.state import ScreenState, keep_state
from tests.store.encrypted import SECRET, readable_in
from tests.tui.conftest import CLOCK, program_on, settled
from tests.tui.intake_stage import press, write

SAID = "not encrypted, as the journal is"


@pytest.fixture
def sealed(journal_file: Path) -> Iterator[Path]:
    """The cast, encrypted; the key is at hand."""
    encrypt(journal_file, CLOCK.now(), SECRET)
    remove(plain_copies(journal_file))
    yield journal_file
    passphrase.forget()


async def test_it_is_shown_and_written_as_any_other(sealed: Path, tmp_path: Path, empty_machine):
    app = program_on(sealed)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        said = await press(pilot, "l", "d", "enter")
        assert "Anneke de Wit" in said
        assert app.encrypted
    keep_state(ScreenState(theme="nord"))
    assert readable_in(tmp_path, "Anneke", "anneke", "Graafloket") == []
    assert readable_in(empty_machine, "Anneke", "anneke", "Graafloket") == []


async def test_who_exports_is_told_that_the_files_are_plain(sealed: Path, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    app = program_on(sealed)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert SAID in await press(pilot, "E", "ctrl+u")
        await write(pilot, "out.json")
        await press(pilot, "tab", "right", "enter")
        assert json.loads((tmp_path / "out.json").read_text())["tables"]


async def test_of_a_plain_journal_nothing_is_said(journal_file: Path):
    app = program_on(journal_file)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert SAID not in await press(pilot, "E")


def test_it_gives_no_glimpse_and_no_word_of_why(sealed: Path, capfd):
    assert glimpse(sealed, CLOCK, "en", 10) is None
    assert capfd.readouterr() == ("", "")


def test_the_passphrase_is_asked_for_before_the_first_frame(sealed: Path, monkeypatch):
    passphrase.forget()
    drawn = []
    monkeypatch.setattr("staketerm.tui.launch.refuse_without_terminal", lambda: None)
    monkeypatch.setattr("staketerm.tui.app.Staketerm.run", lambda _app: drawn.append(1))
    with pytest.raises(JournalEncrypted):
        launch.run(sealed, clock=CLOCK, language="en", remembers=False)
    assert not drawn
    monkeypatch.setenv(passphrase.VARIABLE, SECRET)
    launch.run(sealed, clock=CLOCK, language="en", remembers=False)
    assert drawn
