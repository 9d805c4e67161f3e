"""`snooze`: what is put off is listed with its day, found by its id, and taken up sooner."""

import json

import pytest


@pytest.fixture
def quiet(say, ada):
    """A check-in that is due; its id."""
    say("log", ada, "contact", "--on", "2026-10-20")
    [act] = say("due", "--json").json["actions"]
    return act["id"]


def test_all_that_is_due_names_what_is_snoozed_and_its_day(say, quiet):
    say("snooze", quiet, "fri")
    assert say("due").err == "Nothing asks for you today.\n"
    lines = say("due", "--all").err.splitlines()
    assert lines == [
        "Nothing asks for you today.",
        "snoozed:",
        f"{quiet}  check-in, Ada Lens: back on Fri 27 Nov",
    ]
    [act] = say("due", "--json").json["snoozed"]
    assert (act["id"], act["until"], act["ideal"]) == (quiet, "2026-11-27", "2026-11-27")


def test_a_snoozed_act_is_done_under_its_id(say, quiet):
    say("snooze", quiet, "fri")
    assert "done: " in say("done", quiet, "--outcome", "answered").out
    assert say("due", "--json").json["snoozed"] == []


def test_a_snoozed_act_is_taken_up_today_and_another_day_is_still_to_come(say, quiet):
    assert "Snooze to a day to come" in say("snooze", quiet, "today", code=2).err
    say("snooze", quiet, "fri")
    said = say("snooze", quiet, "today")
    assert said.out.startswith("back today: 35 days since you and Ada Lens")
    assert len(say("due").rows) == 1
    say("undo")
    assert say("due", "--json").json["snoozed"][0]["until"] == "2026-11-27"
    assert say("snooze", quiet, "2026-12-01", "--json").json["until"] == "2026-12-01"


def test_the_history_names_what_was_taken_up(say, quiet):
    say("snooze", quiet, "fri")
    say("snooze", quiet, "today")
    assert "snoozed act taken up" in say("history").out


def test_a_status_bar_counts_nothing_that_is_snoozed(say, quiet):
    say("snooze", quiet, "fri")
    assert say("due", "--format", "tmux").out == "\n"
    assert json.loads(say("due", "--format", "waybar").out)["class"] == "none"
    say("due", "--check", today="2026-11-27")
    say("due", "--check", today="2026-11-28", code=10)


@pytest.mark.parametrize("begin", ["", " "])
def test_what_could_be_meant_is_told_by_id_kind_name_and_project(say, ada, begin):
    for text in ("three names", "a room"):
        say("agree", ada, text, "--by", "me", "--due", "today")
    for command in (("done",), ("skip", "--why", "x"), ("snooze", "fri")):
        said = say(command[0], begin, *command[1:], code=2)
        first, *lines = said.err.splitlines()
        assert first == "Which act?"
        assert len(lines) == 2
        assert all("promise due, Ada Lens, My project" in line for line in lines)
        assert {line.split()[0] for line in lines} == {
            act["id"] for act in say("due", "--json").json["actions"]
        }
