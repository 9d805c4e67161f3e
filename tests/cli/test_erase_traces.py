"""Who is erased leaves no byte: not in the journal, a fresh backup, the folder of a share, nor in
what the program keeps of itself."""

from collections.abc import Callable
from pathlib import Path

import pytest

WORD = "quillfeather"
NAME = f"Zeb {WORD.title()}"
MAIL = f"""From someone Tue Nov 10 09:00:00 2026
From: {NAME} <zeb@{WORD}.example>
To: me@example.org
Date: Tue, 10 Nov 2026 09:00:00 +0000
Message-ID: <1@{WORD}.example>
Subject: about {WORD}

hello
"""


def traces(*places: Path) -> dict[str, int]:
    """The files that hold the word, in whatever case, and how often."""
    found = {}
    for place in places:
        for path in place.rglob("*"):
            if path.is_file():
                data = path.read_bytes()
                many = data.lower().count(WORD.encode())
                many += data.lower().count(WORD.encode("utf-16-le"))
                if many:
                    found[str(path.relative_to(place))] = many
    return found


def forget_backups(told: dict) -> None:
    """Delete the backups that an erasure says still hold somebody."""
    for old in told["backups"]:
        Path(old["path"]).unlink()


@pytest.fixture
def known(
    say: Callable, place: Path, tmp_path: Path, empty_machine: Path, monkeypatch: pytest.MonkeyPatch
) -> str:
    """Somebody of whom everything was written that can be; their handle."""
    say("add", "Ada Lens", "--impact", "high")
    say("add", NAME, "--email", f"zeb@{WORD}.example", "--org", f"{WORD} guild", "--tag", WORD)
    who = say("list", "--json").json["stakeholders"]
    handle: str = next(row["handle"] for row in who if row["stakeholder"] == NAME)
    say("edit", handle, "--job", f"{WORD} keeper")
    say("edit", handle, "--job", "clerk")
    say("undo")
    say("edit", handle, "--name", f"{NAME} Junior")
    say("involve", handle, "--impact", "high", "--power", "5")
    for day, kind in (("2026-08-01", "agreement_kept"), ("2026-09-01", "open_opposition")):
        say("log", handle, kind, "--on", day, "--note", f"{WORD} said so")
    say("undo")
    say("ask", handle, f"the {WORD} plan")
    say("agree", handle, f"{WORD} numbers", "--by", "me", "--due", "2026-11-24")
    say("judge", handle, "critic", "--note", f"{WORD} frowns")
    say("away", handle, "2026-12-01", "2026-12-05", "--note", f"{WORD} trip")
    say("cadence", handle, "--ideal", "14")
    say("updates", handle, "useful")
    say("progress", "success", "it works", "--who", handle)
    mails = tmp_path / "in.mbox"
    mails.write_text(MAIL)
    say("import", str(mails), "--me", "me@example.org")
    mails.unlink()
    for command in ("due", "changed", "map"):
        say(command)
    for command in ("show", "why", "prep"):
        say(command, handle)
    acts = say("due", "--all", "--json").json["actions"]
    theirs: list[str] = [act["id"] for act in acts if NAME in act["stakeholder"]]
    say("draft", theirs[0])
    say("skip", theirs[0], "--why", f"{WORD} is away")
    return handle


def test_nothing_is_left_but_in_older_backups(
    say: Callable, known: str, place: Path, tmp_path: Path, empty_machine: Path
) -> None:
    team = tmp_path / "team"
    say("sync", str(team), "--project", "My project", "--share", "notes", "--yes", "--as", "Anna")
    assert traces(team)
    assert traces(place.parent)
    forget_backups(say("erase", known, "--yes", "--json").json)
    left = say("list", "--json").out + say("history", "--limit", "500").out + say("due").out
    guild = f"{WORD} guild"
    assert WORD not in left.lower().replace(guild, "")
    forget_backups(say("erase", f"{WORD}-guild", "--yes", "--json").json)
    say("sync", str(team))
    assert traces(place.parent, tmp_path, empty_machine) == {}
    assert WORD not in say("history", "--limit", "500", "--json").out.lower()


def test_who_was_found_to_be_the_same_goes_along(
    say: Callable, place: Path, tmp_path: Path, empty_machine: Path
) -> None:
    say("add", NAME)
    say("add", f"Z. {WORD}", "--new", "--email", f"z@{WORD}.example")
    handles = [row["handle"] for row in say("list", "--json").json["stakeholders"]]
    say("merge", *handles, "--yes")
    forget_backups(say("erase", handles[0], "--yes", "--json").json)
    assert say("list", "--json").json["stakeholders"] == []
    assert traces(place.parent, tmp_path, empty_machine) == {}


def test_what_is_out_of_reach_is_said(
    say: Callable, known: str, place: Path, tmp_path: Path
) -> None:
    say("sync", str(tmp_path / "team"), "--project", "My project", "--yes")
    said = say("erase", known, "--yes")
    words = said.out + said.err
    for part in ("backup", "colleague", "export"):
        assert part in words.lower(), words
