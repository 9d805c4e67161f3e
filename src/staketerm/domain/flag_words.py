"""What stands beside a position in sentences: words against deeds, blocking, thin evidence."""

from staketerm.domain.assessment import Assessment
from staketerm.domain.constants import BLOCKING_WINDOW_DAYS, GAP_LEAST_SAYINGS
from staketerm.domain.phrases import short_day
from staketerm.domain.thin import deeds_to_place, would_place
from staketerm.domain.vocabulary import word
from staketerm.locale import _, ngettext


def says_does(assessment: Assessment) -> str:
    """What was said beside what was done, with the sayings it rests on (inference 2, P2).

    "says yes, does no (3 of 3 sayings for, deeds against)"; "1 saying: too few to compare"; empty
    where nothing was said in the last 180 days, or where words and deeds do not contradict.
    """
    sayings = assessment.grounds.evidence.sayings
    if assessment.says_does_gap is not None:
        yes = sum(one.polarity > 0 for one in sayings)
        told = (
            _("{gap} ({n} of {of} sayings for, deeds against)")
            if assessment.says_does_gap == "says_yes_does_no"
            else _("{gap} ({n} of {of} sayings against, deeds for)")
        )
        n = yes if assessment.says_does_gap == "says_yes_does_no" else len(sayings) - yes
        return told.format(gap=word(assessment.says_does_gap), n=n, of=len(sayings))
    if 0 < len(sayings) < GAP_LEAST_SAYINGS:
        return ngettext(
            "{n} saying: too few to compare", "{n} sayings: too few to compare", len(sayings)
        ).format(n=len(sayings))
    return ""


def blocking(assessment: Assessment) -> str:
    """The blocking acts of the last 90 days with their days; empty for none (P24).

    "keeps blocking: 3 acts in 90 days (4 Nov opposed openly; ...)"
    """
    acts = assessment.blocking
    if not acts:
        return ""
    catalogue = assessment.grounds.catalogue
    told = "; ".join(
        f"{short_day(act.on, assessment.as_of)} {catalogue[act.kind].label}" for act in acts
    )
    said = (
        ngettext(
            "keeps blocking: {n} act in {days} days ({acts})",
            "keeps blocking: {n} acts in {days} days ({acts})",
            len(acts),
        )
        if assessment.blocks
        else ngettext(
            "{n} blocking act in {days} days ({acts})",
            "{n} blocking acts in {days} days ({acts})",
            len(acts),
        )
    )
    return said.format(n=len(acts), days=BLOCKING_WINDOW_DAYS, acts=told)


def thin(assessment: Assessment) -> str:
    """How many more observations would place them; empty where they have a place (F27)."""
    return "" if assessment.known else would_place(deeds_to_place(assessment.evidence))


def sentence(said: str) -> str:
    """What is said as a sentence of its own: a capital before, a full stop after."""
    return f"{said[:1].upper()}{said[1:]}."
