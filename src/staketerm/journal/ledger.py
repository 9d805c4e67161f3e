"""What was asked and what was promised, both ways, and what came of it (P4, P6, P8)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, and_, or_, select

from staketerm.domain.day_words import say_day
from staketerm.domain.errors import Ambiguous, NotFound, UsageError
from staketerm.journal.opening import Journal, default_project
from staketerm.journal.positions.counting import counts
from staketerm.journal.positions.standing import assess_pairs
from staketerm.journal.receipt import Receipt
from staketerm.journal.stakeholders.people import find
from staketerm.journal.writing import Writing
from staketerm.locale import _, language
from staketerm.store import tables
from staketerm.store.reader import Reader
from staketerm.store.records import Agreement, Ask

if TYPE_CHECKING:
    from staketerm.domain.assessment import OpenQuestion
    from staketerm.journal.requests import Agree, AskFor

TAIL = 6
"""How many letters of a row's id name it on screen: the last ones, since the first are its
moment.
"""

ASK_OUTCOMES = frozenset({"answered", "given", "refused", "accepted", "declined", "withdrawn"})
AGREEMENT_OUTCOMES = frozenset({"kept", "late", "broken", "renegotiated", "cancelled"})


@dataclass(frozen=True, slots=True)
class OpenItem:
    """An ask or agreement that awaits its end.

    `table` is "ask" or "agreement"; `kind` is the kind of ask, or "agreement"; `by` who asked or
    promised; `on` the day of it; `counts_from` the day from which silence counts (inference 4.5),
    and `question` what that day rests on.
    """

    table: str
    id: str
    stakeholder: str
    name: str
    project: str
    kind: str
    by: str
    on: date
    text: str | None
    due: date | None
    counts_from: date | None = None
    question: "OpenQuestion | None" = None

    @property
    def tail(self) -> str:
        """What names the row on screen and in commands."""
        return self.id[-TAIL:]

    @property
    def i_owe(self) -> bool:
        """Whether it is for me to act: what I promised, what they asked of me."""
        return (self.by == "me") == (self.table == "agreement")

    @property
    def title(self) -> str:
        """The item in a few words: "your mail of Thu 5 Nov: dates for street 2"."""
        day = say_day(self.on, self.on, language())
        words = {
            ("mail", "me"): _("your mail of {day}"),
            ("advice", "me"): _("your request for advice of {day}"),
            ("invitation", "me"): _("your invitation of {day}"),
            ("agreement", "me"): _("your promise of {day}"),
            ("agreement", "them"): _("their promise of {day}"),
        }.get((self.kind, self.by), _("what they asked on {day}"))
        return words.format(day=day) + (f": {self.text}" if self.text else "")


def ask(journal: Journal, request: "AskFor") -> Receipt:
    """Open an ask; raises UsageError for a day still to come, and for a due day before it."""
    with journal.write("ask") as writing:
        open_ask(writing, request)
    return writing.receipt


def open_ask(writing: Writing, request: "AskFor") -> str:
    """`ask` within a unit of work at hand; the ask's id."""
    refuse_future(request.day, writing.today)
    if request.due is not None and request.due < request.day:
        raise UsageError(
            _("Due on {due}, before it was asked on {day}.").format(
                due=_shown(request.due, writing.today), day=_shown(request.day, writing.today)
            )
        )
    project = request.project or default_project(writing.work).id
    writing.involve(request.stakeholder, project)
    row = Ask(
        id=writing.new_id(),
        stakeholder=request.stakeholder,
        project=project,
        kind=request.kind,
        by=request.by,
        asked_on=request.day,
        text=request.text,
        due=request.due,
        private=request.private,
    )
    writing.put(row)
    return row.id


def answer(
    journal: Journal, ask_id: str, day: date, *, outcome: str = "answered", intensity: float = 1.0
) -> Receipt:
    """Close an ask with its outcome; raises NotFound, UsageError for an impossible day or
    outcome.
    """
    with journal.write("answer") as writing:
        close_ask(writing, ask_id, day, outcome=outcome, intensity=intensity)
    return writing.receipt


