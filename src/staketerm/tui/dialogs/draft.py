"""What the quick log has been told so far, and the request it becomes."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any, Self

from staketerm.locale import _
from staketerm.tui import writes
from staketerm.tui.dialogs.kind_keys import OPENING
from staketerm.tui.dialogs.log_lines import PERSONAL

if TYPE_CHECKING:
    from staketerm.journal.ledger import OpenItem
    from staketerm.tui.screens.frame import Subject

STRENGTHS = WEAK, NORMAL, STRONG = (0.5, 1.0, 1.5)
"""Weak, normal, strong."""


@dataclass(frozen=True, slots=True)
class SignalDraft:
    """One signal in the making.

    `fits` are the open asks or agreements that it could close; `closing` the place in them of the
    one that it does close, None for none. `day` None is still to be said.
    """

    who: "tuple[Subject, ...]" = ()
    day: date | None = None
    kind: str | None = None
    intensity: float = 1.0
    by: str = "them"
    due: date | None = None
    fits: "tuple[OpenItem, ...]" = ()
    closing: int | None = None

    @property
    def opens(self) -> bool:
        """Whether it opens a question: then it has a due day and no strength."""
        return self.kind in OPENING

    @property
    def item(self) -> "OpenItem | None":
        """What it closes."""
        return self.fits[self.closing] if self.closing is not None else None

    @property
    def closes(self) -> str | None:
        """What it closes, as the journal is told: "auto" until it is known what there is."""
        if not self.fits:
            return "auto"
        return self.item.id if self.item else None

    def of_kind(self, kind: str) -> Self:
        """The same of another kind."""
        return replace(self, kind=kind, fits=(), closing=None)

    def next_closing(self) -> Self:
        """The next thing that it could close; after the last one, nothing; then the first."""
        at = 0 if self.closing is None else self.closing + 1
        return replace(self, closing=at if at < len(self.fits) else None)

    def stronger(self, by: int) -> Self:
        """A step stronger or weaker; for what opens a question: promised by me, or by them."""
        if self.opens:
            return replace(self, by="me" if by > 0 else "them")
        at = STRENGTHS.index(self.intensity) + by
        return replace(self, intensity=STRENGTHS[min(max(at, 0), len(STRENGTHS) - 1)])

    def values(self, note: str) -> dict[str, Any]:
        """The request but for who and where."""
        values = {
            "kind": self.kind,
            "day": self.day,
            "note": note or None,
            "closes": self.closes,
        }
        if self.opens:
            return {**values, "due": self.due, "by": self.by}
        return {**values, "intensity": self.intensity}


def said_of(draft: SignalDraft, note: str, project: str | None) -> "writes.Writes":
    """What is written in a project without scoring: contact, or something worth remembering."""
    kinds = {word: kind for _key, word, kind in PERSONAL}
    kind = kinds[draft.kind or "met"]
    if kind == "contact":
        return writes.log_signals(
            [
                {
                    "stakeholder": who.id,
                    "project": project,
                    "kind": "contact",
                    "day": draft.day,
                    "note": note or None,
                    "source": draft.kind,
                    "private": True,
                }
                for who in draft.who
            ]
        )
    return writes.write_note(
        {
            "text": note or _("gift"),
            "day": draft.day,
            "about": tuple(who.id for who in draft.who),
            "kind": kind,
            "title": _("gift") if draft.kind == "gift" else None,
            "project": project,
        }
    )
