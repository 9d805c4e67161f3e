"""The time slider says of any day what a fresh assessment of that day says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staketerm.domain.course import NOTHING_READ, Course, Fades
from staketerm.domain.label import StanceClass
from staketerm.domain.position import assess
from staketerm.domain.seam import current_level, level_of
from staketerm.domain.signals import Record
from tests.histories import absences, after, histories


@given(
    histories(),
    absences(),
    st.lists(st.integers(-30, 700), min_size=1, max_size=12),
    st.sampled_from([None, "low", "high"]),
)
def test_a_course_read_on_any_day_is_the_assessment_of_that_day(records, away, days, impact):
    until = after(700)
    course = Course(records, until, impact=impact, absences=away)
    fades = Fades()
    for ago in days:
        day = after(ago)
        fresh = assess(records, day, impact=impact, absences=away)
        read = course.on(day, fades)
        assert (read.label, read.active, read.side) == (
            fresh.label,
            fresh.active,
            fresh.stance_class,
        )
        assert (read.stance, read.low, read.high, read.evidence, read.energy) == pytest.approx(
            (fresh.stance, fresh.low, fresh.high, fresh.evidence, fresh.energy)
        )
        assert level_of(read.side, course.championing_on(day.toordinal())) == current_level(fresh)


def test_before_a_late_answer_the_silence_still_counts():
    asked = Record(after(0), "mail_sent", id="m")
    answered = Record(after(40), "mail_answered", re="m")
    course, fades = Course([asked, answered], after(60)), Fades()
    assert course.on(after(39), fades).stance < 0 < course.on(after(40), fades).stance
    assert course.on(after(1), fades) == NOTHING_READ


def test_a_course_begins_with_the_first_thing_known():
    assert Course([], after(10)).begins is None
    assert Course([Record(after(3), "agreement_kept")], after(10)).begins == after(3)


def test_promises_of_the_last_two_years_tell_how_far_to_trust():
    records = [
        Record(after(0), "agreement_broken"),
        Record(after(700), "agreement_kept"),
        Record(after(710), "agreement_late"),
        Record(after(720), "agreement_kept"),
    ]
    course = Course(records, after(800))
    day = after(729)
    assert course.trust_on(day.toordinal(), None)[:3] == (2, 1, 1)
    assert course.trust_on(day.toordinal() + 1, None)[:3] == (2, 1, 0)
    assert course.trust_on(after(705).toordinal(), None)[:3] == (1, 0, 1)


def test_words_and_deeds_are_compared_where_both_point_one_way():
    words = [Record(after(day), "said_support") for day in (0, 5, 10)]
    course = Course(words, after(300))

    def borne_out(day: int, side: StanceClass) -> bool | None:
        return course.trust_on(after(day).toordinal(), side).borne_out

    assert borne_out(10, StanceClass.SUPPORTIVE) is True
    assert borne_out(10, StanceClass.OPPOSING) is False
    assert borne_out(10, StanceClass.IN_BETWEEN) is None
    assert borne_out(9, StanceClass.SUPPORTIVE) is None, "two sayings are too few"
    assert borne_out(185, StanceClass.SUPPORTIVE) is None, "sayings grow old"
