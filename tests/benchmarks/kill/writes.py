"""Writes that are cut off: what lies there before, what is done, what is wrong afterwards."""

import os
from contextlib import closing
from pathlib import Path

from staketerm.exchange.registry import take_in
from staketerm.exchange.tables import importing
from staketerm.exchange.tables.plan import Options
from staketerm.journal import capture, history
from staketerm.journal.opening import Journal
from staketerm.journal.requests import AddStakeholder, Attendee, LogMeeting, LogSignal
from staketerm.journal.stakeholders import people
from staketerm.store.engine import connect
from staketerm.store.records import Entry, Signal
from tests.benchmarks.kill.dying import Say
from tests.benchmarks.kill.looking import TODAY, counted, notes, opened, several
from tests.store.next_schema import know_schema_2, write_revisions

PEOPLE, REGISTER = 8, 300
JOURNAL = "journal.db"


def with_people(folder: Path) -> None:
    with opened(folder / JOURNAL) as journal:
        for n in range(PEOPLE):
            people.add_stakeholder(journal, AddStakeholder(name=f"Person {n}", impact="high"))


def log(place: Path, note: str, who: int = 0) -> None:
    with opened(place) as journal:
        log_in(journal, note, who)


def log_in(journal: Journal, note: str, who: int = 0) -> None:
    person = people.find(journal, f"Person {who}").key
    capture.log_signal(
        journal, LogSignal(stakeholder=person, kind="informal_approach", day=TODAY, note=note)
    )


def lacking(place: Path, said: tuple[str, ...], writers: int = 1) -> list[str]:
    """Acknowledged acts that are gone, and more than were on their way."""
    there = notes(place)
    found = [f"lost: {word}" for word in said if word not in there]
    return several(found, len(there) > len(said) + writers, "acts that nobody logged")


# one act after the other


def log_on(folder: Path, say: Say, name: str = "act", who: int = 0) -> None:
    with opened(folder / JOURNAL) as journal:
        for n in range(6):
            log_in(journal, f"{name} {n}", who)
            say(f"{name} {n}")


def logged(folder: Path, said: tuple[str, ...]) -> list[str]:
    return lacking(folder / JOURNAL, said)


def meet_on(folder: Path, say: Say) -> None:
    with opened(folder / JOURNAL) as journal:
        who = [people.find(journal, f"Person {n}").key for n in range(PEOPLE)]
        came = tuple(Attendee(stakeholder=one, kinds=("informal_approach",)) for one in who)
        for n in range(4):
            capture.log_meeting(journal, LogMeeting(title=f"{n}", day=TODAY, attendees=came))
            say(f"{n}")


def met(folder: Path, said: tuple[str, ...]) -> list[str]:
    with opened(folder / JOURNAL) as journal, journal.read() as reader:
        came = [row.entry for row in reader.rows(Signal)]
        held = {row.title: came.count(row.id) for row in reader.rows(Entry)}
    found = [f"lost: meeting {word}" for word in said if word not in held]
    found += [f"half a meeting: {number} acts" for number in held.values() if number != PEOPLE]
    return several(found, len(held) > len(said) + 1, "meetings that nobody logged")


def undo_on(folder: Path, say: Say) -> None:
    with opened(folder / JOURNAL) as journal:
        for n in range(4):
            log_in(journal, f"{n}")
            say(f"log {n}")
            history.undo(journal)
            say(f"undo {n}")


def undone(folder: Path, said: tuple[str, ...]) -> list[str]:
    """After an even number of steps nothing stands, after an odd one the act of that turn."""
    stand = [[] if steps % 2 == 0 else [str(steps // 2)] for steps in (len(said), len(said) + 1)]
    there = notes(folder / JOURNAL)
    return [] if there in stand else [f"stands: {there}, of {stand}"]


def log_beside(folder: Path, say: Say) -> None:
    """Two programs at once; the kill meets this one alone, or both at a call of each."""
    other = os.fork()
    if other == 0:
        log_on(folder, say, "other", 1)
        os._exit(0)
    log_on(folder, say, "one", 0)
    os.waitpid(other, 0)


def both_logged(folder: Path, said: tuple[str, ...]) -> list[str]:
    return lacking(folder / JOURNAL, said, writers=2)


# all or nothing


def with_register(folder: Path) -> None:
    with_people(folder)
    lines = [
        f"Name {n};Office {n % 20};n{n}@office.example;{'HML'[n % 3]}\n" for n in range(REGISTER)
    ]
    text = "Naam;Organisatie;E-mail;Invloed (H/M/L)\n" + "".join(lines)
    (folder / "register.csv").write_text(text, "utf-8")


def take_in_register(folder: Path, say: Say) -> None:
    with opened(folder / JOURNAL) as journal:
        take_in(journal, importing.preview(journal, folder / "register.csv", Options()))
        say("taken in")


def taken_in(folder: Path, said: tuple[str, ...]) -> list[str]:
    there = counted(folder / JOURNAL)
    if there["stakeholder"] == PEOPLE:
        return several([], bool(said), "lost: the register")
    whole = there["stakeholder"] >= PEOPLE + REGISTER and there["contact"] == REGISTER
    return [] if whole else [f"half a register: {there}"]


def older(folder: Path) -> None:
    with_register(folder)
    take_in_register(folder, lambda _word: None)
    write_revisions(folder / "revisions")


def bring_up_to_date(folder: Path, say: Say) -> None:
    know_schema_2(folder / "revisions")
    with opened(folder / JOURNAL):
        say("opened")


def brought_up_to_date(folder: Path, said: tuple[str, ...]) -> list[str]:
    with closing(connect(folder / JOURNAL, "ro")) as connection:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        columns = str(connection.execute("PRAGMA table_info(stakeholder)").fetchall())
    found = several([], ("pronouns" in columns) != (version == 2), "half a migration")
    found = several(found, bool(said) and version != 2, "lost: a migration")
    know_schema_2(folder / "revisions")
    found += taken_in(folder, ("taken in",))
    kept = list((folder / "backups").glob("*-s1.db"))
    return several(found, not kept, "no backup of before")
