"""What holds an act back: a person is never pressed (P14, P16, P20; design 5).

A brake says what it is in a few words. Asks and agreements that fall due have none: a promise is
kept whatever else there is.
"""

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from staketerm.domain.cadence import day_off_until
from staketerm.domain.consent import standing
from staketerm.domain.day_words import say_day
from staketerm.domain.nurture.acts import FALLING_DUE, Act, Proposal, is_near
from staketerm.domain.nurture.asking import asks_after, unchecked_updates
from staketerm.domain.nurture.facts import Case, Settings
from staketerm.domain.nurture.telling import loop_closing, updates_stopped
from staketerm.domain.vocabulary import word
from staketerm.locale import _, language, ngettext

WEEK = 7

LOAD_DAYS = 90
"""The period in which the load of an ambassador counts."""

USUAL_LOAD = 2
"""Tasks in that period where the consent names no number."""


def held_back(
    proposals: Sequence[Proposal],
    cases: Collection[Case],
    settings: Settings,
    today: date,
) -> list[Proposal]:
    """The proposals for one person, most pressing first, each with the brake that holds it.

    `cases` are all of that person's, of every project: they meet in one person, and the most
    pressing act goes first whichever project it is of. At most one act a day; what would open
    later waits for no brake but a missing consent.
    """
    by_project = {case.party.project: case for case in cases}
    braked = [
        _braked(each, _lasting(each, by_project[each.project], settings, today))
        for each in proposals
    ]
    reached: frozenset[date] | None = None
    first: Proposal | None = None
    found = []
    for proposal in _without_bare_check_in(braked, today):
        brake = proposal.brake
        open_now = proposal.kind not in FALLING_DUE and proposal.ideal <= today
        if open_now and brake is None:
            case = by_project[proposal.project]
            reached = contact_days(cases) if reached is None else reached
            brake = (
                _of_today(case, reached, settings, today)
                or _rest_of_day(proposal, cases, today)
                or _one_a_day(first)
            )
            first = first if brake else proposal
        found.append(_braked(proposal, brake))
    return found


def snoozed_to(until: date, today: date) -> str:
    """What holds back an act that was snoozed."""
    return _("snoozed to {day}").format(day=say_day(until, today, language()))


def _braked(proposal: Proposal, brake: str | None) -> Proposal:
    return proposal if brake is None else proposal._replace(brake=brake)


def _without_bare_check_in(proposals: Sequence[Proposal], today: date) -> list[Proposal]:
    """A check-in is what is left where there is nothing better to be in touch about."""
    better = {
        proposal.project
        for proposal in proposals
        if proposal.ideal <= today
        and proposal.brake is None
        and proposal.kind not in (*FALLING_DUE, Act.CHECK_IN)
    }
    return [
        proposal
        for proposal in proposals
        if proposal.kind != Act.CHECK_IN
        or proposal.until is not None
        or proposal.project not in better
    ]


def contact_days(cases: Collection[Case]) -> frozenset[date]:
    """The days on which I reached out to somebody: asked something, or did an act."""
    asked = {ask.asked_on for case in cases for ask in case.asks if ask.by == "me"}
    done = {each.on for case in cases for each in case.decisions if each.reached_out}
    return frozenset(asked | done)


def pressure(reached: Collection[date], today: date, within: int) -> int:
    """How many of the last days, today included, saw me reach out."""
    first = today - timedelta(days=within - 1)
    return sum(first <= day <= today for day in reached)


def _lasting(proposal: Proposal, case: Case, settings: Settings, today: date) -> str | None:
    """Brakes that hold whatever else happens today."""
    if proposal.kind in FALLING_DUE:
        return None
    if case.party.do_not_contact:
        return _("asked not to be contacted")
    if proposal.kind == Act.AMBASSADOR_REQUEST:
        return _consent(case, today)
    if proposal.kind == Act.STATUS_UPDATE:
        return _usefulness(case, settings, today)
    if proposal.kind == Act.ADVICE_REQUEST:
        return _open_loop(case, today)
    return None


def _consent(case: Case, today: date) -> str | None:
    consent = case.consent
    if consent is None:
        return _("consent is not asked yet")
    stands = standing(consent, today)
    if stands == "ended" and consent.until is not None:
        return _("consent ended on {day}").format(day=say_day(consent.until, today, language()))
    if stands != "granted":
        return _("consent was asked on {day}, no answer yet").format(
            day=say_day(consent.day, today, language())
        )
    load = USUAL_LOAD if consent.load is None else consent.load
    carried = sum(
        1
        for each in case.decisions
        if each.kind == Act.AMBASSADOR_REQUEST
        and each.state == "done"
        and (today - each.on).days < LOAD_DAYS
    )
    if carried >= load:
        return _("carried {n} in three months, agreed is {load}").format(n=carried, load=load)
    return None


def _usefulness(case: Case, settings: Settings, today: date) -> str | None:
    if (said := updates_stopped(case)) is not None:
        return _("wants no extra updates since {day}").format(
            day=say_day(said.on, today, language())
        )
    if asks_after(unchecked_updates(case), settings):
        return _("ask first whether the updates are of use")
    return None


def _open_loop(case: Case, today: date) -> str | None:
    """Advice is asked again once they know what came of the last, or need not be told (P60)."""
    closed = case.settled(Act.LOOP_CLOSING)
    if any(loop.occasion not in closed for loop in loop_closing(case, today)):
        return _("tell first what came of the last advice")
    return None


def _of_today(case: Case, reached: Collection[date], settings: Settings, today: date) -> str | None:
    for starts, ends in case.away:
        if starts <= today <= ends:
            return _("away until {day}").format(day=say_day(ends, today, language()))
    mine = day_off_until(today, settings.holidays, settings.working_days_only)
    if mine is not None:
        return _("you are off until {day}").format(day=say_day(mine, today, language()))
    if today in reached:
        return _("you were in touch today; one act a day")
    week = pressure(reached, today, WEEK)
    if week >= settings.week_cap:
        return ngettext(
            "{n} contact this week, the cap is {cap}",
            "{n} contacts this week, the cap is {cap}",
            week,
        ).format(n=week, cap=settings.week_cap)
    many = pressure(reached, today, settings.pressure_days)
    if many >= settings.pressure_cap:
        return ngettext(
            "{n} contact in {days} days, the cap is {cap}",
            "{n} contacts in {days} days, the cap is {cap}",
            many,
        ).format(n=many, days=settings.pressure_days, cap=settings.pressure_cap)
    return None


def _rest_of_day(proposal: Proposal, cases: Collection[Case], today: date) -> str | None:
    """ "Not today" is said of the person: nothing else of theirs comes up in its place (P14), but
    for a risk whose latest day is near (P17). Asks and promises stand apart from acts, here too.
    """
    if proposal.kind == Act.RISK_ALERT and is_near(proposal.latest, today):
        return None
    put_off = [
        each
        for case in cases
        for each in case.decisions
        if each.on == today
        and each.state in ("snoozed", "skipped")
        and each.kind not in FALLING_DUE
    ]
    if not put_off:
        return None
    decided = min(put_off, key=lambda each: (each.kind, each.occasion))
    said = (
        _("you skipped the {act} today; the rest tomorrow")
        if decided.state == "skipped"
        else _("you snoozed the {act} today; the rest tomorrow")
    )
    return said.format(act=word(decided.kind))


def _one_a_day(first: Proposal | None) -> str | None:
    return None if first is None else _("first the {act}").format(act=word(first.kind))
