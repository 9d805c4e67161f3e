"""`list`, `show`, `why`: what a person asks of a journal."""

import pytest

READOUTS = {
    "position",
    "stance",
    "stance_low",
    "stance_high",
    "probability",
    "energy",
    "active",
    "evidence",
    "confidence",
    "trend",
    "alarm",
    "judgement",
    "says_does_gap",
}


def test_why_as_json_has_the_keys_that_scripts_rely_on(say, partner):
    told = say("why", partner, "--json").json
    assert told["schema"] == "staketerm/why/1"
    assert {"stakeholder", "project", "as_of", "reasons"} | READOUTS <= told.keys()
    assert set(told["reasons"][0]) == {
        "on",
        "kind",
        "text",
        "points",
        "share",
        "source",
        "provenance",
    }
    assert told["stakeholder"] == "Ada Lens"
    assert told["project"] == "My project"
    assert told["as_of"] == "2026-11-24"
    assert told["position"] == "partner"


def test_the_shares_add_up_to_the_evidence(say, partner):
    say("log", partner, "no_show", "--on", "2026-11-12")
    told = say("why", partner, "--json").json
    shares = [reason["share"] for reason in told["reasons"]]
    assert sum(shares) == pytest.approx(told["evidence"])
    assert shares == sorted(shares, reverse=True)
    assert min(shares) >= 0


def test_why_in_words_adds_up_too(say, partner):
    say("log", partner, "no_show", "--on", "2026-11-12")
    lines = say("why", partner).out.splitlines()
    counts = [float(line.split()[0]) for line in lines if line[:9].strip()[:1] in ("+", "-")]
    together = next(line for line in lines if line.startswith("together"))
    for_, against = float(together.split()[1]), float(together.split()[3])
    assert sum(c for c in counts if c > 0) == pytest.approx(for_, abs=0.03)
    assert -sum(c for c in counts if c < 0) == pytest.approx(against, abs=0.03)
    assert any("no show" in line or "did not turn up" in line for line in lines)


def test_why_tells_the_rest_in_one_line_or_in_full(say, ada):
    for day in range(1, 16):
        say("log", ada, "contact" if day > 12 else "agreement_kept", "--on", f"2026-11-{day:02}")
    short, full = say("why", ada).out, say("why", ada, "--all").out
    assert "and 2 more" in short
    assert short.count("kept an agreement") == 10
    assert full.count("kept an agreement") == 12


def test_why_as_of_a_day_knows_nothing_of_what_came_later(say, partner):
    told = say("why", partner, "--as-of", "2026-09-15", "--json").json
    assert told["as_of"] == "2026-09-15"
    assert {reason["on"] for reason in told["reasons"]} == {"2026-08-01", "2026-09-01"}
    listed = say("list", "--as-of", "2026-09-15", "--json").json["stakeholders"][0]
    assert listed["stance"] == pytest.approx(told["stance"])


def test_an_alarm_is_told_with_its_day_and_its_deeds(say, partner):
    for day in ("2026-11-10", "2026-11-15", "2026-11-20"):
        say("log", partner, "open_opposition", "--on", day)
    alarm = say("why", partner, "--json").json["alarm"]
    assert set(alarm) == {"since", "kind", "text"}
    assert "opposed openly" in alarm["text"]
    listed = say("list", "--json").json["stakeholders"][0]["alarm"]
    assert (listed["since"], listed["kind"]) == (alarm["since"], alarm["kind"])
    assert alarm["text"] in say("why", partner).out


def test_my_judgement_stands_beside_and_never_inside(say, partner):
    before = say("why", partner, "--json").json
    say("judge", partner, "fence-sitter", "--note", "waits for the council", "--on", "2026-10-01")
    after = say("why", partner, "--json").json
    assert after["judgement"] == {
        "label": "fence_sitter",
        "on": "2026-10-01",
        "note": "waits for the council",
    }
    assert after["stance"] == before["stance"]
    shown = say("why", partner).out
    assert "Your judgement of 1 Oct: ◇ fence-sitter" in shown
    assert "Behaviour since then: ◉ partner" in shown


def test_a_position_that_does_not_exist_cannot_be_judged(say, ada):
    said = say("judge", ada, "friend", code=2)
    assert "fence-sitter" in said.err


def test_an_open_question_is_told_with_the_day_its_silence_counts(say, ada):
    say("ask", ada, "dates", "--on", "2026-11-20")
    told = say("why", ada, "--json").json["open"]
    assert [(one["kind"], one["asked_on"]) for one in told] == [("mail", "2026-11-20")]
    assert "silence counts from" in say("why", ada).out


