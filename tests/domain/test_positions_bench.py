"""The test-bench of positions measures what it says, the same at every run."""

import json
import math
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from statistics import fmean

import pytest

from staketerm.domain.assessment import Assessment
from staketerm.domain.catalogue import CATALOGUE
from staketerm.domain.grounds import Deed
from staketerm.domain.label import StanceClass
from staketerm.domain.position import assess
from tests.benchmarks.positions import acts, effects, rivals, scores, table
from tests.benchmarks.positions.__main__ import STORED, main
from tests.benchmarks.positions.course import LAST, course, eras
from tests.benchmarks.positions.lives import DAYS, Life, person
from tests.benchmarks.positions.measures import LIFE_MEASURES, MEASURES, by_life, figures, tell
from tests.benchmarks.positions.rivals import Method
from tests.benchmarks.positions.scores import Said, Watched
from tests.benchmarks.positions.worlds import (
    MIXED,
    SEED,
    STAKEHOLDERS,
    START,
    WORLDS,
    Case,
    World,
    cases,
)

SMALL = World("small", dict.fromkeys(Life, 1), often=0.7, noise=0.1, weights_off=1.5)
FOR, BETWEEN, AGAINST = StanceClass.SUPPORTIVE, StanceClass.IN_BETWEEN, StanceClass.OPPOSING


def drawn() -> str:
    """Everything that is printed of the small world."""
    told = tell(cases(SMALL))
    found = figures(told)
    return table.of_world("small", 1, found) + table.of_all({"small": found})


def test_the_same_table_comes_out_twice_and_holds_every_method_and_measure() -> None:
    first = drawn()
    assert first == drawn()
    assert all(method in first for method in Method)
    assert all(measure.name in first for measure in MEASURES)


def test_the_worlds_hold_196_stakeholders_each_and_every_life() -> None:
    assert len(WORLDS) == 5
    for world in WORLDS:
        assert sum(world.mix.values()) == STAKEHOLDERS
        assert world.mix.keys() == set(Life)
    assert len(cases(SMALL)) == len(Life)


def test_lives_are_what_they_are_called() -> None:
    chance = random.Random(1)
    truths = {life: [person(life, chance, 0.0).truth(day) for day in (0, 729)] for life in Life}
    assert truths[Life.SUPPORTIVE] == [FOR, FOR]
    assert truths[Life.NEUTRAL] == [BETWEEN, BETWEEN]
    assert truths[Life.OPPOSING] == truths[Life.TWO_FACED] == [AGAINST, AGAINST]
    assert truths[Life.BREAK] == truths[Life.SLIDE] == [FOR, AGAINST]


@pytest.mark.parametrize("life", [Life.BREAK, Life.SLIDE])
def test_a_change_begins_and_passes_on_the_days_it_says(life: Life) -> None:
    for number in range(50):
        one = person(life, random.Random(number), 0.0)
        assert one.turns is not None
        assert one.turned is not None
        assert one.leaning(one.turns - 1) == 1.0
        assert one.truth(one.turned - 1) is FOR
        assert one.truth(one.turned) is not FOR
        assert one.truth(DAYS - 150) is AGAINST


@pytest.mark.parametrize("pairs", [pairs for _often, pairs in acts.OCCASIONS.values()])
def test_the_pairs_are_as_telling_as_the_catalogue_says(pairs: acts.Pairs) -> None:
    for sides in zip(*pairs.values(), strict=True):
        assert sum(sides) == pytest.approx(1)
    for kind, (along, against) in pairs.items():
        tells = 10 * math.log10(along / against)
        # silence grows from 0 to -6 with the wait (inference 4.5); the catalogue says -5
        most = 1.1 if kind == acts.SILENCE else 0.5
        assert abs(tells - CATALOGUE[kind].points) <= most


def test_people_act_as_the_pairs_say_and_in_between_in_between() -> None:
    chance, behaviour = random.Random(1), acts.Behaviour()
    shares = [
        Counter(behaviour.outcome(acts.MAIL, leaning, chance) for _each in range(4000))
        for leaning in (1.0, 0.0, -1.0)
    ]
    answered = [share["mail_answered"] / 4000 for share in shares]
    assert answered == pytest.approx([0.90, 0.786, 0.60], abs=0.02)
    likelier = behaviour.rate("obstructed", 1.0, -1.0) / behaviour.rate("obstructed", 1.0, 1.0)
    assert 10 * math.log10(likelier) == pytest.approx(-CATALOGUE["obstructed"].points)


