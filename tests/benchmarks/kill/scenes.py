"""What is done when the kill comes, and what must be true afterwards: one `Scene` for each kind.

Whatever else writes a journal becomes one more line of `SCENES`.
"""

import os
import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from random import Random

from staketerm.exchange.registry import take_in
from staketerm.exchange.tables import importing
from staketerm.exchange.tables.plan import Options
from staketerm.journal import capture, history, people
from staketerm.journal.opening import Journal
from staketerm.journal.requests import AddStakeholder, Attendee, LogMeeting, LogSignal
from staketerm.journal.safety import back_up, needs_repair, repair, restore
from staketerm.store.doctor import examine
from staketerm.store.engine import connect
from staketerm.store.records import Entry, Signal
from tests.benchmarks.kill.dying import Say
from tests.benchmarks.kill.looking import TODAY, Clock, counted, notes, opened, several
from tests.store.next_schema import know_schema_2, write_revisions

PEOPLE, REGISTER = 8, 300
JOURNAL = "journal.db"

Counts = dict[str, int]


@dataclass(frozen=True, slots=True)
class Scene:
    """One kind of write: what lies there before, what is done, and what is wrong afterwards.

    `look` is told what was acknowledged; each runs in a program of its own, in a folder of its own.
    """

    name: str
    prepare: Callable[[Path], None]
    act: Callable[[Path, Say], None]
    look: Callable[[Path, tuple[str, ...]], list[str]]


def _people(folder: Path) -> None:
    with opened(folder / JOURNAL) as journal:
        for n in range(PEOPLE):
            people.add_stakeholder(journal, AddStakeholder(name=f"Person {n}", impact="high"))


def _log(place: Path, note: str, who: int = 0) -> None:
    with opened(place) as journal:
        _log_in(journal, note, who)


def _log_in(journal: Journal, note: str, who: int = 0) -> None:
    person = people.find(journal, f"Person {who}").key
    capture.log_signal(
        journal, LogSignal(stakeholder=person, kind="informal_approach", day=TODAY, note=note)
    )


def _lacking(place: Path, said: tuple[str, ...], writers: int = 1) -> list[str]:
    """Acknowledged acts that are gone, and more than were on their way."""
    there = notes(place)
    found = [f"lost: {word}" for word in said if word not in there]
    return several(found, len(there) > len(said) + writers, "acts that nobody logged")


# one act after the other


def _log_on(folder: Path, say: Say, name: str = "act", who: int = 0) -> None:
    with opened(folder / JOURNAL) as journal:
        for n in range(6):
            _log_in(journal, f"{name} {n}", who)
            say(f"{name} {n}")


def _logged(folder: Path, said: tuple[str, ...]) -> list[str]:
    return _lacking(folder / JOURNAL, said)


def _meet_on(folder: Path, say: Say) -> None:
    with opened(folder / JOURNAL) as journal:
        who = [people.find(journal, f"Person {n}").key for n in range(PEOPLE)]
        came = tuple(Attendee(stakeholder=one, kinds=("informal_approach",)) for one in who)
        for n in range(4):
            capture.log_meeting(journal, LogMeeting(title=f"{n}", day=TODAY, attendees=came))
            say(f"{n}")


def _met(folder: Path, said: tuple[str, ...]) -> list[str]:
    with opened(folder / JOURNAL) as journal, journal.read() as reader:
        came = [row.entry for row in reader.rows(Signal)]
        held = {row.title: came.count(row.id) for row in reader.rows(Entry)}
    found = [f"lost: meeting {word}" for word in said if word not in held]
    found += [f"half a meeting: {number} acts" for number in held.values() if number != PEOPLE]
    return several(found, len(held) > len(said) + 1, "meetings that nobody logged")


def _undo_on(folder: Path, say: Say) -> None:
    with opened(folder / JOURNAL) as journal:
        for n in range(4):
            _log_in(journal, f"{n}")
            say(f"log {n}")
            history.undo(journal)
            say(f"undo {n}")