def test_somebody_away_does_not_let_a_mail_wait(say, ada):
    say("ask", ada, "dates", "--on", "2026-11-01")
    assert say("why", ada, "--json").json["reasons"][0]["kind"] == "mail_unanswered"
    said = say("away", ada, "2026-11-01", "2026-11-30")
    assert "away: Sun 1 Nov - Mon 30 Nov" in said.out
    assert say("why", ada, "--json").json["reasons"] == []


def test_list_as_json_has_the_keys_that_scripts_rely_on(say, partner):
    told = say("list", "--json").json
    assert told["schema"] == "staketerm/list/1"
    [row] = told["stakeholders"]
    assert {"id", "handle", "stakeholder", "last_contact", "next_action"} | READOUTS <= row.keys()
    assert "reasons" not in row
    same = say("why", partner, "--json").json
    assert {key: row[key] for key in READOUTS} == {key: same[key] for key in READOUTS}


def test_the_list_is_filtered_in_both_languages(say, partner):
    say("add", "Bram Okafor", "--impact", "low")
    for words in ("position:partner", "positie:partner impact:hoog", "zuidrand", "-bram"):
        found = say("list", "--filter", words, "--json").json
        assert [row["handle"] for row in found["stakeholders"]] == ["ada-lens"]
        assert found["total"] == 2


def test_a_field_that_does_not_exist_is_named_with_the_nearest(say, ada):
    assert "position?" in say("list", "--filter", "postion:critic", code=2).err


def test_nobody_fitting_a_filter_is_an_answer(say, ada):
    said = say("list", "--filter", "position:opponent")
    assert said.out == ""
    assert said.err == "No one fits this filter.\n"


def test_an_empty_journal_says_how_to_begin(say):
    say("log", "an entry, so that there is a journal")
    assert "staketerm add" in say("list").err


def test_a_piped_list_is_separated_by_tabs(say, partner):
    [row] = say("list").rows
    assert row[:3] == ["ada-lens", "Ada Lens", "◉ partner –"]
    assert row[4] == "23 d"
    assert len(row) == 6


def test_the_list_can_be_put_in_order(say, partner):
    say("add", "Aart Zwart")
    rows = say("list", "--order", "name").rows
    assert [row[0] for row in rows] == ["aart-zwart", "ada-lens"]


def test_show_has_who_position_open_items_and_the_newest(say, partner):
    say("agree", partner, "street list", "--by", "them", "--due", "2026-12-01")
    shown = say("show", partner).out
    assert "Ada Lens (ada-lens)" in shown
    assert "◉ partner" in shown
    assert "their promise of Tue 24 Nov: street list (by Tue 1 Dec)" in shown
    assert "came to me about the project +5" in shown


def test_somebody_unknown_is_not_found(say, ada):
    for command in ("show", "why", "note"):
        extra = ("text",) if command == "note" else ()
        said = say(command, "wilbert", *extra, code=3)
        assert said.out == ""
        assert "wilbert" in said.err


def test_two_people_of_one_name_are_named_as_candidates(say, ada):
    say("add", "Ada Bergsma")
    said = say("why", "ada", code=2)
    assert "Ada Lens (ada-lens)" in said.err
    assert "Ada Bergsma (ada-bergsma)" in said.err
    assert said.out == ""


@pytest.mark.parametrize("who", ["ada-lens", "Ada Lens", "ADA", "lens", "ada-l"])
def test_somebody_is_found_by_handle_prefix_or_part_of_the_name(say, ada, who):
    assert say("why", who, "--json").json["handle"] == "ada-lens"


def test_a_project_that_keeps_no_positions_has_none(say, ada, place):
    import sqlite3

    with sqlite3.connect(place) as journal:
        journal.execute("UPDATE project SET kind = 'personal'")
    told = say("why", ada, "--json").json
    assert told["position"] is None
    assert told["stance"] is None
    assert told["reasons"] == []
    assert "keeps no positions" in say("why", ada).out
    assert say("list", "--json").json["stakeholders"][0]["position"] is None


def test_a_position_that_a_file_claimed_is_not_called_mine(say, tmp_path):
    register = tmp_path / "register.csv"
    register.write_text("Name,Influence,Support\nAda Lens,high,resistant\n", encoding="utf-8")
    say("import", str(register))
    say("add", "Bo")
    say("judge", "bo", "critic")
    assert "judgement from a file: ■ opponent" in say("show", "ada").out
    assert "my judgement: ◆ critic" in say("show", "bo").out


def test_an_absence_in_the_timeline_says_until_when(say, ada):
    say("away", ada, "2026-10-05", "2026-10-09")
    assert "Mon 5 Oct  away until Fri 9 Oct" in say("show", ada).out
