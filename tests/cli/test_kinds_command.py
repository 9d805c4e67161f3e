"""`kinds` and `habit`: the catalogue and the logging habit from the command line."""

import pytest

from tests.cli.terminal import Terminal

KIND_KEYS = [
    "id",
    "label",
    "english",
    "dutch",
    "points",
    "effort",
    "class",
    "contact",
    "by",
    "own",
    "known",
    "changed",
    "retired",
    "built_in_points",
    "signals",
    "since",
]
MOVE_KEYS = [
    "id",
    "stakeholder",
    "project",
    "before",
    "after",
    "stance_before",
    "stance_after",
    "alarm_before",
    "alarm_after",
]
HABIT_KEYS = [
    "as_of",
    "for",
    "against",
    "share_against",
    "warning",
    "offer",
    "correction",
    "since",
]


def kind_of(say, id, *more):
    [found] = [one for one in say("kinds", "--json", *more).json["kinds"] if one["id"] == id]
    return found


def test_the_catalogue_is_listed_with_what_each_kind_counts(say, ada):
    rows = say("kinds").rows
    assert ["agreement_kept", "kept an agreement", "+3", "1", "deed", ""] in rows
    assert ["said_oppose", "said they are against", "-4", "1", "words", ""] in rows
    assert len(rows) == 40


def test_the_json_keeps_its_keys(say, partner):
    listed = say("kinds", "--json").json
    assert list(listed) == ["schema", "as_of", "kinds"]
    assert listed["schema"] == "staketerm/kinds/1"
    assert list(listed["kinds"][0]) == KIND_KEYS
    made = say("kinds", "change", "defended_project", "--points", "-12", "--json").json
    assert list(made) == [
        "schema",
        "kind",
        "would_move",
        "would_shift",
        "looked_at",
        "batch",
        "changed",
        "moved",
        "notes",
    ]
    assert list(made["would_move"][0]) == MOVE_KEYS
    tried = say("kinds", "change", "defended_project", "--points", "9", "--dry-run", "--json").json
    assert list(tried) == ["schema", "dry_run", "would_move", "would_shift", "looked_at"]
    assert list(say("habit", "--json").json) == ["schema", *HABIT_KEYS]


def test_an_own_kind_is_added_logged_and_taken_back(say, ada):
    said = say("kinds", "add", "sang for us", "--dutch", "zong voor ons", "--points", "5")
    assert said.out.startswith("sang for us (sang_for_us): English sang for us, Dutch zong voor")
    assert "saved, from today on" in said.out
    assert "staketerm undo" in said.err
    assert "Nobody has signals of this kind" in said.out
    assert "sang for us +5" in say("log", "ada", "sang_for_us").out
    assert "sang for us +5" in say("show", "ada").out
    assert "sang for us +5" in say("log", "ada zong voor ons gisteren").out
    one = kind_of(say, "sang_for_us")
    assert (one["own"], one["known"], one["class"], one["signals"]) == (True, True, "deed", 2)
    say("undo")
    say("undo")
    say("undo")
    assert all(row[0] != "sang_for_us" for row in say("kinds").rows)


def test_a_kind_with_a_short_id_is_logged_by_it(say, ada):
    say("kinds", "add", "sang a song for us all", "--id", "sang", "--points", "2")
    assert "sang a song for us all +2" in say("log", "ada", "sang").out


def test_who_would_move_is_said_before_and_a_dry_run_writes_nothing(say, partner):
    said = say("kinds", "change", "defended_project", "--points", "-12", "--dry-run")
    assert "points +9 → -12" in said.out
    assert "Ada Lens (My project)  ◉ partner → " in said.out
    assert said.err == "Nothing has been written.\n"
    assert kind_of(say, "defended_project")["points"] == 9
    say("kinds", "change", "defended_project", "--points", "-12")
    one = kind_of(say, "defended_project")
    assert (one["points"], one["changed"], one["built_in_points"]) == (-12, True, 9)
    assert one["since"] == "2026-11-24"
    assert kind_of(say, "defended_project", "--as-of", "23 nov")["points"] == 9
    say("kinds", "change", "defended_project", "--built-in")
    assert not kind_of(say, "defended_project")["changed"]


def test_on_a_terminal_it_is_asked_after_who_would_move_is_shown(say, partner):
    tried = ("kinds", "change", "defended_project", "--points", "-12")
    shown = Terminal("--today", "2026-11-24", *tried).answer("n\r")
    assert shown.index("Ada Lens") < shown.index("Save this?")
    assert kind_of(say, "defended_project")["points"] == 9
    assert "saved, from today on" in Terminal("--today", "2026-11-24", *tried).answer("\r")
    assert kind_of(say, "defended_project")["points"] == -12
    assert "Save this?" not in Terminal("--today", "2026-11-24", *tried, "--yes").read()


