"""Review: judgements that behaviour has contradicted for 30 days (inference 4.6)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from staketerm.journal.positions import news_words
from staketerm.locale import N_
from staketerm.tui.drawing import course
from staketerm.tui.drawing.lines import Line, Piece, fit
from staketerm.tui.drawing.words import word
from staketerm.tui.review.about import AboutChanges, headed, name, position, told
from staketerm.tui.review.section import Pencil

if TYPE_CHECKING:
    from staketerm.journal.positions.news import Changed, Contradicted


class Judged(AboutChanges):
    """Where one of the two is wrong: what you hold of somebody, or what is logged."""

    id = "judged"
    heading = N_("your judgement")
    title = N_("judgements that behaviour contradicts")
    nothing = N_("Behaviour contradicts none of your judgements.")

    def rows(self, found: "Changed") -> "Sequence[Contradicted]":
        """Those contradicted since then, then those of before."""
        return found.judgements

    def lines(self, row: "Contradicted", pencil: Pencil, cells: int) -> Sequence[Line]:
        """Who, both sides in words, since when, the reason given then."""
        head = (name(row.row, pencil), position(row.row, pencil, 22))
        since = news_words.differs_since(row, pencil.day)
        if row.row.gap:
            since = f"{since}; {word(row.row.gap)}"
        lines: list[Any] = [
            headed(head, row.row, pencil, cells),
            *told(news_words.contradicted(row, pencil.day), cells),
            *told(since, cells),
        ]
        if row.judgement.note:
            lines += told(f'"{pencil.veil.text(row.judgement.note)}"', cells)
        spark = (Piece("    "), *course.weeks(row.track, pencil.look))
        return [*lines, fit(spark, cells, pencil.look.ellipsis)]
