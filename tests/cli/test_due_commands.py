"""`due`, `done`, `skip`, `snooze`, and the ledger they follow from."""

import json

import pytest


@pytest.fixture
def promised(say, begun, ada):
    """An agreement of Ada's that is due tomorrow; its act's id."""
    begun("agree", ada, "street list", "--by", "them", "--due", "tomorrow", "--on", "2026-11-20")
    return say("due", "--json").json["actions"][0]["id"]


def test_due_as_json_has_the_keys_that_scripts_rely_on(say, promised):
    told = say("due", "--json").json
    assert told["schema"] == "staketerm/due/1"
    assert told["held_back"] == []
    [act] = told["actions"]
    assert {
        "id",
        "kind",
        "stakeholder",
        "project",
        "ideal",
        "latest",
        "priority",
        "reason",
    } <= act.keys()
    assert act["kind"] == "agreement_due"
    assert act["stakeholder"] == "Ada Lens"
    assert (act["ideal"], act["latest"]) == ("2026-11-22", "2026-11-25")
    assert say("due", "--format", "json").json == told


def test_numbers_as_json_have_the_digits_that_say_something(say, ada):
    say("log", ada, "contact", "--on", "2026-10-01")
    say("add", "Bram Okafor", "--impact", "low", "--reach", "remote")
    for who in (ada, "bram"):
        say("agree", who, "a list", "--by", "them", "--due", "2026-11-26")
    told = say("due", "--json", "--all").json
    numbers = [
        number
        for act in (*told["actions"], *told["coming"], *told["held_back"])
        for number in (act["priority"], *act["weight"].values())
    ]
    assert numbers
    assert all(number == round(number, 3) for number in numbers)
    assert any(number != round(number, 2) for number in numbers)


def test_five_are_shown_and_all_when_asked(say, ada):
    for n in range(7):
        say("agree", ada, f"thing {n}", "--by", "them", "--due", "today")
    assert len(say("due").rows) == 5
    assert say("due").err == "2 more: --all\n"
    assert len(say("due", "--all").rows) == 7
    assert len(say("due", "--json").json["actions"]) == 5
    assert len(say("due", "--all", "--json").json["actions"]) == 7


def test_check_tells_by_its_exit_code_that_a_latest_day_has_passed(say, promised):
    say("due", "--check")
    say("due", "--check", today="2026-11-25")
    say("due", "--check", today="2026-11-26", code=10)
    say("due", "--check", "--format", "tmux", today="2026-11-26", code=10)
    say("due", "--check", "--json", today="2026-11-26", code=10)


def test_due_on_another_day(say, promised):
    assert say("due", "--on", "2026-11-21").out == ""
    assert len(say("due", "--on", "next mon", "--json").json["actions"]) == 1


def test_a_held_back_act_names_its_brake(say, ada):
    say("log", ada, "contact", "--on", "2026-09-01")
    say("away", ada, "2026-11-20", "2026-11-30")
    told = say("due", "--json").json
    assert told["actions"] == []
    [held] = told["held_back"]
    assert held["kind"] == "check_in"
    assert "away until Mon 30 Nov" in held["brake"]
    told = say("due", "--all")
    assert told.out == ""
    assert told.err.splitlines() == [
        "Nothing asks for you today.",
        "held back by a brake:",
        f"{held['id']}  check-in, Ada Lens: away until Mon 30 Nov",
    ]


def test_nothing_due_says_so(say, ada):
    said = say("due")
    assert (said.out, said.err) == ("", "Nothing asks for you today.\n")


def test_the_status_bars_tell_how_much_and_nobodys_name(say, promised):
    assert say("due", "--format", "tmux").out == "1 to do »1\n"
    bar = json.loads(say("due", "--format", "waybar").out)
    assert (bar["text"], bar["class"]) == ("1", "soon")
    later = json.loads(say("due", "--format", "waybar", today="2026-11-27").out)
    assert later["class"] == "late"


def test_the_bar_is_empty_when_nothing_is_due(say, ada):
    assert say("due", "--format", "tmux").out == "\n"


def test_done_keeps_an_agreement_and_moves_the_position(say, promised, ada):
    said = say("done", promised)
    assert "Ada Lens: their promise of Fri 20 Nov: street list: kept on Tue 24 Nov.\n" in said.out
    assert say("due").out == ""
    assert say("why", ada, "--json").json["reasons"][0]["kind"] == "agreement_kept"


def test_done_with_an_outcome_of_its_own(say, promised, ada):
    say("done", promised, "--outcome", "broken")
    assert say("why", ada, "--json").json["reasons"][0]["kind"] == "agreement_broken"


