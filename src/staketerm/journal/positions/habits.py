"""How one logs, and making up for it where one side is written down more (inference 7)."""

from dataclasses import dataclass
from datetime import date, timedelta

from staketerm.domain.constants import HABIT_WINDOW_DAYS
from staketerm.domain.errors import UsageError
from staketerm.domain.habit_words import counted, told
from staketerm.domain.habits import NO_CORRECTION, Correction, LoggingHabit, habit_of
from staketerm.journal.dated import keep
from staketerm.journal.opening import Journal
from staketerm.journal.positions.model import CORRECTION_SETTING, model_on, settings
from staketerm.journal.positions.tally import tally
from staketerm.journal.receipt import Receipt
from staketerm.locale import _
from staketerm.store.reader import Reader


@dataclass(frozen=True, slots=True)
class Habit:
    """The logging habit as of a day, and the correction in force on it.

    `correction` is None while nothing is corrected; `since` is the day from which it is.
    """

    day: date
    logged: LoggingHabit
    correction: Correction | None
    since: date | None

    @property
    def offer(self) -> Correction | None:
        """The half correction that may be taken, to two places as it is told; None where nothing is
        lopsided, or something is corrected already."""
        offer = self.logged.offer
        if offer is None or self.correction is not None:
            return None
        return Correction(*(max(0.01, round(factor, 2)) for factor in (offer.for_, offer.against)))


def habit(journal: Journal, as_of: date | None = None) -> Habit:
    """How the last 365 days were logged, in all projects with positions."""
    with journal.read() as reader:
        return _habit(reader, as_of or journal.today)


def correct_habit(journal: Journal) -> Receipt:
    """Take the half correction that is offered, from today on; every position follows.

    Raises UsageError where nothing is offered.
    """
    with journal.write("correction") as writing:
        offer = offer_of(_habit(writing.work, writing.today))
        keep(writing, CORRECTION_SETTING, {"for": offer.for_, "against": offer.against})
    return writing.receipt


def end_correction(journal: Journal) -> Receipt:
    """Count every signal in full again from today on."""
    with journal.write("correction ended") as writing:
        keep(writing, CORRECTION_SETTING, None)
    return writing.receipt


def offer_of(found: Habit) -> Correction:
    """The correction that is offered; raises UsageError that says why none is."""
    if found.correction is not None:
        raise UsageError(_("A correction is in force already: end it first."))
    if found.offer is None:
        raise UsageError(f"{counted(found.logged)} {told(found.logged)}")
    return found.offer


def _habit(reader: Reader, day: date) -> Habit:
    model = model_on(reader, day)
    first = day - timedelta(days=HABIT_WINDOW_DAYS - 1)
    logged = habit_of(tally(reader, day, first, scored=True), model.catalogue)
    in_force = model.correction if model.correction != NO_CORRECTION else None
    days = [row.day for row in settings(reader) if row.name == CORRECTION_SETTING]
    since = max((on for on in days if on <= day), default=None)
    return Habit(day, logged, in_force, since if in_force else None)
