"""What the verbs of the change log say on screen: the act, and nobody's name."""

from collections.abc import Mapping
from types import MappingProxyType

from staketerm.locale import N_, _

_VERBS: Mapping[str, str] = MappingProxyType(
    {
        "absence": N_("away noted"),
        "add": N_("somebody added"),
        "agree": N_("agreement made"),
        "answer": N_("ask answered"),
        "ask": N_("ask made"),
        "correct": N_("signal corrected"),
        "delete": N_("deleted"),
        "done": N_("act done"),
        "edit": N_("edited"),
        "import": N_("taken in from a file"),
        "judge": N_("judgement"),
        "leave out": N_("signal left out"),
        "log": N_("signal logged"),
        "meeting": N_("meeting logged"),
        "note": N_("note written"),
        "plan": N_("act planned"),
        "project": N_("project"),
        "seen": N_("alarm seen"),
        "settle": N_("agreement settled"),
        "skip": N_("act skipped"),
        "snooze": N_("act snoozed"),
        "tag": N_("tagged"),
        "undo": N_("taken back"),
    }
)


def verb_words(verb: str) -> str:
    """A verb of the log in the language spoken now; one of a later program as it stands."""
    said = _VERBS.get(verb)
    return _(said) if said else verb