def test_done_says_that_an_open_ask_now_counts_as_answered(say, ada):
    say("ask", ada, "dates", "--on", "2026-11-10", "--due", "2026-11-25")
    [act] = say("due", "--json").json["actions"]
    said = say("done", act["id"], "--on", "yesterday")
    assert said.out.startswith("Ada Lens: your mail of Tue 10 Nov: dates: answered on Mon 23 Nov.")
    say("undo")
    assert say("done", act["id"], "--json").json["outcome"] == "answered"


def test_skip_wants_a_reason(say, promised):
    say("skip", promised, code=2)
    assert len(say("due").rows) == 1
    say("skip", promised, "--why", "settled by phone")
    assert say("due").out == ""


@pytest.mark.parametrize("nothing", ["", "  "])
def test_an_outcome_without_words_is_none(say, promised, ada, nothing):
    said = say("done", promised, "--outcome", nothing, code=2)
    assert said.err == "What came of it is empty: say it, or leave it away.\n"
    assert "Say why" in say("skip", promised, "--why", nothing, code=2).err
    assert say("due", "--json").json["total"] == 1


def test_snooze_lets_an_act_rest_until_its_day(say, promised):
    said = say("snooze", promised, "fri")
    assert "rests until Fri 27 Nov" in said.out
    assert say("due").out == ""
    assert len(say("due", today="2026-11-27").rows) == 1


def test_what_was_decided_can_be_taken_back(say, promised):
    say("skip", promised, "--why", "no need")
    say("undo")
    assert len(say("due").rows) == 1


def test_an_act_that_is_not_there_is_not_found(say, ada):
    for command in (("done", "zzzz"), ("skip", "zzzz", "--why", "x"), ("snooze", "zzzz", "fri")):
        assert "zzzz" in say(*command, code=3).err


def test_a_check_in_that_is_done_logs_what_came_of_it(say, ada):
    say("log", ada, "contact", "--on", "2026-09-01")
    [act] = say("due", "--json").json["actions"]
    assert act["kind"] == "check_in"
    say("done", act["id"], "--outcome", "informal_approach")
    assert say("list", "--json").json["stakeholders"][0]["last_contact"] == "2026-11-24"
    assert say("due").out == ""


def test_asks_and_agreements_are_named_by_their_id_or_by_whom_they_concern(say, ada):
    ask = say("ask", ada, "dates", "--kind", "advice", "--on", "2026-11-20", "--json").json["ask"]
    say("answered", ask, "--on", "2026-11-22")
    made = say("agree", ada, "street list", "--by", "them", "--due", "2026-12-01")
    assert "staketerm kept" in made.out
    say("kept", ada)
    kinds = {reason["kind"] for reason in say("why", ada, "--json").json["reasons"]}
    assert kinds == {"advice_given", "agreement_kept"}


@pytest.mark.parametrize(
    ("kind", "no", "counted"),
    [
        ("mail", False, ["mail_answered"]),
        ("advice", False, ["advice_given"]),
        ("advice", True, ["advice_refused"]),
        ("invitation", True, []),
    ],
)
def test_an_answer_counts_as_what_was_asked(say, ada, kind, no, counted):
    say("ask", ada, "come along", "--kind", kind, "--on", "2026-11-20")
    say("answered", ada, *(["--no"] if no else []))
    assert [reason["kind"] for reason in say("why", ada, "--json").json["reasons"]] == counted


@pytest.mark.parametrize("outcome", ["kept", "late", "broken"])
def test_an_agreement_ends_as_it_ended(say, ada, outcome):
    say("agree", ada, "street list", "--by", "them", "--on", "2026-11-01", "--due", "2026-11-10")
    told = say(outcome, ada, "--on", "2026-11-12", "--json").json
    assert told["schema"] == f"staketerm/{outcome}/1"
    assert told["moved"]
    kind = say("why", ada, "--json").json["reasons"][0]["kind"]
    assert kind == f"agreement_{outcome}"


def test_what_is_not_open_cannot_end(say, ada):
    assert "Nothing is open with Ada Lens." in say("kept", ada, code=3).err
    say("answered", ada, code=3)


def test_who_promised_must_be_said(say, ada):
    say("agree", ada, "street list", code=2)


def test_a_status_bar_counts_what_a_day_has(say):
    for name in "abcdefg":
        say("add", f"{name}da", "--impact", "high")
        say("log", f"{name}da", "provided_resources")
    say("agree", "ada", "the map", "--by", "me", "--due", "today")
    assert json.loads(say("due", "--json", "--all").out)["total"] == 8
    assert say("due", "--format", "tmux").out.startswith("6 to do")
