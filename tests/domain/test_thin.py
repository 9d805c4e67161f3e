"""How much is missing to place somebody, as an honest estimate (F27)."""

from datetime import date, timedelta

import pytest

from staketerm.domain.position import assess
from staketerm.domain.signals import Record
from staketerm.domain.thin import deeds_to_place, would_place

DAY = date(2026, 11, 24)


def kept(days: int) -> list[Record]:
    """An agreement kept on each of the last days."""
    return [Record(DAY - timedelta(days=ago), "agreement_kept") for ago in range(days)]


@pytest.mark.parametrize("before", range(5))
def test_so_many_ordinary_deeds_place_them_and_one_fewer_does_not(before: int) -> None:
    now = assess(kept(before), DAY)
    more = deeds_to_place(now.evidence)
    later = [Record(DAY + timedelta(days=ahead), "agreement_kept") for ahead in range(1, more + 1)]
    assert not now.known
    assert assess([*kept(before), *later], DAY + timedelta(days=more)).known
    assert not assess([*kept(before), *later[:-1]], DAY + timedelta(days=more)).known


def test_nothing_is_missing_where_there_is_enough() -> None:
    assert deeds_to_place(12.0) == 0
    assert would_place(0) == ""


def test_it_is_said_in_words() -> None:
    assert would_place(3) == "About three more observations would place them."
    assert would_place(1) == "About one more observation would place them."
