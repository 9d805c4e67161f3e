"""How often to be in touch, days off and brakes are set in words, and what cannot be is refused."""

from datetime import date

import pytest

from staketerm.domain.cadence import NO_RHYTHM, Rhythm
from staketerm.domain.errors import NotFound, UsageError
from staketerm.domain.rhythm_words import said
from staketerm.journal.history import undo
from staketerm.journal.nurture.decisions import due
from staketerm.journal.nurture.rhythms import (
    Holiday,
    add_holiday,
    drop_holiday,
    holidays,
    rhythm_of,
    rhythms_set,
    set_brakes,
    set_rhythm,
)
from staketerm.journal.requests import SetBrakes, SetRhythm
from staketerm.journal.stakeholders.people import tag
from tests.journal.conftest import log

TODAY = date(2026, 11, 24)


def own(journal, who, **given) -> Rhythm:
    """Set somebody's rhythm; what counts then."""
    set_rhythm(journal, SetRhythm(stakeholder=who, **given))
    return rhythm_of(journal, who).rhythm


def test_without_a_word_position_and_impact_give_the_rhythm(journal, ada):
    found = rhythm_of(journal, ada)
    assert (found.origin, found.rhythm) == ("position", Rhythm(None, 21, 30))


def test_days_of_ones_own_go_first(journal, ada):
    assert own(journal, ada, ideal_days=7, latest_days=10) == Rhythm("periodic", 7, 10)
    assert rhythm_of(journal, ada).origin == "person"
    assert own(journal, ada, latest_days=14) == Rhythm("periodic", 7, 14), "what is not given stays"


def test_a_rule_in_words_takes_the_place_of_days_and_days_that_of_a_rule(journal, ada):
    own(journal, ada, latest_days=10)
    by_rule = own(journal, ada, rule="every second monday")
    assert by_rule.recurrence == "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"
    assert rhythm_of(journal, ada).own.latest_days is None
    assert said(by_rule) == "every 2 weeks on Mon"
    assert own(journal, ada, latest_days=10).recurrence is None


def test_somebody_can_be_left_to_come_as_it_comes(journal, ada):
    log(journal, ada, "contact", "2026-01-05")
    assert any(act.proposal.kind == "check_in" for act in due(journal).acts)
    assert said(own(journal, ada, style="ambient")) == "as it comes"
    assert not any(act.proposal.kind == "check_in" for act in due(journal).acts)
    assert own(journal, ada, latest_days=60).style == "periodic", "days are those of a rhythm"


