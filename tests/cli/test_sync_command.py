"""`sync` and `conflicts`: in step with a colleague through a folder, from the command line."""

from datetime import date
from pathlib import Path

import pytest

from staketerm.journal.capture import log_signal
from staketerm.journal.opening import open_journal
from staketerm.journal.requests import EditStakeholder, LogSignal
from staketerm.journal.stakeholders.people import edit_stakeholder, find, find_project
from staketerm.store.clock import SystemClock
from tests.cli.terminal import Terminal


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "team"


@pytest.fixture
def shared(say, folder: Path) -> Path:
    """A journal of which the one project is shared."""
    say("add", "Ada Lens")
    say("project", "My project", "--rename", "Graafloket")
    say("sync", str(folder), "--project", "Graafloket", "--as", "Anna", "--yes")
    return folder


@pytest.fixture
def colleague(tmp_path: Path, say, shared: Path):
    """What a colleague says, in a journal of his own that has joined."""

    def also(*arguments: str, **how: int):
        return say("--journal", str(tmp_path / "bram.db"), *arguments, **how)

    also("sync", str(shared), "--as", "Bram")
    return also


def test_the_folder_may_be_left_out_once_it_is_known(say, shared):
    said = say("sync")
    assert "nothing new from others" in said.out
    assert "given: unchanged" in said.out


def test_without_a_known_folder_it_must_be_said(say):
    assert "No folder is known yet: `staketerm sync FOLDER`." in say("sync", code=2).err


def test_with_two_known_folders_one_must_be_said(say, shared, tmp_path):
    other = tmp_path / "other"
    say("sync", str(other), "--project", "Graafloket", "--yes")
    said = say("sync", code=2)
    assert str(shared) in said.err
    assert str(other) in said.err


def test_a_look_beforehand_makes_no_folder_known(say, shared, tmp_path):
    journal = tmp_path / "chen.db"
    came = say("--journal", str(journal), "sync", str(shared), "--dry-run")
    assert "Anna: 3 new" in came.out
    assert "No folder is known" in say("--journal", str(journal), "sync", code=2).err


def test_what_is_held_back_is_told_with_what_takes_it_in(say, colleague, tmp_path):
    register = tmp_path / "register.csv"
    register.write_text("Name\n" + "".join(f"Person {n}\n" for n in range(30)), encoding="utf-8")
    say("import", str(register))
    say("sync")
    colleague("sync")
    say("undo")
    say("sync")
    assert "--accept Anna takes it in." in colleague("sync").err
    assert [each["held_back"] for each in colleague("sync", "--json").json["waiting"]] == [True]
    assert "60 deleted" in colleague("sync", "--accept", "Anna").out


@pytest.fixture
def opposed(colleague, tmp_path) -> None:
    """Bram saw Ada and eleven others oppose it, time and again."""
    register = tmp_path / "register.csv"
    register.write_text("Name\n" + "".join(f"Person {n}\n" for n in range(11)), encoding="utf-8")
    colleague("import", str(register), "--project", "Graafloket")
    with open_journal(tmp_path / "bram.db", clock=SystemClock()) as bram:
        project = find_project(bram, "Graafloket").id
        for name in ("Ada", *(f"Person {n}" for n in range(11))):
            who = find(bram, name).key
            for day in (date(2026, 11, 2), date(2026, 11, 9), date(2026, 11, 16)):
                for kind in ("obstructed", "open_opposition"):
                    request = LogSignal(stakeholder=who, kind=kind, day=day, project=project)
                    log_signal(bram, request)
    colleague("sync")


def test_whose_position_moves_is_told_beforehand_as_it_is_afterwards(say, opposed):
    looked, told = say("sync", "--dry-run").out, say("sync", "--dry-run", "--json").json
    done = say("sync").out
    assert [row for row in looked.splitlines() if "→" in row] == [
        row for row in done.splitlines() if "→" in row
    ]
    assert done.count("unknown →") == 10
    assert "  and 2 more positions" in done
    assert [each["before"] for each in told["taken"][0]["moved"]] == ["unknown"] * 12


def test_a_terminal_shows_how_far_it_is(colleague, place):
    colleague("add", "Chen Wei", "--project", "Graafloket")
    colleague("sync")
    shown = Terminal("--journal", str(place), "sync").read()
    assert "reading 100 % of 4 rows of Bram" in shown
    assert "writing 5 rows" in shown
    assert "Bram: 2 new" in shown


@pytest.fixture
def disputed(say, colleague, place, tmp_path) -> None:
    """Both give one person another role, and neither knew of the other."""
    for journal, role in ((tmp_path / "bram.db", "head"), (place, "clerk")):
        with open_journal(journal, clock=SystemClock()) as opened:
            who = find(opened, "Ada").key
            edit_stakeholder(opened, EditStakeholder(stakeholder=who, job=role))
    colleague("sync")
    say("sync")


def test_what_two_changed_at_once_is_listed_with_whose_each_is(say, disputed):
    (found,) = say("conflicts", "--json").json["conflicts"]
    assert {found["holds"]["value"], found["lost"]["value"]} == {"clerk", "head"}
    assert {found["holds"]["person"], found["lost"]["person"]} == {"you", "Bram"}


def test_both_texts_are_kept_and_undo_opens_it_again(say, disputed):
    say("conflicts", "1", "--both")
    assert "No conflicts." in say("conflicts").err
    (decided,) = say("conflicts", "--all", "--json").json["conflicts"][:1]
    assert set(decided["holds"]["value"].split(" / ")) == {"clerk", "head"}
    say("undo")
    assert len(say("conflicts", "--json").json["conflicts"]) == 1


def test_deciding_takes_a_number_and_a_choice(say, disputed):
    assert "--keep, --take or --both" in say("conflicts", "1", code=2).err
    assert "There is no conflict 7" in say("conflicts", "7", "--keep", code=3).err


def test_only_what_came_is_counted(say, shared, colleague):
    colleague("edit", "ada", "--job", "head")
    colleague("sync")
    assert "Bram: 1 changed" in say("sync").out.splitlines()
    assert "nothing new from others" in say("sync").out
