"""The guide page on kinds holds what it says: its commands are commands, its keys are the keys."""

import re
import shlex
import tomllib
from importlib.resources import files

import click
import pytest

from staketerm.cli.program import Program
from staketerm.cli.settings import Settings
from staketerm.tui.dialogs.kind_keys import FREE
from tests.cli.test_kinds_command import HABIT_KEYS, KIND_KEYS, MOVE_KEYS

TEXT = files("staketerm").joinpath("guide", "kinds.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)
COMMANDS = [line for _name, text in BLOCKS for line in text.splitlines() if "staketerm " in line]


@pytest.mark.parametrize("line", COMMANDS)
def test_every_command_in_it_is_one(line):
    words = shlex.split(line)[1:]
    program = Program(name="staketerm")
    context = click.Context(program, obj=Settings())
    command = program.get_command(context, words[0])
    assert command is not None
    if isinstance(command, click.Group):
        command = command.get_command(context, words.pop(1))
        assert command is not None
    command.make_context(words[0], words[1:], parent=context)


def test_its_example_can_be_followed(say, ada):
    for line in COMMANDS[:4]:
        say(*shlex.split(line)[1:])
    assert "+6" in say("log", "ada", "lent_us_her_office").out
    [toml] = [text for name, text in BLOCKS if name == "toml"]
    keys = tomllib.loads(toml)["log"]["keys"]
    assert set(keys) == {"lent_us_her_office"}
    assert keys["lent_us_her_office"] in FREE


@pytest.mark.parametrize(
    ("name", "keys"), [("KIND", KIND_KEYS), ("MOVE", MOVE_KEYS), ("habit", HABIT_KEYS)]
)
def test_it_names_every_key_of_an_answer(name, keys):
    found = re.search(rf"^{name}: (.*(?:\n  .*)*)", TEXT, re.MULTILINE)
    assert found is not None
    told = re.sub(r" \{[^}]*\}", "", found[1])
    assert [key.strip() for key in told.split(",")] == keys
