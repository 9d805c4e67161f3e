"""A rule in words again, as it is shown (the other way round from `recurrence.rule_of`)."""

from staketerm.domain.day_words import MONDAY_FIRST
from staketerm.locale import N_, _, language, ngettext

_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_PLACES = {"+1": N_("first"), "+2": N_("second"), "+3": N_("third"), "+4": N_("fourth")}
_PLACED = {
    f"{sign}{code}": (place, code)
    for sign, place in (*_PLACES.items(), ("-1", N_("last")))
    for code in _CODES
}


def said(rule: str) -> str:
    """The rule in the language spoken now: "every 2 weeks on Mon"; an unusual one as rule text."""
    parts = dict(part.split("=", 1) for part in rule.split(";"))
    many = int(parts.pop("INTERVAL", "1"))
    match parts:
        case {"FREQ": "MONTHLY", "BYMONTHDAY": "-1", **more} if many == 1 and not more:
            return _("at the end of the month")
        case {"FREQ": "MONTHLY", "BYMONTHDAY": day, **more} if many == 1 and not more:
            return _("monthly on day {day}").format(day=day)
        case {"FREQ": "MONTHLY", "BYDAY": "MO,TU,WE,TH,FR", "BYSETPOS": "1", **more} if not more:
            return _("on the first working day of the month")
        case {"FREQ": "MONTHLY", "BYDAY": "MO,TU,WE,TH,FR", "BYSETPOS": "-1", **more} if not more:
            return _("on the last working day of the month")
        case {"FREQ": "MONTHLY", "BYDAY": day, **more} if day in _PLACED and not more:
            place, code = _PLACED[day]
            weekday = MONDAY_FIRST[language()][_CODES.index(code)]
            return _("on the {place} {day} of the month").format(place=_(place), day=weekday)
        case {"FREQ": "WEEKLY", "BYDAY": "MO,TU,WE,TH,FR", **more} if many == 1 and not more:
            return _("every working day")
        case {"FREQ": "WEEKLY", "BYDAY": days, **more} if not more:
            named = MONDAY_FIRST[language()]
            told = ", ".join(named[_CODES.index(day)] for day in days.split(","))
            return _("{every} on {days}").format(every=_every("WEEKLY", many), days=told)
        case {"FREQ": frequency, **more} if not more:
            return _every(frequency, many)
    return rule


def _every(frequency: str, many: int) -> str:
    if frequency == "DAILY":
        return ngettext("every day", "every {n} days", many).format(n=many)
    if frequency == "WEEKLY":
        return ngettext("every week", "every {n} weeks", many).format(n=many)
    if frequency == "MONTHLY":
        return ngettext("every month", "every {n} months", many).format(n=many)
    return ngettext("every year", "every {n} years", many).format(n=many)
