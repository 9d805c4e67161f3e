"""The words of the domain's identifiers, as they stand on screen (screens 4 and 7)."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from staketerm.locale import N_, _, language
from staketerm.tui.drawing.lines import width
from staketerm.tui.drawing.look import POSITIONS

_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "partner": N_("partner"),
        "supporter": N_("supporter"),
        "quiet_supporter": N_("quiet supporter"),
        "critic": N_("critic"),
        "fence_sitter": N_("fence-sitter"),
        "quiet_opponent": N_("quiet opponent"),
        "opponent": N_("opponent"),
        "unknown": N_("unknown"),
        "warming": N_("warming"),
        "cooling": N_("cooling"),
        "steady": N_("steady"),
        "crossed_over": N_("crossed over"),
        "none": N_("none"),
        "low": N_("low"),
        "medium": N_("medium"),
        "fair": N_("fair"),
        "good": N_("good"),
        "high": N_("high"),
        "says_yes_does_no": N_("says yes, does no"),
        "grumbles_but_delivers": N_("grumbles, but delivers"),
        "attention": N_("attention"),
        "name": N_("name"),
        "position": N_("position"),
        "last": N_("last"),
        "stance": N_("stance"),
        "energy": N_("energy"),
        "evidence": N_("evidence"),
        "organisation": N_("organisation"),
        "next": N_("next"),
        "impact": N_("impact"),
        "check_in": N_("check-in"),
        "ask_open": N_("answer awaited"),
        "agreement_due": N_("promise"),
        "status_update": N_("status update"),
        "risk_alert": N_("risk alert"),
        "celebration": N_("celebration"),
        "advice_request": N_("advice request"),
        "ambassador_request": N_("ambassador request"),
        "usefulness_check": N_("usefulness check"),
        "loop_closing": N_("loop-closing"),
        "thank_you": N_("thank-you"),
        "private_talk": N_("private talk"),
        "direct": N_("direct"),
        "step": N_("one step"),
        "remote": N_("remote"),
        "unaware": N_("unaware"),
        "resistant": N_("resistant"),
        "neutral": N_("neutral"),
        "supportive": N_("supportive"),
        "leading": N_("leading"),
        "group": N_("group"),
        "role": N_("role, no name yet"),
        "note": N_("note"),
        "journal": N_("free"),
        "memory": N_("memory"),
        "lesson": N_("lesson"),
        "report": N_("report"),
        "meeting": N_("meeting"),
        "call": N_("call"),
        "renegotiated": N_("agreed anew"),
        "cancelled": N_("cancelled"),
    }
)


def word(identifier: str) -> str:
    """`identifier` in the language spoken now; one without a word is shown with blanks."""
    said = _WORDS.get(identifier)
    return _(said) if said else identifier.replace("_", " ")


def position_word(label: str) -> str:
    """What a position is called: "fence-sitter" or "afwachter"."""
    return word(label)


def widest_position() -> int:
    """Cells of the longest position word in the language spoken now: 15 in English."""
    return _widest(language())


@lru_cache
def _widest(_language: str) -> int:
    return max(width(position_word(label)) for label in POSITIONS)
