"""The user's own judgement beside the inferred position, never mixed into it (inference 4.6)."""

from dataclasses import dataclass
from datetime import date

from staketerm.domain.assessment import Assessment
from staketerm.domain.constants import DISAGREEMENT_DAYS
from staketerm.domain.label import Position, StanceClass


@dataclass(frozen=True, slots=True)
class Judgement:
    """What somebody held on a day: a position, or only the side. Unknown means "not sure"."""

    day: date
    label: Position | StanceClass
    note: str = ""

    @property
    def stance_class(self) -> StanceClass | None:
        """The side that was meant; None for "not sure"."""
        return self.label if isinstance(self.label, StanceClass) else self.label.stance_class


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Judgement and behaviour are on different sides: since when, and for how many days.

    `telling` once it has lasted 30 days; before that it may be a matter of time.
    """

    since: date
    days: int

    @property
    def telling(self) -> bool:
        """Whether it has lasted long enough to be said."""
        return self.days >= DISAGREEMENT_DAYS


def disagreement(judgement: Judgement, assessment: Assessment) -> Disagreement | None:
    """How long judgement and behaviour have been on different sides; None if they are not.

    The side counts, not the word: "supporter" agrees with an inferred partner. Where either is not
    sure there is nothing to disagree about.
    """
    judged, inferred = judgement.stance_class, assessment.stance_class
    if judged is None or inferred is None or judged is inferred:
        return None
    since = assessment.as_of
    for move in reversed(assessment.moves):
        if move.label.stance_class in (judged, None):
            break
        since = move.on
    since = max(since, judgement.day)
    return Disagreement(since, (assessment.as_of - since).days)
