"""What the journal knows of everybody, read once for the comparison with a file."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import select

from staketerm.domain.names import name_words
from staketerm.domain.text import fold
from staketerm.journal.stakeholders.merged import former_names, roots
from staketerm.store import tables
from staketerm.store.reader import Reader
from staketerm.store.records import Involvement, Judgement, Stakeholder

SAME_AS = "same:"
"""Names in `meta` under which an answer "this row is that person" is kept, by the row's key."""


@dataclass(slots=True)
class Present:
    """Everybody in the journal by what a row may be recognised by.

    `named` is by folded name, `mails` by folded address, `surnamed` by organisation and last word
    of the name. `ways`, `tags` and `rows` (ids of derived rows) tell what is there already. What a
    file adds is noted here too, so that its later rows meet it; `fresh` are those people.
    """

    project: str
    people: dict[str, Stakeholder] = field(default_factory=dict)
    named: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    mails: dict[str, str] = field(default_factory=dict)
    ways: set[tuple[str, str, str]] = field(default_factory=set)
    mailed: set[str] = field(default_factory=set)
    tags: set[tuple[str, str]] = field(default_factory=set)
    involved: dict[str, Involvement] = field(default_factory=dict)
    judged: dict[str, Judgement] = field(default_factory=dict)
    rows: set[str] = field(default_factory=set)
    deleted: set[str] = field(default_factory=set)
    answers: dict[str, str] = field(default_factory=dict)
    handles: set[str] = field(default_factory=set)
    surnamed: dict[tuple[str, str], list[str]] = field(default_factory=lambda: defaultdict(list))
    fresh: set[str] = field(default_factory=set)
    merged: dict[str, str] = field(default_factory=dict)

    def organisation(self, name: str) -> str | None:
        """The id of the organisation of a name, if it is here."""
        return self.of_kind(name, "organisation")

    def of_kind(self, name: str, kind: str) -> str | None:
        """The id of the first stakeholder of a name and kind, if there is one."""
        ids = self.named.get(fold(name), ())
        return next((each for each in ids if self.people[each].kind == kind), None)

    def organisation_name(self, person: Stakeholder) -> str | None:
        """The name of the organisation somebody belongs to."""
        found = self.people.get(person.organisation or "")
        return found.name if found else None

    def add(self, person: Stakeholder, *, fresh: bool = False) -> None:
        """Count a stakeholder as here; `fresh` if the file at hand brought them."""
        self.people[person.id] = person
        self.named[person.folded].append(person.id)
        if person.organisation and (words := name_words(person.name)):
            self.surnamed[person.organisation, words[-1]].append(person.id)
        if fresh:
            self.fresh.add(person.id)

    def add_way(self, stakeholder: str, way: str, folded: str) -> None:
        """Count a way to reach somebody as here."""
        self.ways.add((stakeholder, way, folded))
        if way == "email":
            self.mails.setdefault(folded, stakeholder)
            self.mailed.add(stakeholder)


def present(reader: Reader, project: str) -> Present:
    """Everybody as they are now, with what is known of them in one project."""
    here = Present(project)
    _people(reader, here)
    _ways(reader, here)
    _attributes(reader, here)
    meta = tables.meta.c
    for name, value in reader.select(
        select(meta.name, meta.value).where(meta.name.startswith(SAME_AS))
    ):
        here.answers[name.removeprefix(SAME_AS)] = value
    return here


def _people(reader: Reader, here: Present) -> None:
    table = tables.stakeholder.c
    for row, handle, deleted in reader.select(select(table.id, table.handle, table.deleted)):
        here.handles.add(handle)
        if deleted:
            here.deleted.add(row)
    for person in reader.rows(Stakeholder, order_by=table.id):
        if person.merged_into is None:
            here.add(person)
    here.merged = roots(reader)
    for former in former_names(reader):
        named = here.named[fold(former.name)]
        named += [former.key] if former.key not in named else []


def _ways(reader: Reader, here: Present) -> None:
    contact, tag = tables.contact.c, tables.tag.c
    ways = select(contact.id, contact.stakeholder, contact.way, contact.folded, contact.deleted)
    for row, who, way, folded, deleted in reader.select(ways):
        here.deleted |= {row} if deleted else set()
        if not deleted and who in here.people:
            here.add_way(who, way, folded)
    for row, who, word, deleted in reader.select(
        select(tag.id, tag.stakeholder, tag.tag, tag.deleted)
    ):
        if deleted:
            here.deleted.add(row)
        else:
            here.tags.add((who, word))


def _attributes(reader: Reader, here: Present) -> None:
    involvement, judgement = tables.involvement.c, tables.judgement.c
    for involved in reader.rows(Involvement, involvement.project == here.project, deleted=True):
        if involved.deleted:
            here.deleted.add(involved.id)
        else:
            here.involved[involved.stakeholder] = involved
    for judged in reader.rows(
        Judgement, judgement.project == here.project, order_by=(judgement.day, judgement.id)
    ):
        here.judged[judged.stakeholder] = judged
    _derived(reader, here)


def _derived(reader: Reader, here: Present) -> None:
    """The ids of rows that an import makes and that stand or stood here already."""
    for name in ("judgement", "entry", "about", "signal"):
        table = tables.metadata.tables[name].c
        query = select(table.id, table.deleted)
        if name == "signal":
            query = query.where(table.origin == "import", table.project == here.project)
        _note(here, reader.select(query))


def _note(here: Present, rows: Iterable[tuple[str, str | None]]) -> None:
    for row, deleted in rows:
        (here.deleted if deleted else here.rows).add(row)
