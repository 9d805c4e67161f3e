"""Review: partners and supporters who were not heard from (F37; inference 7)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from staketerm.domain.phrases import short_day
from staketerm.journal.positions import news_words
from staketerm.locale import N_, _
from staketerm.tui.drawing.lines import Ink, Line, Piece
from staketerm.tui.drawing.words import word
from staketerm.tui.review.about import AboutChanges, headed, name, position, told
from staketerm.tui.review.section import Pencil

if TYPE_CHECKING:
    from staketerm.journal.positions.news import Changed, QuietPartner


class Quiet(AboutChanges):
    """Supportive people not heard from for longer than their rhythm allows."""

    id = "quiet"
    heading = N_("quiet partners")
    title = N_("supportive, and not heard from")
    nothing = N_("Everybody who works along was heard from.")

    def rows(self, found: "Changed") -> "Sequence[QuietPartner]":
        """Those who fell quiet since then, then those who were quiet before."""
        return found.quiet

    def lines(self, row: "QuietPartner", pencil: Pencil, cells: int) -> Sequence[Line]:
        """Who, for how long; and the act that is proposed, where there is one."""
        head = (name(row.row, pencil), position(row.row, pencil))
        lines = [headed(head, row.row, pencil, cells)]
        lines += told(news_words.silence(row, pencil.day), cells)
        if row.row.next_kind is not None and row.row.next_due is not None:
            said = _("{act}, latest {day}").format(
                act=word(row.row.next_kind), day=short_day(row.row.next_due, pencil.day)
            )
            lines.append((Piece(f"    {pencil.look.due} ", Ink.SOON), Piece(said)))
        return lines
