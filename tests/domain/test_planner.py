"""The right small act, for the right person, at the right time (P12 to P27)."""

from datetime import date, timedelta

import pytest

from staketerm.domain.nurture.acts import Act, Decision, todays
from staketerm.domain.nurture.facts import (
    Asked,
    Consented,
    Deed,
    Part,
    Party,
    Promised,
    Reached,
    Scene,
)
from tests.nurturing import PROJECT, TODAY, ago, case, done, entry, kinds, only, planned

ZOE = Party("zoe", PROJECT, "Zoe", impact="high", label="fence_sitter")
NEWS = Scene(told=(entry("decision", 20), entry("success", 5), entry("success", 3)))


# keeping in touch


def test_a_partner_is_never_taken_for_granted() -> None:
    found = only(planned(case("partner", last_contact=ago(25))), Act.CHECK_IN)
    assert (found.ideal, found.latest) == (ago(5), TODAY + timedelta(days=3))
    assert found.reason == "25 days since you and Ada were last in touch."


def test_with_something_to_tell_a_bare_check_in_is_not_needed() -> None:
    assert kinds(planned(case("partner", last_contact=ago(25)), scene=NEWS)) == {"status_update"}


def test_an_update_that_is_snoozed_does_not_come_back_as_a_check_in() -> None:
    def open_on(days: int) -> set[str]:
        snoozed = Decision("status_update", ago(25).isoformat(), "snoozed", TODAY, ago(-3))
        partner = case("partner", last_contact=ago(25), decisions=(snoozed,))
        found = planned(partner, scene=NEWS, today=ago(-days))
        return kinds([each for each in found if each.brake is None])

    assert [open_on(days) for days in (0, 2, 3)] == [set(), set(), {"status_update"}]


def test_a_private_journal_has_rhythms_and_promises_and_nothing_else() -> None:
    friend = case(
        "unknown",
        personal=True,
        last_contact=ago(40),
        deeds=(Deed("s", "provided_resources", ago(1), "gave money", 7),),
        promises=(Promised("a", "me", "the photo", TODAY),),
    )
    assert kinds(planned(friend, scene=NEWS)) == {"check_in", "agreement_due"}


# updates


def test_an_update_counts_what_happened_since_the_last_one() -> None:
    ada = case("supporter", last_contact=ago(40), decisions=(done("status_update", 30),))
    found = only(planned(ada, scene=NEWS), Act.STATUS_UPDATE)
    assert found.reason == "30 days since the last update; since then 2 successes and 1 decision."
    assert found.occasion == ago(30).isoformat()
    assert set(found.rests) == {"entry:success-5", "entry:success-3", "entry:decision-20"}


def test_without_news_there_is_no_update() -> None:
    ada = case("supporter", last_contact=ago(40))
    assert kinds(planned(ada, scene=Scene())) == {"check_in"}


def test_updates_are_for_those_who_work_or_think_along() -> None:
    for label in ("fence_sitter", "quiet_opponent", "opponent", "unknown"):
        assert "status_update" not in kinds(planned(case(label, last_contact=ago(50)), scene=NEWS))


def test_a_talk_of_yesterday_is_better_than_an_update() -> None:
    assert not planned(case("partner", last_contact=ago(1)), scene=NEWS)


def test_after_three_extra_updates_comes_the_question_whether_they_are_of_use() -> None:
    sent = tuple(done("status_update", days, ago(days + 30).isoformat()) for days in (90, 60, 30))
    found = planned(case("partner", last_contact=ago(29), decisions=sent), scene=NEWS)
    assert only(found, Act.USEFULNESS_CHECK).reason == (
        "3 extra updates since you last asked Ada whether they are of use."
    )
    assert only(found, Act.STATUS_UPDATE).brake == "ask first whether the updates are of use"


@pytest.mark.parametrize(
    ("answer", "after", "brake"),
    [("useful", 28, None), ("less", 56, None), ("no", 28, "wants no extra updates since")],
)
def test_less_halves_the_updates_and_no_stops_them(
    answer: str, after: int, brake: str | None
) -> None:
    decisions = (
        done("status_update", 40, ago(70).isoformat()),
        done("usefulness_check", 35, ago(40).isoformat(), answer),
    )
    ada = case("partner", last_contact=ago(40), decisions=decisions)
    found = only(planned(ada, scene=NEWS, horizon=60), Act.STATUS_UPDATE)
    assert found.latest == ago(40) + timedelta(days=after)
    assert (found.brake or "").startswith(brake or "")
    assert bool(found.brake) is bool(brake)


# risks, successes, thanks


