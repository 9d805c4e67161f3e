"""The kinds of progress entry: their words, how each ends, what people are to it (P87, P88)."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from staketerm.domain.errors import UsageError
from staketerm.domain.filters.choices import Choices, loose
from staketerm.locale import _, language

SHORTEST_WORD = 2
"""Letters of a word for a kind that are enough where they fit one kind alone."""

KINDS = Choices(
    {
        "success": ("success", "succes"),
        "risk": ("risk", "risico"),
        "plan": ("plan", "plan"),
        "decision": ("decision", "besluit", "beslissing"),
        "milestone": ("milestone", "mijlpaal"),
        "setback": ("setback", "tegenslag"),
        "stress": ("stress", "spanning"),
    }
)
"""The kinds, in the order in which they are offered."""

ENDS = Choices(
    {
        "done": ("done", "gedaan", "klaar"),
        "dropped": ("dropped", "vervallen"),
        "averted": ("averted", "afgewend"),
        "happened": ("happened", "gebeurd"),
    }
)
"""What can come of an entry that stays open until somebody says so."""

OUTCOMES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "plan": ("done", "dropped"),
        "milestone": ("done", "dropped"),
        "risk": ("averted", "happened"),
    }
)
"""The outcomes of each kind that has any, the hoped-for one first. These kinds alone have a day to
come: when it is to be, or by when it can be avoided."""

_PART: Mapping[str, str] = MappingProxyType(
    {
        "risk": "helper",
        "milestone": "affected",
        "setback": "affected",
        "stress": "affected",
    }
)


def part_of(kind: str) -> str:
    """What somebody named without more is to an entry: a risk has those who can help, a milestone,
    a setback and stress those they touch; all else those who did it. A role of `about`."""
    return _PART.get(kind, "contributor")


def part_words(kind: str, role: str) -> str:
    """What somebody's role in an entry is called: "can help", "gets concrete for" (P87)."""
    if role == "contributor":
        return _("did it")
    if role == "helper":
        return _("can help")
    if kind == "milestone":
        return _("gets concrete for")
    return _("affects") if kind == "risk" else _("touches")


def kind_of(word: str) -> str:
    """The kind that a word or its beginning names, in either language; raises UsageError."""
    if (kind := _named(KINDS, word)) is not None:
        return kind
    raise UsageError(
        _("'{word}' is no kind of progress; there are {kinds}").format(
            word=word, kinds=_listed(KINDS, KINDS.words)
        )
    )


def outcome_of(word: str) -> str | None:
    """The outcome that a whole word names, in either language; None where it names none."""
    return ENDS.id_of(word)


def check_outcome(kind: str, outcome: str) -> None:
    """Raises UsageError for an outcome that a kind cannot have."""
    fitting = OUTCOMES.get(kind, ())
    if outcome in fitting:
        return
    said = KINDS.shown(kind, language())
    if not fitting:
        raise UsageError(_("A {kind} has happened; nothing more comes of it.").format(kind=said))
    raise UsageError(
        _("A {kind} ends as one of: {words}").format(kind=said, words=_listed(ENDS, fitting))
    )


def _named(choices: Choices, word: str) -> str | None:
    """The id that a word, or the beginning of one id's words alone, names."""
    if (whole := choices.id_of(word)) is not None:
        return whole
    begun = loose(word.strip())
    if len(begun) < SHORTEST_WORD:
        return None
    fitting = [
        id
        for id, words in choices.words.items()
        if any(loose(each).startswith(begun) for each in words)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _listed(choices: Choices, ids: Iterable[str]) -> str:
    return ", ".join(choices.shown(id, language()) for id in ids)
