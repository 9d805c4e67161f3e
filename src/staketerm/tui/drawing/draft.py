"""The draft page: a text to send, and the rows it was written from (screens S7)."""

from datetime import date
from typing import TYPE_CHECKING

from staketerm.domain.phrases import narrow_day
from staketerm.locale import _
from staketerm.tui.drawing.act_words import around_name
from staketerm.tui.drawing.lines import EMPTY, Ink, Line, Piece, apart, fit, left, right, wrap
from staketerm.tui.drawing.look import Look
from staketerm.tui.drawing.words import word
from staketerm.tui.veil import Veil

if TYPE_CHECKING:
    from staketerm.domain.drafts.facts import Source
    from staketerm.journal.nurture.drafting import Drafted

DAY_CELLS = 6
KIND_CELLS = 10

MEASURE = 78
"""Cells of a line of text at most: as wide as a mail is read."""


class DraftDrawing:
    """One draft; `subject` and `text` are those of it, or what became of them in the editor."""

    def __init__(
        self,
        drafted: "Drafted",
        subject: str,
        text: str,
        look: Look,
        veil: Veil,
        today: date,
    ) -> None:
        self.drafted = drafted
        self._subject = subject
        self._text = text
        self.look = look
        self.veil = veil
        self.today = today

    def title(self, cells: int, kind: str, hint: str) -> Line:
        """Which act, to whom, in which language; `kind` is the kind of stakeholder."""
        act = self.drafted.act
        name = self.veil.name(act.proposal.stakeholder, act.planned.name, kind)
        before, after = around_name(act.proposal.kind)
        said = _("Draft: {act}").format(act=f"{before}{name}{after}")
        end = (Piece(f"{self._language()}   {hint} ", Ink.MUTED),)
        return apart((Piece(f" {said}", Ink.BOLD),), end, cells, self.look.ellipsis)

    def subject(self, cells: int) -> Line:
        """The subject, and the address where one is known."""
        start = (
            Piece(f" {_('Subject')}  ", Ink.MUTED),
            Piece(self.veil.text(self._subject), Ink.BOLD),
        )
        to = self.veil.text(self.drafted.to or "")
        return apart(start, (Piece(f"{to} ", Ink.MUTED),), cells, self.look.ellipsis)

    def text(self, cells: int) -> list[Line]:
        """The text, broken into lines."""
        lines: list[Line] = []
        for line in self._text.splitlines():
            if not line:
                lines.append(EMPTY)
            elif self.veil.down:
                lines.append((Piece(f" {self.veil.text(line)}"),))
            else:
                lines.extend((Piece(f" {part}"),) for part in wrap(line, min(cells - 2, MEASURE)))
        return lines

    def source(self, source: "Source", cells: int, *, selected: bool) -> Line:
        """One row, and whether the text tells it."""
        box = "[x]" if source.taken else "[ ]"
        day = right(narrow_day(source.day, self.today), DAY_CELLS)
        kind = left(self._kind(source), KIND_CELLS, self.look.ellipsis)
        ink = Ink.PLAIN if source.taken else Ink.MUTED
        return fit(
            (
                Piece(self.look.selected if selected else " "),
                Piece(f" {box} ", ink),
                Piece(f"{day} {kind} ", Ink.MUTED),
                Piece(self.veil.text(source.text), ink),
            ),
            cells,
            self.look.ellipsis,
        )

    def notes(self, cells: int, *, edited: bool) -> list[Line]:
        """What there is to know before it is sent."""
        said = [self.veil.text(notice) for notice in self.drafted.notices]
        if edited:
            said.append(_("Edited by you."))
        said.append(_("Nothing is sent from here."))
        return [(Piece(f" {line}", Ink.MUTED),) for line in wrap(" ".join(said), cells - 2)]

    def _language(self) -> str:
        named = {"en": _("English"), "nl": _("Dutch")}[self.drafted.draft.language]
        if not self.drafted.theirs:
            return named
        return _("{language} (their language)").format(language=named)

    def _kind(self, source: "Source") -> str:
        table = source.ref.partition(":")[0]
        if table == "ask":
            return _("ask")
        return {"signal": _("signal"), "agreement": _("promise")}.get(table) or word(source.kind)
