"""A whole position in sentences (inference 4.8); `phrases` has those of a single signal."""

from datetime import date

from staketerm.domain import phrases
from staketerm.domain.assessment import Assessment
from staketerm.domain.constants import KNOWN_FROM
from staketerm.domain.judgement import Judgement
from staketerm.domain.label import StanceClass
from staketerm.domain.readout import Confidence
from staketerm.locale import N_, _, ngettext

_DAYS_PER_MONTH = 30.44
_SPANS_IN_DAYS_UNTIL = 60

_CLASS_WORDS = {
    StanceClass.SUPPORTIVE: N_("supportive"),
    StanceClass.IN_BETWEEN: N_("in between"),
    StanceClass.OPPOSING: N_("opposing"),
}
_CONFIDENCE_WORDS = {
    Confidence.NONE: N_("no confidence"),
    Confidence.LOW: N_("low confidence"),
    Confidence.FAIR: N_("fair confidence"),
    Confidence.GOOD: N_("good confidence"),
}


def stance_sentence(assessment: Assessment) -> str:
    """The stance with what it rests on, or why there is none yet."""
    for_, against = phrases.decimal(assessment.for_), phrases.decimal(assessment.against)
    if assessment.stance_class is None:
        return _(
            "Too little to place yet: {for_} points for, {against} against; it takes {least}."
        ).format(for_=for_, against=against, least=f"{KNOWN_FROM:g}")
    return _(
        "Stance {word} ({stance}): {for_} points for, {against} against over the last {span}; "
        "{confidence}."
    ).format(
        word=_(_CLASS_WORDS[assessment.stance_class]),
        stance=phrases.fraction(assessment.stance),
        for_=for_,
        against=against,
        span=_span(assessment),
        confidence=_(_CONFIDENCE_WORDS[assessment.confidence]),
    )


def drift_sentence(assessment: Assessment) -> str:
    """Recent behaviour beside the usual, in numbers."""
    recent = assessment.recent
    return phrases.drift(recent.for_, recent.against, recent.share_for)


def strongest_sentence(assessment: Assessment, most: int = 3) -> str:
    """What counts most today, the strongest first, with its points; empty where nothing counts."""
    told = "; ".join(
        f"{phrases.short_day(reason.on, assessment.as_of)} {reason.label}"
        f" ({phrases.points(reason.points)})"
        for reason in assessment.reasons[:most]
    )
    return _("Counts most: {reasons}.").format(reasons=told) if told else ""


def _span(assessment: Assessment) -> str:
    """The time from the first signal with points to the day of the assessment."""
    days = (assessment.as_of - min(reason.on for reason in assessment.reasons)).days
    if days < _SPANS_IN_DAYS_UNTIL:
        return ngettext("{n} day", "{n} days", max(days, 1)).format(n=max(days, 1))
    months = round(days / _DAYS_PER_MONTH)
    return ngettext("{n} month", "{n} months", months).format(n=months)


def disagreement_sentence(judgement: Judgement, assessment: Assessment) -> str:
    """A judgement beside the behaviour that contradicts it (inference 4.6): "Your judgement of 3
    Mar: supportive; behaviour since then: opposing (p .12)"."""
    return told_apart(judgement, assessment.stance_class, assessment.probability, assessment.as_of)


def told_apart(
    judgement: Judgement, shown: StanceClass | None, probability: float, today: date
) -> str:
    """The same of a position that is not at hand in full; `shown` is its side, `probability` that
    of being on the cooperating one. Empty where either side is not known."""
    judged = judgement.stance_class
    if judged is None or shown is None:
        return ""
    return _(
        "Your judgement of {day}: {judged}; behaviour since then: {shown} (p\u00a0{chance})"
    ).format(
        day=phrases.short_day(judgement.day, today),
        judged=_(_CLASS_WORDS[judged]),
        shown=_(_CLASS_WORDS[shown]),
        chance=phrases.chance(probability),
    )
