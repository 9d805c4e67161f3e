"""What a draft is made from and what it becomes: rows in, subject and text out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Hand:
    """Somebody's part in a progress entry, and what they did for it or how they can help.

    `role` is contributor, affected, helper or subject; `reader` says that the draft goes to them.
    """

    name: str
    role: str
    note: str | None = None
    reader: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """One row that may be told to somebody: none that is private ever becomes one.

    `ref` names it as "entry:ID", "ask:ID", "agreement:ID" or "signal:ID"; `kind` is the kind of
    entry, ask or signal, or "agreement"; `by` is who asked or promised, "me" or "them".
    """

    ref: str
    kind: str
    day: date
    text: str = ""
    title: str = ""
    due: date | None = None
    closed_on: date | None = None
    outcome: str | None = None
    by: str | None = None
    hands: tuple[Hand, ...] = ()

    @property
    def table(self) -> str:
        """The table of the row."""
        return self.ref.partition(":")[0]

    @property
    def id(self) -> str:
        """The id of the row."""
        return self.ref.partition(":")[2]

    @property
    def headline(self) -> str:
        """The row in a line."""
        return self.title or self.text

    @property
    def more(self) -> str:
        """What it says besides the headline: of a risk, how to avoid it."""
        return self.text if self.title else ""

    @property
    def reader_made(self) -> bool:
        """Whether whoever reads the draft had a hand in it."""
        return any(hand.reader and hand.role in ("contributor", "helper") for hand in self.hands)


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything one draft may say.

    `kind` is the kind of stakeholder, `project` its name (empty for a private journal), `since` the
    day of the last update to them, `rows` what may be told, newest first. `occasion` is the id of
    the row that called for the act, `rests` the refs of those it rests on. `others` are the people
    it is about besides the reader: whom an ambassador would tell, or to whom a message is carried.
    `scope` is what they agreed to carry, `updates` how many extra updates they had, and
    `usefulness` whether it is time to ask if those are of use (P16).
    """

    name: str
    kind: str
    project: str
    today: date
    since: date
    rows: tuple[Fact, ...] = ()
    occasion: str = ""
    rests: frozenset[str] = frozenset()
    job: str = ""
    others: tuple[str, ...] = ()
    scope: str = ""
    updates: int = 0
    usefulness: bool = False

    @property
    def several(self) -> bool:
        """Whether the draft goes to more than one: to whoever is no person."""
        return self.kind != "person"

    @property
    def called_for_by(self) -> Fact | None:
        """The row that called for the act, where it may be told."""
        return next((row for row in self.rows if row.id == self.occasion), None)

    def of_table(self, table: str) -> Iterator[Fact]:
        """The rows of a table."""
        return (row for row in self.rows if row.table == table)


@dataclass(frozen=True, slots=True)
class Source:
    """A row that a draft is written from, and whether it is taken."""

    ref: str
    kind: str
    day: date
    text: str
    taken: bool


@dataclass(frozen=True, slots=True)
class Draft:
    """A text to send: nothing here sends it. `language` is "en" or "nl"."""

    subject: str
    text: str
    language: str
    sources: tuple[Source, ...] = ()
