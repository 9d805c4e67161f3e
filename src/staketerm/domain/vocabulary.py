"""The words of the domain's identifiers as they stand on every screen (screens 4 and 7)."""

from collections.abc import Mapping
from types import MappingProxyType

from staketerm.locale import N_, _

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
        "supportive": N_("supportive"),
        "in_between": N_("in between"),
        "opposing": N_("opposing"),
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
        "ask_open": N_("answer awaited"),
        "agreement_due": N_("promise due"),
        "check_in": N_("check-in"),
        "status_update": N_("status update"),
        "risk_alert": N_("risk alert"),
        "celebration": N_("celebration"),
        "advice_request": N_("advice request"),
        "ambassador_request": N_("ambassador request"),
        "usefulness_check": N_("usefulness check"),
        "loop_closing": N_("loop-closing"),
        "thank_you": N_("thank-you"),
        "route_request": N_("route request"),
        "visible_deed": N_("visible deed"),
        "private_talk": N_("private talk"),
        "direct": N_("direct"),
        "step": N_("one step"),
        "remote": N_("remote"),
        "unaware": N_("unaware"),
        "resistant": N_("resistant"),
        "neutral": N_("neutral"),
        "leading": N_("leading"),
        "person": N_("person"),
        "organisation": N_("organisation"),
        "group": N_("group"),
        "role": N_("role, no name yet"),
        "note": N_("note"),
        "journal": N_("free"),
        "memory": N_("memory"),
        "lesson": N_("lesson"),
        "report": N_("report"),
        "meeting": N_("meeting"),
        "call": N_("call"),
        "success": N_("success"),
        "risk": N_("risk"),
        "plan": N_("plan"),
        "decision": N_("decision"),
        "milestone": N_("milestone"),
        "setback": N_("setback"),
        "stress": N_("stress"),
        "done": N_("done"),
        "dropped": N_("dropped"),
        "averted": N_("averted"),
        "happened": N_("happened"),
        "mail": N_("mail"),
        "advice": N_("advice"),
        "invitation": N_("invitation"),
        "asked": N_("asked"),
        "answered": N_("answered"),
        "given": N_("given"),
        "refused": N_("refused"),
        "accepted": N_("accepted"),
        "declined": N_("declined"),
        "withdrawn": N_("withdrawn"),
        "agreed": N_("agreed"),
        "settled": N_("settled"),
        "kept": N_("kept"),
        "late": N_("late"),
        "broken": N_("broken"),
        "renegotiated": N_("agreed anew"),
        "cancelled": N_("cancelled"),
        "granted": N_("granted"),
    }
)

_VERBS: Mapping[str, str] = MappingProxyType(
    {
        "absence": N_("away noted"),
        "add": N_("somebody added"),
        "agree": N_("agreement made"),
        "answer": N_("ask answered"),
        "ask": N_("ask made"),
        "brakes": N_("brakes set"),
        "cadence": N_("rhythm set"),
        "consent": N_("consent noted"),
        "correct": N_("signal corrected"),
        "count again": N_("signal counted again"),
        "delete": N_("deleted"),
        "demo": N_("made-up project"),
        "done": N_("act done"),
        "edit": N_("edited"),
        "holiday": N_("days off noted"),
        "import": N_("taken in from a file"),
        "judge": N_("judgement"),
        "leave out": N_("signal left out"),
        "log": N_("signal logged"),
        "meeting": N_("meeting logged"),
        "note": N_("note written"),
        "progress": N_("progress entry"),
        "progress closed": N_("progress entry closed"),
        "project": N_("project"),
        "repair": N_("journal mended"),
        "seen": N_("alarm seen"),
        "settle": N_("agreement settled"),
        "skip": N_("act skipped"),
        "snooze": N_("act snoozed"),
        "tag": N_("tagged"),
        "thank": N_("thanked"),
        "undo": N_("taken back"),
    }
)


def word(identifier: str) -> str:
    """`identifier` in the language spoken now; one without a word is shown with blanks."""
    said = _WORDS.get(identifier)
    return _(said) if said else identifier.replace("_", " ")


def verb_words(verb: str) -> str:
    """A verb of the change log in the language spoken now; one of a later program as it stands."""
    said = _VERBS.get(verb)
    return _(said) if said else verb
