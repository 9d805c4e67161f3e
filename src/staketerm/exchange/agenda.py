"""What of a journal belongs in a calendar: acts with their window, asks, promises, plans and
milestones with their day.

Calendars are shared more than their owners think. So a title says what kind of thing it is and
whose, by initials unless names are asked for: no position, no reason, nobody's words. Acts that
only one position calls for have the same plain title as any other.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from staketerm.domain.text import plain_line
from staketerm.exchange.leaving import Leaving
from staketerm.journal.plan import Planned, plan
from staketerm.locale import _
from staketerm.store import tables
from staketerm.store.records import (
    EXCHANGED,
    Agreement,
    Ask,
    Entry,
    Project,
    Row,
    Stakeholder,
)
from staketerm.store.work import Reader

AHEAD_DAYS = 90
"""How far a calendar looks ahead: concrete days, no recurrence for it to misread (libraries
4.2)."""

_KINDS: Mapping[str, type[Row]] = {kind.table: kind for kind in EXCHANGED}


@dataclass(frozen=True, slots=True)
class Happening:
    """Something on one day or in a window of days, `first` to `last`, both in it.

    `uid` stays the same however the days move; `group` is the name of the project.
    """

    uid: str
    title: str
    first: date
    last: date
    group: str


def agenda(
    reader: Reader, today: date, *, names: bool = False, with_private: bool = False
) -> tuple[Happening, ...]:
    """What is open and begins before `today` plus 90 days, by day; what is late is on its own day.

    Whatever is private or rests on something private is left out unless asked for. What a brake
    holds back or a decision lets rest is no act of these days.
    """
    leaving = Leaving(reader, with_private=with_private)
    titles = _Titles(reader, names=names)
    until = today + timedelta(days=AHEAD_DAYS)
    found = (
        *_acts(reader, leaving, titles, today),
        *_promises(leaving, titles, until),
        *_plans(leaving, titles, until),
    )
    return tuple(sorted(found, key=lambda one: (one.first, one.last, one.uid)))


class _Titles:
    """Titles and groups; the words of one journal, read once."""

    def __init__(self, reader: Reader, *, names: bool) -> None:
        self._names = names
        self._people = _names(reader, Stakeholder)
        self._projects = _names(reader, Project)

    def who(self, stakeholder: str) -> str:
        """A stakeholder by name or by initials."""
        name = self._people.get(stakeholder, "")
        return name if self._names else initials(name)

    def group(self, project: str | None) -> str:
        """The name of a project; "" for none."""
        return self._projects.get(project or "", "")

    def act(self, kind: str, stakeholder: str, by: str | None) -> str:
        """The title of an act; `by` says whose question an open ask is."""
        if kind == "ask_open":
            words = _("Answer to {who}") if by == "them" else _("Answer from {who}")
        else:
            words = _act_words().get(kind) or _("Contact {who}")
        return words.format(who=self.who(stakeholder))

    def promise(self, agreement: Agreement) -> str:
        """The title of an agreement."""
        words = _("Promise to {who}") if agreement.by == "me" else _("Promise of {who}")
        return words.format(who=self.who(agreement.stakeholder))

    def entry(self, entry: Entry) -> str:
        """The title of a plan or milestone: its own words only where names are asked for too."""
        word = _("Milestone") if entry.kind == "milestone" else _("Plan")
        project = self.group(entry.project)
        told = plain_line(entry.title or entry.text or "") if self._names else ""
        return ": ".join(part for part in (word, told or project) if part)


def initials(name: str) -> str:
    """The first letter or digit of every word: "M.v.d.P." of Maria van der Pol, "N.N." of none."""
    letters = (next((c for c in word if c.isalnum()), "") for word in name.split())
    found = "".join(f"{letter}." for letter in letters if letter)
    return found or "N.N."


def _act_words() -> Mapping[str, str]:
    """Titles of acts. Those for one position say no more than those for all (P22, P27)."""
    return {
        "status_update": _("Status update {who}"),
        "risk_alert": _("Heads-up for {who}"),
        "celebration": _("Celebrate with {who}"),
        "advice_request": _("Ask advice of {who}"),
        "ambassador_request": _("Request to {who}"),
        "check_in": _("Check-in {who}"),
        "usefulness_check": _("Ask {who} about updates"),
        "loop_closing": _("Follow-up {who}"),
        "thank_you": _("Thank {who}"),
        "route_request": _("Request to {who}"),
        "visible_deed": _("Request to {who}"),
        "private_talk": _("Talk with {who}"),
    }


def _names(reader: Reader, kind: type[Stakeholder | Project]) -> dict[str, str]:
    return {row.id: plain_line(row.name) for row in reader.rows(kind)}


def _acts(reader: Reader, leaving: Leaving, titles: _Titles, today: date) -> Iterator[Happening]:
    """The acts of the plan; agreements are told by their rows, which no decision lets rest."""
    planned = [
        each
        for each in plan(reader, today)
        if each.proposal.brake is None and each.proposal.kind != "agreement_due"
    ]
    rests = {each.id: _rests(each) for each in planned}
    wanted = defaultdict(set)
    for rows in rests.values():
        for table, row in rows:
            wanted[table].add(row)
    left = {
        (table, row)
        for table, rows in wanted.items()
        if table in _KINDS
        for row in leaving.leave(_KINDS[table], rows)
    }
    askers = _askers(reader)
    for each in planned:
        if rests[each.id] <= left:
            act = each.proposal
            first = act.latest if act.kind == "ask_open" else act.ideal
            title = titles.act(act.kind, act.stakeholder, askers.get(act.occasion))
            yield Happening(each.id, title, first, act.latest, titles.group(act.project))


def _rests(planned: Planned) -> frozenset[tuple[str, str]]:
    """The rows that an act tells of: (table, id)."""
    act = planned.proposal
    rows = {("stakeholder", act.stakeholder), ("project", act.project)}
    if act.kind == "ask_open":
        rows.add(("ask", act.occasion))
    return frozenset(rows)


def _askers(reader: Reader) -> dict[str, str]:
    """Who asked, me or them, of every ask that is open."""
    columns = tables.ask.c
    return {
        ask.id: ask.by
        for ask in reader.rows(Ask, columns.answered_on.is_(None), columns.outcome.is_(None))
    }


def _promises(leaving: Leaving, titles: _Titles, until: date) -> Iterator[Happening]:
    columns = tables.agreement.c
    for row in leaving.rows(Agreement, columns.closed_on.is_(None), columns.due <= until):
        if row.due is not None:
            yield Happening(
                row.id, titles.promise(row), row.due, row.due, titles.group(row.project)
            )


def _plans(leaving: Leaving, titles: _Titles, until: date) -> Iterator[Happening]:
    columns = tables.entry.c
    open_ones = (
        columns.kind.in_(("plan", "milestone")),
        columns.closed_on.is_(None),
        columns.due <= until,
    )
    for row in leaving.rows(Entry, *open_ones):
        if row.due is not None:
            yield Happening(row.id, titles.entry(row), row.due, row.due, titles.group(row.project))
