"""Two stakeholders who turn out to be one (storage-sync 1.3).

The one with the smaller id stays, so that colleagues who find it out apart from each other, and
pair by pair, come to the same: each points to a smaller one, and whoever points to nobody stays for
all of them. Everything told of the others is moved to whom they turned out to be, here and wherever
rows for them still arrive; their names stay with them, to be found by.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import func, select

from staketerm.domain.errors import NotFound, UsageError
from staketerm.domain.ids import derived_id
from staketerm.domain.names import Person
from staketerm.journal.opening import Journal
from staketerm.journal.receipt import Receipt
from staketerm.journal.stakeholders.merged import roots
from staketerm.journal.stakeholders.people import tag_id
from staketerm.journal.stakeholders.person_row import ROLES
from staketerm.journal.writing import Writing
from staketerm.locale import _
from staketerm.store import tables
from staketerm.store.reader import Reader
from staketerm.store.records import (
    About,
    Absence,
    Action,
    Agreement,
    Ask,
    Consent,
    Contact,
    Involvement,
    Judgement,
    Row,
    Signal,
    Stakeholder,
    Tag,
)

MOVED: tuple[type[Row], ...] = (Signal, Ask, Agreement, Judgement, Absence, Consent)
"""What is somebody's by the row alone, and simply changes hands."""

OWNED: tuple[type[Row], ...] = (*MOVED, Contact, Involvement, Tag, Action, About)
"""All that can be somebody's."""

FILLED = ("organisation", "job", "language")
"""What is taken over of the other where the one who stays has none."""

ATTRIBUTES = (
    "power",
    "interest",
    "impact",
    "reach",
    "desired",
    "style",
    "ideal_days",
    "latest_days",
    "recurrence",
    "salience",
)
"""The same of what they are to a project."""


@dataclass(frozen=True, slots=True)
class Merger:
    """What making two of one does: who stays, who is found by name alone from then on, and how many
    rows of each table move; `notes` are what to know before.
    """

    stays: Person
    goes: Person
    rows: Mapping[str, int]
    notes: tuple[str, ...] = ()


def merger(journal: Journal, one: str, other: str) -> Merger:
    """What merging two would do; raises NotFound and UsageError as `merge` does."""
    with journal.read() as reader:
        stays, goes = _pair(reader, one, other)
        rows = {}
        for kind in OWNED:
            table = tables.metadata.tables[kind.table]
            many = select(func.count()).where(
                table.c.stakeholder == goes.id, table.c.deleted.is_(None)
            )
            rows[kind.table] = reader.select(many)[0][0]
        notes = _notes(reader, stays, goes)
    return Merger(
        stays=Person(stays.id, stays.handle, stays.name),
        goes=Person(goes.id, goes.handle, goes.name),
        rows={table: many for table, many in rows.items() if many},
        notes=notes,
    )


def merge(journal: Journal, one: str, other: str) -> Receipt:
    """Make one of two stakeholders, whichever is named first. One step of undo, which brings both
    back; what was logged since stays with the one.

    Raises NotFound for somebody who is not here, UsageError for two who are one already, of whom
    one alone is private, or one alone an organisation.
    """
    with journal.write("merge") as writing:
        stays, goes = _pair(writing.work, one, other)
        values: dict[str, Any] = {
            name: told
            for name in FILLED
            if getattr(stays, name) is None
            and (told := getattr(goes, name)) is not None
            and told != stays.id
        }
        if goes.do_not_contact:
            values["do_not_contact"] = True
        if values:
            writing.patch(Stakeholder, stays.id, **values)
        writing.patch(Stakeholder, goes.id, merged_into=stays.id)
        gather(writing)
    return writing.receipt


def gather(writing: Writing) -> None:
    """Move what is still told of those who were merged to whom they turned out to be.

    Whoever is merged with somebody private, or deleted, keeps what is theirs.
    """
    for who, root in sorted(roots(writing.work).items()):
        there = writing.work.get(Stakeholder, root)
        here = writing.work.get(Stakeholder, who)
        if there is None or here is None or there.private != here.private:
            continue
        for kind in OWNED:
            table = tables.metadata.tables[kind.table].c
            for row in writing.work.rows(kind, table.stakeholder == who, order_by=table.id):
                _move(writing, row, root)
        column = tables.stakeholder.c.organisation
        for member in writing.work.rows(Stakeholder, column == who):
            writing.patch(Stakeholder, member.id, organisation=root)


