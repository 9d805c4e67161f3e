"""`add`, `log`, `note`, `tag`: putting in who there is and what they did."""

import pytest


def test_somebody_added_is_in_the_list(say):
    said = say("add", "Ada Lens", "--org", "Gemeente Zuidrand", "--tag", "permits")
    assert "Ada Lens" in said.out
    assert "ada-lens" in said.out
    assert "Gemeente Zuidrand" in said.err
    [ada] = say("list", "--json").json["stakeholders"]
    assert ada["stakeholder"] == "Ada Lens"
    assert ada["handle"] == "ada-lens"
    assert ada["organisation"] == "Gemeente Zuidrand"
    assert ada["tags"] == ["permits"]


def test_add_takes_everything_that_is_known_of_somebody(say):
    say(
        *("add", "the contractors", "--kind", "role", "--role", "user", "--role", "builder"),
        *("--email", "info@bond.example", "--power", "4", "--interest", "2", "--impact", "medium"),
        *("--reach", "step", "--note", "Nobody named yet."),
    )
    told = say("show", "contractors", "--json").json
    assert told["kind"] == "role"
    assert told["roles"] == ["user", "builder"]
    assert told["emails"] == ["info@bond.example"]
    assert (told["power"], told["interest"], told["impact"]) == (4, 2, "medium")
    assert told["reach"] == "step"
    assert [each["text"] for each in told["timeline"]] == ["Nobody named yet."]


@pytest.mark.parametrize("option", [("--power", "6"), ("--impact", "huge"), ("--kind", "animal")])
def test_a_value_that_does_not_exist_is_wrong_usage_and_adds_nobody(say, option):
    say("add", "Ada Lens", *option, code=2)
    say("add", "Bram Okafor")
    assert len(say("list", "--json").json["stakeholders"]) == 1


def test_log_says_the_day_the_act_and_the_position_before_and_after(say, ada):
    said = say("log", ada, "agreement_kept", "--on", "yesterday", "--note", "street list")
    assert said.out.startswith("logged for Mon 23 Nov: Ada Lens · kept an agreement +3")
    assert "street list" in said.out
    assert "unknown, +.00 to +.33" in said.out
    assert "staketerm undo" in said.err


def test_log_says_when_the_word_for_a_position_changes(say, ada):
    for day in ("2026-11-01", "2026-11-08"):
        say("log", ada, "defended_project", "--on", day)
    say("undo")
    moved = say("log", ada, "invited_to_team", "--on", "2026-11-08", "--json").json["moved"]
    assert [(one["before"], one["after"]) for one in moved] == [("unknown", "partner")]
    said = say("log", ada, "open_opposition", "--on", "2026-11-20")
    assert "◉ partner → ◆ critic" in said.out


def test_log_by_a_line_as_one_would_say_it(say, ada):
    told = say("log", "ada kept agreement yesterday: budget review", "--json").json
    assert told["schema"] == "staketerm/log/1"
    assert told["stakeholder"] == "Ada Lens"
    assert told["kind"] == "agreement_kept"
    assert told["on"] == "2026-11-23"
    assert told["note"] == "budget review"


def test_a_line_needs_no_quotes(say, ada):
    told = say("log", "ada", "came", "to", "me", "last", "friday", "--json").json
    assert told["kind"] == "informal_approach"
    assert told["on"] == "2026-11-20"


def test_a_line_about_several_people_is_one_change(say, ada):
    say("add", "Bram Okafor")
    told = say("log", "ada, bram sat through the meeting yesterday", "--json").json
    assert [told["stakeholder"], told["also"][0]["stakeholder"]] == ["Ada Lens", "Bram Okafor"]
    assert len(told["moved"]) == 2
    say("undo")
    assert say("show", "bram", "--json").json["timeline"] == []


def test_a_line_without_a_known_name_is_an_entry_of_the_journal(say, ada):
    said = say("log", "the council moved its vote to February")
    assert "an entry in the journal" in said.out


def test_a_name_that_is_not_here_is_not_found(say, ada):
    said = say("log", "wilbert", "agreement_kept", code=3)
    assert "wilbert" in said.err
    assert say("show", ada, "--json").json["timeline"] == []


def test_a_kind_that_does_not_exist_offers_those_that_come_near(say, ada):
    said = say("log", ada, "agreement_keept", code=2)
    assert "agreement_kept" in said.err


def test_a_day_that_can_mean_two_is_never_guessed(say, ada):
    said = say("log", ada, "contact", "--on", "3/4", code=2)
    assert "3 Apr" in said.err
    assert "4 Mar" in said.err


def test_what_is_still_to_come_has_not_happened(say, ada):
    said = say("log", ada, "contact", "--on", "2026-12-01", code=2)
    assert "still to come" in said.err


