"""`ignore` leaves out all that was seen on one occasion."""

from tests.cli.conftest import Run


def kinds(say: Run, who: str) -> list[str]:
    return [one["kind"] for one in say("why", who, "--json").json["reasons"]]


def test_a_day_of_one_person_and_the_way_back(say, ada):
    say("log", ada, "no_show", "--on", "2026-11-20")
    say("log", ada, "obstructed", "--on", "2026-11-20")
    say("log", ada, "agreement_kept", "--on", "2026-11-21")
    said = say("ignore", "--on", "2026-11-20", "--who", ada)
    assert "2 signals left out" in said.out
    assert kinds(say, ada) == ["agreement_kept"]
    timeline = say("show", ada, "--json").json["timeline"]
    assert [(one["kind"], one["left_out"]) for one in timeline] == [
        ("agreement_kept", False),
        ("obstructed", True),
        ("no_show", True),
    ]
    assert "(left out)" in say("show", ada).out
    say("undo")
    assert len(kinds(say, ada)) == 3


def test_a_change_by_its_id_and_again(say, ada):
    say("log", ada, "no_show")
    change = say("history").rows[0][0]
    assert say("ignore", change, "--json").json["left_out"] is True
    assert kinds(say, ada) == []
    say("ignore", change, "--again")
    assert kinds(say, ada) == ["no_show"]


def test_what_holds_no_signals_is_refused(say, ada):
    say("ask", ada, "planning?")
    change = say("history").rows[0][0]
    assert "No signals" in say("ignore", change, code=3).err
    assert "one occasion" in say("ignore", code=2).err


def test_how_an_act_is_known_is_told(say, ada):
    say("log", ada, "hearsay_for")
    said = say("why", ada, "--json").json
    assert said["reasons"][0]["provenance"] == "hearsay"
    assert "(heard)" in say("why", ada).out
