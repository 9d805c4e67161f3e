"""What is shared: which projects are in a share, and under which name one writes in it."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from getpass import getuser
from pathlib import Path

from staketerm.domain.errors import UsageError
from staketerm.exchange.sync.folder import begin_share, open_share, share_id
from staketerm.exchange.sync.scope import Scope
from staketerm.journal.opening import Journal
from staketerm.locale import _
from staketerm.store.records import Project, Signal
from staketerm.store.types import moment_text
from staketerm.store.work import Reader, Work

SHARE = "share:"
"""Begins the name in `meta` under which the projects of a share are kept."""

PERSON = "person"
"""Name in `meta` of what colleagues call whoever writes here."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What putting a project into a share would give to others: counted, before it is done."""

    project: str
    name: str
    sharing: str
    people: int
    signals: int
    entries: int


def share(journal: Journal, path: Path, project: str, sharing: str) -> None:
    """Put a project into the share in a folder, which becomes one where it is none; `sharing` is
    signals or notes. Raises UsageError for a folder that holds other things and for a personal
    project.
    """
    folder = open_share(path)
    with journal.write("share") as writing:
        row = writing.work.get(Project, project)
        if row is None or row.kind == "personal":
            raise UsageError(_("A personal project is never shared; name another with --project."))
        writing.patch(Project, project, sharing=sharing)
        if folder is None:
            id = share_id(journal.store.replica, moment_text(journal.clock.now()))
            folder = begin_share(path, id, row.name)
        add_projects(writing.work, folder.share, [project])


def offer(journal: Journal, project: str, sharing: str) -> Offer:
    """What sharing a project would give to others."""
    with journal.read() as reader:
        row = reader.get(Project, project)
        if row is None:
            raise UsageError(_("This project is not in the journal any more."))
        scope = Scope.of(reader, [project], sharing={project: sharing})
        signals = sum(1 for _row in scope.rows(reader, Signal))
    return Offer(project, row.name, sharing, len(scope.people), signals, len(scope.entries))


def known_as(journal: Journal, said: str | None, usual: str) -> str:
    """The name that colleagues see: as said now, which is kept, as kept, else the usual one."""
    with journal.read() as reader:
        kept = reader.meta(PERSON)
    if said and said != kept:
        with journal.write("share") as writing:
            writing.work.set_meta(PERSON, said)
    return said or kept or usual or journal.store.replica


def login_name() -> str:
    """The name of the login: what colleagues see as long as no other was said. Empty for none."""
    try:
        return getuser()
    except (KeyError, OSError):
        return ""


def projects_of(reader: Reader, share: str) -> list[str]:
    """The ids of the projects in a share."""
    kept = reader.meta(SHARE + share)
    found: list[str] = json.loads(kept) if kept else []
    return found


def add_projects(work: Work, share: str, projects: Collection[str]) -> None:
    known = projects_of(work, share)
    wanted = sorted({*known, *projects})
    if wanted != known:
        work.set_meta(SHARE + share, json.dumps(wanted))
