"""What one line of capture says, as far as it was understood (screens section 6)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from staketerm.domain.names import Person
from staketerm.domain.signals import Kind


class What(StrEnum):
    """What a line becomes when it is saved."""

    SIGNAL = "signal"
    ASK = "ask"
    AGREEMENT = "agreement"
    NOTE = "note"
    """Told about the people named."""
    ENTRY = "entry"
    """A line of the journal, about nobody in particular."""
    PROGRESS = "progress"
    """A progress entry of a project."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to a question: the id to answer with, and how it is shown."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Question:
    """Something that can mean two things: never guessed.

    The line is read again with `{key: id of the choice}` among its answers.
    """

    key: str
    text: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Captured:
    """One line as understood.

    people      whom it is about, in the order named
    unknown     names of people who are not here; the line can be kept as a note about nobody
    kind        the kind of act; None for a note or an entry
    progress    the kind of progress entry; empty for anything else
    day         the day it happened, or was asked, agreed or told
    due         the day by which an answer or the promise is expected
    by          who promised, for an agreement
    project     the id of the project; None: the default one
    intensity   0.5 weak, 1 normal, 1.5 strong
    note        the note, or the text of the ask, agreement, note or entry
    left        the words that were not understood, as (start, end) in `line`; they are in the note
    questions   what must be answered before it is saved
    problems    what must be mended before it is saved
    """

    line: str
    what: What
    day: date
    people: tuple[Person, ...] = ()
    unknown: tuple[str, ...] = ()
    kind: Kind | None = None
    progress: str = ""
    due: date | None = None
    by: Literal["me", "them"] = "them"
    project: str | None = None
    project_name: str = ""
    intensity: float = 1.0
    note: str = ""
    left: tuple[tuple[int, int], ...] = ()
    questions: tuple[Question, ...] = ()
    problems: tuple[str, ...] = ()

    @property
    def ready(self) -> bool:
        """Whether it can be saved as it stands."""
        return not (self.questions or self.problems or self.unknown)