def test_a_world_in_which_a_kind_tells_twice_as_much_pulls_its_pair_apart() -> None:
    plain, twice = acts.Behaviour(), acts.Behaviour({"obstructed": 2.0})
    apart = plain.rate("obstructed", 1.0, -1.0)
    assert twice.rate("obstructed", 1.0, -1.0) == pytest.approx(apart**2)
    factors = acts.wrong_by(2.0, random.Random(1))
    assert all(0.5 <= factor <= 2.0 for factor in factors.values())
    assert {kind.id for kind in CATALOGUE.values() if kind.points} == factors.keys()


def test_answers_come_after_their_questions_and_the_silent_fall_silent() -> None:
    for case in cases(SMALL):
        asked = {one.id: one.day for one in case.records if one.id}
        assert all(asked[one.re] <= one.day for one in case.records if one.re)
        assert [one.day for one in case.records] == sorted(one.day for one in case.records)
        if case.person.life is Life.SILENT:
            opened = [one.day for one in case.records if not one.re]
            assert max(opened) < START + timedelta(days=case.person.until)


def test_alarms_are_those_that_were_shown_on_the_day_whatever_was_answered_later() -> None:
    people = cases(World("looked at", {Life.BREAK: 1, Life.SLOW_MAILER: 1}))
    for case in people:
        shown: list[date] = []
        stood = None
        for now in looks(case):
            if now.alarm and not stood and now.alarm.since == now.as_of:
                shown.append(now.as_of)
            stood = now.alarm
        raised = course(case).watched[Method.MODEL].raised
        assert [START + timedelta(days=day) for day in raised] == shown
    assert any(len(list(eras(case))) > 1 for case in people)


def looks(case: Case) -> Iterator[Assessment]:
    """The assessment of every day on which it may differ from that of the day before."""
    coming = sorted({one.day for one in case.records}, reverse=True)
    while coming and coming[-1] <= LAST:
        now = assess(case.records, coming.pop())
        yield now
        if now.lapses_on and (not coming or now.lapses_on < coming[-1]):
            coming.append(now.lapses_on)


SURE_AND_RIGHT = Said(0.9, FOR, FOR)
UNSURE = Said(0.5, None, AGAINST)
WRONG = Said(0.8, FOR, AGAINST)
BETWIXT = Said(0.6, FOR, BETWEEN)


def test_scores_of_probabilities_by_hand() -> None:
    said = [SURE_AND_RIGHT, UNSURE, WRONG, BETWIXT]
    assert scores.log_score(said) == pytest.approx(
        (-math.log(0.9) - math.log(0.5) - math.log(0.2)) / 3
    )
    assert scores.brier(said) == pytest.approx((0.01 + 0.25 + 0.64) / 3)
    assert scores.calibration_error(said) == pytest.approx((0.1 + 0.5 + 0.8) / 3)
    assert scores.calibration_error([Said(0.75, FOR, FOR)] * 3 + [Said(0.75, FOR, AGAINST)]) == 0
    assert scores.log_score([Said(0.0, AGAINST, FOR)]) == pytest.approx(-math.log(0.001))


def test_scores_of_calls_by_hand() -> None:
    said = [SURE_AND_RIGHT, UNSURE, WRONG, BETWIXT, Said(0.1, AGAINST, AGAINST)]
    assert scores.macro_recall(said) == pytest.approx((1 + 0 + 1 / 2) / 3)
    assert scores.serious_errors(said) == pytest.approx(1 / 4)
    assert scores.rightly_placed(said) == pytest.approx(2 / 4)
    assert scores.unplaced(said) == pytest.approx(1 / 5)


def test_scores_of_alarms_by_hand() -> None:
    steady = Watched([100, 400], 730)
    early = Watched([50, 260, 300], 730, turns=200, turned=290)
    late = Watched([350], 730, turns=300, turned=300)
    unseen = Watched([20], 730, turns=365, turned=365)
    everybody = [steady, early, late, unseen]
    assert [one.false for one in everybody] == [2, 1, 0, 1]
    assert [one.noticed_after for one in everybody] == [None, -30, 50, None]
    assert scores.false_alarms(everybody) == pytest.approx(4 / ((730 + 200 + 300 + 365) / 365))
    assert scores.missed(everybody) == pytest.approx(1 / 3)
    assert scores.detection_days(everybody) == pytest.approx(10)


def test_rivals_by_hand() -> None:
    today = date(2026, 1, 1)
    longer_ago = today - timedelta(days=240)
    deeds = [
        Deed(longer_ago, "obstructed", -9.0, None, ""),
        Deed(today, "agreement_kept", 3.0, None, ""),
        Deed(today, "mail_answered", 2.0, None, ""),
    ]
    seen = {method: rival(deeds, today) for method, rival in rivals.RIVALS.items()}
    assert {method: view.side for method, view in seen.items()} == {
        Method.LAST_SIGNAL: FOR,
        Method.PLAIN_COUNT: BETWEEN,
        Method.DECAYED_SUM: BETWEEN,
    }
    likely = [1 / (1 + 10**-0.2), 3 / 5, 1 / (1 + 10**-0.05)]
    assert [view.probability for view in seen.values()] == pytest.approx(likely)
    assert {rival([], today) for rival in rivals.RIVALS.values()} == {(0.5, None)}


