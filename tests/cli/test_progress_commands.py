"""`progress` and `project`: what happens in an undertaking, told from the command line."""

import pytest

from tests.hostile import CONTROLS

ENTRY_KEYS = [
    "id",
    "kind",
    "on",
    "project",
    "title",
    "text",
    "due",
    "closed_on",
    "outcome",
    "private",
    "contributors",
    "affected",
    "helpers",
]


def test_a_success_is_written_down_with_who_made_it(say, ada):
    said = say("progress", "success", "Pilot street done a day early", "--who", "ada: her crew")
    assert "success written down for Tue 24 Nov: Pilot street done a day early" in said.out
    assert "Ada Lens (her crew); thanks open" in said.out
    assert "staketerm undo" in said.err
    [entry] = say("progress", "--json").json["entries"]
    [who] = entry["contributors"]
    assert (who["stakeholder"], who["note"], who["thanked"]) == ("Ada Lens", "her crew", False)


@pytest.mark.parametrize("options", [("--private",), ("--project", "Home")])
def test_what_is_private_or_personal_owes_no_thanks(say, ada, options):
    say("project", "Home", "--personal")
    said = say("progress", "success", "Slept well", "--who", "ada", *options)
    assert "Ada Lens" in said.out
    assert "thanks" not in said.out


def test_the_json_keeps_its_keys(say, ada):
    written = say("progress", "plan", "Street 2", "--who", "ada", "--by", "14 dec", "--json").json
    assert written["schema"] == "staketerm/progress/1"
    assert list(written) == ["schema", "entry", "batch", "changed", "moved", "notes"]
    listed = say("progress", "--json").json
    assert list(listed) == ["schema", "project", "entries"]
    assert listed["entries"] == [written["entry"]]
    assert list(written["entry"]) == ENTRY_KEYS
    assert list(written["entry"]["contributors"][0]) == ["id", "stakeholder", "note", "thanked"]
    assert written["entry"]["due"] == "2026-12-14"


@pytest.mark.parametrize(
    ("kind", "part"),
    [
        ("risk", "helpers"),
        ("milestone", "affected"),
        ("setback", "affected"),
        ("stress", "affected"),
    ],
)
def test_who_is_named_is_what_the_kind_asks_for(say, ada, kind, part):
    entry = say("progress", kind, "Survey", "--who", "ada", "--json").json["entry"]
    assert [one["stakeholder"] for one in entry[part]] == ["Ada Lens"]


def test_a_risk_says_how_to_avoid_it_and_who_is_touched(say, ada):
    say("add", "Bram Okafor")
    say(
        *("progress", "risk", "Survey may slip", "--avoid", "a second crew", "--by", "1 dec"),
        *("--helps", "ada:a crew", "--affects", "bram"),
    )
    [entry] = say("progress", "--json").json["entries"]
    assert (entry["title"], entry["text"]) == ("Survey may slip", "a second crew")
    [row] = say("progress").rows
    assert row[1:] == [
        "2026-11-24",
        "risk",
        "Survey may slip",
        "2026-12-01",
        "can help: Ada Lens (a crew); affects: Bram Okafor",
    ]


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("succes", "success"),
        ("risico", "risk"),
        ("besluit", "decision"),
        ("mijlpaal", "milestone"),
        ("tegenslag", "setback"),
        ("spanning", "stress"),
        ("mile", "milestone"),
    ],
)
def test_kinds_are_said_in_either_language_or_begun(say, word, kind):
    assert say("progress", word, "Something", "--json").json["entry"]["kind"] == kind


def test_what_came_of_it_is_told_by_the_end_of_the_id(say):
    plan = say("progress", "plan", "Street 2", "--json").json["entry"]
    say("progress", "risk", "Survey may slip")
    said = say("progress", "done", plan["id"][-6:], "--on", "today")
    assert said.out.startswith("plan done, Tue 24 Nov: Street 2")
    assert [row[2] for row in say("progress", "--open").rows] == ["risk"]
    risk = say("progress", "--kind", "risico", "--json").json["entries"][0]
    closed = say("progress", "afgewend", risk["id"], "--json").json["entry"]
    assert (closed["outcome"], closed["closed_on"]) == ("averted", "2026-11-24")
    say("undo")
    assert [row[2] for row in say("progress", "--open").rows] == ["risk"]


