"""Acts that tell something: updates, risks, successes, thanks, and what came of advice.

P15, P17, P18, P60; each only with something real to tell.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from staketerm.domain.cadence import Rhythm, window_after
from staketerm.domain.nurture.acts import Act, Decision, Proposal
from staketerm.domain.nurture.facts import TOLD_KINDS, Case, Deed, Scene
from staketerm.domain.nurture.making import begun, days, eased, proposal, sentence
from staketerm.locale import _, ngettext

ALONG = frozenset(("partner", "supporter", "quiet_supporter", "critic"))
"""Who gets extra updates: those who work along, and those who think along (P15, P24)."""

NEWS_DAYS = 90
"""What is older than this is no news any more."""

NEWEST = 6
"""An update names so many of the newest entries as what it rests on."""

RISK_DAYS = 3
"""A risk wants to be told within this many days, or by the day it can be avoided."""

RISK_FADES_DAYS = 60
"""An open risk that is older than this asks for a new look, not for another alert."""

CELEBRATE_DAYS = 12
"""A success is celebrated within this many days ..."""

CELEBRATE_FADES_DAYS = 60
"""... and after this many it is too late to be anything but odd."""

THANK_DAYS = 7
"""Thanks come within a week ..."""

THANK_FADES_DAYS = 21
"""... or not at all."""

THANKED = frozenset(
    (
        "agenda_changed",
        "provided_resources",
        "invited_to_team",
        "brought_others",
        "defended_project",
        "shared_information",
        "unsolicited_feedback",
    )
)
"""Deeds that went out of somebody's way; own kinds do from `THANKED_POINTS` on."""

THANKED_POINTS = 6.0

LOOP_IDEAL_DAYS = 3
LOOP_LATEST_DAYS = 14
"""When to tell what was done with advice: after some days, within two weeks (P60)."""

LOOP_FADES_DAYS = 90
"""Advice of longer ago has had its answer, or will not get it."""


def updates_stopped(case: Case) -> Decision | None:
    """The answer "no" to the question whether updates are of use, where it was the last one."""
    answers = _answers(case)
    return answers[-1] if answers and answers[-1].outcome == "no" else None


def update_rhythm(case: Case) -> Rhythm:
    """How often updates come: the rhythm of the case, halved by each "less" since they were last
    found useful (P16).
    """
    times = 1
    for answer in _answers(case):
        times = {"less": times * 2, "useful": 1}.get(answer.outcome or "", times)
    rhythm = case.rhythm
    if times == 1 or rhythm.recurrence or rhythm.latest_days is None:
        return rhythm
    ideal = rhythm.latest_days if rhythm.ideal_days is None else rhythm.ideal_days
    return Rhythm(rhythm.style, ideal * times, rhythm.latest_days * times)


def status_update(case: Case, scene: Scene, today: date, until: date) -> Iterator[Proposal]:
    """An extra update for those who work along, where there is something to tell and it opens by
    a day (P15).

    It counts from the last one, or from the last contact where that is later: at most one in each
    interval (inference 7).
    """
    party = case.party
    if party.label not in ALONG:
        return
    last = case.last_done(Act.STATUS_UPDATE)
    known = [day for day in (last, party.last_contact) if day is not None]
    base = max(known) if known else scene.starts
    window = window_after(base, update_rhythm(case))
    if base is None or window is None or window.ideal > until:
        return
    since = max(last or base, today - days(NEWS_DAYS))
    place = scene.told_since(since)
    counts = scene.counts_from(place)
    if not counts:
        return
    gone = ngettext("{n} day", "{n} days", (today - (last or base)).days)
    said = (
        _("{days} since the last update; since then {news}.")
        if last
        else _("{days} since you were in touch; since then {news}.")
    )
    yield proposal(
        Act.STATUS_UPDATE,
        case,
        base.isoformat(),
        eased(window, update_rhythm(case), case.last_left_out()),
        said.format(
            days=gone.format(n=(today - (last or base)).days),
            news=_listed([counted(kind, counts[kind]) for kind in TOLD_KINDS if kind in counts]),
        ),
        today,
        [f"entry:{entry.id}" for entry in scene.told[place:][-NEWEST:]],
    )


def risk_alert(case: Case, today: date) -> Iterator[Proposal]:
    """A risk for those who can do something about it, and for nobody else (P17)."""
    for part in case.parts:
        entry = part.entry
        if part.role != "helper" or entry.kind != "risk" or entry.private:
            continue
        if (today - entry.day).days > RISK_FADES_DAYS or (entry.due and entry.due < today):
            continue
        latest = entry.day + days(RISK_DAYS)
        said = begun(entry.text)
        if part.note:
            said += " " + _("{name} can help: {how}").format(
                name=case.party.name, how=sentence(part.note)
            )
        else:
            said += " " + _("{name} can help.").format(name=case.party.name)
        yield proposal(
            Act.RISK_ALERT,
            case,
            entry.id,
            (entry.day, min(latest, entry.due) if entry.due else latest),
            said,
            today,
            [f"entry:{entry.id}"],
        )


