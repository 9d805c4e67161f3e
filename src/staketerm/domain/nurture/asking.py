"""Acts that ask something: advice, whether updates are of use, to carry news to others.

P16, P19, P20, P22.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from staketerm.domain.cadence import window_after
from staketerm.domain.nurture.acts import IMPACT_WEIGHT, Act, Decision, Proposal
from staketerm.domain.nurture.facts import Case, Party, Progress, Reached, Scene, Settings
from staketerm.domain.nurture.making import begun, brief, days, proposal
from staketerm.domain.nurture.telling import update_rhythm, updates_stopped
from staketerm.locale import _, ngettext

ADVISERS = frozenset(("partner", "supporter", "critic"))
"""Who is asked for advice: those who show what they think (P19, P24)."""

ADVICE_INTEREST = 5
"""A plan that names nobody is laid before those with this much interest in the project, of 5."""

ADVICE_REST_DAYS = 45
"""Nobody is asked for advice more often than this."""

ADVICE_DAYS = 14
"""A plan is asked about within this many days after it was made."""

UNANSWERED_UPDATES = 3
"""After so many updates in a row without a word back comes the question, whatever the settings say
(inference 7).
"""

CHECK_IDEAL_DAYS = 7
CHECK_LATEST_DAYS = 14
"""That question comes with the next update, at most two weeks after the last one; where none is to
come, after a week, within two weeks of that.
"""

CARRY_IDEAL_DAYS = 2
CARRY_LATEST_DAYS = 21
"""When a small success is worth carrying on (P20)."""

SUCCESS_FADES_DAYS = 60

INVITED_DAYS = 30
"""An invitation into somebody's team prompts the ambassador question for this long (P10)."""

CARRYING = frozenset(("partner", "supporter", "quiet_supporter"))
"""Who is asked to carry something to somebody out of reach: those who work along (P22)."""

STRONG_TIE = 0.9
FAIR_TIE = 0.5
"""From this strength on a route over ties is called strong, or fair."""

ROUTE_DAYS = 30
"""How long after its day something may travel to a remote sponsor (P22)."""


def advice_request(case: Case, scene: Scene, today: date) -> Iterator[Proposal]:
    """Advice on the newest plan they have not been asked about (P19).

    Of those with a part in the plan; where it names nobody, of those with the greatest interest in
    the project. Never while an earlier request is open, and at most once in six weeks.
    """
    party = case.party
    if party.label not in ADVISERS:
        return
    asked = [ask for ask in case.asks if ask.kind == "advice" and ask.by == "me"]
    if any(ask.answered_on is None and ask.outcome is None for ask in asked):
        return
    before = [ask.asked_on for ask in asked]
    if (last := case.last_done(Act.ADVICE_REQUEST)) is not None:
        before.append(last)
    rested = max(before) + days(ADVICE_REST_DAYS) if before else date.min
    found = _plan_for(case, scene)
    if found is None:
        return
    plan, how = found
    ideal = max(plan.day, rested)
    yield proposal(
        Act.ADVICE_REQUEST,
        case,
        plan.id,
        (ideal, ideal + days(ADVICE_DAYS)),
        _("{plan} What does {name} think of it?").format(
            plan=" ".join(begun(text) for text in (plan.text, how) if text), name=party.name
        ),
        today,
        [f"entry:{plan.id}"],
    )


def _plan_for(case: Case, scene: Scene) -> tuple[Progress, str | None] | None:
    """The newest open plan that is theirs to be asked about, and what they did for it."""
    theirs = [(part.entry, part.note) for part in case.parts if part.entry.id in scene.open_plans]
    keen = (case.party.interest or 0) >= ADVICE_INTEREST
    others = ((plan, None) for plan in scene.laid_before_all if keen)
    asked = case.settled(Act.ADVICE_REQUEST)
    fresh = [found for found in theirs if found[0].id not in asked]
    newest = next((found for found in others if found[0].id not in asked), None)
    return max(
        (*fresh, newest) if newest else fresh,
        key=lambda found: (found[0].day, found[0].id, found[1] or ""),
        default=None,
    )


def usefulness_check(case: Case, settings: Settings, today: date) -> Iterator[Proposal]:
    """Whether the extra updates are still of use: after so many of them, or after three in a row
    without a word back (P16, inference 7).
    """
    updates = unchecked_updates(case)
    if not asks_after(updates, settings) or updates_stopped(case) is not None:
        return
    last = updates[-1].on
    window = window_after(last, update_rhythm(case))
    ideal = last + days(CHECK_IDEAL_DAYS)
    latest = ideal + days(CHECK_LATEST_DAYS)
    if window is not None:
        ideal = min(window.ideal, last + days(CHECK_LATEST_DAYS))
        latest = max(window.latest, ideal)
    many = ngettext("{n} extra update", "{n} extra updates", len(updates)).format(n=len(updates))
    yield proposal(
        Act.USEFULNESS_CHECK,
        case,
        last.isoformat(),
        (ideal, latest),
        _("{many} since you last asked {name} whether they are of use.").format(
            many=many, name=case.party.name
        ),
        today,
    )


