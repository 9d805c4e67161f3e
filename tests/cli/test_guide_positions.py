"""The guide to positions says what the model does: its kinds, numbers, example and bench."""

import json
import re
import shlex
from datetime import date, timedelta
from importlib.resources import files
from pathlib import Path
from statistics import fmean

import pytest

import run
from staketerm.domain import constants as known
from staketerm.domain import receptiveness
from staketerm.domain.catalogue import CATALOGUE
from staketerm.domain.label import Impact, Position, StanceClass, Standing
from staketerm.domain.phrases import fraction, points
from staketerm.domain.position import assess
from staketerm.domain.questions import AnswerTimes
from staketerm.domain.seam import Seam, usual_desired_level
from staketerm.domain.signals import Origin, Question, Record, Weight
from staketerm.domain.vocabulary import word
from tests.benchmarks.positions import effects, table
from tests.benchmarks.positions.__main__ import STORED
from tests.benchmarks.positions.lives import Life
from tests.benchmarks.positions.measures import LIFE_MEASURES, MEASURES
from tests.benchmarks.positions.rivals import RIVALS, Method
from tests.benchmarks.positions.worlds import STAKEHOLDERS, WORLDS
from tests.cli.test_guide import parse

TEXT = files("staketerm").joinpath("guide", "positions.md").read_text(encoding="utf-8")
PLAIN = " ".join(TEXT.split())
README = Path(run.ROOT, "README.md").read_text(encoding="utf-8")
BENCH = json.loads(STORED.read_text(encoding="utf-8"))
STARTED = date(2026, 3, 2)

WEIGHTS = {
    Weight.DEED: "deed",
    Weight.MAJOR: "major deed",
    Weight.WORDS: "words",
    Weight.NONE: "",
}


def rows(heading: str, place: int = 0) -> list[list[str]]:
    """The cells of a table under a heading, its head left out."""
    part = TEXT.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    tables = re.findall(r"(?:^\|.*\n?)+", part, re.MULTILINE)
    lines = tables[place].strip().splitlines()[2:]
    return [[cell.strip() for cell in line.strip()[1:-1].split("|")] for line in lines]


def test_every_kind_stands_in_it_with_its_points_and_effort() -> None:
    assert rows("What counts") == [
        [
            f"{kind.label} `{kind.id}`",
            points(kind.points) if kind.points else "0",
            f"{kind.effort:g}",
            WEIGHTS[kind.weight],
        ]
        for kind in CATALOGUE.values()
    ]
    assert [kind.origin for kind in CATALOGUE.values()][-5:] == [Origin.THEIRS, *[Origin.MINE] * 4]
    assert f"between -{known.LARGEST_POINTS:g} and +{known.LARGEST_POINTS:g}" in PLAIN


@pytest.mark.parametrize("position", Position)
def test_every_word_stands_in_it_with_what_makes_it(position: Position) -> None:
    [told] = [row for row in rows("The eight words") if row[0] == word(position)]
    if position is Position.UNKNOWN:
        assert told[1] == f"less than {known.KNOWN_FROM:g} points left: no word at all"
        return
    assert told[1] == word(position.stance_class or "")
    active = told[2] == "active"
    impacts: dict[str, set[Impact | None]] = {
        "any": {*Impact, None},
        "medium or high": {Impact.MEDIUM, Impact.HIGH},
        "low, none or not given": {Impact.LOW, Impact.NONE, None},
    }
    standing = Standing(True, position.stance_class or StanceClass.IN_BETWEEN, active)
    given = {impact for impact in (*Impact, None) if standing.position(impact) is position}
    assert given == impacts[told[3]]


def test_the_thresholds_in_it_are_those_in_force() -> None:
    for said in (
        f"supportive from {fraction(known.SUPPORTIVE_FROM)} on",
        f"until it is below {fraction(known.SUPPORTIVE_UNTIL)}",
        f"opposing from {fraction(known.OPPOSING_FROM)} on",
        f"until it is above {fraction(known.OPPOSING_UNTIL)}",
        f"halved every {known.ENERGY_HALF_LIFE:g} days",
        f"active from {known.ACTIVE_FROM:g} on and passive again below {known.PASSIVE_BELOW:g}",
        f"Points halve in {known.EVIDENCE_HALF_LIFE:g} days",
        f"never hold more than {known.MEMORY:g} points",
        f"A day with more than {known.DAY_LIMIT:g} points",
        f"stance (P - N) / (P + N + {known.PRIOR:g})",
        f"the root of {known.SPREAD:g} / (P + N + {known.PRIOR:g})",
        f"minus {known.EIGHTY_PERCENT:g} times the uncertainty: 80 % sure",
        f"below {known.LOW_CONFIDENCE:g} none and no word, up to {known.FAIR_CONFIDENCE:g} low, "
        f"up to {known.GOOD_CONFIDENCE:g} fair",
        f"{known.UNKNOWN_BELOW:g} points the word is unknown again",
    ):
        assert said in PLAIN


