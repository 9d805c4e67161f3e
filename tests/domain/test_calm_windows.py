"""What nobody took up is never late for ever: its window comes again, and calls no louder."""

from datetime import date, timedelta

import pytest

from staketerm.domain.nurture.acts import Act, Decision, Proposal
from staketerm.domain.nurture.facts import Scene
from tests.nurturing import TODAY, ago, case, done, entry, kinds, only, planned

WISHED = {"quiet_supporter": "leading", "quiet_opponent": "neutral"}
SOFT = [
    pytest.param("quiet_supporter", Act.VISIBLE_DEED, id="deed"),
    pytest.param("quiet_opponent", Act.PRIVATE_TALK, id="talk"),
]


def soft(label: str, since: int, decisions: tuple[Decision, ...] = (), **more):
    """Somebody of whom more is wanted, and with whom there is nothing else to do."""
    facts = {"last_contact": None, "impact": "none", "desired": WISHED[label], "since": ago(since)}
    return case(label, decisions=decisions, **{**facts, **more})


def windows(label: str, since: int, within: int = 0) -> list[tuple[date, date]]:
    """The window that is open, or opens within so many days."""
    return [(each.ideal, each.latest) for each in planned(soft(label, since), horizon=within)]


@pytest.mark.parametrize(("label", "act"), SOFT)
def test_a_window_that_passed_comes_again_three_weeks_later(label: str, act: str) -> None:
    assert windows(label, 20) == []
    assert windows(label, 21) == windows(label, 21, 400) == [(TODAY, ago(-21))]
    assert windows(label, 42) == [(ago(21), TODAY)], "the latest day itself"
    assert windows(label, 43) == [], "it lets its window go"
    assert windows(label, 43, 20) == [(ago(-20), ago(-41))]
    assert windows(label, 63) == [(TODAY, ago(-21))]
    again, once = (only(planned(soft(label, day)), act) for day in (63, 42))
    assert again.occasion != once.occasion


@pytest.mark.parametrize(("label", "_act"), SOFT)
def test_it_is_never_late_whatever_day_it_is(label: str, _act: str) -> None:
    for since in range(400):
        assert all(latest >= TODAY for _ideal, latest in windows(label, since, 60))


@pytest.mark.parametrize(("label", "act"), SOFT)
@pytest.mark.parametrize("state", ["done", "skipped"])
def test_after_a_decision_it_rests_and_comes_back_with_a_window_of_its_own(
    label: str, act: str, state: str
) -> None:
    def seen(days: int) -> list[Proposal]:
        """What is open so many days after the decision."""
        decided = Decision(act, ago(days + 30).isoformat(), state, ago(days), ago(days - 60))
        return planned(soft(label, days + 30, (decided,)))

    assert [bool(seen(days)) for days in (0, 33, 59)] == [False] * 3
    assert [(each.ideal, each.latest) for each in seen(60)] == [(TODAY, ago(-21))]
    assert not seen(82)


@pytest.mark.parametrize(("label", "act"), SOFT)
def test_a_snoozed_one_comes_back_on_its_day_wherever_its_window_was(label: str, act: str) -> None:
    occasion = only(planned(soft(label, 40)), act).occasion

    def after(days: int) -> Proposal:
        snoozed = Decision(act, occasion, "snoozed", ago(days), ago(days - 10))
        return only(planned(soft(label, 40 + days, (snoozed,))), act)

    assert (after(0).until, after(0).occasion) == (ago(-10), occasion)
    assert (after(10).until, after(10).ideal, after(10).latest) == (None, TODAY, ago(-21))
    assert after(10).occasion == occasion


def test_a_new_position_begins_anew() -> None:
    before = Decision(Act.VISIBLE_DEED, ago(90).isoformat(), "done", ago(50), ago(-10))
    assert kinds(planned(soft("quiet_supporter", 30, (before,)))) == {"visible_deed"}


# check-ins


def check_in(*decisions: Decision, met: int = 60, scene: Scene | None = None) -> Proposal:
    """The check-in with a supporter of high impact: 21 to 30 days."""
    ada = case("supporter", last_contact=ago(met), decisions=decisions)
    return only(planned(ada, scene=scene, horizon=14), Act.CHECK_IN)


def test_whoever_was_left_alone_is_late() -> None:
    assert (check_in().ideal, check_in().latest) == (ago(39), ago(30))


@pytest.mark.parametrize("kind", [Act.STATUS_UPDATE, Act.CHECK_IN, Act.THANK_YOU])
def test_what_i_did_for_them_gives_them_time_to_answer(kind: str) -> None:
    found = check_in(done(kind, 25))
    assert found.ideal == ago(39), "only contact moves the day from which it is welcome"
    assert found.latest == TODAY + timedelta(days=5), "one interval from the last that was done"
    assert check_in(done(kind, 31)).latest == ago(1), "and then it is late again"


def test_a_check_in_that_was_left_out_is_not_late_when_it_comes_back() -> None:
    skipped = Decision(Act.CHECK_IN, ago(60).isoformat(), "skipped", ago(21), TODAY)
    assert check_in(skipped).latest == TODAY + timedelta(days=9)


def test_what_was_done_before_you_met_counts_for_nothing() -> None:
    assert check_in(done(Act.THANK_YOU, 70)).latest == ago(30)
    asked = Decision(Act.USEFULNESS_CHECK, ago(10).isoformat(), "done", ago(10), outcome="useful")
    assert check_in(asked).latest == ago(30), "their own word is not something I did"


def test_an_update_that_was_left_out_is_not_late_when_it_comes_back() -> None:
    news = Scene(told=(entry("success", 5),))
    skipped = Decision(Act.STATUS_UPDATE, ago(60).isoformat(), "skipped", ago(21), TODAY)
    ada = case("supporter", last_contact=ago(60), decisions=(skipped,))
    assert only(planned(ada, scene=news), Act.STATUS_UPDATE).latest == TODAY + timedelta(days=9)


def test_a_talk_after_an_alarm_that_was_decided_about_has_its_days_again() -> None:
    def talk(*decisions: Decision) -> Proposal:
        ada = case("critic", alarm="cooling", alarm_since=ago(80), last_contact=ago(90))
        return only(planned(ada._replace(decisions=decisions)), Act.PRIVATE_TALK)

    assert talk().latest == ago(70), "nobody has looked at it"
    decided = Decision(Act.PRIVATE_TALK, ago(80).isoformat(), "skipped", ago(60), TODAY)
    assert talk(decided).latest == ago(-10)
