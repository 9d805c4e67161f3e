"""`why`: what a position rests on, on any day (inference 4, 6; design section 6)."""

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from staketerm.cli import options
from staketerm.cli.output import show, show_json
from staketerm.cli.settings import Settings, command
from staketerm.cli.tentative import correction_values
from staketerm.locale import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from staketerm.domain.assessment import OpenQuestion
    from staketerm.domain.questions import AnswerHabit
    from staketerm.journal.positions.review import Why

STRONGEST = 10
"""How many reasons are shown unless all are asked for."""


@command("why", _("Why somebody stands where they stand, strongest reason first."))
@options.who
@options.as_of
@options.project
@click.option("--all", "everything", is_flag=True, help=_("Every reason, not the ten strongest."))
@options.as_json
@click.pass_obj
def why_command(
    settings: Settings,
    who: str,
    as_of: str | None,
    project: str | None,
    everything: bool,
    as_json: bool,
) -> None:
    """A position with its reasons, in sentences or as JSON."""
    from staketerm.cli.asking import past_day, person
    from staketerm.cli.asking import project as project_id
    from staketerm.journal.positions.review import why

    with settings.read() as journal:
        whom = person(journal, who)
        day = past_day(journal, as_of)
        found = why(journal, whom.key, project_id(journal, project), day)
        today = journal.today
    if as_json:
        show_json("why", why_values(found))
        return
    for line in why_lines(found, today, None if everything else STRONGEST):
        show(line)


def why_values(why: "Why") -> dict[str, Any]:
    """A position as JSON; the read-outs are null in a project that keeps no positions."""
    from staketerm.domain.flag_words import says_does
    from staketerm.domain.thin import deeds_to_place

    told = why.assessment
    judgement = why.judgement
    readouts = {
        "position": told.label,
        "stance": told.stance,
        "stance_low": told.low,
        "stance_high": told.high,
        "probability": told.probability,
        "energy": told.energy,
        "active": told.active,
        "for": told.for_,
        "against": told.against,
        "evidence": told.evidence,
        "confidence": told.confidence,
        "trend": told.trend,
        "was": told.before,
        "since": told.since,
        "alarm": told.alarm
        and {"since": told.alarm.since, "kind": told.alarm.kind, "text": told.alarm.text},
        "alarm_seen": why.seen
        and {"up_to": why.seen.until, "on": why.seen.on, "note": why.seen.note},
        "says_does_gap": told.says_does_gap,
        "says_does": says_does(told) or None,
        "blocking": {
            "keeps_blocking": told.blocks,
            "acts": [
                {"on": act.on, "kind": act.kind, "source": act.source} for act in told.blocking
            ],
        },
        "more_to_place": 0 if told.known else deeds_to_place(told.evidence),
    }
    reasons = [
        {
            "on": reason.on,
            "kind": reason.kind,
            "text": reason.text,
            "points": reason.points,
            "share": reason.share,
            "source": reason.source,
            "provenance": why.provenance(reason),
        }
        for reason in told.reasons
    ]
    return {
        "id": why.stakeholder,
        "handle": why.handle,
        "stakeholder": why.name,
        "project": why.project_name,
        "as_of": told.as_of,
        "impact": why.impact,
        "valued_critic": why.valued_critic,
        **(dict.fromkeys(readouts) if why.personal else readouts),
        "judgement": judgement
        and {"label": judgement.label, "on": judgement.day, "note": judgement.note},
        "judgement_differs": why.differs,
        "judgement_differs_since": why.disagreement.since
        if why.differs and why.disagreement
        else None,
        "last_contact": told.last_contact,
        "correction": correction_values(told.correction),
        "answers": answer_values(why),
        "receptiveness": {
            "tried": why.receptiveness.tried,
            "met": why.receptiveness.met,
            "share": why.receptiveness.share,
            "word": why.receptiveness.word,
        },
        "open": [
            {
                "kind": question.kind,
                "asked_on": question.asked_on,
                "counts_from": question.counts_from,
                "source": question.source,
                **waiting_values(question, told.as_of),
            }
            for question in told.open_questions
        ],
        "reasons": [] if why.personal else reasons,
    }


def answer_values(why: "Why") -> dict[str, Any]:
    """How they answer me, and how I answer them, as JSON; `usual_days` is null before three."""
    return {**_habit(why.assessment.answers), "mine": _habit(why.my_answers)}


def _habit(habit: "AnswerHabit") -> dict[str, Any]:
    return {
        "answered": habit.answered,
        "decided": habit.decided,
        "median_days": habit.median_days,
        "usual_days": habit.usual_days,
        "wait_days": habit.wait_days,
    }


def waiting_values(question: "OpenQuestion", as_of: date) -> dict[str, Any]:
    """What the day rests on from which silence counts, as JSON."""
    from staketerm.domain.answering import counts_when

    return {
        "wait_days": question.wait,
        "usual_days": question.usual,
        "answers": question.answers,
        "away_days": question.away,
        "why": counts_when(question, as_of),
    }


def why_lines(why: "Why", today: date, most: int | None) -> "Iterator[str]":
    """A position in sentences: read-outs, reasons, what stands beside them; at most `most`
    reasons, None for all."""
    from staketerm.cli.words import full_day

    told = why.assessment
    yield _("{name} in {project}, {day}").format(
        name=why.name, project=why.project_name, day=full_day(told.as_of)
    )
    if why.personal:
        yield _("This project keeps no positions.")
        return
    yield from readout_lines(why)
    if told.reasons:
        yield ""
        yield from _reason_lines(why, most)
    beside = list(_beside(why, today))
    if beside:
        yield ""
        yield from beside


