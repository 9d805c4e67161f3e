"""Who has not been spoken to for too long, by what they mean to the project."""

from datetime import date, timedelta

import pytest

from staketerm.domain.cadence import (
    NO_RHYTHM,
    Rhythm,
    Window,
    around_days_off,
    day_off_until,
    rhythm,
    window_after,
)
from staketerm.domain.recurrence import rule_of

MET = date(2026, 9, 1)


def window(ideal: int, latest: int) -> Window:
    return Window(MET + timedelta(days=ideal), MET + timedelta(days=latest))


@pytest.mark.parametrize(
    ("label", "impact", "expected"),
    [
        ("supporter", "high", window(21, 30)),
        ("critic", "medium", window(42, 60)),
        ("unknown", "low", window(63, 90)),
        ("partner", "high", window(20, 28)),
        ("quiet_opponent", "high", window(31, 45)),
        ("partner", "none", None),
        ("partner", None, None),
    ],
)
def test_position_and_impact_set_the_pace(
    label: str, impact: str | None, expected: Window | None
) -> None:
    assert window_after(MET, rhythm(label, impact)) == expected


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
    own = Rhythm(ideal_days=ideal, latest_days=latest)
    assert window_after(MET, rhythm("supporter", impact, own)) == expected


def test_a_tag_goes_before_the_project_and_the_shortest_tag_counts() -> None:
    council, press = Rhythm(latest_days=20), Rhythm(latest_days=10)
    project = Rhythm(latest_days=90)
    assert rhythm("critic", "high", NO_RHYTHM, (council, press), project).latest_days == 10
    assert rhythm("critic", "high", NO_RHYTHM, (), project).latest_days == 90
    own = Rhythm(latest_days=45)
    assert rhythm("critic", "high", own, (council, press), project).latest_days == 45


def test_a_style_of_their_own_leaves_the_days_of_the_tag() -> None:
    own = Rhythm(style="ambient")
    assert rhythm("critic", "high", own, (Rhythm(latest_days=20),)) == Rhythm("ambient", 14, 20)


@pytest.mark.parametrize("style", ["ambient", "triggered"])
def test_some_are_never_due_by_the_calendar(style: str) -> None:
    assert window_after(MET, Rhythm(style, 5, 10)) is None


def test_nobody_is_due_who_was_never_met() -> None:
    assert window_after(None, rhythm("partner", "high")) is None


def test_a_rule_names_the_day_and_leaves_room_until_the_next() -> None:
    every_second_monday = Rhythm(recurrence=rule_of("every second Monday"))
    assert window_after(date(2026, 11, 24), every_second_monday) == Window(
        date(2026, 11, 30), date(2026, 12, 4)
    )


def test_after_weeks_of_absence_a_rule_has_one_next_day_and_no_heap_of_missed_ones() -> None:
    weekly = Rhythm(recurrence=rule_of("every monday"))
    found = window_after(date(2026, 9, 1), weekly)
    assert found == Window(date(2026, 9, 7), date(2026, 9, 9))


def test_windows_make_way_for_my_days_off() -> None:
    holiday = (date(2026, 12, 24), date(2027, 1, 3))
    moved = around_days_off(Window(date(2026, 12, 26), date(2026, 12, 30)), [holiday], False)
    assert moved == Window(date(2027, 1, 4), date(2027, 1, 4))
    partly = around_days_off(Window(date(2026, 12, 20), date(2026, 12, 26)), [holiday], False)
    assert partly == Window(date(2026, 12, 20), date(2026, 12, 23))


def test_weekends_are_days_off_by_choice_alone() -> None:
    saturday = date(2026, 11, 28)
    assert day_off_until(saturday, (), working_days=False) is None
    assert day_off_until(saturday, (), working_days=True) == date(2026, 11, 29)
    found = around_days_off(Window(saturday, saturday + timedelta(days=8)), (), True)
    assert found == Window(date(2026, 11, 30), date(2026, 12, 4))
