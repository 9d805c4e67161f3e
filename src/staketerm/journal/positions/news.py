"""The sorts of news between two days, as screens and commands show them (F37, F38)."""

from dataclasses import dataclass
from datetime import date

from staketerm.domain.alarms import Spell
from staketerm.domain.assessment import Alarm, Assessment
from staketerm.domain.judgement import Disagreement
from staketerm.domain.label import Position
from staketerm.domain.position import Glimpse
from staketerm.domain.readout import Confidence
from staketerm.domain.shift import Step
from staketerm.journal.nurture.decided import Decided
from staketerm.journal.positions.quiet_partners import Silence
from staketerm.journal.positions.seen import Seen
from staketerm.journal.stakeholders.person_row import PersonRow
from staketerm.store.records import Judgement

Track = tuple[Glimpse, ...]
"""The position at the end of each of the last weeks, where it was asked for."""


@dataclass(frozen=True, slots=True)
class Shift:
    """Another position than before, or other ones in between.

    `was` is what was shown before the first day; `steps` how it came about. `late_answer` says that
    a late answer took a silence back, so that what was shown then is no longer what is known of it;
    `other_weights` that kinds of signals were given other weights in between.
    """

    row: PersonRow
    was: Position
    steps: tuple[Step, ...]
    late_answer: bool
    other_weights: bool
    stance_then: float
    track: Track = ()


@dataclass(frozen=True, slots=True)
class AlarmNews:
    """An alarm that stands, with the deeds that raised it; `new` if it went off since the first
    day, `seen` if it was looked at."""

    row: PersonRow
    alarm: Alarm
    assessment: Assessment
    new: bool
    seen: Seen | None
    track: Track = ()


@dataclass(frozen=True, slots=True)
class AlarmEnded:
    """An alarm that ended since the first day; `spell.ended` is None where a late answer took back
    the silence that had raised it."""

    row: PersonRow
    spell: Spell
    track: Track = ()


@dataclass(frozen=True, slots=True)
class QuietPartner:
    """Somebody supportive who was not heard from; `new` if they fell quiet since the first day."""

    row: PersonRow
    silence: Silence
    new: bool


@dataclass(frozen=True, slots=True)
class Lapse:
    """What is known no longer, or less well: a position that lapsed to unknown on the day `on`, or
    evidence whose word became a lesser one.

    `unknown_on` is the day on which the position lapses if nothing is logged until then.
    """

    row: PersonRow
    was: Position
    on: date | None
    before: Confidence
    now: Confidence
    unknown_on: date | None


@dataclass(frozen=True, slots=True)
class Contradicted:
    """A judgement that behaviour has contradicted for 30 days or more (inference 4.6); `new` if the
    30th was since the first day."""

    row: PersonRow
    judgement: Judgement
    disagreement: Disagreement
    new: bool
    track: Track = ()


@dataclass(frozen=True, slots=True)
class Changed:
    """What changed from the day `since` to `until`, both included.

    Alarms that stand, quiet partners and contradicted judgements are all told, the new ones first.
    """

    since: date
    until: date
    positions: tuple[Shift, ...]
    alarms: tuple[AlarmNews, ...]
    ended: tuple[AlarmEnded, ...]
    quiet: tuple[QuietPartner, ...]
    lapsed: tuple[Lapse, ...]
    judgements: tuple[Contradicted, ...]
    acts: tuple[Decided, ...]