@pytest.mark.parametrize(
    ("arguments", "code", "why"),
    [
        (("progress", "success", "Done", "--on", "tomorrow"), 2, "still to come"),
        (("progress", "sucess2", "Done"), 2, "no kind of progress"),
        (("progress", "success"), 2, "Say what it is"),
        (("progress", "success", "Done", "--who", "nobody at all"), 3, "nobody at all"),
        (("progress", "success", "Done", "--avoid", "x"), 2, "goes with a risk"),
        (("progress", "success", "Done", "--by", "1 dec"), 2, "Only a plan"),
        (
            ("progress", "plan", "Street", "--by", "2026-11-01"),
            2,
            "By Sun 1 Nov, before",
        ),
        (("progress", "done", "zzzzzz"), 3, "There is no progress entry"),
        (("progress", "done"), 2, "Say which one"),
        (("progress", "done", "x", "--who", "ada"), 2, "only with a new entry"),
        (("progress", "--private"), 2, "only with a new entry"),
        (("progress", "plan", "Street", "--open"), 2, "narrow the list"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(say, ada, arguments, code, why):
    assert why in say(*arguments, code=code).err
    assert say("progress", "--json").json["entries"] == []


def test_a_plan_is_not_averted(say):
    plan = say("progress", "plan", "Street 2", "--json").json["entry"]
    assert "done, dropped" in say("progress", "averted", plan["id"], code=2).err


def test_undo_takes_an_entry_back(say, ada):
    say("progress", "success", "Done", "--who", "ada")
    say("undo")
    assert say("progress", "--json").json["entries"] == []


def test_a_private_entry_is_marked_so(say):
    entry = say("progress", "decision", "One desk", "--private", "--json").json["entry"]
    assert entry["private"] is True


@pytest.mark.parametrize("text", CONTROLS)
def test_a_hostile_text_reaches_no_terminal(say, text):
    said = say("progress", "success", text)
    listed = say("progress")
    for out in (said.out, listed.out):
        assert not set(out) & {"\x1b", "\x9b", "\u202e", "\x07", "\x08"}


def test_a_second_project_has_entries_of_its_own(say, ada):
    said = say("project", "Kade")
    assert "Kade begun." in said.out
    assert "My project stays the one taken where no project is said" in said.err
    say("progress", "plan", "Quay wall", "--project", "kade", "--who", "ada")
    assert say("progress", "--json").json["entries"] == []
    kade, _mine = say("project", "--json").json["projects"]
    assert (kade["project"], kade["people"], kade["entries"]) == ("Kade", 1, 1)
    assert list(kade) == [
        *("id", "project", "kind", "default", "people", "entries", "open_risks", "last")
    ]


def test_a_project_is_renamed_and_its_old_name_comes_back(say):
    say("project", "Kade")
    assert "Kade is called Quay." in say("project", "kade", "--rename", "Quay").out
    say("undo")
    assert "Kade" in say("project").out


def test_a_name_that_is_taken_is_refused(say):
    say("project", "Kade")
    assert "already" in say("project", "KADE", code=2).err
    assert "already" in say("project", "my project", "--rename", "kade", code=2).err
    assert len(say("project").rows) == 2


def test_another_project_can_be_taken_where_none_is_said(say):
    say("project", "Kade")
    say("project", "Kade", "--default")
    say("progress", "plan", "Quay wall")
    assert say("progress", "--json").json["project"] == "Kade"
    say("project", "Haven", "--default")
    assert say("progress", "--json").json["project"] == "Haven"


def test_a_personal_project_says_so(say):
    assert say("project", "Family", "--personal", "--json").json["kind"] == "personal"
    assert "no scoring" in say("project").out


def test_somebodys_page_tells_what_they_had_a_part_in(say, ada):
    say("progress", "risk", "Survey may slip", "--avoid", "a crew", "--who", "ada: hers")
    assert "risk: Survey may slip   can help Ada Lens (hers)" in say("show", ada).out


def test_a_line_of_log_is_progress_too(say):
    told = say("log", "!risk yesterday: survey may slip", "--json").json
    assert (told["what"], told["kind"], told["on"]) == ("progress", "risk", "2026-11-23")
    [entry] = say("progress", "--json").json["entries"]
    assert (entry["kind"], entry["text"], entry["on"]) == ("risk", "survey may slip", "2026-11-23")
    assert "risk · vote may move" in say("log", "!risk", "vote may move").out
    assert "no kind of progress" in say("log", "!sick people", code=2).err