def headline(why: "Why") -> str:
    """The position in a line: what it is, where it goes, how much it matters, what it was."""
    from staketerm.cli.words import glyph, position
    from staketerm.domain.phrases import short_day
    from staketerm.domain.vocabulary import word

    told = why.assessment
    said = [position(told.label)]
    if told.trend:
        said.append(f"{glyph(told.trend)} {word(told.trend)}")
    if why.impact:
        said.append(_("impact {word}").format(word=word(why.impact)))
    if told.before and told.since:
        was = _("was {position} until {day}").format(
            position=position(told.before), day=short_day(told.since, told.as_of)
        )
        said.append(was)
    return "  ".join(said)


def readout_lines(why: "Why") -> "Iterator[str]":
    """The read-outs of a position: words, interval, energy, evidence."""
    from staketerm.cli.words import interval_bar, stance_between
    from staketerm.domain.constants import ACTIVE_FROM, MEMORY, PASSIVE_BELOW
    from staketerm.domain.explain import stance_sentence
    from staketerm.domain.phrases import decimal, percentage
    from staketerm.domain.vocabulary import word

    told = why.assessment
    yield headline(why)
    if told.known:
        yield interval_bar(told.label, told.stance, told.low, told.high)
    yield stance_sentence(told)
    yield _("stance {stance} (80 %)").format(
        stance=stance_between(told.stance, told.low, told.high)
    )
    state = (
        _("energy {n}: active (passive below {bound})")
        if told.active
        else _("energy {n}: passive (active from {bound})")
    )
    bound = PASSIVE_BELOW if told.active else ACTIVE_FROM
    yield state.format(n=decimal(told.energy), bound=f"{bound:g}")
    yield _("evidence {n} of at most {most}: {word}; on our side {chance}").format(
        n=decimal(told.evidence),
        most=f"{MEMORY:g}",
        word=word(told.confidence),
        chance=percentage(told.probability),
    )


def _reason_lines(why: "Why", most: int | None) -> "Iterator[str]":
    """The reasons with what each counts, and the sum that they make."""
    from staketerm.cli.words import signed
    from staketerm.domain.constants import PRIOR
    from staketerm.domain.phrases import decimal, fraction

    told = why.assessment
    shares = [reason.share if reason.points >= 0 else -reason.share for reason in told.reasons]
    yield _("What counts, strongest first")
    for reason, share in list(zip(told.reasons, shares, strict=True))[:most]:
        known = why.came_from(reason)
        yield f"{signed(share):>8}  {reason.text}" + (f" ({known})" if known else "")
    rest = shares[most:] if most is not None else []
    if rest:
        for_, against = (
            decimal(sum(abs(s) for s in rest if (s > 0) is side), 2) for side in (True, False)
        )
        more = ngettext("and {n} more", "and {n} more", len(rest)).format(n=len(rest))
        sides = _("{for_} for, {against} against").format(for_=for_, against=against)
        yield f"{'':8}  {more}: {sides} (--all)"
    for_, against = decimal(told.for_, 2), decimal(told.against, 2)
    together = _("together {for_} for, {against} against").format(for_=for_, against=against)
    total = f"({decimal(told.evidence, 2)} + {PRIOR:g})"
    yield f"{together}    ({for_} - {against}) / {total} = {fraction(told.stance)}"


def _beside(why: "Why", today: date) -> "Iterator[str]":
    """What stands beside the position: correction, alarm, gap, judgement, open questions."""
    from staketerm.cli.words import ALARM_SIGNS, position, week_day
    from staketerm.domain.answering import counts_when, i_answer, they_answer
    from staketerm.domain.flag_words import blocking, says_does, sentence, thin
    from staketerm.domain.habit_words import in_force
    from staketerm.domain.phrases import chance, short_day
    from staketerm.domain.receptiveness import said
    from staketerm.domain.vocabulary import word

    told = why.assessment
    if told.correction is not None:
        yield in_force(told.correction)
    if told.alarm:
        sign = "(!)" if why.seen else ALARM_SIGNS[told.alarm.kind]
        yield f"{sign} {told.alarm.text}"
    if why.seen:
        note = f' "{why.seen.note}"' if why.seen.note else ""
        yield _("Seen on {day}.").format(day=short_day(why.seen.on, told.as_of)) + note
    if words := says_does(told):
        yield _("Words and deeds: {words}").format(words=words)
    if acts := blocking(told):
        yield sentence(acts)
    if why.valued_critic:
        yield _("Valued critic: what they object to is worth hearing; nobody tries to turn them.")
    if more := thin(told):
        yield more
    if why.judgement:
        line = _("Your judgement of {day}: {position}").format(
            day=short_day(why.judgement.day, told.as_of), position=position(why.judgement.label)
        )
        if why.judgement.note:
            line += f' "{why.judgement.note}"'
        yield line
        if why.differs:
            yield _("Behaviour since then: {position} (p\u00a0{chance})").format(
                position=position(told.label), chance=chance(told.probability)
            )
    for question in told.open_questions:
        yield _("Open since {asked}: {kind}; {when}.").format(
            asked=week_day(question.asked_on, today),
            kind=word(question.kind),
            when=counts_when(question, told.as_of),
        )
    beside = (they_answer(told.answers), i_answer(why.my_answers), said(why.receptiveness))
    yield from filter(None, beside)
