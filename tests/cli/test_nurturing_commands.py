"""`consent`: written down and shown as a person at a terminal, or a script, asks for it."""

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
