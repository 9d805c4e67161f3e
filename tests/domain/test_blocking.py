"""Blocking acts are counted apart from the position (P24)."""

from datetime import date, timedelta

import pytest

from staketerm.domain.catalogue import CATALOGUE
from staketerm.domain.position import assess
from staketerm.domain.signals import Record

DAY = date(2026, 11, 24)
BLOCKING = ("obstructed", "open_opposition", "mobilised_against", "complaint_third_party")


def did(kind: str, *ago: int, **more: object) -> list[Record]:
    """Records of one kind, so many days before `DAY`."""
    return [Record(DAY - timedelta(days=days), kind, **more) for days in ago]  # type: ignore[arg-type]


def test_the_four_kinds_that_block_and_no_others() -> None:
    assert {kind.id for kind in CATALOGUE.values() if kind.blocks} == set(BLOCKING)


@pytest.mark.parametrize("kind", BLOCKING)
def test_three_in_ninety_days_raise_the_flag_and_two_do_not(kind: str) -> None:
    assert not assess(did(kind, 1, 30), DAY).blocks
    found = assess(did(kind, 1, 30, 89), DAY)
    assert found.blocks
    assert [act.kind for act in found.blocking] == [kind] * 3


def test_the_flag_tells_which_acts_oldest_first() -> None:
    records = [
        *did("obstructed", 10, id="second"),
        *did("open_opposition", 40, id="first"),
        *did("mobilised_against", 2, id="third"),
    ]
    found = assess(records, DAY)
    assert [act.source for act in found.blocking] == ["first", "second", "third"]


def test_an_act_counts_for_ninety_days_and_then_no_more() -> None:
    records = did("obstructed", 0, 10, 20)
    last = DAY - timedelta(days=20) + timedelta(days=89)
    assert assess(records, last).blocks
    assert not assess(records, last + timedelta(days=1)).blocks


def test_a_supporter_can_be_blocking_and_a_weak_act_is_an_act() -> None:
    kept = did("defended_project", *range(100, 200, 5))
    found = assess(kept + did("obstructed", 3, 5, 8, intensity=0.5), DAY, impact="high")
    assert found.stance_class == "supportive"
    assert found.blocks


def test_what_came_later_does_not_block_on_an_earlier_day() -> None:
    assert not assess(did("obstructed", 1, 2, 3), DAY - timedelta(days=2)).blocks
