"""The planner: from what is known of everybody to what may be worth doing (design 5; P12 to P27).

Pure and deterministic: the same facts on the same day give the same plan in the same order.

What was done or skipped stays out of sight for as long as it rests. What was snoozed stays in the
plan from the day it comes back, with the brake that says so: it can be found, and taken up sooner.
Whoever snoozed or skipped an act of somebody is asked no other act for them that day (`brakes`).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from staketerm.domain.cadence import Window, around_days_off
from staketerm.domain.nurture.acts import FALLING_DUE, Decision, Proposal, order
from staketerm.domain.nurture.asking import (
    advice_request,
    ambassador_request,
    route_requests,
    usefulness_check,
)
from staketerm.domain.nurture.brakes import held_back, snoozed_to
from staketerm.domain.nurture.facts import NOTHING, Case, Scene, Settings
from staketerm.domain.nurture.falling import falling_due
from staketerm.domain.nurture.meeting import check_in, private_talk, visible_deed
from staketerm.domain.nurture.telling import (
    celebration,
    loop_closing,
    risk_alert,
    status_update,
    thank_you,
)


def plan(
    cases: Iterable[Case],
    scenes: Mapping[str, Scene],
    settings: Settings,
    today: date,
    horizon: int,
) -> list[Proposal]:
    """What may be worth doing up to so many days from today, most pressing first.

    Each stakeholder's cases must all be given: brakes look at the person, over all projects.
    """
    by_person: dict[str, list[Case]] = {}
    for case in cases:
        by_person.setdefault(case.party.stakeholder, []).append(case)
    until = today + timedelta(days=horizon)
    found = [
        proposal
        for theirs in by_person.values()
        for proposal in _of_person(theirs, scenes, settings, today, until)
    ]
    return sorted(found, key=lambda proposal: order(proposal, today))


def _of_person(
    cases: Sequence[Case],
    scenes: Mapping[str, Scene],
    settings: Settings,
    today: date,
    until: date,
) -> list[Proposal]:
    found: list[Proposal] = []
    for case in cases:
        resting = {(each.kind, each.occasion): each for each in case.decisions if each.rests(today)}
        scene = scenes.get(case.party.project, NOTHING)
        ahead = max((until, *_back_on(resting.values()))) if resting else until
        for proposal in _proposals(case, scene, settings, today, ahead):
            decided = resting.get((proposal.kind, proposal.occasion)) if resting else None
            if decided is None:
                mine = _on_my_days(_not_late_yet(proposal, case), settings)
                if mine.ideal <= until:
                    found.append(mine)
            elif decided.state == "snoozed" and decided.until is not None:
                found.append(_from_day(proposal, decided.until, today))
    if not found:
        return []
    if len(found) > 1:
        found.sort(key=lambda proposal: order(proposal, today))
    return held_back(found, cases, settings, today)


def _proposals(
    case: Case, scene: Scene, settings: Settings, today: date, until: date
) -> Iterator[Proposal]:
    yield from falling_due(case, today)
    yield from check_in(case, today, until)
    if case.party.personal:
        return
    yield from status_update(case, scene, today, until)
    if case.parts:
        yield from risk_alert(case, today)
        yield from celebration(case, today)
    if case.deeds:
        yield from thank_you(case, today)
    if case.asks or case.deeds:
        yield from loop_closing(case, today)
    yield from advice_request(case, scene, today)
    if case.decisions:
        yield from usefulness_check(case, settings, today)
    yield from ambassador_request(case, scene, today)
    yield from private_talk(case, today)
    yield from visible_deed(case, today)
    yield from route_requests(case, scene, today)


def _back_on(resting: Iterable[Decision]) -> Iterator[date]:
    """The days on which what is snoozed comes back, also beyond those that are planned."""
    for decided in resting:
        if decided.state == "snoozed" and decided.until is not None:
            yield decided.until


def _from_day(proposal: Proposal, day: date, today: date) -> Proposal:
    """What was snoozed: it comes back on its day, whatever day that is."""
    return proposal._replace(
        ideal=day, latest=max(proposal.latest, day), brake=snoozed_to(day, today), until=day
    )


def _not_late_yet(proposal: Proposal, case: Case) -> Proposal:
    """What was snoozed has until the day it came back; asks and promises keep theirs."""
    if not case.decisions or proposal.kind in FALLING_DUE:
        return proposal
    back = [
        each.until
        for each in case.decisions
        if each.state == "snoozed"
        and (each.kind, each.occasion) == (proposal.kind, proposal.occasion)
        and each.until is not None
    ]
    return proposal._replace(latest=max((proposal.latest, *back)))


def _on_my_days(proposal: Proposal, settings: Settings) -> Proposal:
    """The window around my days off; what was promised keeps its day."""
    if proposal.kind in FALLING_DUE:
        return proposal
    if not (settings.holidays or settings.working_days_only):
        return proposal
    window = Window(proposal.ideal, proposal.latest)
    moved = around_days_off(window, settings.holidays, settings.working_days_only)
    if moved == window:
        return proposal
    return proposal._replace(ideal=moved.ideal, latest=moved.latest)
