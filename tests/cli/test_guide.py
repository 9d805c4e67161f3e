"""The guide holds what it says: its commands are commands, its files are read by their programs."""

import configparser
import json
import plistlib
import re
import shlex
import shutil
import subprocess
import tomllib
from importlib.resources import files
from pathlib import Path

import click
import pytest

import run
from staketerm.cli.program import COMMANDS, Program
from staketerm.cli.settings import Settings

GUIDE = files("staketerm").joinpath("guide")
TEXT = GUIDE.joinpath("reminders.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"""(?<![\w.-])staketerm( [a-z][^'"|)>#&`\n]*)""")


def blocks(language: str) -> list[str]:
    """The blocks of a language; there is at least one."""
    found = [text for name, text in BLOCKS if name == language]
    assert found, language
    return found


def commands() -> list[str]:
    """What stands behind `staketerm` in every block and in every code of the text."""
    prose = re.findall(r"`(staketerm [^`\n]+)`", re.sub(r"```.*?```", "", TEXT, flags=re.DOTALL))
    lines = "\n".join([*prose, *(text for _name, text in BLOCKS)])
    return sorted({found.strip() for found in COMMAND.findall(lines)})


def parse(words: list[str]) -> None:
    """Let the command line's own parser read a command; nothing is run."""
    assert words[0] in COMMANDS
    program = Program(name="staketerm")
    context = click.Context(program, obj=Settings())
    command = program.get_command(context, words[0])
    assert command is not None
    command.make_context(words[0], words[1:], parent=context)


def test_its_commands_are_found():
    assert {"due --notify", "due --format tmux", "due --check"} <= set(commands())
    assert any(said.startswith("export ") for said in commands())


@pytest.mark.parametrize("said", commands())
def test_every_command_in_it_is_one(said):
    parse(shlex.split(said))


def test_a_command_that_is_none_would_be_found():
    with pytest.raises(click.UsageError):
        parse(["due", "--notfy"])


def unit_files() -> dict[str, str]:
    """The systemd units by the name on their first line."""
    units = {}
    for text in blocks("ini"):
        if found := re.match(r"# \S+/([\w-]+\.(?:service|timer))\n", text):
            units[found[1]] = text
    return units


def test_the_timer_starts_the_service_of_its_name():
    assert {"staketerm.service", "staketerm.timer"} <= unit_files().keys()


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not here")
def test_the_units_are_good_to_systemd(tmp_path):
    for name, text in unit_files().items():
        there = text.replace("%h/.local/bin/staketerm", "/bin/true")
        (tmp_path / name).write_text(there, encoding="utf-8")
    units = sorted(str(path) for path in tmp_path.iterdir())
    done = subprocess.run(
        ["systemd-analyze", "verify", "--user", *units], capture_output=True, text=True, check=False
    )
    if "Failed to initialize manager" in done.stderr:
        pytest.skip("systemd has no room to work in here")
    said = [line for line in done.stderr.splitlines() if "staketerm" in line]
    assert (done.returncode, said) == (0, [])
    when = re.search(r"OnCalendar=(.+)", unit_files()["staketerm.timer"])
    assert when is not None
    subprocess.run(["systemd-analyze", "calendar", when[1]], capture_output=True, check=True)


def test_the_agent_of_macos_runs_a_command():
    [text] = blocks("xml")
    agent = plistlib.loads(text.encode())
    program, *words = agent["ProgramArguments"]
    assert Path(program).name == "staketerm"
    parse(words)


def test_settings_of_other_programs_are_read_by_their_formats():
    bar = json.loads(blocks("json")[0])
    assert bar["custom/staketerm"]["return-type"] == "json"
    shell, notice = (tomllib.loads(text) for text in blocks("toml"))
    assert shell["custom"]["staketerm"]["command"] == "staketerm due --format tmux"
    assert notice == {"notify": {"detail": "names"}}
    [polybar] = [text for text in blocks("ini") if text.startswith("[module")]
    parser = configparser.ConfigParser()
    parser.read_string(polybar)
    assert parser["module/staketerm"]["exec"] == "staketerm due --format tmux"


def test_lines_for_cron_have_five_times_and_no_percent_sign():
    lines = [line for text in blocks("cron") for line in text.splitlines()]
    for line in lines:
        assert re.match(r"[\d*/,-]+ [\d*/,-]+ [\d*/,-]+ [\d*/,-]+ [\d*/,-]+ \S", line)
        assert "%" not in line  # cron reads it as the end of the line
    [notice] = [line for line in lines if "--notify" in line]
    assert "DBUS_SESSION_BUS_ADDRESS=" in notice


def test_the_readme_leads_to_it():
    readme = Path(run.ROOT, "README.md").read_text(encoding="utf-8")
    [target] = re.findall(r"\]\((src/staketerm/guide/reminders\.md)\)", readme)
    assert Path(run.ROOT, target).is_file()