def test_an_answer_ends_the_open_ask_it_fits(say, ada):
    say("ask", ada, "dates for street 2.", "--on", "2026-11-20")
    said = say("log", ada, "mail_answered", "--on", "yesterday")
    assert "This ends your mail of Fri 20 Nov: dates for street 2.\n" in said.out
    assert say("show", ada, "--json").json["open"] == []


def test_which_of_two_asks_is_answered_is_asked(say, ada):
    first = say("ask", ada, "dates", "--on", "2026-11-20", "--json").json["ask"]
    second = say("ask", ada, "names", "--on", "2026-11-21", "--json").json["ask"]
    said = say("log", ada, "mail_answered", code=2)
    assert first in said.err
    assert second in said.err
    closed = say("log", ada, "mail_answered", "--closes", second, "--json").json["closed"]
    assert closed["id"] == second
    assert [item["id"] for item in say("show", ada, "--json").json["open"]] == [first]


def test_an_answer_can_stand_by_itself(say, ada):
    say("ask", ada, "dates", "--on", "2026-11-20")
    told = say("log", ada, "mail_answered", "--closes", "none", "--json").json
    assert told["closed"] is None
    assert len(say("show", ada, "--json").json["open"]) == 1


def test_weak_and_strong_weigh_less_and_more(say, ada):
    say("log", ada, "agreement_kept", "--on", "2026-11-01", "--weak")
    say("log", ada, "agreement_kept", "--on", "2026-11-02", "--strong")
    points = {each["on"]: each["points"] for each in say("why", ada, "--json").json["reasons"]}
    assert points == {"2026-11-01": 1.5, "2026-11-02": 4.5}


def test_a_note_is_kept_on_its_day(say, ada):
    said = say("note", ada, "Her mother is ill.", "--on", "eergisteren")
    assert "noted for Sun 22 Nov: Ada Lens" in said.out
    [told] = say("show", ada, "--json").json["timeline"]
    assert (told["on"], told["text"]) == ("2026-11-22", "Her mother is ill.")


def test_a_tag_is_put_on_and_taken_off(say, ada):
    say("tag", ada, "Permits")
    assert say("show", ada, "--json").json["tags"] == ["permits"]
    say("tag", ada, "permits", "--off")
    assert say("show", ada, "--json").json["tags"] == []


def test_a_note_without_words_is_no_note(say, ada):
    said = say("note", ada, "  ", code=2)
    assert "text: nothing readable is in it" in said.err
    assert say("show", ada, "--json").json["timeline"] == []


@pytest.mark.parametrize(
    "asked", [("ask", ""), ("agree", " ", "--by", "them", "--due", "2026-12-01")]
)
def test_what_is_asked_or_agreed_takes_words(say, ada, asked):
    command, text, *options = asked
    assert "text: nothing readable is in it" in say(command, ada, text, *options, code=2).err


def test_an_answer_is_not_expected_before_it_was_asked_for(say, ada):
    said = say("ask", ada, "dates", "--due", "yesterday", code=2)
    assert said.err == "Due on Mon 23 Nov, before it was asked on Tue 24 Nov.\n"
    assert say("show", ada, "--json").json["open"] == []


def test_days_in_refusals_are_said_as_days_are_shown(say, ada):
    asked = say("ask", ada, "When?", "--due", "1 dec", "--on", "3 nov", "--json").json["ask"]
    promised = say("agree", ada, "A list", "--by", "them", "--on", "3 nov", "--json").json
    assert "Asked on Tue 3 Nov, so it cannot be answered on Mon 2 Nov." in (
        say("answered", asked, "--on", "2 nov", code=2).err
    )
    assert "Agreed on Tue 3 Nov, so nothing came of it on Mon 2 Nov." in (
        say("kept", promised["agreement"], "--on", "2 nov", code=2).err
    )
    assert "Due on Mon 2 Nov, before it was agreed on Tue 3 Nov." in (
        say("agree", ada, "B", "--by", "me", "--on", "3 nov", "--due", "2026-11-02", code=2).err
    )


def test_weak_and_strong_exclude_each_other(say, ada):
    said = say("log", ada, "agreement_kept", "--weak", "--strong", code=2)
    assert "--weak" in said.err
    assert say("why", ada, "--json").json["reasons"] == []


def test_one_word_that_is_no_kind_is_not_taken_for_a_note(say, ada):
    said = say("log", ada, "obstructd", code=2)
    assert said.err == (
        "There is no kind obstructd. Did you mean obstructed, contact? "
        "`staketerm note` writes a note.\n"
    )
    assert say("log", ada, "obstructed", "--json").json["kind"] == "obstructed"
    assert say("log", ada, "likes", "birds", "--json").json["kind"] is None


def test_what_is_no_mail_address_is_not_taken_for_one(say):
    said = say("add", "Bram Okafor", "--email", "bram", code=2)
    assert said.err == "bram is no mail address; give one such as you@example.org\n"
    assert say("add", "Bram Okafor", "--email", "bram@x.example").out