def test_a_risk_is_told_to_those_who_can_help_and_to_nobody_else() -> None:
    risk = entry("risk", 1, "The survey may slip.", due=TODAY + timedelta(days=9))
    can = case(name="Daan", parts=(Part(risk, "helper", "a second crew"),))
    suffers = case(name="Eva", parts=(Part(risk, "affected"),))
    found = only(planned(can, suffers), Act.RISK_ALERT)
    assert found.stakeholder == "daan"
    assert found.reason == "The survey may slip. Daan can help: a second crew."
    assert found.latest == ago(1) + timedelta(days=3)


def test_a_risk_that_can_no_longer_be_avoided_is_not_alerted() -> None:
    risk = entry("risk", 10, due=ago(1))
    assert not planned(case(parts=(Part(risk, "helper"),)))


def test_a_success_is_celebrated_with_each_who_made_it_until_they_are_thanked() -> None:
    success = entry("success", 4, "Done a day early.", id="early")
    marek = case(parts=(Part(success, "contributor", "His crew did it."),), name="Marek")
    found = only(planned(marek), Act.CELEBRATION)
    assert found.reason == (
        "Done a day early. His crew did it. Marek has not been thanked for it yet."
    )
    thanked = case(
        parts=(Part(success, "contributor"),), decisions=(done("celebration", 1, "early"),)
    )
    assert not planned(thanked)


def test_a_reason_is_made_of_sentences_however_short_things_were_noted() -> None:
    success = entry("success", 4, "pier poured", id="early")
    marek = case(parts=(Part(success, "contributor", "his crew did it"),), name="Marek")
    assert only(planned(marek), Act.CELEBRATION).reason == (
        "Pier poured. His crew did it. Marek has not been thanked for it yet."
    )
    named = entry("success", 4, "iOS version out", id="out")
    found = only(planned(case(parts=(Part(named, "contributor"),))), Act.CELEBRATION)
    assert found.reason.startswith("iOS version out.")


def test_private_progress_is_no_reason_for_an_act() -> None:
    secret = entry("success", 4, private=True)
    risk = entry("risk", 1, private=True)
    ada = case(parts=(Part(secret, "contributor"), Part(risk, "helper")))
    assert not planned(ada)


def test_the_strongest_deed_since_the_last_thanks_is_thanked_for() -> None:
    deeds = (
        Deed("a", "shared_information", ago(3), "offered information", 4),
        Deed("b", "defended_project", ago(5), "stood up for the project", 9, "In the council."),
        Deed("c", "brought_others", ago(30), "won others over", 8),
    )
    found = only(planned(case("critic", deeds=deeds)), Act.THANK_YOU)
    assert (found.occasion, found.reason) == ("b", "Ada stood up for the project: In the council.")
    assert not planned(case("critic", deeds=deeds, decisions=(done("thank_you", 2),)))


def test_a_celebration_that_is_left_out_does_not_stand_before_thanks_for_another_deed() -> None:
    success = entry("success", 5, "Done a day early.")
    deeds = (Deed("b", "defended_project", ago(3), "stood up for the project", 9.0),)
    ada = case("partner", parts=(Part(success, "contributor"),), deeds=deeds)
    assert kinds(planned(ada)) == {"celebration"}
    skipped = Decision("celebration", success.id, "skipped", ago(1))
    assert kinds(planned(ada._replace(decisions=(skipped,)))) == {"thank_you"}


def test_whoever_gave_advice_hears_what_came_of_it_before_being_asked_again() -> None:
    plan = entry("plan", 3, "Street 2 starts.")
    ada = case(
        "critic",
        asks=(Asked("q", "advice", "me", ago(60), "the draft", None, ago(50), "given"),),
        parts=(Part(plan, "contributor"),),
    )
    found = planned(ada, scene=Scene(plans=(plan,)))
    assert only(found, Act.LOOP_CLOSING).reason == (
        "Ada gave you advice: the draft. Tell what you did with it."
    )
    assert only(found, Act.ADVICE_REQUEST).brake == "tell first what came of the last advice"


# asking


def test_advice_is_asked_on_a_plan_that_somebody_has_a_part_in() -> None:
    plan = entry("plan", 3, "Second draft.", id="draft")
    ada = case("critic", parts=(Part(plan, "contributor", "Her objections improved it."),))
    found = only(planned(ada, scene=Scene(plans=(plan,))), Act.ADVICE_REQUEST)
    assert found.reason == "Second draft. Her objections improved it. What does Ada think of it?"
    assert found.rests == ("entry:draft",)
    other = case("critic", interest=5)
    assert not planned(other, scene=Scene(plans=(plan,)))
    assert planned(other, scene=Scene(plans=(plan,), open_to_all=frozenset(("draft",))))


