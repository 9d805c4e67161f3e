"""`staketerm merge` and `duplicates`: two who turn out to be one, said first and taken back."""

import pytest

from tests.cli.terminal import Terminal


@pytest.fixture
def both(begun):
    begun("add", "Noor Bakker", "--email", "noor@zuidrand.example")
    begun("add", "N. de Vries", "--email", "Noor@Zuidrand.example")
    begun("log", "noor", "defended_project")
    begun("log", "vries", "obstructed")


def test_they_are_proposed_by_their_address(say, both):
    assert say("duplicates").rows == [
        [
            "1",
            "Noor Bakker",
            "noor-bakker",
            "N. de Vries",
            "n-de-vries",
            "the same e-mail address: noor@zuidrand.example",
        ]
    ]
    (pair,) = say("duplicates", "--json").json["duplicates"]
    assert (pair["number"], pair["sign"]) == (1, "email")
    assert pair["goes"]["handle"] == "n-de-vries"


def test_merging_says_what_happens_and_asks_first(say, both):
    refused = say("merge", "vries", "noor", code=2)
    assert (
        "Noor Bakker stays; 3 rows of N. de Vries (n-de-vries) would move to them." in refused.err
    )
    assert "--yes" in refused.err
    looked = say("merge", "vries", "noor", "--dry-run")
    assert "Noor Bakker stays" in looked.err
    assert len(say("list", "--json").json["stakeholders"]) == 2


def test_merged_and_taken_back(say, both):
    done = say("merge", "vries", "noor", "--yes")
    assert "merged: Noor Bakker" in done.out
    assert [one["handle"] for one in say("list", "--json").json["stakeholders"]] == ["noor-bakker"]
    shown = say("show", "vries", "--json").json
    assert shown["handle"] == "noor-bakker"
    assert {item["kind"] for item in shown["timeline"]} == {"defended_project", "obstructed"}
    assert "two merged into one" in say("history").out
    say("undo")
    assert len(say("list", "--json").json["stakeholders"]) == 2
    assert [item["kind"] for item in say("show", "vries", "--json").json["timeline"]] == [
        "obstructed"
    ]


def test_as_json(say, both):
    looked = say("merge", "noor", "vries", "--dry-run", "--json").json
    assert (looked["dry_run"], looked["rows"]["signal"]) == (True, 1)
    done = say("merge", "noor", "vries", "--yes", "--json").json
    assert (done["handle"], done["changed"], done["rows"]) == ("noor-bakker", True, looked["rows"])


def test_two_who_are_two_are_proposed_no_more(say, both):
    say("duplicates", "1", "--two")
    assert "Nobody looks like somebody else." in say("duplicates").out
    assert "`staketerm duplicates` lists them" in say("duplicates", "1", "--two", code=3).err
    say("duplicates", "1", code=2)


def test_somebody_with_themselves(say, both):
    assert "one already" in say("merge", "noor", "noor-bakker", "--yes", code=2).err


def test_on_a_terminal_it_is_asked(say, both, place):
    assert "Merge them? [y/N]" in Terminal("merge", "vries", "noor").answer("n\n")
    assert len(say("list", "--json").json["stakeholders"]) == 2


def test_a_list_that_was_read_before_brings_nobody_twice(say, tmp_path):
    file = tmp_path / "people.csv"
    file.write_text("Name,Role\nNoor Bakker,\nN. de Vries,sponsor\n", "utf-8")
    say("import", str(file))
    say("merge", "vries", "noor", "--yes")
    say("import", str(file))
    (only,) = say("list", "--json").json["stakeholders"]
    assert only["stakeholder"] in ("Noor Bakker", "N. de Vries")


def test_an_export_of_somebody_who_does_not_know_comes_in_for_who_they_are(say, both, tmp_path):
    also = ("--journal", str(tmp_path / "other.db"))
    say("export", str(tmp_path / "before"))
    say(*also, "import", str(tmp_path / "before"))
    say(*also, "merge", "vries", "noor", "--yes")
    say("log", "vries", "shared_information")
    say("export", str(tmp_path / "after"))
    say(*also, "import", str(tmp_path / "after"))
    timeline = say(*also, "show", "vries", "--json").json["timeline"]
    assert {item["kind"] for item in timeline} == {
        "defended_project",
        "obstructed",
        "shared_information",
    }
