"""What the sync screen asks of the journal and of the folder, and has done with both.

As in `tui.questions`, the rooms that load the database layer are imported in the journal's thread.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from staketerm.tui.questions import Question, Scope
from staketerm.tui.veil import HIDDEN

if TYPE_CHECKING:
    from staketerm.exchange.plan import Progress
    from staketerm.exchange.sync.disputes import Choice, Dispute
    from staketerm.exchange.sync.known import KnownShare
    from staketerm.exchange.sync.standing import Home, Outgoing, Standing
    from staketerm.exchange.sync.team import Synced
    from staketerm.journal.opening import Journal
    from staketerm.journal.receipt import Receipt
    from staketerm.journal.twins import LoggedTwice

Hear = Callable[["Progress"], None]
"""What hears whose files are read; it may raise `Stopped`."""


@dataclass(frozen=True, slots=True)
class Place:
    """What a folder is: the name of the share in it with those who write there, or None where a
    share can begin; the folder as it is meant.
    """

    path: Path
    share: str | None = None
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Offered:
    """What sharing a project would give to others, in sentences, with the name of the project and
    without; and what stays home.
    """

    told: tuple[str, ...]
    hidden: tuple[str, ...]
    home: "Home"


@dataclass(frozen=True, slots=True)
class Stands:
    """How a share stands, when the last sync was (None: there was none), and the name that
    colleagues see.
    """

    standing: "Standing"
    last: datetime | None
    person: str


@dataclass(frozen=True, slots=True)
class Exchanged:
    """What a sync did, and what there was to send."""

    synced: "Synced"
    sent: "Outgoing"


@dataclass(frozen=True, slots=True)
class Disputed:
    """The values in conflict, and the names of what they point to, by id."""

    disputes: "tuple[Dispute, ...]" = ()
    names: Mapping[str, str] | None = None

    def name(self, value: str) -> str:
        """What a value that is an id points to; any other as it is."""
        return (self.names or {}).get(value, value)


def known() -> "Question[tuple[KnownShare, ...]]":
    """The folders this journal syncs with, the last one first."""

    def answer(journal: "Journal") -> "tuple[KnownShare, ...]":
        from staketerm.exchange.sync.known import known_shares

        return known_shares(journal)

    return answer


def to_share() -> "Question[tuple[str, tuple[Scope, ...]]]":
    """The name that colleagues see, and the projects that can be shared, by name."""

    def answer(journal: "Journal") -> tuple[str, tuple[Scope, ...]]:
        from staketerm.exchange.sync.sharing import known_as, login_name
        from staketerm.journal.stakeholders.people import projects

        return known_as(journal, None, login_name()), tuple(
            Scope(project.id, project.name)
            for project in projects(journal)
            if project.kind != "personal"
        )

    return answer


def place(path: Path) -> "Question[Place]":
    """What a folder is. Raises UsageError for one that holds other things."""

    def answer(journal: "Journal") -> Place:
        from staketerm.exchange.sync.folder import open_share, within_reach
        from staketerm.exchange.sync.standing import colleagues

        with within_reach(path):
            folder = open_share(path)
            if folder is None:
                return Place(path)
            people = colleagues(folder, journal.store.replica)
        return Place(path, folder.name, tuple(each.person for each in people if not each.own))

    return answer


def offered(project: str, level: str, also: Collection[str]) -> "Question[Offered]":
    """What sharing a project would give to others; nothing is shared by asking. Raises UsageError
    for what is private without notes.
    """

    def answer(journal: "Journal") -> Offered:
        from staketerm.exchange.sync.sharing import offer
        from staketerm.exchange.sync.sharing_told import would_share
        from staketerm.exchange.sync.standing import staying_home

        told = offer(journal, project, level, also)
        hidden = tuple(would_share(replace(told, name=HIDDEN), also))
        home = staying_home(journal, project, also)
        return Offered(tuple(would_share(told, also)), hidden, home)

    return answer


def share(
    path: Path, project: str, level: str, also: Collection[str], person: str
) -> "Question[None]":
    """Put a project into the share in a folder, under a name that colleagues see."""

    def answer(journal: "Journal") -> None:
        from staketerm.exchange.sync.folder import within_reach
        from staketerm.exchange.sync.sharing import known_as, login_name
        from staketerm.exchange.sync.sharing import share as put

        known_as(journal, person, login_name())
        with within_reach(path):
            put(journal, path, project, level, also)

    return answer


def would_stop(name: str) -> "Question[tuple[str, str]]":
    """What giving nothing of a project any more means: with its name, and without."""

    def answer(_journal: "Journal") -> tuple[str, str]:
        from staketerm.exchange.sync.sharing_told import would_stop as told

        return told(name), told(HIDDEN)

    return answer


def stop(path: Path, project: str) -> "Question[None]":
    """Give nothing of a project any more."""

    def answer(journal: "Journal") -> None:
        from staketerm.exchange.sync.folder import within_reach
        from staketerm.exchange.sync.sharing import stop_sharing

        with within_reach(path):
            stop_sharing(journal, path, project)

    return answer


def stands(path: Path) -> "Question[Stands]":
    """How the share in a folder stands."""

    def answer(journal: "Journal") -> Stands:
        from staketerm.exchange.sync.known import known_shares
        from staketerm.exchange.sync.sharing import known_as, login_name
        from staketerm.exchange.sync.standing import standing

        found = standing(journal, path)
        last = {each.share: each.synced for each in known_shares(journal)}
        return Stands(found, last.get(found.share), known_as(journal, None, login_name()))

    return answer


def look(path: Path, hear: Hear) -> "Question[Synced]":
    """What a sync would bring in; nothing of it is kept."""

    def answer(journal: "Journal") -> "Synced":
        from staketerm.exchange.sync.sharing import known_as, login_name
        from staketerm.exchange.sync.team import sync

        person = known_as(journal, None, login_name())
        return sync(journal, path, person, dry=True, progress=hear)

    return answer


def exchange(path: Path, person: str, accept: Collection[str], hear: Hear) -> "Question[Exchanged]":
    """Sync; `person` is the name that colleagues see, empty for the usual one."""

    def answer(journal: "Journal") -> Exchanged:
        from staketerm.exchange.sync.sharing import known_as, login_name
        from staketerm.exchange.sync.standing import standing
        from staketerm.exchange.sync.team import sync

        sent = standing(journal, path).out
        name = known_as(journal, person, login_name())
        return Exchanged(sync(journal, path, name, accept=accept, progress=hear), sent)

    return answer


def came_to_lie(origin: "Literal['moved', 'copied']") -> "Question[None]":
    """Say what became of a journal whose file is another than at its last sync."""

    def answer(journal: "Journal") -> None:
        from staketerm.exchange.sync.identity import make_sure

        make_sure(journal, origin)

    return answer


def disputed(*, decided: bool) -> "Question[Disputed]":
    """What is in conflict; with `decided` what was settled as well."""

    def answer(journal: "Journal") -> Disputed:
        from staketerm.exchange.sync.disputes import disputes, pointed_to

        found = disputes(journal, decided=decided)
        return Disputed(found, pointed_to(journal, found))

    return answer


def settle(decisions: "Sequence[tuple[Dispute, Choice]]") -> "Question[Receipt]":
    """Settle some at once."""
    told = tuple(decisions)

    def write(journal: "Journal") -> "Receipt":
        from staketerm.exchange.sync.disputes import settle as decide

        return decide(journal, told)

    return write


def twins() -> "Question[tuple[LoggedTwice, ...]]":
    """What was likely logged by two, and is not decided."""

    def answer(journal: "Journal") -> "tuple[LoggedTwice, ...]":
        from staketerm.journal.twins import likely_twins

        return likely_twins(journal)

    return answer


def twin(meeting: "LoggedTwice", *, one: bool) -> "Question[Receipt]":
    """Say that what was logged by two is one, or that it is two."""

    def write(journal: "Journal") -> "Receipt":
        from staketerm.journal.twins import are_one, are_two

        return are_one(journal, meeting) if one else are_two(journal, meeting)

    return write
