"""What stands beside a position is told at the shell: in words, by filter and as JSON."""

import pytest

from tests.cli.conftest import Beginning


@pytest.fixture
def two_faced(begun: Beginning, ada: str) -> str:
    """Ada says yes three times, and breaks three agreements."""
    for day in ("2026-11-02", "2026-11-05", "2026-11-09"):
        begun("log", ada, "said_support", "--on", day)
        begun("log", ada, "agreement_broken", "--on", day)
    return ada


@pytest.fixture
def blocker(begun: Beginning, ada: str) -> str:
    """Ada blocks three times in two months."""
    for day in ("2026-10-01", "2026-10-20", "2026-11-09"):
        begun("log", ada, "obstructed", "--on", day)
    return ada


def test_who_says_yes_and_does_no_is_found_and_marked(say, two_faced):
    assert say("list", "--filter", "gap").rows[0][1] == "Ada Lens ±"
    assert "No one" in say("list", "--filter", "-gap").err
    said = "says yes, does no (3 of 3 sayings for, deeds against)"
    assert f"Words and deeds: {said}" in say("why", two_faced).out
    assert said in say("show", two_faced).out
    assert "Says yes, does no (3 of 3" in say("prep", two_faced).out
    told = say("why", two_faced, "--json").json
    assert (told["says_does_gap"], told["says_does"]) == ("says_yes_does_no", said)


def test_who_keeps_blocking_is_found_and_marked_with_the_acts(say, blocker):
    assert say("list", "--filter", "blocking").rows[0][1].endswith("×")
    assert "No one" in say("list", "--filter", "blocking", "--as-of", "2026-11-08").err
    assert "Keeps blocking: 3 acts in 90 days (1 Oct blocked" in say("why", blocker).out
    told = say("why", blocker, "--json").json["blocking"]
    assert told["keeps_blocking"] is True
    assert [act["on"] for act in told["acts"]] == ["2026-10-01", "2026-10-20", "2026-11-09"]
    assert set(told["acts"][0]) == {"on", "kind", "source"}
    (row,) = say("list", "--json").json["stakeholders"]
    assert row["blocking"] == {"keeps_blocking": True, "acts": 3}


def test_how_many_observations_are_missing_is_told(say, ada):
    say("log", ada, "agreement_kept")
    assert "About four more observations would place them." in say("why", ada).out
    assert say("why", ada, "--json").json["more_to_place"] == 4
    assert say("list", "--json").json["stakeholders"][0]["more_to_place"] == 4


def test_a_valued_critic_is_told(say, ada):
    assert say("why", ada, "--json").json["valued_critic"] is False
    say("involve", ada, "--valued-critic")
    assert say("list", "--filter", "critic:yes", "--json").json["stakeholders"][0]["valued_critic"]
    assert say("why", ada, "--json").json["valued_critic"] is True
    assert "what they object to is worth hearing" in say("why", ada).out


def test_answers_stand_with_their_counts_both_ways(say, ada):
    for day in range(1, 5):
        say("ask", ada, "dates?", "--on", f"2026-09-0{day}")
        say("answered", ada, "--on", f"2026-09-0{day + 2}")
    say("ask", ada, "who pays?", "--by", "them", "--on", "2026-09-10")
    say("answered", ada, "--on", "2026-09-12")
    say("ask", ada, "the plan", "--on", "2026-11-20")
    told = say("why", ada, "--json").json
    assert (told["answers"]["answered"], told["answers"]["decided"]) == (4, 4)
    assert told["answers"]["usual_days"] == 2
    assert (told["answers"]["mine"]["answered"], told["answers"]["mine"]["decided"]) == (1, 1)
    assert set(told["receptiveness"]) == {"tried", "met", "share", "word"}
    (waiting,) = told["open"]
    assert set(waiting) == {
        "kind", "asked_on", "counts_from", "source", "wait_days", "usual_days", "answers",
        "away_days", "why",
    }  # fmt: skip
    assert waiting["why"].startswith("usually answers within 2 days; 95 of 100 answers come within")
    shown = say("show", ada)
    assert "answers 4 of 4 mails, usually within 2 days" in shown.out
    assert "you answer 1 of 1 of theirs" in shown.out
    assert waiting["why"] in shown.out
    (item,) = say("show", ada, "--json").json["open"]
    assert (item["counts_from"], item["why"]) == (waiting["counts_from"], waiting["why"])


def test_the_sheet_before_a_talk_says_what_would_place_them(say, ada):
    assert "About five more observations would place them. Ask a small thing" in (
        say("prep", ada).out.replace("\n", " ").replace("  ", "")
    )
