"""Exchanges that are cut off while they take in, give or back up, in the manner of `writes`."""

import json
from contextlib import ExitStack
from hashlib import sha256
from pathlib import Path

from staketerm.exchange.sync.sharing import share
from staketerm.exchange.sync.team import sync
from staketerm.journal import capture
from staketerm.journal.opening import Journal
from staketerm.journal.requests import LogSignal
from staketerm.journal.stakeholders import people
from staketerm.store.records import Signal
from tests.benchmarks.kill.dying import Say
from tests.benchmarks.kill.looking import TODAY, notes, opened, several
from tests.benchmarks.kill.writes import JOURNAL, PEOPLE, log_in, with_people

ACTS = 40
"""What a colleague gives at once."""

THEIRS = "theirs.db"


def shared(folder: Path) -> None:
    """Two journals of one share, and forty acts of the other's that are news here."""
    with_people(folder)
    with opened(folder / JOURNAL) as mine:
        project = mine.default_project().id
        share(mine, folder / "team", project, "notes")
        sync(mine, folder / "team", "me", origin="moved")
        with opened(folder / THEIRS) as theirs:
            sync(theirs, folder / "team", "they", origin="moved")
            for n in range(ACTS):
                person = people.find(theirs, f"Person {n % PEOPLE}").key
                act = LogSignal(
                    stakeholder=person,
                    kind="contact",
                    day=TODAY,
                    project=project,
                    note=f"theirs {n}",
                )
                capture.log_signal(theirs, act)
            sync(theirs, folder / "team", "they", origin="moved")
        log_in(mine, "before")


def sync_on(folder: Path, say: Say) -> None:
    """Take in what is new, give one's own, write on, give again."""
    with opened(folder / JOURNAL) as journal:
        exchange(journal, folder)
        say("taken in")
        log_in(journal, "since")
        say("since")
        exchange(journal, folder)
        say("given")


def exchange(journal: Journal, folder: Path, name: str = "me") -> None:
    sync(journal, folder / "team", name, origin="moved")


def synced(folder: Path, said: tuple[str, ...]) -> list[str]:
    """All of the other's acts are there, or none; one's own are never lost; what lies in the folder
    is as its manifest says, or is seen not to be; the next sync mends everything.
    """
    found = _lacking(folder, said)
    torn = not _as_told(folder)
    with opened(folder / THEIRS) as theirs:
        done = sync(theirs, folder / "team", "they", origin="moved")
        found = several(found, torn and not done.waiting, "torn files that nobody saw")
    with ExitStack() as stack:
        mine = stack.enter_context(opened(folder / JOURNAL))
        theirs = stack.enter_context(opened(folder / THEIRS))
        for _round in range(2):
            exchange(mine, folder)
            exchange(theirs, folder, "they")
        given = [_given(folder, each) for each in (mine, theirs)]
        with mine.read() as reader:
            acts = len(reader.rows(Signal))
    found = several(found, given[0] != given[1], "two who do not agree after the next sync")
    found = several(found, acts < ACTS + 1, f"{acts} acts after the next sync")
    return found + [f"left over: {each.name}" for each in (folder / "team").glob("**/.tmp-*")]


def _lacking(folder: Path, said: tuple[str, ...]) -> list[str]:
    there = notes(folder / JOURNAL)
    theirs = sum(note.startswith("theirs") for note in there)
    found = several([], theirs not in (0, ACTS), f"half of a colleague's: {theirs}")
    found = several(found, "taken in" in said and theirs != ACTS, "lost: what was taken in")
    found = several(found, "before" not in there, "lost: before")
    return several(found, "since" in said and "since" not in there, "lost: since")


def _as_told(folder: Path) -> bool:
    """Whether every file here is as its manifest says."""
    for manifest in (folder / "team" / "from").glob("*-me/manifest.json"):
        for name, told in json.loads(manifest.read_bytes())["files"].items():
            path = manifest.with_name(name)
            if not path.exists() or sha256(path.read_bytes()).hexdigest() != told["sha256"]:
                return False
    return True


def _given(folder: Path, journal: Journal) -> dict[str, bytes]:
    (own,) = (folder / "team" / "from").glob(f"{journal.store.replica}*")
    return {each.name: each.read_bytes() for each in own.glob("*.csv")}