def asks_after(updates: Sequence[Decision], settings: Settings) -> bool:
    """Whether the question comes before the next update, after these extra ones."""
    silent = updates[-UNANSWERED_UPDATES:]
    return bool(updates) and (
        len(updates) >= settings.usefulness_after
        or (len(silent) == UNANSWERED_UPDATES and all(not each.outcome for each in silent))
    )


def unchecked_updates(case: Case) -> list[Decision]:
    """The extra updates since the question was last asked, oldest first."""
    if not case.decisions:
        return []
    checked = case.last_done(Act.USEFULNESS_CHECK)
    return sorted(
        (
            each
            for each in case.decisions
            if each.kind == Act.STATUS_UPDATE
            and each.state == "done"
            and (checked is None or each.on > checked)
        ),
        key=lambda each: (each.on, each.occasion),
    )


def ambassador_request(case: Case, scene: Scene, today: date) -> Iterator[Proposal]:
    """A small success to carry to somebody it may win: for partners, with their consent (P20, P26).

    Without consent on record the question is prompted, and held back, where there is an occasion: a
    success of their own, or an invitation into their team. Whoever said no is not asked again.
    """
    party = case.party
    if party.label != "partner":
        return
    consent = case.consent.state if case.consent else None
    if consent in ("declined", "withdrawn"):
        return
    success = _success_to_carry(case, scene, today, of_their_own=consent != "granted")
    listener = _listener(party, scene)
    if success is None or listener is None:
        return
    yield proposal(
        Act.AMBASSADOR_REQUEST,
        case,
        success.id,
        (success.day + days(CARRY_IDEAL_DAYS), success.day + days(CARRY_LATEST_DAYS)),
        _("{name} could tell {listener} about it: {success}").format(
            name=party.name, listener=listener.name, success=brief(success.text)
        ),
        today,
        [f"entry:{success.id}", f"stakeholder:{listener.stakeholder}"],
    )


def _success_to_carry(
    case: Case, scene: Scene, today: date, *, of_their_own: bool
) -> Progress | None:
    """The newest success of their own, else of anybody's, that they have not carried yet."""
    invited = any(
        deed.kind == "invited_to_team" and (today - deed.day).days <= INVITED_DAYS
        for deed in case.deeds
    )
    own = {part.entry.id for part in case.parts if part.role == "contributor"}
    carried = case.settled(Act.AMBASSADOR_REQUEST)
    fresh = [
        entry
        for entry in scene.successes
        if (today - entry.day).days <= SUCCESS_FADES_DAYS and entry.id not in carried
    ]
    others = fresh if invited or not of_their_own else []
    return next((entry for entry in fresh if entry.id in own), next(iter(others), None))


def _listener(party: Party, scene: Scene) -> Party | None:
    """Whom of the audience they are closest to, then who matters most."""
    others = [other for other in scene.audience if other.stakeholder != party.stakeholder]
    return max(
        others,
        key=lambda other: (
            len(party.tags & other.tags),
            other.organisation is not None and other.organisation == party.organisation,
            IMPACT_WEIGHT[other.impact],
            other.stakeholder,
        ),
        default=None,
    )


def route_requests(case: Case, scene: Scene, today: date) -> Iterator[Proposal]:
    """Ask this person to carry the newest thing to those out of reach whom they can reach (P22)."""
    if case.party.label not in CARRYING or not scene.carried_by:
        return
    newest = scene.worth_carrying
    if newest is None or (today - newest.day).days > ROUTE_DAYS:
        return
    for reached in scene.carried_by.get(case.party.stakeholder, ()):
        remote = reached.remote
        said = _("{name} has a more direct line to {remote} ({tie}) and could carry this: {news}")
        yield proposal(
            Act.ROUTE_REQUEST,
            case,
            remote.stakeholder,
            (newest.day, newest.day + days(ROUTE_DAYS)),
            said.format(
                name=case.party.name, remote=remote.name, tie=_tie(reached), news=brief(newest.text)
            ),
            today,
            [f"entry:{newest.id}", f"stakeholder:{remote.stakeholder}"],
        )


def _tie(reached: Reached) -> str:
    """How strong the route is, and how long."""
    strength = (
        _("a strong tie")
        if reached.strength >= STRONG_TIE
        else _("a fair tie")
        if reached.strength >= FAIR_TIE
        else _("a weak tie")
    )
    if reached.steps == 1:
        return strength
    return ngettext("{tie}, {n} step", "{tie}, {n} steps", reached.steps).format(
        tie=strength, n=reached.steps
    )
