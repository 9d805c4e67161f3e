"""A journal on a server as a person at a prompt meets it: copied there, examined, backed up."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine

from tests.cli.conftest import Run


@pytest.fixture
def team(
    say: Run, ada: str, place: Path, server_place: str, monkeypatch: pytest.MonkeyPatch
) -> str:
    """A journal with Ada, copied to a server; STAKETERM_JOURNAL says so."""
    say("log", ada, "contact")
    said = say("copy", str(place), server_place, "--moved")
    assert "copied and compared" in said.out
    monkeypatch.setenv("STAKETERM_JOURNAL", server_place)
    return server_place


def test_one_works_on_it_as_on_a_file(say, team, ada):
    (before,) = say("list", "--json").json["stakeholders"]
    say("log", ada, "agreement_kept")
    (after,) = say("list", "--json").json["stakeholders"]
    assert after["evidence"] > before["evidence"]
    say("undo")
    assert say("list", "--json").json["stakeholders"] == [before]
    assert len(say("history", "--json").json["changes"]) == 4


def test_a_backup_is_a_file_that_opens(say, team, ada, tmp_path, empty_machine):
    made = Path(say("backup", "--json").json["path"])
    assert made.is_relative_to(empty_machine)
    assert made.stat().st_mode & 0o077 == 0
    assert say("list", "--json").json == say("--journal", str(made), "list", "--json").json
    assert "Last backup" in say("doctor").out
    stick = tmp_path / "stick.db"
    say("backup", str(stick))
    say("backup", str(stick), code=1)
    assert "good" in say("--journal", str(stick), "doctor").out


def test_once_a_day_a_copy_is_made_when_something_was_written(say, team, ada, empty_machine):
    def copies() -> int:
        return len(list(empty_machine.glob("**/backups/*.db")))

    assert copies() == 0
    with time_machine.travel(datetime.now(UTC) + timedelta(hours=30), tick=True):
        say("list")
        assert copies() == 0
        assert "backup" not in say("log", ada, "contact").err
        say("log", ada, "contact")
        assert copies() == 1
    with time_machine.travel(datetime.now(UTC) + timedelta(hours=60), tick=True):
        told = say("erase", ada, "--yes", "--json")
        say("add", "Bram Okafor")
    (old,) = told.json["backups"]
    assert Path(old["path"]).exists()
    assert "colleagues' machines" in say("erase", "bram-okafor", "--yes").err


def test_the_doctor_says_what_holds_there(say, team):
    said = say("doctor", "--json").json
    assert said["healthy"]
    found = {each["key"]: each["text"] for each in said["findings"]}
    assert found["server"].startswith("PostgreSQL")
    assert "nothing crosses" in found["transport"]
    assert "no backup yet" in found["backup"]
    assert "nothing to mend" in say("doctor", "--repair").err


def test_a_backup_goes_back_into_an_empty_place_alone(say, team, tmp_path):
    made = say("backup", "--json").json["path"]
    assert "staketerm copy PATH URL" in say("restore", made, code=2).err
    assert "holds something already" in say("copy", made, team, code=1).err


def test_who_cannot_reach_it_is_told_so_without_the_password(say, empty_machine):
    away = "postgresql://anna:hush@127.0.0.1:1/team"
    for command in (("list",), ("copy", away, str(empty_machine / "copy.db"))):
        said = say("--journal", away, *command, code=1)
        assert "The server of postgresql://anna:***@127.0.0.1:1/team" in said.err
        assert "hush" not in said.err
    said = say("--journal", away, "doctor", code=1)
    assert "to do" in said.out
    assert "hush" not in said.out + said.err