def test_what_is_wished_for_unless_said_is_told() -> None:
    assert "*supportive* for high impact and *neutral* for everybody else" in PLAIN
    wished = {impact: usual_desired_level(impact) for impact in (*Impact, None)}
    assert wished.pop(Impact.HIGH) is Seam.SUPPORTIVE
    assert set(wished.values()) == {Seam.NEUTRAL}


def test_it_says_how_long_a_word_lasts_when_nothing_is_logged() -> None:
    [said] = re.findall(r"with 50 points after about (\d+) months, with 15 to 20", PLAIN)
    records = [
        Record(STARTED + timedelta(days=day), "defended_project") for day in range(0, 210, 10)
    ]
    months: list[int] = []
    for day in range(210):
        now = assess(records, STARTED + timedelta(days=day))
        if now.evidence >= 50 and now.unknown_on:
            months.append(round((now.unknown_on - now.as_of).days / 30.44))
    assert min(months) == int(said)


def test_the_example_is_what_the_model_says() -> None:
    records: list[Record] = []
    kinds = {kind.label: kind for kind in CATALOGUE.values()}
    for day, act, worth, for_, against, stance, likely in rows("An example by hand"):
        on = STARTED + timedelta(days=int(day))
        if act in kinds:
            records.append(Record(on, kinds[act].id))
            assert worth == points(kinds[act].points)
        now = assess(records, on)
        assert (for_, against) == (f"{now.for_:.3f}", f"{now.against:.3f}")
        assert stance == fraction(now.stance)
        assert likely == f"{now.probability:.3f}".removeprefix("0")
    assert len(records) == 3
    assert f"{now.for_:.1f} points for and {now.against:.1f} against" in PLAIN
    assert f"{now.evidence:.1f} together" in PLAIN
    assert now.label is Position.UNKNOWN


def test_the_step_by_hand_adds_up() -> None:
    product = r"(\d\.\d+) × (\d\.\d+) × (\d\.\d+) \+ (\d\.\d+) = (\d\.\d+)"
    [(before, faded, pushed, new, after)] = re.findall(product, PLAIN)
    assert float(faded) == pytest.approx(2 ** (-14 / known.EVIDENCE_HALF_LIFE), abs=0.0005)
    assert float(before) * float(faded) * float(pushed) + float(new) == pytest.approx(
        float(after), abs=0.005
    )
    assert f"{known.MEMORY:g} × (1 - {pushed}) = {new}" in PLAIN


def test_unanswered_mail_is_told_as_it_counts() -> None:
    assert f"Silence counts {-CATALOGUE['mail_unanswered'].points:g} points against" in PLAIN
    assert f"never less than {known.SHORTEST_WAIT:g} days" in PLAIN
    assert f"{AnswerTimes().wait} days for somebody who has not answered yet" in PLAIN
    assert [question.falls_due for question in Question] == [True, True, False, False]


def test_the_alarm_and_what_stands_beside_the_word_are_told_as_they_are() -> None:
    for said in (
        f"points that halve in {known.FAST_HALF_LIFE:g} days",
        f"points that halve in {known.EVIDENCE_HALF_LIFE:g} days",
        f"{-known.ALARM_AT:g} standard deviations",
        f"at least {known.ALARM_LEAST_RECENT:g} recent points and {known.ALARM_LEAST_USUAL:g}",
        f"fell to {known.CROSSED_AT:.2f}".replace("0.", ".") + " or less",
        f"after it was {known.CROSSED_FROM:.2f}".replace("0.", ".") + " or more",
        f"Fewer than {known.ALARM_LEAST_RECENT:g} points in the recent weeks",
        f"The first {known.ALARM_LEAST_USUAL:g} points set what is usual",
        f"after {known.DISAGREEMENT_DAYS} days of disagreement",
        f"{known.GAP_LEAST_SAYINGS} sayings in {known.GAP_WINDOW_DAYS} days that mostly point",
        f"{known.BLOCKING_LEAST_ACTS} acts within {known.BLOCKING_WINDOW_DAYS} days that stop",
        f"in the last {receptiveness.LOOKS_BACK_DAYS} days",
        f"told from {receptiveness.LEAST_APPROACHES} times on",
        f"{known.HABIT_LEAST_AGAINST * 100:g} to {known.HABIT_MOST_AGAINST * 100:g} % over a year",
        f"{known.LEADING_LEAST_ACTS} championing acts in {known.LEADING_WINDOW_DAYS} days",
    ):
        assert said in PLAIN
    named = re.findall(r"stop the project \((.*?)\)", PLAIN)[0]
    blocking = {kind.id for kind in CATALOGUE.values() if kind.blocks}
    assert set(re.findall(r"`(\w+)`", named)) == blocking


