"""What makes two colleagues' asks or agreements look like one."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from staketerm.domain.twin_dealings import Dealing, asked_or_agreed_twice

DAY = date(2026, 11, 24)
NOOR = Dealing(
    id="1",
    table="agreement",
    stakeholder="ada",
    project="canal",
    kind="agreement",
    by="them",
    day=DAY,
    words="Send the drawings of the bridge",
    author="Noor",
)
MINE = replace(NOOR, id="2", author="", words="drawings: Ada sends them")


def pairs(*dealings: Dealing) -> list[tuple[str, str]]:
    found = asked_or_agreed_twice(dealings)
    assert asked_or_agreed_twice(reversed(dealings)) == found
    return [(stays.id, doubles.id) for stays, doubles in found]


def test_one_promise_that_two_wrote_down_in_their_own_words_is_one_and_the_smaller_id_stays():
    assert pairs(MINE, NOOR) == [("1", "2")]


@pytest.mark.parametrize(
    "other",
    [
        {"author": "Noor"},
        {"stakeholder": "chris"},
        {"project": "tunnel"},
        {"by": "me"},
        {"table": "ask", "kind": "advice"},
        {"day": DAY + timedelta(2)},
        {"words": "Order more paint"},
        {"words": "the"},
    ],
)
def test_of_another_person_project_kind_day_or_matter_they_are_two(other):
    assert pairs(NOOR, replace(MINE, **other)) == []


def test_somebody_writes_it_down_the_day_after():
    assert pairs(NOOR, replace(MINE, day=DAY + timedelta(1))) == [("1", "2")]


@pytest.mark.parametrize(
    ("said", "one"),
    [
        ({}, False),
        ({"due": DAY + timedelta(9)}, True),
        ({"ended_on": DAY, "outcome": "kept"}, True),
    ],
)
def test_where_words_stay_home_the_due_day_or_the_end_tells(said, one):
    assert bool(pairs(replace(NOOR, words="", **said), replace(MINE, **said))) is one


def test_another_due_day_or_end_tells_nothing():
    told = replace(NOOR, words="", due=DAY, ended_on=DAY, outcome="kept")
    other = replace(MINE, due=DAY + timedelta(1), ended_on=DAY, outcome="late")
    assert pairs(told, other) == []


def test_words_of_any_script_are_compared_as_a_whole_where_they_are_short():
    assert pairs(replace(NOOR, words="図面を送る"), replace(MINE, words="図面を送る")) == [
        ("1", "2")
    ]
    assert pairs(replace(NOOR, words="図面を送る"), replace(MINE, words="予算")) == []


def test_what_colleagues_do_not_see_never_stays_for_what_they_see():
    assert pairs(replace(NOOR, private=True), MINE) == [("2", "1")]


def test_each_is_one_with_the_nearest_only():
    later = replace(NOOR, id="3", day=DAY + timedelta(1))
    assert pairs(later, MINE, NOOR) == [("1", "2")]
    assert pairs(later, replace(MINE, day=DAY + timedelta(1)), NOOR) == [("2", "3")]
    again = replace(MINE, id="4")
    assert pairs(NOOR, MINE, later, again) == [("1", "2"), ("3", "4")]
