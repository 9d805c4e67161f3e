"""`staketerm sync --share`: what is one's own goes only where it is said, and is counted first."""

from pathlib import Path

import pytest


@pytest.fixture
def folder(tmp_path: Path) -> str:
    return str(tmp_path / "team")


@pytest.fixture
def mine(say, ada: str) -> str:
    """Ada in a project, with a judgement and a private note."""
    say("project", "Canal", "--default")
    say("involve", ada, "--project", "Canal")
    say("judge", ada, "partner", "--note", "canary-judged")
    say("note", ada, "canary-noted")
    return ada


def given(folder: str) -> str:
    return "".join(file.read_text("utf-8") for file in Path(folder).rglob("*.csv"))


def test_usually_judgements_and_private_notes_stay(say, mine, folder):
    said = say("sync", folder, "--project", "Canal", "--share", "notes", "--yes").err
    assert "Private ones and judgements stay here." in said
    assert "What colleagues have read cannot be taken back." in said
    assert "canary" not in given(folder)


def test_chosen_they_are_counted_and_go(say, mine, folder):
    arguments = ("sync", folder, "--project", "Canal", "--share", "judgements", "--share", "notes")
    looked = say(*arguments, "--dry-run").err
    assert "nothing has been written yet" in looked
    assert "not shared yet" not in looked
    assert "Your judgements too, as you chose: 1." in looked
    assert "Private ones stay here." in looked
    assert not Path(folder).exists()
    say(*arguments, "--yes")
    assert "canary-judged" in given(folder)
    assert "canary-noted" not in given(folder)


def test_going_back_is_said_for_what_it_is(say, mine, folder):
    say("sync", folder, "--project", "Canal", "--share", "notes", "--share", "judgements", "--yes")
    said = say("sync", folder, "--project", "Canal", "--share", "signals", "--yes").err
    assert "No longer given: judgements, notes. Colleagues keep what they have." in said
    assert "canary" not in given(folder)


def test_a_colleagues_judgement_is_shown_with_their_name(say, mine, folder, tmp_path):
    say("sync", folder, "--project", "Canal", "--share", "judgements", "--yes", "--as", "Anna")
    noor = ("--journal", str(tmp_path / "noor.db"))
    say(*noor, "sync", folder, "--as", "Noor")
    assert "by Anna" in say(*noor, "judge", mine, "--project", "Canal").out
    (row,) = say(*noor, "judge", mine, "--project", "Canal", "--json").json["judgements"]
    assert (row["label"], row["by"]) == ("partner", "Anna")
    assert say(*noor, "why", mine, "--project", "Canal", "--json").json["judgement"] is None


def test_nothing_any_more_is_a_choice_as_well(say, mine, folder):
    say("sync", folder, "--project", "Canal", "--yes")
    stop = ("sync", folder, "--project", "Canal", "--share", "nothing")
    assert "Nothing of Canal goes out any more" in say(*stop, "--dry-run").err
    assert "Ada Lens" in given(folder)
    assert "Colleagues keep what they have." in say(*stop).err
    assert "Ada Lens" not in given(folder)
    assert "Canal is not shared in" in say(*stop, code=2).err
    assert "stands alone" in say(*stop, "--share", "notes", code=2).err
