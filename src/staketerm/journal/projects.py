"""The projects of a journal as a list, and changing one."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, and_, func, select

from staketerm.domain.errors import UsageError
from staketerm.domain.progress import KINDS
from staketerm.domain.text import clean_name, fold
from staketerm.journal.opening import DEFAULT_PROJECT, Journal, default_project
from staketerm.journal.receipt import Receipt
from staketerm.locale import _
from staketerm.store import tables
from staketerm.store.reader import Reader
from staketerm.store.records import Project


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """A project as a list shows it.

    `kind` is project or personal; `people` counts who is in it, `entries` its progress entries,
    `open_risks` those of them that are still open; `last` is the day of the newest one; `default`
    says that it is the one taken where none is said.
    """

    id: str
    name: str
    kind: str
    default: bool
    people: int = 0
    entries: int = 0
    open_risks: int = 0
    last: date | None = None


def overview(journal: Journal) -> tuple[ProjectRow, ...]:
    """Every project by name, with how much there is of it."""
    with journal.read() as reader:
        usual = default_project(reader).id
        people = {row[0]: row[1] for row in reader.select(_people())}
        entries = {row[0]: row[1:] for row in reader.select(_entries())}
        return tuple(
            ProjectRow(
                project.id,
                project.name,
                project.kind,
                project.id == usual,
                people.get(project.id, 0),
                *entries.get(project.id, (0, 0, None)),
            )
            for project in sorted(reader.rows(Project), key=lambda project: fold(project.name))
        )


def named(journal: Journal, name: str) -> Project | None:
    """The project of exactly that name, whatever its case; None where there is none."""
    with journal.read() as reader:
        return _named(reader, clean_name(name, _("project")))


def add_project(
    journal: Journal, name: str, *, personal: bool = False, default: bool = False
) -> Receipt:
    """A new project; with `default` it is the one taken where none is said. Raises UsageError for a
    name that is taken.
    """
    wanted = clean_name(name, _("project"))
    with journal.write("project") as writing:
        _refuse_taken(writing.work, wanted)
        project = Project(
            id=writing.new_id(), name=wanted, kind="personal" if personal else "project"
        )
        writing.put(project)
        if default:
            writing.work.set_meta(DEFAULT_PROJECT, project.id)
    return writing.receipt


def rename_project(journal: Journal, project: str, name: str) -> Receipt:
    """Give a project another name; raises UsageError for one that is taken, NotFound where it is
    gone.
    """
    wanted = clean_name(name, _("project"))
    with journal.write("project") as writing:
        _refuse_taken(writing.work, wanted, project)
        writing.patch(Project, project, name=wanted)
    return writing.receipt


def choose_project(journal: Journal, project: str) -> None:
    """Take this project where none is said: a habit of this journal, no change of its data."""
    with journal.store.write("project") as work:
        work.set_meta(DEFAULT_PROJECT, project)


def _refuse_taken(reader: Reader, name: str, but: str | None = None) -> None:
    """Raises UsageError for a name that another project has: commands name projects by it."""
    there = _named(reader, name)
    if there is not None and there.id != but:
        raise UsageError(_("There is a project {name} already.").format(name=there.name))


def _named(reader: Reader, name: str) -> Project | None:
    wanted = fold(name)
    return next((row for row in reader.rows(Project) if fold(row.name) == wanted), None)


def _people() -> Select[Any]:
    """How many people each project has."""
    table, person = tables.involvement, tables.stakeholder
    return (
        select(table.c.project, func.count())
        .join(person, person.c.id == table.c.stakeholder)
        .where(
            table.c.deleted.is_(None), person.c.deleted.is_(None), person.c.merged_into.is_(None)
        )
        .group_by(table.c.project)
    )


def _entries() -> Select[Any]:
    """How many progress entries and open risks each project has, and the day of the newest."""
    table = tables.entry
    open_risk = and_(table.c.kind == "risk", table.c.closed_on.is_(None))
    return (
        select(
            table.c.project,
            func.count(),
            func.count().filter(open_risk),
            func.max(table.c.day),
        )
        .where(table.c.deleted.is_(None), table.c.kind.in_(tuple(KINDS.words)))
        .group_by(table.c.project)
    )
