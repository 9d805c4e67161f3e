"""`judge` and `lists`: one's judgement is said, revised, withdrawn, read; lists may follow it."""

import re
from importlib.resources import files

import pytest

from tests.cli.test_guide_answers import keys_of, said_keys

GUIDE = files("staketerm").joinpath("guide", "changes.md").read_text(encoding="utf-8")


@pytest.fixture
def bo(begun, ada) -> str:
    """Bo, who opposed twice, and whom I hold for a supporter since the summer."""
    begun("add", "Bo Kuiper", "--impact", "high")
    for day in ("2026-09-01", "2026-09-02"):
        begun("log", "bo", "open_opposition", "--on", day)
    begun("judge", "bo", "supporter", "--on", "2026-08-01", "--note", "says so to everybody")
    return "bo-kuiper"


def names(said) -> list[str]:
    return [row["stakeholder"] for row in said.json["stakeholders"]]


def test_a_judgement_is_revised_by_a_later_one_and_all_of_them_can_be_read(say, bo):
    say("judge", "bo", "critic", "--note", "he asks good questions")
    said = say("judge", "bo").out.splitlines()
    assert re.match(r" +Tue 24 Nov  ◆ critic  \"he asks good questions\"", said[0])
    assert "Sat 1 Aug" in said[1]
    assert "says so to everybody" in said[1]
    assert len(said) == 2


def test_a_withdrawn_judgement_gives_way_to_the_one_before_and_undo_brings_it_back(say, bo):
    say("judge", "bo", "critic")
    said = say("judge", "bo", "--withdraw").out
    assert "is withdrawn: ◆ critic. The one before holds again: ● supporter." in said
    assert say("why", "bo", "--json").json["judgement"]["label"] == "supporter"
    say("undo")
    assert say("why", "bo", "--json").json["judgement"]["label"] == "critic"
    say("judge", "bo", "--withdraw")
    say("judge", "bo", "--withdraw")
    assert "there is no judgement" in say("judge", "bo", "--withdraw", code=3).err
    assert "there is no judgement" in say("judge", "bo").err


def test_where_both_differ_for_thirty_days_it_is_said_in_words_and_in_json(say, bo):
    sentence = "Your judgement of 1 Aug: supportive; behaviour since then: opposing (p"
    assert sentence in say("judge", "bo").out
    assert "Behaviour since then: ■ opponent (p\u00a0" in say("why", "bo").out
    told = say("why", "bo", "--json").json
    assert told["judgement_differs"] is True
    assert told["judgement_differs_since"] == "2026-09-02"
    assert say("why", "ada", "--json").json["judgement_differs_since"] is None


def test_the_list_marks_whom_i_judge_otherwise_and_an_alarm_that_was_seen(say, place):
    say("demo", "--into", str(place))
    say("seen", "roelof")
    rows = {row[1]: row for row in say("list").rows}
    assert rows["Anneke de Wit !"][2] == "◇ fence-sitter ≠ ↓"
    assert rows["Roelof Postma (!)"][2] == "■ opponent ↓"
    told = say("list", "--json").json["stakeholders"]
    differ = {row["stakeholder"] for row in told if row["judged_elsewhere"]}
    assert differ == {"Anneke de Wit", "Edwin Kuiper", "Kees Molenaar"}


def test_lists_follow_behaviour_until_one_says_otherwise(say, bo):
    assert say("lists").out == "Lists follow behaviour.\n"
    opponents = ("list", "--filter", "position:opponent,quiet_opponent", "--json")
    supporters = ("list", "--filter", "position:supporter", "--json")
    assert names(say(*opponents)) == ["Bo Kuiper"]
    say("lists", "judgement")
    assert names(say(*opponents)) == []
    told = say(*supporters).json
    assert [row["stakeholder"] for row in told["stakeholders"]] == ["Bo Kuiper"]
    assert told["follows"] == "judgement"
    assert told["stakeholders"][0]["position"] == "opponent"
    say("undo")
    assert names(say(*opponents)) == ["Bo Kuiper"]


def test_on_an_earlier_day_lists_follow_what_they_followed_then(say, bo):
    say("lists", "judgement", today="2026-11-20")
    wanted = ("list", "--filter", "position:supporter", "--json")
    assert names(say(*wanted, "--as-of", "2026-11-19")) == []
    assert names(say(*wanted, "--as-of", "2026-11-20")) == ["Bo Kuiper"]


def test_a_judgement_of_not_sure_leaves_the_list_to_behaviour(say, bo):
    say("judge", "bo", "unknown")
    say("lists", "judgement")
    assert names(say("list", "--filter", "position:opponent", "--json")) == ["Bo Kuiper"]


def test_alarms_come_from_behaviour_whatever_lists_follow(say, bo):
    for month in range(1, 7):
        for day in ("05", "15", "25"):
            say("log", "ada", "agreement_kept", "--on", f"2026-{month:02}-{day}")
    for day in ("2026-11-10", "2026-11-12"):
        say("log", "ada", "open_opposition", "--on", day)
    before = say("changed", "--json").json["alarms"]
    assert before
    say("judge", "ada", "partner")
    say("lists", "judgement")
    assert say("changed", "--json").json["alarms"] == before


def test_the_acts_that_are_proposed_follow_too(say, bo):
    def kinds() -> set[tuple[str, str]]:
        return {
            (act["kind"], act["latest"])
            for act in say("due", "--all", "--json").json["actions"]
            if act["stakeholder"] == "Bo Kuiper"
        }

    say("log", "bo", "contact", "--on", "2026-10-22")
    before = kinds()
    say("judge", "bo", "partner")
    assert kinds() == before
    say("lists", "judgement")
    assert kinds() != before


@pytest.mark.parametrize(
    "arguments",
    [
        ("--withdraw", "--note", "x"),
        ("supporter", "--withdraw"),
        ("--note", "no position said"),
    ],
)
def test_what_makes_no_sense_is_refused(say, bo, arguments):
    say("judge", "bo", *arguments, code=2)


def test_every_key_stands_in_the_guide(say, bo):
    keys = said_keys(GUIDE)
    assert keys_of(say("judge", "bo", "--json").json) == keys["judge WHO"]
    assert keys_of(say("judge", "bo", "critic", "--json").json) == keys["judge WHO LABEL"]
    assert keys_of(say("judge", "bo", "--withdraw", "--json").json) == keys["judge WHO --withdraw"]
    assert keys_of(say("lists", "--json").json) == keys["lists"]
    assert keys_of(say("lists", "judgement", "--json").json) == keys["lists judgement"]
