"""Names as people type them: making a handle, and finding who is meant (libraries 10).

WHO is a handle, the only handle that begins so, or a fuzzy name (design section 6). Matches come
in the order of `Fit`; within one fit the order in which the people were given stands, so the
caller decides what comes first, such as who was in touch last.
"""

import re
import sys
import unicodedata
from bisect import bisect_left
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import IntEnum
from itertools import count
from typing import overload

from staketerm.domain.errors import Ambiguous, NotFound
from staketerm.domain.text import fold, plain_line
from staketerm.locale import _

LIKENESS = 0.6
"""The least ratio of difflib at which another spelling is offered (libraries 10)."""

SUGGESTIONS = 5
"""How many guesses a question names at most."""

_BEHIND_ALL = chr(sys.maxunicode)

_ASCII_WORD = re.compile("[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Person:
    """Whom a name can mean: the key the caller knows them by, their handle, their name."""

    key: str
    handle: str
    name: str


class Fit(IntEnum):
    """How a query fits a person, best first; from `LETTERS` on it is a guess that needs a yes."""

    EXACT = 1
    """The handle, or all words of the name."""
    HANDLE = 2
    """The only handle that begins so."""
    WORDS = 3
    """Every word begins a word of the name, in any order."""
    INITIALS = 4
    """The letters are beginnings of words of the name, in order: "mp", "vdb"."""
    LETTERS = 5
    """The letters stand in the name in this order, from the beginning of a word."""
    SPELLING = 6
    """Every word resembles a word of the name."""


@dataclass(frozen=True, slots=True)
class Match:
    """One person a query may mean."""

    person: Person
    fit: Fit


def name_words(name: str) -> tuple[str, ...]:
    """The folded words of a name: letters and digits of any script, everything else parts them."""
    folded = fold(name)
    if folded.isascii():
        return tuple(_ASCII_WORD.findall(folded))
    return tuple("".join(c if _in_word(c) else " " for c in folded).split())


def handle(name: str, taken: Container[str]) -> str:
    """A handle for `name` that is not in `taken`: its folded words joined by `-`, `-2` on a clash.

    A name without letters or digits gives "unnamed".
    """
    base = "-".join(name_words(name)) or "unnamed"
    if base not in taken:
        return base
    return next(candidate for n in count(2) if (candidate := f"{base}-{n}") not in taken)


class Directory(Sequence[Person]):
    """People prepared to be found, in the order given: made once, searched at every key press."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._people = tuple(people)
        self.words = [name_words(person.name) for person in self._people]
        """The words of each name, in the order of the people."""
        self._handles = sorted((person.handle, n) for n, person in enumerate(self._people))
        self._words = sorted((word, n) for n, words in enumerate(self.words) for word in set(words))

    def __len__(self) -> int:
        return len(self._people)

    @overload
    def __getitem__(self, place: int) -> Person: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Person, ...]: ...
    def __getitem__(self, place: int | slice) -> Person | tuple[Person, ...]:
        return self._people[place]

    def with_handle(self, beginning: str) -> list[int]:
        """The places of those whose handle begins so."""
        return sorted(n for _handle, n in _beginning(self._handles, beginning))

    def with_word(self, beginning: str) -> set[int]:
        """The places of those with a word that begins so."""
        return {n for _word, n in _beginning(self._words, beginning)}

    def vocabulary(self) -> set[str]:
        """Every word of every name."""
        return {word for word, _n in self._words}


def find(query: str, people: Sequence[Person], *, guess: bool = True) -> tuple[Match, ...]:
    """Everybody `query` may mean, best first; empty for an empty query or when nobody comes near.

    Exact names, beginnings of handles and beginnings of words are given together. Only where they
    find nobody, initials are tried; then, if a `guess` is welcome, letters in order and other
    spellings. Who searches again and again passes a `Directory`.
    """
    words = name_words(query)
    if not words:
        return ()
    directory = people if isinstance(people, Directory) else Directory(people)
    if matches := _by_beginnings(fold(query).strip(), words, directory):
        return matches
    letters = "".join(words)
    near = sorted(directory.with_word(letters[0]))
    if found := [n for n in near if _initials(letters, directory.words[n])]:
        return tuple(Match(directory[n], Fit.INITIALS) for n in found)
    if not guess:
        return ()
    if found := [n for n in near if _letters(letters, directory.words[n])]:
        return tuple(Match(directory[n], Fit.LETTERS) for n in found)
    return _by_spelling(words, directory)


def sure(matches: Sequence[Match]) -> Person | None:
    """The one person that `matches`, as `find` gives them, leave no doubt about; None: ask.

    A handle beats a name. One exact name is sure, then the only handle that begins so, then the
    only one found by beginnings of words or by initials. A guess never is.
    """
    best = [match for match in matches if match.fit == matches[0].fit]
    if len(best) == 1 and best[0].fit < Fit.LETTERS:
        return best[0].person
    return None


def choose(query: str, people: Sequence[Person]) -> Person:
    """Whom `query` means.

    Raises `NotFound` when nobody comes near, and `Ambiguous` with the candidates ("name (handle)",
    best first) when several do or when the only one is a guess.
    """
    matches = find(query, people)
    query = plain_line(query)
    if not matches:
        raise NotFound(_("I don't know {name}.").format(name=query))
    if person := sure(matches):
        return person
    guessed = matches[0].fit >= Fit.LETTERS
    shown = tuple(f"{m.person.name} ({m.person.handle})" for m in matches)
    names = ", ".join(shown[:SUGGESTIONS])
    if guessed:
        question = _("I don't know {name}. Did you mean {names}?").format(name=query, names=names)
    else:
        question = _("Which {name}? {names}").format(name=query, names=names)
    raise Ambiguous(question, shown)


def _in_word(character: str) -> bool:
    """Whether a folded character belongs to a word; vowel signs of Indic scripts are marks."""
    return character.isalnum() or unicodedata.category(character).startswith("M")


def _beginning(entries: list[tuple[str, int]], beginning: str) -> list[tuple[str, int]]:
    """Those of the sorted `entries` that begin so."""
    first = bisect_left(entries, (beginning, 0))
    return entries[first : bisect_left(entries, (beginning + _BEHIND_ALL, 0))]


def _by_beginnings(typed: str, words: tuple[str, ...], directory: Directory) -> tuple[Match, ...]:
    """Matches of the first three fits."""
    handles = directory.with_handle(typed)
    begun = sorted(set.intersection(*(directory.with_word(word) for word in words)))
    whole = [n for n in begun if set(words) <= set(directory.words[n])]
    ordered = sorted(words)
    exact = [n for n in handles if directory[n].handle == typed] or [
        n for n in whole if sorted(directory.words[n]) == ordered
    ]
    only = handles if len(handles) == 1 else []
    ranked = [(n, Fit.EXACT) for n in exact] + [(n, Fit.HANDLE) for n in only]
    ranked += [(n, Fit.WORDS) for n in (*whole, *begun, *handles)]
    first: dict[int, Match] = {}
    for n, fit in ranked:
        if n not in first:
            first[n] = Match(directory[n], fit)
    return tuple(first.values())


def _initials(letters: str, name: tuple[str, ...]) -> bool:
    """Whether `letters` can be cut into beginnings of words of `name`, in order."""
    reached = {0}
    for part in name:
        for start in tuple(reached):
            for length, letter in enumerate(part, 1):
                if letters[start + length - 1 : start + length] != letter:
                    break
                reached.add(start + length)
    return len(letters) in reached


def _letters(letters: str, name: tuple[str, ...]) -> bool:
    """Whether `letters` stand in `name` in this order, the first at the beginning of a word."""
    for n, part in enumerate(name):
        if part[0] == letters[0]:
            rest = iter("".join(name[n:]))
            if all(letter in rest for letter in letters):
                return True
    return False


def _by_spelling(words: tuple[str, ...], directory: Directory) -> tuple[Match, ...]:
    """Those with a word like every one of `words`, most alike first."""
    vocabulary = directory.vocabulary()
    alike = [_alike(word, vocabulary) for word in words]
    scores = []
    for n, parts in enumerate(directory.words):
        likeness = [max((close.get(part, 0.0) for part in parts), default=0.0) for close in alike]
        if min(likeness) >= LIKENESS:
            scores.append((-sum(likeness), n))
    return tuple(Match(directory[n], Fit.SPELLING) for _score, n in sorted(scores))


def _alike(word: str, vocabulary: Iterable[str]) -> dict[str, float]:
    """How alike to `word` the words of `vocabulary` are, those of at least `LIKENESS` only."""
    if len(word) < 3:
        return {part: 1.0 for part in vocabulary if part.startswith(word)}
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(word)
    close = {}
    for part in vocabulary:
        if 2 * min(len(part), len(word)) < LIKENESS * (len(part) + len(word)):
            continue
        matcher.set_seq1(part)
        if matcher.quick_ratio() >= LIKENESS and (ratio := matcher.ratio()) >= LIKENESS:
            close[part] = ratio
    return close
