"""What the screens ask the journal.

Each question is a function of the journal, to be handed to `ask`. It imports the room it asks in
the journal's own thread: nothing here loads the database layer when a screen is imported.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, tzinfo
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from staketerm.domain.names import Person
    from staketerm.domain.position import Glimpse
    from staketerm.journal.history import HistoryLine
    from staketerm.journal.opening import Journal
    from staketerm.journal.others import News
    from staketerm.journal.positions.review import Why
    from staketerm.journal.receipt import Receipt
    from staketerm.journal.stakeholders.people_list import PeopleList

Answer = TypeVar("Answer")
Question = Callable[["Journal"], Answer]


class Scope(NamedTuple):
    """A project as the bar needs it; `id` None is all of them."""

    id: str | None
    name: str
    personal: bool = False


class Opened(NamedTuple):
    """A journal that was just opened: its day, its usual project, whether it can be written,
    whether it was just made, the name of this copy of it (its replica), whether its file is
    encrypted, and why it can't be written where that may be otherwise the next time."""

    today: date
    scope: Scope
    read_only: bool
    zone: tzinfo | None = None
    new: bool = False
    replica: str = ""
    encrypted: bool = False
    why_closed: str = ""


def opening(*, remembers: bool = False) -> "Question[Opened]":
    """What there is to know of the journal before anything is read; `remembers` keeps that it was
    looked at.
    """

    def answer(journal: "Journal") -> Opened:
        from zoneinfo import ZoneInfo

        from staketerm.journal.beginning import is_new
        from staketerm.journal.last_look import remember_look

        if remembers:
            remember_look(journal.store.replica, journal.today)
        project = journal.default_project()
        scope = Scope(project.id, project.name, project.kind == "personal")
        name = journal.clock.zone
        zone = ZoneInfo(name) if name else None
        read_only = journal.store.read_only
        new = not read_only and is_new(journal)
        return Opened(
            journal.today,
            scope,
            read_only,
            zone,
            new,
            journal.store.replica,
            journal.encrypted,
            journal.why_closed,
        )

    return answer


def scopes() -> "Question[tuple[Scope, ...]]":
    """Every project, by name."""

    def answer(journal: "Journal") -> tuple[Scope, ...]:
        from staketerm.journal.stakeholders.people import projects

        return tuple(
            Scope(project.id, project.name, project.kind == "personal")
            for project in projects(journal)
        )

    return answer


def people(
    filter: str,
    order: str,
    project: str | None,
    as_of: date | None,
    only: Iterable[str] | None = None,
) -> "Question[PeopleList]":
    """The rows of the People list."""

    def answer(journal: "Journal") -> "PeopleList":
        from staketerm.journal.stakeholders import triage

        return triage.people(
            journal, filter=filter, order=order, project=project, as_of=as_of, only=only
        )

    return answer


def first_people(project: str | None, most: int) -> "Question[PeopleList]":
    """The first rows of the People list by attention."""

    def answer(journal: "Journal") -> "PeopleList":
        from staketerm.journal.stakeholders import triage

        return triage.first_people(journal, most=most, project=project)

    return answer


def why(stakeholder: str, project: str | None, as_of: date | None) -> "Question[Why]":
    """Why somebody stands where they stand."""

    def answer(journal: "Journal") -> "Why":
        from staketerm.journal.positions.review import why as reasons

        return reasons(journal, stakeholder, project, as_of)

    return answer


def by_month(
    stakeholder: str, project: str | None, as_of: date | None
) -> "Question[Sequence[Glimpse]]":
    """Where somebody stood at the end of each of the last months."""

    def answer(journal: "Journal") -> "Sequence[Glimpse]":
        from staketerm.journal.positions.review import stance_by_month

        return stance_by_month(journal, stakeholder, project, as_of)

    return answer


def mark_seen(
    stakeholder: str, project: str, since: date, note: str | None = None
) -> "Question[Receipt]":
    """Say that an alarm was seen, and what one thinks of it."""

    def answer(journal: "Journal") -> "Receipt":
        from staketerm.journal.positions.seen import mark_seen as seen

        return seen(journal, stakeholder, project, since, note)

    return answer


def lists_follow() -> "Question[str]":
    """What lists follow: behaviour or judgement."""

    def answer(journal: "Journal") -> str:
        from staketerm.journal.positions.lists_follow import lists_follow as follow

        return follow(journal)

    return answer


def news() -> "Question[News | None]":
    """What others have written since this was asked last."""

    def answer(journal: "Journal") -> "News | None":
        from staketerm.journal.others import news as heard

        return heard(journal)

    return answer


def history() -> "Question[tuple[HistoryLine, ...]]":
    """The change log, newest first."""

    def answer(journal: "Journal") -> "tuple[HistoryLine, ...]":
        from staketerm.journal.history import history as changes

        return changes(journal)

    return answer


def directory() -> "Question[tuple[Person, ...]]":
    """Everybody by name, those last in touch first."""

    def answer(journal: "Journal") -> "tuple[Person, ...]":
        from staketerm.journal.stakeholders.people import directory as everybody

        return everybody(journal)

    return answer


class TakenBack(NamedTuple):
    """What undo gives: its receipt, the verb of what it took back and whom that was about; `again`:
    it had been taken back before, and is done again by this.
    """

    receipt: "Receipt"
    verb: str
    about: tuple[tuple[str, str], ...] = ()
    again: bool = False


def undo(batch: str | None = None) -> "Question[TakenBack]":
    """Take back a batch, or the last one."""

    def answer(journal: "Journal") -> TakenBack:
        from staketerm.journal.history import history as changes
        from staketerm.journal.history import taken_back
        from staketerm.journal.history import undo as take_back

        receipt = take_back(journal, batch)
        newest = changes(journal, limit=1)[0]
        undone = batch or newest.undoes
        verb, again = taken_back(journal, undone) if undone else (receipt.verb, False)
        return TakenBack(receipt, verb, newest.about if verb != "import" else (), again)

    return answer
