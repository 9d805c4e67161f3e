"""Review: positions that moved, each step with what brought it about; what is known no longer."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from staketerm.domain.phrases import narrow_day
from staketerm.journal.positions import news_words
from staketerm.locale import N_
from staketerm.tui.drawing import course, marks
from staketerm.tui.drawing.lines import Ink, Line, Piece, fit
from staketerm.tui.drawing.words import position_word
from staketerm.tui.review.about import AboutChanges, dated, headed, name, position, told
from staketerm.tui.review.section import Pencil

if TYPE_CHECKING:
    from staketerm.domain.shift import Step
    from staketerm.journal.positions.news import Changed, Lapse, Shift


class Moved(AboutChanges):
    """Whose position is another than it was, the latest first."""

    id = "moved"
    heading = N_("moved")
    title = N_("positions that moved")
    nothing = N_("No one's position moved.")

    def rows(self, found: "Changed") -> "Sequence[Shift]":
        """Everybody who moved and is known still."""
        return found.positions

    def lines(self, row: "Shift", pencil: Pencil, cells: int) -> Sequence[Line]:
        """From what to what; then each step with its day and its deeds, and the course."""
        look = pencil.look
        trend = look.trends[row.row.trend] if row.row.trend in ("warming", "cooling") else ""
        head = (
            name(row.row, pencil),
            *marks.position(row.was, look),
            Piece(f" {look.arrow} "),
            *marks.position(row.row.label, look),
            Piece(f" {trend}", Ink.BOLD),
        )
        spark = (Piece("    "), *course.weeks(row.track, look))
        return [
            headed(head, row.row, pencil, cells),
            *told(news_words.rewritten(row), cells),
            *(self._step(step, row, pencil, cells) for step in row.steps),
            fit(spark, cells, look.ellipsis),
        ]

    def _step(self, step: "Step", row: "Shift", pencil: Pencil, cells: int) -> Line:
        said = news_words.because(step)
        if len(row.steps) > 1:
            said = f"{pencil.look.position(step.label)} {position_word(step.label)}: {said}"
        return dated(narrow_day(step.on, pencil.day), said, cells, pencil.look.ellipsis)


class Lapsed(AboutChanges):
    """Of whom less is known than before."""

    id = "lapsed"
    heading = N_("known no longer")
    title = N_("known no longer, or less well")
    nothing = N_("What was known is known still.")

    def rows(self, found: "Changed") -> "Sequence[Lapse]":
        """Labels that lapsed, evidence that became less."""
        return found.lapsed

    def lines(self, row: "Lapse", pencil: Pencil, cells: int) -> Sequence[Line]:
        """Who, what was known, and until when what is left will last."""
        look = pencil.look
        if row.on is None:
            head: Line = (name(row.row, pencil), position(row.row, pencil))
        else:
            head = (
                name(row.row, pencil),
                *marks.position(row.was, look),
                Piece(f" {look.arrow} "),
                *marks.position(row.row.label, look),
            )
        said = news_words.lapse(row, pencil.day)
        return [headed(head, row.row, pencil, cells), *told(said, cells)]
