"""A rhythm in words, as every screen and command shows it."""

from staketerm.domain.cadence import Rhythm
from staketerm.domain.recurrence_words import said as rule_words
from staketerm.locale import _


def said(rhythm: Rhythm) -> str:
    """A rhythm in words: "every 21-30 days", "every 2 weeks on Mon", "only when something
    happens"; empty for none."""
    if rhythm.style == "ambient":
        return _("as it comes")
    if rhythm.style == "triggered":
        return _("only when something happens")
    if rhythm.recurrence:
        return rule_words(rhythm.recurrence)
    days = [str(each) for each in (rhythm.ideal_days, rhythm.latest_days) if each]
    return _("every {days} days").format(days="-".join(days)) if days else ""