def test_the_history_says_which_kind(say, partner):
    say("kinds", "change", "defended_project", "--points", "1")
    assert say("history", "--json").json["changes"][0]["kinds"] == ["defended_project"]
    assert "kind changed (stood up for the project)" in say("undo").out


def test_a_past_day_is_listed_by_the_weights_of_that_day(say, partner):
    before = say("why", "ada", "--as-of", "2026-11-24", "--json").json
    say("kinds", "change", "defended_project", "--points", "1", today="2026-12-01")
    after = say("why", "ada", "--as-of", "2026-11-24", "--json", today="2026-12-01").json
    assert (after["stance"], after["reasons"]) == (before["stance"], before["reasons"])
    assert say("why", "ada", "--json", today="2026-12-01").json["evidence"] < before["evidence"]


def test_a_retired_kind_is_refused_with_the_way_back_and_revived(say, ada):
    say("log", "ada", "no_show")
    retired = say("kinds", "retire", "did not turn up")
    assert "offered yes → no" in retired.out
    assert "No one" not in retired.out
    refused = say("log", "ada", "no_show", code=2)
    assert "staketerm kinds revive no_show" in refused.err
    assert ["no_show", "did not turn up", "-5", "0", "deed", "retired"] in say("kinds").rows
    assert say("why", "ada", "--json").json["reasons"][0]["points"] == -5
    say("kinds", "revive", "no_show")
    say("log", "ada", "no_show")
    assert say("kinds", "revive", "no_show").out.endswith("unchanged\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("add", "x y", "--points", "13"), "between -12 and +12"),
        (("add", "kept an agreement"), "log that one"),
        (("add", "x y", "--id", "No Id"), "small letters"),
        (("change", "no_show"), "--points 4"),
        (("change", "mail_sent", "--points", "1"), "no evidence"),
        (("change", "no_show", "--points", "many"), "many"),
        (("retire", "contact"), "the program needs this kind"),
    ],
)
def test_what_cannot_be_is_refused_with_the_way_out(say, ada, words, said):
    assert said in say("kinds", *words, code=2).err


def test_a_kind_that_is_not_there_offers_the_nearest(say, ada):
    assert "Did you mean no_show?" in say("kinds", "retire", "no_shw", code=3).err


@pytest.fixture
def only_good_news(begun, partner):
    """A log in which nearly everything is for."""
    for day in range(1, 25):
        begun("log", "ada", "agreement_kept", "--on", f"2026-10-{day:02}")
    return partner


def test_a_lopsided_log_is_warned_of_with_its_counts(say, only_good_news):
    said = say("habit")
    assert "0 of 28 signals in the last 365 days are against (0%)." in said.out
    assert "good news may be written down more readily than bad" in said.out
    assert "every point for counts .2" in said.out
    assert "staketerm habit on" in said.err
    told = say("habit", "--json").json
    assert (told["for"], told["against"], told["warning"]) == (28, 0, "good_news")
    assert told["correction"] is None
    assert told["offer"]["against"] == 1


def test_the_correction_is_taken_only_when_asked_and_ended_again(say, only_good_news):
    before = say("why", "ada", "--json").json
    assert before["correction"] is None
    tried = say("habit", "on", "--dry-run")
    assert tried.out.startswith("From today on every point for counts .2")
    assert say("why", "ada", "--json").json == before
    on = say("habit", "on", "--json").json
    assert on["correction"] == on["correction"] | {"against": 1}
    assert on["since"] == "2026-11-24"
    why = say("why", "ada", "--json").json
    assert why["evidence"] < before["evidence"]
    assert why["correction"] == on["correction"]
    assert "every point for counts" in say("why", "ada").out
    assert "Corrected since Tue 24 Nov" in say("habit").out
    assert "end it first" in say("habit", "on", code=2).err
    assert say("why", "ada", "--as-of", "23 nov", "--json").json["correction"] is None
    say("habit", "off")
    assert say("why", "ada", "--json").json == before
    say("undo")
    assert say("why", "ada", "--json").json == why


def test_an_even_log_is_not_corrected(say, ada):
    assert "No signals with points" in say("habit").out
    refused = say("habit", "on", code=2)
    assert "No signals with points" in refused.err
    assert "unchanged" in say("habit", "off").out
