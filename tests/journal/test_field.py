"""The field of a project on any day, and the courses a slider reads."""

from datetime import date, timedelta

import pytest

from staketerm.domain.maps.trust import TrustLevel
from staketerm.domain.seam import Seam
from staketerm.journal.capture import log_signal
from staketerm.journal.opening import Journal
from staketerm.journal.positions.field import Courses, field, whole_field
from staketerm.journal.positions.review import why
from staketerm.journal.projects import add_project
from staketerm.journal.requests import AddStakeholder, LogSignal
from staketerm.journal.stakeholders.people import add_stakeholder, find, find_project
from staketerm.store.records import Setting


def ago(journal: Journal, days: int) -> date:
    """The day so many days before today."""
    return journal.today - timedelta(days=days)


@pytest.fixture
def peopled(journal: Journal) -> Journal:
    """Three people, one of whom championed the project and kept what they promised."""
    for known in (
        AddStakeholder(name="Ada Lens", power=5, interest=4, impact="high"),
        AddStakeholder(name="Ben Kok", power=2),
        AddStakeholder(name="Cid Vos"),
    ):
        add_stakeholder(journal, known)
    for name, acts in {
        "Ada Lens": (
            (90, "agreement_kept"),
            (60, "agreement_kept"),
            (50, "defended_project"),
            (40, "brought_others"),
            (10, "agreement_kept"),
        ),
        "Ben Kok": ((300, "obstructed"), (250, "open_opposition"), (5, "agenda_changed")),
    }.items():
        who = find(journal, name).key
        for days, kind in acts:
            log_signal(journal, LogSignal(stakeholder=who, kind=kind, day=ago(journal, days)))
    return journal


def test_the_field_of_today_holds_everybody_with_what_was_set_of_them(peopled: Journal):
    found = field(peopled)
    assert [point.who.name for point in found.points] == ["Ada Lens", "Ben Kok", "Cid Vos"]
    ada = found.points[0]
    assert (ada.who.power, ada.who.interest, ada.who.impact) == (5, 4, "high")
    assert (ada.now.label, ada.level) == ("partner", Seam.SUPPORTIVE)
    assert found.total == 3


def test_a_filter_narrows_it_and_the_total_stays(peopled: Journal):
    found = field(peopled, filter="impact:high")
    assert [point.who.name for point in found.points] == ["Ada Lens"]
    assert (found.total, found.filter) == (3, "impact:high")


def test_courses_tell_engagement_and_trust(peopled: Journal):
    ada, ben, cid = whole_field(peopled).points
    assert (ada.level, ada.trust.level) == (Seam.LEADING, TrustLevel.HIGH)
    assert (ben.level, ben.trust.level) == (Seam.RESISTANT, None)
    assert (cid.level, cid.trust.observations) == (None, 0)


@pytest.mark.parametrize("days", [0, 7, 45, 85, 260, 400])
def test_courses_say_of_a_day_what_why_says(peopled: Journal, days: int):
    day = ago(peopled, days)
    for point in whole_field(peopled, as_of=day).points:
        told = why(peopled, point.who.id, point.who.project, day).assessment
        assert (point.now.label, point.now.active) == (told.label, told.active)
        assert (point.now.stance, point.now.energy) == pytest.approx((told.stance, told.energy))


def test_rows_of_the_cache_and_of_the_courses_agree(peopled: Journal):
    shown, read = field(peopled).points, whole_field(peopled).points
    for one, other in zip(shown, read, strict=True):
        assert one.who == other.who
        assert one.now.label == other.now.label
        assert one.now[1:6] == pytest.approx(other.now[1:6])


def test_a_course_that_is_not_loaded_is_left_out(peopled: Journal):
    found = field(peopled)
    courses = Courses.of(peopled, peopled.today)
    courses.load(peopled, found.people[:1])
    assert [point.who.name for point in courses.points(found.people, peopled.today)] == ["Ada Lens"]
    assert [courses.knows(who) for who in found.people] == [True, False, False]


def test_a_path_is_where_somebody_stood_week_by_week(peopled: Journal):
    found = field(peopled)
    courses = Courses.of(peopled, peopled.today)
    courses.load(peopled, found.people)
    days = [ago(peopled, days) for days in (95, 70, 0)]
    path = courses.path(found.people[0], days)
    assert [point.now.label for point in path] == ["unknown", "unknown", "partner"]


def test_people_of_a_project_without_scoring_are_on_no_map(peopled: Journal):
    add_project(peopled, "Own circle", personal=True)
    own = find_project(peopled, "Own circle").id
    add_stakeholder(peopled, AddStakeholder(name="Dot Friend", project=own))
    assert not field(peopled, project=own).points
    found = field(peopled)
    assert "Dot Friend" not in [point.who.name for point in found.points]
    assert found.total == 3


def test_courses_hold_for_the_days_of_one_model(peopled: Journal):
    changed = ago(peopled, 30)
    with peopled.write("edit") as writing:
        value = {"for": 0.5, "against": 1.0}
        writing.put(Setting(id=writing.new_id(), name="correction", day=changed, value=value))
    before = Courses.of(peopled, ago(peopled, 31))
    after = Courses.of(peopled, peopled.today)
    assert (before.last, after.first) == (ago(peopled, 31), changed)
    assert before.covers(ago(peopled, 300))
    assert not after.covers(ago(peopled, 31))
