"""What helped: how people stood a month after what was done for them."""

from datetime import date

import pytest

from staketerm.domain.nurture.acts import Act, Proposal, Weight
from staketerm.domain.nurture.helped import moves
from staketerm.journal.nurture import decisions
from staketerm.journal.nurture.helped import what_helped
from tests.journal.conftest import add, log

CALM = Weight(1.0, 1.0, 1.0)


def thanked(journal, calendar, who: str, day: date) -> None:
    """Somebody was thanked on a day."""
    calendar.day = day
    act = Proposal(
        Act.THANK_YOU, who, journal.default_project().id, f"s{day}", day, day, "thanks", CALM
    )
    decisions.done(journal, act)


def test_counts_and_spread_by_kind_of_act() -> None:
    found = moves([("thank_you", 0.3), ("thank_you", -0.2), ("thank_you", 0.01), ("check_in", 0.1)])
    first, second = found
    assert (first.kind, first.many, first.towards, first.still, first.away) == (
        "thank_you",
        3,
        1,
        1,
        1,
    )
    assert (first.lowest, first.middle, first.highest) == (-0.2, 0.01, 0.3)
    assert second.kind == "check_in"


def test_people_are_looked_at_a_month_after_the_act(journal, calendar) -> None:
    ada, bo = add(journal, "Ada", impact="high"), add(journal, "Bo", impact="high")
    thanked(journal, calendar, ada, date(2026, 9, 1))
    thanked(journal, calendar, bo, date(2026, 9, 2))
    calendar.day = date(2026, 9, 20)
    log(journal, ada, "defended_project", "2026-09-20")
    log(journal, bo, "obstructed", "2026-09-20")
    calendar.day = date(2026, 9, 30)
    assert what_helped(journal).kinds == ()
    assert what_helped(journal).waiting == 2
    calendar.day = date(2026, 10, 30)
    (found,) = what_helped(journal).kinds
    assert (found.kind, found.many, found.towards, found.away) == ("thank_you", 2, 1, 1)
    assert found.highest == pytest.approx(9 / 15, abs=0.05)


def test_it_is_asked_for_one_project_or_for_all(journal, calendar) -> None:
    ada = add(journal, "Ada", impact="high")
    thanked(journal, calendar, ada, date(2026, 9, 1))
    calendar.day = date(2026, 11, 1)
    assert len(what_helped(journal, journal.default_project().id).kinds) == 1
    assert what_helped(journal, "another").kinds == ()
