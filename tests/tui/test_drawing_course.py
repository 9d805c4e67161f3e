"""A position through time is one line or a chart; unknown is never drawn as a stance."""

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staketerm.tui.drawing import course
from staketerm.tui.drawing.lines import Ink, line_width
from staketerm.tui.drawing.look import ASCII, FULL


class Month(NamedTuple):
    """A position at the end of a month."""

    label: str
    stance: float = 0.0
    low: float = -0.4
    high: float = 0.4


SLIDE = (
    Month("unknown"),
    Month("partner", 0.6, 0.2, 1.0),
    Month("fence_sitter", 0.0, -0.4, 0.4),
    Month("opponent", -0.7, -1.0, -0.3),
)


def text(line) -> str:
    return "".join(piece.text for piece in line)


def test_the_spark_line_falls_with_the_stance_and_has_a_dot_where_nothing_is_known():
    assert text(course.spark(SLIDE, FULL)) == "·▇▅▂"
    assert text(course.spark(SLIDE, ASCII)) == ".*=."


def test_its_colour_is_the_side():
    inks = [piece.ink for piece in course.spark(SLIDE, FULL)]
    assert inks == [Ink.MUTED, Ink.FOR_STRONG, Ink.PLAIN, Ink.AGAINST_STRONG]


def test_behind_it_stands_the_interval_of_now_unless_nothing_is_known_now():
    assert text(course.weeks(SLIDE, FULL)) == "·▇▅▂ 4 weeks, now -.70 (-1.00 to -.30)"
    assert text(course.weeks(SLIDE[:1], FULL)) == "·"
    assert text(course.weeks((), FULL)) == ""


def test_the_chart_has_a_bar_for_each_interval_and_the_glyph_of_the_position_in_it():
    lines = [text(line).rstrip() for line in course.chart(SLIDE, "ABCD", FULL, 3)]
    assert lines == [
        "          A  B  C  D",
        "     for     │",
        "             ◉  │",
        "       0  ·  │  ◇  ·",
        "                │  ■",
        " against           │",
    ]


def test_in_ascii_too():
    lines = [text(line).rstrip() for line in course.chart(SLIDE, "ABCD", ASCII, 3)]
    assert lines[2:5] == ["             @  |", "       0  ?  |  ~  .", "                |  X"]


@pytest.mark.parametrize("look", [FULL, ASCII])
@given(
    st.lists(
        st.builds(
            lambda label, ends: Month(label, ends[1], ends[0], ends[2]),
            st.sampled_from(["unknown", "partner", "critic", "opponent"]),
            st.lists(st.floats(-1, 1), min_size=3, max_size=3).map(sorted),
        ),
        max_size=12,
    )
)
def test_every_line_of_a_chart_is_equally_wide_and_each_known_month_has_one_glyph(look, months):
    lines = course.chart(months, ["M"] * len(months), look, 4)
    assert {line_width(line) for line in lines} == {course.CAPTION_CELLS + 4 * len(months)}
    drawn = "".join(text(line)[course.CAPTION_CELLS :] for line in lines[1:])
    for label in ("partner", "critic", "opponent", "unknown"):
        many = sum(month.label == label for month in months)
        if look.position(label) != look.track:
            assert drawn.count(look.position(label)) == many
