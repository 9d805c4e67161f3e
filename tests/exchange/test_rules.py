"""What may stand in a cell is said in words that whoever filled it in knows."""

from typing import Any

import pytest
from pydantic import ValidationError

from staketerm.exchange.checking import adapter
from staketerm.exchange.rules import rule_of


def rule(table: str, column: str, value: Any) -> str:
    """The rule that a value breaks in a column."""
    with pytest.raises(ValidationError) as caught:
        adapter(table, (column,)).validate_python([(value,)])
    return rule_of(caught.value.errors(include_url=False)[0])


@pytest.mark.parametrize(
    ("table", "column", "value", "said"),
    [
        ("involvement", "impact", "hoog", "one of these stands here: none, low, medium, high"),
        ("involvement", "power", "9", "this is 5 or less"),
        ("involvement", "power", "0", "this is 1 or more"),
        ("involvement", "power", "veel", "a whole number stands here"),
        ("signal", "day", "31-31-2026", "there is no such day; one is written as 2026-11-22"),
        ("signal", "day", None, "there is no such day; one is written as 2026-11-22"),
        ("signal", "day", "0026-11-22", "the year must be 1000 or later"),
        ("signal", "intensity", "sterk", "a number stands here"),
        ("signal", "intensity", "5", "this is 2 or less"),
        ("signal", "private", "soms", "yes or no stands here"),
        ("stakeholder", "name", "", "this cannot be empty"),
        ("stakeholder", "name", "x" * 201, "at most 200 letters stand here"),
        (
            "stakeholder",
            "organisation",
            "Lumenet",
            "an id or a stamp stands here, as it was written",
        ),
    ],
)
def test_a_cell_that_cannot_be_read_says_what_may_stand_there(
    table: str, column: str, value: Any, said: str
) -> None:
    assert rule(table, column, value) == said
