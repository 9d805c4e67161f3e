"""What is shared: which projects are in a share, and under which name one writes in it."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from getpass import getuser
from pathlib import Path

from staketerm.domain.errors import UsageError
from staketerm.domain.ids import derived_id
from staketerm.exchange.sync.folder import begin_share, open_share, share_id
from staketerm.exchange.sync.scope import CHOSEN, PRIVATE, Scope, also_shared
from staketerm.journal.authors import PERSON
from staketerm.journal.opening import DEFAULT_PROJECT, Journal
from staketerm.locale import _
from staketerm.store import tables
from staketerm.store.reader import Reader
from staketerm.store.records import (
    Agreement,
    Ask,
    Entry,
    Involvement,
    Judgement,
    Project,
    Setting,
    Signal,
)
from staketerm.store.types import moment_text
from staketerm.store.work import Work

SHARE = "share:"
"""Begins the name in `meta` under which the projects of a share are kept."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What putting a project into a share would give to others: counted, before it is done.

    `judgements` and `private` count what goes only because one chose so: judgements; and signals,
    asks, agreements and entries that are private. `no_more` names what was shared of it so far and
    would not be: what colleagues have read cannot be taken back.
    """

    project: str
    name: str
    sharing: str
    people: int
    signals: int
    entries: int
    judgements: int = 0
    private: int = 0
    no_more: tuple[str, ...] = ()


def share(
    journal: Journal, path: Path, project: str, sharing: str, also: Collection[str] = ()
) -> None:
    """Put a project into the share in a folder, which becomes one where it is none; `sharing` is
    signals or notes, `also` holds judgements and private where one shares those of one's own. Said
    again it takes the place of what was said before. Raises UsageError for a folder that holds
    other things, for a personal project, and for private ones without notes.
    """
    chosen = _checked(sharing, also)
    folder = open_share(path)
    with journal.write("share") as writing:
        row = writing.work.get(Project, project)
        if row is None or row.kind == "personal":
            raise UsageError(_("A personal project is never shared; name another with --project."))
        writing.patch(Project, project, sharing=sharing)
        if chosen != sorted(also_shared(writing.work).get(project, ())):
            name = CHOSEN + project
            kept = derived_id(None, "setting", name)
            writing.put(Setting(id=kept, name=name, day=writing.today, value=chosen))
        if folder is None:
            id = share_id(journal.store.replica, moment_text(journal.clock.now()))
            folder = begin_share(path, id, row.name)
        add_projects(writing.work, folder.share, [project])


def stop_sharing(journal: Journal, path: Path, project: str) -> None:
    """Give nothing of a project any more, in whichever folder: colleagues keep what they have, and
    what they write from then on stays outside. `share` begins it again, with all that came
    meanwhile. Raises UsageError for a project that is not in the share of the folder.
    """
    folder = open_share(path)
    with journal.write("share") as writing:
        row = writing.work.get(Project, project)
        there = folder is not None and project in projects_of(writing.work, folder.share)
        if row is None or not there or row.sharing == "none":
            name = row.name if row else project
            raise UsageError(_("{name} is not shared in {path}.").format(name=name, path=path))
        writing.patch(Project, project, sharing="none")


def _checked(sharing: str, also: Collection[str]) -> list[str]:
    if PRIVATE in also and sharing != "notes":
        raise UsageError(_("What is private is shared with notes, or not at all."))
    return sorted({*also})


def offer(journal: Journal, project: str, sharing: str, also: Collection[str] = ()) -> Offer:
    """What sharing a project would give to others; raises UsageError as `share` does."""
    chosen = _checked(sharing, also)
    with journal.read() as reader:
        row = reader.get(Project, project)
        if row is None:
            raise UsageError(_("This project is not in the journal any more."))
        besides = {project: frozenset(chosen)}
        scope = Scope.of(reader, [project], sharing={project: sharing}, also=besides)
        told = {kind: list(scope.rows(reader, kind)) for kind in (*_VEILED, Judgement)}
        before = {
            *_LEVELS.get(row.sharing, ()),
            *(also_shared(reader).get(project, ()) if row.sharing != "none" else ()),
        }
    return Offer(
        project,
        row.name,
        sharing,
        len(scope.people),
        len(told[Signal]),
        len(scope.entries),
        len(told[Judgement]),
        sum(1 for kind in _VEILED for each in told[kind] if getattr(each, "private", False)),
        tuple(sorted(before - {*_LEVELS[sharing], *chosen})),
    )


_VEILED = (Signal, Ask, Agreement, Entry)
"""The kinds that can be private within a project."""

_LEVELS = {"signals": ("signals",), "notes": ("signals", "notes")}
"""What each level gives to others."""


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


def begin_with(work: Work, projects: Collection[str]) -> Project | None:
    """Take the one project that came in where none is said, in a journal that holds nothing of its
    own yet, and give it; None where it stays as it is.
    """
    before = work.meta(DEFAULT_PROJECT)
    if len(projects) != 1 or before in projects or _holds_anything(work, before):
        return None
    (project,) = projects
    row = work.get(Project, project)
    if row is None:
        return None
    work.set_meta(DEFAULT_PROJECT, project)
    return row


def _holds_anything(reader: Reader, project: str | None) -> bool:
    """Whether anybody has to do with a project, or anything was told of it."""
    return any(
        reader.rows(kind, tables.metadata.tables[kind.table].c.project == project, limit=1)
        for kind in (Involvement, Entry)
    )
