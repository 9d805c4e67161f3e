"""`prep`: what to know before a talk, on one screen and as JSON."""

import pytest


@pytest.fixture
def busy(begun, partner: str) -> str:
    """Ada, with something of everything."""
    begun("ask", partner, "dates for street 2", "--due", "1 dec")
    begun("agree", partner, "text on liability", "--by", "me", "--due", "fri")
    begun("note", partner, "Her mother is ill. " * 60)
    begun("consent", partner, "asked", "--on", "3 nov")
    begun("away", partner, "27 nov", "29 nov")
    for number in range(8):
        begun("progress", "decision", f"One desk, one phone number: rule {number} of the crews")
    begun("progress", "success", "Pilot street done.", "--who", f"{partner}:her crew did it")
    begun("progress", "plan", "Desk rules, second draft.", "--affects", partner)
    begun("progress", "risk", "Survey may slip.", "--helps", f"{partner}:a second crew")
    return partner


def test_the_sheet_fits_one_screen_of_80_by_40(say, busy):
    lines = say("prep", busy).out.splitlines()
    assert len(lines) <= 40
    assert max(map(len, lines)) <= 80
    assert lines[0] == "Ada Lens in My project, Tue 24 Nov 2026"
    captions = [line[:17].strip() for line in lines[3:] if line[:1].strip()]
    assert captions == [
        "where they stand",
        "mind",
        "open, mine first",
        "thank for",
        "ask",
        "tell",
        "last in touch",
        "my notes",
    ]


def test_what_to_ask_names_the_acts_that_are_due(say, busy):
    [act] = say("prep", busy, "--json").json["acts"]
    assert act == {
        "kind": "advice_request",
        "latest": "2026-12-08",
        "reason": "Desk rules, second draft. What does Ada Lens think of it?",
        "brake": "you were in touch today; one act a day",
    }
    assert "advice request  Desk rules, second draft. What does Ada" in say("prep", busy).out


def test_days_end_under_each_other(say, partner):
    for day in ("3 nov", "23 nov"):
        say("note", partner, f"Spoke on {day}.", "--on", day)
    lines = [line for line in say("prep", partner).out.splitlines() if "Spoke on" in line]
    assert [line.index(" Nov  Spoke") for line in lines] == [lines[0].index(" Nov  Spoke")] * 2


def test_the_sheet_as_json_has_the_keys_that_scripts_rely_on(say, busy):
    told = say("prep", busy, "--json").json
    assert told["schema"] == "staketerm/prep/1"
    assert set(told) == {
        "schema", "id", "handle", "stakeholder", "project", "as_of", "impact", "position",
        "stance", "stance_low", "stance_high", "confidence", "trend", "alarm", "judgement",
        "judgement_differs", "says_does_gap", "last_contact", "organisation", "job", "language",
        "do_not_contact", "away", "consent", "answers", "reasons", "contacts", "open", "thank_for",
        "ask", "acts", "places", "news", "notes",
    }  # fmt: skip
    assert set(told["consent"]) == {"standing", "on", "scope", "load", "until"}
    answers = {"answered", "decided", "median_days", "usual_days", "wait_days"}
    assert set(told["answers"]) == {*answers, "mine"}
    assert set(told["answers"]["mine"]) == answers
    assert set(told["contacts"][0]) == {"on", "what", "kind", "title", "text", "did"}
    assert set(told["open"][0]) == {
        "id", "table", "kind", "by", "i_owe", "on", "due", "counts_from", "text",
    }  # fmt: skip
    assert set(told["thank_for"][0]) == {"what", "on", "id", "text", "did"}
    topic = {"id", "kind", "on", "text", "due", "role", "note", "private"}
    assert set(told["ask"][0]) == set(told["news"][0]) == topic
    assert set(told["notes"][0]) == {"on", "kind", "title", "text", "private"}
    assert told["position"] == "partner"
    assert [each["i_owe"] for each in told["open"]] == [True, False]
    assert told["away"] == [{"first": "2026-11-27", "last": "2026-11-29"}]


def test_as_of_a_day_it_is_the_sheet_of_that_day(say, busy):
    told = say("prep", busy, "--as-of", "2026-09-15", "--json").json
    assert (told["as_of"], told["news"], told["notes"]) == ("2026-09-15", [], [])
    assert told["consent"]["standing"] == "none"
    assert told["last_contact"] == "2026-09-01"


def test_a_project_without_scoring_has_no_position_on_its_sheet(say):
    say("project", "Persoonlijk", "--personal")
    say("add", "Oma Tilly", "--project", "Persoonlijk")
    told = say("prep", "oma", "--project", "Persoonlijk", "--json").json
    assert (told["position"], told["reasons"]) == (None, [])
    assert "unknown" not in say("prep", "oma", "--project", "Persoonlijk").out


def test_nobody_of_that_name_is_nothing_found(say, ada):
    assert "zoe" in say("prep", "zoe", code=3).err