def test_themes_rotate_and_requests_rest() -> None:
    first, second = entry("plan", 9, id="one"), entry("plan", 3, id="two")
    scene = Scene(plans=(first, second), open_to_all=frozenset(("one", "two")))
    asked = case("partner", interest=5, decisions=(done("advice_request", 50, "two"),))
    assert only(planned(asked, scene=scene), Act.ADVICE_REQUEST).occasion == "one"
    lately = case("partner", interest=5, decisions=(done("advice_request", 30, "two"),))
    found = only(planned(lately, scene=scene, horizon=20), Act.ADVICE_REQUEST)
    assert found.ideal == ago(30) + timedelta(days=45)


def test_no_advice_is_asked_while_an_answer_is_awaited() -> None:
    plan = entry("plan", 3)
    scene = Scene(plans=(plan,), open_to_all=frozenset((plan.id,)))
    waiting = case("partner", interest=5, asks=(Asked("q", "advice", "me", ago(60)),))
    assert not planned(waiting, scene=scene)


# carrying news


SUCCESS = entry("success", 5, "Done a day early.", id="early")
CARRY = Scene(told=(SUCCESS,), audience=(ZOE,))
OWN = (Part(SUCCESS, "contributor"),)
THANKED = (done("celebration", 40, "early"),)


def ambassador(consent: Consented | None, **more):
    ada = case("partner", consent=consent, **{"parts": OWN, "decisions": THANKED, **more})
    return [each for each in planned(ada, scene=CARRY) if each.kind == Act.AMBASSADOR_REQUEST]


def test_without_consent_nobody_carries_anything() -> None:
    (found,) = ambassador(None)
    assert found.brake == "consent is not asked yet"
    assert found.reason == "Ada could tell Zoe about it: Done a day early."


@pytest.mark.parametrize(
    ("consent", "brake"),
    [
        (Consented("asked", ago(3)), "consent was asked on Sat 21 Nov, no answer yet"),
        (Consented("granted", ago(90), until=ago(1)), "consent ended on Mon 23 Nov"),
        (Consented("granted", ago(90), load=0), "carried 0 in three months, agreed is 0"),
        (Consented("granted", ago(90)), None),
    ],
)
def test_consent_has_an_end_and_a_load(consent: Consented, brake: str | None) -> None:
    (found,) = ambassador(consent)
    assert found.brake == brake


@pytest.mark.parametrize("state", ["declined", "withdrawn"])
def test_whoever_said_no_is_not_asked_again(state: str) -> None:
    assert not ambassador(Consented(state, ago(100)))


def test_a_load_that_is_carried_is_carried() -> None:
    two = (done("ambassador_request", 20, "x"), done("ambassador_request", 60, "y"))
    (found,) = ambassador(Consented("granted", ago(90)), decisions=(*THANKED, *two))
    assert found.brake == "carried 2 in three months, agreed is 2"


def test_a_story_needs_somebody_to_tell_it_to_and_something_to_tell() -> None:
    granted = Consented("granted", ago(90))
    alone = case("partner", consent=granted, decisions=THANKED)
    for scene in (Scene(told=(SUCCESS,)), Scene(told=(entry("decision"),), audience=(ZOE,))):
        assert kinds(planned(alone, scene=scene)) <= {"status_update"}


def test_the_question_needs_an_occasion_of_their_own() -> None:
    assert not ambassador(None, parts=())
    invited = (Deed("s", "invited_to_team", ago(30), "invited me", 8),)
    (found,) = ambassador(None, parts=(), deeds=invited)
    assert found.brake == "consent is not asked yet"


def test_somebody_near_is_asked_to_carry_news_to_a_remote_sponsor() -> None:
    yves = Party("yves", PROJECT, "Yves", impact="high", reach="remote")
    scene = Scene(
        told=(entry("decision", 9, "One desk."),), carried_by={"ada": (Reached(yves, 2, 1.0),)}
    )
    found = only(planned(case("supporter"), scene=scene), Act.ROUTE_REQUEST)
    assert found.occasion == "yves"
    assert found.reason == (
        "Ada has a more direct line to Yves (a strong tie, 2 steps) and could carry this: One desk."
    )


# other positions


def test_whoever_cools_is_talked_to_in_private() -> None:
    ada = case("fence_sitter", alarm="cooling", alarm_since=ago(33), last_contact=ago(20))
    found = only(planned(ada), Act.PRIVATE_TALK)
    assert (found.ideal, found.latest) == (ago(6), TODAY + timedelta(days=7))
    assert found.reason == "Ada cools since Thu 22 Oct. You last spoke on Wed 4 Nov."


