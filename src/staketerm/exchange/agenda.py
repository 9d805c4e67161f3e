"""What of a journal belongs in a calendar: acts with their window, asks, promises, plans and
milestones with their day.

Calendars are shared more than their owners think. So a title says what kind of thing it is and
whose, by initials unless names are asked for: no position, no reason, nobody's words. Acts that
only one position calls for have the same plain title as any other.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from staketerm.domain.cadence import Window, around_days_off, window_after
from staketerm.domain.nurture.acts import Act, Proposal, key_hash
from staketerm.domain.nurture.brakes import snoozed_to
from staketerm.domain.nurture.facts import Case, Settings
from staketerm.domain.text import in_brief, plain_line
from staketerm.exchange.leaving import Leaving
from staketerm.journal.nurture.nurturing import Cases, cases
from staketerm.journal.nurture.plan import Planned, plan
from staketerm.journal.positions.counting import counts
from staketerm.locale import _
from staketerm.store import tables
from staketerm.store.reader import Reader
from staketerm.store.records import (
    EXCHANGED,
    Agreement,
    Ask,
    Entry,
    Project,
    Row,
    Stakeholder,
)

AHEAD_DAYS = 90
"""How far a calendar looks ahead: concrete days, no recurrence for it to misread (libraries
4.2)."""

LONGEST_TITLE = 80
"""Characters of a plan's own words in a title."""

AHEAD = timedelta(days=AHEAD_DAYS)

_ONE_DAY = timedelta(days=1)

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


class Agenda(NamedTuple):
    """What is to come, and how many happenings stayed here for being private."""

    happenings: tuple[Happening, ...]
    stayed: int


def agenda(
    reader: Reader, today: date, *, names: bool = False, with_private: bool = False
) -> Agenda:
    """What is open and begins before `today` plus 90 days, by day; what is late is on its own day.

    Whatever is private or rests on something private is left out unless asked for. What a brake
    holds back, or was done or skipped, is no act of these days; what is snoozed is there on the day
    it comes back.

    It is the agenda of whoever asks for it: on which days an act falls follows from everything they
    know, private contacts and rows included.
    """
    titles = _Titles(reader, names=names)
    until = today + AHEAD
    planned = plan(reader, today, horizon=AHEAD_DAYS)
    known = cases(reader, today)

    def gathered(leaving: Leaving) -> list[Happening]:
        found = (
            *_acts(leaving, titles, planned, today),
            *_rhythms(known, leaving, titles, planned, today),
            *_promises(leaving, titles, until),
            *_plans(leaving, titles, until),
        )
        return sorted(found, key=lambda one: (one.first, one.last, one.uid))

    every = gathered(Leaving(reader, with_private=True))
    told = every if with_private else gathered(Leaving(reader, with_private=False))
    return Agenda(tuple(told), len(every) - len(told))


class _Titles:
    """Titles and groups; the words of one journal, read once."""

    def __init__(self, reader: Reader, *, names: bool) -> None:
        self._names = names
        self._people = _names(reader, Stakeholder)
        self._projects = _names(reader, Project)
        self._askers = _askers(reader)

    def who(self, stakeholder: str) -> str:
        """A stakeholder by name or by initials."""
        name = self._people.get(stakeholder, "")
        return name if self._names else initials(name)

    def group(self, project: str | None) -> str:
        """The name of a project; "" for none."""
        return self._projects.get(project or "", "")

    def act(self, kind: str, stakeholder: str, occasion: str = "") -> str:
        """The title of an act; the occasion of an open ask tells whose question it is."""
        if kind == Act.ASK_OPEN:
            owed = self._askers.get(occasion) == "them"
            words = _("Answer to {who}") if owed else _("Answer from {who}")
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
        told = in_brief(told, LONGEST_TITLE)
        return ": ".join(part for part in (word, told or project) if part)


def initials(name: str) -> str:
    """The first letter or digit of every word: "M.v.d.P." of Maria van der Pol, "N.N." of none."""
    letters = (next((c for c in word if c.isalnum()), "") for word in name.split())
    found = "".join(f"{letter}." for letter in letters if letter)
    return found or "N.N."


def _act_words() -> Mapping[str, str]:
    """Titles of acts. Those for one position say no more than those for all (P22, P27)."""
    return {
        Act.STATUS_UPDATE: _("Status update {who}"),
        Act.RISK_ALERT: _("Heads-up for {who}"),
        Act.CELEBRATION: _("Celebrate with {who}"),
        Act.ADVICE_REQUEST: _("Ask advice of {who}"),
        Act.AMBASSADOR_REQUEST: _("Request to {who}"),
        Act.CHECK_IN: _("Check-in {who}"),
        Act.USEFULNESS_CHECK: _("Ask {who} about updates"),
        Act.LOOP_CLOSING: _("Follow-up {who}"),
        Act.THANK_YOU: _("Thank {who}"),
        Act.ROUTE_REQUEST: _("Request to {who}"),
        Act.VISIBLE_DEED: _("Request to {who}"),
        Act.PRIVATE_TALK: _("Talk with {who}"),
    }