def celebration(case: Case, today: date) -> Iterator[Proposal]:
    """A success with those who made it, as long as they have not been thanked for it (P18)."""
    for part in case.parts:
        entry = part.entry
        if part.role != "contributor" or entry.kind != "success" or entry.private:
            continue
        if (today - entry.day).days > CELEBRATE_FADES_DAYS or was_thanked(case, entry.id):
            continue
        deed = " " + begun(part.note) if part.note else ""
        thanks = _("{name} has not been thanked for it yet.").format(name=case.party.name)
        yield proposal(
            Act.CELEBRATION,
            case,
            entry.id,
            (entry.day, entry.day + days(CELEBRATE_DAYS)),
            f"{begun(entry.text)}{deed} {thanks}",
            today,
            [f"entry:{entry.id}"],
        )


def was_thanked(case: Case, entry: str) -> bool:
    """Whether somebody was thanked for an entry."""
    return case.was_done(Act.CELEBRATION, entry) or case.was_done(Act.THANK_YOU, entry)


def thank_you(case: Case, today: date) -> Iterator[Proposal]:
    """Thanks for the strongest deed since the last thanks, naming it (P18).

    A success of theirs that wants to be celebrated is thanks enough.
    """
    last = case.last_done(Act.THANK_YOU, Act.CELEBRATION)
    deeds = [
        deed
        for deed in case.deeds
        if _thanked_for(deed)
        and (today - deed.day).days <= THANK_FADES_DAYS
        and (last is None or deed.day > last)
    ]
    if not deeds:
        return
    settled = case.settled(Act.CELEBRATION)
    if any(each.occasion not in settled for each in celebration(case, today)):
        return
    best = max(deeds, key=lambda deed: (deed.points, deed.day, deed.id))
    said = _did(best).format(name=case.party.name, did=best.label)
    yield proposal(
        Act.THANK_YOU,
        case,
        best.id,
        (best.day, best.day + days(THANK_DAYS)),
        f"{said}: {sentence(best.note)}" if best.note else f"{said}.",
        today,
        [f"signal:{best.id}"],
    )


def _did(deed: Deed) -> str:
    """The sentence for a deed: most labels say what was done, some only what it is."""
    if deed.kind == "unsolicited_feedback":
        return _("{name} commented unasked on a report")
    if deed.kind == "shared_information":
        return _("{name} offered information or warned of a risk")
    return _("{name} {did}")


def _thanked_for(deed: Deed) -> bool:
    return deed.kind in THANKED or deed.points >= THANKED_POINTS


def loop_closing(case: Case, today: date) -> Iterator[Proposal]:
    """Tell what came of the advice they gave (P60): asked for, or logged by itself."""
    advice = [
        (ask.id, ask.answered_on, ask.text, f"ask:{ask.id}")
        for ask in case.asks
        if ask.kind == "advice"
        and ask.by == "me"
        and ask.answered_on is not None
        and ask.outcome in ("given", "answered")
    ]
    advice += [
        (deed.id, deed.day, deed.note, f"signal:{deed.id}")
        for deed in case.deeds
        if deed.kind == "advice_given"
    ]
    for occasion, day, text, row in sorted(advice):
        if (today - day).days > LOOP_FADES_DAYS:
            continue
        said = _("{name} gave you advice").format(name=case.party.name)
        yield proposal(
            Act.LOOP_CLOSING,
            case,
            occasion,
            (day + days(LOOP_IDEAL_DAYS), day + days(LOOP_LATEST_DAYS)),
            (f"{said}: {sentence(text)} " if text else f"{said}. ")
            + _("Tell what you did with it."),
            today,
            [row],
        )


_COUNTED: Mapping[str, Callable[[int], str]] = {
    "success": lambda n: ngettext("{n} success", "{n} successes", n),
    "risk": lambda n: ngettext("{n} risk", "{n} risks", n),
    "plan": lambda n: ngettext("{n} plan", "{n} plans", n),
    "decision": lambda n: ngettext("{n} decision", "{n} decisions", n),
    "milestone": lambda n: ngettext("{n} milestone", "{n} milestones", n),
    "setback": lambda n: ngettext("{n} setback", "{n} setbacks", n),
    "stress": lambda n: ngettext("{n} stress marker", "{n} stress markers", n),
}


def counted(kind: str, n: int) -> str:
    """So many entries of a kind, in words: "two successes"."""
    return _COUNTED[kind](n).format(n=n)


def _listed(words: list[str]) -> str:
    if len(words) < 2:
        return "".join(words)
    return _("{some} and {last}").format(some=", ".join(words[:-1]), last=words[-1])


def _answers(case: Case) -> list[Decision]:
    """The answers to the question whether updates are of use, oldest first."""
    if not case.decisions:
        return []
    return sorted(
        (
            each
            for each in case.decisions
            if each.kind == Act.USEFULNESS_CHECK and each.state == "done"
        ),
        key=lambda each: (each.on, each.occasion),
    )
