"""What is logged: one dated act of a stakeholder, and the kind of act it is (inference 3)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from staketerm.domain.constants import LARGEST_POINTS
from staketerm.domain.errors import UsageError
from staketerm.locale import _, language


class Weight(StrEnum):
    """How telling a kind is by nature: deeds above words (S002, P2)."""

    DEED = "D"
    MAJOR = "M"
    WORDS = "W"
    NONE = "-"


class Origin(StrEnum):
    """Whose act a kind is: the stakeholder's, the user's own, or one the model concludes itself."""

    THEIRS = "theirs"
    MINE = "mine"
    DERIVED = "derived"


class Question(StrEnum):
    """What an act of the user's own leaves open.

    `falls_due` says whether silence alone comes to count against the person (4.5): never for
    invitations and agreements.
    """

    falls_due: bool

    MAIL = "mail", True
    ADVICE = "advice", True
    INVITATION = "invitation", False
    AGREEMENT = "agreement", False

    def __new__(cls, word: str, falls_due: bool) -> "Question":
        """A member that is equal to its word."""
        member = str.__new__(cls, word)
        member._value_ = word
        member.falls_due = falls_due
        return member


class Record(NamedTuple):
    """One act on one day, as `assess` takes it.

    `kind` is a catalogue id. `id` names a question that this record opens; `re` names the question
    that it answers. `intensity` (weak 0.5, normal 1, strong 1.5) multiplies the points and nothing
    else: effort, and with it energy, stays that of the kind.
    """

    day: date
    kind: str
    id: str | None = None
    re: str | None = None
    intensity: float = 1.0


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of act: what it is worth, and what it is called in both languages.

    `points` are decibans, -12..+12: above zero for the project, below it against. `effort` (>= 0)
    feeds energy. `contact` says that the two of you truly met, wrote or spoke, which moves the day
    of the last contact. `stated` marks words out of their own mouth, `champions` acts that make a
    supporter "leading" in the terms of the PMI matrix, `blocks` those that stop the project (P24).
    A `retired` kind is not offered any more; what was logged of it counts on.

    Raises UsageError for an empty id or label, points out of bounds or effort below zero.
    """

    id: str
    points: float
    effort: float
    weight: Weight
    english: str
    dutch: str
    short_english: str = ""
    short_dutch: str = ""
    origin: Origin = Origin.THEIRS
    opens: Question | None = None
    contact: bool = False
    stated: bool = False
    champions: bool = False
    blocks: bool = False
    retired: bool = False

    def __post_init__(self) -> None:
        if not self.id or not self.english or not self.dutch:
            raise UsageError(
                _("kind {kind!r}: it needs an id and a label in both languages").format(
                    kind=self.id
                )
            )
        if not -LARGEST_POINTS <= self.points <= LARGEST_POINTS:
            raise UsageError(
                _("kind {kind!r}: {points:g} points; give between -{most:g} and +{most:g}").format(
                    kind=self.id, points=self.points, most=LARGEST_POINTS
                )
            )
        if not 0 <= self.effort < float("inf"):
            raise UsageError(
                _("kind {kind!r}: effort {effort:g}; give 0 or more").format(
                    kind=self.id, effort=self.effort
                )
            )

    @property
    def label(self) -> str:
        """What the person did, in the language spoken now: "kept an agreement"."""
        return self.dutch if language() == "nl" else self.english

    @property
    def short(self) -> str:
        """The same for narrow places such as the log dialog (screens S5)."""
        short = self.short_dutch if language() == "nl" else self.short_english
        return short or self.label


def catalogue_of(kinds: Iterable[Kind]) -> Mapping[str, Kind]:
    """The kinds by id, in the order given; raises UsageError when an id comes twice."""
    catalogue: dict[str, Kind] = {}
    for kind in kinds:
        if kind.id in catalogue:
            raise UsageError(
                _("kind {kind!r} is there twice; give each kind an id of its own").format(
                    kind=kind.id
                )
            )
        catalogue[kind.id] = kind
    return catalogue