def test_every_position_has_the_words_that_others_use() -> None:
    assert {row[0] for row in rows("Words that others use")} == {word(each) for each in Position}


def test_labels_that_hurt_stand_in_that_table_alone() -> None:
    before, table_of_words = TEXT.split("\n## Words that others use\n")
    assert "saboteur" in table_of_words
    assert not re.search("saviour|saboteur|irritant|time bomb", before)


def test_the_figures_in_it_are_those_of_the_stored_run() -> None:
    worlds = list(BENCH["worlds"].values())
    told = [row[1:] for row in rows("How well it works")]
    assert told == [
        [
            table.spread(measure, worlds, Method.MODEL),
            *(table.mean(measure, worlds, rival) for rival in RIVALS),
            table.published(measure),
        ]
        for measure in MEASURES
    ]


def test_the_lives_in_it_are_those_of_the_stored_run() -> None:
    assert rows("How well it works", 1) == [
        [life, *(table.number(each, BENCH["lives"][life][each.name]) for each in LIFE_MEASURES)]
        for life in Life
    ]


def short(value: float, places: int = 2) -> str:
    """A share without its leading nought."""
    return f"{value:.{places}f}".removeprefix("0")


def test_what_it_concludes_rests_on_the_stored_run() -> None:
    own = {name: world[Method.MODEL] for name, world in BENCH["worlds"].items()}
    last_signal = [world[Method.LAST_SIGNAL] for world in BENCH["worlds"].values()]
    mixed, seldom, often = own[WORLDS[0].name], own["seldom met"], own["often met, noisy"]
    signals, costs = BENCH["signals"], BENCH["costs"]
    means = {each.name: fmean(world[each.name] for world in own.values()) for each in MEASURES}
    bad, bad_mended = map(short, costs["mostly bad news"])
    good, good_mended = map(short, costs["mostly good news"])
    for said in (
        f"five worlds of {STAKEHOLDERS} stakeholders",
        f"{short(means['false alarms'])} false alarms a person a year, twice as many, "
        f"and a break is noticed after {means['break']:.0f} days",
        f"a break after {mixed['break']:.0f} days at {short(mixed['false alarms'])} false alarms",
        f"{costs['best days'][0]:.0f} days at {short(effects.ALLOWED)}",
        f"about {means['slide']:.0f} days after the person stopped working along",
        f"With {signals['seldom met']} signals a person a year a break is noticed after "
        f"{seldom['break']:.0f} days and {short(seldom['missed'])} of the changes are missed; "
        f"with {signals['often met, noisy']} after {often['break']:.0f} days, "
        f"and {short(often['missed'])}.",
        f"Only {short(BENCH['lives'][Life.NEUTRAL]['rightly placed'])} of the calls",
        f"cost {short(fmean(costs['weights off by two']), 3)} of log score",
        f"goes from {short(mixed['log score'])} to {bad}",
        f"back from {bad} to {bad_mended}",
        f"back from {good} to {good_mended}",
    ):
        assert said in PLAIN
    assert len(WORLDS) == 5
    assert means["false alarms"] / effects.ALLOWED == pytest.approx(2, abs=0.25)
    assert fmean(each["false alarms"] for each in last_signal) == pytest.approx(8, abs=0.5)


def test_what_lies_outside_is_said_to_lie_outside() -> None:
    worlds = list(BENCH["worlds"].values())
    outside = [each.name for each in MEASURES if not table.within(each, worlds)]
    [said] = re.findall(r"\*\*Outside that range\*\*: (.*?)\.", PLAIN)
    assert said == (", ".join(outside) or "nothing")


def commands() -> list[str]:
    """Every command in it."""
    return sorted(set(re.findall(r"`staketerm (\w[^`]*)`", TEXT)))


@pytest.mark.parametrize("said", commands())
def test_every_command_in_it_is_one(said: str) -> None:
    words = shlex.split(said)
    places = {"WHO": ["anneke"], "FROM": ["2026-12-01"], "TO": ["2026-12-05"]}
    parse([part for each in words for part in places.get(each, [each])])


def test_the_commands_and_keys_to_look_further_are_named() -> None:
    assert {"why WHO", "changed", "kinds", "habit"} <= set(commands())
    for key in ("`w` why", "`v` my judgement", "`3` the maps", "`6` Review"):
        assert key in PLAIN


def test_the_bench_that_it_names_is_there() -> None:
    assert "python3 run.py bench positions" in TEXT
    assert "positions" in run.benches()


def test_the_readme_leads_to_it() -> None:
    assert "](src/staketerm/guide/positions.md)" in README
