"""Text from outside comes in clean, goes out harmless, and is found however it was typed."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staketerm.domain.errors import UsageError
from staketerm.domain.text import clean_line, clean_name, clean_text, fold, plain, plain_line
from tests.hostile import BROKEN, CONTROLS, FORMULAS, HOSTILE, MARKUP

anything = st.text(st.characters(), max_size=60)
"""Any code points at all, lone surrogates and controls included."""


def _obeyed(text: str) -> list[str]:
    """The characters in `text` that a terminal would act upon instead of showing."""
    bidi = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    return [
        c
        for c in text
        if (unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\t")
        or unicodedata.bidirectional(c) in bidi
    ]


@pytest.mark.parametrize("text", MARKUP)
def test_markup_stays_as_it_was_typed(text: str) -> None:
    assert clean_name(text) == text
    assert plain(text) == text


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_is_stored_as_typed(text: str) -> None:
    assert clean_line(text) == text.strip()


@pytest.mark.parametrize("text", CONTROLS)
def test_escapes_lose_their_power_and_keep_their_letters(text: str) -> None:
    cleaned = clean_line(text)
    assert not _obeyed(cleaned)
    assert [c for c in cleaned if c.isalnum()] == [c for c in text if c.isalnum()]


def test_line_ends_of_every_system_part_words() -> None:
    assert clean_line("carriage\rreturn\r\nand\x85next\u2028line\tend ") == (
        "carriage return and next line end"
    )
    assert clean_text("one\r\ntwo\rthree\x85four\tfive\n\n") == "one\ntwo\nthree\nfour\tfive"


def test_accents_are_composed() -> None:
    assert clean_name("Zoe\u0308") == "Zo\xeb"


@pytest.mark.parametrize("text", BROKEN)
def test_what_is_no_text_is_refused_on_the_way_in_and_survived_on_the_way_out(text: str) -> None:
    for gate in (clean_name, clean_line, clean_text):
        with pytest.raises(UsageError, match="character"):
            gate(text)
    plain_line(text).encode("utf-8")


def test_a_refusal_says_which_field_and_where() -> None:
    with pytest.raises(UsageError, match=r"^organisation: character 4 is NUL"):
        clean_line("nul\0", "organisation")


def test_a_name_of_200_characters_fits_and_one_more_does_not() -> None:
    assert clean_name("x" * 200) == "x" * 200
    with pytest.raises(UsageError, match=r"^name: 201 characters; at most 200 fit$"):
        clean_name("x" * 201)


def test_a_note_of_10000_characters_fits_and_one_more_does_not() -> None:
    assert len(clean_text("x" * 10_000 + "\n")) == 10_000
    with pytest.raises(UsageError, match="10001 characters; at most 10000 fit"):
        clean_text("x" * 10_001)


@pytest.mark.parametrize("text", ["", "  ", "\u200d", "\x1b\x07"])
def test_a_name_needs_something_readable(text: str) -> None:
    with pytest.raises(UsageError, match="nothing readable"):
        clean_name(text)
    assert clean_line(text).strip("\u200d") == ""


@given(anything)
def test_nothing_a_terminal_obeys_goes_out(text: str) -> None:
    for shown in (plain(text), plain_line(text)):
        assert not _obeyed(shown)
        shown.encode("utf-8")
    assert "\n" not in plain_line(text)


@given(anything)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert plain(plain(text)) == plain(text)
    assert plain_line(plain_line(text)) == plain_line(text)


@pytest.mark.parametrize("text", HOSTILE)
def test_what_came_in_goes_out_unchanged(text: str) -> None:
    stored = clean_text(text)
    assert plain(stored) == stored


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Fatima el Idrissi", "fatima el idrissi"),
        ("ZOË", "zoe"),
        ("Zoe\u0308", "zoe"),
        ("İstanbul", "istanbul"),
        ("Straße", "strasse"),
        ("Łukasz Ørsted", "lukasz orsted"),
        ("Ｆｕｌｌ", "full"),
        ("陳美玲", "陳美玲"),
    ],
)
def test_names_are_found_without_accents_and_capitals(typed: str, found: str) -> None:
    assert fold(typed) == found


@given(anything)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(anything)
def test_composed_and_decomposed_names_are_the_same_to_search(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    decomposed = unicodedata.normalize("NFD", text)
    assert fold(composed) == fold(decomposed)
