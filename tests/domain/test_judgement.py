"""My own judgement stands beside the inferred position, and where they differ it is said."""

from datetime import date, timedelta

import pytest

from staketerm.domain.judgement import Judgement, disagreement
from staketerm.domain.label import Position, StanceClass
from staketerm.domain.position import assess
from staketerm.domain.signals import Record

START = date(2026, 1, 1)


def day(n: int) -> date:
    return START + timedelta(days=n)


TURNED = [Record(day(n), "agreement_kept") for n in range(0, 100, 10)] + [
    Record(day(n), "obstructed") for n in range(110, 150, 10)
]
"""Supportive from the fifth agreement on; in between, then opposing, as decisions are held up."""


def test_judgement_and_behaviour_on_one_side_agree_whatever_the_word() -> None:
    found = assess(TURNED, day(95), impact="high")
    assert found.stance_class == "supportive"
    for label in (Position.SUPPORTER, Position.QUIET_SUPPORTER, StanceClass.SUPPORTIVE):
        assert disagreement(Judgement(day(0), label), found) is None


def test_they_differ_from_the_day_the_behaviour_left_the_side() -> None:
    found = assess(TURNED, day(200), impact="high")
    left = day(120)
    assert (left, "critic") in [(move.on, move.label) for move in found.moves]
    differ = disagreement(Judgement(day(50), Position.PARTNER), found)
    assert differ is not None
    assert differ.since == left
    assert differ.days == (day(200) - left).days
    assert differ.telling


def test_a_judgement_made_later_differs_from_its_own_day() -> None:
    found = assess(TURNED, day(200), impact="high")
    differ = disagreement(Judgement(day(190), Position.PARTNER), found)
    assert differ is not None
    assert (differ.since, differ.days, differ.telling) == (day(190), 10, False)


def test_thirty_days_apart_are_telling() -> None:
    found = assess(TURNED, day(200), impact="high")
    differs = [disagreement(Judgement(day(n), Position.PARTNER), found) for n in (170, 171)]
    assert [differ and differ.telling for differ in differs] == [True, False]


@pytest.mark.parametrize("records", [[], TURNED])
def test_not_sure_disagrees_with_nobody(records: list[Record]) -> None:
    found = assess(records, day(200))
    assert disagreement(Judgement(day(0), Position.UNKNOWN), found) is None


def test_an_unknown_position_disagrees_with_no_judgement() -> None:
    assert disagreement(Judgement(day(0), Position.PARTNER), assess([], day(200))) is None