def _names(reader: Reader, kind: type[Stakeholder | Project]) -> dict[str, str]:
    return {row.id: plain_line(row.name) for row in reader.rows(kind)}


def _acts(
    leaving: Leaving, titles: _Titles, planned: Sequence[Planned], today: date
) -> Iterator[Happening]:
    """The acts of the plan; agreements are told by their rows, which no decision lets rest."""
    free = [
        each
        for each in planned
        if _is_free(each.proposal, today) and each.proposal.kind != Act.AGREEMENT_DUE
    ]
    rests = {each.id: _rests(each.proposal) for each in free}
    left = _left(leaving, frozenset().union(*rests.values()))
    for each in free:
        if rests[each.id] <= left:
            act = each.proposal
            first = act.latest if act.kind == Act.ASK_OPEN else act.ideal
            title = titles.act(act.kind, act.stakeholder, act.occasion)
            yield Happening(each.id, title, first, act.latest, titles.group(act.project))


def _is_free(act: Proposal, today: date) -> bool:
    """Whether nothing holds an act back on its days; to be snoozed until then is no brake."""
    snoozed = snoozed_to(act.until, today) if act.until is not None else None
    return act.brake in (None, snoozed)


def _rests(act: Proposal) -> frozenset[str]:
    """The rows that an act tells of, as "table:ID"."""
    return frozenset((f"stakeholder:{act.stakeholder}", f"project:{act.project}", *act.rests))


def _left(leaving: Leaving, rows: Iterable[str]) -> set[str]:
    """Those of the rows that may be told of."""
    wanted = defaultdict(set)
    for row in rows:
        table, _sign, id = row.partition(":")
        wanted[table].add(id)
    return {
        f"{table}:{id}"
        for table, ids in wanted.items()
        if table in _KINDS
        for id in leaving.leave(_KINDS[table], ids)
    }


def _rhythms(
    found: Cases, leaving: Leaving, titles: _Titles, planned: Sequence[Planned], today: date
) -> Iterator[Happening]:
    """The days that a rule names after the check-in that is planned: "every second Monday" as so
    many Mondays. They are not known of other rhythms, which count from a contact still to come.
    """
    ideal = {
        (each.proposal.stakeholder, each.proposal.project): each.proposal.ideal
        for each in planned
        if each.proposal.kind == Act.CHECK_IN
    }
    ruled = [case for case in found.cases if case.rhythm.recurrence and _meets(case)]
    left = _left(leaving, (row for case in ruled for row in _parties(case)))
    for case in ruled:
        if not left.issuperset(_parties(case)):
            continue
        who, project = case.party.stakeholder, case.party.project
        begun = max(ideal.get((who, project), today), today, _rest_of(case, today))
        for day, window in _windows(case, found.settings, begun, today):
            yield Happening(
                key_hash(Act.CHECK_IN, who, project, f"rhythm {day.isoformat()}"),
                titles.act(Act.CHECK_IN, who),
                window.ideal,
                window.latest,
                titles.group(project),
            )


def _meets(case: Case) -> bool:
    """Whether there is contact to keep up."""
    return case.party.last_contact is not None and not case.party.do_not_contact


def _parties(case: Case) -> tuple[str, str]:
    return f"stakeholder:{case.party.stakeholder}", f"project:{case.party.project}"


def _rest_of(case: Case, today: date) -> date:
    """The last day on which check-ins rest by a decision."""
    rests = (each.until for each in case.decisions if each.kind == Act.CHECK_IN and each.until)
    return max(rests, default=today) - _ONE_DAY


def _windows(
    case: Case, settings: Settings, begun: date, today: date
) -> Iterator[tuple[date, Window]]:
    """The days of the rule after `begun`, each with its window on days that are mine to work; none
    on which they are away.
    """
    window = window_after(begun, case.rhythm)
    while window is not None and window.ideal <= today + AHEAD:
        mine = around_days_off(window, settings.holidays, settings.working_days_only)
        if not any(first <= mine.ideal <= last for first, last in case.away):
            yield window.ideal, mine
        window = window_after(window.ideal, case.rhythm)


def _askers(reader: Reader) -> dict[str, str]:
    """Who asked, me or them, of every ask that is open."""
    columns = tables.ask.c
    return {
        ask.id: ask.by
        for ask in reader.rows(Ask, columns.answered_on.is_(None), columns.outcome.is_(None))
    }


def _promises(leaving: Leaving, titles: _Titles, until: date) -> Iterator[Happening]:
    columns = tables.agreement.c
    open_ones = columns.closed_on.is_(None), columns.due <= until, counts(tables.agreement)
    for row in leaving.rows(Agreement, *open_ones):
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
