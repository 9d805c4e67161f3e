"""From planned rows to the rows of a journal, in one unit of work."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from staketerm.domain import names
from staketerm.domain.ids import derived_id
from staketerm.domain.text import fold
from staketerm.exchange.tables.compare import (
    INVOLVED,
    Fate,
    Planned,
    contact_signal_id,
    judgement_id,
    note_id,
    party_key,
    stakeholder_of,
)
from staketerm.exchange.tables.parties import Party
from staketerm.exchange.tables.present import Present
from staketerm.journal.stakeholders.people import tag_id
from staketerm.journal.stakeholders.person_row import ROLES
from staketerm.journal.writing import Writing, involvement_id
from staketerm.store.records import (
    About,
    Contact,
    Entry,
    Involvement,
    Judgement,
    Row,
    Signal,
    Stakeholder,
    Tag,
)

ORIGIN = "import"
"""The origin of rows that a table brought."""


class Making:
    """The rows that planned rows become; `here` follows, so that each row meets those before it.

    New rows are gathered by table, so that those others point to go in first. Changes to
    rows that are there already are gathered as patches.
    """

    def __init__(self, here: Present, today: date) -> None:
        self.here = here
        self.today = today
        self.new: dict[type[Row], list[Row]] = {kind: [] for kind in _ORDER}
        self.patches: list[tuple[type[Row], str, dict[str, Any]]] = []

    def take(self, planned: Planned) -> None:
        """Make the rows of one planned row."""
        party, who = planned.party, planned.stakeholder
        if planned.fate is Fate.NEW:
            self._begin(party, who)
        elif changes := self._own_changes(party, planned.adds):
            self.patches.append((Stakeholder, who, changes))
            self.here.people[who] = replace(self.here.people[who], **changes)
        self._involve(party, who, planned)
        for way in party.ways:
            self._reach(who, way.way, way.value, way.label)
        for word in party.tags:
            if (who, word) not in self.here.tags:
                self.here.tags.add((who, word))
                self._add(Tag(id=tag_id(who, word), stakeholder=who, tag=word))
        if "current" in planned.adds:
            self._judge(party, who)
        if "last_contact" in planned.adds:
            self._met(party, who)
        if "note" in planned.adds:
            self._tell(party, who)

    def write(self, writing: Writing) -> None:
        """Write everything; rows that were deleted here come back."""
        for rows in self.new.values():
            for row in rows:
                if row.id in self.here.deleted:
                    writing.put(row)
            writing.put_many(row for row in rows if row.id not in self.here.deleted)
        for kind, row_id, changes in self.patches:
            writing.patch(kind, row_id, **changes)

    def _add(self, row: Row) -> None:
        self.new[type(row)].append(row)
        self.here.rows.add(row.id)

    def _begin(self, party: Party, who: str) -> None:
        organisation = self._organisation(party.organisation)
        person = stakeholder_of(party, who, self._handle(party.name), organisation)
        self._add(person)
        self.here.add(person, fresh=True)

    def _organisation(self, name: str | None) -> str | None:
        """The id of the organisation of a name, made where it is not here yet."""
        if not name:
            return None
        if known := self.here.organisation(name):
            return known
        party = Party(row=0, kind="organisation", name=name)
        made = stakeholder_of(party, party_key(party), self._handle(name), None)
        self._add(made)
        self.here.add(made, fresh=True)
        return made.id

    def _handle(self, name: str) -> str:
        handle = names.handle(name, self.here.handles)
        self.here.handles.add(handle)
        return handle

    def _own_changes(self, party: Party, adds: Sequence[str]) -> dict[str, Any]:
        changes: dict[str, Any] = {
            name: getattr(party, name) for name in ("job", "language") if name in adds
        }
        if "organisation" in adds:
            changes["organisation"] = self._organisation(party.organisation)
        return changes

    def _involve(self, party: Party, who: str, planned: Planned) -> None:
        row = involvement_id(who, self.here.project)
        said = {name: getattr(party, name) for name in INVOLVED if name in planned.adds}
        if "roles" in planned.adds:
            said["roles"] = ROLES.join(party.roles)
        if who not in self.here.involved:
            made = Involvement(id=row, stakeholder=who, project=self.here.project, **said)
            self.here.involved[who] = made
            self._add(made)
        elif said:
            self.patches.append((Involvement, row, said))
            self.here.involved[who] = replace(self.here.involved[who], **said)

    def _reach(self, who: str, way: str, value: str, label: str | None) -> None:
        folded = fold(value)
        if (who, way, folded) in self.here.ways:
            return
        self.here.add_way(who, way, folded)
        self._add(
            Contact(
                id=derived_id(None, "import way", who, way, folded),
                stakeholder=who,
                way=way,
                label=label,
                value=value,
                folded=folded,
            )
        )

    def _judge(self, party: Party, who: str) -> None:
        day = party.day or self.today
        judged = Judgement(
            id=judgement_id(party, who, self.here.project, day),
            stakeholder=who,
            project=self.here.project,
            day=day,
            label=party.current or "",
            origin=ORIGIN,
        )
        self._add(judged)
        self.here.judged[who] = judged

    def _met(self, party: Party, who: str) -> None:
        self._add(
            Signal(
                id=contact_signal_id(party, who, self.here.project),
                stakeholder=who,
                project=self.here.project,
                day=party.last_contact or self.today,
                kind="contact",
                origin=ORIGIN,
            )
        )

    def _tell(self, party: Party, who: str) -> None:
        entry = note_id(party, who)
        self._add(Entry(id=entry, kind="note", day=self.today, text=party.note))
        self._add(About(id=derived_id(None, "about", entry, who), entry=entry, stakeholder=who))


_ORDER = (Stakeholder, Contact, Involvement, Tag, Entry, About, Judgement, Signal)
"""Tables in the order in which their rows can be written: what others point to comes first."""
