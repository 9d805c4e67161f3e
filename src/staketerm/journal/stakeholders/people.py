"""Who there is: adding, finding, editing, tagging, deleting stakeholders."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from staketerm.domain import names
from staketerm.domain.errors import Ambiguous, NotFound, UsageError
from staketerm.domain.ids import derived_id
from staketerm.domain.maps.salience import kept_as
from staketerm.domain.names import Person
from staketerm.domain.text import fold, plain_line
from staketerm.journal.opening import Journal, default_project
from staketerm.journal.receipt import Receipt
from staketerm.journal.stakeholders.merged import former_names
from staketerm.journal.stakeholders.person_row import ROLES
from staketerm.journal.writing import Writing
from staketerm.locale import _
from staketerm.store import tables
from staketerm.store.reader import Reader
from staketerm.store.records import (
    About,
    Contact,
    Entry,
    Involvement,
    Project,
    Stakeholder,
    Tag,
)

if TYPE_CHECKING:
    from staketerm.journal.requests import AddStakeholder, Attributes, EditStakeholder

OWN = ("kind", "job", "language", "do_not_contact", "private")
"""The fields of a request that belong to the stakeholder."""

INVOLVED = (
    "power",
    "interest",
    "impact",
    "reach",
    "desired",
    "valued_critic",
    "style",
    "ideal_days",
    "latest_days",
    "recurrence",
)
"""The fields of a request that belong to the involvement, besides roles and salience."""

WAYS = {"emails": "email", "phones": "phone", "urls": "url"}
"""The fields of a request that hold ways to reach somebody."""


def directory(journal: Journal) -> tuple[Person, ...]:
    """Everybody by id, handle and name, those last in touch first (then by name)."""
    with journal.read() as reader:
        return people(reader)


def people(reader: Reader) -> tuple[Person, ...]:
    """`directory`, by a reader at hand."""
    person, state = tables.stakeholder, tables.state
    query = (
        select(person.c.id, person.c.handle, person.c.name, state.c.last_contact)
        .outerjoin(state, state.c.stakeholder == person.c.id)
        .where(person.c.deleted.is_(None), person.c.merged_into.is_(None))
        .order_by(person.c.folded)
    )
    rows = sorted(reader.select(query), key=lambda row: row[3] or date.min, reverse=True)
    unique = {row: Person(row, handle, name) for row, handle, name, _last in rows}
    return tuple(unique.values())


def find(journal: Journal, who: str) -> Person:
    """Whom a handle, unique prefix or fuzzy name means, an earlier one where somebody was merged;
    raises NotFound or Ambiguous.
    """
    with journal.read() as reader:
        known = people(reader)
        try:
            return names.choose(who, known)
        except (NotFound, Ambiguous):
            earlier = names.sure(names.find(who, former_names(reader), guess=False))
            if earlier is None:
                raise
    return next(person for person in known if person.key == earlier.key)


def get_stakeholder(journal: Journal, stakeholder: str) -> Stakeholder:
    """The row of a stakeholder; raises NotFound for an id that is not here any more."""
    with journal.read() as reader:
        return _present(reader, stakeholder)


def namesakes(journal: Journal, name: str) -> tuple[Person, ...]:
    """Those whose handle or whole name `name` is, whatever its capitals and accents."""
    wanted = fold(plain_line(name))
    return tuple(
        one for one in directory(journal) if wanted in (one.handle, fold(plain_line(one.name)))
    )


def involvements(journal: Journal, stakeholder: str) -> dict[str, Involvement]:
    """What a stakeholder is to each project they are in, by the project's id."""
    table = tables.involvement
    with journal.read() as reader:
        rows = reader.rows(Involvement, table.c.stakeholder == stakeholder)
    return {row.project: row for row in rows}


