"""The word for a position: what it takes to get it, and what it takes to lose it."""

from datetime import date, timedelta

import pytest

from staketerm.domain.errors import UsageError
from staketerm.domain.fold import State
from staketerm.domain.label import NOTHING_YET, StanceClass, Standing, look
from staketerm.domain.position import assess
from staketerm.domain.readout import Confidence, confidence, probability, stance, uncertainty
from staketerm.domain.seam import current_level, usual_desired_level
from staketerm.domain.signals import Record

DAY = date(2026, 11, 24)


def did(kind: str, *days_ago: int, intensity: float = 1.0) -> list[Record]:
    """The same act on several days before `DAY`."""
    return [Record(DAY - timedelta(days=n), kind, intensity=intensity) for n in days_ago]


def state(for_: float, against: float, energy: float = 0.0) -> State:
    return State(1, for_, against, energy)


SUPPORTIVE = did("informal_approach", 1, 8, 15, 22)
LUKEWARM = did("agreement_kept", 70, 80, 90) + did("cancelled_late", 75, 85)
OPPOSING = did("obstructed", 2, 9) + did("agreement_broken", 5)


@pytest.mark.parametrize(
    ("records", "impact", "label"),
    [
        ([], "high", "unknown"),
        (SUPPORTIVE, "high", "partner"),
        (SUPPORTIVE, "medium", "partner"),
        (SUPPORTIVE, "low", "supporter"),
        (SUPPORTIVE, "none", "supporter"),
        (SUPPORTIVE, None, "supporter"),
        (SUPPORTIVE, "", "supporter"),
        (did("agreement_kept", 70, 80, 90, 100, 110, 120), "high", "quiet_supporter"),
        (LUKEWARM + did("active_in_meeting", 70), "high", "fence_sitter"),
        (did("active_in_meeting", 2, 9, 16) + did("cancelled_late", 5, 12), "high", "critic"),
        (OPPOSING, "high", "opponent"),
        (OPPOSING, None, "opponent"),
        (did("agreement_broken", 5, 15, 25), "low", "quiet_opponent"),
    ],
)
def test_stance_energy_and_impact_make_the_word(
    records: list[Record], impact: str | None, label: str
) -> None:
    assert assess(records, DAY, impact=impact).label == label


def test_an_impact_of_another_name_is_refused() -> None:
    with pytest.raises(UsageError, match="'huge'"):
        assess([], DAY, impact="huge")


@pytest.mark.parametrize(
    ("evidence", "word"),
    [
        (0, "none"),
        (11.9, "none"),
        (12, "low"),
        (24.9, "low"),
        (25, "fair"),
        (45, "fair"),
        (46, "good"),
    ],
)
def test_confidence_is_a_word_for_the_evidence(evidence: float, word: str) -> None:
    assert confidence(evidence) is Confidence(word)


def test_the_read_outs_follow_their_formulas() -> None:
    assert stance(20, 10) == pytest.approx(10 / 36)
    assert uncertainty(0) == pytest.approx(0.7071, abs=1e-4)
    assert uncertainty(12) == pytest.approx(0.408, abs=1e-3)
    assert uncertainty(70) == pytest.approx(0.199, abs=1e-3)
    assert probability(0, 0) == 0.5
    assert probability(20, 10) == pytest.approx(0.8321, abs=1e-3)
    assert probability(10, 20) == pytest.approx(1 - probability(20, 10))


@pytest.mark.parametrize(
    ("evidence", "before", "after"),
    [(11.99, False, False), (12, False, True), (7.2, True, True), (7.19, True, False)],
)
def test_a_label_comes_at_12_points_and_goes_below_7_2(
    evidence: float, before: bool, after: bool
) -> None:
    standing = Standing(before, StanceClass.IN_BETWEEN, active=False)
    assert look(standing, state(evidence / 2, evidence / 2)).known is after


@pytest.mark.parametrize(
    ("for_", "against", "before", "after"),
    [
        (16, 5, "in_between", "supportive"),
        (15, 6, "in_between", "supportive"),
        (14, 7, "in_between", "in_between"),
        (14, 7, "supportive", "supportive"),
        (12, 8, "supportive", "in_between"),
        (7, 14, "in_between", "opposing"),
        (9, 13, "in_between", "in_between"),
        (9, 13, "opposing", "opposing"),
        (11, 12, "opposing", "in_between"),
        (2, 20, "supportive", "opposing"),
        (20, 2, "opposing", "supportive"),
    ],
)
def test_a_side_is_harder_to_lose_than_to_get(
    for_: float, against: float, before: str, after: str
) -> None:
    standing = Standing(True, StanceClass(before), active=False)
    assert look(standing, state(for_, against)).stance_class == after


