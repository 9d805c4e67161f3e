"""The day of the last look promises: an earlier day than today, kept beside the journal."""

from datetime import date

import pytest

from staketerm.journal.last_look import KEPT, last_looked, remember_look
from staketerm.journal.location import own_state

FRIDAY, TUESDAY = date(2026, 11, 20), date(2026, 11, 24)


def test_nobody_looked_before_the_first_time():
    assert last_looked("a1", TUESDAY) is None
    remember_look("a1", TUESDAY)
    assert last_looked("a1", TUESDAY) is None, "today is no earlier day"


def test_the_second_look_of_a_day_still_tells_the_day_before():
    for day in (FRIDAY, TUESDAY, TUESDAY):
        remember_look("a1", day)
        remember_look("b2", FRIDAY)
    assert last_looked("a1", TUESDAY) == FRIDAY
    assert last_looked("b2", TUESDAY) == FRIDAY
    assert last_looked("a1", date(2026, 11, 25)) == TUESDAY


def test_a_clock_that_was_ahead_is_not_believed():
    remember_look("a1", FRIDAY)
    remember_look("a1", date(2031, 1, 1))
    assert last_looked("a1", TUESDAY) == FRIDAY


def test_the_file_is_the_owners_alone_and_does_not_grow_for_ever():
    for number in range(KEPT + 5):
        remember_look(f"journal {number}", date.fromordinal(FRIDAY.toordinal() + number))
    path = own_state() / "looked.json"
    assert path.stat().st_mode & 0o077 == 0
    assert last_looked("journal 0", date(2027, 6, 1)) is None
    assert last_looked(f"journal {KEPT + 4}", date(2027, 6, 1)) is not None


@pytest.mark.parametrize("text", ["", "[]", "{", '{"a1": 3}', '{"a1": ["soon"]}', '{"a1": [1]}'])
def test_a_spoilt_file_is_no_look(text: str):
    own_state().mkdir(parents=True)
    (own_state() / "looked.json").write_text(text, encoding="utf-8")
    assert last_looked("a1", TUESDAY) is None
    remember_look("a1", FRIDAY)
    assert last_looked("a1", TUESDAY) == FRIDAY
