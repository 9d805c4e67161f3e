"""The guide to the acts says what the program does: its numbers, its commands, its answers."""

import re
import shlex
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path

import pytest

import run
from staketerm.domain import cadence, constants
from staketerm.domain.nurture import (
    acts,
    asking,
    brakes,
    facts,
    falling,
    helped,
    making,
    meeting,
    telling,
)
from staketerm.domain.nurture.acts import Act
from staketerm.domain.vocabulary import word
from staketerm.journal.nurture import dealings, outcomes
from tests.cli.test_guide import parse

GUIDE = files("staketerm").joinpath("guide")
TEXT = GUIDE.joinpath("nurturing.md").read_text(encoding="utf-8")
TALK = GUIDE.joinpath("before-a-talk.md").read_text(encoding="utf-8")
README = Path(run.ROOT, "README.md").read_text(encoding="utf-8")
PAGES = (TEXT, TALK)
USUAL = facts.Settings()

Numbers = tuple[list[int], list[int], list[int]]
"""Those in the cells of an act: when its window opens, its latest day, when it is out of sight."""

NUMBERS: Mapping[Act, Numbers] = {
    Act.STATUS_UPDATE: ([], [], [telling.NEWS_DAYS]),
    Act.RISK_ALERT: ([], [telling.RISK_DAYS], [telling.RISK_FADES_DAYS]),
    Act.CELEBRATION: ([], [telling.CELEBRATE_DAYS], [telling.CELEBRATE_FADES_DAYS]),
    Act.ADVICE_REQUEST: (
        [asking.ADVICE_REST_DAYS],
        [asking.ADVICE_DAYS],
        [asking.SUCCESS_FADES_DAYS],
    ),
    Act.AMBASSADOR_REQUEST: (
        [asking.CARRY_IDEAL_DAYS],
        [asking.CARRY_LATEST_DAYS],
        [asking.SUCCESS_FADES_DAYS],
    ),
    Act.CHECK_IN: ([], [], []),
    Act.USEFULNESS_CHECK: ([asking.CHECK_LATEST_DAYS], [], []),
    Act.LOOP_CLOSING: (
        [telling.LOOP_IDEAL_DAYS],
        [telling.LOOP_LATEST_DAYS],
        [telling.LOOP_FADES_DAYS, dealings.DEED_DAYS],
    ),
    Act.THANK_YOU: ([], [telling.THANK_DAYS], [telling.THANK_FADES_DAYS]),
    Act.ROUTE_REQUEST: ([], [asking.ROUTE_DAYS], [asking.ROUTE_DAYS]),
    Act.VISIBLE_DEED: (
        [meeting.DEED_IDEAL_DAYS],
        [meeting.DEED_LATEST_DAYS],
        [meeting.DEED_IDEAL_DAYS],
    ),
    Act.PRIVATE_TALK: (
        [meeting.TALK_IDEAL_DAYS, meeting.DEED_IDEAL_DAYS],
        [meeting.TALK_SOON_DAYS, meeting.TALK_LATEST_DAYS, meeting.DEED_LATEST_DAYS],
        [meeting.DEED_IDEAL_DAYS],
    ),
    Act.ASK_OPEN: (
        [falling.ASK_NOTICE_DAYS],
        [falling.ANSWER_OWED_DAYS],
        [falling.ASK_RESTS_DAYS],
    ),
    Act.AGREEMENT_DUE: ([falling.AGREEMENT_NOTICE_DAYS], [], []),
}

FOR_WHOM: Mapping[Act, list[int]] = {
    Act.ADVICE_REQUEST: [asking.ADVICE_INTEREST],
    Act.USEFULNESS_CHECK: [USUAL.usefulness_after, asking.UNANSWERED_UPDATES],
    Act.THANK_YOU: [round(telling.THANKED_POINTS)],
}
"""Those in the cell that says for whom an act is."""


def table(of: str) -> dict[str, list[str]]:
    """The cells of the table under a heading, by the first of each row, the head left out."""
    part = TEXT.split(f"\n## {of}\n")[1].split("\n## ")[0]
    rows = [line.strip("|").split("|") for line in part.splitlines() if line.startswith("|")]
    return {first.strip(): [cell.strip() for cell in rest] for first, *rest in rows[2:]}


def numbers(text: str) -> list[int]:
    """The whole numbers in a text, in their order."""
    return [int(found) for found in re.findall(r"\d+", text)]


def days(by_impact: Iterator[int | None]) -> tuple[int, ...]:
    """Days that are all there."""
    return tuple(each for each in by_impact if each is not None)


def test_every_kind_of_act_is_told_by_the_word_that_screens_use():
    told = list(table("The fourteen acts"))
    assert told == [f"{word(act)} `{act}`" for act in Act]


@pytest.mark.parametrize("act", Act)
def test_the_windows_in_it_are_those_of_the_planner(act):
    whom, opens, latest, gone, _rests = table("The fourteen acts")[f"{word(act)} `{act}`"]
    assert (numbers(opens), numbers(latest), numbers(gone)) == NUMBERS[act]
    assert numbers(whom) == FOR_WHOM.get(act, [])


def test_the_first_five_hold_and_the_last_two_fall_due():
    assert set(list(Act)[:5]) == acts.HOLDING
    assert set(list(Act)[-2:]) == acts.FALLING_DUE
    assert f"the {telling.NEWEST} newest entries" in TEXT
    assert f"at most {making.REASON_TEXT} characters" in TEXT
    assert f"has {meeting.TALK_SOON_DAYS} more days when it comes back" in TEXT


