"""How an act is addressed: "risk alert to Daan", "private talk with Anneke"."""

from staketerm.locale import N_, _
from staketerm.tui.drawing.words import word

_FORMS = {
    "check_in": N_("{act} with {name}"),
    "private_talk": N_("{act} with {name}"),
    "celebration": N_("{act} with {name}"),
    "visible_deed": N_("{act} of {name}"),
    "ask_open": N_("{act}, {name}"),
    "agreement_due": N_("{act}, {name}"),
}
_USUAL = N_("{act} to {name}")


def addressed(kind: str, name: str) -> str:
    """The act with whom it is for, as it begins a line."""
    return capital(_(_FORMS.get(kind, _USUAL)).format(act=word(kind), name=name))


def around_name(kind: str) -> tuple[str, str]:
    """What stands before the name and after it, in the middle of a sentence."""
    before, _name, after = _(_FORMS.get(kind, _USUAL)).partition("{name}")
    return before.format(act=word(kind)), after.format(act=word(kind))


def capital(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]
