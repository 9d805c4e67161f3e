"""Reading progress entries: of a project, those not celebrated yet, the open risks (P13 to P19)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from sqlalchemy import and_, cast, false, func, or_, select

from staketerm.domain.errors import Ambiguous, NotFound
from staketerm.domain.progress import KINDS, OUTCOMES
from staketerm.journal.ledger import TAIL
from staketerm.journal.opening import Journal
from staketerm.journal.timeline import Place
from staketerm.locale import _
from staketerm.store import tables
from staketerm.store.portions import portions
from staketerm.store.reader import Reader

PARTS = {"contributors": "contributor", "affected": "affected", "helpers": "helper"}
"""The fields that name people, and the role that `about` knows them by."""

THANKS = ("celebration", "thank_you")
"""The acts that thank a contributor; their occasion is the entry (P16)."""


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody's part in an entry: what they did for it or how they can help; for a contributor,
    whether they were thanked.
    """

    id: str
    name: str
    kind: str
    note: str | None = None
    thanked: bool = False


@dataclass(frozen=True, slots=True)
class Progress:
    """A progress entry with everybody who has a part in it, by name.

    `closed_on` and `outcome` say what came of a plan, a milestone or a risk. `personal` says that
    its project is one without scoring.
    """

    id: str
    kind: str
    day: date
    project: str | None
    title: str | None
    text: str | None
    due: date | None
    closed_on: date | None
    outcome: str | None
    private: bool
    personal: bool = False
    contributors: tuple[Party, ...] = ()
    affected: tuple[Party, ...] = ()
    helpers: tuple[Party, ...] = ()

    @property
    def tail(self) -> str:
        """What names the entry on screen and in commands."""
        return self.id[-TAIL:]

    @property
    def line(self) -> str:
        """The entry itself."""
        return self.title or self.text or ""

    @property
    def more(self) -> str:
        """What is told besides: of a risk, how to avoid it."""
        return (self.text or "") if self.title else ""

    @property
    def open(self) -> bool:
        """Whether its end is still to be told."""
        return self.kind in OUTCOMES and self.closed_on is None

    @property
    def to_thank(self) -> tuple[Party, ...]:
        """Those who made a success and were not thanked for it yet. What is private, or of a
        personal project, is told to nobody: no thanks are owed for it."""
        if self.kind != "success" or self.private or self.personal:
            return ()
        return tuple(party for party in self.contributors if not party.thanked)

    @property
    def place(self) -> Place:
        """Where it stands in the order of what was told."""
        return Place(self.day, self.id)


_COLUMNS = (
    *(
        tables.entry.c[field.name]
        for field in fields(Progress)
        if field.name not in ("personal", *PARTS)
    ),
    func.coalesce(tables.project.c.kind == "personal", false()),
)
"""The columns of an entry, and of its project, in the order in which `Progress` takes them."""

_ROWS = select(*_COLUMNS).outerjoin(tables.project, tables.project.c.id == tables.entry.c.project)


def progress(
    journal: Journal,
    project: str | None = None,
    *,
    kinds: Iterable[str] = (),
    open_only: bool = False,
    before: Place | None = None,
    as_of: date | None = None,
    limit: int | None = None,
) -> tuple[Progress, ...]:
    """The progress entries of a project (without one: of all), newest first.

    `kinds` narrows to these; `open_only` to plans, milestones and risks whose end is still to be
    told. `before` is the place of the last one known, for the window after it.
    """
    table = tables.entry
    query = _ROWS.where(
        table.c.deleted.is_(None),
        table.c.kind.in_(tuple(kinds) or tuple(KINDS.words)),
        table.c.day <= (as_of or journal.today),
    )
    if project is not None:
        query = query.where(table.c.project == project)
    if open_only:
        query = query.where(table.c.closed_on.is_(None), table.c.kind.in_(tuple(OUTCOMES)))
    if before is not None:
        same_day = and_(table.c.day == before.day, table.c.id < before.key)
        query = query.where(or_(table.c.day < before.day, same_day))
    query = query.order_by(table.c.day.desc(), table.c.id.desc()).limit(limit)
    with journal.read() as reader:
        return _with_parts(reader, reader.select(query))


def celebrations(journal: Journal, project: str | None = None) -> tuple[Progress, ...]:
    """The successes with contributors who were not thanked yet, newest first (P16).

    Thanked is who has a celebration or thank-you done with the entry as its occasion.
    """
    successes = progress(journal, project, kinds=("success",))
    return tuple(success for success in successes if success.to_thank)


def risks(journal: Journal, project: str | None = None) -> tuple[Progress, ...]:
    """The open risks, those soonest to be avoided first, then the newest (P14)."""
    found = progress(journal, project, kinds=("risk",), open_only=True)
    return tuple(sorted(found, key=lambda risk: risk.due or date.max))


def find_progress(journal: Journal, word: str) -> Progress:
    """The progress entry whose id ends so; raises NotFound or Ambiguous."""
    table, ends = tables.entry, word.strip().lower()
    query = _ROWS.where(
        table.c.deleted.is_(None),
        table.c.kind.in_(tuple(KINDS.words)),
        cast(table.c.id, tables.WORDS).endswith(ends, autoescape=True),
    )
    with journal.read() as reader:
        found = _with_parts(reader, reader.select(query.limit(2))) if ends else ()
    if not found:
        raise NotFound(
            _("There is no progress entry {id}; `staketerm progress` lists them.").format(id=word)
        )
    if len(found) > 1:
        shown = tuple(f"{one.tail}  {one.line}" for one in found)
        raise Ambiguous(_("Which one?") + "\n" + "\n".join(shown), shown)
    return found[0]


def _with_parts(reader: Reader, rows: Sequence[Any]) -> tuple[Progress, ...]:
    """Rows of entries with their people, each part by name."""
    parts: dict[tuple[str, str], tuple[Party, ...]] = {}
    ids = [row.id for row in rows]
    for window in portions(ids):
        thanked = _thanked(reader, window)
        for entry, role, note, who, name, kind in reader.select(_parts_of(window)):
            party = Party(who, name, kind, note, (entry, who) in thanked)
            parts[entry, role] = (*parts.get((entry, role), ()), party)
    return tuple(
        Progress(*row, *(parts.get((row.id, role), ()) for role in PARTS.values())) for row in rows
    )


def _parts_of(entries: Sequence[str]) -> Any:
    link, person = tables.about, tables.stakeholder
    return (
        select(link.c.entry, link.c.role, link.c.note, person.c.id, person.c.name, person.c.kind)
        .join(person, person.c.id == link.c.stakeholder)
        .where(
            link.c.entry.in_(entries),
            link.c.role.in_(tuple(PARTS.values())),
            link.c.deleted.is_(None),
            person.c.deleted.is_(None),
        )
        .order_by(person.c.folded)
    )


def _thanked(reader: Reader, entries: Sequence[str]) -> set[tuple[str, str]]:
    """The pairs (entry, stakeholder) in which somebody was thanked."""
    table = tables.action
    query = select(table.c.occasion, table.c.stakeholder).where(
        table.c.occasion.in_(entries),
        table.c.kind.in_(THANKS),
        table.c.state == "done",
        table.c.deleted.is_(None),
    )
    return {(occasion, who) for occasion, who in reader.select(query)}
