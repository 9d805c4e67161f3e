"""The day on which a stored position stops being true by itself is exact."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from staketerm.domain.assessment import Assessment
from staketerm.domain.position import assess
from staketerm.domain.signals import Record
from tests.histories import absences, after, histories


def words(found: Assessment) -> tuple[object, ...]:
    """Everything the cache stores that is not a number."""
    return (
        found.label,
        found.trend,
        found.alarm,
        found.confidence,
        found.active,
        found.known,
        found.says_does_gap,
        found.blocking,
    )


def first_change(
    records: list[Record], as_of: date, away: list[tuple[date, date]], until: date
) -> date | None:
    """The first day up to `until` on which looking every day finds another word."""
    now = assess(records, as_of, impact="high", absences=away)
    due = {one.counts_from for one in now.open_questions}
    for ahead in range(1, (until - as_of).days + 1):
        day = as_of + timedelta(days=ahead)
        if day in due or words(assess(records, day, impact="high", absences=away)) != words(now):
            return day
    return None


@settings(max_examples=30)
@given(histories(days=150), st.integers(0, 200).map(after), absences(days=150))
def test_it_is_the_day_that_looking_every_day_would_find(
    records: list[Record], as_of: date, away: list[tuple[date, date]]
) -> None:
    known = [record for record in records if record.day <= as_of]
    lapses_on = assess(records, as_of, impact="high", absences=away).lapses_on
    until = lapses_on or as_of + timedelta(days=900)
    assert first_change(known, as_of, away, until) == lapses_on


def test_nothing_logged_never_lapses() -> None:
    assert assess([], date(2026, 11, 24)).lapses_on is None


def test_an_open_mail_lapses_when_silence_begins_to_count() -> None:
    asked = Record(date(2026, 11, 2), "mail_sent", id="q")
    found = assess([asked], date(2026, 11, 3))
    assert found.lapses_on == date(2026, 11, 13)


def test_an_old_enough_label_lapses_to_unknown() -> None:
    day = date(2026, 1, 1)
    records = [Record(day + timedelta(days=n), "agreement_kept") for n in range(0, 60, 10)]
    found = assess(records, day + timedelta(days=300))
    assert found.label == "quiet_supporter"
    assert found.lapses_on == found.unknown_on
    assert found.unknown_on is not None
    assert assess(records, found.unknown_on).label == "unknown"
    assert assess(records, found.unknown_on - timedelta(days=1)).label == "quiet_supporter"


def test_a_gap_lapses_when_its_sayings_grow_old() -> None:
    day = date(2026, 1, 1)
    deeds = [Record(day + timedelta(days=100 + n), "obstructed") for n in range(0, 12, 3)]
    sayings = [Record(day + timedelta(days=n), "said_support") for n in (0, 1, 105)]
    found = assess(deeds + sayings, day + timedelta(days=170))
    assert found.says_does_gap == "says_yes_does_no"
    assert found.lapses_on is not None
    assert found.lapses_on <= day + timedelta(days=180)
    assert assess(deeds + sayings, day + timedelta(days=179)).says_does_gap is not None
    assert assess(deeds + sayings, day + timedelta(days=180)).says_does_gap is None
