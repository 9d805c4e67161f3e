"""What a spreadsheet does to a cell must not reach the text in it (storage-sync 1.6)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staketerm.exchange.cells import guard, unguard
from tests.hostile import FORMULAS

RETYPED = (
    "0049301234567", "01067", "1E5", "12345678901234567890", "$5", "(5)", "1.", "+4", "0.50",
    "1/2", "MAR-5", "Jan 5", "3:4", "10:30", "true", "TRUE", "Waar", "1,5", ".5", "5 mrt",
    "2026-11-21", "12-3-2026", "50%", "€ 5", "1 000", "-dash note", " 12 ", "1.5e-3", "9" * 200,
)  # fmt: skip
RUN = (
    "=1+1", " =1+1", "\t=1+1", "\n=1", "＝1+1", "＋1", "－1", "＠x", "@home", "-1+1", "+49 30",
    "\u200b=1", "\xa0=1", "\ttab first", "\rcarriage first", "=cmd|' /C calc'!A0",
)  # fmt: skip
PLAIN = (
    "Ada Lens", "a@x.example", "http://x.example/1", "don't", "5th floor", "Maren", "Junior",
    "May Anders", "true story", "王小明", "Élise", "", "a=b", "[b]x[/b]", "3 people were there",
)  # fmt: skip


@given(st.text())
def test_every_text_comes_back_as_it_was(text):
    assert unguard(guard(text)) == text


@given(st.text(alphabet="'=+-@\t 1./:eE%€()\u200b\uff1damyJAN"))
def test_text_made_of_what_spreadsheets_look_for_comes_back_as_it_was(text):
    assert unguard(guard(text)) == text


@given(st.text())
def test_no_guarded_cell_begins_as_a_formula_does(text):
    assert not guard(text).lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))


@pytest.mark.parametrize("text", [*RUN, *FORMULAS])
def test_what_a_spreadsheet_runs_is_guarded(text):
    assert guard(text) == "'" + text


@pytest.mark.parametrize("text", RETYPED)
def test_what_a_spreadsheet_retypes_is_guarded(text):
    assert guard(text) == "'" + text


@pytest.mark.parametrize("text", PLAIN)
def test_ordinary_text_stays_as_it_is(text):
    assert guard(text) == text


def test_only_one_apostrophe_is_taken_away():
    assert guard("''x") == "'''x"
    assert unguard("''x") == "'x"
