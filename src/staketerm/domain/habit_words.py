"""A logging habit and its correction in sentences (inference 7)."""

from staketerm.domain.constants import (
    HABIT_LEAST_AGAINST,
    HABIT_LEAST_SIGNALS,
    HABIT_MOST_AGAINST,
    HABIT_USUAL_AGAINST,
    HABIT_WINDOW_DAYS,
)
from staketerm.domain.habits import Correction, LoggingHabit, Lopsided
from staketerm.domain.phrases import decimal, percentage
from staketerm.locale import _, ngettext


def counted(habit: LoggingHabit) -> str:
    """How many signals stand on either side: "64 of 100 signals ... are against (64%)."."""
    share = habit.share_against
    if share is None:
        return _("No signals with points in the last {days} days.").format(days=HABIT_WINDOW_DAYS)
    total = habit.for_ + habit.against
    return ngettext(
        "{against} of {n} signal in the last {days} days is against ({share}).",
        "{against} of {n} signals in the last {days} days are against ({share}).",
        total,
    ).format(against=habit.against, n=total, days=HABIT_WINDOW_DAYS, share=percentage(share))


def told(habit: LoggingHabit) -> str:
    """What follows from it: nothing to say, or which side is written down more readily."""
    usual = percentage(HABIT_USUAL_AGAINST)
    match habit.warning:
        case Lopsided.BAD_NEWS:
            return _(
                "In a mixed field about {usual} are: bad news may be written down more readily "
                "than good."
            ).format(usual=usual)
        case Lopsided.GOOD_NEWS:
            return _(
                "In a mixed field about {usual} are: good news may be written down more readily "
                "than bad."
            ).format(usual=usual)
        case None if habit.for_ + habit.against < HABIT_LEAST_SIGNALS:
            return _("Fewer than {n} signals say nothing about a habit.").format(
                n=HABIT_LEAST_SIGNALS
            )
        case None:
            return _("Between {least} and {most} nothing stands out.").format(
                least=percentage(HABIT_LEAST_AGAINST), most=percentage(HABIT_MOST_AGAINST)
            )


def factors(correction: Correction) -> str:
    """What a correction does, in words: "every point against counts .44"."""
    said = []
    if correction.for_ != 1:
        said.append(_("every point for counts {factor}").format(factor=_factor(correction.for_)))
    if correction.against != 1:
        said.append(
            _("every point against counts {factor}").format(factor=_factor(correction.against))
        )
    return ", ".join(said) or _("every point counts in full")


def in_force(correction: Correction) -> str:
    """That a correction is in force, wherever points are shown."""
    return _("Corrected for the logging habit: {factors}.").format(factors=factors(correction))


def offered(correction: Correction) -> str:
    """The offer of half a correction, with what speaks against it."""
    return _(
        "Half a correction can make up for it: {factors}. Leave it where the field truly is like "
        "that: positions would then be less true."
    ).format(factors=factors(correction))


def _factor(value: float) -> str:
    return decimal(value, 2).removeprefix("0")
