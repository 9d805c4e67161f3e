"""Other people's scales become ours (import-headers, "Scale normaliser")."""

from datetime import date

import pytest

from staketerm.domain.label import Position
from staketerm.exchange.tables.dates import NoDay, Order, order_of, read_day
from staketerm.exchange.tables.rhythms import NoRhythm, Rhythm, rhythm
from staketerm.exchange.tables.scales import (
    NotOnScale,
    impact,
    level,
    says_nothing,
    scale_of,
    stance,
)


def levels(*values, hint=""):
    scale = scale_of(values, hint)
    return [level(value, scale) for value in values]


def labels(*values, hint="", levelled=False):
    scale = scale_of(values, hint)
    return [stance(value, scale, levelled=levelled).label.value for value in values]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (("low", "medium", "high"), [1, 3, 5]),
        (("Laag", "Midden", "Hoog"), [1, 3, 5]),
        (("L", "M", "H"), [1, 3, 5]),
        (("very low", "low", "medium", "high", "very high"), [1, 2, 3, 4, 5]),
        (("zeer laag", "laag", "gemiddeld", "hoog", "zeer hoog"), [1, 2, 3, 4, 5]),
        (("1", "2", "3", "4", "5"), [1, 2, 3, 4, 5]),
        (("1", "2", "5", "8", "10"), [1, 1, 3, 4, 5]),
        (("10%", "50%", "90 %"), [1, 3, 5]),
        (("0", "50", "100"), [1, 3, 5]),
        (("0.1", "0,5", "0.9"), [1, 3, 5]),
        (("3/5", "10/10", "2 of 4"), [3, 5, 2]),
        (("4 - high", "1 (low)", "High (5)"), [4, 1, 5]),
        (("--", "-", "0", "+", "++"), [1, 2, 3, 4, 5]),
        (("-", "0", "+"), [1, 3, 5]),
        (("low-medium", "medium-high"), [2, 4]),
        (("3,5", "4.4"), [4, 4]),
    ],
)
def test_levels_of_power_and_interest(values, expected):
    assert levels(*values) == expected


@pytest.mark.parametrize(
    ("hint", "values", "expected"),
    [
        ("1-10", ("3", "5"), [2, 3]),
        ("1..3", ("1", "2", "3"), [1, 3, 5]),
        ("0-100", ("5", "80"), [1, 4]),
        ("%", ("5", "80"), [1, 4]),
        ("1 t/m 4", ("1", "4"), [1, 5]),
        ("H/M/L", ("H", "L"), [5, 1]),
    ],
)
def test_the_heading_says_what_the_numbers_of_a_column_go_to(hint, values, expected):
    assert levels(*values, hint=hint) == expected


@pytest.mark.parametrize("value", ["7", "0", "maybe", "high and low", "-1", "11/10"])
def test_what_is_not_on_the_scale_is_no_level(value):
    with pytest.raises(NotOnScale):
        level(value, scale_of(["1", "5"]))


@pytest.mark.parametrize(
    ("value", "expected"),
    [("none", "none"), ("geen", "none"), ("low", "low"), ("Midden", "medium"), ("5", "high")],
)
def test_impact(value, expected):
    assert impact(value, scale_of([value])) == expected


@pytest.mark.parametrize(
    ("word", "label"),
    [
        ("Leading", "supporter"),
        ("champion", "supporter"),
        ("Supportive", "supporter"),
        ("voorstander", "supporter"),
        ("pro", "supporter"),
        ("Neutral", "fence_sitter"),
        ("neutraal", "fence_sitter"),
        ("Resistant", "opponent"),
        ("blocker", "opponent"),
        ("tegenstander", "opponent"),
        ("contra", "opponent"),
        ("unaware", "unknown"),
        ("partner", "partner"),
        ("kritische meedenker", "critic"),
        ("quiet_supporter", "quiet_supporter"),
        ("stille tegenstander", "quiet_opponent"),
        ("tegenwerker", "opponent"),
    ],
)
def test_words_for_a_position(word, label):
    assert labels(word) == [label]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (("+", "0", "-"), ["supporter", "fence_sitter", "opponent"]),
        (("-3", "0", "+2"), ["opponent", "fence_sitter", "supporter"]),
        (("1", "3", "5"), ["opponent", "fence_sitter", "supporter"]),
        (("10%", "50%", "80%"), ["opponent", "fence_sitter", "supporter"]),
    ],
)
def test_numbers_and_signs_for_a_position(values, expected):
    assert labels(*values) == expected


