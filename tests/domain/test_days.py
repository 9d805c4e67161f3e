"""Days are understood as people say them; what can mean two days is asked, never guessed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staketerm.domain.day_words import MONTHS, WEEKDAYS, say_day
from staketerm.domain.days import Toward, parse_day, readings
from staketerm.domain.errors import Ambiguous, UsageError
from staketerm.domain.phrases import narrow_day
from staketerm.domain.spans import Span, parse_span, period
from tests.hostile import BROKEN, HOSTILE

SATURDAY = date(2026, 11, 21)
TUESDAY = date(2026, 11, 24)

days = st.dates(date(1990, 1, 1), date(2090, 12, 31))
directions: st.SearchStrategy[Toward] = st.sampled_from(["past", "future"])


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("today", "2026-11-24"),
        ("Vandaag", "2026-11-24"),
        ("yesterday", "2026-11-23"),
        ("gisteren", "2026-11-23"),
        ("eergisteren", "2026-11-22"),
        ("day before yesterday", "2026-11-22"),
        ("tomorrow", "2026-11-25"),
        ("morgen", "2026-11-25"),
        ("overmorgen", "2026-11-26"),
        ("3d ago", "2026-11-21"),
        ("3 days ago", "2026-11-21"),
        ("a week ago", "2026-11-17"),
        ("3 dagen geleden", "2026-11-21"),
        ("een maand geleden", "2026-10-24"),
        ("over 2 weken", "2026-12-08"),
        ("in 2 weeks", "2026-12-08"),
        ("+2w", "2026-12-08"),
        ("-3d", "2026-11-21"),
        ("+3 months", "2027-02-24"),
        ("next fri", "2026-11-27"),
        ("volgende vrijdag", "2026-11-27"),
        ("next tue", "2026-12-01"),
        ("last fri", "2026-11-20"),
        ("vorige dinsdag", "2026-11-17"),
        ("vorige week vrijdag", "2026-11-20"),
        ("friday next week", "2026-12-04"),
        ("next week", "2026-11-30"),
        ("Volgende week", "2026-11-30"),
        ("next month", "2026-12-01"),
        ("volgende maand", "2026-12-01"),
        ("24 nov 2025", "2025-11-24"),
        ("Nov 24, 2025", "2025-11-24"),
        ("24e november 2025", "2025-11-24"),
        ("1 mrt. 2026", "2026-03-01"),
        ("24th of november 2025", "2025-11-24"),
        ("31/12/2025", "2025-12-31"),
        ("12/31/25", "2025-12-31"),
        ("4-4-2026", "2026-04-04"),
        ("2026-4-5", "2026-04-05"),
        ("2026/04/05", "2026-04-05"),
        ("Tue 24 Nov", "2026-11-24"),
        ("di 24-11", "2026-11-24"),
        ("vr 3/4", "2026-04-03"),
        ("Mon 24 Nov 2025", "2025-11-24"),
        ("tue 2026-11-24", "2026-11-24"),
    ],
)
@pytest.mark.parametrize("toward", ["past", "future"])
def test_a_day_that_names_its_direction(said: str, meant: str, toward: Toward) -> None:
    assert parse_day(said, TUESDAY, toward=toward).isoformat() == meant


@pytest.mark.parametrize(
    ("said", "logged", "planned"),
    [
        ("vr", "2026-11-20", "2026-11-27"),
        ("wednesday", "2026-11-18", "2026-11-25"),
        ("3d", "2026-11-21", "2026-11-27"),
        ("2 weeks", "2026-11-10", "2026-12-08"),
        ("24 nov", "2026-11-24", "2026-11-24"),
        ("nov 25", "2025-11-25", "2026-11-25"),
        ("23 november", "2026-11-23", "2027-11-23"),
        ("31/12", "2025-12-31", "2026-12-31"),
        ("29 feb", "2024-02-29", "2028-02-29"),
        ("may 2", "2026-05-02", "2027-05-02"),
    ],
)
def test_an_open_direction_is_the_past_when_logging_and_the_future_when_planning(
    said: str, logged: str, planned: str
) -> None:
    assert parse_day(said, TUESDAY, toward="past").isoformat() == logged
    assert parse_day(said, TUESDAY, toward="future").isoformat() == planned


def test_friday_of_last_week_is_not_the_last_friday() -> None:
    assert parse_day("vorige week vrijdag", SATURDAY) == date(2026, 11, 13)
    assert parse_day("vorige vrijdag", SATURDAY) == date(2026, 11, 20)
    assert parse_day("volgende vrijdag", SATURDAY) == date(2026, 11, 27)


@pytest.mark.parametrize("said", ["next week", "volgende week"])
def test_next_week_on_a_sunday_may_begin_tomorrow_or_a_week_later(said: str) -> None:
    sunday = date(2026, 11, 22)
    with pytest.raises(Ambiguous, match="Mon 23 Nov or Mon 30 Nov"):
        parse_day(said, sunday, toward="future")
    assert parse_day(said, SATURDAY) == date(2026, 11, 23)
    assert parse_day(said, date(2026, 11, 23)) == date(2026, 11, 30)


def test_next_month_is_its_first_day_also_at_the_end_of_one() -> None:
    assert parse_day("next month", date(2026, 1, 31)) == date(2026, 2, 1)
    assert parse_day("volgende maand", date(2026, 12, 31)) == date(2027, 1, 1)


@pytest.mark.parametrize("said", ["komende week", "last week", "vorige maand", "next year", "week"])
def test_a_stretch_of_time_of_which_no_day_is_meant_is_none(said: str) -> None:
    with pytest.raises(UsageError, match="is no day"):
        parse_day(said, TUESDAY)


@pytest.mark.parametrize(
    ("said", "toward", "question"),
    [
        ("di", "past", "di: today Tue 24 Nov, or Tue 17 Nov?"),
        ("Tuesday", "future", "Tuesday: today Tue 24 Nov, or Tue 1 Dec?"),
        ("3/4", "past", "3/4: Fri 3 Apr or Wed 4 Mar?"),
        ("3-4-2025", "past", "3-4-2025: Thu 3 Apr 2025 or Tue 4 Mar 2025?"),
        ("maandag 24 nov", "past", "maandag 24 nov: Mon 23 Nov or Tue 24 Nov?"),
        ("fri 24 nov 2026", "future", "fri 24 nov 2026: today Tue 24 Nov, or Fri 27 Nov?"),
    ],
)
def test_what_can_mean_two_days_is_asked(said: str, toward: Toward, question: str) -> None:
    with pytest.raises(Ambiguous) as asked:
        parse_day(said, TUESDAY, toward=toward)
    assert str(asked.value) == question
    assert len(asked.value.candidates) == 2
    offered = {parse_day(day, TUESDAY) for day in asked.value.candidates}
    assert offered == set(readings(said, TUESDAY, toward=toward))


def test_a_weekday_that_does_not_fit_is_not_another_year() -> None:
    with pytest.raises(Ambiguous):
        parse_day("maandag 24 nov", SATURDAY)


def test_a_weekday_that_fits_reaches_over_new_year() -> None:
    assert parse_day("wed 31 dec", date(2026, 1, 5)) == date(2025, 12, 31)
    assert parse_day("ma 5 jan", date(2025, 12, 31), toward="future") == date(2026, 1, 5)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("31-02-2026", "there is no such day: 2026-02-31"),
        ("2026-02-30", "there is no such day: 2026-02-30"),
        ("31 jun", "there is no such day"),
        ("mon 30 feb", "there is no such day"),
        ("13/13", "there is no such day"),
        ("10", "'10' lacks its month; such as 10 nov"),
        ("20261124", "lacks its month"),
        ("may", "'may' is a month; which day of it?"),
        ("mei 2026", "is a month"),
        ("the week", "is no day"),
        ("", "is no day"),
        ("-", "is no day"),
        ("soon", "'soon' is no day; such as 2026-11-24"),
        ("24 nov maybe", "is no day"),
        ("+999999y", "beyond the calendar"),
        ("999999 days ago", "beyond the calendar"),
    ],
)
def test_what_is_no_day_is_refused_with_a_reason(said: str, why: str) -> None:
    with pytest.raises(UsageError) as told:
        parse_day(said, TUESDAY)
    assert why in str(told.value)
    assert not isinstance(told.value, Ambiguous)


@pytest.mark.parametrize("text", HOSTILE + BROKEN)
def test_a_refusal_shows_hostile_text_harmlessly(text: str) -> None:
    with pytest.raises(UsageError) as told:
        parse_day(text, TUESDAY)
    assert "\x1b" not in str(told.value)
    str(told.value).encode("utf-8")


@given(st.text(max_size=20), days, directions)
def test_any_text_gives_days_or_a_reason(text: str, today: date, toward: Toward) -> None:
    reason = ""
    try:
        found = readings(text, today, toward=toward)
    except UsageError as told:
        found, reason = (), str(told)
    assert bool(found) != bool(reason)


@given(days, days, directions)
def test_iso_always_means_that_day(day: date, today: date, toward: Toward) -> None:
    assert parse_day(day.isoformat(), today, toward=toward) == day


@given(days, days, st.sampled_from(["en", "nl"]), directions)
def test_a_day_as_shown_is_understood(
    day: date, today: date, language: str, toward: Toward
) -> None:
    assert parse_day(say_day(day, today, language), today, toward=toward) == day


@given(days, st.sampled_from(sorted(WEEKDAYS)), directions)
def test_a_weekday_gives_that_weekday_within_a_week(today: date, name: str, toward: Toward) -> None:
    found = readings(name, today, toward=toward)
    assert all(day.weekday() == WEEKDAYS[name] for day in found)
    assert all(abs(day - today) <= timedelta(days=7) for day in found)
    assert (len(found) == 2) == (today.weekday() == WEEKDAYS[name])


@given(days, st.sampled_from(sorted(MONTHS)), st.integers(1, 28), directions)
def test_a_date_without_a_year_lies_in_the_direction_within_a_year(
    today: date, month: str, number: int, toward: Toward
) -> None:
    day = parse_day(f"{number} {month}", today, toward=toward)
    assert (day.month, day.day) == (MONTHS[month], number)
    assert (day <= today) if toward == "past" else (day >= today)
    assert abs(day - today) <= timedelta(days=366)


def test_a_day_is_shown_in_both_languages_with_the_year_only_when_it_is_another() -> None:
    assert say_day(TUESDAY, SATURDAY, "en") == "Tue 24 Nov"
    assert say_day(TUESDAY, SATURDAY, "nl") == "di 24 nov"
    assert say_day(date(2025, 3, 1), SATURDAY, "nl") == "za 1 mrt 2025"


@pytest.mark.parametrize(
    ("said", "span"),
    [
        ("30d", Span(30, "day")),
        ("2 weken", Span(2, "week")),
        ("a month", Span(1, "month")),
        ("1 jaar", Span(1, "year")),
    ],
)
def test_lengths_of_time(said: str, span: Span) -> None:
    assert parse_span(said) == span


@pytest.mark.parametrize("said", ["", "d", "30", "-3d", "2 weeks ago", "3 parsecs"])
def test_what_is_no_length_of_time_is_refused(said: str) -> None:
    with pytest.raises(UsageError, match="no length of time"):
        parse_span(said)


def test_a_month_after_the_31st_ends_with_the_month() -> None:
    assert Span(1, "month").after(date(2027, 1, 31)) == date(2027, 2, 28)
    assert Span(1, "month").before(date(2024, 3, 31)) == date(2024, 2, 29)
    assert Span(1, "year").after(date(2024, 2, 29)) == date(2025, 2, 28)


@given(days, st.integers(0, 5_000), st.sampled_from(["day", "week"]))
def test_days_and_weeks_lead_there_and_back(day: date, count: int, unit: str) -> None:
    span = Span(count, unit)
    assert span.before(span.after(day)) == day


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("2026-09", "2026-09-01", "2026-09-30"),
        ("feb 2024", "2024-02-01", "2024-02-29"),
        ("Maart 2026", "2026-03-01", "2026-03-31"),
        ("2026", "2026-01-01", "2026-12-31"),
    ],
)
def test_whole_months_and_years(said: str, first: str, last: str) -> None:
    assert period(said) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("said", ["2026-13", "0000", "september", "2026-09-01", ""])
def test_what_is_no_month_or_year(said: str) -> None:
    assert period(said) is None


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 11, 2), "2 Nov"),
        (date(2026, 1, 31), "31 Jan"),
        (date(2027, 1, 2), "2 Jan"),
        (date(2025, 12, 24), "Dec'25"),
        (date(2028, 1, 2), "Jan'28"),
    ],
)
def test_a_narrow_day_has_its_year_where_it_may_be_of_another(day: date, said: str) -> None:
    assert narrow_day(day, TUESDAY) == said


@given(days, days)
def test_a_narrow_day_takes_six_cells_at_most(day: date, today: date) -> None:
    assert len(narrow_day(day, today)) <= 6
