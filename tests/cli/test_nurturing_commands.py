"""`consent`, `cadence`, `holiday`, `brakes`: set and shown as a person or a script asks for it."""

import pytest


def test_without_a_word_consent_shows_what_was_said(say, ada):
    assert say("consent", ada).out == "Ada Lens: consent not asked.\n"
    say("consent", ada, "asked", "--on", "3 nov", "--scope", "the pilot street")
    say("consent", ada, "granted", "--on", "5 nov", "--until", "1 mar", "--load", "2")
    lines = say("consent", ada).out.splitlines()
    assert lines[0] == "Ada Lens: consent granted 5 Nov, to 1 Mar 2027 (2 in a quarter)."
    assert [line.split() for line in lines[1:]] == [
        ["Tue", "3", "Nov", "asked", "3", "Nov:", '"the', "pilot", 'street"'],
        ["Thu", "5", "Nov", *"granted 5 Nov, to 1 Mar 2027 (2 in a quarter)".split()],
    ]


def test_consent_as_json_has_the_keys_that_scripts_rely_on(say, ada):
    written = say("consent", ada, "granted", "--load", "2", "--json").json
    assert written["schema"] == "staketerm/consent/1"
    assert {"handle", "state", "standing", "on", "scope", "load", "until"} <= written.keys()
    assert (written["state"], written["standing"], written["load"]) == ("granted", "granted", 2)
    told = say("consent", ada, "--json").json
    assert told["standing"] == "granted"
    assert [set(one) for one in told["said"]] == [{"state", "on", "scope", "load", "until"}]


@pytest.mark.parametrize(
    ("word", "state"),
    [("gevraagd", "asked"), ("gegeven", "granted"), ("geweigerd", "declined")],
)
def test_dutch_words_are_read_in_every_language(say, ada, word, state):
    assert say("consent", ada, word, "--json").json["state"] == state


def test_impossible_consent_ends_with_2_and_a_sentence(say, ada):
    assert "never granted" in say("consent", ada, "ingetrokken", code=2).err
    unknown = say("consent", ada, "perhaps", code=2).err
    assert "asked, granted, declined, withdrawn" in unknown
    assert (
        "before Tue 24 Nov" in say("consent", ada, "granted", "--until", "1 jan 2026", code=2).err
    )


def test_undo_takes_a_word_on_consent_back(say, ada):
    say("consent", ada, "granted")
    say("undo")
    assert "not asked" in say("consent", ada).out


def test_cadence_shows_what_is_in_force_and_where_it_comes_from(say, ada):
    assert say("cadence", ada).out == "Ada Lens: every 21-30 days (from position and impact)\n"
    say("cadence", ada, "--rule", "every second monday")
    assert say("cadence", ada).out == "Ada Lens: every 2 weeks on Mon (set for this person)\n"
    say("cadence", ada, "--clear")
    say("tag", ada, "vip")
    say("cadence", "--tag", "vip", "--ideal", "7", "--latest", "10")
    assert say("cadence", ada).out == "Ada Lens: every 7-10 days (tag vip)\n"
    say("cadence", "--project", "My", "--latest", "40")
    assert say("cadence").out.splitlines() == [
        "tag vip: every 7-10 days",
        "My project: every 40 days",
        "Everybody else by position and impact: 28 to 135 days.",
    ]


def test_cadence_as_json_has_the_keys_that_scripts_rely_on(say, ada):
    written = say("cadence", ada, "--rule", "FREQ=WEEKLY;BYDAY=TU", "--json").json
    keys = {"name", "style", "ideal_days", "latest_days", "rule", "origin", "tag"}
    assert written["schema"] == "staketerm/cadence/1"
    assert keys <= written.keys()
    told = say("cadence", ada, "--json").json
    assert set(told) == {"schema", *keys}
    assert (told["rule"], told["origin"]) == ("FREQ=WEEKLY;BYDAY=TU", "person")
    assert say("cadence", "--json").json["rhythms"] == []


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (["--ideal", "40", "--latest", "30"], "later than the latest"),
        (["--latest", "0"], "0"),
        (["--rule", "now and then"], "is no rhythm"),
        (["--tag", "vip", "--latest", "3"], "not both"),
    ],
)
def test_an_impossible_cadence_ends_with_2(say, ada, options, why):
    assert why in say("cadence", ada, *options, code=2).err


