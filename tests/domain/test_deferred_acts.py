"""What is snoozed is kept and comes back on its day; "not today" is said of the person."""

import pytest

from staketerm.domain.nurture import planner
from staketerm.domain.nurture.acts import Act, Decision
from staketerm.domain.nurture.facts import Consented, Deed, Part, Promised, Scene, Settings
from tests.nurturing import TODAY, ago, case, entry, kinds, only, planned

RISK = entry("risk", 2, "The survey may slip.", id="survey")
DEED = Deed("d", "provided_resources", ago(1), "gave money", 7)
PLANS = tuple(entry("plan", age, f"Street {age}.", id=f"p{age}") for age in (3, 9))
THANKS = (Act.THANK_YOU, "d")
UPDATE = (Act.STATUS_UPDATE, ago(25).isoformat())


def put_off(act: tuple[str, str], days: int = 5, state: str = "snoozed", on: int = 0) -> Decision:
    """An act that was snoozed some days ago, by default today, to some days from today."""
    return Decision(*act, state, ago(on), ago(-days))


def test_what_is_snoozed_stays_in_the_plan_from_the_day_it_comes_back() -> None:
    ada = case(deeds=(DEED,), decisions=(put_off(THANKS, 3),))
    found = only(planned(ada), Act.THANK_YOU)
    assert (found.ideal, found.until) == (ago(-3), ago(-3))
    assert found.latest == ago(-6), "its own latest day, where that is later"
    assert found.brake == "snoozed to Fri 27 Nov"
    assert only(planned(ada, today=ago(-3)), Act.THANK_YOU).brake is None


def test_what_is_snoozed_for_long_is_found_however_far_off_its_day_is() -> None:
    ada = case(deeds=(DEED,), decisions=(put_off(THANKS, 90),))
    found = only(planned(ada, horizon=14), Act.THANK_YOU)
    assert found.ideal == found.latest == ago(-90)


def test_it_is_not_late_on_the_day_it_comes_back() -> None:
    thanks = case(deeds=(DEED._replace(day=ago(9)),), decisions=(put_off(THANKS, 3),))
    assert only(planned(thanks, today=ago(-3)), Act.THANK_YOU).latest == ago(-3)
    owed = Promised("a", "me", "the photo", TODAY)
    ada = case(promises=(owed,), decisions=(put_off((Act.AGREEMENT_DUE, "a")),))
    assert only(planned(ada, today=ago(-5)), Act.AGREEMENT_DUE).latest == TODAY, "a promise is one"


def test_a_snoozed_promise_comes_back_on_its_day_too() -> None:
    owed = Promised("a", "me", "the photo", TODAY)
    ada = case(promises=(owed,), decisions=(put_off((Act.AGREEMENT_DUE, "a")),))
    assert only(planned(ada), Act.AGREEMENT_DUE).brake == "snoozed to Sun 29 Nov"


def test_a_snoozed_check_in_is_found_beside_something_better() -> None:
    quiet = case(
        "supporter",
        last_contact=ago(40),
        parts=(Part(RISK, "helper"),),
        decisions=(put_off((Act.CHECK_IN, ago(40).isoformat()), on=1),),
    )
    found = planned(quiet)
    assert only(found, Act.CHECK_IN).until == ago(-5)
    assert only(found, Act.RISK_ALERT).brake is None


def test_a_lasting_brake_is_said_before_a_snooze() -> None:
    ada = case(deeds=(DEED,), do_not_contact=True, decisions=(put_off(THANKS),))
    assert only(planned(ada), Act.THANK_YOU).brake == "asked not to be contacted"


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("snoozed", "you snoozed the thank-you today; the rest tomorrow"),
        ("skipped", "you skipped the thank-you today; the rest tomorrow"),
    ],
)
def test_not_today_is_said_of_the_person(state: str, said: str) -> None:
    decided = put_off(THANKS, state=state)
    ada = case("supporter", last_contact=ago(40), deeds=(DEED,), decisions=(decided,))
    assert only(planned(ada), Act.CHECK_IN).brake == said
    tomorrow = only(planned(ada, today=ago(-1)), Act.CHECK_IN)
    assert tomorrow.brake is None
    assert only(planned(ada, today=ago(1)), Act.CHECK_IN).brake != said, "nor the day before"