def test_the_intervals_in_it_are_those_in_force():
    impacts = ("high", "medium", "low")
    usual, partner, against = (
        days(cadence.usual_days(label, impact) for impact in impacts)
        for label in ("supporter", "partner", "opponent")
    )
    [said] = re.findall(r"\*\*Intervals\.\*\*(.*?)\n\n", TEXT, re.DOTALL)
    share = round(constants.IDEAL_SHARE * 100)
    assert tuple(numbers(said)) == (*usual, *partner, *against, share)


def test_what_a_priority_is_made_of_is_told_as_it_is_reckoned():
    told = {part: cells[0] for part, cells in table("Today's five").items()}
    impact, reach = acts.IMPACT_WEIGHT, acts.REACH_WEIGHT
    assert told["impact"] == (
        f"high {impact['high']:g}, medium {impact['medium']:g}, low {impact['low']:g}, "
        f"none {impact['none']:g}, not said {impact[None]:g}"
    )
    assert told["reach"] == (
        f"direct {reach['direct']:g}, one step {reach['step']:g}, remote {reach['remote']:g}, "
        f"not said {reach[None]:g}"
    )
    assert re.findall(r"[\d.]+\d|\d+", told["urgency"]) == [
        "1",
        str(acts.URGENT_DAYS),
        "2",
        f"{acts.RAISED:g}",
        str(making.RAISED_BEFORE_DAYS),
        str(making.RAISED_AFTER_DAYS),
    ]
    assert f"at most {acts.TODAY_SHOWS} acts" in TEXT
    assert TEXT.count(f"within {acts.NEAR_DAYS} days") == 2


def test_the_brakes_are_told_as_they_are_unless_set_otherwise():
    told = {brake: cells[0] for brake, cells in table("Brakes").items()}
    assert told["so many contacts of one person in a period"] == (
        f"{USUAL.pressure_cap} in {USUAL.pressure_days} days"
    )
    assert told["... and in a week"] == str(USUAL.week_cap)
    assert told["ask first whether updates are of use"] == f"after {USUAL.usefulness_after}"
    assert told["weekends"] == "no"
    assert not USUAL.working_days_only
    assert f"{brakes.USUAL_LOAD} tasks in {brakes.LOAD_DAYS} days" in TEXT


def test_what_is_done_rests_as_long_as_it_says():
    assert f"turn somebody after {outcomes.TURNING_RESTS_DAYS} days" in TEXT
    assert f"was higher {helped.AFTER_DAYS} days later" in TEXT
    assert f"A change below {helped.STILL} is none" in TEXT


def commands() -> list[str]:
    """Every command of both pages: a line of a block, or a code of the text."""
    blocks = "\n".join(
        part for page in PAGES for part in re.findall(r"```\n(.*?)```", page, re.DOTALL)
    )
    prose = re.sub(r"```.*?```", "", "\n".join(PAGES), flags=re.DOTALL)
    return sorted(
        {
            *re.findall(r"^staketerm (\w.*)", blocks, re.MULTILINE),
            *re.findall(r"`staketerm (\w[^`]*)`", prose),
        }
    )


def test_its_commands_are_found():
    assert {"brakes --cap 4 --per 30", "cadence", "due --json", "demo"} <= set(commands())


@pytest.mark.parametrize("said", commands())
def test_every_command_in_it_is_one(said):
    words = shlex.split(said, comments=True)
    parse([*words, *{"draft": ["ACT"]}.get(words[0] if len(words) == 1 else "", [])])


def test_the_examples_are_those_of_the_demo(say, place):
    say("demo", "--into", str(place))
    told = say("due", "--json", "--lang", "en").json
    reasons = {act["reason"]: act for act in (*told["actions"], *told["held_back"])}
    examples = re.findall(r"^> (.+)$", TEXT, re.MULTILINE)
    assert len(examples) == 3
    assert set(examples) <= reasons.keys()
    risk, ambassador, update = (reasons[each] for each in examples)
    assert f'Held back: "{ambassador["brake"]}"' in TEXT
    assert max(act["priority"] for act in told["actions"]) == risk["priority"]
    weight = risk["weight"]
    assert (
        f"impact {weight['impact']:g} × reach {weight['reach']:g} × urgency "
        f"{weight['urgency']:.2f} = {risk['priority']:.2f}"
    ) in TEXT
    weight = update["weight"]
    assert (
        f"{weight['impact']:g} × {weight['reach']:g} × {weight['urgency']:g} "
        f"= {update['priority']:.2f}"
    ) in TEXT
    waiting = [act["brake"] for act in told["held_back"] if act["handle"] == "daan-vermeulen"]
    assert waiting == ["first the risk alert"] * 2
    say("consent", "marek", "granted", "--load", "2")
    [still] = [
        act for act in say("due", "--json").json["held_back"] if act["handle"] == "marek-nowak"
    ]
    assert still["brake"] == "first the celebration"


@pytest.mark.parametrize("page", ["nurturing", "before-a-talk", "templates", "reminders"])
def test_the_readme_leads_to_every_page(page):
    assert f"](src/staketerm/guide/{page}.md)" in README
    assert Path(run.ROOT, "src/staketerm/guide", f"{page}.md").is_file()


def test_links_between_pages_lead_to_a_heading_there():
    links = [
        (target, anchor)
        for page in GUIDE.iterdir()
        if page.name.endswith(".md")
        for target, anchor in re.findall(
            r"\]\(([\w-]+\.md)#([\w-]+)\)", page.read_text(encoding="utf-8")
        )
    ]
    assert links
    for target, anchor in links:
        there = GUIDE.joinpath(target).read_text(encoding="utf-8")
        heads = [
            head.lower().replace(" ", "-") for head in re.findall(r"^## (.+)$", there, re.MULTILINE)
        ]
        assert anchor in heads