def test_holiday_lists_adds_and_takes_back(say, ada):
    assert say("holiday").out == "no days off\n"
    say("holiday", "24 dec", "2 jan", "--note", "Christmas")
    assert say("holiday").out == "Thu 24 Dec - Sat 2 Jan 2027, Christmas\n"
    assert say("holiday", "--json").json["holidays"] == [
        {"first": "2026-12-24", "last": "2027-01-02", "note": "Christmas"}
    ]
    assert "before it begins" in say("holiday", "5 dec", "1 dec", code=2).err
    say("holiday", "1 jan", "--delete")
    assert say("holiday").out == "no days off\n"
    assert "no day off" in say("holiday", "1 jan", "--delete", code=3).err


def test_a_single_day_off_stands_once(say, ada):
    assert say("holiday", "24 dec").out == "Thu 24 Dec: nothing is proposed.\n"
    assert say("holiday").out == "Thu 24 Dec\n"


def test_a_week_off_is_not_taken_for_its_monday(say, ada):
    assert "until when" in say("holiday", "next week", code=2).err
    said = say("holiday", "volgende week", "4 dec")
    assert said.out == "Mon 30 Nov - Fri 4 Dec: nothing is proposed.\n"


def test_days_off_that_are_replaced_are_said_and_their_note_stays(say, ada):
    say("holiday", "24 dec", "2 jan", "--note", "Christmas")
    said = say("holiday", "24 dec", "28 dec")
    assert said.out == "Thu 24 Dec - Mon 28 Dec, Christmas: nothing is proposed.\n"
    assert "Before: Thu 24 Dec - Sat 2 Jan 2027, Christmas." in said.err
    assert "unchanged" in say("holiday", "24 dec", "28 dec").out
    assert say("holiday", "24 dec", "28 dec", "--note", "in Lille", "--json").json["notes"] == [
        "Before: Thu 24 Dec - Mon 28 Dec, Christmas."
    ]
    assert say("holiday", "24 dec", "28 dec", "--note", "").out.startswith(
        "Thu 24 Dec - Mon 28 Dec:"
    )
    say("undo")
    assert say("holiday").out == "Thu 24 Dec - Mon 28 Dec, in Lille\n"


def test_an_absence_that_ends_before_it_begins_is_refused_with_both_days(say, ada):
    said = say("away", ada, "5 dec", "1 dec", code=2)
    assert said.err.splitlines()[0] == (
        "From Sat 5 Dec until Tue 1 Dec: it ends before it begins. Give the first day first."
    )
    assert say("away", ada, "1 dec", "5 dec").out.splitlines()[0] == (
        "Ada Lens is away: Tue 1 Dec - Sat 5 Dec."
    )
    assert say("away", ada, "24 dec", "24 dec").out.startswith("Ada Lens is away: Thu 24 Dec.")


def test_brakes_show_and_set(say, ada):
    assert say("brakes").out.startswith("At most 3 contacts of one person in 30 days and 2 in a")
    said = say("brakes", "--cap", "2", "--per", "14", "--working-days", "--json").json
    assert said["schema"] == "staketerm/brakes/1"
    assert {"cap", "per", "week", "usefulness_after", "working_days_only"} <= said.keys()
    assert (said["cap"], said["per"], said["working_days_only"]) == (2, 14, True)
    say("brakes", "--every-day")
    assert say("brakes", "--json").json["working_days_only"] is False
    assert say("brakes", "--cap", "0", code=2).err == "--cap 0: at least 1\n"


def test_somebody_says_unasked_that_they_want_fewer_updates(say, ada):
    told = say("updates", ada, "minder", "--json").json
    assert (told["schema"], told["answer"], told["stakeholder"]) == (
        "staketerm/updates/1",
        "less",
        "Ada Lens",
    )
    assert "wants no extra updates" in say("updates", ada, "no").out
    assert "useful, less or no" in say("updates", ada, "perhaps", code=2).err


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (("cadence", "ada-lens", "--ideal", "0"), "--ideal 0: at least 1"),
        (("cadence", "ada-lens", "--latest", "9999"), "--latest 9999: at most 3660"),
        (("consent", "ada-lens", "granted", "--load", "900"), "--load 900: at most 100"),
        (("brakes", "--per", "367"), "--per 367: at most 366"),
        (("brakes", "--usefulness-after", "0"), "--usefulness-after 0: at least 1"),
    ],
)
def test_a_value_that_does_not_fit_is_named_as_it_was_typed(say, ada, typed, told):
    assert say(*typed, code=2).err.splitlines()[0] == told
