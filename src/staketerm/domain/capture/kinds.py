"""Finding the kind of act by words of its label, in either language (screens section 6)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from staketerm.domain.capture.vocabulary import FILLERS, SPOKEN
from staketerm.domain.names import name_words
from staketerm.domain.signals import Kind

SHORTEST_STEM = 4
"""Letters that two forms of a word must share from the beginning ("answer", "answered")."""


@dataclass(frozen=True, slots=True)
class KindFit:
    """A kind and the words that say it.

    `used` are their places, `exact` how many are in that very form, `covered` that the label is
    said in full.
    """

    kind: Kind
    used: frozenset[int]
    exact: int
    covered: bool

    @property
    def rank(self) -> tuple[int, bool, int]:
        """Higher is better."""
        return len(self.used), self.covered, self.exact


def fitting_kinds(words: Sequence[str], kinds: Iterable[Kind]) -> tuple[KindFit, ...]:
    """The kinds that the folded `words` say best: none, the one that is meant, or several.

    The kind of which most words are said wins; among equals one whose label is said in full, then
    the one said in the very form of its label. A retired kind is not meant, and where it fits best
    no other is: its words are left for the note.
    """
    fits = [fit for kind in kinds if (fit := _fit(words, kind)).used]
    best = max((fit.rank for fit in fits), default=None)
    return tuple(fit for fit in fits if fit.rank == best and not fit.kind.retired)


def _fit(words: Sequence[str], kind: Kind) -> KindFit:
    """How well the best of the labels of `kind` is said."""
    labels, sayings = _called(kind)
    fits = [_label_fit(words, kind, label) for label in labels]
    fits += [fit for saying in sayings if (fit := _label_fit(words, kind, saying)).covered]
    return max(fits, key=lambda fit: fit.rank)


def _label_fit(words: Sequence[str], kind: Kind, label: tuple[str, ...]) -> KindFit:
    telling = [word for word in label if word not in FILLERS]
    used = {
        place
        for place, word in enumerate(words)
        if word not in FILLERS and any(_alike(word, other) for other in telling)
    }
    exact = sum(words[place] in telling for place in used)
    covered = bool(telling) and all(word in words for word in telling)
    return KindFit(kind, _with_fillers(words, used, label), exact, covered)


def _with_fillers(words: Sequence[str], used: set[int], label: tuple[str, ...]) -> frozenset[int]:
    """`used` with the fillers of the label that stand between its words."""
    if not used:
        return frozenset()
    between = range(min(used), max(used))
    return frozenset(used | {n for n in between if words[n] in FILLERS and words[n] in label})


def _alike(word: str, other: str) -> bool:
    """Whether both are one word or forms of one."""
    if min(len(word), len(other)) < SHORTEST_STEM:
        return word == other
    return word.startswith(other) or other.startswith(word)


@lru_cache(maxsize=256)
def _called(kind: Kind) -> tuple[tuple[tuple[str, ...], ...], tuple[tuple[str, ...], ...]]:
    """The folded words of the labels of `kind`, of which some are enough, and of its id and other
    sayings, which count in full only."""
    labels = (kind.english, kind.dutch, kind.short_english, kind.short_dutch)
    sayings = (kind.id.replace("_", " "), *SPOKEN.get(kind.id, ()))
    return tuple(name_words(text) for text in labels if text), tuple(map(name_words, sayings))