def test_clearing_gives_it_back_to_position_and_impact(journal, ada):
    own(journal, ada, rule="end of month")
    assert own(journal, ada, clear=True) == Rhythm(None, 21, 30)
    assert rhythm_of(journal, ada).own == NO_RHYTHM


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"ideal_days": 40, "latest_days": 30}, "40 days is later than the latest, 30 days"),
        ({"rule": "every now and then"}, "is no rhythm"),
        ({"rule": "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"}, "never happens"),
        ({"rule": "every week", "latest_days": 3}, "not both"),
        ({"style": "ambient", "latest_days": 3}, "Only a periodic"),
        ({"style": "sometimes"}, "style"),
        ({"latest_days": 0}, "latest days"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(journal, ada, given, why):
    with pytest.raises(UsageError, match=why):
        own(journal, ada, **given)
    assert rhythm_of(journal, ada).own == NO_RHYTHM


def test_an_ideal_above_the_latest_of_before_is_refused_too(journal, ada):
    own(journal, ada, latest_days=10)
    with pytest.raises(UsageError, match="later than the latest"):
        own(journal, ada, ideal_days=20)


def test_a_tag_and_a_project_have_rhythms_for_those_without_one(journal, ada):
    project = journal.default_project().id
    set_rhythm(journal, SetRhythm(project=project, latest_days=50))
    assert (rhythm_of(journal, ada).origin, rhythm_of(journal, ada).rhythm.latest_days) == (
        "project",
        50,
    )
    tag(journal, [ada], add="VIP")
    receipt = set_rhythm(journal, SetRhythm(tag="Vip", latest_days=14))
    assert not receipt.notes
    found = rhythm_of(journal, ada)
    assert (found.origin, found.tag, found.rhythm.latest_days) == ("tag", "vip", 14)
    own(journal, ada, latest_days=9)
    assert rhythm_of(journal, ada).origin == "person"
    set_rhythm(journal, SetRhythm(tag="vip", clear=True))
    assert "vip" not in rhythms_set(journal).tags


def test_a_tag_that_nobody_has_is_said_so(journal, ada):
    receipt = set_rhythm(journal, SetRhythm(tag="later", latest_days=14))
    assert receipt.notes == ("Nobody has the tag later yet.",)


def test_a_rhythm_belongs_to_somebody(journal):
    with pytest.raises(UsageError, match="whose rhythm"):
        set_rhythm(journal, SetRhythm(latest_days=3))
    with pytest.raises(NotFound):
        rhythm_of(journal, "0190d6ad-0000-7000-8000-000000000000")


def test_undo_takes_a_rhythm_a_day_off_and_a_brake_back(journal, ada):
    set_rhythm(journal, SetRhythm(tag="vip", latest_days=14))
    set_rhythm(journal, SetRhythm(tag="vip", latest_days=7))
    undo(journal)
    assert rhythms_set(journal).tags["vip"].latest_days == 14
    add_holiday(journal, TODAY)
    undo(journal)
    assert not holidays(journal)
    set_brakes(journal, SetBrakes(pressure_cap=1))
    undo(journal)
    assert rhythms_set(journal).pressure_cap == 3


def test_days_off_are_listed_replaced_and_taken_back(journal):
    add_holiday(journal, date(2026, 12, 24), date(2027, 1, 2), "Christmas")
    add_holiday(journal, date(2026, 12, 5))
    add_holiday(journal, date(2026, 12, 24), date(2026, 12, 31))
    assert holidays(journal) == (
        Holiday(date(2026, 12, 5), date(2026, 12, 5)),
        Holiday(date(2026, 12, 24), date(2026, 12, 31), "Christmas"),
    )
    assert rhythms_set(journal).holidays[0] == (date(2026, 12, 5), date(2026, 12, 5))
    drop_holiday(journal, date(2026, 12, 26))
    assert [each.first.day for each in holidays(journal)] == [5]
    with pytest.raises(NotFound, match="is no day off"):
        drop_holiday(journal, date(2026, 12, 26))


@pytest.mark.parametrize(
    ("last", "why"), [(date(2026, 11, 23), "before it begins"), (date(2028, 1, 1), "a year")]
)
def test_impossible_days_off_are_refused(journal, last, why):
    with pytest.raises(UsageError, match=why):
        add_holiday(journal, TODAY, last)


def test_on_days_off_no_check_in_is_ideal(journal, ada):
    log(journal, ada, "contact", "2026-11-20")
    own(journal, ada, ideal_days=10, latest_days=20)
    add_holiday(journal, date(2026, 11, 28), date(2026, 12, 4))
    planned = due(journal)
    acts = (*planned.acts, *planned.coming)
    (check_in,) = [act.proposal for act in acts if act.proposal.kind == "check_in"]
    assert check_in.ideal == date(2026, 12, 5)


def test_brakes_keep_what_is_not_given(journal):
    set_brakes(journal, SetBrakes(pressure_cap=2, working_days_only=True))
    set_brakes(journal, SetBrakes(week_cap=1))
    known = rhythms_set(journal)
    assert (known.pressure_cap, known.week_cap, known.pressure_days) == (2, 1, 30)
    assert known.working_days_only


@pytest.mark.parametrize("given", [{"pressure_cap": 0}, {"pressure_days": 0}, {"week_cap": -1}])
def test_a_brake_that_lets_nobody_through_is_refused(journal, given):
    with pytest.raises(UsageError, match=next(iter(given)).replace("_", " ")):
        set_brakes(journal, SetBrakes(**given))