@pytest.mark.parametrize(
    ("energy", "before", "after"),
    [(4.99, False, False), (5, False, True), (3, True, True), (2.99, True, False)],
)
def test_active_comes_at_5_and_goes_below_3(energy: float, before: bool, after: bool) -> None:
    standing = Standing(False, StanceClass.IN_BETWEEN, before)
    assert look(standing, state(0, 0, energy)).active is after


def test_with_nothing_logged_nothing_changes() -> None:
    assert look(NOTHING_YET, state(0, 0)) is NOTHING_YET


def test_a_partner_who_rests_becomes_a_quiet_supporter_then_unknown() -> None:
    labels = [
        assess(SUPPORTIVE, DAY + timedelta(days=days), impact="high").label
        for days in (0, 60, 120, 400)
    ]
    assert labels == ["partner", "partner", "quiet_supporter", "unknown"]


def test_weak_and_strong_weigh_the_points_and_leave_the_effort() -> None:
    weak, strong = (assess(did("informal_approach", 0, intensity=size), DAY) for size in (0.5, 1.5))
    assert [found.reasons[0].points for found in (weak, strong)] == [2.5, 7.5]
    assert weak.energy == strong.energy == 3


@pytest.mark.parametrize("intensity", [0.0, -1.0, 2.5, float("nan")])
def test_an_intensity_out_of_bounds_is_refused(intensity: float) -> None:
    with pytest.raises(UsageError, match="intensity"):
        assess(did("contact", 1, intensity=intensity), DAY)


def test_an_unknown_kind_is_named() -> None:
    with pytest.raises(UsageError, match="'juggled'"):
        assess([Record(DAY, "juggled")], DAY)


def test_the_last_contact_is_a_true_meeting_of_the_two() -> None:
    records = (
        did("said_support", 20)
        + did("delegated_down", 12)
        + did("mail_sent", 5)
        + did("mail_unanswered", 4)
        + did("obstructed", 3)
        + did("hearsay_for", 2)
    )
    assert assess(records, DAY).last_contact == DAY - timedelta(days=20)
    assert assess(records + did("contact", 1), DAY).last_contact == DAY - timedelta(days=1)


def test_words_of_the_engagement_matrix() -> None:
    champion = did("defended_project", 10) + did("brought_others", 30)
    assert current_level(assess([], DAY)) is None
    assert current_level(assess(SUPPORTIVE, DAY)) == "supportive"
    assert current_level(assess(SUPPORTIVE + champion, DAY)) == "leading"
    assert current_level(assess(SUPPORTIVE + did("defended_project", 10), DAY)) == "supportive"
    assert current_level(assess(OPPOSING, DAY)) == "resistant"
    assert current_level(assess(LUKEWARM, DAY)) == "neutral"


def test_championing_is_remembered_for_180_days() -> None:
    records = did("defended_project", 179, 180)
    assert assess(records, DAY).championing == 1


def test_not_everybody_is_wished_to_be_a_supporter() -> None:
    assert usual_desired_level("high") == "supportive"
    assert {usual_desired_level(impact) for impact in ("none", "low", "medium", None)} == {
        "neutral"
    }


def test_words_and_deeds_that_part_are_pointed_out() -> None:
    yes, no = did("said_support", 3, 6, 7), did("said_concern", 3, 6) + did("said_oppose", 7)
    assert assess(OPPOSING + yes, DAY).says_does_gap == "says_yes_does_no"
    assert assess(SUPPORTIVE * 2 + no, DAY).says_does_gap == "grumbles_but_delivers"
    assert assess(SUPPORTIVE + yes, DAY).says_does_gap is None
    assert assess(OPPOSING + no, DAY).says_does_gap is None


def test_two_sayings_or_old_ones_or_hearsay_are_too_little_to_compare() -> None:
    assert assess(OPPOSING + did("said_support", 3, 6), DAY).says_does_gap is None
    assert assess(OPPOSING + did("said_support", 3, 6, 180), DAY).says_does_gap is None
    assert assess(OPPOSING + did("hearsay_for", 3, 6, 7), DAY).says_does_gap is None
    assert assess(did("said_support", 3, 6, 7), DAY).says_does_gap is None
