"""The guide names keys of the sync screen that do what it says."""

import re
from importlib.resources import files

import pytest

from staketerm.tui.commands.anywhere import Undo
from staketerm.tui.commands.looking import Zoom
from staketerm.tui.commands.syncing import (
    AreTwo,
    KeepBoth,
    KeepMine,
    KeepTheirs,
    MarkConflict,
    OpenOrSync,
    ShareMore,
    Sync,
    TakeInAllTheSame,
)

TEXT = files("staketerm").joinpath("guide/teams.md").read_text(encoding="utf-8")
SECTION = TEXT.split("## On the screen")[1].split("\n## ")[0]


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (Sync, "`S`, anywhere"),
        (KeepMine, "`<` mine"),
        (KeepTheirs, "`>` theirs"),
        (KeepBoth, "`=` both"),
        (AreTwo, "`x` they are two"),
        (MarkConflict, "`Space` marks"),
        (OpenOrSync, "`Enter` opens"),
        (TakeInAllTheSame, "`a` takes them in"),
        (ShareMore, "`n` shares one more project"),
        (Undo, "`u` takes the last decision back"),
        (Zoom, "`z` shows what was decided"),
    ],
)
def test_each_key_is_the_one_of_its_command(command, said: str):
    assert said in SECTION
    key = re.findall(r"`([^`]+)`", said)[0]
    assert key.lower() in {*command.keys, *command.fixed, *map(str.lower, command.keys)}


def test_no_other_key_is_named():
    named = set(re.findall(r"`([^` ]+)`", SECTION))
    assert named == {"S", "<", ">", "=", "x", "Space", "Enter", "a", "n", "u", "z"}
