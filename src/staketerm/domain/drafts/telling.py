"""Telling rows in one language: what a placeholder says of each, and how sentences are made."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from staketerm.domain.day_words import say_day
from staketerm.domain.drafts.facts import Fact, Facts
from staketerm.domain.drafts.words import WORDS, Words, words_in
from staketerm.domain.text import plain_line

ENDED = (".", "!", "?", "…", ":", ";")
"""What a sentence may end with."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a placeholder tells of one row. `taken` says whether it is told unless said otherwise;
    without `ref` it comes from no row."""

    text: str
    ref: str = ""
    taken: bool = True


@dataclass(frozen=True, slots=True)
class Teller:
    """Facts told in one language."""

    facts: Facts
    language: str

    @property
    def words(self) -> Words:
        """The words of the language, to one person or to several."""
        return words_in(self.language, self.facts.several)

    def day(self, day: date) -> str:
        """A day as it is said in the language."""
        return say_day(day, self.facts.today, self.language)

    def listed(self, names: Sequence[str]) -> str:
        """Names in a row: "Ada, Bram and Claire"."""
        lines = [plain_line(name) for name in names]
        if len(lines) < 2:
            return "".join(lines)
        return f"{', '.join(lines[:-1])} {self.words.and_} {lines[-1]}"

    def dated(self, text: str, row: Fact) -> str:
        """A text with the day it is for, unless it says that itself, in whatever language."""
        if row.due is None or any(day in text for day in self._spellings(row.due)):
            return text
        return f"{open_end(text)} ({self.day(row.due)})"

    def _spellings(self, day: date) -> Iterator[str]:
        """The day as it may stand in a text: "14 Dec", "14 dec"."""
        for language in WORDS:
            yield say_day(day, self.facts.today, language).split(" ", 1)[1]


def note_of(row: Fact, *roles: str) -> str:
    """What whoever reads the draft did for an entry, or how they can help, by their role in it;
    empty for nothing. What was noted of them in another role is not for them to read."""
    return next((h.note for h in row.hands if h.reader and h.role in roles and h.note), "")


def sentence(text: str) -> str:
    """A text on one line that ends like a sentence; empty stays empty."""
    line = plain_line(text)
    return line if not line or line.endswith(ENDED) else f"{line}."


def open_end(text: str) -> str:
    """A text on one line without its full stop, for more to follow."""
    return plain_line(text).rstrip(".")


def joined(*texts: str) -> str:
    """Texts as sentences after each other, empty ones left out."""
    return " ".join(filter(None, map(sentence, texts)))
