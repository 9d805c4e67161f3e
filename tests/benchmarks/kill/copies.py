"""Copies, files and the ways back to them that are cut off, in the manner of `writes`."""

import shutil
from contextlib import closing
from pathlib import Path
from random import Random

from staketerm.exchange import own
from staketerm.exchange.export import export
from staketerm.exchange.plan import ImportRefused
from staketerm.journal.backups import back_up
from staketerm.journal.opening import open_journal
from staketerm.journal.safety import needs_repair, repair, restore
from staketerm.store.doctor import examine
from staketerm.store.engine import connect
from staketerm.store.records import Signal
from staketerm.store.rotation import backups_of
from tests.benchmarks.kill.dying import Say
from tests.benchmarks.kill.looking import Clock, notes, opened, several
from tests.benchmarks.kill.writes import (
    JOURNAL,
    lacking,
    log,
    log_in,
    take_in_register,
    taken_in,
    with_people,
    with_register,
)


def back_up_on(folder: Path, say: Say) -> None:
    with opened(folder / JOURNAL) as journal:
        for n in range(2):
            log_in(journal, f"{n}")
            say(f"{n}")
            say(str(back_up(journal)))


def backed_up(folder: Path, said: tuple[str, ...]) -> list[str]:
    acts = tuple(word for word in said if "/" not in word)
    copies = [Path(word) for word in said if "/" in word]
    found = lacking(folder / JOURNAL, acts)
    found += [f"lost: {each.name}" for each in copies if not each.exists()]
    for number, each in enumerate(reversed(backups_of(folder / JOURNAL)), 1):
        with closing(connect(each.path, "immutable")) as copy:
            sound = copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            acts_there = copy.execute("SELECT count(*) FROM signal").fetchone()[0]
        found = several(found, not sound or acts_there != number, f"{each.path.name} is not whole")
    return found


def crashed(folder: Path) -> None:
    """A journal whose newest acts lie in its -wal alone, and a backup from before them."""
    with_people(folder)
    log(folder / JOURNAL, "old")
    with opened(folder / JOURNAL) as journal:
        back_up(journal, folder / "kept.db")
        log_in(journal, "newer")
        for ending in ("", "-wal", ".open"):
            shutil.copy(f"{folder / JOURNAL}{ending}", f"{folder / 'crashed.db'}{ending}")
    for ending in ("", "-wal", ".open"):
        Path(f"{folder / 'crashed.db'}{ending}").replace(f"{folder / JOURNAL}{ending}")


def restore_on(folder: Path, say: Say) -> None:
    restore(folder / JOURNAL, folder / "kept.db", Clock())
    say("restored")
    log(folder / JOURNAL, "since")
    say("since")


def restored(folder: Path, said: tuple[str, ...]) -> list[str]:
    there = notes(folder / JOURNAL)
    if there == ["newer", "old"]:
        return several([], bool(said), "lost: the restore")
    aside = [notes(each) for each in folder.glob("*-replaced.db")]
    found = several([], aside != [["newer", "old"]], f"what was replaced is not kept: {aside}")
    wanted = [["old", "since"]] if "since" in said else [["old"], ["old", "since"]]
    return several(found, there not in wanted, f"stands: {there}, of {wanted}")


def damaged(folder: Path) -> None:
    """A register, backed up, with later acts, and rubbish in some pages of its people."""
    with_register(folder)
    take_in_register(folder, lambda _word: None)
    log(folder / JOURNAL, "old")
    with opened(folder / JOURNAL) as journal:
        back_up(journal)
    log(folder / JOURNAL, "newer")
    pages = bytearray((folder / JOURNAL).read_bytes())
    for at in range(4096, len(pages), 4096):
        if b"Name 15" in pages[at : at + 4096]:
            pages[at : at + 4096] = Random(at).randbytes(4096)
    (folder / JOURNAL).write_bytes(pages)
    shutil.copy(folder / JOURNAL, folder / "as-it-was")


def repair_on(folder: Path, say: Say) -> None:
    repair(folder / JOURNAL, Clock())
    say("repaired")


def repaired(folder: Path, said: tuple[str, ...]) -> list[str]:
    original = (folder / "as-it-was").read_bytes()
    kept = [folder / JOURNAL, *folder.glob("*-damaged.db")]
    found = several([], original not in [each.read_bytes() for each in kept], "touched: original")
    if needs_repair(examine(folder / JOURNAL, Clock().now())):
        found = several(found, bool(said), "lost: the repair")
        repair(folder / JOURNAL, Clock())
    return found + taken_in(folder, ("taken in",)) + lacking(folder / JOURNAL, ("old", "newer"))


def exported_once(folder: Path) -> None:
    """A register, exported, and an act since."""
    with_register(folder)
    take_in_register(folder, lambda _word: None)
    with opened(folder / JOURNAL) as journal:
        export(journal, folder / "out")
    log(folder / JOURNAL, "since")


def export_on(folder: Path, say: Say) -> None:
    with opened(folder / JOURNAL) as journal:
        export(journal, folder / "out")
        say("exported")


def exported(folder: Path, said: tuple[str, ...]) -> list[str]:
    """What was cut off is the old export, the new one, or refused as not whole, never half of it.

    The next export is whole, and nothing is left of the draft that was being written.
    """
    found = [] if said or _brought_back(folder) in (None, 0, 1) else ["an export that nobody made"]
    found = several(found, bool(said) and _brought_back(folder) != 1, "lost: the export")
    export_on(folder, lambda _word: None)
    found += [f"left over: {each.name}" for each in (folder / "out").glob("**/.tmp-*")]
    return several(found, _brought_back(folder) != 1, "an export that cannot be read")


def _brought_back(folder: Path) -> int | None:
    """How many acts an empty journal takes from the export; None where it is refused."""
    with open_journal(":memory:", clock=Clock()) as journal:
        try:
            plan = own.preview(journal, folder / "out")
        except ImportRefused:
            return None
        own.take_in(journal, plan)
        with journal.read() as reader:
            return len(reader.rows(Signal))