def find_project(journal: Journal, name: str) -> Project:
    """The project of a name or a unique beginning of it; raises NotFound or UsageError."""
    with journal.read() as reader:
        projects = reader.rows(Project)
    wanted = fold(name)
    exact = [project for project in projects if fold(project.name) == wanted]
    begun = exact or [project for project in projects if fold(project.name).startswith(wanted)]
    if len(begun) == 1:
        return begun[0]
    known = ", ".join(sorted(project.name for project in projects))
    if begun:
        raise UsageError(
            _("Which project {name}? {projects}").format(
                name=name, projects=", ".join(project.name for project in begun)
            )
        )
    raise NotFound(
        _("There is no project {name}. Here are: {known}").format(name=name, known=known)
    )


def projects(journal: Journal) -> tuple[Project, ...]:
    """Every project by name."""
    with journal.read() as reader:
        return tuple(sorted(reader.rows(Project), key=lambda project: fold(project.name)))


def add_stakeholder(journal: Journal, request: "AddStakeholder") -> Receipt:
    """Somebody new; an organisation that is not here yet is made and named in the receipt."""
    with journal.write("add") as writing:
        add(writing, request)
    return writing.receipt


def add(writing: Writing, request: "AddStakeholder") -> str:
    """`add_stakeholder` within a unit of work at hand; the new stakeholder's id."""
    # first: an organisation of the same name, made here, takes its handle before the person does
    organisation = _organisation(writing, request.organisation)
    stakeholder = Stakeholder(
        id=writing.new_id(),
        kind=request.kind or "person",
        name=request.name,
        folded=fold(request.name),
        handle=_free_handle(writing, request.name),
        organisation=organisation,
        job=request.job or None,
        language=request.language or None,
        do_not_contact=request.do_not_contact or False,
        private=request.private or False,
    )
    writing.put(stakeholder)
    for field, way in WAYS.items():
        _set_contacts(writing, stakeholder.id, way, getattr(request, field))
    _set_tags(writing, stakeholder.id, request.tags)
    _attribute(writing, stakeholder.id, request)
    if request.note:
        entry = Entry(id=writing.new_id(), kind="note", day=writing.today, text=request.note)
        writing.put(entry)
        writing.put(About(id=writing.new_id(), entry=entry.id, stakeholder=stakeholder.id))
    return stakeholder.id


def edit_stakeholder(journal: Journal, request: "EditStakeholder") -> Receipt:
    """Change what is given and empty what `clear` names; raises NotFound for an unknown id.

    Where a project is named, the stakeholder is in it from then on.
    """
    with journal.write("edit") as writing:
        person = _present(writing.work, request.stakeholder)
        changes: dict[str, Any] = {
            field: value for field in OWN if (value := getattr(request, field)) is not None
        }
        if request.name is not None:
            changes |= {"name": request.name, "folded": fold(request.name)}
        if request.organisation is not None:
            changes["organisation"] = _organisation(writing, request.organisation)
        changes |= dict.fromkeys(request.clear & {"organisation", "job", "language"})
        if changes:
            writing.patch(Stakeholder, person.id, **changes)
        for field, way in WAYS.items():
            if (values := getattr(request, field)) is not None:
                _set_contacts(writing, person.id, way, values)
        if request.tags is not None:
            _set_tags(writing, person.id, request.tags)
        if request.project is not None or _says_attributes(request):
            _attribute(writing, person.id, request, request.clear)
    return writing.receipt


def tag(journal: Journal, stakeholders: Iterable[str], *, add: str = "", drop: str = "") -> Receipt:
    """Put a tag on stakeholders, or take one off, in one batch."""
    with journal.write("tag") as writing:
        for stakeholder in stakeholders:
            if word := fold(add.strip()):
                row = tag_id(stakeholder, word)
                writing.put(Tag(id=row, stakeholder=stakeholder, tag=word))
            if word := fold(drop.strip()):
                writing.delete(Tag, tag_id(stakeholder, word))
    return writing.receipt


