"""The program as it is started: options, exit codes, languages, what a start imports."""

import json
import subprocess
import sys

import pytest

from staketerm.cli.main import main
from tests.cli.terminal import Terminal

HEAVY = ("sqlalchemy", "pydantic", "textual", "alembic", "dateutil")


def imported_by(code: str, *arguments: str) -> set[str]:
    """The top-level packages that a piece of Python has imported at its end."""
    ending = "; import sys; print(*{name.partition('.')[0] for name in sys.modules})"
    done = subprocess.run(
        [sys.executable, "-c", code + ending, *arguments],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return set(done.stdout.splitlines()[-1].split())


def test_a_start_imports_no_command_line_library_and_no_database():
    loaded = imported_by("import staketerm.cli.main")
    assert loaded.isdisjoint({*HEAVY, "click", "rich", "platformdirs"})


def test_the_commands_are_listed_without_what_they_need():
    assert imported_by("from staketerm.cli.main import main; main(['--help'])").isdisjoint(HEAVY)


@pytest.mark.parametrize("format", ["tmux", "waybar", "plain"])
def test_a_status_bar_loads_no_database_layer(say, place, format):
    say("add", "Ada Lens")
    say("agree", "ada", "street list", "--by", "them", "--due", "today")
    say("due")
    arguments = ["due", "--format", format, "--today", "2026-11-24", "--check"]
    code = f"from staketerm.cli.main import main; assert main({arguments!r}) == 0"
    loaded = imported_by(code)
    assert loaded.isdisjoint(HEAVY)
    assert ("click" in loaded) is (format == "plain")


def test_a_list_loads_no_validation(say, ada):
    code = (
        "from staketerm.cli.main import main; assert main(['list', '--as-of', '2026-11-24']) == 0"
    )
    assert imported_by(code).isdisjoint({"pydantic", "textual", "alembic", "dateutil"})


def test_a_bar_without_a_plan_goes_the_long_way_once(say, place):
    say("add", "Ada Lens")
    say("agree", "ada", "street list", "--by", "them", "--due", "today")
    arguments = ["due", "--format", "tmux", "--today", "2026-11-25"]
    code = f"from staketerm.cli.main import main; assert main({arguments!r}) == 0"
    assert "sqlalchemy" in imported_by(code)
    assert "sqlalchemy" not in imported_by(code)


def test_the_options_of_the_program_stand_before_or_after_the_command(tmp_path, capfd):
    path = str(tmp_path / "other.db")
    options = ["--journal", path, "--today", "2026-11-24"]
    assert main([*options, "add", "Ada Lens"]) == 0
    assert main(["log", "ada", "contact", *options]) == 0
    capfd.readouterr()
    assert main(["list", *options[:2], "--json", *options[2:]]) == 0
    assert json.loads(capfd.readouterr().out)["stakeholders"][0]["last_contact"] == "2026-11-24"


def test_the_journal_is_the_one_in_the_environment(say, tmp_path, monkeypatch):
    path = tmp_path / "other.db"
    monkeypatch.setenv("STAKETERM_JOURNAL", str(path))
    say("add", "Ada Lens")
    assert path.is_file()


def test_without_a_word_the_journal_lies_in_the_data_folder_for_its_owner_alone(
    say, empty_machine, monkeypatch
):
    monkeypatch.delenv("STAKETERM_JOURNAL")
    say("add", "Ada Lens")
    path = empty_machine / ".local/share/staketerm/journal.db"
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert "Ada Lens" in say("list").out


def test_before_the_first_journal_a_list_says_how_to_begin(say, monkeypatch):
    monkeypatch.delenv("STAKETERM_JOURNAL")
    assert "staketerm add" in say("list", code=1).err


@pytest.mark.parametrize(
    "command",
    [("list",), ("why", "ada"), ("show", "ada"), ("due",), ("history",), ("undo",)],
)
def test_reading_makes_no_journal(say, place, command):
    said = say(*command, code=1)
    assert str(place) in said.err
    assert said.err.count("\n") == 1
    assert said.out == ""
    assert not place.exists()


def test_the_program_speaks_dutch(say, monkeypatch):
    say("add", "Ada Lens", "--lang", "nl")
    monkeypatch.setenv("STAKETERM_LANG", "nl")
    said = say("log", "ada", "kwam", "afspraak", "na", "2026-11-19", today="2026-11-21")
    assert "kwam een afspraak na +3" in said.out
    assert "do 19 nov" in said.out
    assert "+,33" in said.out
    assert "(2,89 + 6) = +,33" in say("why", "ada", "--lang=nl").out
    assert "(2.89 + 6) = +.33" in say("why", "ada", "--lang", "en").out
    monkeypatch.delenv("STAKETERM_LANG")
    monkeypatch.setenv("LANG", "nl_BE.UTF-8")
    assert "contact zonder bijzonderheden" in say("log", "ada", "contact").out
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    assert "met, nothing special" in say("log", "ada", "contact").out


def test_a_program_of_its_own_speaks_dutch_from_its_first_word(say, program):
    say("add", "Ada Lens")
    words = ("ada", "kwam", "afspraak", "na", "2026-11-19")
    said = program("log", *words, "--today=2026-11-21", STAKETERM_LANG="nl")
    assert "kwam een afspraak na +3" in said.out


def test_a_language_that_is_not_there_is_wrong_usage(say):
    assert "fr" in say("list", "--lang", "fr", code=2).err


@pytest.mark.parametrize("arguments", [("dua",), ("list", "--nonsense"), ("log",)])
def test_wrong_usage_ends_with_2_on_stderr(say, arguments):
    said = say(*arguments, code=2)
    assert said.out == ""
    assert said.err


def test_a_command_that_does_not_exist_offers_the_nearest(say):
    assert "Did you mean due?" in say("dua", code=2).err


def test_every_command_has_help(say):
    from staketerm.cli.program import COMMANDS

    listed = say("--help").out
    for name in COMMANDS:
        assert f"\n  {name} " in listed


def test_every_command_says_what_its_parts_are_for(say):
    from staketerm.cli.program import COMMANDS

    for name in COMMANDS:
        told = say(name, "--help").out
        assert told.startswith("Usage: staketerm " + name)


def test_without_a_terminal_the_program_does_not_open(program):
    said = program(code=2)
    assert "terminal" in said.err
    assert said.out == ""


def test_the_version_is_told_after_other_options_too(program):
    assert program("--no-color", "--version").out.startswith("staketerm ")


def test_a_fault_of_the_program_is_one_line_and_its_trace_names_nobody(
    say, ada, monkeypatch, empty_machine
):
    from staketerm.journal.stakeholders import triage

    def fail(*_arguments, **_values):
        name = "Ada Lens"
        raise RuntimeError(name)

    monkeypatch.setattr(triage, "people", fail)
    said = say("list", code=1)
    assert said.out == ""
    assert said.err.count("\n") == 1
    log = empty_machine / ".local/state/staketerm/faults.log"
    assert str(log) in said.err
    trace = log.read_text(encoding="utf-8")
    assert "RuntimeError" in trace
    assert "listing.py" in trace
    assert "Ada" not in trace
    assert str(empty_machine) not in trace
    assert log.stat().st_mode & 0o777 == 0o600


def test_a_reader_that_goes_away_ends_the_program_quietly(say):
    say("add", "Ada Lens")
    done = subprocess.run(
        [f"{sys.executable} -m staketerm list --json | true"],
        shell=True,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stderr == ""


def test_on_a_terminal_who_is_meant_is_asked(say, ada):
    say("add", "Ada Bergsma")
    terminal = Terminal("log", "ada", "contact", "--today", "2026-11-24")
    shown = terminal.answer("2\n")
    assert "1  Ada" in shown
    assert terminal.process.returncode == 0
    people = {row["handle"]: row for row in say("list", "--json").json["stakeholders"]}
    asked = next(line for line in shown.splitlines() if line.startswith("  2  "))
    handle = asked.rpartition("(")[2].rstrip(")")
    assert people[handle]["last_contact"] == "2026-11-24"


def test_on_a_terminal_a_list_is_a_table_as_wide_as_its_cells(say):
    say("add", "陳美玲 Mei-Ling Chen", "--impact", "high")
    say("add", "Bo")
    shown = Terminal("list", "--no-color", "--today", "2026-11-24").read()
    head, *rows = shown.splitlines()
    from rich.cells import cell_len

    column = head.index("position")
    for row in rows:
        assert cell_len(row[: row.index("·")]) == column
    assert "\x1b" not in shown
