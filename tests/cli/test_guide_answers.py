"""Every key of an answer as JSON stands in the guide, and every key in the guide is printed."""

import re
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

TEXT = files("staketerm").joinpath("guide", "nurturing.md").read_text(encoding="utf-8")

Keys = dict[str, Any]
"""The keys of an object, each with the keys of the objects behind it."""


def said_keys(text: str = TEXT) -> dict[str, Keys]:
    """The keys that a page names, by command; parts in capitals are put in their places."""
    [block] = re.findall(r"```keys\n(.*?)```", text, re.DOTALL)
    lines = re.sub(r"\n +", " ", block).splitlines()
    parts = dict(line.split(": ", 1) for line in lines)
    return {
        command: _read(re.findall(r"\w+|[{}]", keys), parts)
        for command, keys in parts.items()
        if not command.isupper()
    }


def _read(words: list[str], parts: Mapping[str, str]) -> Keys:
    """The keys up to the end, or to the brace that closes them."""
    found: Keys = {}
    last = ""
    while words:
        each = words.pop(0)
        if each == "}":
            break
        if each == "{":
            found[last] = _read(words, parts)
        elif each.isupper():
            found |= _read(re.findall(r"\w+|[{}]", parts[each]), parts)
        else:
            found[last := each] = {}
    return found


def keys_of(value: object) -> Keys:
    """The keys of what a command printed; those of a list are the keys of all its objects."""
    if isinstance(value, dict):
        return {key: keys_of(each) for key, each in value.items() if key != "schema"}
    if not isinstance(value, list):
        return {}
    merged: Keys = {}
    for each in value:
        merged = together(merged, keys_of(each))
    return merged


def together(one: Keys, other: Keys) -> Keys:
    """The keys of both."""
    return {key: together(one.get(key, {}), other.get(key, {})) for key in {**one, **other}}


COMMANDS = {
    "add": "add Somebody",
    "edit": "edit tom --language nl",
    "involve": "involve tom --power 3",
    "draft": "draft ACT",
    "progress": "progress",
    "helped": "helped",
    "cadence": "cadence",
    "cadence WHO": "cadence tom",
    "brakes": "brakes",
    "done": "done ACT --outcome complaint_third_party",
    "skip": "skip ACT --why told",
    "snooze": "snooze ACT 2026-12-01",
    "due": "due --all",
    "progress KIND TEXT": "progress success Counted --who marek --affects claire --helps daan",
    "consent WHO STATE": "consent ruth granted --load 3",
    "consent WHO": "consent ruth",
    "cadence WHO --ideal N": "cadence tom --ideal 9",
    "holiday FIRST": "holiday 2026-12-24 2026-12-27",
    "holiday": "holiday",
    "brakes --cap N": "brakes --cap 4",
}
"""Each answer that the guide tells, and a command in the demo that gives it. ACT is the
first act of the day.
"""


def test_the_keys_in_it_are_those_that_are_printed(say, place):
    say("demo", "--into", str(place))
    say("cadence", "--tag", "board", "--latest", "30")

    def first_act() -> str:
        acts = say("due", "--json").json["actions"]
        return str(next(act["id"] for act in acts if act["rests"]))

    def answer(command: str) -> Keys:
        words = [first_act() if each == "ACT" else each for each in command.split()]
        return keys_of(say(*words, "--json").json)

    printed = {told: answer(command) for told, command in COMMANDS.items()}
    sheets: Keys = {}
    for person in say("list", "--json").json["stakeholders"]:
        sheets = together(sheets, answer(f"prep {person['handle']}"))
    moved = printed["done"]["moved"]
    assert moved
    for keys in printed.values():
        if "moved" in keys:
            keys["moved"] = moved
    assert {**printed, "prep": sheets} == said_keys()