def delete_stakeholder(journal: Journal, stakeholder: str) -> Receipt:
    """Take a stakeholder out of sight; their rows stay, and undo brings all of it back."""
    with journal.write("delete") as writing:
        writing.delete(Stakeholder, stakeholder)
    return writing.receipt


def tag_id(stakeholder: str, word: str) -> str:
    """The id of a tag on a stakeholder: it follows from the pair."""
    return derived_id(None, "tag", stakeholder, word)


def _present(reader: Reader, stakeholder: str) -> Stakeholder:
    person = reader.get(Stakeholder, stakeholder)
    if person is None:
        raise NotFound(_("This stakeholder is not in the journal any more."))
    return person


def _free_handle(writing: Writing, name: str) -> str:
    table = tables.stakeholder
    base = names.handle(name, ())
    query = select(table.c.handle).where(table.c.handle.startswith(base, autoescape=True))
    return names.handle(name, {row.handle for row in writing.work.select(query)})


def _organisation(writing: Writing, name: str | None) -> str | None:
    """The id of the organisation of a name, made where it is not here yet."""
    if not name:
        return None
    table = tables.stakeholder
    known = writing.work.rows(
        Stakeholder, table.c.folded == fold(name), table.c.kind == "organisation"
    )
    if known:
        return known[0].id
    made = Stakeholder(
        id=writing.new_id(),
        kind="organisation",
        name=name,
        folded=fold(name),
        handle=_free_handle(writing, name),
    )
    writing.put(made)
    writing.note(_("{name} is new here, as an organisation.").format(name=name))
    return made.id


def _set_contacts(writing: Writing, stakeholder: str, way: str, values: tuple[str, ...]) -> None:
    """Make the ways of one sort exactly `values`."""
    table = tables.contact
    present = {
        contact.folded: contact
        for contact in writing.work.rows(
            Contact, table.c.stakeholder == stakeholder, table.c.way == way
        )
    }
    wanted = {fold(value): value for value in values if value}
    for folded, value in wanted.items():
        if folded not in present:
            writing.put(
                Contact(
                    id=writing.new_id(),
                    stakeholder=stakeholder,
                    way=way,
                    value=value,
                    folded=folded,
                )
            )
    for folded, contact in present.items():
        if folded not in wanted:
            writing.delete(Contact, contact.id)


def _set_tags(writing: Writing, stakeholder: str, words: tuple[str, ...]) -> None:
    """Make the tags exactly `words`."""
    table = tables.tag
    wanted = {fold(word.strip()) for word in words} - {""}
    present = {row.tag for row in writing.work.rows(Tag, table.c.stakeholder == stakeholder)}
    for word in sorted(wanted - present):
        writing.put(Tag(id=tag_id(stakeholder, word), stakeholder=stakeholder, tag=word))
    for word in sorted(present - wanted):
        writing.delete(Tag, tag_id(stakeholder, word))


def _says_attributes(request: "EditStakeholder") -> bool:
    """Whether a change concerns what somebody is to a project; without it nobody gets into one."""
    fields = {*INVOLVED, "roles", "salience"}
    return bool(request.clear & fields) or any(
        getattr(request, field) is not None for field in fields
    )


def _attribute(
    writing: Writing,
    stakeholder: str,
    request: "Attributes",
    clear: frozenset[str] = frozenset(),
) -> None:
    """Set what the request says about the involvement."""
    project = request.project or default_project(writing.work).id
    row = writing.involve(stakeholder, project)
    changes: dict[str, Any] = {
        field: value for field in INVOLVED if (value := getattr(request, field)) is not None
    }
    if request.roles is not None:
        changes["roles"] = ROLES.join(request.roles) or None
    if request.salience is not None:
        changes["salience"] = kept_as(request.salience)
    emptied = clear & {*INVOLVED, "roles", "salience"} - {"valued_critic"}
    changes |= dict.fromkeys(emptied)
    if changes:
        writing.patch(Involvement, row, **changes)