def test_as_is_is_what_is_wanted_unless_somebody_says_more() -> None:
    quiet = {"last_contact": ago(40), "since": ago(30), "impact": "low"}
    assert not planned(case("quiet_opponent", **quiet))
    assert not planned(case("quiet_supporter", **quiet))
    assert kinds(planned(case("quiet_opponent", desired="neutral", **quiet))) == {"private_talk"}
    assert kinds(planned(case("quiet_supporter", desired="leading", **quiet))) == {"visible_deed"}
    assert not planned(case("quiet_supporter", desired="supportive", **quiet))


def test_a_valued_critic_is_not_turned_into_anything() -> None:
    quiet = {"last_contact": ago(40), "since": ago(60), "impact": "low", "valued_critic": True}
    assert not planned(case("quiet_opponent", desired="leading", **quiet))


# order


def test_holding_those_who_work_along_comes_before_turning_anybody() -> None:
    risk = entry("risk", 1)
    small = case("supporter", name="Sam", impact="low", parts=(Part(risk, "helper"),))
    large = case("quiet_opponent", name="Olga", desired="leading", since=ago(60))
    found = planned(large, small, horizon=60)
    talks = [each.kind for each in found if each.stakeholder == "olga"]
    assert found[0].stakeholder == "sam"
    assert talks[-1] == Act.PRIVATE_TALK


def test_a_priority_is_impact_times_reach_times_urgency() -> None:
    risk = entry("risk", 3)
    ada = case(impact="medium", reach="step", parts=(Part(risk, "helper"),))
    found = only(planned(ada), Act.RISK_ALERT)
    weight = found.weight
    assert (weight.impact, weight.reach, weight.urgency) == (2.0, 0.75, 2.0)
    assert found.priority == 3.0


@pytest.mark.parametrize("kind", ["milestone", "setback", "stress"])
def test_what_gets_concrete_or_presses_raises_the_attention(kind: str) -> None:
    calm = case(name="Cal", last_contact=ago(25))
    touched = case(name="Tess", last_contact=ago(25), parts=(Part(entry(kind, 9), "affected"),))
    first, second = planned(calm, touched)
    assert (first.stakeholder, second.stakeholder) == ("tess", "cal")
    assert first.priority == 1.5 * second.priority


def test_a_milestone_to_come_raises_it_too() -> None:
    coming = entry("milestone", 40, due=TODAY + timedelta(days=10))
    far = entry("milestone", 40, due=TODAY + timedelta(days=40))
    found = [
        planned(case(last_contact=ago(25), parts=(Part(each, "affected"),)))[0].weight.urgency
        for each in (coming, far)
    ]
    assert found[0] == 1.5 * found[1]


def test_a_day_is_never_five_of_the_same_while_other_kinds_wait() -> None:
    calm = TODAY + timedelta(days=9)
    acts = [("celebration", calm)] * 6 + [("thank_you", calm), ("check_in", calm)]
    assert todays(acts, TODAY) == [0, 1, 2, 6, 7]
    assert todays([("risk_alert", TODAY)] * 7 + acts, TODAY) == [0, 1, 2, 3, 4]
    assert todays(acts[:3], TODAY) == [0, 1, 2]


def test_three_weeks_without_the_program_give_one_calm_catch_up() -> None:
    from staketerm.domain.cadence import Rhythm
    from staketerm.domain.recurrence import rule_of

    weekly = Rhythm(recurrence=rule_of("every monday"))
    people = [case(name=f"P{n}", last_contact=ago(25), rhythm=weekly) for n in range(12)]
    found = planned(*people)
    assert len(found) == 12  # one each, however many Mondays went by
    places = todays([(each.kind, each.latest) for each in found], TODAY)
    assert len(places) == 5


def test_the_same_act_keeps_its_id_when_the_day_moves_on() -> None:
    ada = case(last_contact=ago(25))
    ids = {planned(ada, today=TODAY + timedelta(days=n))[0].id for n in range(4)}
    assert len(ids) == 1


def test_a_day_before_everything_was_told_has_nothing_to_do() -> None:
    assert planned(case(), today=date(2020, 1, 1)) == []


def test_thanks_are_said_in_a_sentence() -> None:
    for kind, said in (
        ("unsolicited_feedback", "Ada commented unasked on a report: Nice table."),
        ("shared_information", "Ada offered information or warned of a risk: Nice table."),
    ):
        deed = Deed("s", kind, ago(1), "some label", 5, "Nice table.")
        assert only(planned(case("critic", deeds=(deed,))), Act.THANK_YOU).reason == said
