"""Review: what was done for people, and what was left out with a reason."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from staketerm.domain.phrases import narrow_day
from staketerm.locale import N_
from staketerm.tui.drawing.lines import Ink, Line, Piece, fit, left, right
from staketerm.tui.drawing.words import word
from staketerm.tui.review import questions
from staketerm.tui.review.about import DAY_CELLS, NAME_CELLS, told
from staketerm.tui.review.section import Pencil, ReviewSection, Source
from staketerm.tui.screens.subject import Subject

if TYPE_CHECKING:
    from staketerm.journal.nurture.decided import Decided
    from staketerm.journal.positions.news import Changed


class Acts(ReviewSection):
    """Acts that were decided, the newest first."""

    id = "acts"
    heading = N_("done, left out")
    title = N_("done and left out")
    nothing = N_("Nothing was decided in these days.")
    scored = False

    @property
    def source(self) -> Source:
        """What changed."""
        return questions.changed

    def rows(self, found: "Changed") -> "Sequence[Decided]":
        """Every one."""
        return found.acts

    def key(self, row: "Decided") -> str:
        """One person may have several of a day."""
        return f"{super().key(row)} {row.kind} {row.occasion}"

    def subject(self, row: "Decided") -> Subject:
        """Whom it was for."""
        return Subject(row.stakeholder, row.name, row.stakeholder_kind, row.project)

    def lines(self, row: "Decided", pencil: Pencil, cells: int) -> Sequence[Line]:
        """The day, for whom, what; then why it was left out, or what came of it."""
        shown = pencil.veil.name(row.stakeholder, row.name, row.stakeholder_kind)
        head = (
            Piece(right(narrow_day(row.on, pencil.day), DAY_CELLS) + "  ", Ink.MUTED),
            Piece(left(shown, NAME_CELLS, pencil.look.ellipsis) + " ", Ink.BOLD),
            Piece(f"{word(row.state)}: {word(row.kind)}"),
        )
        said = row.why if row.state == "skipped" else row.outcome
        more = told(pencil.veil.text(word(said)), cells, indent=DAY_CELLS + 2) if said else ()
        return [fit(head, cells, pencil.look.ellipsis), *more]
