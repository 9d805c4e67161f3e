"""What the screens ask the journal.

Each question is a function of the journal, to be handed to `ask`. It imports the room it asks in
the journal's own thread: nothing here loads the database layer when a screen is imported.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from staketerm.domain.names import Person
    from staketerm.journal.history import HistoryLine
    from staketerm.journal.opening import Journal
    from staketerm.journal.receipt import Receipt
    from staketerm.journal.review import Why
    from staketerm.journal.triage import PeopleList

Answer = TypeVar("Answer")
Question = Callable[["Journal"], Answer]


@dataclass(frozen=True, slots=True)
class Scope:
    """A project as the bar needs it; `id` None is all of them."""

    id: str | None
    name: str
    personal: bool = False


def default_scope() -> "Question[Scope]":
    """The project that is taken where none is said."""

    def answer(journal: "Journal") -> Scope:
        project = journal.default_project()
        return Scope(project.id, project.name, project.kind == "personal")

    return answer


def scopes() -> "Question[tuple[Scope, ...]]":
    """Every project, by name."""

    def answer(journal: "Journal") -> tuple[Scope, ...]:
        from staketerm.journal.people import projects

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
        from staketerm.journal import triage

        return triage.people(
            journal, filter=filter, order=order, project=project, as_of=as_of, only=only
        )

    return answer


def why(stakeholder: str, project: str | None, as_of: date | None) -> "Question[Why]":
    """Why somebody stands where they stand."""

    def answer(journal: "Journal") -> "Why":
        from staketerm.journal.review import why as reasons

        return reasons(journal, stakeholder, project, as_of)

    return answer


def mark_seen(stakeholder: str, project: str, since: date) -> "Question[Receipt]":
    """Say that an alarm was seen."""

    def answer(journal: "Journal") -> "Receipt":
        from staketerm.journal.seen import mark_seen as seen

        return seen(journal, stakeholder, project, since)

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
        from staketerm.journal.people import directory as everybody

        return everybody(journal)

    return answer


def undo(batch: str | None = None) -> "Question[Receipt]":
    """Take back a batch, or the last one."""

    def answer(journal: "Journal") -> "Receipt":
        from staketerm.journal.history import undo as take_back

        return take_back(journal, batch)

    return answer
