"""Some people looked at closely: where they stand on a day, where they stood before, their alarms
and the course between, each from one reading of their records."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from staketerm.domain.alarms import Spell, alarms
from staketerm.domain.assessment import Assessment
from staketerm.domain.position import Glimpse, assess, history
from staketerm.domain.questions import Absence
from staketerm.domain.signals import Record
from staketerm.journal.evidence import Pair, absences_of, impacts_of, records_of
from staketerm.journal.memory import uncollected
from staketerm.journal.model import Model, models_on
from staketerm.store.work import Reader

WEEKS_SHOWN = 13
"""Over how many weeks the course of a position is told: a quarter of a year."""


@dataclass(frozen=True, slots=True)
class Look:
    """Somebody in a project as of a day, beside the day before the first one looked back to.

    `alarm_then` is the alarm that was shown on that day before, as it was known then. `track` tells
    the position at the end of each of the last weeks, the newest as of the day itself; `spells`
    every alarm up to it.
    """

    now: Assessment
    then: Glimpse
    alarm_then: Spell | None
    track: tuple[Glimpse, ...]
    spells: tuple[Spell, ...]


@uncollected()
def looks(
    reader: Reader, first: date, day: date, pairs: Iterable[Pair] | None = None
) -> dict[Pair, Look]:
    """A look at each pair, every involvement if None, from the day `first` to `day`.

    Each day is looked at by the catalogue and correction in force on it (design section 4).
    """
    wanted = None if pairs is None else sorted(set(pairs))
    impacts = impacts_of(reader, wanted)
    records = records_of(reader, wanted)
    absences = absences_of(reader, None if wanted is None else (who for who, _project in wanted))
    before = first - timedelta(days=1)
    weeks = [day - timedelta(days=7 * back) for back in range(WEEKS_SHOWN - 1, -1, -1)]
    eras = models_on(reader, [before, *weeks])
    models = {each: model for model, days in eras for each in days}
    found: dict[Pair, Look] = {}
    for pair in impacts if wanted is None else wanted:
        one = _Told(records.get(pair, ()), absences.get(pair[0], ()), impacts.get(pair))
        seen = {each.day: each for model, days in eras for each in one.glimpses(model, days)}
        shown_then = [each for each in one.alarms(models[before], before) if each.ended is None]
        found[pair] = Look(
            now=one.assessment(models[day], day),
            then=seen[before],
            alarm_then=shown_then[-1] if shown_then else None,
            track=tuple(seen[week] for week in weeks),
            spells=one.alarms(models[day], day),
        )
    return found


class _Told(NamedTuple):
    """What is told of somebody in a project, to be read by any model on any day."""

    records: Sequence[Record]
    away: Sequence[Absence]
    impact: str | None

    def assessment(self, model: Model, day: date) -> Assessment:
        return assess(
            self.records,
            day,
            impact=self.impact,
            absences=self.away,
            catalogue=model.catalogue,
            correction=model.correction,
        )

    def glimpses(self, model: Model, days: Sequence[date]) -> list[Glimpse]:
        return history(
            self.records,
            days,
            impact=self.impact,
            absences=self.away,
            catalogue=model.catalogue,
            correction=model.correction,
        )

    def alarms(self, model: Model, day: date) -> tuple[Spell, ...]:
        return alarms(
            self.records,
            day,
            absences=self.away,
            catalogue=model.catalogue,
            correction=model.correction,
        )