def test_it_is_said_over_all_projects() -> None:
    here = case(deeds=(DEED,), decisions=(put_off(THANKS),))
    there = case("supporter", project="bridge", last_contact=ago(40))
    found = planner.plan([here, there], {}, Settings(), TODAY, 0)
    (bridge,) = [each for each in found if each.project == "bridge"]
    assert "you snoozed the thank-you" in (bridge.brake or "")


def test_a_risk_whose_latest_day_is_near_is_told_all_the_same() -> None:
    calm = entry("risk", 0, "The crane may be late.", id="crane")
    helps = (Part(RISK, "helper"), Part(calm, "helper"))
    ada = case(deeds=(DEED,), parts=helps, decisions=(put_off(THANKS),))
    brakes = {each.occasion: each.brake for each in planned(ada) if each.kind == Act.RISK_ALERT}
    assert brakes["survey"] is None
    assert "you snoozed the thank-you" in (brakes["crane"] or "")


def test_asks_and_promises_neither_rest_nor_make_others_rest() -> None:
    owed = Promised("a", "me", "the photo", TODAY)
    put = put_off((Act.AGREEMENT_DUE, "a"))
    acts = planned(case("supporter", last_contact=ago(40), promises=(owed,), decisions=(put,)))
    assert only(acts, Act.CHECK_IN).brake is None
    acts = planned(case(deeds=(DEED,), promises=(owed,), decisions=(put_off(THANKS),)))
    assert only(acts, Act.AGREEMENT_DUE).brake is None


def test_advice_that_is_snoozed_is_asked_on_its_own_plan() -> None:
    plan = (Act.ADVICE_REQUEST, "p3")
    critic = case(
        "critic",
        parts=tuple(Part(each, "affected") for each in PLANS),
        decisions=(put_off(plan, 4),),
    )
    scene = Scene(plans=PLANS)
    assert only(planned(critic, scene=scene), Act.ADVICE_REQUEST).occasion == "p3"
    back = only(planned(critic, scene=scene, today=ago(-4)), Act.ADVICE_REQUEST)
    assert (back.occasion, back.brake) == ("p3", None)
    skipped = critic._replace(decisions=(Decision(*plan, "skipped", ago(1)),))
    assert only(planned(skipped, scene=scene), Act.ADVICE_REQUEST).occasion == "p9"


def test_a_story_that_is_snoozed_comes_back_too() -> None:
    success = entry("success", 5, "Done a day early.", id="early")
    zoe = case("fence_sitter", name="Zoe").party
    ada = case(
        consent=Consented("granted", ago(90)),
        parts=(Part(success, "contributor"),),
        decisions=(
            Decision(Act.CELEBRATION, "early", "done", ago(4)),
            put_off((Act.AMBASSADOR_REQUEST, "early"), 4, on=1),
        ),
    )
    scene = Scene(told=(success,), audience=(zoe,))
    assert only(planned(ada, scene=scene), Act.AMBASSADOR_REQUEST).until == ago(-4)


def test_while_an_update_is_snoozed_so_is_the_check_in() -> None:
    scene = Scene(told=(entry("success", 5),))
    ada = case(last_contact=ago(25), decisions=(put_off(UPDATE),))
    assert kinds(planned(ada, scene=scene)) == {"status_update"}


def test_what_was_snoozed_long_before_its_window_is_found_too() -> None:
    met = case("supporter", last_contact=ago(1))
    (act,) = planned(met, horizon=30)
    assert (act.kind, act.ideal) == (Act.CHECK_IN, ago(-20))
    snoozed = met._replace(decisions=(put_off((act.kind, act.occasion), 40),))
    assert only(planned(snoozed, horizon=14), Act.CHECK_IN).until == ago(-40)
    other = case(deeds=(DEED,), last_contact=ago(1), decisions=(put_off(THANKS, 40),))
    assert kinds(planned(other, horizon=14)) == {"thank_you"}, "and nothing else comes with it"