def test_the_model_and_its_rivals_see_the_same_signals_silence_included() -> None:
    [case] = cases(World("one", {Life.OPPOSING: 1}))
    deeds = assess(case.records, LAST).grounds.deeds()
    seen = rivals.views(assess(case.records, LAST))
    assert any(deed.kind == acts.SILENCE for deed in deeds)
    assert seen[Method.PLAIN_COUNT] == rivals.plain_count(deeds, LAST)


def test_mostly_bad_news_leaves_out_good_deeds_with_their_questions() -> None:
    people = cases(SMALL)
    for before, after in zip(people, effects.mostly_bad_news(people), strict=True):
        assert set(after.records) <= set(before.records)
        bad = [one for one in before.records if CATALOGUE[one.kind].points < 0]
        assert bad == [one for one in after.records if CATALOGUE[one.kind].points < 0]
        answered = {one.re for one in before.records if CATALOGUE[one.kind].points > 0}
        still = {one.re for one in after.records}
        assert {one.id for one in after.records if one.id in answered} <= still
    good = [
        sum(CATALOGUE[one.kind].points > 0 for case in them for one in case.records)
        for them in (people, effects.mostly_bad_news(people))
    ]
    assert good[1] / good[0] == pytest.approx(1 - effects.LEFT_OUT, abs=0.05)


def test_weights_wrong_by_two_stay_within_the_bounds() -> None:
    wrong = effects.wrong_by_two()
    assert wrong.keys() == CATALOGUE.keys()
    for kind in CATALOGUE.values():
        assert wrong[kind.id].points in {
            kind.points / 2,
            max(-12.0, min(12.0, kind.points * 2)),
        }


def test_who_is_offered_no_correction_is_read_as_before() -> None:
    people = cases(replace(SMALL, mix={Life.SUPPORTIVE: 3, Life.OPPOSING: 1}))
    assert effects.half_corrected(people) == effects.log_score(people)
    bad = effects.mostly_bad_news(people)
    assert effects.half_corrected(bad) < effects.log_score(bad)


def test_the_best_there_can_be_waits_longer_the_fewer_false_alarms_are_allowed() -> None:
    people = cases(World("breaks", {Life.SUPPORTIVE: 10, Life.BREAK: 10}))
    assert effects.best_days(people, 5.0) < effects.best_days(people, 0.05)


def test_what_is_stored_is_a_run_of_this_bench() -> None:
    stored = json.loads(STORED.read_text(encoding="utf-8"))
    assert stored["seed"] == SEED
    assert list(stored["worlds"]) == list(stored["signals"]) == [world.name for world in WORLDS]
    for world in stored["worlds"].values():
        assert list(world) == list(Method)
        assert all(list(found) == [each.name for each in MEASURES] for found in world.values())
    assert list(stored["lives"]) == list(Life)
    for found in stored["lives"].values():
        assert list(found) == [each.name for each in LIFE_MEASURES]
    assert set(effects.HABITS) < stored["costs"].keys()


def test_in_the_stored_run_the_model_is_before_its_rivals() -> None:
    worlds = json.loads(STORED.read_text(encoding="utf-8"))["worlds"].values()
    for rival in rivals.RIVALS:
        for name in ("log score", "Brier", "false alarms"):
            assert all(world[Method.MODEL][name] < world[rival][name] for world in worlds)
        for name, better in (("serious", -1), ("recall", 1)):
            own, other = (
                fmean(world[method][name] for world in worlds) for method in (Method.MODEL, rival)
            )
            assert better * own > better * other


def test_lives_are_told_one_by_one() -> None:
    told = tell(cases(SMALL))[Method.MODEL]
    found = by_life(told)
    assert list(found) == list(Life)
    assert all(life in table.of_lives(found) for life in Life)


def test_an_unknown_word_is_answered_with_the_usage(capsys) -> None:
    assert main(["--fast"]) == 2
    assert "--quick" in capsys.readouterr().err


def test_the_mixes_differ_only_in_who_is_steady() -> None:
    steady = {Life.SUPPORTIVE, Life.NEUTRAL, Life.OPPOSING}
    for world in WORLDS:
        assert {life: world.mix[life] for life in Life if life not in steady} == {
            life: MIXED[life] for life in Life if life not in steady
        }
