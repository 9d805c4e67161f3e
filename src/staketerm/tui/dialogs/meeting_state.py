"""What the meeting log has been told so far: attendees down, behaviour across (screens S5)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Any, Self

from staketerm.domain.catalogue import CATALOGUE
from staketerm.domain.signals import Weight
from staketerm.tui.dialogs.draft import NORMAL, STRENGTHS, STRONG, WEAK
from staketerm.tui.dialogs.kind_keys import CONTACT, KINDS, MINE

USUAL_FOR = "vrqd"
USUAL_AGAINST = "khnu"
USUAL_WORDS = "zxb"
PROMISES = "FX"
"""F we agreed, X they promised: both ask what and when."""

PRESENT = "␣"
"""Stands in the column of those who were there and did nothing special."""

KINDS_HERE: Mapping[str, str] = MappingProxyType(
    {key: kind for key, kind in KINDS.items() if key not in {*dict(MINE), CONTACT[0], "X"}}
)
"""The letters that mark an act in a meeting."""


@dataclass(frozen=True, slots=True)
class Promised:
    """Something agreed or promised in the meeting; `key` is F or X."""

    key: str
    text: str
    by: str
    due: date | None


@dataclass(frozen=True, slots=True)
class Came:
    """One attendee: the letters of what they did, what was promised, a note.

    `weak` and `strong` are those of the letters that count half, or half as much again.
    `label` is the position before the meeting, `after` the one with these marks; None where it is
    not known yet.
    """

    id: str
    name: str
    kind: str = "person"
    label: str | None = None
    after: str | None = None
    marks: str = ""
    promises: tuple[Promised, ...] = ()
    note: str = ""
    weak: str = ""
    strong: str = ""

    def marked(self, letter: str) -> Self:
        """With the mark of `letter`, or without it where it is there already."""
        if letter in self.marks:
            return replace(self._usual(letter), marks=self.marks.replace(letter, ""))
        return replace(self, marks=self.marks + letter)

    def unmarked(self) -> Self:
        """Without any mark."""
        return replace(self, marks="", weak="", strong="")

    def weighed(self, by: int) -> Self:
        """With the last mark stronger (+1) or weaker (-1) by a step: weak, normal, strong."""
        if not self.marks:
            return self
        last = self.marks[-1]
        usual = self._usual(last)
        at = STRENGTHS.index(self._intensity(last)) + by
        wanted = STRENGTHS[min(max(at, 0), len(STRENGTHS) - 1)]
        if wanted == WEAK:
            return replace(usual, weak=usual.weak + last)
        return replace(usual, strong=usual.strong + last) if wanted == STRONG else usual

    def _usual(self, letter: str) -> Self:
        return replace(
            self, weak=self.weak.replace(letter, ""), strong=self.strong.replace(letter, "")
        )

    def _intensity(self, letter: str) -> float:
        return WEAK if letter in self.weak else STRONG if letter in self.strong else NORMAL

    def moved(self, columns: str, by: int) -> Self:
        """The last mark in one of `columns` shifted by a column; the first one where none is."""
        there = [mark for mark in self.marks if mark in columns]
        if not there:
            return replace(self, marks=self.marks + (columns[0] if by > 0 else columns[-1]))
        last = there[-1]
        shifted = columns[(columns.index(last) + by) % len(columns)]
        marks = self.marks.replace(last, "")
        kept = self._usual(last)
        return replace(kept, marks=marks if shifted in marks else marks + shifted)

    @property
    def kinds(self) -> tuple[str, ...]:
        """What they did, as the journal knows it; nobody who did not come was there."""
        return tuple(KINDS_HERE[mark] for mark in self.marks)

    @property
    def intensities(self) -> tuple[float, ...]:
        """How telling each of it was."""
        return tuple(self._intensity(mark) for mark in self.marks)

    @property
    def acts(self) -> tuple[tuple[str, float], ...]:
        """Both together; being there is contact."""
        return tuple(zip(self.kinds, self.intensities, strict=True)) or (("contact", NORMAL),)

    def values(self) -> dict[str, Any]:
        """The attendee as the journal is told."""
        return {
            "stakeholder": self.id,
            "kinds": self.kinds,
            "intensities": self.intensities,
            "note": self.note or None,
            "promises": [{"text": one.text, "by": one.by, "due": one.due} for one in self.promises],
        }


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of the grid: the usual ones and those that other letters have opened."""

    for_: str
    against: str
    words: str

    @property
    def deeds(self) -> str:
        """The columns of deeds, those for before those against."""
        return self.for_ + self.against


def columns(attendees: Iterable[Came]) -> Columns:
    """The columns that these attendees need."""
    used = "".join(one.marks for one in attendees)
    more = [mark for mark in dict.fromkeys(used) if mark not in _USUAL]
    words = [mark for mark in more if CATALOGUE[KINDS_HERE[mark]].weight is Weight.WORDS]
    deeds = [mark for mark in more if mark not in words]
    for_ = [mark for mark in deeds if CATALOGUE[KINDS_HERE[mark]].points > 0]
    against = [mark for mark in deeds if mark not in for_]
    return Columns(
        "".join(for_) + USUAL_FOR, USUAL_AGAINST + "".join(against), USUAL_WORDS + "".join(words)
    )


_USUAL = frozenset(USUAL_FOR + USUAL_AGAINST + USUAL_WORDS)


@dataclass(frozen=True, slots=True)
class Counts:
    """How much is in a meeting."""

    people: int
    deeds: int
    sayings: int
    promises: int


def counted(attendees: Iterable[Came]) -> Counts:
    """What the last line says of the meeting."""
    came = tuple(attendees)
    kinds = [CATALOGUE[kind] for one in came for kind in one.kinds]
    sayings = sum(kind.weight is Weight.WORDS for kind in kinds)
    return Counts(len(came), len(kinds) - sayings, sayings, sum(len(one.promises) for one in came))
