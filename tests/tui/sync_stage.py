"""A journal that shares a project with two colleagues, whose news lie in the folder: what the tests
of the sync screen play on."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from staketerm.exchange.sync.folder import open_share
from staketerm.exchange.sync.identity import make_sure
from staketerm.exchange.sync.known import remember_folder
from staketerm.exchange.sync.sharing import known_as, share
from staketerm.exchange.sync.team import sync
from staketerm.journal.capture import log_meeting, log_signal, write_note
from staketerm.journal.opening import Journal, open_journal
from staketerm.journal.positions.judging import judge
from staketerm.journal.projects import add_project, rename_project
from staketerm.journal.requests import (
    AddStakeholder,
    Attendee,
    Judge,
    LogMeeting,
    LogSignal,
    WriteNote,
)
from staketerm.journal.stakeholders.people import add_stakeholder, find, find_project
from staketerm.store.clock import FixedClock
from staketerm.store.records import Involvement, Stakeholder

FRIDAY, MONDAY, TODAY = date(2026, 11, 20), date(2026, 11, 23), date(2026, 11, 24)


@contextmanager
def at(path: Path, day: date, hour: int, minute: int = 0) -> Iterator[Journal]:
    """A journal, opened at a moment."""
    now = datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC)
    with open_journal(path, clock=FixedClock(now, day)) as journal:
        yield journal


def stage(place: Path) -> tuple[Path, Path]:
    """One's own journal and the folder of the share, in a place; made once, then copied."""
    shutil.copytree(_staged().name, place, dirs_exist_ok=True)
    mine, folder = place / "mine.db", place / "graafloket-team"
    _settled_in(mine, folder)
    return mine, folder


def noor(place: Path) -> Path:
    """Noor's journal, in the place of the stage."""
    path = place / "noor.db"
    _settled_in(path, place / "graafloket-team")
    return path


def _settled_in(path: Path, folder: Path) -> None:
    """A journal knows that it lies here now, and where the folder does."""
    with at(path, MONDAY, 17, 2) as journal:
        make_sure(journal, "moved")
        share_folder = open_share(folder)
        assert share_folder is not None
        remember_folder(journal, share_folder)


@cache
def _staged() -> TemporaryDirectory[str]:
    held = TemporaryDirectory()
    place = Path(held.name)
    mine, noors, tims = (place / f"{name}.db" for name in ("mine", "noor", "tim"))
    folder = place / "graafloket-team"
    with at(mine, FRIDAY, 9) as journal:
        _furnish(journal)
        share(journal, folder, journal.default_project().id, "notes")
        sync(journal, folder, known_as(journal, "Anna", ""))
    for path, name in ((noors, "Noor"), (tims, "Tim")):
        with at(path, FRIDAY, 10) as journal:
            sync(journal, folder, known_as(journal, name, ""))
    with at(mine, FRIDAY, 10, 5) as journal:
        _patch_latest(journal, 30)
    with at(tims, FRIDAY, 10, 31) as journal:
        _patch_latest(journal, 45)
        sync(journal, folder, "Tim")
    with at(mine, MONDAY, 16, 40) as journal:
        _write_job(journal, "head of permits")
    with at(noors, TODAY, 8, 12) as journal:
        _write_job(journal, "head of permits and supervision")
        _news(journal, _project(journal))
        sync(journal, folder, "Noor")
    return held


def _furnish(journal: Journal) -> None:
    rename_project(journal, journal.default_project().id, "Graafloket")
    for name in ("Anneke de Wit", "Roelof Postma", "Bram Okafor", "Daan Vermeulen"):
        add_stakeholder(journal, AddStakeholder(name=name, impact="high"))
    for kind in ("said_oppose", "no_show"):
        who = find(journal, "Bram").key
        log_signal(journal, LogSignal(stakeholder=who, kind=kind, day=date(2026, 11, 2)))
    anneke = find(journal, "Anneke").key
    write_note(
        journal, WriteNote(text="Her mother is ill.", day=date(2026, 11, 4), about=(anneke,))
    )
    judge(journal, Judge(stakeholder=anneke, label="supporter", day=date(2026, 3, 3)))
    add_project(journal, "Persoonlijk", personal=True)
    _session(journal, journal.default_project().id, ("Anneke", "Bram", "Daan"))


def _session(journal: Journal, project: str, names: tuple[str, ...]) -> None:
    log_meeting(
        journal,
        LogMeeting(
            title="Session desk rules",
            day=date(2026, 11, 10),
            project=project,
            attendees=tuple(
                Attendee(stakeholder=find(journal, name).key, kinds=("active_in_meeting",))
                for name in names
            ),
        ),
    )


def _project(journal: Journal) -> str:
    """The shared project, in a journal that joined."""
    return find_project(journal, "Graafloket").id


def _news(journal: Journal, project: str) -> None:
    for kind in ("agreement_kept", "informal_approach", "provided_resources"):
        for day in (date(2026, 11, 19), date(2026, 11, 23)):
            who = find(journal, "Bram").key
            log_signal(journal, LogSignal(stakeholder=who, kind=kind, day=day, project=project))
    add_stakeholder(journal, AddStakeholder(name="Nelleke Vos", project=project))
    _session(journal, project, ("Anneke", "Bram"))


def _write_job(journal: Journal, job: str) -> None:
    with journal.write("edit") as writing:
        writing.patch(Stakeholder, find(journal, "Anneke").key, job=job)


def _patch_latest(journal: Journal, days: int) -> None:
    who = find(journal, "Roelof").key
    with journal.write("edit") as writing:
        rows = [row for row in writing.work.rows(Involvement) if row.stakeholder == who]
        writing.patch(Involvement, rows[0].id, latest_days=days)
