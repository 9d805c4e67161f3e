"""Without a command the program opens, whatever options of the whole program stand there."""

import subprocess
import sys
from datetime import date
from typing import Any

import pytest

from staketerm.cli import door
from staketerm.cli.main import main
from staketerm.domain.errors import UsageError
from staketerm.tui import launch


@pytest.fixture
def opened(monkeypatch) -> list[dict[str, Any]]:
    """What the program was opened with; nothing is drawn."""
    calls: list[dict[str, Any]] = []

    def run(location, **named):
        calls.append({"location": location, **named})
        return 7

    monkeypatch.setattr(launch, "run", run)
    monkeypatch.setattr(launch, "refuse_without_terminal", lambda: None)
    return calls


def test_it_opens_the_persons_own_journal(opened):
    assert main([]) == 7
    assert opened[0]["location"] is None
    assert opened[0]["language_said"] is False


def test_it_takes_the_options_of_the_whole_program(opened, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "")
    said = ["--journal", "x.db", "--today=2026-03-01", "--lang", "en", "--no-color"]
    assert main(said) == 7
    assert opened[0]["location"] == "x.db"
    assert opened[0]["clock"].today() == date(2026, 3, 1)
    assert opened[0]["language_said"] is True


@pytest.mark.parametrize(
    "said",
    [
        ["list"],
        ["--help"],
        ["--journal", "x.db", "list"],
        ["--journal"],
        ["--journal", "--today"],
        ["--lang", "de"],
        ["--today", "yesterday"],
        ["--unknown"],
    ],
)
def test_everything_else_goes_the_way_of_every_command(opened, said):
    assert door.answer(said) is None
    assert not opened


def test_without_a_terminal_the_sentence_and_code_are_the_commands_own(tmp_path, capsys):
    with pytest.raises(UsageError):
        launch.refuse_without_terminal()
    assert main(["--journal", str(tmp_path / "x.db")]) == 2
    assert "staketerm --help" in capsys.readouterr().err


def test_what_goes_wrong_is_told_as_a_command_tells_it(opened, monkeypatch, capsys):
    def refused(*_given, **_named):
        raise UsageError("this is what was wrong")

    monkeypatch.setattr(launch, "run", refused)
    assert main([]) == 2
    assert "this is what was wrong" in capsys.readouterr().err


def test_click_is_not_waited_for():
    told = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; from staketerm.tui import launch; launch.run = lambda *a, **k: 0;"
            "launch.refuse_without_terminal = lambda: None;"
            "from staketerm.cli.main import main; main([]); print('click' in sys.modules)",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == "False"