def test_high_and_low_are_for_and_against_only_where_support_is_measured():
    assert labels("high", "medium", "low", levelled=True) == [
        Position.SUPPORTER,
        Position.FENCE_SITTER,
        Position.OPPONENT,
    ]
    with pytest.raises(NotOnScale):
        labels("high")


@pytest.mark.parametrize("value", ["", "  ", "-", "n/a", "N.v.t.", "?", "onbekend", "TBD"])
def test_cells_that_only_say_that_they_are_empty(value):
    assert says_nothing(value)


def test_a_minus_is_a_value_where_the_column_has_plusses():
    assert not says_nothing("-", scale_of(["+", "-", "0"]))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-03-31", date(2026, 3, 31)),
        ("2026-03-31T10:00:00Z", date(2026, 3, 31)),
        ("31-3-2026", date(2026, 3, 31)),
        ("31.03.26", date(2026, 3, 31)),
        ("31-03-2026 10:30", date(2026, 3, 31)),
        ("12 Mar 2024", date(2024, 3, 12)),
        ("7-Feb-22", date(2022, 2, 7)),
        ("5 mei 2025", date(2025, 5, 5)),
        ("Mar 12, 2024", date(2024, 3, 12)),
        ("5/5/2026", date(2026, 5, 5)),
        ("1 jan 99", date(1999, 1, 1)),
    ],
)
def test_days_as_programs_write_them(text, day):
    assert read_day(text, Order.OPEN if text[1:2] == "/" else Order.DAY) == day


@pytest.mark.parametrize(
    ("values", "order"),
    [
        (["3/4/2026", "13/4/2026"], Order.DAY),
        (["3/4/2026", "4/13/2026"], Order.MONTH),
        (["1.2.2026"], Order.DAY),
        (["3/4/2026", "2026-01-01"], Order.OPEN),
    ],
)
def test_the_days_of_a_file_tell_what_comes_first_in_them(values, order):
    assert order_of(values) is order


def test_a_day_that_can_be_two_is_never_guessed():
    with pytest.raises(NoDay, match="day or month first"):
        read_day("3/4/2026", Order.OPEN)
    assert read_day("3/4/2026", Order.MONTH) == date(2026, 3, 4)
    assert read_day("3/4/2026", Order.DAY) == date(2026, 4, 3)


@pytest.mark.parametrize("text", ["31-02-2026", "2026-13-01", "32 Jan 2026"])
def test_a_day_that_does_not_exist_is_none(text):
    with pytest.raises(NoDay, match="no such day"):
        read_day(text, Order.DAY)


@pytest.mark.parametrize("text", ["soon", "Q3", "45231", "maart"])
def test_what_is_no_day_says_how_to_write_one(text):
    with pytest.raises(NoDay, match="2026-03-31"):
        read_day(text, Order.DAY)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Weekly", Rhythm(days=7)),
        ("tweewekelijks", Rhythm(days=14)),
        ("Maandelijks", Rhythm(days=30)),
        ("per kwartaal", Rhythm(days=91)),
        ("every 3 weeks", Rhythm(days=21)),
        ("2x per maand", Rhythm(days=15)),
        ("4 times a year", Rhythm(days=91)),
        ("10 dagen", Rhythm(days=10)),
        ("45", Rhythm(days=45)),
        ("as needed", Rhythm(style="triggered")),
        ("never", Rhythm(style="ambient")),
    ],
)
def test_how_often(text, expected):
    assert rhythm(text) == expected


@pytest.mark.parametrize("text", ["newsletter", "0", "every 99999 days", "e-mail"])
def test_what_tells_no_rhythm(text):
    with pytest.raises(NoRhythm):
        rhythm(text)
