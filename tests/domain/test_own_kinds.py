"""What a person may make of the catalogue, and how a setting tells it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staketerm.domain.catalogue import CATALOGUE, Catalogue, offered, uncounted, with_own
from staketerm.domain.errors import UsageError
from staketerm.domain.habit_words import counted, factors, told
from staketerm.domain.habit_words import offered as offer_words
from staketerm.domain.habits import Correction, habit_of
from staketerm.domain.own_kinds import (
    can_retire,
    can_weigh,
    checked,
    class_id,
    class_word,
    id_for,
    refuse_id,
)
from staketerm.domain.signals import Kind, Weight
from staketerm.domain.told_kinds import kind_told, told_of, weighs_the_same

LABELS = st.text("abc é_", min_size=1, max_size=12).filter(str.strip)
KINDS = st.builds(
    Kind,
    id=st.sampled_from([*CATALOGUE, "sang", "hummed"]),
    points=st.integers(-12, 12),
    effort=st.integers(0, 4),
    weight=st.sampled_from(Weight),
    english=LABELS,
    dutch=LABELS,
    contact=st.booleans(),
    stated=st.booleans(),
    champions=st.booleans(),
    blocks=st.booleans(),
    retired=st.booleans(),
)


@given(KINDS)
def test_a_kind_comes_back_from_its_setting_as_it_was_made(kind):
    back = kind_told(kind.id, json.loads(json.dumps(told_of(kind))))
    assert back is not None
    for name in ("points", "effort", "weight", "english", "dutch", "contact", "retired"):
        assert getattr(back, name) == getattr(kind, name)
    assert weighs_the_same(back, kind)


@pytest.mark.parametrize("kind", CATALOGUE.values(), ids=lambda kind: kind.id)
def test_of_a_built_in_kind_nothing_is_told(kind):
    assert told_of(kind) is None
    assert kind_told(kind.id, {}) == kind


def test_an_unknown_id_is_a_kind_that_counts_nothing_and_is_not_in_the_catalogue():
    catalogue = with_own((), later=[Kind("sang", 5, 1, Weight.DEED, "sang", "zong")])
    assert (catalogue["sang"].points, catalogue["sang"].english) == (0, "sang")
    assert catalogue["x"] == uncounted("x", "x", "x")
    assert "sang" not in catalogue
    assert catalogue.get("sang") is None
    assert len(catalogue) == len(CATALOGUE)
    assert catalogue[""].label == "?"


def test_a_retired_kind_is_not_offered():
    kind = Kind("sang", 5, 1, Weight.DEED, "sang", "zong", retired=True)
    assert "sang" not in offered(Catalogue([kind]))


@pytest.mark.parametrize(
    ("label", "taken", "id"),
    [
        ("Sang for us", (), "sang_for_us"),
        ("Sang for us", ("sang_for_us", "sang_for_us_2"), "sang_for_us_3"),
        ("Écoute-moi!", (), "ecoute_moi"),
        ("陳美玲", (), "own"),
        ("3 times", (), "own_3_times"),
        ("x" * 90, (), "x" * 36),
    ],
)
def test_an_id_is_made_of_the_label(label, taken, id):
    assert id_for(label, taken) == id
    refuse_id(id, {})


@given(st.text(max_size=80))
def test_any_label_gives_an_id_that_can_be_one(label):
    refuse_id(id_for(label, ()), {})


def test_what_the_program_writes_itself_is_never_retired_and_ones_own_acts_never_weighed():
    needed = {id for id, kind in CATALOGUE.items() if not can_retire(kind)}
    assert needed == {
        "mail_unanswered",
        "promised",
        "contact",
        "mail_sent",
        "advice_asked",
        "invitation",
        "agreement_made",
    }
    mine = {id for id, kind in CATALOGUE.items() if not can_weigh(kind)}
    assert mine == needed - {"mail_unanswered", "promised", "contact"}


def test_the_whole_catalogue_stands_by_its_own_rules():
    for kind in CATALOGUE.values():
        assert checked(kind, CATALOGUE) == kind


@pytest.mark.parametrize("label", ["kept an AGREEMENT", "Kwam een afspraak na"])
def test_a_label_that_another_kind_has_in_either_language_is_refused(label):
    with pytest.raises(UsageError, match="agreement_kept"):
        checked(Kind("x", 1, 1, Weight.DEED, "something", label), CATALOGUE)


def test_the_nature_of_a_kind_has_an_id_and_a_word():
    assert [class_id(weight) for weight in Weight] == ["deed", "major", "words", "none"]
    assert [class_word(weight) for weight in Weight] == ["deed", "major deed", "words", "-"]


def test_a_habit_is_told_with_its_counts():
    lopsided = habit_of({"no_show": 64, "agreement_kept": 36, "juggled": 9, "contact": 9})
    assert counted(lopsided) == "64 of 100 signals in the last 365 days are against (64%)."
    assert "bad news may be written down more readily" in told(lopsided)
    assert "good news" in told(habit_of({"agreement_kept": 30}))
    assert "nothing stands out" in told(habit_of({"agreement_kept": 14, "no_show": 6}))
    assert told(habit_of({})) == "Fewer than 20 signals say nothing about a habit."
    assert counted(habit_of({})) == "No signals with points in the last 365 days."


def test_the_factors_of_a_correction_are_told_in_words():
    assert factors(Correction(against=0.44)) == "every point against counts .44"
    assert factors(Correction(for_=0.3, against=0.5)) == (
        "every point for counts .30, every point against counts .50"
    )
    assert factors(Correction()) == "every point counts in full"
    assert "every point against counts .44" in offer_words(Correction(against=0.44))
