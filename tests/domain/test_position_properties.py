"""What holds for every history: the position is a plain consequence of the deeds up to the day."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from staketerm.domain.catalogue import CATALOGUE
from staketerm.domain.habits import Correction
from staketerm.domain.position import assess, history
from staketerm.domain.signals import Record
from tests.histories import ACTS, absences, after, histories
from tests.plain_model import plain

DAYS = st.integers(0, 700).map(after)


@settings(max_examples=40)
@given(histories(days=200, most=9), st.integers(0, 320).map(after), absences(days=200))
def test_it_is_what_the_specification_says_word_for_word(
    records: list[Record], as_of: date, away: list[tuple[date, date]]
) -> None:
    found, expected = assess(records, as_of, absences=away), plain(records, as_of, away)
    assert found.for_ == pytest.approx(expected.for_, abs=1e-9)
    assert found.against == pytest.approx(expected.against, abs=1e-9)
    assert found.energy == pytest.approx(expected.energy, abs=1e-9)
    assert found.recent.z == pytest.approx(expected.z, abs=1e-9)
    assert found.known == expected.known
    assert found.active == expected.active
    assert found.stance_class == (expected.side if expected.known else None)
    assert (found.alarm and (found.alarm.kind, found.alarm.since)) == expected.alarm


@given(histories(), DAYS, st.randoms(use_true_random=False), absences())
def test_the_order_of_entry_does_not_matter(
    records: list[Record], as_of: date, random, away: list[tuple[date, date]]
) -> None:
    shuffled = list(records)
    random.shuffle(shuffled)
    assert assess(shuffled, as_of, absences=away) == assess(records, as_of, absences=away)
    assert assess(shuffled, as_of).reasons == assess(records, as_of).reasons


@given(histories(), DAYS)
def test_what_is_dated_later_does_not_exist_yet(records: list[Record], as_of: date) -> None:
    so_far = [record for record in records if record.day <= as_of]
    assert assess(records, as_of) == assess(so_far, as_of)


@given(histories(), histories(), DAYS)
def test_the_future_never_rewrites_what_was_said(
    records: list[Record], more: list[Record], as_of: date
) -> None:
    ahead = as_of - after(0) + timedelta(days=1)
    later = [record._replace(day=record.day + ahead) for record in more]
    assert assess(records + later, as_of) == assess(records, as_of)


@given(histories(), DAYS, st.integers(0, 700).map(after), st.sampled_from(ACTS))
def test_one_more_act_for_never_lowers_the_stance_nor_one_against_raises_it(
    records: list[Record], as_of: date, day: date, kind: str
) -> None:
    before = assess(records, as_of).stance
    now = assess([*records, Record(day, kind)], as_of).stance
    if CATALOGUE[kind].points >= 0:
        assert now >= before - 1e-12
    if CATALOGUE[kind].points <= 0:
        assert now <= before + 1e-12


@given(histories(most=40), DAYS)
def test_memory_is_bounded_and_the_shares_add_up(records: list[Record], as_of: date) -> None:
    found = assess(records, as_of)
    assert found.evidence <= 70 + 1e-9
    assert -1 <= found.low <= found.stance <= found.high <= 1
    assert 0 <= found.probability <= 1
    assert sum(reason.share for reason in found.reasons) == pytest.approx(found.evidence, abs=1e-9)
    for side, total in ((1, found.for_), (-1, found.against)):
        shares = [reason.share for reason in found.reasons if reason.points * side > 0]
        assert sum(shares) == pytest.approx(total, abs=1e-9)
    assert all(reason.share >= 0 for reason in found.reasons)
    strongest_first = [reason.share for reason in found.reasons]
    assert strongest_first == sorted(strongest_first, reverse=True)


@given(histories(), DAYS, st.floats(0.1, 1), st.floats(0.1, 1))
def test_a_correction_weighs_the_points_of_either_side(
    records: list[Record], as_of: date, for_: float, against: float
) -> None:
    found = assess(records, as_of, correction=Correction(for_, against))
    as_logged = sorted((one.on, one.kind, one.points) for one in assess(records, as_of).reasons)
    assert sorted((one.on, one.kind, one.points) for one in found.reasons) == [
        (on, kind, points * (for_ if points > 0 else against)) for on, kind, points in as_logged
    ]
    assert sum(reason.share for reason in found.reasons) == pytest.approx(found.evidence, abs=1e-9)


@given(histories(), st.lists(DAYS, max_size=12), absences())
def test_history_says_of_every_day_what_an_assessment_of_that_day_says(
    records: list[Record], days: list[date], away: list[tuple[date, date]]
) -> None:
    glimpses = history(records, days, impact="high", absences=away)
    assert [glimpse.day for glimpse in glimpses] == days
    for glimpse in glimpses:
        found = assess(records, glimpse.day, impact="high", absences=away)
        assert glimpse.label == found.label
        for name in ("stance", "low", "high", "energy", "evidence"):
            assert getattr(glimpse, name) == pytest.approx(getattr(found, name), abs=1e-12)


@settings(max_examples=50)
@given(histories(), DAYS)
def test_the_moves_are_the_changes_one_would_have_seen_day_by_day(
    records: list[Record], as_of: date
) -> None:
    acts = [record for record in records if not record.id and not record.re]
    days = [after(n) for n in range((as_of - after(0)).days + 1)]
    changes: list[tuple[date, str]] = []
    for glimpse in history(acts, days, impact="medium"):
        if glimpse.label != (changes[-1][1] if changes else "unknown"):
            changes.append((glimpse.day, glimpse.label))
    found = assess(acts, as_of, impact="medium")
    assert [(move.on, move.label) for move in found.moves] == changes
    assert found.since == (changes[-1][0] if changes else None)