def _undone(folder: Path, said: tuple[str, ...]) -> list[str]:
    """After an even number of steps nothing stands, after an odd one the act of that turn."""
    stand = [[] if steps % 2 == 0 else [str(steps // 2)] for steps in (len(said), len(said) + 1)]
    there = notes(folder / JOURNAL)
    return [] if there in stand else [f"stands: {there}, of {stand}"]


def _log_beside(folder: Path, say: Say) -> None:
    """Two programs at once; the kill meets this one alone, or both at a call of each."""
    other = os.fork()
    if other == 0:
        _log_on(folder, say, "other", 1)
        os._exit(0)
    _log_on(folder, say, "one", 0)
    os.waitpid(other, 0)


def _both_logged(folder: Path, said: tuple[str, ...]) -> list[str]:
    return _lacking(folder / JOURNAL, said, writers=2)


# all or nothing


def _register(folder: Path) -> None:
    _people(folder)
    lines = [
        f"Name {n};Office {n % 20};n{n}@office.example;{'HML'[n % 3]}\n" for n in range(REGISTER)
    ]
    text = "Naam;Organisatie;E-mail;Invloed (H/M/L)\n" + "".join(lines)
    (folder / "register.csv").write_text(text, "utf-8")


def _take_in(folder: Path, say: Say) -> None:
    with opened(folder / JOURNAL) as journal:
        take_in(journal, importing.preview(journal, folder / "register.csv", Options()))
        say("taken in")


def _taken_in(folder: Path, said: tuple[str, ...]) -> list[str]:
    there = counted(folder / JOURNAL)
    if there["stakeholder"] == PEOPLE:
        return several([], bool(said), "lost: the register")
    whole = there["stakeholder"] >= PEOPLE + REGISTER and there["contact"] == REGISTER
    return [] if whole else [f"half a register: {there}"]


def _older(folder: Path) -> None:
    _register(folder)
    _take_in(folder, lambda _word: None)
    write_revisions(folder / "revisions")


def _bring_up_to_date(folder: Path, say: Say) -> None:
    know_schema_2(folder / "revisions")
    with opened(folder / JOURNAL):
        say("opened")


def _brought_up_to_date(folder: Path, said: tuple[str, ...]) -> list[str]:
    with closing(connect(folder / JOURNAL, "ro")) as connection:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        columns = str(connection.execute("PRAGMA table_info(stakeholder)").fetchall())
    found = several([], ("pronouns" in columns) != (version == 2), "half a migration")
    found = several(found, bool(said) and version != 2, "lost: a migration")
    know_schema_2(folder / "revisions")
    found += _taken_in(folder, ("taken in",))
    kept = list((folder / "backups").glob("*-s1.db"))
    return several(found, not kept, "no backup of before")


# copies and the way back


def _back_up_on(folder: Path, say: Say) -> None:
    with opened(folder / JOURNAL) as journal:
        for n in range(2):
            _log_in(journal, f"{n}")
            say(f"{n}")
            say(str(back_up(journal)))


def _backed_up(folder: Path, said: tuple[str, ...]) -> list[str]:
    acts = tuple(word for word in said if "/" not in word)
    copies = [Path(word) for word in said if "/" in word]
    found = _lacking(folder / JOURNAL, acts)
    found += [f"lost: {each.name}" for each in copies if not each.exists()]
    for number, each in enumerate(sorted((folder / "backups").glob("*.db")), 1):
        with closing(connect(each, "immutable")) as copy:
            sound = copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            acts_there = copy.execute("SELECT count(*) FROM signal").fetchone()[0]
        found = several(found, not sound or acts_there != number, f"{each.name} is not whole")
    return found


def _crashed(folder: Path) -> None:
    """A journal whose newest acts lie in its -wal alone, and a backup from before them."""
    _people(folder)
    _log(folder / JOURNAL, "old")
    with opened(folder / JOURNAL) as journal:
        back_up(journal, folder / "kept.db")
        _log_in(journal, "newer")
        for ending in ("", "-wal", ".open"):
            shutil.copy(f"{folder / JOURNAL}{ending}", f"{folder / 'crashed.db'}{ending}")
    for ending in ("", "-wal", ".open"):
        Path(f"{folder / 'crashed.db'}{ending}").replace(f"{folder / JOURNAL}{ending}")


def _restore_on(folder: Path, say: Say) -> None:
    restore(folder / JOURNAL, folder / "kept.db", Clock())
    say("restored")
    _log(folder / JOURNAL, "since")
    say("since")


def _restored(folder: Path, said: tuple[str, ...]) -> list[str]:
    there = notes(folder / JOURNAL)
    if there == ["newer", "old"]:
        return several([], bool(said), "lost: the restore")
    aside = [notes(each) for each in folder.glob("*-replaced.db")]
    found = several([], aside != [["newer", "old"]], f"what was replaced is not kept: {aside}")
    wanted = [["old", "since"]] if "since" in said else [["old"], ["old", "since"]]
    return several(found, there not in wanted, f"stands: {there}, of {wanted}")


def _damaged(folder: Path) -> None:
    """A register, backed up, with later acts, and rubbish in some pages of its people."""
    _register(folder)
    _take_in(folder, lambda _word: None)
    _log(folder / JOURNAL, "old")
    with opened(folder / JOURNAL) as journal:
        back_up(journal)
    _log(folder / JOURNAL, "newer")
    pages = bytearray((folder / JOURNAL).read_bytes())
    for at in range(4096, len(pages), 4096):
        if b"Name 15" in pages[at : at + 4096]:
            pages[at : at + 4096] = Random(at).randbytes(4096)
    (folder / JOURNAL).write_bytes(pages)
    shutil.copy(folder / JOURNAL, folder / "as-it-was")


def _repair_on(folder: Path, say: Say) -> None:
    repair(folder / JOURNAL, Clock())
    say("repaired")


def _repaired(folder: Path, said: tuple[str, ...]) -> list[str]:
    original = (folder / "as-it-was").read_bytes()
    kept = [folder / JOURNAL, *folder.glob("*-damaged.db")]
    found = several([], original not in [each.read_bytes() for each in kept], "touched: original")
    if needs_repair(examine(folder / JOURNAL, Clock().now())):
        found = several(found, bool(said), "lost: the repair")
        repair(folder / JOURNAL, Clock())
    return found + _taken_in(folder, ("taken in",)) + _lacking(folder / JOURNAL, ("old", "newer"))


SCENES = (
    Scene("log", _people, _log_on, _logged),
    Scene("meeting", _people, _meet_on, _met),
    Scene("undo", _people, _undo_on, _undone),
    Scene("two-programs", _people, _log_beside, _both_logged),
    Scene("import", _register, _take_in, _taken_in),
    Scene("migration", _older, _bring_up_to_date, _brought_up_to_date),
    Scene("backup", _people, _back_up_on, _backed_up),
    Scene("restore", _crashed, _restore_on, _restored),
    Scene("repair", _damaged, _repair_on, _repaired),
)
