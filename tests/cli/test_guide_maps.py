"""The guide to the maps: its commands are commands, its numbers are those of the rule."""

import re
import shlex
from importlib.resources import files

import click
import pytest

from staketerm.cli.program import COMMANDS, Program
from staketerm.cli.settings import Settings
from staketerm.domain.maps.maps import MapKind, title_of
from staketerm.domain.maps.salience import CLASSES
from staketerm.domain.maps.trust import (
    TRUST_HIGH_FROM,
    TRUST_LEAST,
    TRUST_LOW_BELOW,
    TRUST_WINDOW_DAYS,
)

TEXT = files("staketerm").joinpath("guide", "maps.md").read_text(encoding="utf-8")
BLOCK = re.findall(r"^staketerm .*$", TEXT, re.MULTILINE)
PROSE = re.findall(r"`(staketerm [^`\n]+)`", TEXT)


def typed(line: str) -> list[str]:
    """The words of a command, without what is said of it behind it."""
    told = re.split(r"  +|(?<=--initials) ", line)[0]
    return shlex.split(told)[1:]


@pytest.mark.parametrize("line", [*BLOCK, *PROSE])
def test_every_command_in_it_is_one(line):
    words = typed(line)
    assert words[0] in COMMANDS
    program = Program(name="staketerm")
    context = click.Context(program, obj=Settings())
    command = program.get_command(context, words[0])
    assert command is not None
    if len(words) > 1 or words[0] == "map":
        command.make_context(words[0], words[1:], parent=context)


def test_it_tells_of_every_map_and_every_class():
    heads = [head.lower() for head in re.findall(r"^## (.*)$", TEXT, re.MULTILINE)]
    assert heads[:-1] == [title_of(kind).replace(" x ", " and ") for kind in MapKind]
    assert all(f"*{id}*" in TEXT for id, _title, _asked in CLASSES)


def test_its_numbers_are_those_of_the_rule():
    assert TRUST_WINDOW_DAYS == 2 * 365
    assert f"From {TRUST_HIGH_FROM:.1f}".replace("0.", ".") in TEXT
    assert f"below\n{TRUST_LOW_BELOW:.1f}".replace("0.", ".") in TEXT
    assert TRUST_LEAST == 3
    assert "fewer than three observations" in TEXT


def test_it_names_every_key_of_the_json(say):
    say("add", "Ada Lens")
    told = say("map", "--json").json
    (person,) = told["stakeholders"]
    keys = {*told, *told["sections"][0], *person, *person["trust"]} - {"schema"}
    assert {key for key in keys if f"`{key}`" not in TEXT} == set()
