"""The communication plan of a project: for each stakeholder what, when and by which way (F61)."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from staketerm.domain.cadence import Rhythm, Window, window_after
from staketerm.domain.communication import fitting
from staketerm.domain.nurture.acts import Act
from staketerm.domain.nurture.facts import Case
from staketerm.domain.text import fold
from staketerm.journal.nurture.decisions import DueAct, due
from staketerm.journal.nurture.nurturing import cases
from staketerm.journal.opening import Journal
from staketerm.store import tables
from staketerm.store.reader import Reader

WAYS = ("email", "phone")
"""The ways to reach somebody that a plan names; without any of them they are met."""


@dataclass(frozen=True, slots=True)
class Communication:
    """One stakeholder in the plan.

    `acts` are the kinds that fit the position, `rhythm` the one in force and `window` the next days
    by it (None where it asks for nothing), `ways` those of `WAYS` that are known, `planned` the
    next act that is due or coming.
    """

    stakeholder: str
    name: str
    label: str
    acts: tuple[Act, ...]
    rhythm: Rhythm
    window: Window | None
    ways: tuple[str, ...]
    planned: DueAct | None
    do_not_contact: bool

    @property
    def soonest(self) -> date:
        """The latest day of what comes first; far away for nothing."""
        days = [self.window.latest] if self.window else []
        if self.planned is not None:
            days.append(self.planned.proposal.latest)
        return min(days, default=date.max)


def communication(
    journal: Journal, project: str, as_of: date | None = None
) -> tuple[Communication, ...]:
    """Everybody in a project, those whose day comes first above, then by name."""
    day = as_of or journal.today
    planned: dict[str, DueAct] = {}
    answer = due(journal, day, project)
    for act in sorted((*answer.acts, *answer.coming), key=lambda act: act.proposal.latest):
        planned.setdefault(act.proposal.stakeholder, act)
    with journal.read() as reader:
        known = _ways(reader, project)
        here = [case for case in cases(reader, day).cases if case.party.project == project]
    rows = (
        _row(case, known.get(case.party.stakeholder, ()), planned.get(case.party.stakeholder))
        for case in here
    )
    return tuple(sorted(rows, key=lambda row: (row.soonest, fold(row.name))))


def _row(case: Case, ways: tuple[str, ...], planned: DueAct | None) -> Communication:
    party = case.party
    return Communication(
        stakeholder=party.stakeholder,
        name=party.name,
        label=party.label,
        acts=fitting(party.label, alarm=party.alarm is not None, valued_critic=party.valued_critic),
        rhythm=case.rhythm,
        window=None if party.do_not_contact else window_after(party.last_contact, case.rhythm),
        ways=ways,
        planned=planned,
        do_not_contact=party.do_not_contact,
    )


def _ways(reader: Reader, project: str) -> dict[str, tuple[str, ...]]:
    """The ways by which each stakeholder of a project can be reached, in the order of `WAYS`."""
    contact, involved = tables.contact, tables.involvement
    query = (
        select(contact.c.stakeholder, contact.c.way)
        .join(involved, involved.c.stakeholder == contact.c.stakeholder)
        .where(
            involved.c.project == project,
            involved.c.deleted.is_(None),
            contact.c.deleted.is_(None),
            contact.c.way.in_(WAYS),
        )
        .distinct()
    )
    found: dict[str, set[str]] = {}
    for who, way in reader.select(query):
        found.setdefault(who, set()).add(way)
    return {who: tuple(way for way in WAYS if way in there) for who, there in found.items()}
