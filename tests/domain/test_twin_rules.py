"""What makes two colleagues' meetings look like one, and which of their signals say the same."""

from datetime import date, timedelta

import pytest

from staketerm.domain.catalogue import with_own
from staketerm.domain.twins import Act, Occasion, likely_same, same_acts

DAY = date(2026, 11, 24)
KINDS = with_own(())


def act(id: str, kind: str, who: str = "ada", *, private: bool = False) -> Act:
    return Act(id, who, kind, private)


def occasion(
    author: str,
    *acts: Act,
    meeting: bool = True,
    project: str = "canal",
    day: date = DAY,
    people: tuple[str, ...] = (),
) -> Occasion:
    there = frozenset({*people, *(each.stakeholder for each in acts)})
    return Occasion(f"m-{author}" if meeting else None, author, project, day, there, acts)


def pairs(one: Occasion, other: Occasion) -> list[tuple[str, str]]:
    found = likely_same(one, other, KINDS)
    assert [(p.stays, p.doubles) for p in likely_same(other, one, KINDS)] == [
        (p.stays, p.doubles) for p in found
    ]
    return [(pair.stays.id, pair.doubles.id) for pair in found]


def test_the_same_act_of_the_same_person_stays_once_and_the_smaller_id_stays():
    noor = occasion("Noor", act("1", "defended_project"), act("3", "contact", "bram"))
    mine = occasion("", act("2", "defended_project"), act("4", "contact", "bram"))
    assert pairs(mine, noor) == [("1", "2"), ("3", "4")]


def test_being_there_is_said_by_whoever_saw_them_act():
    assert pairs(occasion("Noor", act("1", "contact")), occasion("", act("2", "obstructed"))) == []
    said = pairs(occasion("Noor", act("1", "contact")), occasion("", act("2", "active_in_meeting")))
    assert said == [("2", "1")]


def test_of_two_kinds_for_one_act_the_one_that_says_more_stays():
    noor, mine = act("1", "said_support"), act("2", "defended_project")
    assert pairs(occasion("Noor", noor), occasion("", mine)) == [("2", "1")]


def test_no_signal_doubles_two():
    found = same_acts(
        [act("1", "shared_information"), act("2", "shared_information")],
        [act("3", "shared_information"), act("4", "bad_news_early"), act("5", "contact")],
        KINDS,
    )
    doubled = [pair.doubles.id for pair in found]
    assert len(doubled) == len(set(doubled)) == 3


@pytest.mark.parametrize("kind", ["contact", "active_in_meeting", "said_support"])
def test_what_colleagues_do_not_see_never_stays_for_what_they_see(kind):
    mine = occasion("", act("1", kind, private=True))
    for theirs in ("contact", "active_in_meeting", "said_support", "defended_project"):
        assert all(
            stays == "2" for stays, _doubles in pairs(mine, occasion("Noor", act("2", theirs)))
        )


def test_nothing_of_one_colleague_alone_is_one():
    one, other = occasion("Noor", act("1", "contact")), occasion("Noor", act("2", "contact"))
    assert pairs(one, other) == []


def test_meetings_of_two_projects_are_two():
    assert (
        pairs(
            occasion("Noor", act("1", "obstructed")),
            occasion("", act("2", "obstructed"), project="x"),
        )
        == []
    )


def test_two_meetings_of_a_day_with_few_in_common_are_two():
    noor = occasion("Noor", act("1", "contact"), people=("bram", "chen", "dora"))
    mine = occasion("", act("2", "contact"), people=("emil", "fien", "gert"))
    assert pairs(noor, mine) == []
    assert pairs(noor, occasion("", act("2", "contact"), people=("bram", "emil"))) == [("1", "2")]


@pytest.mark.parametrize(
    ("kind", "meetings", "days", "one"),
    [
        ("contact", True, 0, True),
        ("contact", True, 1, False),
        ("contact", False, 0, False),
        ("passive_in_meeting", True, 1, True),
        ("passive_in_meeting", True, 2, False),
        ("passive_in_meeting", False, 0, True),
        ("passive_in_meeting", False, 1, False),
        ("obstructed", False, 1, True),
        ("obstructed", False, 2, False),
        ("mail_answered", False, 0, False),
        ("agreement_kept", False, 0, False),
        ("agreement_kept", True, 0, True),
    ],
)
def test_the_further_apart_the_more_must_be_the_same(kind, meetings, days, one):
    noor = occasion("Noor", act("1", kind))
    mine = occasion("", act("2", kind), meeting=meetings, day=DAY + timedelta(days))
    assert bool(pairs(noor, mine)) is one
