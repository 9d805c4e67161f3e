"""`changed` and `seen`: what moved, which deeds raised an alarm, and that it was looked at."""

import re
import shlex
from datetime import date
from importlib.resources import files

import pytest

from staketerm.journal.last_look import remember_look
from staketerm.journal.opening import open_journal
from staketerm.store.clock import SystemClock
from tests.cli.test_guide import parse
from tests.cli.test_guide_answers import keys_of, said_keys

GUIDE = files("staketerm").joinpath("guide", "changes.md").read_text(encoding="utf-8")


@pytest.fixture
def demo(say, place):
    """The made-up project in the journal of this test."""
    say("demo", "--into", str(place))


def named(rows, name: str):
    """The one row about somebody."""
    (row,) = [row for row in rows if row["stakeholder"].startswith(name)]
    return row


def test_the_demo_tells_both_drift_alarms_with_their_days_and_deeds(say, demo):
    told = say("changed", "--since", "2026-11-10", "--json").json
    assert (told["schema"], told["since"], told["as_of"]) == (
        "staketerm/changed/1",
        "2026-11-10",
        "2026-11-24",
    )
    roelof, anneke = (named(told["alarms"], name) for name in ("Roelof", "Anneke"))
    assert (roelof["kind"], roelof["since"], roelof["new"]) == ("crossed_over", "2026-11-21", True)
    assert (anneke["kind"], anneke["since"], anneke["new"]) == ("cooling", "2026-10-22", False)
    assert {"on": "2026-11-21", "kind": "obstructed", "points": -9.0} | {
        "text": "blocked or delayed a decision"
    } in roelof["deeds"]
    moved = named(told["positions"], "Roelof")
    assert (moved["from"], moved["to"]) == ("critic", "opponent")
    assert moved["steps"][0]["because"][0]["kind"] == "obstructed"


def test_the_demo_tells_the_two_faced_one_and_the_critic(say, demo):
    told = say("changed", "--json").json
    edwin = named(told["judgements"], "Edwin")
    assert edwin["says_does_gap"] == "says_yes_does_no"
    assert (edwin["judgement"]["label"], edwin["position"]) == ("supporter", "quiet_opponent")
    rows = say("list", "--as-of", "2026-11-01", "--json").json["stakeholders"]
    assert named(rows, "Jeroen")["position"] == "critic"
    assert named(rows, "Edwin")["says_does_gap"] == "says_yes_does_no"
    assert named(rows, "Roelof")["alarm"] is None


def test_every_key_stands_in_the_guide(say, demo):
    keys = said_keys(GUIDE)
    say("judge", "daan", "opponent", "--on", "2026-09-01")
    say("seen", "anneke", "--note", "her mother is ill")
    quiet = say("changed", "--since", "2026-10-20", "--as-of", "2026-10-25", "--json").json
    told = say("changed", "--since", "2026-06-01", "--json").json
    for day in ("2026-11-21", "2026-11-22", "2026-11-23"):
        say("log", "anneke", "brought_others", "--on", day)
    warm = say("changed", "--since", "2026-11-15", "--json").json
    printed = keys_of([quiet, told, warm])
    assert printed == keys["changed"]
    assert keys_of(say("seen", "roelof", "--json").json) == keys["seen"]


def test_the_commands_of_the_guide_are_commands():
    blocks = "\n".join(re.findall(r"^```\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL))
    said = [line.split("#")[0].split(maxsplit=1)[1] for line in blocks.splitlines() if line]
    assert len(said) >= 4
    for command in said:
        parse(shlex.split(command))


def test_in_words_each_change_has_its_deed_and_what_lies_before_is_left_out(say, demo):
    said = say("changed", "--since", "2026-11-20").out
    assert "crossed over on 21 Nov" in said
    assert "21 Nov  blocked or delayed a decision (-9)" in said
    assert "Daan" not in said
    assert "behaviour since then: opposing (p\u00a0.08)" in said


def test_without_a_day_it_is_since_one_last_looked_else_the_last_seven_days(say, demo, place):
    assert say("changed", "--json").json["since"] == "2026-11-17"
    with open_journal(place, clock=SystemClock()) as journal:
        name = journal.store.replica
    remember_look(name, date(2026, 11, 20))
    assert say("changed", "--json").json["since"] == "2026-11-20"
    assert say("changed", "--as-of", "2026-10-01", "--json").json["since"] == "2026-09-24"


def test_nothing_changed_is_said(say, ada):
    assert "No one's position moved." in say("changed").out


def test_a_day_to_come_is_refused(say, ada):
    assert (
        "still to come"
        in say("changed", "--since", "2026-11-24", "--as-of", "2026-11-20", code=2).err
    )


def test_an_alarm_that_was_seen_is_told_with_the_note_and_undo_brings_it_back(say, demo):
    assert "it returns if it cools again" in say("seen", "anneke", "--note", "we talk").out
    said = say("changed").out
    assert re.search(r'\(!\) Anneke .*\n +seen on 24 Nov.* "we talk"', said)
    assert say("why", "anneke", "--json").json["alarm_seen"] == {
        "up_to": "2026-10-22",
        "on": "2026-11-24",
        "note": "we talk",
    }
    assert 'Seen on 24 Nov. "we talk"' in say("why", "anneke").out
    say("undo")
    assert "(!)" not in say("changed").out
    assert say("why", "anneke", "--json").json["alarm_seen"] is None


def test_where_no_alarm_stands_it_cannot_be_seen(say, demo):
    assert "no alarm stands" in say("seen", "hilde", code=3).err
