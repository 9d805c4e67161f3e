"""Acts that bring two people together: a check-in, a talk, a visible deed (P12, P23, P24, P27)."""

from collections.abc import Iterator, Mapping
from datetime import date

from staketerm.domain.cadence import window_after
from staketerm.domain.day_words import say_day
from staketerm.domain.nurture.acts import Act, Decision, Proposal
from staketerm.domain.nurture.facts import Case
from staketerm.domain.nurture.making import days, eased, proposal
from staketerm.domain.seam import AS_IS
from staketerm.locale import _, language, ngettext

TALK_SOON_DAYS = 10
"""After an alarm, a talk comes within this many days where you have not spoken since."""

TALK_IDEAL_DAYS = 14
TALK_LATEST_DAYS = 27
"""Where you have spoken since: some time after it."""

DEED_IDEAL_DAYS = 21
DEED_LATEST_DAYS = 42
"""When to ask a quiet supporter for a visible deed, after they became one or were last met."""

LEVELS = ("unaware", "resistant", "neutral", "supportive", "leading")
"""The levels of engagement of the PMI matrix, lowest first."""

LEVEL_OF: Mapping[str, str] = {
    "partner": "leading",
    "supporter": "supportive",
    "quiet_supporter": "supportive",
    "critic": "neutral",
    "fence_sitter": "neutral",
    "quiet_opponent": "resistant",
    "opponent": "resistant",
}
"""The level that a position comes down to."""


def check_in(case: Case, today: date, until: date) -> Iterator[Proposal]:
    """Be in touch again, by their rhythm, where that opens by a day (P25, inference 7).

    While an update is snoozed that is put off with it, else the same talk comes back under another
    name.
    """
    party = case.party
    if any(
        each.kind == Act.STATUS_UPDATE and each.state == "snoozed" and each.rests(today)
        for each in case.decisions
    ):
        return
    window = window_after(party.last_contact, case.rhythm)
    if window is None or party.last_contact is None or window.ideal > until:
        return
    many = (today - party.last_contact).days
    yield proposal(
        Act.CHECK_IN,
        case,
        party.last_contact.isoformat(),
        eased(window, case.rhythm, case.last_tried(), case.last_left_out()),
        ngettext(
            "{n} day since you and {name} were last in touch.",
            "{n} days since you and {name} were last in touch.",
            many,
        ).format(n=many, name=party.name),
        today,
    )


def private_talk(case: Case, today: date) -> Iterator[Proposal]:
    """A talk with somebody who cools or crosses over; with a quiet opponent only where more than
    "as is" is wanted of them, and never to turn a valued critic (P13, P23, P24, P27).
    """
    party = case.party
    if party.alarm is not None and party.alarm_since is not None:
        yield _talk_after(case, party.alarm_since, today)
    elif party.label == "quiet_opponent" and wants_more(case) and party.since is not None:
        met = max(party.since, party.last_contact or party.since)
        yield proposal(
            Act.PRIVATE_TALK,
            case,
            *_calm_window(case, Act.PRIVATE_TALK, party.since, met, today),
            _("{name} holds back since {day}; a talk in private may tell why.").format(
                name=party.name, day=say_day(party.since, today, language())
            ),
            today,
        )


def visible_deed(case: Case, today: date) -> Iterator[Proposal]:
    """A visible deed asked of a quiet supporter of whom more is wanted (P23, P27)."""
    party = case.party
    if party.label != "quiet_supporter" or not wants_more(case) or party.since is None:
        return
    yield proposal(
        Act.VISIBLE_DEED,
        case,
        *_calm_window(case, Act.VISIBLE_DEED, party.since, party.since, today),
        _(
            "{name} works along quietly since {day}; a visible deed would help others see it."
        ).format(name=party.name, day=say_day(party.since, today, language())),
        today,
    )


def _calm_window(
    case: Case, kind: Act, since: date, begun: date, today: date
) -> tuple[str, tuple[date, date]]:
    """The occasion and the window of what is meant to turn somebody, who stands so `since` a day.

    It opens three weeks after `begun`, or when a decision about it has rested, for three weeks. One
    that passes is over: nobody is pressed to change (P14, P23). It counts anew from its last day.
    """
    decided = _decided(case, kind, since)
    occasion, ideal = since.isoformat(), begun + days(DEED_IDEAL_DAYS)
    if decided is not None and decided.until is not None:
        snoozed = decided.state == "snoozed"
        occasion = decided.occasion if snoozed else decided.on.isoformat()
        ideal = decided.until if snoozed else max(decided.until, ideal)
    latest = ideal + days(DEED_LATEST_DAYS - DEED_IDEAL_DAYS)
    if (late := (today - latest).days) > 0:
        passed = (late - 1) // DEED_LATEST_DAYS
        over = latest + days(passed * DEED_LATEST_DAYS)
        return over.isoformat(), (over + days(DEED_IDEAL_DAYS), over + days(DEED_LATEST_DAYS))
    return occasion, (ideal, latest)


def _decided(case: Case, kind: Act, since: date) -> Decision | None:
    """The last decision about an act of a kind since a day."""
    return max(
        (each for each in case.decisions if each.kind == kind and each.on >= since),
        key=lambda each: (each.on, each.occasion),
        default=None,
    )


def wants_more(case: Case) -> bool:
    """Whether more is wanted of somebody than they show; "as is" is the default (P23), and a
    valued critic is left as they are (P24).
    """
    party = case.party
    now = LEVEL_OF.get(party.label)
    if party.valued_critic or party.desired in (None, AS_IS) or now is None:
        return False
    return LEVELS.index(party.desired) > LEVELS.index(now)


def _talk_after(case: Case, since: date, today: date) -> Proposal:
    party = case.party
    spoken = party.last_contact
    if spoken is not None and spoken >= since:
        window = (spoken + days(TALK_IDEAL_DAYS), spoken + days(TALK_LATEST_DAYS))
    else:
        window = (since, since + days(TALK_SOON_DAYS))
    decided = _decided(case, Act.PRIVATE_TALK, since)
    if decided is not None and decided.until is not None:  # then it is no later than its return
        window = (window[0], max(window[1], decided.until + days(TALK_SOON_DAYS)))
    said = (
        _("{name} crossed over on {day}.")
        if party.alarm == "crossed_over"
        else _("{name} cools since {day}.")
    ).format(name=party.name, day=say_day(since, today, language()))
    if spoken is not None:
        said += " " + _("You last spoke on {day}.").format(day=say_day(spoken, today, language()))
    return proposal(Act.PRIVATE_TALK, case, since.isoformat(), window, said, today)