def close_ask(
    writing: Writing, ask_id: str, day: date, *, outcome: str = "answered", intensity: float = 1.0
) -> None:
    """`answer` within a unit of work at hand."""
    if outcome not in ASK_OUTCOMES:
        raise UsageError(_("An ask ends as one of: {words}").format(words=_listed(ASK_OUTCOMES)))
    row = writing.work.get(Ask, ask_id)
    if row is None:
        raise NotFound(_("This ask is not in the journal."))
    _refuse_closed(row.answered_on, writing.today)
    refuse_future(day, writing.today)
    if day < row.asked_on:
        raise UsageError(
            _("Asked on {asked}, so it cannot be answered on {day}.").format(
                asked=_shown(row.asked_on, writing.today), day=_shown(day, writing.today)
            )
        )
    writing.patch(Ask, ask_id, answered_on=day, outcome=outcome, intensity=intensity)


def agree(journal: Journal, request: "Agree") -> Receipt:
    """Write down what they or I promised; raises UsageError for a due day before the promise."""
    with journal.write("agree") as writing:
        open_agreement(writing, request)
    return writing.receipt


def open_agreement(writing: Writing, request: "Agree") -> str:
    """`agree` within a unit of work at hand; the agreement's id."""
    refuse_future(request.day, writing.today)
    if request.due is not None and request.due < request.day:
        raise UsageError(
            _("Due on {due}, before it was agreed on {day}.").format(
                due=_shown(request.due, writing.today), day=_shown(request.day, writing.today)
            )
        )
    project = request.project or default_project(writing.work).id
    writing.involve(request.stakeholder, project)
    row = Agreement(
        id=writing.new_id(),
        stakeholder=request.stakeholder,
        project=project,
        by=request.by,
        text=request.text,
        made_on=request.day,
        due=request.due,
        private=request.private,
    )
    writing.put(row)
    return row.id


def settle(
    journal: Journal, agreement_id: str, outcome: str, day: date, *, intensity: float = 1.0
) -> Receipt:
    """Say what came of an agreement: kept, late, broken, renegotiated or cancelled."""
    with journal.write("settle") as writing:
        close_agreement(writing, agreement_id, outcome, day, intensity=intensity)
    return writing.receipt


def close_agreement(
    writing: Writing, agreement_id: str, outcome: str, day: date, *, intensity: float = 1.0
) -> None:
    """`settle` within a unit of work at hand."""
    if outcome not in AGREEMENT_OUTCOMES:
        words = _listed(AGREEMENT_OUTCOMES)
        raise UsageError(_("An agreement ends as one of: {words}").format(words=words))
    row = writing.work.get(Agreement, agreement_id)
    if row is None:
        raise NotFound(_("This agreement is not in the journal."))
    _refuse_closed(row.closed_on, writing.today)
    refuse_future(day, writing.today)
    if day < row.made_on:
        raise UsageError(
            _("Agreed on {made}, so nothing came of it on {day}.").format(
                made=_shown(row.made_on, writing.today), day=_shown(day, writing.today)
            )
        )
    writing.patch(Agreement, agreement_id, closed_on=day, outcome=outcome, intensity=intensity)


def delete_item(journal: Journal, table: str, row: str) -> Receipt:
    """Delete an ask or agreement."""
    with journal.write("delete") as writing:
        writing.delete(Ask if table == "ask" else Agreement, row)
    return writing.receipt


def open_items(
    journal: Journal, stakeholder: str | None = None, project: str | None = None
) -> tuple[OpenItem, ...]:
    """What awaits its end, oldest first: of one stakeholder, in one project, or of all."""
    with journal.read() as reader:
        return items(reader, journal.today, stakeholder, project)


def items(
    reader: Reader,
    today: date,
    stakeholder: str | None = None,
    project: str | None = None,
    *,
    counted: bool = True,
) -> tuple[OpenItem, ...]:
    """`open_items` as of a day, by a reader at hand; where they are not `counted`, without the day
    from which silence counts, which takes the whole history of whoever is asked.
    """
    asks = [
        OpenItem("ask", row, who, name, where, kind, by, on, text, due)
        for row, who, name, where, kind, by, on, text, due in reader.select(
            _open_asks(today, stakeholder, project)
        )
    ]
    agreements = [
        OpenItem("agreement", row, who, name, where, "agreement", by, on, text, due)
        for row, who, name, where, by, on, text, due in reader.select(
            _open_agreements(today, stakeholder, project)
        )
    ]
    if counted:
        asks = list(_counted(reader, asks, today))
    return tuple(sorted((*asks, *agreements), key=lambda item: (item.on, item.id)))


