"""The threat page: its commands are commands, its limits the program's, no way out is missing."""

import re
import shlex
from importlib.resources import files
from pathlib import Path

import pytest

import run
from staketerm.exchange import csvread
from staketerm.exchange.tables import foreign
from staketerm.store.files import FILE, FOLDER
from tests.cli.test_guide import parse
from tests.setup.test_no_network import KNOWN

TEXT = files("staketerm").joinpath("guide", "privacy.md").read_text(encoding="utf-8")
COMMANDS = sorted(set(re.findall(r"`staketerm ([^`]+)`", TEXT)))
WAYS_OUT = {
    "a PostgreSQL server": {"store/server.py", "store/server_engine.py"},
    "a command that says the passphrase": {"journal/passphrase.py"},
    "your editor": {"tui/dialogs/editor.py"},
    "the notices of your desktop": {"cli/notice.py"},
    "`mount` on macOS": {"store/network.py"},
}
QUOTES_ONLY = {"store/cipher.py", "tui/intake/paths.py"}
NAMES_THE_MACHINE = {"store/files.py", "store/lock.py"}


@pytest.mark.parametrize("said", COMMANDS)
def test_every_command_in_it_is_one(said: str) -> None:
    parse(shlex.split(said.replace("--project P", "--project Graafloket")))


def test_every_way_out_stands_in_it() -> None:
    told = {way for way in WAYS_OUT if f"| {way} |" in TEXT}
    assert told == set(WAYS_OUT)
    named = set().union(*WAYS_OUT.values()) | QUOTES_ONLY | NAMES_THE_MACHINE
    assert set(KNOWN) == named


def test_its_limits_are_those_of_the_program() -> None:
    assert f"{foreign.MOST_BYTES // 1024**2} MB a file" in TEXT
    assert f"{csvread.MOST_ROWS // 1_000_000} million rows" in TEXT
    assert f"{foreign.MOST_COLUMNS} columns" in TEXT
    assert f"{foreign.LONGEST_CELL:,} characters in a cell" in TEXT
    assert f"({FILE:04o}, folders {FOLDER:04o})" in TEXT


def test_it_is_linked_from_the_readme_and_from_the_page_on_safety() -> None:
    assert "](src/staketerm/guide/privacy.md)" in (Path(run.ROOT) / "README.md").read_text("utf-8")
    safety = files("staketerm").joinpath("guide", "safety.md").read_text(encoding="utf-8")
    assert "](privacy.md)" in safety
