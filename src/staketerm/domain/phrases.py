"""The sentences that explain a position, one signal at a time (inference 4.8, screens 7)."""

from collections.abc import Iterable
from datetime import date

from staketerm.domain.day_words import JANUARY_FIRST
from staketerm.domain.drift import AlarmKind, Raised
from staketerm.domain.signals import Question
from staketerm.locale import _, language, ngettext

HALF_A_YEAR = 182
"""Up to so many days away a day without its year is not taken for that of another."""


def short_day(day: date, today: date) -> str:
    """`day` as "22 Oct", with the year where it is another than that of `today`."""
    months = JANUARY_FIRST.get(language(), JANUARY_FIRST["en"])
    said = f"{day.day} {months[day.month - 1]}"
    return said if day.year == today.year else f"{said} {day.year}"


def narrow_day(day: date, today: date) -> str:
    """`day` in six cells: "22 Oct", of another year and more than half a year away "Oct'24"."""
    months = JANUARY_FIRST.get(language(), JANUARY_FIRST["en"])
    month = months[day.month - 1]
    far = day.year != today.year and abs((day - today).days) > HALF_A_YEAR
    return f"{month}'{day.year % 100:02}" if far else f"{day.day} {month}"


def decimal(value: float, places: int = 1) -> str:
    """`value` with the decimal sign of the language."""
    return _localised(f"{value:.{places}f}")


def points(value: float) -> str:
    """Points with their sign, whole where they are whole: "-5", "+4.5"."""
    return _localised(f"{value:+.3g}")


def fraction(value: float) -> str:
    """A stance with two places and without a leading nought: "+.03", "-.39", "+1.00"."""
    text = f"{value:+.2f}"
    return _localised(text.replace("0.", ".", 1) if abs(value) < 0.995 else text)


def chance(part: float) -> str:
    """A probability with two places and without a leading nought: ".12", "1.00"."""
    text = f"{part:.2f}"
    return _localised(text.removeprefix("0") if part < 0.995 else text)


def percentage(part: float) -> str:
    """A share between 0 and 1 as a whole percentage."""
    return f"{round(100 * part)}%"


def _localised(number: str) -> str:
    return number.replace(".", ",") if language() == "nl" else number


def unanswered(question: Question, asked_on: date, counts_from: date) -> str:
    """What silence means in a few words: "no answer to my mail of 8 Oct"."""
    day = short_day(asked_on, counts_from)
    if question is Question.ADVICE:
        return _("no answer to my request for advice of {day}").format(day=day)
    return _("no answer to my mail of {day}").format(day=day)


def signal(on: date, today: date, label: str, value: float, share: float) -> str:
    """One signal: its day, what was done, its points and what is left of them."""
    size = abs(value)
    number = 1 if size == 1 else 2
    side = (
        ngettext("{points} point for", "{points} points for", number)
        if value > 0
        else ngettext("{points} point against", "{points} points against", number)
    )
    return _(
        "{day} {label}: {side}, counts {share} today ({faded} faded by time and newer behaviour)."
    ).format(
        day=short_day(on, today),
        label=label,
        side=side.format(points=points(size).lstrip("+")),
        share=decimal(share),
        faded=percentage(1 - share / size),
    )


def alarm(raised: Raised, told: Iterable[tuple[date, str, float]]) -> str:
    """An alarm: since when, recent against usual, and the deeds with their points as told.

    Years are shown where they are not that of the alarm, so the text does not change by itself.
    """
    since = date.fromordinal(raised.since)
    opening = (
        _("Crossed over on {day}.")
        if raised.kind is AlarmKind.CROSSED_OVER
        else _("Cooling since {day}.")
    ).format(day=short_day(since, since))
    recent = drift(raised.pace.fast_for, raised.pace.fast_against, raised.pace.share_for)
    deeds = "; ".join(f"{short_day(on, since)} {what} ({points(size)})" for on, what, size in told)
    return f"{opening} {recent} " + _("Against: {deeds}.").format(deeds=deeds)


def drift(for_: float, against: float, usual_share: float) -> str:
    """Recent points on either side, beside the share (0 to 1) that is usually for."""
    return _("In the last weeks {for_} for and {against} against; usually {share} for.").format(
        for_=decimal(for_), against=decimal(against), share=percentage(usual_share)
    )
