"""What the model concludes about one stakeholder in one project on one day: plain frozen values."""

import math
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from staketerm.domain.blocking import BlockingAct, keeps_blocking
from staketerm.domain.constants import EVIDENCE_HALF_LIFE, UNKNOWN_BELOW
from staketerm.domain.drift import AlarmKind, Trend
from staketerm.domain.grounds import Deed, Grounds, Reason
from staketerm.domain.habits import NO_CORRECTION, Correction
from staketerm.domain.label import Position, StanceClass
from staketerm.domain.questions import AnswerHabit
from staketerm.domain.readout import Confidence
from staketerm.domain.says_does import SaysDoesGap
from staketerm.domain.signals import Question


@dataclass(frozen=True, slots=True)
class Alarm:
    """A standing alarm: the evidence day it went off, and what it says.

    `deeds` are the signals against that raised it, oldest first, `slide_from` the day of the first;
    `text` names them all with their points, in the language that was spoken when it was made.
    """

    since: date
    kind: AlarmKind
    text: str
    slide_from: date
    deeds: tuple[Deed, ...] = ()


@dataclass(frozen=True, slots=True)
class Recent:
    """Recent behaviour beside the usual (6.1): what the arrow and the alarm are read from.

    `z` is below 0 when it cools. `for_` and `against` are recent points (FP, FN), `usual_for` and
    `usual_against` those of the time before (UP, UN); `share_for` is the usual share for, 0 to 1.
    """

    z: float
    for_: float
    against: float
    usual_for: float
    usual_against: float
    share_for: float


@dataclass(frozen=True, slots=True)
class Move:
    """From the day `on` the position was `label`."""

    on: date
    label: Position


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """Something asked that awaits an answer; `source` is the id of the record that asked.

    Silence counts against the person from `counts_from`, which may have passed; None means that
    time alone never counts (invitations and agreements). It waits for `wait` days, by the `answers`
    known on the day of asking, of which half came within `usual` days (None: too few to say).
    """

    source: str | None
    kind: Question
    asked_on: date
    counts_from: date | None
    wait: int
    answers: int
    usual: int | None

    @property
    def away(self) -> int:
        """The days of absence by which silence counts later."""
        if self.counts_from is None:
            return 0
        return (self.counts_from - self.asked_on).days - self.wait


@dataclass(frozen=True)
class Assessment:
    """The position of one stakeholder in one project as of a day (inference sections 2 to 6).

    stance              -1 (opposes) to +1 (cooperates); `low` and `high` bound its 80 % interval
    probability         of being on the cooperating side, 0 to 1
    energy, active      effort in either direction, >= 0, and whether it counts as active
    for_, against       points that still count on either side (P and N); `evidence` is their sum
    confidence          the evidence in a word
    label               the position; `stance_class` is its side, None while unknown
    trend               the arrow, None while unknown; `recent` holds the numbers behind it
    alarm               the alarm shown on this day, if any; `alarm_ended` the day on which the last
                        one ended, None while one is shown
    says_does_gap       whether sayings and deeds contradict each other
    moves               every change of label so far, oldest first
    last_contact        the latest day on which the two of you truly met, wrote or spoke
    open_questions      what awaits an answer, oldest first
    answers             how this person answers
    championing         championing acts of the last 180 days (SEAM "leading")
    blocking            blocking acts of the last 90 days, oldest first, counted apart (P24)
    lapses_on           the first later day on which label, trend, alarm, confidence, active or
                        says-does gap changes, a blocking act counts no longer or an open question
                        falls due, if nothing is logged until then; None if there is none
    """

    as_of: date
    stance: float
    low: float
    high: float
    probability: float
    energy: float
    active: bool
    for_: float
    against: float
    evidence: float
    confidence: Confidence
    label: Position
    stance_class: StanceClass | None
    trend: Trend | None
    recent: Recent
    alarm: Alarm | None
    alarm_ended: date | None
    says_does_gap: SaysDoesGap | None
    moves: tuple[Move, ...]
    last_contact: date | None
    open_questions: tuple[OpenQuestion, ...]
    answers: AnswerHabit
    championing: int
    blocking: tuple[BlockingAct, ...]
    lapses_on: date | None
    grounds: Grounds = field(repr=False, compare=False)

    @property
    def known(self) -> bool:
        """Whether there is evidence enough for a label."""
        return self.label is not Position.UNKNOWN

    @property
    def blocks(self) -> bool:
        """Whether blocking acts have become a habit: three or more in 90 days (P24)."""
        return keeps_blocking(len(self.blocking))

    @property
    def correction(self) -> Correction | None:
        """The correction of the logging habit that the points went through; None for none."""
        correction = self.grounds.correction
        return None if correction == NO_CORRECTION else correction

    @property
    def since(self) -> date | None:
        """The day from which the label is what it is; None if it never was another."""
        return self.moves[-1].on if self.moves else None

    @property
    def before(self) -> Position | None:
        """The label before the present one; None if there never was another."""
        if not self.moves:
            return None
        return self.moves[-2].label if len(self.moves) > 1 else Position.UNKNOWN

    @property
    def unknown_on(self) -> date | None:
        """The day on which the label lapses if nothing is logged until then; None if unknown."""
        if not self.known:
            return None
        days = EVIDENCE_HALF_LIFE * math.log2(self.evidence / UNKNOWN_BELOW)
        return self.as_of + timedelta(days=math.floor(days) + 1)

    @cached_property
    def reasons(self) -> tuple[Reason, ...]:
        """What the position rests on, the strongest share first; the shares sum to `evidence`."""
        return self.grounds.reasons()
