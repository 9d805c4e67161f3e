"""The sections of Review whose rows are people as lists show them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from staketerm.domain.phrases import short_day
from staketerm.locale import N_, _
from staketerm.tui import questions as common
from staketerm.tui.drawing import marks
from staketerm.tui.drawing.lines import Ink, Line, Piece, fit, left
from staketerm.tui.notices import Named
from staketerm.tui.review import questions
from staketerm.tui.review.section import Pencil, ReviewSection, Source
from staketerm.tui.screens.subject import Subject

if TYPE_CHECKING:
    from staketerm.journal.person_row import PersonRow
    from staketerm.tui.screens.review import ReviewPlace

NAME_CELLS = 20
POSITION_CELLS = 17


class Moved(ReviewSection):
    """Whose position is another than it was."""

    id = "moved"
    heading = N_("moved")
    title = N_("positions that moved")
    nothing = N_("No one's position moved.")

    @property
    def source(self) -> Source:
        """Whoever moved."""
        return questions.moved

    def rows(self, found: "Sequence[PersonRow]") -> "Sequence[PersonRow]":
        """Those with another position."""
        return [row for row in found if row.was is not None]

    def subject(self, row: "PersonRow") -> Subject:
        """Who moved."""
        return Subject(row.id, row.name, row.kind, row.project)

    def lines(self, row: "PersonRow", pencil: Pencil, cells: int) -> Sequence[Line]:
        """From what to what, since when."""
        name = pencil.veil.name(row.id, row.name, row.kind)
        since = short_day(row.since, pencil.day) if row.since else ""
        line = (
            Piece(left(name, NAME_CELLS, pencil.look.ellipsis), Ink.BOLD),
            Piece(" "),
            *marks.position(row.was or "unknown", pencil.look),
            Piece(f" {pencil.look.arrow} "),
            *marks.position(row.label, pencil.look),
            Piece(f"  {since}", Ink.MUTED),
        )
        return (fit(line, cells, pencil.look.ellipsis),)


class Alarms(Moved):
    """Who cools or crossed over."""

    id = "alarms"
    heading = N_("alarms")
    title = N_("alarms that stand")
    nothing = N_("No alarm stands.")

    def rows(self, found: "Sequence[PersonRow]") -> "Sequence[PersonRow]":
        """Those with an alarm."""
        return [row for row in found if row.alarm is not None]

    def lines(self, row: "PersonRow", pencil: Pencil, cells: int) -> Sequence[Line]:
        """Who, where they stand, since when."""
        name = pencil.veil.name(row.id, row.name, row.kind)
        said = (
            _("crossed over on {day}") if row.alarm == "crossed_over" else _("cooling since {day}")
        )
        day = short_day(row.alarm_since, pencil.day) if row.alarm_since else ""
        (position,) = marks.position(row.label, pencil.look)
        line = (
            Piece(left("!!" if row.alarm == "crossed_over" else "!", 3), Ink.ALARM),
            Piece(left(name, NAME_CELLS, pencil.look.ellipsis), Ink.BOLD),
            Piece(" "),
            position._replace(text=left(position.text, POSITION_CELLS)),
            Piece(f" {said.format(day=day)}", Ink.MUTED),
        )
        return (fit(line, cells, pencil.look.ellipsis),)

    def speaks(self, row: "PersonRow") -> bool:
        """Until it was seen."""
        return not row.alarm_seen

    def can_be_done(self, row: "PersonRow") -> bool:
        """Where it was not seen yet."""
        return not row.alarm_seen

    def done(self, place: "ReviewPlace", row: "PersonRow") -> None:
        """It was seen."""
        if row.alarm_since is not None:
            place.write(
                common.mark_seen(row.id, row.project, row.alarm_since),
                Named(row.id, row.name, row.kind),
                ": " + _("seen; it returns if it cools again") + ".",
            )
