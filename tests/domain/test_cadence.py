"""Who has not been spoken to for too long, by what they mean to the project."""

from datetime import date, timedelta

import pytest

from staketerm.domain.cadence import Window, check_in_due

MET = date(2026, 9, 1)


def window(ideal: int, latest: int) -> Window:
    return Window(MET + timedelta(days=ideal), MET + timedelta(days=latest))


@pytest.mark.parametrize(
    ("impact", "expected"),
    [
        ("high", window(21, 30)),
        ("medium", window(42, 60)),
        ("low", window(63, 90)),
        ("none", None),
        (None, None),
    ],
)
def test_impact_sets_the_pace(impact: str | None, expected: Window | None) -> None:
    assert check_in_due(MET, impact) == expected


@pytest.mark.parametrize(
    ("impact", "ideal", "latest", "expected"),
    [
        ("high", None, 50, window(35, 50)),
        ("high", 10, None, window(10, 30)),
        ("low", 5, 14, window(5, 14)),
        (None, None, 60, window(42, 60)),
        (None, 21, None, window(21, 30)),
        ("high", 42, None, window(42, 60)),
        ("high", 40, 30, window(30, 30)),
    ],
)
def test_a_rhythm_of_their_own_goes_first(
    impact: str | None, ideal: int | None, latest: int | None, expected: Window
) -> None:
    assert check_in_due(MET, impact, ideal_days=ideal, latest_days=latest) == expected


@pytest.mark.parametrize("style", ["ambient", "triggered"])
def test_some_are_never_due_by_the_calendar(style: str) -> None:
    assert check_in_due(MET, "high", style=style, latest_days=10) is None


def test_the_periodic_style_is_the_usual_one() -> None:
    assert check_in_due(MET, "high", style="periodic") == window(21, 30)


def test_nobody_is_due_who_was_never_met() -> None:
    assert check_in_due(None, "high") is None
