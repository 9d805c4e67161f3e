"""The guide to what keeps a journal safe: its commands are commands, its numbers the program's."""

import re
import shlex
from importlib.resources import files
from pathlib import Path

import pytest

import run
from staketerm.cli import bar
from staketerm.journal import passphrase
from staketerm.store import leftovers, lock, rotation
from staketerm.store.backup import back_up
from staketerm.store.clock import SystemClock
from staketerm.store.opening import open_store
from tests.cli.test_guide import parse

TEXT = files("staketerm").joinpath("guide", "safety.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)
LINES = re.findall(r"^staketerm ([^#\n]+)", "".join(BLOCKS), re.MULTILINE)
COMMANDS = sorted({line.strip() for line in LINES + re.findall(r"`staketerm ([^`]+)`", TEXT)})


def test_every_part_of_keeping_safe_has_its_command():
    assert {"doctor", "doctor --repair", "backup", "restore PATH", "undo"} <= set(COMMANDS)


@pytest.mark.parametrize("said", COMMANDS)
def test_every_command_in_it_is_one(said):
    words = shlex.split(said)
    parse([*words, "PATH"] if words == ["restore"] else words)


def test_the_copies_it_says_are_kept_are_kept():
    kept = re.search(
        r"newest (\w+), the newest of each of the last (\d+) days, (\d+) w\w+ and (\d+)", TEXT
    )
    assert kept is not None
    numbers = (rotation.DAYS, rotation.WEEKS, rotation.MONTHS)
    assert (kept[1], *map(int, kept.groups()[1:])) == ("three", *numbers)
    assert rotation.LATEST == 3
    assert "each of the two layouts before" in TEXT
    assert rotation.SCHEMAS == 2


def test_the_wait_it_tells_of_is_the_one_that_is_waited():
    assert "up to five seconds" in TEXT
    assert lock.WAIT_SECONDS == 5.0


def test_the_names_it_tells_are_those_of_the_files(tmp_path):
    place = tmp_path / "journal.db"
    store = open_store(place, clock=SystemClock())
    made = back_up(store)
    for name in {each.name for each in tmp_path.iterdir()}:
        assert f"`{name}`" in TEXT
    store.close()
    form = re.compile(r"journal-\d{8}T\d{6}Z-s\d+\.db")
    assert form.fullmatch(made.name)
    assert form.search(TEXT)
    for reason in (leftovers.REPLACED, leftovers.DAMAGED, leftovers.PLAIN):
        assert f"`journal-...-{reason}.db`" in TEXT


def test_the_ways_of_a_passphrase_stand_in_their_order():
    assert {"encrypt", "encrypt --remove-plain", "encrypt --change", "decrypt"} <= set(COMMANDS)
    ways = ("1. `--key-fd", "passphrase_command = [", "3. The keyring", passphrase.VARIABLE)
    places = [TEXT.index(way) for way in ways]
    assert places == sorted(places)
    assert "three times at\nmost" in TEXT
    assert passphrase.TRIES == 3
    assert f"shows `{bar.LOCKED['tmux']()}`" in TEXT
    assert f"ends with {bar.FAILED}" in TEXT


def test_the_readme_leads_to_it():
    readme = Path(run.ROOT, "README.md").read_text(encoding="utf-8")
    assert "](src/staketerm/guide/safety.md)" in readme


def test_the_bench_it_names_is_one():
    assert "kill" in run.benches()
