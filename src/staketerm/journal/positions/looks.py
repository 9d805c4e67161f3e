"""Some people looked at closely: where they stand on a day, where they stood before, their alarms
and the course between, each from one reading of their records."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from staketerm.domain.alarms import Spell, alarms
from staketerm.domain.assessment import Assessment
from staketerm.domain.position import Glimpse, assess, history
from staketerm.domain.questions import Absence
from staketerm.domain.signals import Record
from staketerm.journal.memory import uncollected
from staketerm.journal.positions.evidence import Pair, absences_of, impacts_of, records_of
from staketerm.journal.positions.model import Model, model_on, models_on
from staketerm.store.reader import Reader

WEEKS_SHOWN = 13
"""Over how many weeks the course of a position is told: a quarter of a year."""


Eras = Sequence[tuple[Model, list[date]]]
"""Models with the days on which each is in force."""


@dataclass(frozen=True, slots=True)
class Look:
    """Somebody in a project as of a day, beside the day before the first one looked back to.

    `alarm_then` is the alarm that was shown on that day before, as it was known then; `spells` hold
    the alarms up to the day, where one is shown or has ended since the first day.
    """

    now: Assessment
    then: Glimpse
    alarm_then: Spell | None
    spells: tuple[Spell, ...]
    told: "_Told" = field(repr=False, compare=False)

    def course(self, eras: Eras) -> tuple[Glimpse, ...]:
        """The position on each day of the eras, in their order."""
        return self.told.glimpses(eras)


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
    then, now = model_on(reader, before), model_on(reader, day)
    return {
        pair: _look(
            _Told(records.get(pair, ()), absences.get(pair[0], ()), impacts.get(pair)),
            (then, before),
            (now, day),
        )
        for pair in (impacts if wanted is None else wanted)
    }


def weeks(reader: Reader, day: date) -> Eras:
    """The ends of the last weeks, the newest the day itself, oldest first."""
    return models_on(
        reader, [day - timedelta(days=7 * back) for back in range(WEEKS_SHOWN - 1, -1, -1)]
    )


def _look(told: "_Told", then: tuple[Model, date], now: tuple[Model, date]) -> Look:
    _then_model, before = then
    found = told.assessment(*now)
    ended = found.alarm_ended
    turned = found.alarm is not None or (ended is not None and ended > before)
    spells = told.alarms(*now) if turned else ()
    return Look(
        now=found,
        then=told.glimpses([(then[0], [before])])[0],
        alarm_then=told.alarm_on(*then) if told.rewritten(before) else _shown(spells, before),
        spells=spells,
        told=told,
    )


def _shown(spells: Iterable[Spell], day: date) -> Spell | None:
    """The alarm that is shown on a day."""
    return next(
        (each for each in spells if each.since <= day and (each.ended is None or each.ended > day)),
        None,
    )


class _Told(NamedTuple):
    """What is told of somebody in a project, to be read by any model on any day."""

    records: Sequence[Record]
    away: Sequence[Absence]
    impact: str | None

    def rewritten(self, day: date) -> bool:
        """Whether what was known on a day may be known otherwise since: something was answered."""
        return any(each.day > day and each.re is not None for each in self.records)

    def alarm_on(self, model: Model, day: date) -> Spell | None:
        return next((each for each in self.alarms(model, day) if each.ended is None), None)

    def assessment(self, model: Model, day: date) -> Assessment:
        return assess(
            self.records,
            day,
            impact=self.impact,
            absences=self.away,
            catalogue=model.catalogue,
            correction=model.correction,
        )

    def glimpses(self, eras: Eras) -> tuple[Glimpse, ...]:
        return tuple(
            glimpse
            for model, days in eras
            for glimpse in history(
                self.records,
                days,
                impact=self.impact,
                absences=self.away,
                catalogue=model.catalogue,
                correction=model.correction,
            )
        )

    def alarms(self, model: Model, day: date) -> tuple[Spell, ...]:
        return alarms(
            self.records,
            day,
            absences=self.away,
            catalogue=model.catalogue,
            correction=model.correction,
        )