def _move(writing: Writing, row: Row, root: str) -> None:
    """One row of whoever was merged becomes one of whom they turned out to be."""
    match row:
        case Involvement():
            _involve(writing, row, root)
        case Tag():
            writing.put(replace(row, id=tag_id(root, row.tag), stakeholder=root))
            writing.delete(Tag, row.id)
        case Action():
            id = derived_id(None, row.kind, root, row.project, row.occasion)
            if writing.work.get(Action, id) is None:
                writing.put(replace(row, id=id, stakeholder=root))
            writing.delete(Action, row.id)
        case Contact() | About() if _has_the_same(writing.work, row, root):
            writing.delete(type(row), row.id)
        case _:
            writing.patch(type(row), row.id, stakeholder=root)


def _involve(writing: Writing, row: Involvement, root: str) -> None:
    """Take over what the one who stays is not known to be in a project, and all roles."""
    there = writing.work.get(Involvement, writing.involve(root, row.project))
    if there is not None:
        told = {name: getattr(row, name) for name in ATTRIBUTES if getattr(there, name) is None}
        roles = ROLES.join(dict.fromkeys([*_roles(there), *_roles(row)])) or None
        critic = there.valued_critic or row.valued_critic
        writing.patch(Involvement, there.id, **told, roles=roles, valued_critic=critic)
    writing.delete(Involvement, row.id)


def _roles(row: Involvement) -> list[str]:
    return row.roles.split(ROLES) if row.roles else []


def _has_the_same(reader: Reader, row: Contact | About, root: str) -> bool:
    """Whether the other one has this way to reach them, or this part in an entry, already."""
    if isinstance(row, Contact):
        contact = tables.contact.c
        same = contact.way == row.way, contact.folded == row.folded, contact.stakeholder == root
        return bool(reader.rows(Contact, *same, limit=1))
    about = tables.about.c
    part = about.entry == row.entry, about.role == row.role, about.stakeholder == root
    return bool(reader.rows(About, *part, limit=1))


def _pair(reader: Reader, one: str, other: str) -> tuple[Stakeholder, Stakeholder]:
    """Who stays and who goes; those who were merged before stand for whom they turned out to be."""
    known = roots(reader)
    ids = sorted({known.get(who, who) for who in (one, other)})
    if len(ids) == 1:
        raise UsageError(_("These two are one already."))
    stays, goes = (reader.get(Stakeholder, who) for who in ids)
    if stays is None or goes is None:
        raise NotFound(_("This stakeholder is not in the journal any more."))
    if stays.private != goes.private:
        raise UsageError(
            _(
                "Only one of {one} and {other} is private; what is theirs would mix. Make both "
                "private, or none, first: `staketerm edit`."
            ).format(one=stays.name, other=goes.name)
        )
    if (stays.kind == "organisation") != (goes.kind == "organisation"):
        raise UsageError(_("An organisation and a person are not one; change the kind first."))
    return stays, goes


def _notes(reader: Reader, stays: Stakeholder, goes: Stakeholder) -> tuple[str, ...]:
    """What to know before: what the one who stays has, and the other has too but otherwise; and
    that ways to reach the other come to be shared.
    """
    said = [
        _("{field} stays {value}, not {other}").format(field=name, value=kept, other=told)
        for name in ("job", "language")
        if (kept := getattr(stays, name)) and (told := getattr(goes, name)) and kept != told
    ]
    if _is_shared(reader, stays.id) and not _is_shared(reader, goes.id):
        said.append(
            _("{name} is in a shared project: contacts and tags of {other} will be shared.").format(
                name=stays.name, other=goes.name
            )
        )
    return tuple(said)


def _is_shared(reader: Reader, who: str) -> bool:
    involved, project = tables.involvement.c, tables.project.c
    query = (
        select(involved.id)
        .join(tables.project, project.id == involved.project)
        .where(
            involved.stakeholder == who,
            involved.deleted.is_(None),
            project.deleted.is_(None),
            project.sharing != "none",
        )
        .limit(1)
    )
    return bool(reader.select(query))
