"""What holds an act back, and says so: nobody is ever pressed (P14, P16, P20)."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from staketerm.domain.nurture import planner
from staketerm.domain.nurture.acts import FALLING_DUE, Act, Decision, is_near
from staketerm.domain.nurture.brakes import contact_days, pressure
from staketerm.domain.nurture.facts import Asked, Part, Promised, Scene, Settings
from tests.nurturing import (
    PROJECT,
    TODAY,
    ago,
    case,
    cases,
    done,
    entry,
    only,
    planned,
    scenes,
)

LONG_AGO: dict[str, Any] = {"last_contact": ago(22)}


def test_whoever_asked_not_to_be_contacted_is_not() -> None:
    ada = case(do_not_contact=True, promises=(Promised("a", "me", "the map", TODAY),), **LONG_AGO)
    found = planned(ada)
    assert only(found, Act.CHECK_IN).brake == "asked not to be contacted"
    assert only(found, Act.AGREEMENT_DUE).brake is None


def test_nobody_is_reached_for_while_they_are_away() -> None:
    ada = case(away=((ago(3), TODAY + timedelta(days=7)),), **LONG_AGO)
    assert planned(ada)[0].brake == "away until Tue 1 Dec"


def test_my_own_days_off_are_days_off() -> None:
    off = Settings(holidays=((ago(1), TODAY + timedelta(days=2)),))
    asked = case(asks=(Asked("q", "mail", "them", ago(3), "when?"),), last_contact=ago(60))
    found = planned(asked, settings=off)
    assert only(found, Act.ASK_OPEN).brake is None
    assert only(found, Act.CHECK_IN).brake == "you are off until Thu 26 Nov"


def test_contacts_are_capped_by_the_week_and_by_the_month() -> None:
    twice = case(decisions=(done("thank_you", 2, "a"), done("celebration", 5, "b")), **LONG_AGO)
    assert planned(twice)[0].brake == "2 contacts this week, the cap is 2"
    thrice = case(
        asks=(Asked("q", "mail", "me", ago(28), None, None, ago(27), "answered"),),
        decisions=(done("thank_you", 12, "a"), done("celebration", 9, "b")),
        **LONG_AGO,
    )
    assert planned(thrice)[0].brake == "3 contacts in 30 days, the cap is 3"
    assert planned(thrice, settings=Settings(pressure_cap=4))[0].brake is None


def test_two_projects_that_want_the_same_person_take_turns() -> None:
    risk = entry("risk", 1)
    here = case(**LONG_AGO)
    there = case(project="bridge", parts=(Part(risk, "helper"),))
    found = planner.plan([here, there], {}, Settings(), TODAY, 14)
    free = [each for each in found if each.brake is None]
    assert [each.project for each in free] == ["bridge"]
    assert only(found, Act.CHECK_IN).brake == "first the risk alert"


def test_after_an_act_the_person_has_the_rest_of_the_day() -> None:
    ada = case(decisions=(done("thank_you", 0, "a"),), **LONG_AGO)
    assert planned(ada)[0].brake == "you were in touch today; one act a day"


@pytest.mark.parametrize(
    ("state", "until", "brake"),
    [
        ("done", None, None),
        ("skipped", None, None),
        ("snoozed", ago(-7), "tell first what came of the last advice"),
    ],
)
def test_advice_is_asked_again_once_the_loop_is_closed_or_need_not_be(state, until, brake) -> None:
    plan = entry("plan", 3, "Street 2 starts.")
    ada = case(
        "critic",
        asks=(Asked("q", "advice", "me", ago(60), "the draft", None, ago(50), "given"),),
        parts=(Part(plan, "contributor"),),
        decisions=(Decision("loop_closing", "q", state, ago(2), until),),
    )
    found = planned(ada, scene=Scene(plans=(plan,)))
    assert only(found, Act.ADVICE_REQUEST).brake == brake


@pytest.mark.parametrize(("within", "many"), [(7, 2), (30, 3)])
def test_pressure_counts_the_days_on_which_i_reached_out(within: int, many: int) -> None:
    ada = case(
        asks=(
            Asked("q", "mail", "me", ago(2)),
            Asked("r", "mail", "them", ago(3)),
            Asked("s", "mail", "me", ago(20)),
        ),
        decisions=(done("thank_you", 2, "a"), done("check_in", 6, "b"), done("ask_open", 5, "c")),
    )
    assert pressure(contact_days([ada]), TODAY, within) == many


everything = st.tuples(
    st.lists(cases("Ada"), min_size=1, max_size=1),
    st.lists(cases("Bo"), max_size=1),
    st.lists(cases("Ada", "bridge"), max_size=1),
).map(lambda lists: [one for part in lists for one in part])


@settings(max_examples=25)
@given(people=everything, scene=scenes(), data=st.data())
def test_the_plan_does_not_depend_on_the_order_of_the_facts(people, scene, data) -> None:
    given_scenes = {PROJECT: scene, "bridge": scene}
    once = planner.plan(people, given_scenes, Settings(), TODAY, 14)
    shuffled = data.draw(st.permutations(people))
    assert planner.plan(shuffled, given_scenes, Settings(), TODAY, 14) == once


@settings(max_examples=25)
@given(people=everything, scene=scenes())
def test_no_brake_is_ever_passed(people, scene) -> None:
    found = planner.plan(people, {PROJECT: scene, "bridge": scene}, Settings(), TODAY, 14)
    by_pair = {(one.party.stakeholder, one.party.project): one for one in people}
    free = [
        each
        for each in found
        if each.brake is None and each.ideal <= TODAY and each.kind not in FALLING_DUE
    ]
    assert len({each.stakeholder for each in free}) == len(free)  # one act a day for one person
    for each in free:
        theirs = by_pair[each.stakeholder, each.project]
        reached = contact_days([one for one in people if one.party.stakeholder == each.stakeholder])
        assert not theirs.party.do_not_contact
        assert pressure(reached, TODAY, 7) < 2
        assert pressure(reached, TODAY, 30) < 3
        assert not any(first <= TODAY <= last for first, last in theirs.away)
        if each.kind == Act.AMBASSADOR_REQUEST:
            consent = theirs.consent
            assert consent is not None
            assert consent.state == "granted"
            assert consent.until is None or consent.until >= TODAY
        put_off = [
            decided
            for one in people
            if one.party.stakeholder == each.stakeholder
            for decided in one.decisions
            if decided.on == TODAY and decided.state != "done" and decided.kind not in FALLING_DUE
        ]
        if put_off:
            assert each.kind == Act.RISK_ALERT
            assert is_near(each.latest, TODAY)
        if theirs.party.valued_critic:
            assert each.kind != Act.VISIBLE_DEED
            assert each.kind != Act.PRIVATE_TALK or theirs.party.alarm


@settings(max_examples=25)
@given(people=everything, scene=scenes())
def test_every_proposal_says_why_and_has_a_window(people, scene) -> None:
    found = planner.plan(people, {PROJECT: scene, "bridge": scene}, Settings(), TODAY, 14)
    assert len({each.id for each in found}) == len(found)
    for each in found:
        assert each.reason.strip()
        assert each.ideal <= each.latest
        assert each.priority > 0
        assert each.brake != ""
