"""Every alarm there was, with its beginning and its end (inference 6.1).

Alarms are a pure function of the evidence known on a day: a late answer may remove one.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from staketerm.domain.catalogue import CATALOGUE
from staketerm.domain.drift import STILL, AlarmKind, Pace, Raised, Watch, quiet_from
from staketerm.domain.evidence import gather
from staketerm.domain.fold import DayTotal, State, fold
from staketerm.domain.habits import Correction
from staketerm.domain.questions import Absence
from staketerm.domain.signals import Kind, Record


class Spell(NamedTuple):
    """One alarm: the day it went off, and the first day on which it was shown no longer.

    `ended` is None while it is shown. Somebody who cools and then crosses over has two: the first
    ends on the day the second begins.
    """

    kind: AlarmKind
    since: date
    ended: date | None


def alarms(
    records: Iterable[Record],
    as_of: date,
    *,
    absences: Iterable[Absence] = (),
    catalogue: Mapping[str, Kind] = CATALOGUE,
    correction: Correction | None = None,
) -> tuple[Spell, ...]:
    """The alarms of one stakeholder in one project up to a day, oldest first.

    Raises what `position.assess` raises.
    """
    evidence = gather(records, as_of, catalogue, absences, correction)
    return spells(evidence.days, fold(evidence.days), as_of.toordinal())


def spells(days: Sequence[DayTotal], states: Sequence[State], last: int) -> tuple[Spell, ...]:
    """The alarms over these days of evidence up to the day `last` (an ordinal)."""
    found: list[_Open] = []
    pace, watch = STILL, Watch()
    for total, state in zip(days, states, strict=True):
        if total.for_ or total.against:
            if watch.alarm is not None:
                _fade(found, pace, total.day - 1)
            pace = pace.plus(total)
            watch.see(pace, state)
            _follow(found, watch.alarm, total.day)
    if watch.alarm is not None:
        _fade(found, pace, last)
    return tuple(
        Spell(
            raised.kind,
            date.fromordinal(raised.since),
            None if ended is None else date.fromordinal(ended),
        )
        for raised, ended in found
    )


_Open = tuple[Raised, int | None]
"""An alarm and the day it ended, if it has."""


def _fade(found: list[_Open], pace: Pace, last: int) -> None:
    """Time alone ends the alarm that stands, if it does so up to the day `last`."""
    quiet = quiet_from(pace, pace.day, last)
    if quiet is not None:
        found[-1] = (found[-1][0], quiet)


def _follow(found: list[_Open], alarm: Raised | None, day: int) -> None:
    """What a day of evidence does to the alarm that stood: it goes on or is shown again, another
    takes its place, or it ends."""
    before, ended = found[-1] if found else (None, None)
    if before is not None and alarm is before:
        found[-1] = (before, None)
        return
    if before is not None and ended is None:
        found[-1] = (before, day)
    if alarm is not None:
        found.append((alarm, None))
