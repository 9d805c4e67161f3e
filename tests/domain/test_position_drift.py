"""The arrow and the alarm: somebody behaves otherwise than usual."""

from datetime import date, timedelta

import pytest

from staketerm import locale
from staketerm.domain.assessment import Assessment
from staketerm.domain.drift import trend
from staketerm.domain.position import assess
from staketerm.domain.signals import Record

START = date(2026, 1, 1)


def day(n: int) -> date:
    return START + timedelta(days=n)


def did(kind: str, *days: int) -> list[Record]:
    return [Record(day(n), kind) for n in days]


FAITHFUL = did("agreement_kept", *range(0, 180, 15))
"""Twelve agreements kept, one a fortnight: day 0 to 165."""

BREAK = FAITHFUL + did("agreement_broken", 190, 200)


def of(records: list[Record], n: int) -> Assessment:
    return assess(records, day(n), impact="high")


@pytest.mark.parametrize(
    ("z", "word"),
    [(1.2, "warming"), (1.19, "steady"), (0, "steady"), (-1.19, "steady"), (-1.2, "cooling")],
)
def test_the_arrow_leaves_level_at_one_point_two(z: float, word: str) -> None:
    assert trend(z) == word


def test_behaving_as_usual_is_steady_and_raises_no_alarm() -> None:
    for n in range(60, 170, 5):
        found = of(FAITHFUL, n)
        assert found.alarm is None
        assert found.trend == "steady"


def test_a_break_with_the_usual_raises_an_alarm_on_the_day_of_the_deed() -> None:
    assert of(BREAK, 189).alarm is None
    alarm = of(BREAK, 200).alarm
    assert alarm is not None
    assert alarm.kind == "cooling"
    assert of(BREAK, 200).trend == "cooling"
    assert alarm.since in (day(190), day(200))
    assert of(BREAK, (alarm.since - START).days - 1).alarm is None


def test_the_alarm_names_every_recent_deed_against_with_its_points() -> None:
    alarm = of(BREAK, 205).alarm
    assert alarm is not None
    assert "10 Jul broke an agreement (-7); 20 Jul broke an agreement (-7)" in alarm.text
    assert "kept" not in alarm.text
    assert alarm.slide_from == day(190)


def test_the_text_of_an_alarm_stays_until_something_is_logged() -> None:
    first, later = of(BREAK, 200).alarm, of(BREAK, 220).alarm
    assert first is not None
    assert first == later


def test_an_alarm_is_not_shown_once_time_has_brought_the_pace_back() -> None:
    shown = [of(BREAK, n).alarm is not None for n in range(200, 600)]
    assert shown[0]
    assert not shown[-1]
    assert shown == sorted(shown, reverse=True)


def test_an_alarm_ends_on_an_evidence_day_that_is_as_usual_again() -> None:
    mended = BREAK + did("defended_project", 205, 207, 209)
    assert of(mended, 204).alarm is not None
    assert of(mended, 209).recent.z > -0.54
    assert of(mended, 209).alarm is None


def test_an_alarm_goes_off_anew_after_it_ended() -> None:
    again = BREAK + did("defended_project", 205, 207, 209) + did("mobilised_against", 250, 255, 260)
    alarm = of(again, 261).alarm
    assert alarm is not None
    assert alarm.since >= day(250)


def test_little_evidence_raises_no_alarm() -> None:
    newcomer = did("agreement_kept", 0, 10) + did("agreement_broken", 20)
    assert of(newcomer, 20).alarm is None
    barely = FAITHFUL + did("cancelled_late", 300)
    assert of(barely, 300).recent.against < 6
    assert of(barely, 300).alarm is None


def test_someone_who_always_was_against_is_not_cooling() -> None:
    opposed = did("agreement_broken", *range(0, 180, 15))
    assert of(opposed, 170).label == "quiet_opponent"
    assert all(of(opposed, n).alarm is None for n in range(0, 180, 15))


def test_an_opponent_who_helps_is_warming() -> None:
    opposed = did("agreement_broken", *range(0, 180, 15))
    assert of(opposed + did("defended_project", 185, 190), 190).trend == "warming"


def test_somebody_who_turned_has_crossed_over() -> None:
    turned = FAITHFUL + did("open_opposition", 190, 195, 200, 205, 210)
    alarms = [alarm for n in range(185, 215) if (alarm := of(turned, n).alarm)]
    assert alarms[0].kind == "cooling"
    crossed = next(alarm for alarm in alarms if alarm.kind == "crossed_over")
    assert crossed.text.startswith("Crossed over on")
    assert assess(turned, crossed.since).probability <= 0.35
    assert assess(turned, crossed.since - timedelta(days=1)).probability > 0.35


def test_crossing_needs_evidence_enough_at_both_ends() -> None:
    thin = did("defended_project", 0) + did("open_opposition", 10, 11)
    assert of(thin, 0).evidence < 12
    assert of(thin, 11).probability <= 0.35
    assert of(thin, 11).alarm is None


def test_a_late_answer_may_take_an_alarm_away() -> None:
    asked = [Record(day(180 + 2 * n), "mail_sent", id=f"q{n}") for n in range(3)]
    silent = FAITHFUL + asked
    answers = [Record(day(200), "mail_answered", re=f"q{n}") for n in range(3)]
    assert of(silent, 199).alarm is not None
    assert of(silent + answers, 199).alarm == of(silent, 199).alarm
    assert of(silent + answers, 200).alarm is None


def test_the_alarm_speaks_the_language_of_the_program() -> None:
    locale.choose("nl")
    try:
        alarm = of(BREAK, 205).alarm
    finally:
        locale.choose("en")
    assert alarm is not None
    assert "10 jul kwam een afspraak niet na (-7)" in alarm.text
