"""The list of alarms agrees with what was shown on every day, and tells when each ended."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from staketerm.domain.alarms import alarms
from staketerm.domain.drift import AlarmKind
from staketerm.domain.position import assess
from staketerm.domain.signals import Record

START = date(2026, 1, 1)
KINDS = ("provided_resources", "agreement_kept", "obstructed", "no_show", "open_opposition")


def on(day: int, kind: str) -> Record:
    return Record(START + timedelta(days=day), kind, id=f"{day} {kind}")


FRIENDLY = [on(day, "agreement_kept") for day in range(0, 200, 10)]
BREAK = [on(210, "no_show"), on(214, "agreement_broken"), on(218, "obstructed")]


def test_somebody_who_turns_away_raises_an_alarm_that_ends_once_the_pace_is_usual_again():
    day = START + timedelta(days=600)
    (cooling, *_rest) = alarms(FRIENDLY + BREAK, day)
    assert cooling.kind is AlarmKind.COOLING
    assert cooling.since == START + timedelta(days=214)
    assert cooling.ended is not None
    before = cooling.ended - timedelta(days=1)
    assert assess(FRIENDLY + BREAK, before).alarm is not None
    assert assess(FRIENDLY + BREAK, day).alarm is None


def test_an_alarm_that_stands_has_no_end_and_the_assessment_has_the_deeds_that_raised_it():
    day = START + timedelta(days=220)
    told = assess(FRIENDLY + BREAK, day)
    last = alarms(FRIENDLY + BREAK, day)[-1]
    assert told.alarm is not None
    assert told.alarm_ended is None
    assert (last.kind, last.since, last.ended) == (told.alarm.kind, told.alarm.since, None)
    kinds = [deed.kind for deed in told.alarm.deeds]
    assert set(kinds) <= {"no_show", "agreement_broken", "obstructed"}
    assert all(deed.label in told.alarm.text for deed in told.alarm.deeds)


@given(
    st.lists(st.tuples(st.integers(0, 400), st.sampled_from(KINDS)), max_size=25),
    st.integers(0, 500),
)
def test_the_list_shows_on_each_day_what_the_assessment_shows(acts, seen):
    records = FRIENDLY + [on(day, kind) for day, kind in acts]
    day = START + timedelta(days=seen)
    shown = assess(records, day).alarm
    open_ = [spell for spell in alarms(records, day) if spell.ended is None]
    assert len(open_) <= 1
    assert [(spell.kind, spell.since) for spell in open_] == (
        [(shown.kind, shown.since)] if shown else []
    )
    ended = assess(records, day).alarm_ended
    ends = [spell.ended for spell in alarms(records, day) if spell.ended is not None]
    assert (ended is None) == (shown is not None or not ends)


@given(st.lists(st.tuples(st.integers(0, 300), st.sampled_from(KINDS)), max_size=20))
def test_an_alarm_of_the_list_was_shown_from_its_first_day_until_its_end(acts):
    records = FRIENDLY + [on(day, kind) for day, kind in acts]
    for spell in alarms(records, START + timedelta(days=500)):
        first = assess(records, spell.since).alarm
        assert first is not None
        assert (first.kind, first.since) == (spell.kind, spell.since)
        if spell.ended is not None:
            after = assess(records, spell.ended).alarm
            assert after is None or after.since == spell.ended
