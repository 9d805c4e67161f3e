"""Rhythms as people say them, kept as rules of the calendar standard."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staketerm.domain.errors import UsageError
from staketerm.domain.recurrence import next_two, occurrences, rule_of
from staketerm.domain.recurrence_words import said

TUESDAY = date(2026, 11, 24)

SAYINGS = {
    "every second Monday": "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO",
    "elke tweede maandag": "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO",
    "every other week": "FREQ=WEEKLY;INTERVAL=2",
    "om de twee weken": "FREQ=WEEKLY;INTERVAL=2",
    "first working day of the month": "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1",
    "eerste werkdag van de maand": "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1",
    "end of month": "FREQ=MONTHLY;BYMONTHDAY=-1",
    "einde van de maand": "FREQ=MONTHLY;BYMONTHDAY=-1",
    "the 15th of the month": "FREQ=MONTHLY;BYMONTHDAY=15",
    "de 15e van de maand": "FREQ=MONTHLY;BYMONTHDAY=15",
    "last friday of the month": "FREQ=MONTHLY;BYDAY=-1FR",
    "laatste vrijdag van de maand": "FREQ=MONTHLY;BYDAY=-1FR",
    "every monday and thursday": "FREQ=WEEKLY;BYDAY=MO,TH",
    "elke werkdag": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "quarterly": "FREQ=MONTHLY;INTERVAL=3",
    "elk kwartaal": "FREQ=MONTHLY;INTERVAL=3",
    "rrule:freq=weekly; byday=tu": "FREQ=WEEKLY;BYDAY=TU",
}


@pytest.mark.parametrize(("words", "rule"), SAYINGS.items())
def test_a_rhythm_is_said_as_people_say_it(words: str, rule: str) -> None:
    assert rule_of(words) == rule


@pytest.mark.parametrize("rule", SAYINGS.values())
def test_a_rule_stays_what_it_is(rule: str) -> None:
    assert rule_of(rule) == rule


@pytest.mark.parametrize(
    "words",
    [
        "every blue moon",
        "every 0 weeks",
        "",
        "FREQ=HOURLY",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=DAILY;COUNT=3",
        "FREQ=WEEKLY;INTERVAL=1000000",
        "FREQ=WEEKLY;UNTIL=20270101",
        "DTSTART=20260101;FREQ=DAILY",
        "=;=",
    ],
)
def test_what_is_no_rhythm_is_refused_with_an_example(words: str) -> None:
    with pytest.raises(UsageError, match="every second Monday"):
        rule_of(words)


@pytest.mark.parametrize(
    "words", ["FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=9"]
)
def test_a_rule_that_never_happens_is_refused(words: str) -> None:
    with pytest.raises(UsageError, match="never happens"):
        rule_of(words)


def test_every_second_monday_is_the_same_monday_whenever_one_asks() -> None:
    rule = rule_of("every second monday")
    days = {next_two(rule, TUESDAY - timedelta(days=back)) for back in range(7)}
    assert days == {(date(2026, 11, 30), date(2026, 12, 14))}


def test_the_first_working_day_may_be_the_third_of_the_month() -> None:
    rule = rule_of("first working day of the month")
    assert occurrences(rule, date(2027, 5, 1), date(2027, 5, 31)) == (date(2027, 5, 3),)


def test_a_leap_day_comes_every_four_years() -> None:
    rule = rule_of("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29")
    assert next_two(rule, TUESDAY) == (date(2028, 2, 29), date(2032, 2, 29))


@given(
    rule=st.sampled_from(sorted(set(SAYINGS.values()))),
    first=st.dates(date(2024, 1, 1), date(2040, 1, 1)),
    split=st.integers(0, 400),
)
def test_days_do_not_depend_on_where_one_starts_counting(rule: str, first: date, split: int):
    last = first + timedelta(days=400)
    middle = first + timedelta(days=split)
    whole = occurrences(rule, first, last)
    parts = occurrences(rule, first, middle) + occurrences(rule, middle + timedelta(days=1), last)
    assert whole == parts
    assert all(one < other for one, other in pairwise(whole))


@pytest.mark.parametrize("rule", sorted(set(SAYINGS.values())))
def test_a_rule_is_shown_in_words(rule: str) -> None:
    assert "FREQ" not in said(rule)