def named_item(journal: Journal, table: str, word: str) -> OpenItem:
    """The open ask or agreement that a word names: the tail of its id, or whom it concerns.

    Raises NotFound, and Ambiguous where somebody has several open.
    """
    listed = [item for item in open_items(journal) if item.table == table]
    if by_id := [item for item in listed if item.id.endswith(word.lower())]:
        return _only(by_id)
    person = find(journal, word)
    if not (theirs := [item for item in listed if item.stakeholder == person.key]):
        raise NotFound(_("Nothing is open with {name}.").format(name=person.name))
    return _only(theirs)


def refuse_future(day: date, today: date) -> None:
    """Raises UsageError for a day still to come: what is logged has happened."""
    if day > today:
        raise UsageError(
            _("{day} is still to come; what is logged has happened.").format(day=_shown(day, today))
        )


def _shown(day: date, today: date) -> str:
    return say_day(day, today, language())


def _refuse_closed(ended_on: date | None, today: date) -> None:
    """Raises UsageError for what has its end: a past day shows it open, and it is told once."""
    if ended_on is not None:
        raise UsageError(
            _("This ended on {day} already; undo that first.").format(
                day=say_day(ended_on, today, language())
            )
        )


def _only(found: list[OpenItem]) -> OpenItem:
    if len(found) > 1:
        shown = tuple(f"{item.tail}  {item.name}, {item.title}" for item in found)
        raise Ambiguous(_("Which one?") + "\n" + "\n".join(shown), shown)
    return found[0]


def _listed(words: Iterable[str]) -> str:
    return ", ".join(sorted(words))


def _counted(reader: Reader, asks: list[OpenItem], today: date) -> list[OpenItem]:
    """The asks with the day from which silence counts."""
    pairs = {(item.stakeholder, item.project) for item in asks if item.by == "me"}
    waiting = {
        question.source: question
        for assessment in assess_pairs(reader, today, pairs).values()
        for question in assessment.open_questions
    }
    return [_waiting(item, waiting.get(item.id)) for item in asks]


def _waiting(item: OpenItem, question: "OpenQuestion | None") -> OpenItem:
    if question is None:
        return item
    return replace(item, counts_from=question.counts_from, question=question)


def _open_asks(day: date, stakeholder: str | None, project: str | None) -> Select[Any]:
    table, person = tables.ask, tables.stakeholder
    query = select(
        table.c.id,
        table.c.stakeholder,
        person.c.name,
        table.c.project,
        table.c.kind,
        table.c.by,
        table.c.asked_on,
        table.c.text,
        table.c.due,
    ).where(
        table.c.asked_on <= day,
        or_(
            and_(table.c.answered_on.is_(None), table.c.outcome.is_(None)),
            table.c.answered_on > day,
        ),
    )
    return _narrowed(query, table, stakeholder, project)


def _open_agreements(day: date, stakeholder: str | None, project: str | None) -> Select[Any]:
    table, person = tables.agreement, tables.stakeholder
    query = select(
        table.c.id,
        table.c.stakeholder,
        person.c.name,
        table.c.project,
        table.c.by,
        table.c.made_on,
        table.c.text,
        table.c.due,
    ).where(
        table.c.made_on <= day,
        or_(table.c.closed_on.is_(None), table.c.closed_on > day),
    )
    return _narrowed(query, table, stakeholder, project)


def _narrowed(
    query: Select[Any], table: Any, stakeholder: str | None, project: str | None
) -> Select[Any]:
    person = tables.stakeholder
    query = query.join(person, person.c.id == table.c.stakeholder).where(
        table.c.deleted.is_(None), person.c.deleted.is_(None), counts(table)
    )
    if stakeholder is not None:
        query = query.where(table.c.stakeholder == stakeholder)
    if project is not None:
        query = query.where(table.c.project == project)
    return query
