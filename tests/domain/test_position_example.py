"""The worked examples: numbers that anybody can check by hand."""

from datetime import date, timedelta

import pytest

from staketerm.domain.explain import drift_sentence, stance_sentence
from staketerm.domain.position import assess
from staketerm.domain.signals import Record

FIRST = date(2026, 1, 5)
ANNEKE = (
    Record(date(2026, 10, 22), "mail_unanswered"),
    Record(date(2026, 11, 12), "delegated_down"),
    Record(date(2026, 6, 18), "agenda_changed"),
    Record(date(2026, 9, 24), "cancelled_late"),
    Record(date(2026, 5, 7), "informal_approach"),
    Record(date(2026, 7, 2), "agreement_kept"),
    Record(date(2026, 10, 8), "agreement_late"),
    Record(date(2026, 9, 3), "mail_answered"),
    Record(date(2026, 5, 28), "active_in_meeting"),
    Record(date(2026, 4, 16), "active_in_meeting"),
    Record(date(2026, 11, 4), "said_support"),
    Record(date(2026, 3, 12), "agreement_kept"),
)
TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("days", "for_", "against", "stance", "probability"),
    [
        (0, 2.937, 0.0, 0.329, 0.715),
        (14, 7.451, 0.0, 0.554, 0.880),
        (40, 6.436, 4.826, 0.093, 0.589),
        (60, 6.075, 4.555, 0.091, 0.585),
    ],
)
def test_the_example_of_the_specification_comes_out(
    days: int, for_: float, against: float, stance: float, probability: float
) -> None:
    records = [
        Record(FIRST, "agreement_kept"),
        Record(FIRST + timedelta(days=14), "informal_approach"),
        Record(FIRST + timedelta(days=40), "mail_unanswered"),
    ]
    found = assess(records, FIRST + timedelta(days=days))
    assert found.for_ == pytest.approx(for_, abs=0.0005)
    assert found.against == pytest.approx(against, abs=0.0005)
    assert found.stance == pytest.approx(stance, abs=0.0005)
    assert found.probability == pytest.approx(probability, abs=0.0005)
    assert found.label == "unknown"


def test_the_example_is_too_little_to_place_anybody() -> None:
    records = [
        Record(FIRST, "agreement_kept"),
        Record(FIRST + timedelta(days=14), "informal_approach"),
        Record(FIRST + timedelta(days=40), "mail_unanswered"),
    ]
    found = assess(records, FIRST + timedelta(days=60))
    assert found.evidence == pytest.approx(10.63, abs=0.005)
    assert found.high - found.stance == pytest.approx(1.28 * 0.425, abs=0.001)
    assert found.confidence == "none"
    assert found.trend is None
    assert stance_sentence(found) == (
        "Too little to place yet: 6.1 points for, 4.6 against; it takes 12."
    )


def test_every_share_of_the_drawn_example_comes_out() -> None:
    reasons = assess(ANNEKE, TODAY, impact="high").reasons
    assert [(reason.on, reason.points, round(reason.share, 2)) for reason in reasons] == [
        (date(2026, 10, 22), -5, 4.14),
        (date(2026, 11, 12), -3, 2.84),
        (date(2026, 6, 18), 6, 2.77),
        (date(2026, 9, 24), -3, 2.10),
        (date(2026, 5, 7), 5, 1.81),
        (date(2026, 7, 2), 3, 1.54),
        (date(2026, 10, 8), -2, 1.51),
        (date(2026, 9, 3), 2, 1.27),
        (date(2026, 5, 28), 3, 1.22),
        (date(2026, 4, 16), 3, 0.97),
        (date(2026, 11, 4), 1, 0.90),
        (date(2026, 3, 12), 3, 0.84),
    ]


def test_every_figure_of_the_drawn_example_comes_out() -> None:
    found = assess(ANNEKE, TODAY, impact="high")
    assert found.label == "fence_sitter"
    assert (round(found.for_, 2), round(found.against, 2)) == (11.31, 10.60)
    assert (round(found.stance, 2), round(found.low, 2), round(found.high, 2)) == (
        0.03,
        -0.39,
        0.45,
    )
    assert round(found.evidence, 1) == 21.9
    assert found.confidence == "low"
    assert round(found.energy, 1) == 1.8
    assert not found.active
    assert round(found.probability, 2) == 0.53
    assert round(found.recent.z, 1) == -1.9
    assert found.trend == "cooling"
    assert found.last_contact == date(2026, 11, 4)
    assert found.unknown_on is not None
    assert (found.unknown_on - TODAY).days // 30 == 12


def test_the_drawn_alarm_names_the_deeds() -> None:
    alarm = assess(ANNEKE, TODAY, impact="high").alarm
    assert alarm is not None
    assert (alarm.kind, alarm.since) == ("cooling", date(2026, 10, 22))
    assert alarm.slide_from == date(2026, 9, 24)
    assert alarm.text == (
        "Cooling since 22 Oct. In the last weeks 3.3 for and 8.6 against; usually 92% for. "
        "Against: 24 Sep cancelled late (-3); 8 Oct kept, but late (-2); "
        "22 Oct no answer, beyond the usual wait (-5); 12 Nov sent somebody junior instead (-3)."
    )


def test_the_drawn_history_of_labels_comes_out() -> None:
    found = assess(ANNEKE, TODAY, impact="high")
    assert [(move.on, move.label) for move in found.moves] == [
        (date(2026, 6, 18), "partner"),
        (date(2026, 10, 11), "quiet_supporter"),
        (date(2026, 10, 22), "fence_sitter"),
    ]
    assert found.since == date(2026, 10, 22)
    assert found.before == "quiet_supporter"


def test_the_drawn_position_reads_as_sentences() -> None:
    found = assess(ANNEKE, TODAY, impact="high")
    assert stance_sentence(found) == (
        "Stance in between (+.03): 11.3 points for, 10.6 against over the last 8 months; "
        "low confidence."
    )
    assert drift_sentence(found) == ("In the last weeks 2.7 for and 7.6 against; usually 76% for.")
    assert found.reasons[0].text == (
        "22 Oct no answer, beyond the usual wait: 5 points against, counts 4.1 today "
        "(17% faded by time and newer behaviour)."
    )
