"""Mostly bad or mostly good news in the log is noticed, and a correction offered."""

from datetime import date, timedelta

import pytest

from staketerm.domain.errors import UsageError
from staketerm.domain.habits import Correction, logging_habit
from staketerm.domain.signals import Record

TODAY = date(2026, 11, 24)


def log(for_: int, against: int, days_ago: int = 10) -> list[Record]:
    day = TODAY - timedelta(days=days_ago)
    return [Record(day, "agreement_kept")] * for_ + [Record(day, "no_show")] * against


@pytest.mark.parametrize(
    ("for_", "against", "warning"),
    [
        (14, 6, None),
        (10, 10, None),
        (17, 3, None),
        (9, 11, "bad_news"),
        (36, 64, "bad_news"),
        (18, 2, "good_news"),
        (0, 30, "bad_news"),
        (30, 0, "good_news"),
        (1, 18, None),
    ],
)
def test_it_warns_outside_15_to_50_percent(for_: int, against: int, warning: str | None) -> None:
    habit = logging_habit(log(for_, against), TODAY)
    assert habit.warning == warning
    assert (habit.offer is None) == (warning is None)
    assert habit.share_against == pytest.approx(against / (for_ + against))


def test_only_the_last_year_counts() -> None:
    records = log(14, 6) + log(0, 100, days_ago=365) + log(0, 100, days_ago=-1)
    assert logging_habit(records, TODAY).against == 6
    assert logging_habit([], TODAY).share_against is None


def test_kinds_of_no_points_and_forgotten_kinds_do_not_count() -> None:
    records = [Record(TODAY, "contact"), Record(TODAY, "mail_sent"), Record(TODAY, "juggled")]
    assert logging_habit(records, TODAY).share_against is None


def test_half_a_correction_of_the_side_logged_too_much_is_offered() -> None:
    bad = logging_habit(log(36, 64), TODAY).offer
    assert bad is not None
    assert bad.for_ == 1
    assert bad.against == pytest.approx(((30 / 70) / (64 / 36)) ** 0.5)
    good = logging_habit(log(88, 12), TODAY).offer
    assert good is not None
    assert good.against == 1
    assert good.for_ == pytest.approx(((12 / 88) / (30 / 70)) ** 0.5)


@pytest.mark.parametrize(("for_", "against"), [(0, 500), (500, 0)])
def test_no_side_is_ever_corrected_away(for_: int, against: int) -> None:
    offer = logging_habit(log(for_, against), TODAY).offer
    assert offer is not None
    assert min(offer.for_, offer.against) > 0


@pytest.mark.parametrize("factor", [0, -0.5, 1.1, float("nan")])
def test_a_correction_only_ever_makes_less_of_a_side(factor: float) -> None:
    with pytest.raises(UsageError, match="correction"):
        Correction(against=factor)
