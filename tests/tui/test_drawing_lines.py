"""Every line is exactly as wide as it is told to be, whatever is written in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App

from staketerm.tui.drawing.lines import (
    Ink,
    Piece,
    apart,
    cut,
    fit,
    left,
    line_width,
    right,
    rule,
    width,
    wrap,
)
from staketerm.tui.paint import mix
from tests.hostile import BROKEN, HOSTILE

ANYTHING = st.text() | st.sampled_from(HOSTILE + BROKEN)


@given(ANYTHING, st.integers(0, 40))
def test_a_cell_is_as_wide_as_its_column(text, cells):
    assert width(left(text, cells)) == cells
    assert width(right(text, cells)) == cells
    assert width(cut(text, cells)) <= cells


@given(st.lists(ANYTHING, max_size=4), ANYTHING, st.integers(0, 60))
def test_a_line_never_grows_beyond_its_room(texts, end, cells):
    line = tuple(Piece(cut(text, 100)) for text in texts)
    assert line_width(fit(line, cells)) <= cells
    tail = (Piece(cut(end, cells)),)
    assert line_width(apart(line, tail, cells)) == cells


@pytest.mark.parametrize("text", HOSTILE + BROKEN)
def test_nothing_a_terminal_would_obey_is_left(text):
    shown = cut(text, 100)
    assert not any(ord(letter) < 32 or 0x7F <= ord(letter) < 0xA0 for letter in shown)
    assert not set(shown) & set(
        "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200f\u200e"
    )


@pytest.mark.parametrize("text", HOSTILE + BROKEN)
def test_the_last_gate_before_the_terminal_lets_none_of_it_through(text):
    paint = mix(App().get_css_variables(), "background")
    strip = paint.strip((Piece(text), Piece(text, Ink.ALARM)), 40)
    assert strip.cell_length == 40
    sent = "".join(segment.text for segment in strip)
    assert not any(ord(letter) < 32 or 0x7F <= ord(letter) < 0xA0 for letter in sent)


def test_long_names_keep_their_beginning():
    assert cut("Pieter-Jan van der Heijden-Oosterhuis", 20) == "Pieter-Jan van der…"
    assert cut("陳美玲 Mei-Ling Chen", 8) == "陳美玲…"
    assert cut("Ada", 0) == ""


def test_a_cut_line_says_so_where_it_was_cut():
    line = (Piece("Counts most ", Ink.BOLD), Piece("today"))
    assert "".join(piece.text for piece in fit(line, 14)) == "Counts most t…"
    assert "".join(piece.text for piece in fit(line, 12)) == "Counts most…"
    assert fit(line, 17) == line


def test_a_rule_carries_its_caption_and_gives_up_the_hint_first():
    (piece,) = rule("why: Ada", "w all", 30)
    assert piece.text == "── why: Ada ───────── w all ──"
    (piece,) = rule("why: Ada", "w all", 18)
    assert piece.text == "── why: Ada ──────"


def test_panes_wrap_at_blanks():
    assert wrap("before that 10.4 for, none against.", 22) == [
        "before that 10.4 for,",
        "none against.",
    ]
