"""Keys can be set by id; what can't be is named with file and line, and the built-in key serves."""

import pytest

from staketerm.tui.commands.base import Command
from staketerm.tui.commands.table import EVERY
from staketerm.tui.config import ScreenConfig, read_config
from staketerm.tui.keymap import keymap

TAKEN_BY_TERMINALS = {f"ctrl+{letter}" for letter in "abcghijmnopqstz"}
DEAD_ON_DUTCH_KEYBOARDS = set("'\"`~^")


def config_of(tmp_path, text: str) -> ScreenConfig:
    path = tmp_path / "config.toml"
    path.write_text(text, encoding="utf-8")
    return read_config(path)


def test_no_key_and_no_id_is_there_twice():
    ids = [command.id for command in EVERY]
    assert len(ids) == len(set(ids))
    keys = [key for command in EVERY for key in (*command.keys, *command.fixed)]
    assert sorted(keys) == sorted(set(keys))


@pytest.mark.parametrize("command", EVERY, ids=lambda command: command.id)
def test_every_command_can_be_reached_on_every_keyboard(command: type[Command]):
    keys = {*command.keys, *command.fixed}
    assert not keys & DEAD_ON_DUTCH_KEYBOARDS
    assert not keys or keys - TAKEN_BY_TERMINALS


@pytest.mark.parametrize("command", EVERY, ids=lambda command: command.id)
def test_every_command_has_a_name_and_says_what_it_does(command: type[Command]):
    assert command.label
    assert command.__doc__


def test_a_key_is_set_by_the_id_of_its_command(tmp_path):
    keys = keymap(EVERY, config_of(tmp_path, '[keys]\nwhy = "Q"\n'))
    assert keys.shown("why") == "Q"
    assert keys.rebound == {"why": "Q"}
    assert not keys.problems


def test_two_commands_can_change_places(tmp_path):
    keys = keymap(EVERY, config_of(tmp_path, '[keys]\nundo = "w"\nwhy = "u"\n'))
    assert (keys.shown("undo"), keys.shown("why")) == ("w", "u")
    assert not keys.problems


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('why = "u"', "config.toml, line 3: u is the key of undo, why keeps its own"),
        ('wyh = "Q"', "config.toml, line 3: no command wyh"),
        ('why = "?"', "config.toml, line 3: ? is fixed, why keeps its own key"),
        ('why = "Enter"', "config.toml, line 3: Enter is fixed, why keeps its own key"),
    ],
)
def test_what_cannot_be_followed_is_named_and_the_own_key_serves(tmp_path, line, told):
    keys = keymap(EVERY, config_of(tmp_path, f"# mine\n[keys]\n{line}\n"))
    assert keys.problems == (told,)
    assert keys.shown("why") == "w"
    assert not keys.rebound


def test_a_key_that_is_no_text_is_named(tmp_path):
    config = config_of(tmp_path, "[keys]\nwhy = 3\n")
    assert config.problems == ('config.toml: the key of why is a text, such as "l"',)


def test_the_program_opens_on_people_or_on_today(tmp_path):
    assert config_of(tmp_path, "").place is None
    assert config_of(tmp_path, '[start]\nplace = "today"\n').place == "today"
    for wrong in ('[start]\nplace = "map"\n', "[start]\nplace = 3\n", 'start = "today"\n'):
        config = config_of(tmp_path, wrong)
        assert config.place is None
        assert config.problems == ("config.toml: place under [start] is one of people, today",)


def test_glyphs_are_full_or_ascii(tmp_path):
    assert config_of(tmp_path, 'glyphs = "ascii"\n').glyphs == "ascii"
    config = config_of(tmp_path, 'glyphs = "emoji"\n')
    assert config.glyphs is None
    assert config.problems == ("config.toml: glyphs is one of full, ascii",)


def test_a_file_that_cannot_be_read_is_said_once_and_stops_nothing(tmp_path):
    config = config_of(tmp_path, "[keys\n")
    assert len(config.problems) == 1
    assert config.problems[0].startswith("config.toml can't be read, the built-in keys serve:")
    assert not config.keys


def test_no_file_is_no_problem(tmp_path):
    assert read_config(tmp_path / "nothing.toml").problems == ()
    assert read_config(None) == ScreenConfig()
