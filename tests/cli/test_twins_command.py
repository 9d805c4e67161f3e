"""`staketerm twins`: a meeting that a colleague logged too is shown, and counted once or twice."""

from pathlib import Path

import pytest


@pytest.fixture
def twins(say, place: Path, tmp_path: Path, ada: str) -> Path:
    """Anna and Noor both logged that Ada obstructed; gives where Noor's journal is."""
    folder, noor = str(tmp_path / "team"), tmp_path / "noor.db"
    say("project", "Canal", "--default")
    say("involve", ada, "--project", "Canal")
    say("sync", folder, "--project", "Canal", "--yes", "--as", "Anna")
    say("--journal", str(noor), "sync", folder, "--as", "Noor")
    say("--journal", str(noor), "log", ada, "obstructed", "--project", "Canal")
    say("--journal", str(noor), "sync", folder)
    say("log", ada, "obstructed")
    say("sync", folder)
    return noor


def test_what_both_logged_is_shown_with_who_logged_it(say, twins):
    said = say("twins").out
    assert "Noor, 24 Nov: 1 person, 1 deed" in said
    assert "you, 24 Nov: 1 person, 1 deed" in said
    assert "= Ada Lens: " in said
    (twin,) = say("twins", "--json").json["twins"]
    assert (twin["number"], twin["on"], twin["contested"]) == (1, "2026-11-24", False)
    assert {side["by"]: side["own"] for side in twin["sides"]} == {"you": True, "Noor": False}
    assert [pair["stakeholder"] for pair in twin["pairs"]] == ["Ada Lens"]


def test_counted_once_and_taken_back(say, twins, ada):
    before = say("why", ada, "--json").json["evidence"]
    assert "counted once" in say("twins", "1", "--one").out
    assert say("why", ada, "--json").json["evidence"] < before
    assert "Nothing looks logged twice." in say("twins").out
    items = say("show", ada, "--json").json["timeline"]
    assert [item["left_out"] for item in items if item["kind"] == "obstructed"].count(True) == 1
    assert "logged by two, counted once" in say("history").out
    say("undo")
    assert say("why", ada, "--json").json["evidence"] == before
    assert len(say("twins", "--json").json["twins"]) == 1


def test_two_it_was(say, twins, ada):
    before = say("why", ada, "--json").json["evidence"]
    assert "both count" in say("twins", "1", "--two").out
    assert say("why", ada, "--json").json["evidence"] == before
    assert say("twins", "--json").json["twins"] == []


def test_a_number_that_is_not_there_and_half_a_question(say, twins):
    assert "`staketerm twins` lists them" in say("twins", "7", "--one", code=3).err
    say("twins", "1", code=2)
    say("twins", "--one", code=2)


def test_who_wrote_what_is_shown_and_asked_for(say, twins, ada):
    shown = say("show", ada)
    assert "(by Noor)" in shown.out
    items = say("show", ada, "--json").json["timeline"]
    assert sorted(item["by"] or "" for item in items if item["kind"] == "obstructed") == [
        "",
        "Noor",
    ]
    assert "taken in from a colleague by Noor" in say("history").out
    listed = say("list", "--filter", "by:noor", "--project", "Canal", "--json").json
    assert [one["handle"] for one in listed["stakeholders"]] == [ada]
    assert say("list", "--filter", "by:chen").rows == []


def test_an_agreement_that_both_wrote_down_is_shown_with_what_came_of_it(say, twins, ada, tmp_path):
    say("twins", "1", "--one")
    promise = ("--by", "them", "--due", "2026-12-01", "--project", "Canal")
    say("--journal", str(twins), "agree", ada, "the drawings of the bridge", *promise)
    say("--journal", str(twins), "kept", ada)
    say("--journal", str(twins), "sync", str(tmp_path / "team"))
    say("agree", ada, "drawings", *promise)
    say("sync", str(tmp_path / "team"))
    said = say("twins").out
    assert "Noor, 24 Nov: kept" in said
    assert "you, 24 Nov: drawings, open" in said
    (twin,) = say("twins", "--json").json["twins"]
    assert (twin["what"], twin["pairs"][0]["table"]) == ("agreement", "agreement")
    assert {side["by"]: side["outcome"] for side in twin["sides"]} == {"you": None, "Noor": "kept"}
    say("twins", "1", "--one")
    assert say("show", ada, "--json").json["open"] == []
    items = say("show", ada, "--json").json["timeline"]
    agreed = [item["left_out"] for item in items if item["what"] == "agreed"]
    assert sorted(agreed) == [False, True]
