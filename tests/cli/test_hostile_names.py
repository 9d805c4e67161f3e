"""Names that would command a terminal, a screen or a spreadsheet are shown as harmless text."""

import json
import sqlite3

import pytest

from tests.hostile import BROKEN, CONTROLS, HOSTILE

SILENT = {*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)} - {
    10,
    9,
}


def all_shown(say) -> str:
    """Everything that the commands say of a journal."""
    handles = [row["handle"] for row in say("list", "--json").json["stakeholders"]]
    commands = [
        ("list",),
        ("list", "--json"),
        ("map",),
        ("map", "stance-energy", "--json"),
        ("due", "--all"),
        ("due", "--all", "--json"),
        ("due", "--format", "waybar"),
        ("history", "--limit", "500"),
        ("history", "--limit", "500", "--json"),
    ]
    for handle in handles[::5]:
        commands += [("show", handle), ("show", handle, "--json")]
        commands += [("why", handle), ("why", handle, "--json")]
    return "".join(said.out + said.err for said in (say(*command) for command in commands))


def harmful(text: str) -> list[str]:
    """The lines in which a terminal would obey something."""
    return [line for line in text.split("\n") if SILENT.intersection(map(ord, line))]


def test_names_and_notes_are_shown_as_text(say):
    for text in HOSTILE:
        say("add", "--new", "--note", text, "--", f"Probe {text}")
    for row in say("list", "--json").json["stakeholders"]:
        say(
            "agree",
            "--by",
            "them",
            "--due",
            "today",
            "--",
            row["handle"],
            f"x {row['stakeholder']}",
        )
    assert harmful(all_shown(say)) == []


def test_a_journal_edited_by_hand_is_shown_as_text_too(say, place):
    names = [f"Probe {number} {text}" for number, text in enumerate(CONTROLS)]
    for number, name in enumerate(names):
        say("add", f"Probe {number}")
        say("agree", f"probe-{number}", "list", "--by", "them", "--due", "today")
        with sqlite3.connect(place) as journal:
            journal.execute(
                "UPDATE stakeholder SET name = ? WHERE handle = ?", (name, f"probe-{number}")
            )
    assert harmful(all_shown(say)) == []
    listed = say("list", "--json").json["stakeholders"]
    assert sorted(row["stakeholder"] for row in listed) == sorted(names)


@pytest.mark.parametrize("text", BROKEN)
def test_what_is_no_text_is_refused_and_nothing_is_written(say, text):
    said = say("add", f"Probe {text}", code=2)
    assert "name" in said.err
    assert say("list", "--json").json["stakeholders"] == []


def test_waybar_gets_one_line_of_json_and_no_markup(say):
    say("add", "Probe <b>&")
    say("agree", "probe", "<span>x</span>", "--by", "them", "--due", "today")
    said = say("due", "--format", "waybar")
    assert "<" not in json.loads(said.out)["tooltip"]
    assert said.out.count("\n") == 1
