"""The catalogue of kinds: bounded, in two languages, open to kinds of one's own."""

from datetime import date

import pytest

from staketerm import locale
from staketerm.domain.catalogue import CATALOGUE, with_own
from staketerm.domain.errors import UsageError
from staketerm.domain.position import assess
from staketerm.domain.signals import Kind, Origin, Question, Record, Weight, catalogue_of

SEED = (
    "mail_answered",
    "informal_approach",
    "advice_given",
    "active_in_meeting",
    "agreement_kept",
    "agenda_changed",
    "invited_to_team",
    "unsolicited_feedback",
)
"""The behaviours of a partner that S002 names, in its order."""


def own(points: float = 3, effort: float = 1, id: str = "sang") -> Kind:
    return Kind(id, points, effort, Weight.DEED, "sang for us", "zong voor ons")


def test_it_begins_with_the_behaviours_of_the_source() -> None:
    assert tuple(CATALOGUE)[:8] == SEED
    assert [CATALOGUE[id].points for id in SEED] == [2, 5, 3, 3, 3, 6, 8, 5]


def test_every_kind_has_a_label_of_its_own_in_both_languages() -> None:
    assert len({kind.english for kind in CATALOGUE.values()}) == len(CATALOGUE)
    assert len({kind.dutch for kind in CATALOGUE.values()}) == len(CATALOGUE)


def test_short_labels_fit_half_a_window() -> None:
    for kind in CATALOGUE.values():
        if kind.origin is not Origin.DERIVED:
            assert len(kind.short_english or kind.english) <= 30


def test_labels_follow_the_language() -> None:
    kind = CATALOGUE["agreement_kept"]
    assert (kind.label, kind.short) == ("kept an agreement", "kept an agreement")
    locale.choose("nl")
    try:
        assert kind.label == "kwam een afspraak na"
        assert CATALOGUE["informal_approach"].short == "sprak mij spontaan aan"
    finally:
        locale.choose("en")


def test_open_disagreement_and_early_bad_news_count_for() -> None:
    assert CATALOGUE["disagreed_openly"].points > 0
    assert CATALOGUE["bad_news_early"].points > 0


def test_my_own_acts_are_no_evidence() -> None:
    mine = [kind for kind in CATALOGUE.values() if kind.origin is Origin.MINE]
    assert {kind.id for kind in mine} == {
        "mail_sent",
        "advice_asked",
        "invitation",
        "agreement_made",
    }
    assert all(kind.points == kind.effort == 0 for kind in mine)
    assert {kind.opens for kind in CATALOGUE.values()} == {*Question, None}


def test_silence_is_the_only_kind_the_model_concludes() -> None:
    derived = [kind.id for kind in CATALOGUE.values() if kind.origin is Origin.DERIVED]
    assert derived == ["mail_unanswered"]


@pytest.mark.parametrize("points", [12.5, -13, float("nan"), float("inf")])
def test_no_kind_weighs_more_than_twelve_points(points: float) -> None:
    with pytest.raises(UsageError, match=r"'sang'.*between -12 and \+12"):
        own(points)


@pytest.mark.parametrize("effort", [-1, float("nan"), float("inf")])
def test_effort_is_never_below_nought(effort: float) -> None:
    with pytest.raises(UsageError, match="effort"):
        own(effort=effort)


def test_a_kind_needs_an_id() -> None:
    with pytest.raises(UsageError, match="label in both languages"):
        own(id="")


def test_an_id_comes_once() -> None:
    with pytest.raises(UsageError, match="twice"):
        catalogue_of([own(), own()])


def test_kinds_of_ones_own_count_beside_the_built_in_ones() -> None:
    records = [Record(date(2026, 1, 1), "sang"), Record(date(2026, 1, 1), "agreement_kept")]
    found = assess(records, date(2026, 1, 1), catalogue=with_own([own(points=5)]))
    assert sorted(reason.points for reason in found.reasons) == [3, 5]


def test_a_kind_may_be_weighed_anew() -> None:
    silent = Kind("mail_unanswered", -2, 0, Weight.DEED, "silent", "stil", origin=Origin.DERIVED)
    found = assess(
        [Record(date(2026, 1, 1), "mail_sent", id="q")],
        date(2026, 2, 1),
        catalogue=with_own([silent]),
    )
    assert [reason.points for reason in found.reasons] == [-2]
    assert with_own(())["mail_unanswered"].points == -5
